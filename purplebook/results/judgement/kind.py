"""Which rule judges an indicator: it follows from its measure's shape and clock, and is never chosen by hand."""

from __future__ import annotations

from enum import StrEnum

from purplebook.language.indicators import Indicator
from purplebook.language.measures import Measure, Shape, TotalKind
from purplebook.language.periods import PeriodKind
from purplebook.language.who_counts import During
from purplebook.results.judgement.thresholds import LOW_MEAN

ONE = "1"
"""What a sum of whole things is divided by; a sum of money is counted in hundredths, and is no number of anything."""


class Kind(StrEnum):
    """The kinds of figure, each with a rule of its own."""

    COUNT = "counts and rates"
    SHARE = "percentages"
    STOCK = "stocks"
    STOCK_SHARE = "percentages of a stock"
    AVERAGE = "means and medians"
    RARE = "rare events"
    YEARLY = "yearly only"
    NOT_JUDGED = "not judged"


def kind_of(item: Indicator, *, usual: float | None = None) -> Kind:
    """The rule for an indicator; `usual` is its usual monthly count, where one is known.

    A count that is usually below five a month is rare (`judged_series` sees that for itself).  What most of its rows of
    last month are in again, whether on a day or on some day of the month, is a stock.  An average of a stock, a sum of
    money or of parts, a difference and a group's share of everyone are not judged.
    """
    measure = item.measure
    if item.only_for and PeriodKind.MONTH not in item.only_for:
        return Kind.YEARLY
    is_flow = isinstance(measure.top.cohort.clock, During)
    match measure.shape:
        case Shape.SUM if measure.unit_days != ONE:
            return Kind.NOT_JUDGED
        case Shape.COUNT | Shape.RATE | Shape.SUM:
            if not is_flow:
                return Kind.STOCK
            return Kind.RARE if usual is not None and usual < LOW_MEAN else Kind.COUNT
        case Shape.PERCENTAGE:
            return Kind.SHARE if is_flow else Kind.STOCK_SHARE
        case Shape.RATIO if _is_part_of_sum(measure):
            return Kind.SHARE if is_flow else Kind.STOCK_SHARE
        case Shape.MEAN | Shape.MEDIAN if is_flow:
            return Kind.AVERAGE
    return Kind.NOT_JUDGED


def _is_part_of_sum(measure: Measure) -> bool:
    """Whether a ratio is a percentage of a sum: the same whole numbers above and below, of some rows and of all."""
    top, whole = measure.top, measure.bottom
    return (
        whole is not None
        and top.kind is whole.kind is TotalKind.SUM
        and top.value == whole.value
        and top.cohort.only[: len(whole.cohort.only)] == whole.cohort.only
    )
