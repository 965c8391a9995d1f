"""One series judged month by month, each month by those before it: which rule, which baseline, which words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from purplebook.results.judgement.asked import Asked, JudgedMonth, JudgedSeries
from purplebook.results.judgement.averages import average_ranges
from purplebook.results.judgement.base import FEWEST_MONTHS, Base, base_of
from purplebook.results.judgement.counts import count_ranges
from purplebook.results.judgement.kind import Kind
from purplebook.results.judgement.shares import share_ranges
from purplebook.results.judgement.stock_shares import stock_share_ranges
from purplebook.results.judgement.stocks import stock_ranges
from purplebook.results.judgement.tales import as_tales, month_of
from purplebook.results.judgement.windows import Ranges
from purplebook.results.judgement.word import Word

__all__ = ["Asked", "JudgedMonth", "JudgedSeries", "judged_series"]

TO_COME = "records of it are still to come"


Known = dict[int, tuple[Base, Ranges]]
"""What is usual of one series by the place at which its baseline starts."""


def judged_series(asked: Asked, *, known: Known | None = None) -> JudgedSeries:
    """Judge each month by the months before it alone: what comes later never changes what was said of a month.

    What is worked out of a baseline is kept in `known`, for who judges the series with one more.
    """
    if asked.kind is Kind.NOT_JUDGED or asked.kind is Kind.YEARLY:
        return JudgedSeries(_unjudged(asked, "there is no rule for such a figure"), asked.kind)
    if asked.children is None and asked.kind in (Kind.STOCK, Kind.STOCK_SHARE, Kind.AVERAGE):
        return JudgedSeries(
            _unjudged(asked, "who is behind it is not known one by one"), asked.kind, has_families=False
        )
    if not len(asked.value):
        return JudgedSeries((), asked.kind)
    begins = [asked.covered_from, *sorted(start for start in asked.starts if start > asked.covered_from)]
    known = {} if known is None else known
    for start in begins:
        if start not in known:
            base = base_of(asked.value, start=start, judged_to=asked.judged_to)
            known[start] = base, _ranges(asked, base)
    bases, ranges = zip(*(known[start] for start in begins), strict=True)
    used = _base_of_each(bases, months=len(asked.value))
    spoken = tuple(_month(asked, ranges[number], place) for place, number in enumerate(used))
    surprise = np.array([ranges[number].surprise[place] for place, number in enumerate(used)])
    first = [_first_after(bases[number], place) for place, number in enumerate(used)]
    months = as_tales(spoken, surprise, first=first)
    newest = min(asked.judged_to, len(months) - 1)
    if newest < 0:
        return JudgedSeries(months, asked.kind)
    number = used[newest]
    base, last = bases[number], months[newest]
    level = ranges[number].level[newest]
    return JudgedSeries(
        months=months,
        kind=Kind.RARE if ranges[number].is_rare[newest] and base.count(1)[newest] >= FEWEST_MONTHS else asked.kind,
        baseline=(base.first, int(base.places[-1])) if len(base.places) >= FEWEST_MONTHS else None,
        level=None if np.isnan(level) or len(base.places) < FEWEST_MONTHS else float(level),
        phi=float(ranges[number].phi[newest]),
        has_families=ranges[number].has_families,
        usual=None if np.isnan(ranges[number].usual[0]) else ranges[number].usual,
        offers_baseline=last.since if last.word is Word.CHANGED_LEVEL else None,
    )


def _ranges(asked: Asked, base: Base) -> Ranges:
    children, top = asked.children, np.asarray(asked.top, float)
    if asked.kind in (Kind.COUNT, Kind.RARE):
        return count_ranges(np.where(np.isnan(asked.value), np.nan, top), children, base, months=asked.months)
    assert children is not None or asked.kind is Kind.SHARE
    if asked.kind is Kind.STOCK:
        assert children is not None
        return stock_ranges(np.where(np.isnan(asked.value), np.nan, top), children, base)
    if asked.kind is Kind.AVERAGE:
        assert children is not None
        return average_ranges(np.asarray(asked.value, float), children, base, is_median=asked.is_median)
    assert asked.bottom is not None
    bottom = np.asarray(asked.bottom, float)
    if asked.kind is Kind.SHARE:
        return share_ranges(top, bottom, children, base)
    assert children is not None
    return stock_share_ranges(top, bottom, children, base)


def _base_of_each(bases: Sequence[Base], *, months: int) -> list[int]:
    """For each month the newest baseline that has twelve months before it; the first one while none has."""
    used = [0] * months
    for number, base in enumerate(bases):
        for place in np.flatnonzero(base.count(1) >= FEWEST_MONTHS):
            used[place] = number
    return used


def _first_after(base: Base, place: int) -> int:
    """The place after the baseline that a month is judged by: nothing is told to have begun before it."""
    return int(base.places[-1]) + 1 if len(base.places) and base.places[-1] < place else 0


def _month(asked: Asked, ranges: Ranges, place: int) -> JudgedMonth:
    blank = _blank(asked, place)
    if blank is not None:
        return blank
    return _filling(ranges, place) if place > asked.judged_to else month_of(ranges, place)


def _blank(asked: Asked, place: int) -> JudgedMonth | None:
    """A month of which nothing is shown; None where there is a figure that the records cover."""
    if np.isnan(asked.value[place]):
        return JudgedMonth(Word.NO_FIGURE)
    if place < asked.covered_from:
        return JudgedMonth(Word.NOT_COVERED, why_none="it looks back to before the records")
    return None


def _filling(ranges: Ranges, place: int) -> JudgedMonth:
    """A month still filling up, with what is usual for it: more may come, so it is above already or nothing is said."""
    alone = ranges.by_month[place]
    return JudgedMonth(
        Word.FILLING,
        observed=float(ranges.observed[0, place]),
        expected=alone.alone_expected,
        low=alone.alone_low,
        high=alone.alone_high,
        is_higher=bool(ranges.beyond[0, place] > 0) or None,
        why_none=TO_COME,
        alone_low=alone.alone_low,
        alone_expected=alone.alone_expected,
        alone_high=alone.alone_high,
    )


def _unjudged(asked: Asked, why: str) -> tuple[JudgedMonth, ...]:
    filling, complete = JudgedMonth(Word.FILLING, why_none=TO_COME), JudgedMonth(Word.NOT_JUDGED, why_none=why)
    return tuple(
        _blank(asked, place) or (filling if place > asked.judged_to else complete) for place in range(len(asked.value))
    )
