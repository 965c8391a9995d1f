"""Types, keys and codes, settled once for every format: text rows go in, canonical Parquet files and issues come out.

    raw text          →  settled table           →  Parquet, ordered by key
    "31/02/2015"         NULL and an issue          never a guess, never a lost row

This file knows the tables and nothing of any format.  Rows come and go some thousands at a time and stand in DuckDB,
which spills to disk, so a file of ten million rows needs no more memory than a small one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from purplebook.errors import BadInputError
from purplebook.sources import faults
from purplebook.sources.date_order import wrong_date_orders
from purplebook.sources.faults import Fault
from purplebook.sources.raw import RawTable, Source, quoted_name, quoted_text
from purplebook.sources.settling import Settling, all_found
from purplebook.sources.text_columns import count_with_a_null, is_any_not_among
from purplebook.store.loaded import RowIssue
from purplebook.tables import Table
from purplebook.tables.arrow import COVERS_FROM, COVERS_TO, SUPPLIED_COLUMNS
from purplebook.tables.schema import CODES, DATE, DECIMAL, IDENTIFIER, LINK, WHOLE_NUMBER, YES_NO

MAY_BE_EMPTY_IN_A_KEY = (("workforce_snapshot", "worker_id"),)
"""The census's line of vacancies names no worker: its other two key columns tell it apart."""

LINKS_UNCHECKED = "No file held the table"
"""How the warning begins that says whose links could not be looked at."""

ISSUE_COLUMNS = (
    "file_name VARCHAR, sheet VARCHAR, row BIGINT, column_name VARCHAR, value VARCHAR, reason VARCHAR, "
    "what_to_do VARCHAR, is_rejected BOOLEAN, batch_id VARCHAR"
)


@dataclass(frozen=True)
class Conformed:
    """One canonical table in its final form; the settled rows stay in the temporary table `name_in_database`."""

    table: Table
    name_in_database: str
    raws: tuple[RawTable, ...]
    rows_settled: tuple[int, ...]


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the temporary table that gathers every issue."""
    connection.execute(f"CREATE OR REPLACE TEMP TABLE row_issue ({ISSUE_COLUMNS})")


def settle_table(
    connection: duckdb.DuckDBPyConnection,
    *,
    raws: Sequence[RawTable],
    authority_code: str,
    extracted_on: Mapping[str, date | None],
) -> Conformed:
    """Settle every cell of one canonical table from all its sources, and gather the issues of cells and empty keys.

    `extracted_on` gives the day of each batch.

    Raises BadInputError when a column's dates are plainly written month first.
    """
    table = raws[0].table
    name = f"settled_{table.name}"
    counts: list[_Counted] | None = None
    try:
        counts = _build(connection, name=name, raws=raws, authority_code=authority_code, extracted_on=extracted_on)
    except duckdb.Error:
        if all(raw.reread is None for raw in raws):
            raise
    if counts is None or not _holds_every_row(counts, raws=raws):
        raws = tuple(raw.reread() if raw.reread is not None else raw for raw in raws)
        counts = _build(connection, name=name, raws=raws, authority_code=authority_code, extracted_on=extracted_on)
    faulty = [raw for raw, counted in zip(raws, counts, strict=True) if counted.found.num_rows]
    for raw, counted in zip(raws, counts, strict=True):
        _add_found(connection, counted.found, source=raw.source)
    wrong = wrong_date_orders(connection, raws=faulty)
    if wrong:
        raise BadInputError("\n".join(wrong))
    _reject_totals(connection, name=name, table=table, raws=raws)
    if any(counted.keyless for counted in counts):
        _reject_keyless(connection, name=name, table=table, raws=raws)
    return Conformed(table, name, tuple(raws), tuple(counted.rows for counted in counts))


@dataclass(frozen=True)
class _Counted:
    """What was settled of one source: how many rows, how many of them without a key, what is wrong with cells."""

    rows: int
    keyless: int
    found: pa.Table


def _build(
    connection: duckdb.DuckDBPyConnection,
    *,
    name: str,
    raws: Sequence[RawTable],
    authority_code: str,
    extracted_on: Mapping[str, date | None],
) -> list[_Counted]:
    """Settle the rows of all sources into the temporary table `name`, some at a time, so that any number will do."""
    table = raws[0].table
    types = [f"{quoted_name(column.name)} {_TYPES.get(column.kind, 'VARCHAR')}" for column in table.columns]
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} ({', '.join(types)}, {_OF_THE_ROW})")
    keys = _key_columns(table)
    counts = []
    waiting: list[pa.RecordBatch] = []
    for at, raw in enumerate(raws):
        settling = Settling(raw, at, authority_code, extracted_on.get(raw.source.batch_id))
        found: list[pa.RecordBatch] = []
        rows = keyless = 0
        for batch in _batches(connection, raw):
            settled = settling.settle(batch)
            rows += batch.num_rows
            keyless += count_with_a_null([settled.rows.column(key) for key in keys])
            found += settled.found
            waiting.append(settled.rows)
            # A sheet of a workbook is a source of its own, and a statement for each would take longer than its rows.
            if sum(part.num_rows for part in waiting) >= _ROWS_AT_ONCE:
                _take(connection, waiting, to=name)
                waiting = []
        counts.append(_Counted(rows, keyless, all_found(found)))
    if waiting:
        _take(connection, waiting, to=name)
    return counts


def _batches(connection: duckdb.DuckDBPyConnection, raw: RawTable) -> Iterator[pa.RecordBatch]:
    """The source's rows of text, some at a time."""
    if raw.batches is not None:
        try:
            yield from raw.batches()
        except MemoryError:
            raise
        except pa.ArrowException as error:
            raise duckdb.Error(str(error)) from error
        return
    cells = "".join(f", {quoted_name(name)}" for name in raw.headers)
    query = f"SELECT source_row, extra{cells} FROM {raw.relation}"
    try:
        yield from connection.cursor().sql(query).to_arrow_reader(_ROWS_AT_ONCE)
    except (pa.ArrowException, OSError) as error:
        # On the way through Arrow a fault of DuckDB's keeps its words and loses its kind.
        kind = duckdb.OutOfMemoryException if "Out of Memory" in str(error) else duckdb.Error
        raise kind(str(error)) from error


def _take(connection: duckdb.DuckDBPyConnection, parts: Sequence[pa.RecordBatch], *, to: str) -> None:
    """Add settled rows to the table, their kept cells as JSON."""
    rows = pa.Table.from_batches(parts)
    cells = "NULL"
    if rows.column("kept").null_count < rows.num_rows:
        cells = "to_json(map_concat(extra, kept))"
    elif rows.column("extra").null_count < rows.num_rows:
        cells = "to_json(extra)"
    connection.register("settled_rows", rows)
    cells = f"CASE WHEN extra IS NOT NULL OR kept IS NOT NULL THEN {cells} END"
    connection.execute(f"INSERT INTO {to} SELECT * EXCLUDE (extra, kept), {cells} FROM settled_rows")
    connection.unregister("settled_rows")


def write_table(
    connection: duckdb.DuckDBPyConnection,
    conformed: Conformed,
    *,
    to: Path,
    covers_from: date | None = None,
    covers_to: date | None = None,
) -> None:
    """Write the rows that were not rejected, ordered by authority and key, so the same files give the same bytes."""
    table, name = conformed.table, conformed.name_in_database
    sources = ", ".join(
        f"({at}, {quoted_text(raw.source.source_format)}, {quoted_text(raw.source.batch_id)})"
        for at, raw in enumerate(conformed.raws)
    )
    columns = ", ".join(quoted_name(column) for column in table.column_names)
    # A column that no file has is not the same as one that is empty: nothing may be counted from it.
    facts = {name: day.isoformat() for name, day in ((COVERS_FROM, covers_from), (COVERS_TO, covers_to)) if day}
    facts[SUPPLIED_COLUMNS] = ",".join(sorted({name for raw in conformed.raws for name in raw.headers}))
    metadata = ", ".join(f"{key}: {quoted_text(value)}" for key, value in facts.items())
    order = ", ".join(f"{quoted_name(column)} NULLS LAST" for column in ("authority_code", *table.key))
    connection.execute(
        f"""COPY (
            SELECT {columns}, row_number() OVER () AS row_id, authority_code, source_format, load_batch_id,
                   source_row, source_cells
            FROM (
                SELECT settled.*, source_format, load_batch_id
                FROM {name} AS settled
                JOIN (VALUES {sources}) AS source(source_at, source_format, load_batch_id) USING (source_at)
                WHERE NOT is_rejected
                ORDER BY {order}, source_at, source_row
            )
        ) TO {quoted_text(str(to))} (
            FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{metadata}}}
        )"""
    )


def check_links(connection: duckdb.DuckDBPyConnection, conformed: Sequence[Conformed]) -> tuple[str, ...]:
    """List every link that points nowhere; return a warning for each table that links need and no file held."""
    by_name = {settled.table.name: settled for settled in conformed}
    missing: dict[str, list[str]] = {}
    keys: dict[str, pa.Array] = {}
    for settled in conformed:
        links = {column.name: column.to for column in settled.table.columns if column.to in by_name}
        for target in links.values():
            if target not in keys:
                keys[target] = _keys(connection, by_name[target])
        astray = _links_astray(connection, settled, {name: keys[target] for name, target in links.items()})
        for column in settled.table.columns:
            if column.to is None:
                continue
            if column.to not in by_name:
                if _has_a_value(connection, name=settled.name_in_database, column=column.name):
                    missing.setdefault(column.to, []).append(f"{settled.table.name}.{column.name}")
                continue
            if column.name not in astray:
                continue
            target = by_name[column.to]
            add_issues(
                connection,
                f"""SELECT source_at, source_row, {header_sql(settled, column.name)} AS column_name,
                           {quoted_name(column.name)} AS value
                    FROM {settled.name_in_database} AS child
                    WHERE NOT is_rejected AND {quoted_name(column.name)} IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM {target.name_in_database} AS target
                        WHERE NOT target.is_rejected AND target.authority_code = child.authority_code
                          AND target.{quoted_name(target.table.key[0])} = child.{quoted_name(column.name)})""",
                raws=settled.raws,
                fault=faults.POINTS_NOWHERE,
            )
    return tuple(
        f"{LINKS_UNCHECKED} '{target}', so these links were not checked: {', '.join(columns)}."
        for target, columns in sorted(missing.items())
    )


def _keys(connection: duckdb.DuckDBPyConnection, target: Conformed) -> pa.Array:
    """The authority and key of every row of a table that links lead to."""
    key = f"authority_code || {quoted_name(target.table.key[0])}"
    query = f"SELECT {key} AS key FROM {target.name_in_database} WHERE NOT is_rejected"
    return connection.sql(query).to_arrow_table().column("key").combine_chunks()


def _links_astray(
    connection: duckdb.DuckDBPyConnection, settled: Conformed, keys: Mapping[str, pa.Array]
) -> frozenset[str]:
    """The links of a table of which some lead nowhere: all are looked at in one go, and nearly always none does."""
    if not keys:
        return frozenset()
    names = {f"link_{at}": name for at, name in enumerate(keys)}
    cells = ", ".join(f"authority_code || {quoted_name(name)} AS {at}" for at, name in names.items())
    query = f"SELECT {cells} FROM {settled.name_in_database} WHERE NOT is_rejected"
    astray: set[str] = set()
    for rows in connection.sql(query).to_arrow_reader(_LINKS_AT_ONCE):
        for at, name in names.items():
            if name not in astray and is_any_not_among(rows.column(at), keys[name]):
                astray.add(name)
    return frozenset(astray)


def add_found_issues(connection: duckdb.DuckDBPyConnection, issues: Sequence[RowIssue], *, batch_id: str) -> None:
    """Add issues that a format's own reader found."""
    for at in range(0, len(issues), _ISSUES_AT_ONCE):
        part = [asdict(issue) for issue in issues[at : at + _ISSUES_AT_ONCE]]
        connection.register("found_issue", pa.Table.from_pylist(part, schema=_FOUND_SCHEMA))
        connection.execute(f"INSERT INTO row_issue SELECT *, {quoted_text(batch_id)} FROM found_issue")
        connection.unregister("found_issue")


def header_sql(conformed: Conformed, column: str) -> str:
    """The SQL of what a column is called in the file that each settled row came from."""
    return _header_sql(conformed.raws, column)


def more_cells_sql(cells: str, more: str) -> str:
    """The SQL of a row's kept `cells` (JSON, or NULL) with the map `more` added."""
    return f"to_json(map_concat(coalesce({cells}::JSON::MAP(VARCHAR, VARCHAR), MAP {{}}), {more}))"


def rows_by_batch(conformed: Sequence[Conformed]) -> dict[str, int]:
    """Count the rows that were settled, rejected ones too, for each batch."""
    counts: dict[str, int] = {}
    for settled in conformed:
        for raw, count in zip(settled.raws, settled.rows_settled, strict=True):
            counts[raw.source.batch_id] = counts.get(raw.source.batch_id, 0) + count
    return counts


def rejected_by_batch(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Count the rows of each batch that were left out."""
    sql = "SELECT batch_id, count(DISTINCT row) FROM row_issue WHERE is_rejected GROUP BY ALL"
    return dict(connection.execute(sql).fetchall())


_ISSUES_AT_ONCE = 20_000
_FOUND_SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("file_name", "sheet")),
        ("row", pa.int64()),
        *((name, pa.string()) for name in ("column", "value", "reason", "what_to_do")),
        ("is_rejected", pa.bool_()),
    ]
)


def _holds_every_row(counts: Sequence[_Counted], *, raws: Sequence[RawTable]) -> bool:
    """DuckDB 2.0 once gave no rows and no error for a file with Windows line ends, so its count is checked."""
    for raw, counted in zip(raws, counts, strict=True):
        if raw.checks is not None:
            lines, count_surely = raw.checks
            if counted.rows != lines and counted.rows != count_surely():
                return False
    return True


def _add_found(connection: duckdb.DuckDBPyConnection, found: pa.Table, *, source: Source) -> None:
    if not found.num_rows:
        return
    connection.register("found_cell", found)
    connection.execute(
        f"""INSERT INTO row_issue
            SELECT {quoted_text(source.file_name)}, {_text_or_null(source.sheet)}, source_row, column_name, value,
                   reason, what_to_do, false, {quoted_text(source.batch_id)}
            FROM found_cell"""
    )
    connection.unregister("found_cell")


def _key_columns(table: Table) -> list[str]:
    return [column for column in table.key if (table.name, column) not in MAY_BE_EMPTY_IN_A_KEY]


_ROWS_AT_ONCE, _LINKS_AT_ONCE = 50_000, 1_000_000
_TYPES = {CODES: "VARCHAR[]", DATE: "DATE", YES_NO: "BOOLEAN", WHOLE_NUMBER: "BIGINT", DECIMAL: "DECIMAL(12, 2)"}
_OF_THE_ROW = "authority_code VARCHAR, source_row BIGINT, source_at INTEGER, is_rejected BOOLEAN, source_cells VARCHAR"


def _no_key(table: Table) -> str:
    return " OR ".join(f"{quoted_name(column)} IS NULL" for column in _key_columns(table))


def _reject_keyless(
    connection: duckdb.DuckDBPyConnection, *, name: str, table: Table, raws: Sequence[RawTable]
) -> None:
    """Reject the rows without a key, and name the first cell that was empty, or that held what cannot be read.

    The key's other parts are not shown: they may be hashes of ours, which mean nothing to whoever mends the row.
    """
    batches = f"[{', '.join(quoted_text(raw.source.batch_id) for raw in raws)}][source_at + 1]"
    before = ""
    for column in _key_columns(table):
        header = _header_sql(raws, column)
        empty = f"{before}{quoted_name(column)} IS NULL"
        before += f"{quoted_name(column)} IS NOT NULL AND "
        unread = f"""EXISTS (SELECT 1 FROM row_issue AS i WHERE i.batch_id = {batches}
            AND i.row = source_row AND i.column_name = {header} AND i.value IS NOT NULL AND NOT i.is_rejected)"""
        for condition, fault in ((unread, faults.UNREAD_KEY), (f"NOT {unread}", faults.NO_KEY)):
            rows = f"""SELECT source_at, source_row, {header} AS column_name, NULL::VARCHAR AS value
                       FROM {name} WHERE {empty} AND {condition}"""
            add_issues(connection, rows, raws=raws, fault=fault, is_rejected=True)
    connection.execute(f"UPDATE {name} SET is_rejected = true WHERE {_no_key(table)}")


def _reject_totals(connection: duckdb.DuckDBPyConnection, *, name: str, table: Table, raws: Sequence[RawTable]) -> None:
    """Reject lines of totals, of which a reader that makes keys of its own has taken out its own before."""
    key = quoted_name(table.key[0])
    if table.column(table.key[0]).kind in (IDENTIFIER, LINK):
        is_totals = f"regexp_full_match({key}, {quoted_text(faults.TOTALS_PATTERN)})"
        if _is_any(connection, f"SELECT 1 FROM {name} WHERE {is_totals}"):
            _reject(connection, name=name, chosen=is_totals, table=table, raws=raws, fault=faults.TOTALS_LINE)


def _reject(
    connection: duckdb.DuckDBPyConnection,
    *,
    name: str,
    chosen: str,
    table: Table,
    raws: Sequence[RawTable],
    fault: Fault,
) -> None:
    """Mark the rows that meet the condition `chosen` as rejected, and list them."""
    shown = "concat_ws(', ', " + ", ".join(f"{quoted_name(column)}::VARCHAR" for column in table.key) + ")"
    label = quoted_text(", ".join(raws[0].headers.get(column, column) for column in table.key))
    rows = f"SELECT source_at, source_row, {label} AS column_name, {shown} AS value FROM {name} WHERE {chosen}"
    add_issues(connection, rows, raws=raws, fault=fault, is_rejected=True)
    connection.execute(f"UPDATE {name} SET is_rejected = true WHERE {chosen}")


def reject_repeated_keys(
    connection: duckdb.DuckDBPyConnection, conformed: Conformed, *, within_format: bool = False
) -> None:
    """Of rows with the same key in one authority, keep the first in the files and reject the others.

    With `within_format`, rows of two formats may still share a key.
    """
    name, table, raws = conformed.name_in_database, conformed.table, conformed.raws
    formats = sorted({raw.source.source_format for raw in raws})
    format_of = f"[{', '.join(str(formats.index(raw.source.source_format)) for raw in raws)}][source_at + 1]"
    columns = ("authority_code", *table.key)
    keys = ", ".join(quoted_name(column) for column in columns)
    part = format_of if within_format else "source_at * 0"
    repeated = (
        f"SELECT {keys}, {part} AS part FROM {name} WHERE NOT is_rejected GROUP BY {keys}, {part} HAVING count(*) > 1"
    )
    if not _is_any(connection, repeated):
        return
    same = " AND ".join(f"r.{quoted_name(column)} IS NOT DISTINCT FROM s.{quoted_name(column)}" for column in columns)
    own_keys = ", ".join(f"s.{quoted_name(column)}" for column in columns)
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE later_row AS
            SELECT s.rowid AS row_in_table FROM {name} AS s JOIN ({repeated}) AS r ON {same} AND r.part = {part}
            WHERE NOT s.is_rejected
            QUALIFY row_number() OVER (
                PARTITION BY {own_keys}, {part} ORDER BY s.source_at, s.source_row, s.rowid) > 1"""
    )
    chosen = "rowid IN (SELECT row_in_table FROM later_row)"
    _reject(connection, name=name, chosen=chosen, table=table, raws=raws, fault=faults.REPEATED_KEY)


def add_issues(
    connection: duckdb.DuckDBPyConnection,
    query: str,
    *,
    raws: Sequence[RawTable],
    fault: Fault | None,
    is_rejected: bool = False,
) -> None:
    """Add the rows of `query` to the issues; `fault` gives the words unless the query does.

    `query` gives source_at, source_row, column_name and value.
    """
    places = ", ".join(
        f"({at}, {quoted_text(raw.source.file_name)}, {_text_or_null(raw.source.sheet)}, "
        f"{quoted_text(raw.source.batch_id)})"
        for at, raw in enumerate(raws)
    )
    words = "reason, what_to_do" if fault is None else f"{quoted_text(fault.reason)}, {quoted_text(fault.what_to_do)}"
    connection.execute(
        f"""INSERT INTO row_issue
            SELECT file_name, sheet, source_row, column_name, value, {words}, {str(is_rejected).lower()}, batch_id
            FROM ({query}) AS found
            JOIN (VALUES {places}) AS place(source_at, file_name, sheet, batch_id) USING (source_at)"""
    )


def _header_sql(raws: Sequence[RawTable], column: str) -> str:
    cases = " ".join(f"WHEN {at} THEN {quoted_text(raw.headers.get(column, column))}" for at, raw in enumerate(raws))
    return f"CASE source_at {cases} END"


def _text_or_null(value: str | None) -> str:
    return "NULL" if value is None else quoted_text(value)


def _has_a_value(connection: duckdb.DuckDBPyConnection, *, name: str, column: str) -> bool:
    return _is_any(connection, f"SELECT 1 FROM {name} WHERE {quoted_name(column)} IS NOT NULL")


def _is_any(connection: duckdb.DuckDBPyConnection, query: str) -> bool:
    """Whether the query has a row; all of its answer is taken, for a connection answers one thing at a time."""
    return bool(connection.execute(f"{query} LIMIT 1").fetchall())
