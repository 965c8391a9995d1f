"""From windows to words: one change is told once, as a tale with a start, and not anew in every month it lasts."""

from __future__ import annotations

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
    beyond = ranges.beyond[:, place]
    judged = np.flatnonzero(ranges.is_judged[:, place])
    if not len(judged):
        return JudgedMonth(Word.TOO_FEW, why_none=ranges.why_none[place])
    telling = np.flatnonzero(beyond)
    row = int(telling[-1]) if len(telling) else int(judged[0])
    is_higher = bool(beyond[row] > 0) if len(telling) else None
    word = Word.NO_SIGN if is_higher is None else Word.HIGHER if is_higher else Word.LOWER
    smallest = float(ranges.smallest[place])
    return with_alone(
        JudgedMonth(
            word=word,
            window=ranges.windows[row].months,
            observed=float(ranges.observed[row, place]),
            expected=float(ranges.expected[row, place]),
            low=float(ranges.low[row, place]),
            high=float(ranges.high[row, place]),
            is_higher=is_higher,
            smallest_seen=None if np.isnan(smallest) else smallest,
        ),
        ranges,
        place,
    )


def with_alone(month: JudgedMonth, ranges: Ranges, place: int) -> JudgedMonth:
    """The month with what is usual for it by itself."""
    low, middle, high = (float(ends[0, place]) for ends in (ranges.low, ranges.expected, ranges.high))
    return replace(month, alone_low=low, alone_expected=middle, alone_high=high)


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
