"""How many months are looked at together, and how unlikely a window must be before it is told."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np


@dataclass(frozen=True)
class Window:
    """So many months together; beyond both ends together lies the chance `alpha`, `z` standard deviations away."""

    months: int
    alpha: float
    z: float


ONE_IN_200 = 0.005, 2.807033768344
ONE_IN_250 = 0.004, 2.878161739095
ONE_IN_100 = 0.010, 2.575829303549
ONE_IN_125 = 0.008, 2.652069807902
ONE_IN_50 = 0.020, 2.326347874041
ONE_IN_80 = 0.012, 2.512144327930
"""How often a window of a steady series may lie beyond, and how many standard deviations that is."""

FLOWS = Window(1, *ONE_IN_200), Window(3, *ONE_IN_100), Window(6, *ONE_IN_50)
"""For what happens in a month: counts, and percentages of them."""

RARES = Window(3, *ONE_IN_100), Window(6, *ONE_IN_80), Window(12, *ONE_IN_80)
"""For rare events, of which few families say how many come together."""

STANDING = Window(1, *ONE_IN_250), Window(3, *ONE_IN_125), Window(6, *ONE_IN_80), Window(12, *ONE_IN_125)
"""For stocks, their percentages and averages, of which less is known: how alike months are is learnt too."""

HALF_YEAR = 6
"""Months within which a change that lasts should show."""

Z_SEEN = 0.841621233573
"""A change that lies this many standard deviations beyond an end is seen eight times in ten."""


class MonthRanges(NamedTuple):
    """What is usual for one month in the window that tells, and for the month by itself.

    `row` is the place of that window, −1 where none is judged; `beyond` is 1 where it is above what is usual, −1 below.
    """

    row: int
    beyond: int
    observed: float
    expected: float
    low: float
    high: float
    alone_low: float
    alone_expected: float
    alone_high: float
    smallest: float


@dataclass(frozen=True)
class Ranges:
    """What is usual for each window that ends with each month (windows × months), and what came; NaN where not judged.

    low, high  the ends of what is usual, both included
    judged     whether a verdict is given by them, where not by all: rare events have them for a month, to be shown only
    rare       which months are of rare events, where any are
    surprise   how many standard deviations each month alone lies from what is expected (months)
    smallest   the least lasting change that would show (months)
    usual      the ends of a month of the usual size when nothing changes, whatever the month before was
    """

    windows: tuple[Window, ...]
    observed: np.ndarray
    expected: np.ndarray
    low: np.ndarray
    high: np.ndarray
    surprise: np.ndarray
    smallest: np.ndarray
    phi: np.ndarray
    level: np.ndarray
    why_none: tuple[str, ...]
    judged: np.ndarray | None = None
    rare: np.ndarray | None = None
    usual: tuple[float, float] = (np.nan, np.nan)
    has_families: bool = True

    @cached_property
    def is_judged(self) -> np.ndarray:
        """Whether a verdict is given by each window of each month."""
        return np.isfinite(self.expected) if self.judged is None else self.judged

    @cached_property
    def is_rare(self) -> np.ndarray:
        """Whether each month is of rare events."""
        return np.zeros(len(self.level), bool) if self.rare is None else self.rare

    @cached_property
    def beyond(self) -> np.ndarray:
        """1 where a window that is judged is above what is usual, −1 below, else 0."""
        with np.errstate(invalid="ignore"):
            beyond = (self.observed > self.high).astype(int) - (self.observed < self.low).astype(int)
        return np.where(self.is_judged, beyond, 0)

    @cached_property
    def by_month(self) -> tuple[MonthRanges, ...]:
        """The same, a month at a time."""
        judged = np.concatenate([self.is_judged, np.ones((1, len(self.level)), bool)])
        first = judged.argmax(axis=0)
        windows = len(self.windows)
        # Of the windows that are beyond the longest tells, of others the shortest that is judged.
        last = windows - 1 - (self.beyond[::-1] != 0).argmax(axis=0)
        telling = np.where((self.beyond != 0).any(axis=0), last, np.where(first < windows, first, 0))
        places = np.arange(len(self.level))
        ends = (self.observed, self.expected, self.low, self.high)
        columns = (
            np.where(first < windows, telling, -1),
            self.beyond[telling, places],
            *(each[telling, places] for each in ends),
            *(each[0] for each in (self.low, self.expected, self.high)),
            self.smallest,
        )
        return tuple(MonthRanges(*month) for month in zip(*(each.tolist() for each in columns), strict=True))


def bent_ends(z: float, bend: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """How many standard deviations away the lower and the upper end lie where chance leans to one side.

    `bend` moves both the way it leans (Cornish and Fisher).  That holds while it is small: beyond half of z an end
    would turn round and come to lie on the other side of the middle, so none is moved inwards by more.
    """
    return -z + np.minimum(bend, z / 2.0), z + np.maximum(bend, -z / 2.0)


def in_window(values: np.ndarray, months: int) -> np.ndarray:
    """The sum of the last so many months, with each month itself; NaN for the first ones."""
    sums = np.full(values.shape, np.nan)
    if len(values) >= months:
        running = np.concatenate([[0.0], np.cumsum(values)])
        sums[months - 1 :] = running[months:] - running[:-months]
    return sums


def months_before(values: np.ndarray, months: int) -> np.ndarray:
    """Each month's value so many months earlier; NaN for the first ones."""
    earlier = np.full(values.shape, np.nan)
    if len(values) > months:
        earlier[months:] = values[: len(values) - months]
    return earlier
