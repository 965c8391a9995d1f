"""Counts, adds and finds the middle in every cell at once.  Whole numbers stay exact, whatever their size.

A cell is a number: the authority, the period and the group of a row taken together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

EXACT = 53
"""Bits of a whole number that a float holds exactly."""

MOST = 1 << 62


@dataclass(frozen=True)
class Packed:
    """Several counts as digits of one number, so that adding it up once adds them all: each digit has `bits` bits."""

    names: tuple[int, ...]
    weights: np.ndarray
    bits: int


def packed(masks: Mapping[int, np.ndarray], *, most: int) -> list[Packed]:
    """As few numbers as hold the counts of all masks in cells of which none has more than `most` rows."""
    bits = max(most.bit_length(), 1)
    per = EXACT // bits
    if not per:
        raise OverflowError(f"{most} rows in one cell are more than can be counted exactly.")
    made, names = [], tuple(masks)
    for start in range(0, len(names), per):
        some = names[start : start + per]
        weights = np.zeros(len(masks[some[0]]))
        for digit, name in enumerate(some):
            weights += masks[name] * float(1 << (bits * digit))
        made.append(Packed(some, weights, bits))
    return made


def counts(cell: np.ndarray, size: int, packs: Sequence[Packed]) -> dict[int, np.ndarray]:
    """For each mask, how many of its rows are in each of the cells from nought up to `size`."""
    found = {}
    for pack in packs:
        added = np.bincount(cell, weights=pack.weights, minlength=size).astype(np.int64)
        for digit, name in enumerate(pack.names):
            found[name] = (added >> (pack.bits * digit)) & ((1 << pack.bits) - 1)
    return found


def sums(cell: np.ndarray, size: int, value: np.ndarray) -> np.ndarray:
    """The sum of the values in each cell."""
    wide = value.astype(np.int64)
    if float(np.abs(wide).sum(dtype=np.float64)) < 2.0 ** (EXACT - 1):
        return np.bincount(cell, weights=wide, minlength=size).astype(np.int64)
    made = np.zeros(size, np.int64)
    np.add.at(made, cell, wide)
    return made


def twice_medians(cell: np.ndarray, size: int, value: np.ndarray) -> np.ndarray:
    """The sum of the two middle values in each cell; nought where there is none."""
    ordered = _by_cell_and_value(cell, size, value.astype(np.int64))
    rows = np.bincount(cell, minlength=size)
    some = np.flatnonzero(rows)
    start = np.cumsum(rows)[some] - rows[some]
    made = np.zeros(size, np.int64)
    made[some] = ordered[start + (rows[some] - 1) // 2] + ordered[start + rows[some] // 2]
    return made


def _by_cell_and_value(cell: np.ndarray, size: int, value: np.ndarray) -> np.ndarray:
    """The values in the order of their cells, and in each cell by size."""
    if not len(value):
        return value
    low = int(value.min())
    span = int(value.max()) - low + 1
    if size * span > MOST:
        return value[np.lexsort((value, cell))]
    together = np.sort(cell.astype(np.int64) * span + (value - low))
    return together % span + low


def in_order(key: np.ndarray, ties: np.ndarray | None = None) -> np.ndarray:
    """The places of whole numbers from nought up in their order; of equal ones by their `ties`, then as they stand.

    Sorting numbers is several times quicker than sorting their places, so each takes its place along in its last bits.
    """
    place_bits = len(key).bit_length()
    if ties is not None and len(ties):
        low = int(ties.min())
        span = int(ties.max()) - low + 1
        if (int(key.max()) + 1) * span >= 1 << (63 - place_bits):
            return np.lexsort((ties, key))
        key = key * span + (ties - np.int64(low))
    if int(key.max(initial=0)) >= 1 << (63 - place_bits):
        return np.argsort(key, kind="stable")
    together = key << place_bits
    together |= np.arange(len(key))
    together.sort()
    together &= (1 << place_bits) - 1
    return together


class Children:
    """The rows of one total, of which each child counts once in a cell.

    A child with one row in a period is one row in whatever group: only the others are looked at in each cell.
    """

    def __init__(self, child: np.ndarray, period: np.ndarray, period_count: int, mask: np.ndarray) -> None:
        """`child` and `period` stand beside each row; `mask` chooses among them, and never a row without a child."""
        rows = np.flatnonzero(mask)
        key = child[rows].astype(np.int64) * period_count + period[rows]
        order = in_order(key)
        same = key[order][1:] == key[order][:-1]
        is_again = np.zeros(len(rows), bool)
        is_again[order[1:][same]] = True
        is_again[order[:-1][same]] = True
        self.once = mask.copy()
        self.once[rows[is_again]] = False
        self._rows, self._child = rows[is_again], np.unique(key[is_again], return_inverse=True)[1]

    def more(self, cell: np.ndarray, size: int) -> np.ndarray:
        """How many children to add in each cell to the rows of `once`."""
        if not len(self._rows):
            return np.zeros(size, np.int64)
        both = np.sort(self._child.astype(np.int64) * size + cell[self._rows])
        return np.bincount(both[np.diff(both, prepend=-1) != 0] % size, minlength=size)
