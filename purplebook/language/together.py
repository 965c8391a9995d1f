"""Conditions that cannot all be true of one row: two codes at once, or a lower limit above the upper one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from purplebook.language.nodes import Compare, Expression, IsIn, IsMissing, Literal, Not
from purplebook.language.places import refuse


def check_possible(terms: Sequence[Expression]) -> None:
    """Refuse conditions of one row that exclude each other: together they would count nothing, silently."""
    sources = [(_source(term), term) for term in terms]
    for place, (source, term) in enumerate(sources):
        if source is None:
            continue
        for other, earlier in sources[:place]:
            if other is not None and other == source and _exclude_each_other(term, earlier):
                refuse(
                    f"{earlier.written} and {term.written} cannot both be true, so nothing would be counted. "
                    "Write any_of(…) for either, or put the limits the other way round."
                )


def _source(term: Expression) -> Expression | None:
    match term:
        case Compare(_, left, Literal()):
            return left
        case IsIn(source) | IsMissing(source) | Not(IsMissing(source)):
            return source
    return None


def _exclude_each_other(one: Expression, other: Expression) -> bool:
    match one, other:
        case (IsMissing(), IsMissing()) | (Not(), Not()):
            return False
        case (IsMissing(), _) | (_, IsMissing()):
            return True
        case Compare(), Compare():
            return not _can_both(_range(one), _range(other))
        case (Compare("=", _, Literal(value)), IsIn(_, values)) | (IsIn(_, values), Compare("=", _, Literal(value))):
            return value not in values
        case IsIn(_, values), IsIn(_, others):
            return not set(values) & set(others)
    return False


def _range(term: Compare) -> tuple[Any, bool, Any, bool]:
    """The lowest value, whether it is in, the highest and whether it is in; None where there is no limit."""
    assert isinstance(term.right, Literal)
    value = term.right.value
    match term.op:
        case "=":
            return value, True, value, True
        case "<" | "<=":
            return None, True, value, term.op == "<="
    return value, term.op == ">=", None, True


def _can_both(one: tuple[Any, bool, Any, bool], other: tuple[Any, bool, Any, bool]) -> bool:
    for (low, low_in, *_), (*_, high, high_in) in ((one, other), (other, one)):
        if low is not None and high is not None and (low > high or (low == high and not (low_in and high_in))):
            return False
    return True
