"""The different values of something beside the periods: what a condition says of each value in each period.

Most conditions set a day of the row against a day of the period.  Such a one is told by where the row's day stands
among the periods' days, so that no value need be laid beside every period.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np

from purplebook.engine.columns.bits import bits
from purplebook.engine.columns.values import Values, same_terms
from purplebook.engine.columns.view import Run, View
from purplebook.language import expressions as ex

OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "<>"}
"""What is true where a comparison is false, of two values that are known."""
TURNED_ROUND = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
"""The same comparison with its sides changed over."""


def every_period(run: Run) -> np.ndarray:
    """The set of all periods."""
    return bits(np.ones((1, run.periods.count), bool))[0]


class Grid:
    """Some values of a source, each a row of its own, beside every period."""

    def __init__(self, run: Run, table: str, source: ex.Expression, values: Values) -> None:
        self.run, self.table, self.source, self.values = run, table, source, values

    @cached_property
    def alone(self) -> View:
        """Each value once, for what is the same in every period."""
        rows = np.zeros(len(self.values.data), np.int64)
        return View(self.run, self.table, rows, apart=True).given(self.source, self.values)

    @cached_property
    def periods(self) -> View:
        """Each period once, for what is the same for every value."""
        count = self.run.periods.count
        return View(self.run, self.table, np.zeros(count, np.int64), period=np.arange(count), apart=True)

    @cached_property
    def both(self) -> View:
        """Every value beside every period: the periods of the first value, those of the second, and so on."""
        count, data = self.run.periods.count, self.values.data
        period = np.tile(np.arange(count, dtype=np.int32), len(data))
        view = View(self.run, self.table, np.zeros(len(period), np.int64), period=period, apart=True)
        return view.given(self.source, self.values.like(np.repeat(data, count)))

    def sets(self, node: ex.Expression, *, want: bool) -> np.ndarray:
        """For each value the periods in which a condition is true, or in which it is false; one row where all agree."""
        parts = self.run.parts
        match node:
            case ex.Called(source):
                return self.sets(source, want=want)
            case ex.Not(source):
                return self.sets(source, want=not want)
            case ex.AllOf(terms) | ex.AnyOf(terms):
                join = np.bitwise_and if isinstance(node, ex.AllOf) == want else np.bitwise_or
                made = self.sets(terms[0], want=want)
                for term in terms[1:]:
                    made = join(made, self.sets(term, want=want))
                return made
        if parts.is_fixed(node):
            return np.where(self.alone.holds(node, want=want)[:, None], every_period(self.run), np.uint64(0))
        if self._is_of_the_period(node):
            return bits(self.periods.holds(node, want=want)[None, :])
        if isinstance(node, ex.Compare):
            found = self._by_rank(node, want=want)
            if found is not None:
                return found
        return bits(self.both.holds(node, want=want).reshape(-1, self.run.periods.count))

    def _is_of_the_period(self, node: ex.Expression) -> bool:
        return isinstance(self.run.parts.only_source(node), ex.PeriodDay) and not self.run.parts.is_fixed(node)

    def _by_rank(self, node: ex.Compare, *, want: bool) -> np.ndarray | None:
        """A value of the row against one of the period; None where the comparison is another one."""
        sign, ours, theirs = node.op if want else OPPOSITE.get(node.op, node.op), node.left, node.right
        if self.run.parts.is_fixed(theirs):
            sign, ours, theirs = TURNED_ROUND.get(sign, sign), theirs, ours
        if sign not in TURNED_ROUND or not self.run.parts.is_fixed(ours) or not self._is_of_the_period(theirs):
            return None
        own, of_period = same_terms([self.alone.value(ours), self.periods.value(theirs)])
        if own.labels is not None:
            return None
        ranks, rank = np.unique(of_period.data, return_inverse=True)
        is_upper = sign in ("<", "<=")
        place = np.searchsorted(ranks, own.data, side="right" if sign in ("<", ">=") else "left")
        at_or_after = rank[None, :] >= np.arange(len(ranks) + 1)[:, None]
        table = bits((at_or_after if is_upper else ~at_or_after) & of_period.known[None, :])
        return np.where(own.known[:, None], table[place], np.uint64(0))
