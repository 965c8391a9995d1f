"""From windows to words: one change is told once, as a tale with a start, and not anew in every month it lasts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from purplebook.results.judgement.asked import JudgedMonth
from purplebook.results.judgement.windows import Ranges
from purplebook.results.judgement.word import Word

CHANGED_AFTER = 12
"""After so many months beyond what is usual the level has changed, and a new baseline is offered."""

_LONGEST_PAUSE = 3
_FEWEST_OF_YEAR = 10


@dataclass(frozen=True)
class _Tale:
    """A change that is being told: its way, where it began, when it was first and last told, and in which months."""

    way: int
    since: int
    first: int
    told: tuple[int, ...]


def month_of(ranges: Ranges, place: int) -> JudgedMonth:
    """What is said of one month by itself, without what was said before; the longest window that is beyond tells."""
    seen = ranges.by_month[place]
    if seen.row < 0:
        return JudgedMonth(Word.TOO_FEW, why_none=ranges.why_none[place])
    is_higher = seen.beyond > 0 if seen.beyond else None
    return JudgedMonth(
        word=Word.NO_SIGN if is_higher is None else Word.HIGHER if is_higher else Word.LOWER,
        window=ranges.windows[seen.row].months,
        observed=seen.observed,
        expected=seen.expected,
        low=seen.low,
        high=seen.high,
        is_higher=is_higher,
        smallest_seen=None if math.isnan(seen.smallest) else seen.smallest,
        alone_low=seen.alone_low,
        alone_expected=seen.alone_expected,
        alone_high=seen.alone_high,
    )


def as_tales(months: Sequence[JudgedMonth], surprise: np.ndarray, *, first: Sequence[int]) -> tuple[JudgedMonth, ...]:
    """The months with the start of the change each tells, and `has changed level` after a year beyond.

    `surprise` is how far each month lies from what is usual; `first` is for each month the place of the first month
    that its baseline does not hold: no change starts before it.
    """
    answer: list[JudgedMonth] = []
    tale: _Tale | None = None
    for place, month in enumerate(months):
        if month.is_higher is None or not month.word.is_signal:
            answer.append(month)
            continue
        way = 1 if month.is_higher else -1
        if tale is None or tale.way != way or place - tale.told[-1] > _LONGEST_PAUSE or tale.since < first[place]:
            earliest = max(first[place], place - month.window + 1)
            tale = _Tale(way, began(surprise * way, earliest, place), place, (place,))
        else:
            tale = replace(tale, told=(*tale.told, place))
        in_year = [each for each in tale.told if each > place - CHANGED_AFTER]
        has_changed = place - tale.first + 1 >= CHANGED_AFTER and len(in_year) >= _FEWEST_OF_YEAR
        answer.append(replace(month, word=Word.CHANGED_LEVEL if has_changed else month.word, since=tale.since))
    return tuple(answer)


def began(surprise: np.ndarray, first: int, last: int) -> int:
    """Where between two places the change that lasts until the last most likely began."""
    places = np.arange(first, last + 1)
    running = np.cumsum(np.nan_to_num(surprise[first : last + 1])[::-1])[::-1]
    return int(places[np.argmax(running / np.sqrt(last - places + 1.0))])
