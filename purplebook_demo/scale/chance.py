"""Seeded chance for whole columns: every draw is a whole number, so the last bit is the same on every machine.

Only the raw output of PCG64 is used, which NumPy promises never to change; its distributions are not promised, and
logarithms may differ between machines.  Shapes come from tables: a quantile table lists values at even steps of
likelihood, and a draw falls between two of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import numpy as np

Whole = np.ndarray
"""A column of whole numbers."""

UNIT_BITS = 32


class Stream:
    """The random numbers of one stage of one authority; the name alone decides them."""

    def __init__(self, seed: int, *name: object) -> None:
        text = f"purplebook demo at scale, seed {seed}, {' '.join(map(str, name))}"
        self._bits = np.random.PCG64(int.from_bytes(sha256(text.encode()).digest(), "big"))

    def units(self, size: int) -> Whole:
        """Whole numbers from 0 to 2³² - 1, all equally likely."""
        return (self._bits.random_raw(size) >> np.uint64(UNIT_BITS)).astype(np.int64)

    def below(self, size: int, limit: int | Whole) -> Whole:
        """Whole numbers from 0 to `limit` - 1; where the limit is 0, 0."""
        return (self.units(size) * limit) >> UNIT_BITS

    def between(self, size: int, low: int | Whole, high: int | Whole) -> Whole:
        """Whole numbers from `low` to `high`, both included."""
        return low + self.below(size, high - low + 1)

    def happens(self, size: int, permille: int | Whole) -> np.ndarray:
        """True so many times in a thousand."""
        return self.below(size, 1000) < permille

    def weighted(self, size: int, weights: Sequence[int]) -> Whole:
        """Places in `weights`, each as likely as its weight."""
        up_to = np.cumsum(np.asarray(weights, dtype=np.int64))
        return np.searchsorted(up_to, self.below(size, int(up_to[-1])), side="right").astype(np.int64)

    def quantile(self, size: int, table: Sequence[int]) -> Whole:
        """Values between the entries of a table that lists them at even steps of likelihood."""
        steps = len(table) - 1
        values = np.asarray(table, dtype=np.int64)
        scaled = self.units(size) * steps
        place, rest = scaled >> UNIT_BITS, scaled & ((1 << UNIT_BITS) - 1)
        return values[place] + (((values[place + 1] - values[place]) * rest) >> UNIT_BITS)

    def order(self, size: int) -> Whole:
        """The places 0 to `size` - 1 in a random order."""
        return np.argsort(self.units(size), kind="stable")
