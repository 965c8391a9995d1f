"""The months that say what is usual: the first 24 complete ones that the records cover, and never the month judged.

While there are fewer than 24 they are as many as lie before the window that is judged, twelve at least.  What is worked
out from them is worked out once for each number of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

FEWEST_MONTHS, MOST_MONTHS = 12, 24
"""A baseline holds each season once at least, and twice when it is full; then it stands until a person moves it."""


@dataclass(frozen=True)
class Base:
    """The places of the months of one baseline, in order, of a series of `months` months."""

    places: np.ndarray
    months: int

    @property
    def first(self) -> int:
        """The place of its first month."""
        return int(self.places[0]) if len(self.places) else self.months

    def count(self, window: int) -> np.ndarray:
        """For each month how many months of the baseline lie before a window that ends with it."""
        return np.searchsorted(self.places, np.arange(self.months) - window, side="right")

    def running(self, values: np.ndarray) -> np.ndarray:
        """Sums over its first 0, 1, 2 … months (the last axis of `values` is months)."""
        chosen = np.cumsum(values[..., self.places], axis=-1)
        return np.concatenate([np.zeros((*values.shape[:-1], 1)), chosen], axis=-1)


def base_of(values: np.ndarray, *, start: int, judged_to: int) -> Base:
    """The baseline that begins at `start`: the first 24 months there that have a figure and may be judged."""
    places = np.flatnonzero(~np.isnan(values[: judged_to + 1]))
    return Base(places[places >= start][:MOST_MONTHS], len(values))


def at_number(numbers: np.ndarray, count: np.ndarray) -> np.ndarray:
    """What was worked out for each number of baseline months, for those numbers."""
    return numbers[..., np.minimum(count, numbers.shape[-1] - 1)]


def squared_misses(running: tuple[np.ndarray, ...], level: np.ndarray) -> np.ndarray:
    """Σ(y − level·b)² for each number of months, from the running sums of y², y·b and b²."""
    square, product, whole = running
    return square - 2.0 * level * product + level * level * whole


def reasons(is_judged: np.ndarray, base: Base, too_few: Callable[[int], str]) -> tuple[str, ...]:
    """Why each month is not judged, in words: too few months before it, or what `too_few` says of its place."""
    words = [
        f"{FEWEST_MONTHS} complete months before it are needed to know what is usual, and there are {number}"
        for number in range(FEWEST_MONTHS)
    ]
    return tuple(
        "" if is_judged[place] else words[number] if number < FEWEST_MONTHS else too_few(place)
        for place, number in enumerate(base.count(1).tolist())
    )
