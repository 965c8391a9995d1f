"""Sets of periods as whole numbers of 64 bits: how they are written, spread and read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

BITS = 64
AT_ONCE = 1 << 17
"""Rows that are spread over their periods at once, so that memory does not grow with the rows."""


def words(count: int) -> int:
    """How many numbers of 64 bits the periods need."""
    return -(-count // BITS)


def bits(matrix: np.ndarray) -> np.ndarray:
    """Rows of yes and no for each period as rows of numbers of 64 bits."""
    padded = np.zeros((len(matrix), words(matrix.shape[1]) * BITS), bool)
    padded[:, : matrix.shape[1]] = matrix
    return np.packbits(padded, axis=1, bitorder="little").view(np.dtype("<u8"))


def pairs(held: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Each row once for every period it has: the row's place and the period.  Rows with one period come first."""
    bit, place = np.zeros(len(held), np.uint64), np.zeros(len(held), np.int64)
    number = np.zeros(len(held), np.int32)
    for word in range(held.shape[1]):
        here = held[:, word]
        number += (here != 0).astype(np.int32) + (here & (here - np.uint64(1)) != 0)
        bit |= here
        place += np.where(here != 0, word * BITS, 0)
    single = np.flatnonzero(number == 1)
    # The exponent of a power of two, which a float holds exactly, is the place of its only bit.
    only = np.frexp(bit[single].astype(np.float64))[1] - 1 + place[single]
    places, periods = [single], [only.astype(np.int32)]
    several = np.flatnonzero(number > 1)
    for start in range(0, len(several), AT_ONCE):
        some = several[start : start + AT_ONCE]
        part = held[some]
        flags = np.unpackbits(part.view(np.uint8), axis=1, bitorder="little", count=count)
        flat = np.flatnonzero(flags)
        row = flat // count
        places.append(some[row])
        periods.append((flat - row * count).astype(np.int32))
    return np.concatenate(places), np.concatenate(periods)


@dataclass(frozen=True)
class Beside:
    """Rows, by their places, each beside a period: reads its bit out of any number of sets of periods."""

    word: np.ndarray
    bit: np.ndarray

    def has(self, held: np.ndarray) -> np.ndarray:
        """Whether each row has the period beside it; `held` are the periods of every place."""
        return (held.ravel()[self.word] >> self.bit) & np.uint64(1) != 0


def beside(places: np.ndarray, period: np.ndarray, count: int) -> Beside:
    """Rows at some places beside periods, of which there are `count` in all."""
    return Beside(places * words(count) + period // BITS, (period % BITS).astype(np.uint64))
