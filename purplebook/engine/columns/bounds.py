"""Conditions that hold a day of a related row against a day of the row that asks: where a search may start and stop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from purplebook.engine.columns.values import NONE, Values
from purplebook.engine.columns.view import View
from purplebook.language import expressions as ex
from purplebook.tables.schema import DATE

TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


@dataclass(frozen=True)
class Bound:
    """The day of the related row is before (`is_upper`) or after another, or on it where `is_within`.

    The other is `at`, `shift` days earlier or later.
    """

    term: ex.Expression
    day: ex.Column
    is_upper: bool
    is_within: bool
    at: ex.Expression
    shift: ex.Expression | None = None
    sign: int = 0

    def day_of(self, asking: View) -> Values:
        """The other day for each row that asks."""
        at = asking.value(self.at)
        if self.shift is None:
            return at
        shift = asking.value(self.shift)
        known = at.known & shift.known
        moved = at.data.astype(np.int64) + self.sign * shift.data.astype(np.int64)
        return Values(np.where(known, moved, NONE))


def bound_of(term: ex.Expression) -> Bound | None:
    """The bound that a condition sets, or None where it is none."""
    if not isinstance(term, ex.Compare) or term.op == "=":
        return None
    for op, one, other in ((term.op, term.left, term.right), (TURNED[term.op], term.right, term.left)):
        if not _is_of_asker(other):
            continue
        match one:
            case ex.Column(kind=kind) if kind == DATE:
                return Bound(term, one, op in ("<", "<="), op in ("<=", ">="), other)
            case ex.DaysBetween(ex.Column() as day, end) if _is_of_asker(end):
                turned = TURNED[op]
                return Bound(term, day, turned in ("<", "<="), turned in ("<=", ">="), end, other, -1)
            case ex.DaysBetween(start, ex.Column() as day) if _is_of_asker(start):
                return Bound(term, day, op in ("<", "<="), op in ("<=", ">="), start, other, 1)
    return None


def bounds_on(day: ex.Expression, terms: Sequence[ex.Expression]) -> Iterator[Bound]:
    """The bounds that conditions set to one day of the related rows."""
    for term in terms:
        bound = bound_of(term)
        if bound is not None and bound.day == day:
            yield bound


def stops(term: ex.Expression, day: ex.Expression, *, backwards: bool) -> bool:
    """Whether a condition that is false of one related row is false of all that are earlier, or later, than it."""
    bound = bound_of(term)
    if bound is not None:
        return bound.day == day and bound.is_upper != backwards
    if not isinstance(term, ex.Compare) or term.op == "=":
        return False
    falls = term.op in ("<", "<=")
    match term.left:
        case ex.WorkingDaysBetween(start, end) if start == day and _is_of_asker(end):
            return _is_of_asker(term.right) and falls == backwards
        case ex.WorkingDaysBetween(start, end) if end == day and _is_of_asker(start):
            return _is_of_asker(term.right) and falls != backwards
        case ex.AddMonths(source, months) if source == day:
            is_same = isinstance(months, int) or _is_of_asker(months)
            return is_same and _is_of_asker(term.right) and falls != backwards
    return False


def _is_of_asker(node: ex.Expression) -> bool:
    """Whether every related row that is looked at has the same value of it."""
    return not any(isinstance(part, ex.Column | ex.Related | ex.Lookup) for part in ex.walk_here(node))
