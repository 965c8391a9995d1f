"""Canonical rows as they are gathered: rows of several years, or files, that tell of one thing become one row.

The later return wins, cell by cell; what it leaves empty is taken from the earlier.  A row is never lost: where an
earlier row says otherwise, that is listed at the earlier row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from purplebook.sources.ssda903.given import GivenRow
from purplebook.store.loaded import RowIssue

OTHERWISE = "another row about the same thing says otherwise"
LATER_KEPT = "The value of the later return, or of the later row, was kept. Correct the one that is wrong."


@dataclass(slots=True)
class CanonicalRow:
    """One canonical row: the given row it is credited to, its cells by our column names, and the years that tell it."""

    table: str
    given: GivenRow
    cells: dict[str, str]
    headers: Mapping[str, str]
    years: tuple[int, ...] = ()


@dataclass
class Gathered:
    """Everything found so far.  Rows must be added in the order of their returns, the earliest first."""

    rows: dict[tuple[str, str], CanonicalRow] = field(default_factory=dict)
    issues: list[RowIssue] = field(default_factory=list)
    _seen: dict[tuple[str, str, str, int | None], int] = field(default_factory=dict)

    def ordinal(self, kind: str, *, given: GivenRow) -> int:
        """Which one of its kind a row is within its file and year: the second of a day is a second event."""
        key = (kind, given.source.batch_id, given.layout.name, given.year)
        self._seen[key] = self._seen.get(key, 0) + 1
        return self._seen[key]

    def add(
        self,
        table: str,
        key: str,
        *,
        given: GivenRow,
        cells: Mapping[str, str],
        headers: Mapping[str, str],
        gives_way: bool = False,
    ) -> None:
        """Add a row, or what it tells of a row that is there; with `gives_way` it only fills what is empty."""
        filled = {name: text for name, text in cells.items() if text}
        old = self.rows.get((table, key))
        if old is None:
            years = () if given.year is None else (given.year,)
            self.rows[table, key] = CanonicalRow(table, given, filled, headers, years)
            return
        if given.year is not None and given.year not in old.years:
            old.years = (*old.years, given.year)
        if filled.items() <= old.cells.items() and headers.items() <= old.headers.items():
            old.given = old.given if gives_way else given
            return
        for name in sorted(filled.keys() & old.cells.keys()):
            if filled[name] != old.cells[name]:
                loser = given if gives_way else old.given
                column = headers.get(name) or old.headers.get(name)
                if column in loser.cells:
                    self.issues.append(loser.issue(column, OTHERWISE, LATER_KEPT))
        if gives_way:
            old.cells = {**filled, **old.cells}
            old.headers = {**headers, **old.headers}
        else:
            old.cells = {**old.cells, **filled}
            old.headers = {**old.headers, **headers}
            old.given = given
