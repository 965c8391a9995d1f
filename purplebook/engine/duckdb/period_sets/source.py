"""What a condition on a row and a period reads of the row."""

from __future__ import annotations

from purplebook.language import expressions as ex

_UNKNOWN_FROM_UNKNOWN = (
    ex.Compare,
    ex.AddMonths,
    ex.DaysBetween,
    ex.WorkingDaysBetween,
    ex.AgeOn,
    ex.AtLeast,
    ex.ReturnYear,
    ex.Hundredths,
)
"""Expressions that have no value where one of their parts has none."""


def only_source(node: ex.Expression) -> ex.Expression | None:
    """The one value of the row that a condition about a period reads, or None where it reads none or several.

    Such a condition can be decided once for each value that occurs, whatever row it occurs on.  With no value the
    condition is neither true nor false.
    """
    if isinstance(node, ex.AllOf):
        # Every part must read the value: then all are undecided where it is missing.
        found = {only_source(term) for term in node.terms}
        return found.pop() if len(found) == 1 else None
    if not isinstance(node, ex.Compare):
        return None
    sources = _sources(node)
    return next(iter(sources)) if sources is not None and len(sources) == 1 else None


def _sources(node: ex.Expression) -> frozenset[ex.Expression] | None:
    if isinstance(node, ex.Literal | ex.PeriodDay) or (isinstance(node, ex.Standard) and node.on is None):
        return frozenset()
    if isinstance(node, ex.Standard) and node.on is not None:
        # The number follows from the day it is taken on, which the rest of the condition may read as well.
        return _sources(node.on)
    if not ex.depends_on_period(node):
        return frozenset([node])
    if not isinstance(node, _UNKNOWN_FROM_UNKNOWN):
        return None
    found: frozenset[ex.Expression] = frozenset()
    for part in ex.children_of(node):
        inside = _sources(part)
        if inside is None:
            return None
        found |= inside
    return found


def may_filter(node: ex.Expression) -> bool:
    """Whether a condition may stand in a WHERE.

    DuckDB 2.0 moves such a condition about, and stumbles over a label that is compared with another text.
    """
    return not any(isinstance(part, ex.When) for part in ex.walk(node))
