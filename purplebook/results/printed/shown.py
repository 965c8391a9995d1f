"""How a paper prints a figure: exact from its whole numbers, rounded half up, once.

A percentage is worked out again from its numerator and denominator here, because rounding a value that was rounded to
two places already would print 7.8 for 7.749.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from purplebook.language.show import Show
from purplebook.results.figure import Figure
from purplebook.results.values import MONTHS_IN_A_DAY, half_up, quotient

NOT_AVAILABLE = "\N{EN DASH}"
"""What stands in a cell of a table that has no figure."""
MINUS = "\N{MINUS SIGN}"

PLACES = {
    Show.NUMBER: 0,
    Show.DENOMINATOR: 0,
    Show.PERCENT_1: 1,
    Show.PERCENT_2: 2,
    Show.MEAN_0: 0,
    Show.MEAN_1: 1,
    Show.MONTHS_1: 1,
    Show.RATE_2: 2,
}
KNOWN_STATUSES = ("provisional", "validated", "returned", "published", "final")
"""The other statuses say why there is no figure: "not supplied", "not covered", "no population", "only by month"."""

PERCENTAGES = (Show.PERCENT_1, Show.PERCENT_2)


@dataclass(frozen=True)
class Printed:
    """A number as it stands on the page, and the same number to compare and draw with."""

    number: Decimal
    text: str


def is_known(figure: Figure) -> bool:
    """Whether there is a figure at all: a status other than those of a release or "final" says why there is none."""
    return figure.numerator is not None and figure.status in KNOWN_STATUSES


def shown(figure: Figure, show: Show) -> Printed | None:
    """One part of a figure as it is printed, or None when it cannot be worked out."""
    if not is_known(figure):
        return None
    if show is Show.NUMBER:
        return printed(Decimal(figure.numerator), show)
    if figure.denominator is None or (figure.value is None and show is not Show.DENOMINATOR):
        return None
    if show is Show.DENOMINATOR:
        return printed(Decimal(figure.denominator), show)
    if show is Show.RATE_2:
        return None if figure.value is None else printed(figure.value, show)
    if figure.denominator == 0:
        return None
    if show in PERCENTAGES:
        factor = Fraction(100)
    else:
        factor = MONTHS_IN_A_DAY if show is Show.MONTHS_1 else Fraction(1)
    return printed(quotient(figure.numerator, figure.denominator, factor=factor, places=PLACES[show]), show)


def printed(number: Decimal, show: Show) -> Printed:
    """A number rounded half up to its places, with separators for thousands and the sign of a percentage."""
    rounded = half_up(number, PLACES[show])
    return Printed(rounded, f"{rounded:,}{'%' if show in PERCENTAGES else ''}")


def signed(number: Decimal, *, is_percentage: bool) -> str:
    """A change with its sign, "no change" when there is none; percentages change by percentage points."""
    if number == 0:
        return "no change"
    unit = " points" if is_percentage else ""
    return f"{'+' if number > 0 else MINUS}{abs(number):,}{unit}"
