"""How a number is written beside its unit: 1,234, 62.5%, 8.1 months, 67 of 230.

A dash stands where there is no number; why there is none is the status's to say.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from purplebook.definitions.units import unit_of
from purplebook.language import expressions as ex
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape
from purplebook.results.values import half_up, quotient

NONE = "–"
WHOLE_NUMBERS = (Shape.COUNT, Shape.SUM, Shape.DIFFERENCE)
PERCENTAGE_SHAPES = (Shape.PERCENTAGE, Shape.SHARE)


def count_text(count: int) -> str:
    """A count with a comma at the thousands: 1,234."""
    return f"{count:,}"


def value_text(item: Indicator, value: Decimal | None) -> str:
    """A figure's value with its unit: 1,234, 62.5%, 8.1 months; a dash where there is none."""
    if value is None:
        return NONE
    if item.measure.shape in WHOLE_NUMBERS:
        return f"{half_up(value, 0):,}"
    unit = unit_of(item)
    return f"{half_up(value, 1):,}{'%' if unit == '%' else '' if unit == 'number' else f' {unit}'}"


def bare_text(value: Decimal | None) -> str:
    """A stored value without its unit, whole where it is: 1,234 or 62.53; a dash where there is none."""
    return NONE if value is None else f"{value:,}".removesuffix(".00")


def exact_text(value: Decimal) -> str:
    """A number as a program would read it, without noughts at its end: 62.5."""
    return f"{value.normalize():f}"


def cell_text(item: Indicator, value: Decimal | None) -> str | None:
    """A stored value in a column of values: a count without decimals, all else with the two places that are kept."""
    if value is None:
        return None
    is_whole = item.measure.shape in (Shape.COUNT, Shape.DIFFERENCE) and value == int(value)
    return str(int(value)) if is_whole else str(value)


def whole_text(item: Indicator, number: int) -> str:
    """What a percentage or an average is of: 1,234; 91.3 where the records hold parts of a whole, as of a post."""
    bottom = item.measure.bottom
    parts = ex.walk(bottom.value) if bottom is not None and bottom.value is not None else ()
    if any(isinstance(node, ex.Hundredths) for node in parts):
        return f"{quotient(number, 100, factor=Fraction(1), places=1):,}"
    return count_text(number)


def parts_text(item: Indicator, numerator: int | None, denominator: int | None) -> str:
    """The whole numbers behind a percentage: 67 of 230; "" for what is a number itself, or is not known."""
    if item.measure.shape not in PERCENTAGE_SHAPES or numerator is None or denominator is None:
        return ""
    return f"{count_text(numerator)} of {count_text(denominator)}"


def interval_text(item: Indicator, interval: tuple[float, float] | None) -> str:
    """What chance may put a percentage or a rate between, 95% sure; "" where there is no interval."""
    if interval is None:
        return ""
    low, high = interval
    unit = "%" if item.measure.shape is Shape.PERCENTAGE else ""
    return f"95% interval {low:,.1f}{unit} to {high:,.1f}{unit}"


def percentage_text(share: Decimal | None) -> str:
    """A percentage that is rounded already: 12.5%; a dash where there was nothing to divide by."""
    return NONE if share is None else f"{share}%"


def float_text(item: Indicator, number: float) -> str:
    """A number of an indicator's chart or table, whose unit is told beside it: 1,234, 62.5%, 8.1."""
    rounded = half_up(Decimal(str(number)), 0 if item.measure.shape in WHOLE_NUMBERS else 1)
    return f"{rounded:,}{'%' if unit_of(item) == '%' else ''}"
