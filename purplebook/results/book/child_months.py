"""The children behind an indicator's months, as the judgement of its series asks for them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from purplebook.language.indicators import Indicator
from purplebook.language.measures import WORKED_OUT_OVER_ROWS, Shape
from purplebook.results.book.families import Families
from purplebook.results.each_child import EachChild
from purplebook.results.judgement.children import ChildMonths
from purplebook.results.values import factor

PARTS = (Shape.PERCENTAGE, Shape.RATIO)
"""Shapes whose children are in the whole, and some of them in the part."""

KNOWN_FOR = 0.5
"""The share of the children whose family must be known before the spread between families says anything."""


def children_behind_months(
    indicators: Iterable[Indicator], counted: EachChild, families: Families
) -> dict[str, ChildMonths | None]:
    """The children behind the months of each indicator."""
    numbers, known = families.numbers(list(counted.numbers))
    return {item.id: child_months(item, counted, numbers, known) for item in indicators}


def child_months(item: Indicator, counted: EachChild, numbers: np.ndarray, known: np.ndarray) -> ChildMonths | None:
    """The children of each month with what each adds; None where what is counted is no child's, nor an average's row.

    `numbers` has each child's family, and `known` whether a link tells of it.  Families are said to be known where at
    least half of the children stand in a link.
    """
    measure = item.measure
    is_average = measure.shape in WORKED_OUT_OVER_ROWS
    whole = measure.bottom if measure.bottom is not None and (is_average or measure.shape in PARTS) else measure.top
    each = (counted.by_row if is_average else counted.by_child).get(measure.top)
    if each is None or whole not in each.totals:
        return None
    places = each.places(whole) if is_average else each.places(measure.top, whole)
    top, bottom = each.totals[measure.top][places], each.totals[whole][places]
    if each.child is None:
        # Rows that are about no child stand each for itself.
        child, family, is_known = places, np.arange(len(places)), np.zeros(0, bool)
    else:
        child = each.child[places]
        family, is_known = numbers[child], known[np.unique(child)]
    return ChildMonths(
        month=each.period[places].astype(np.int64),
        child=child,
        family=family,
        top=bottom if is_average else top,
        bottom=bottom,
        value=top * float(factor(measure)) if is_average else None,
        has_families=bool(len(is_known)) and bool(is_known.mean() >= KNOWN_FOR),
    )
