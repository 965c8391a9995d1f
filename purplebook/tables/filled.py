"""What a format can fill of the tables: the contract between its reader, which declares it, and whoever asks.

A reader says so before anything is loaded, so what a format is good for can be told from the definitions alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from purplebook.errors import DefinitionError
from purplebook.tables import TABLES_BY_NAME

Place = tuple[str, str]
"""A table and one of its columns."""


@dataclass(frozen=True)
class RowsMade:
    """Rows of one canonical table that a format makes in one way: what it fills, and what is the same on every row.

    `same` gives our code columns that hold one of these codes on each of the rows.
    """

    table: str
    columns: frozenset[str]
    same: Mapping[str, frozenset[str]] = field(default_factory=dict)
    is_latest_only: bool = False


@dataclass(frozen=True)
class FormatSupply:
    """All that a format can fill; a file of it may hold less.

    `reach` says in words from when to when its records are complete; `months` gives, for each table that has such a
    limit, how many months back from the day of the extract that is.
    """

    name: str
    title: str
    rows: tuple[RowsMade, ...]
    reach: str
    months: Mapping[str, int] = field(default_factory=dict)

    @property
    def columns(self) -> Mapping[str, frozenset[str]]:
        """Every column that can be filled, by table."""
        columns: dict[str, frozenset[str]] = {}
        for way in self.rows:
            columns[way.table] = columns.get(way.table, frozenset()) | way.columns
        return columns

    @property
    def kinds(self) -> Mapping[Place, frozenset[str]]:
        """The code columns that can hold some codes alone, each with these codes."""
        kinds: dict[Place, frozenset[str]] = {}
        for table in self.columns:
            ways = [way for way in self.rows if way.table == table]
            for column in set.intersection(*(set(way.same) for way in ways)):
                kinds[table, column] = frozenset().union(*(way.same[column] for way in ways))
        return kinds


def check_filled(table: str, columns: Iterable[str], *, by: str) -> None:
    """Refuse, when a reader is declared, a table or a column that there is not: DefinitionError with the nearest name.

    Nobody would ask for the cells of such a column, so they would be lost without a word.
    """
    if table not in TABLES_BY_NAME:
        raise DefinitionError(f"{by} fills '{table}', which is no table.{_nearest(table, TABLES_BY_NAME)}")
    known = TABLES_BY_NAME[table].column_names
    for name in columns:
        if name not in known:
            raise DefinitionError(f"{by} fills '{name}', which is no column of '{table}'.{_nearest(name, known)}")


def filling(columns: Mapping[str, Mapping[str, str]], *, by: str) -> Mapping[str, Mapping[str, str]]:
    """The columns that a reader fills, by table, each with its name in the file; DefinitionError for a stranger."""
    for table, names in columns.items():
        check_filled(table, names, by=by)
    return columns


def _nearest(name: str, known: Iterable[str]) -> str:
    alike = get_close_matches(name, list(known), n=1)
    return f" Did you mean '{alike[0]}'?" if alike else f" There are: {', '.join(known)}."
