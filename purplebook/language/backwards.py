"""Lengths of time that end before they begin: a fault in the records, never in time and never part of an average.

    assessment begun 9 March, completed 2 March     minus 7 days: left out, above the line and below it

A length up to a day of the reporting period is no such fault: that day comes when it comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from purplebook.language.node import children_of
from purplebook.language.nodes import (
    AtLeast,
    Compare,
    DaysBetween,
    Expression,
    IsMissing,
    Literal,
    PeriodDay,
    When,
    WorkingDaysBetween,
)
from purplebook.language.related import Related

ENDS_FIRST = "it ends before it begins"


def ends_before_it_begins(start: Expression, end: Expression) -> Compare:
    """The length from `start` to `end` is known to be less than no time."""
    return Compare("<", end, start)


def never_backwards(*terms: Expression, among: Sequence[Expression] = ()) -> tuple[Expression, ...]:
    """Conditions that leave out rows of which a length in `terms` is less than no time; one not known stays in.

    What `among` asks already is not asked again.
    """
    pairs = dict.fromkeys(_lengths(terms))
    return tuple(
        IsMissing(When(ends_before_it_begins(start, end), ENDS_FIRST))
        for start, end in pairs
        if not {Compare("<=", start, end), Compare(">=", end, start)} & set(among)
    )


def backwards_left_out(terms: Iterable[Expression]) -> tuple[Expression, ...]:
    """The conditions of such rows, where some are left out."""
    return tuple(
        term.source.condition
        for term in terms
        if isinstance(term, IsMissing) and isinstance(term.source, When) and term.source.label == ENDS_FIRST
    )


def _lengths(terms: Iterable[Expression]) -> Iterator[tuple[Expression, Expression]]:
    """The starts and ends of every length that a row settles by itself."""
    for term in terms:
        if isinstance(term, DaysBetween | WorkingDaysBetween):
            if not any(_is_of_the_period(day) for day in (term.start, term.end)):
                yield term.start, term.end
        elif not isinstance(term, AtLeast | Related):
            # `at_least` says what less than no time counts as; related rows are asked about where they are chosen.
            yield from _lengths(child for child in children_of(term))


def _is_of_the_period(day: Expression) -> bool:
    return isinstance(day, PeriodDay | Literal | Related) or any(_is_of_the_period(part) for part in children_of(day))
