"""Turns whole numbers into values: the only place where a figure is divided or rounded; a test holds it.

Every value is rounded half up (away from zero) from whole numbers, on whole columns at once and without floating point,
so 2.5 becomes 3 and 0.125 becomes 0.13 on every machine.  Limits, intervals and what is still to come are no figures:
the statistics of `judgement/` and `lateness/` divide for themselves.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from purplebook.language.measures import Measure, Shape
from purplebook.language.periods import DAYS_IN_A_MONTH

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

STORED_PLACES = 2
"""Decimal places kept in a table of figures.  A paper that shows fewer divides again, so nothing is rounded twice."""
MONTHS_IN_A_DAY = 1 / Fraction(DAYS_IN_A_MONTH)


def factor(measure: Measure) -> Fraction:
    """What a quotient of the two totals is multiplied by to become the value."""
    match measure.shape:
        case Shape.PERCENTAGE | Shape.SHARE:
            return Fraction(100)
        case Shape.RATE:
            return Fraction(measure.per)
        case Shape.RATIO:
            return Fraction(measure.per) / Fraction(measure.unit_days)
        case Shape.MEAN | Shape.REPORTED | Shape.SUM:
            return 1 / Fraction(measure.unit_days)
        case Shape.MEDIAN:
            # The engine brings back twice the median.
            return 1 / (2 * Fraction(measure.unit_days))
    return Fraction(1)


def values(measure: Measure, top: np.ndarray, bottom: np.ndarray | None) -> pa.Array:
    """The values of one indicator, one for each row, to two places; null where there is nothing to divide by."""
    # Here and below: who divides two numbers needs no library of columns.
    import numpy as np

    if measure.shape in (Shape.COUNT, Shape.SUM):
        scale = factor(measure) * 10**STORED_PLACES
        divisor = np.full_like(top, scale.denominator)
        return _decimals(_divide(top * scale.numerator, divisor), np.ones(len(top), dtype=bool))
    assert bottom is not None
    if measure.shape is Shape.DIFFERENCE:
        return _decimals((top - bottom) * 10**STORED_PLACES, np.ones(len(top), dtype=bool))
    known = bottom > 0
    # The rows of a median are counted, but its two middle values are not divided among them.
    divisor = np.ones_like(bottom) if measure.shape is Shape.MEDIAN else np.where(known, bottom, 1)
    scale = factor(measure) * 10**STORED_PLACES
    return _decimals(_divide(top * scale.numerator, divisor * scale.denominator), known)


def _divide(top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
    """Whole quotients rounded half away from zero."""
    import numpy as np

    return np.sign(top) * ((2 * np.abs(top) + bottom) // (2 * bottom))


def _decimals(hundredths: np.ndarray, known: np.ndarray) -> pa.Array:
    import numpy as np
    import pyarrow as pa

    # A decimal column is its unscaled whole number, so this is exact; casting a whole number would scale it again.
    low = hundredths.astype("<i8")
    pairs = np.stack([low, np.where(low < 0, -1, 0)], axis=1).astype("<i8")
    validity = pa.array(known).buffers()[1]
    return pa.Array.from_buffers(pa.decimal128(18, STORED_PLACES), len(low), [validity, pa.py_buffer(pairs.tobytes())])


def each_adds(measure: Measure, bottom: np.ndarray) -> np.ndarray:
    """What one more of what is counted adds to a value, for each denominator; NaN where there is none."""
    import numpy as np

    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(bottom > 0, float(factor(measure)) / bottom, np.nan)


def one_value(measure: Measure, top: int, bottom: int | None, *, places: int) -> Decimal | None:
    """One value rounded half up to `places`, straight from its whole numbers; None where nothing divides."""
    if measure.shape in (Shape.COUNT, Shape.SUM):
        exact = top * factor(measure)
    elif measure.shape is Shape.DIFFERENCE:
        exact = Fraction(top - (bottom or 0))
    elif not bottom or bottom < 0:
        return None
    else:
        return quotient(top, 1 if measure.shape is Shape.MEDIAN else bottom, factor=factor(measure), places=places)
    return _rounded(exact, places=places)


def quotient(top: int, bottom: int, *, factor: Fraction, places: int) -> Decimal:
    """top ÷ bottom × factor, rounded half up to `places`; `bottom` is not nought."""
    above, below = int(top) * factor.numerator * 10**places, int(bottom) * factor.denominator
    if below < 0:
        above, below = -above, -below
    whole = (2 * abs(above) + below) // (2 * below)
    return Decimal(whole if above >= 0 else -whole).scaleb(-places)


def percentage(part: int, whole: int, *, places: int) -> Decimal | None:
    """A count as a percentage of another, rounded half up; None where there is nothing to divide by."""
    return quotient(part, whole, factor=Fraction(100), places=places) if whole else None


def percentage_change(later: Decimal, earlier: Decimal, *, places: int) -> Decimal:
    """The change as a percentage of the earlier number, without a sign, rounded half up; `earlier` is not nought."""
    return _rounded(abs(Fraction(later) - Fraction(earlier)) * 100 / Fraction(earlier), places=places)


def relative_change(later: Decimal, earlier: Decimal) -> float:
    """How large a change is beside the earlier number, to put changes in order; beside 1 where that is nought."""
    return abs(float(later - earlier)) / (abs(float(earlier)) or 1.0)


def per_month(total: Decimal, *, months: int | None, days: int) -> Decimal:
    """A total divided by its months, whole ones where the period is made of them, else by its days; not rounded."""
    return total / (Decimal(days) / Decimal(DAYS_IN_A_MONTH) if months is None else Decimal(months))


def half_up(number: Decimal, places: int) -> Decimal:
    """A number rounded half up to its places: 0.5 becomes 1."""
    return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _rounded(exact: Fraction, *, places: int) -> Decimal:
    scaled = exact * 10**places
    whole = int(abs(scaled) + Fraction(1, 2))
    return (Decimal(whole if scaled >= 0 else -whole) / 10**places).quantize(
        Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP
    )
