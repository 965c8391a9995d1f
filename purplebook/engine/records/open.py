"""An engine over the files of one snapshot, old or new, or over the rows of some of its authorities."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow.parquet as pq

from purplebook.engine.base import Engine
from purplebook.engine.chosen import TableSource, engine_over
from purplebook.engine.sql.dialect import SQL_TYPES
from purplebook.language.periods import Period
from purplebook.store import Snapshot
from purplebook.store.spilling import spill_folder
from purplebook.tables import DATA_TABLES
from purplebook.tables.arrow import arrow_schema, stored_columns
from purplebook.tables.schema import Table

AUTHORITY = "authority_code"
SMALL = 2_000_000
"""Rows in all tables below which a snapshot is one authority's: a second thread costs more there than it saves."""


@contextlib.contextmanager
def open_engine(snapshot: Snapshot, periods: Sequence[Period], *, authorities: Sequence[str] = ()) -> Iterator[Engine]:
    """An engine over the files of one snapshot, or over the rows of some of its authorities.

    StoreError when one of the files changed while they were read.
    """
    with snapshot.reading(), spill_folder(snapshot.store_path) as spill:
        with _engine(snapshot, periods, authorities=authorities, spill=spill) as engine:
            yield engine


def _engine(snapshot: Snapshot, periods: Sequence[Period], *, authorities: Sequence[str], spill: str) -> Engine:
    sources: dict[str, TableSource] = {
        name: parts_with(snapshot.table_paths(name), authorities) for name in snapshot.table_names
    }
    absent = {}
    for table in DATA_TABLES:
        if table.name not in sources:
            # A snapshot that was loaded before a table was introduced has nothing of it.
            sources[table.name] = arrow_schema(table).empty_table()
        elif lacking := columns_lacking(snapshot, table):
            absent[table.name] = lacking
    rows = sum(table.row_count for table in snapshot.manifest.tables)
    return engine_over(sources, periods, is_small=rows < SMALL, authorities=authorities, absent=absent, spill=spill)


def columns_lacking(snapshot: Snapshot, table: Table) -> tuple[tuple[str, str], ...]:
    """The columns, with their SQL types, that were introduced after a snapshot was loaded."""
    stored = set(snapshot.stored_columns(table.name))
    return tuple((column.name, SQL_TYPES[column.kind]) for column in stored_columns(table) if column.name not in stored)


def parts_with(paths: Sequence[Path], authorities: Sequence[str]) -> tuple[Path, ...]:
    """The parts of a table that can hold rows of some authorities, by what each says of itself; at least one."""
    if not authorities or len(paths) == 1:
        return tuple(paths)
    return tuple(path for path in paths if _can_hold(path, authorities)) or (paths[0],)


def _can_hold(path: Path, authorities: Sequence[str]) -> bool:
    file = pq.read_metadata(path)
    if AUTHORITY not in file.schema.names:
        return True
    place = file.schema.names.index(AUTHORITY)
    for number in range(file.num_row_groups):
        range_said = file.row_group(number).column(place).statistics
        if range_said is None or not range_said.has_min_max:
            return True
        if any(range_said.min <= code <= range_said.max for code in authorities):
            return True
    return False
