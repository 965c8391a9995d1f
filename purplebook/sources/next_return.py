"""What a yearly return lacks that the one before it left open: it ended, or the later return gives it another start.

    return of 2023   open since 1 May     return of 2024   nothing           →  ended on 1 April 2023, and listed
    return of 2023   open since 1 May     return of 2024   since 3 May       →  one, since 3 May, and listed

A return tells of everything that was open on its first day, so what it does not tell of was not.  This file knows no
format: each says what is alike, lists what became of its rows, and writes the day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any


@dataclass(frozen=True)
class Span:
    """Something of one child that runs from `start` to `end`, days YYYY-MM-DD; `end` is empty while it is open.

    `returns` are the last days of the returns that tell of it, in order.
    """

    key: Any
    start: str
    end: str
    returns: tuple[str, ...]


@dataclass(frozen=True)
class Fate:
    """What became of an open span that the next return lacks: it ended on a day, or another span took its place."""

    ended_on: str = ""
    replaced_by: Any = None


def fates(spans: Sequence[Span], *, returns: Sequence[str], is_alike: Callable[[Span, Span], bool]) -> dict[Any, Fate]:
    """What became of each span of one child and one kind that was open in a return and is not in the next.

    `returns` are the last days of all returns that could tell of it, in order.  A span that only later returns tell of,
    which runs over the day between the two, takes the place of one that `is_alike`, or that began after it; where it
    does neither, the other ended when it began.  Without one, the other ended on the day after its last return.
    """
    became: dict[Any, Fate] = {}
    taken: set[Any] = set()
    for span in sorted(spans, key=lambda span: span.start, reverse=True):
        last = span.returns[-1]
        following = next((day for day in returns if day > last), None)
        if span.end or following is None or not span.start or span.start > last:
            continue
        new = [
            other
            for other in spans
            if other.start
            and other.returns[0] > last
            and other.start <= last
            and (not other.end or other.end > last)
            and other.key not in taken
        ]
        alike = [other for other in new if other.start <= span.start or is_alike(span, other)]
        if alike:
            nearest = min(alike, key=lambda other: (abs(_days(other.start, span.start)), other.start))
            taken.add(nearest.key)
            became[span.key] = Fate(replaced_by=nearest.key)
            continue
        begins = min((other.start for other in new if other.start > span.start), default="")
        became[span.key] = Fate(ended_on=begins or (date.fromisoformat(last) + timedelta(days=1)).isoformat())
    return became


def _days(one: str, other: str) -> int:
    return (date.fromisoformat(one) - date.fromisoformat(other)).days
