"""How many months are looked at together, and how unlikely a window must be before it is told."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Window:
    """So many months together; beyond both ends together lies the chance `alpha`, `z` standard deviations away."""

    months: int
    alpha: float
    z: float


ALONE = Window(1, 0.004, 2.878161739095)
QUARTER = Window(3, 0.008, 2.652069807902)
HALF_YEAR = Window(6, 0.012, 2.512144327930)
YEAR = Window(12, 0.012, 2.512144327930)

Z_SEEN = 0.841621233573
"""A change that lies this many standard deviations beyond an end is seen eight times in ten."""


@dataclass(frozen=True)
class Ranges:
    """What is usual for each window that ends with each month (windows × months), and what came; NaN where not judged.

    `low` and `high` are the ends of what is usual, both included.  `surprise` is how many standard deviations each
    month alone lies from what is expected (months).  `smallest` is the least lasting change that would show (months).
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
    is_rare: np.ndarray
    has_families: bool = True

    @property
    def beyond(self) -> np.ndarray:
        """1 where a window is above what is usual, −1 below, 0 within or not judged."""
        with np.errstate(invalid="ignore"):
            return (self.observed > self.high).astype(int) - (self.observed < self.low).astype(int)


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
