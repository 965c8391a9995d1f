"""One column of a table as small whole numbers, until it is written: how it is cut, blanked and made an Arrow array.

A place of -1 and the day `NEVER` are empty cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
import pyarrow as pa

from purplebook_demo.scale.calendar import NEVER


class Cells(Protocol):
    """A column."""

    def take(self, places: np.ndarray) -> Cells: ...

    def without(self, hidden: np.ndarray) -> Cells: ...

    def arrow(self) -> pa.Array: ...


@dataclass(frozen=True)
class Days:
    """Dates."""

    numbers: np.ndarray

    def take(self, places: np.ndarray) -> Days:
        return Days(self.numbers[places])

    def without(self, hidden: np.ndarray) -> Days:
        return Days(np.where(hidden, NEVER, self.numbers))

    def arrow(self) -> pa.Array:
        return pa.array(self.numbers.astype(np.int32), pa.int32(), mask=self.numbers == NEVER).cast(pa.date32())


@dataclass(frozen=True)
class Words:
    """Codes or short texts: each cell is a place in `words`."""

    words: tuple[str, ...]
    places: np.ndarray

    def take(self, places: np.ndarray) -> Words:
        return replace(self, places=self.places[places])

    def without(self, hidden: np.ndarray) -> Words:
        return replace(self, places=np.where(hidden, -1, self.places))

    def arrow(self) -> pa.Array:
        places = pa.array(self.places.astype(np.int32), mask=self.places < 0)
        return pa.DictionaryArray.from_arrays(places, pa.array(self.words, pa.string()))


@dataclass(frozen=True)
class WordLists:
    """Lists of codes: each cell is a place in `lists`."""

    lists: tuple[tuple[str, ...], ...]
    places: np.ndarray

    def take(self, places: np.ndarray) -> WordLists:
        return replace(self, places=self.places[places])

    def without(self, hidden: np.ndarray) -> WordLists:
        return replace(self, places=np.where(hidden, -1, self.places))

    def arrow(self) -> pa.Array:
        known = pa.array([list(each) for each in self.lists], pa.list_(pa.string()))
        return known.take(pa.array(self.places.astype(np.int32), mask=self.places < 0))


@dataclass(frozen=True)
class Numbered:
    """Identifiers: a prefix and a number with leading noughts; a number of -1 is an empty cell."""

    prefix: str
    numbers: np.ndarray
    digits: int = 7

    def take(self, places: np.ndarray) -> Numbered:
        return replace(self, numbers=self.numbers[places])

    def without(self, hidden: np.ndarray) -> Numbered:
        return replace(self, numbers=np.where(hidden, -1, self.numbers))

    def arrow(self) -> pa.Array:
        """Written digit by digit for the whole column, which is many times faster than one text after another."""
        count, width = len(self.numbers), len(self.prefix) + self.digits
        text = np.empty((count, width), dtype=np.uint8)
        text[:, : len(self.prefix)] = np.frombuffer(self.prefix.encode(), dtype=np.uint8)
        rest = np.maximum(self.numbers, 0)
        for place in range(width - 1, len(self.prefix) - 1, -1):
            rest, digit = np.divmod(rest, 10)
            text[:, place] = digit + ord("0")
        offsets = np.arange(count + 1, dtype=np.int32) * np.int32(width)
        empty = self.numbers < 0
        valid = pa.py_buffer(np.packbits(~empty, bitorder="little").tobytes()) if empty.any() else None
        buffers = [valid, pa.py_buffer(offsets), pa.py_buffer(text.ravel())]
        return pa.Array.from_buffers(pa.string(), count, buffers)


@dataclass(frozen=True)
class YesNo:
    """True, false or (-1) not recorded."""

    marks: np.ndarray

    def take(self, places: np.ndarray) -> YesNo:
        return YesNo(self.marks[places])

    def without(self, hidden: np.ndarray) -> YesNo:
        return YesNo(np.where(hidden, -1, self.marks))

    def arrow(self) -> pa.Array:
        marks = np.asarray(self.marks, dtype=np.int8)
        return pa.array(marks > 0, pa.bool_(), mask=marks < 0)


@dataclass(frozen=True)
class Whole:
    """Whole numbers."""

    numbers: np.ndarray

    def take(self, places: np.ndarray) -> Whole:
        return Whole(self.numbers[places])

    def without(self, hidden: np.ndarray) -> Whole:
        return Whole(np.where(hidden, NEVER, self.numbers))

    def arrow(self) -> pa.Array:
        return pa.array(self.numbers.astype(np.int64), pa.int64(), mask=self.numbers == NEVER)


@dataclass(frozen=True)
class Hundredths:
    """Numbers with two decimal places, held as whole hundredths."""

    numbers: np.ndarray

    def take(self, places: np.ndarray) -> Hundredths:
        return Hundredths(self.numbers[places])

    def without(self, hidden: np.ndarray) -> Hundredths:
        return Hundredths(np.where(hidden, NEVER, self.numbers))

    def arrow(self) -> pa.Array:
        empty = self.numbers == NEVER
        numbers = np.where(empty, 0, self.numbers)
        # A decimal is a whole number of 128 bits, low half first: the high half repeats the sign.
        halves = np.stack([numbers, numbers >> 63], axis=1).astype("<i8")
        valid = pa.py_buffer(np.packbits(~empty, bitorder="little").tobytes())
        return pa.Array.from_buffers(pa.decimal128(12, 2), len(numbers), [valid, pa.py_buffer(halves.tobytes())])


def together(parts: Sequence[Words]) -> Words:
    """Columns with the same words, one after the other."""
    return Words(parts[0].words, np.concatenate([part.places for part in parts]))


def one_word(word: str, count: int) -> Words:
    """The same text in every cell."""
    return Words((word,), np.zeros(count, dtype=np.int64))
