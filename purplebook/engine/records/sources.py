"""Where the rows of a snapshot's tables lie, old or new, each looked for when it is first asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from purplebook.store import Snapshot
from purplebook.tables import DATA_TABLES, TABLES_BY_NAME
from purplebook.tables.schema import Table

if TYPE_CHECKING:
    from purplebook.engine.base import TableSource

AUTHORITY = "authority_code"


class Sources(Mapping[str, "TableSource"]):
    """The files of each table of a snapshot, or those that can hold rows of some authorities.

    A table that was introduced after the snapshot was loaded is there too, without rows.
    """

    def __init__(self, snapshot: Snapshot, authorities: Sequence[str] = ()) -> None:
        self._snapshot, self._authorities = snapshot, authorities
        self._names = tuple(dict.fromkeys((*snapshot.table_names, *(table.name for table in DATA_TABLES))))
        self._known: dict[str, TableSource] = {}

    def __getitem__(self, name: str) -> TableSource:
        if name not in self._known:
            self._known[name] = self._source(name)
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def _source(self, name: str) -> TableSource:
        if name not in self._names:
            raise KeyError(name)
        if name in self._snapshot.table_names:
            return parts_with(self._snapshot.table_paths(name), self._authorities)
        from purplebook.tables.arrow import arrow_schema

        return arrow_schema(TABLES_BY_NAME[name]).empty_table()


class Lacking(Mapping[str, Sequence[tuple[str, str]]]):
    """By table the columns, with their SQL types, that were introduced after a snapshot was loaded."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._names = tuple(table.name for table in DATA_TABLES if table.name in snapshot.table_names)

    def __getitem__(self, name: str) -> Sequence[tuple[str, str]]:
        if name not in self._names:
            raise KeyError(name)
        return columns_lacking(self._snapshot, TABLES_BY_NAME[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def columns_lacking(snapshot: Snapshot, table: Table) -> tuple[tuple[str, str], ...]:
    """The columns, with their SQL types, that were introduced after a snapshot was loaded."""
    from purplebook.engine.sql.dialect import SQL_TYPES

    stored = set(snapshot.stored_columns(table.name))
    return tuple((column.name, SQL_TYPES[column.kind]) for column in table.stored_columns if column.name not in stored)


def parts_with(paths: Sequence[Path], authorities: Sequence[str]) -> tuple[Path, ...]:
    """The parts of a table that can hold rows of some authorities, by what each says of itself; at least one."""
    if not authorities or len(paths) == 1:
        return tuple(paths)
    return tuple(path for path in paths if _can_hold(path, authorities)) or (paths[0],)


def _can_hold(path: Path, authorities: Sequence[str]) -> bool:
    import pyarrow.parquet as pq

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
