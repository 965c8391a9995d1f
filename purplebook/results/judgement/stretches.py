"""Sums over the baselines of many series at once, in whole numbers."""

from __future__ import annotations

import numpy as np


class Stretches:
    """The baselines of all series, laid end to end: each is a run of neighbouring cells."""

    def __init__(self, joined: np.ndarray) -> None:
        self.shape = joined.shape
        self.starts = np.flatnonzero(~joined.ravel())
        self.of_cell = np.cumsum(~joined.ravel()) - 1

    def total(self, cells: np.ndarray) -> np.ndarray:
        """For each cell the sum over its baseline, in whole numbers."""
        if not cells.size:
            return np.zeros(self.shape, np.int64)
        return np.add.reduceat(cells.ravel().astype(np.int64), self.starts)[self.of_cell].reshape(self.shape)

    def rank(self, flags: np.ndarray) -> np.ndarray:
        """For each cell how many are flagged in its baseline up to and with it."""
        running = np.cumsum(flags.ravel())
        before = (running - flags.ravel())[self.starts][self.of_cell] if flags.size else running
        return (running - before).reshape(self.shape)
