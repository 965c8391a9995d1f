"""How many cells of a column say nothing, of the rows that it can be told of.

The counts are made when the records are coded, and lie with the coded columns: every figure has its marks.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from purplebook.engine.kept.known import known_of
from purplebook.store import Snapshot
from purplebook.tables import DATA_TABLES, Table


@dataclass(frozen=True)
class EmptyCells:
    """The rows of which a column can be told and the others; of the first, how many are empty or say "not known"."""

    rows: int
    not_applicable: int
    missing: int
    unknown: int

    def __add__(self, other: EmptyCells) -> EmptyCells:
        """The counts of two parts of a table together."""
        return EmptyCells(*map(sum, zip(vars(self).values(), vars(other).values(), strict=True)))


def count_empty(
    snapshot: Snapshot, *, only: Collection[tuple[str, str]] | None = None
) -> dict[tuple[str, str], EmptyCells]:
    """The counts by (table, column) of every column that a file supplied, or `only` of some of them."""
    known = known_of(snapshot)
    if known is None:
        from purplebook.engine.records.counted_cells import counted_empty

        return counted_empty(snapshot, only=only)
    supplied = {table.name for table in supplied_tables(snapshot)}
    return {
        place: EmptyCells(*counts)
        for place, counts in known.empty.items()
        if place[0] in supplied and (only is None or place in only)
    }


def supplied_tables(snapshot: Snapshot) -> tuple[Table, ...]:
    """The tables that a file supplied."""
    return tuple(
        table for table in DATA_TABLES if table.name in snapshot.table_names and snapshot.is_supplied(table.name)
    )
