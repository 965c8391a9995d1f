"""The same events counted in many extracts in one pass.

The rows of each extract stand beside those of the others as if they were another authority's.  No authority's counts
hang on another's, so what comes out for each is what it would come to alone; and what a pass costs besides its rows is
paid once and not once for each extract.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from purplebook.engine.chosen import engine_over
from purplebook.engine.plan import plan, request
from purplebook.engine.records.sources import AUTHORITY
from purplebook.language import expressions as ex
from purplebook.language.indicators import Indicator
from purplebook.language.measures import During, Total
from purplebook.language.periods import Period
from purplebook.store import Snapshot
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.arrow import arrow_schema

ROW_ID = "row_id"
AT_ONCE = 12
"""Extracts that stand side by side: a year of months, so that memory does not grow with the years that are kept."""


def counts_in(
    snapshots: Sequence[Snapshot], counted: Sequence[Indicator], *, periods: Sequence[Period], authority: str
) -> Mapping[tuple[str, str, str], int]:
    """What each extract holds of one authority by its id, the indicator and the period; noughts are left out.

    Every indicator counts events of a day, and is not divided.
    """
    counts: dict[tuple[str, str, str], int] = {}
    scans = plan([request(item, breakdowns=False) for item in counted])
    names: dict[Total, list[str]] = {}
    for item in counted:
        names.setdefault(item.measure.top, []).append(item.id)
    columns = columns_read([item.measure.top for item in counted])
    for start in range(0, len(snapshots), AT_ONCE):
        batch = snapshots[start : start + AT_ONCE]
        tables = {table: _beside(batch, table, wanted, authority) for table, wanted in columns.items()}
        with engine_over(tables, periods, is_small=True) as engine:
            for scan in scans:
                answer = engine.totals(scan)
                where = [answer.column(column).cast(kind).to_pylist() for column, kind in _PLACE.items()]
                for number, total in enumerate(scan.totals):
                    for snapshot, place, count in zip(*where, answer.column(f"t{number}").to_pylist(), strict=True):
                        for name in names[total] if count else ():
                            counts[snapshot, name, periods[place].key] = int(count)
    return counts


_PLACE = {"authority_code": pa.string(), "period": pa.int64()}


def columns_read(totals: Sequence[Total]) -> dict[str, tuple[str, ...]]:
    """The tables that counts look at, each with every column whose name they mention: enough, and few."""
    nodes = [node for total in totals for node in _nodes(total)]
    tables = {total.cohort.table for total in totals}
    mentioned = {ROW_ID, "person_id"}
    for node in nodes:
        if isinstance(node, ex.Column):
            tables.add(node.table)
            mentioned.add(node.name)
        elif isinstance(node, ex.Related):
            tables.add(node.rows.table)
            mentioned |= {node.rows.ours, node.rows.theirs}
    read = {}
    for name in sorted(tables):
        wanted = {AUTHORITY} | mentioned | set(TABLES_BY_NAME[name].key)
        read[name] = tuple(column for column in arrow_schema(TABLES_BY_NAME[name]).names if column in wanted)
    return read


def _nodes(total: Total) -> Iterator[ex.Expression]:
    clock = total.cohort.clock
    days = (clock.day,) if isinstance(clock, During) else ()
    for term in (*days, *total.cohort.only, *filter(None, (total.value,))):
        yield from ex.walk(term)


def _beside(snapshots: Sequence[Snapshot], name: str, columns: Sequence[str], authority: str) -> pa.Table:
    """One authority's rows of a table in several extracts, each under the id of its extract."""
    schema = pa.schema([arrow_schema(TABLES_BY_NAME[name]).field(column) for column in columns])
    parts = [schema.empty_table()]
    for snapshot in snapshots:
        if name not in snapshot.table_names:
            continue
        rows = snapshot.read(name, columns=[column for column in snapshot.stored_columns(name) if column in columns])
        if len(snapshot.authorities) > 1:
            rows = rows.filter(pc.equal(rows.column(AUTHORITY), authority))  # pyright: ignore[reportAttributeAccessIssue]
        parts.append(_under(rows, schema, snapshot.id))
    together = pa.concat_tables(parts)
    # A row's number is its own within a table, and every extract numbers its rows from 1.
    numbers = pa.array(np.arange(1, together.num_rows + 1), pa.int64())
    return together.set_column(schema.get_field_index(ROW_ID), schema.field(ROW_ID), numbers)


def _under(part: pa.Table, schema: pa.Schema, snapshot: str) -> pa.Table:
    """Rows with the extract in the authority's place; a column that its files did not have yet is empty."""
    columns = {name: part.column(name) for name in part.schema.names}
    columns[AUTHORITY] = pa.chunked_array([pa.repeat(snapshot, part.num_rows)])
    return pa.table(
        [
            columns[field.name].cast(field.type) if field.name in columns else pa.nulls(part.num_rows, field.type)
            for field in schema
        ],
        schema=schema,
    )
