"""Some rows of one table, perhaps each in a period and seen by the row that asks: what is said of them, kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np

from purplebook.engine.columns.numbered import Records
from purplebook.engine.columns.parts import Parts
from purplebook.engine.columns.values import Values, number_of_day
from purplebook.language import expressions as ex
from purplebook.language.periods import Period


class Meaning(Protocol):
    """Works out what a view has not been asked before."""

    def value(self, view: View, node: ex.Expression) -> Values:
        """The value of an expression for each row."""
        ...

    def holds(self, view: View, node: ex.Expression, *, want: bool) -> np.ndarray:
        """The rows of which a condition is true, or of which it is false; of the others it is neither."""
        ...


@dataclass(frozen=True)
class Days:
    """The first and the last day of every period, at its place in the sequence."""

    first: np.ndarray
    last: np.ndarray

    @property
    def count(self) -> int:
        """How many periods there are."""
        return len(self.first)


def days_of_periods(periods: Sequence[Period]) -> Days:
    """The days of periods as numbers."""
    return Days(
        first=np.array([number_of_day(period.first_day) for period in periods], np.int32),
        last=np.array([number_of_day(period.last_day) for period in periods], np.int32),
    )


@dataclass(frozen=True)
class Run:
    """What every view of a run shares: the records, the periods, and whatever was worked out for all scans.

    `kept` is for what hangs on the records and the periods alone, under a name that says so.
    """

    records: Records
    periods: Days
    meaning: Meaning
    parts: Parts = field(default_factory=Parts)
    whole: dict[str, View] = field(default_factory=dict)
    kept: dict[tuple[Any, ...], Any] = field(default_factory=dict)

    def table(self, name: str) -> View:
        """All rows of a table: the same view for everyone who asks."""
        if name not in self.whole:
            self.whole[name] = View(self, name)
        return self.whole[name]


class View:
    """Rows of one table by their numbers, or every row.

    `period` is the place of the period in which each is seen, `asker` the rows that look at them.  What is fixed is
    worked out for the whole table and taken from there, but in a view that stands `apart`.
    """

    def __init__(
        self,
        run: Run,
        table: str,
        rows: np.ndarray | None = None,
        *,
        period: np.ndarray | None = None,
        asker: View | None = None,
        apart: bool = False,
    ) -> None:
        self.run, self.table, self.rows, self.period, self.asker = run, table, rows, period, asker
        self.count = run.records.count(table) if rows is None else len(rows)
        self._from_whole = rows is not None and not apart
        self._values: dict[int, Values] = {}
        self._held: dict[tuple[int, bool], np.ndarray] = {}

    @property
    def is_in_periods(self) -> bool:
        """Whether its rows are of the table and stand in periods of their own."""
        return self._from_whole and self.period is not None

    def rows_at(self, places: np.ndarray) -> np.ndarray:
        """The numbers of the rows at some places."""
        return places if self.rows is None else self.rows[places]

    def at(self, places: np.ndarray) -> View:
        """These rows at some places."""
        period = None if self.period is None else self.period[places]
        asker = None if self.asker is None else self.asker.at(places)
        return View(self.run, self.table, self.rows_at(places), period=period, asker=asker)

    def value(self, node: ex.Expression) -> Values:
        """The value of an expression for each row."""
        key = self.run.parts.number(node)
        if key not in self._values:
            if self._from_whole and self.run.parts.is_fixed(node):
                assert self.rows is not None
                self._values[key] = self.run.table(self.table).value(node).take(self.rows)
            else:
                self._values[key] = self.run.meaning.value(self, node)
        return self._values[key]

    def holds(self, node: ex.Expression, *, want: bool = True) -> np.ndarray:
        """The rows of which a condition is true, or of which it is false; of the others it is neither."""
        key = self.run.parts.number(node), want
        if key not in self._held:
            if self._from_whole and self.run.parts.is_fixed(node):
                assert self.rows is not None
                self._held[key] = self.run.table(self.table).holds(node, want=want)[self.rows]
            else:
                self._held[key] = self.run.meaning.holds(self, node, want=want)
        return self._held[key]

    def all_hold(self, terms: Sequence[ex.Expression]) -> np.ndarray:
        """The rows of which every condition is true."""
        held = np.ones(self.count, bool)
        for term in terms:
            held &= self.holds(term)
        return held

    def given(self, node: ex.Expression, values: Values) -> View:
        """This view, in which an expression has the values that are given."""
        key = self.run.parts.number(node)
        self._values[key] = values
        if node.is_condition:
            self._held |= {(key, True): values.data == 1, (key, False): values.data == 0}
        return self

    def link(self, column: str) -> np.ndarray:
        """For each row the number of the row that its link names."""
        return self.taken(self.run.records.link(self.table, column))

    def taken(self, of_table: np.ndarray) -> np.ndarray:
        """What stands beside each row of the table, for these rows."""
        return of_table if self.rows is None else of_table[self.rows]
