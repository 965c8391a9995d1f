"""Values as whole numbers, one for each row: labels by their place in a list, days by their number, decimals scaled."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

import numpy as np

NONE = int(np.iinfo(np.int32).min)
"""What stands where nothing is recorded, whatever the kind and width of the numbers."""

HUNDREDTHS = 100


class CannotCountError(Exception):
    """This engine cannot count what was asked exactly: ask another one."""


@dataclass(frozen=True)
class Values:
    """Whole numbers, NONE where nothing is recorded.

    Where `labels` is given, a number is a place in it.  Labels stand in order, each once, so that the greater number is
    the later text.  A list of codes has a tuple for its label.  `scale` says how many make one: 100 for hundredths.
    """

    data: np.ndarray
    labels: tuple[Any, ...] | None = None
    scale: int = 1

    @cached_property
    def known(self) -> np.ndarray:
        """Where something is recorded."""
        return self.data != NONE

    def take(self, rows: np.ndarray) -> Values:
        """The values of some rows."""
        return Values(self.data[rows], self.labels, self.scale)

    def like(self, data: np.ndarray) -> Values:
        """Other numbers that mean what these mean."""
        return Values(data, self.labels, self.scale)

    def by_label(self, table: Sequence[int] | np.ndarray) -> np.ndarray:
        """For each row the entry of its label; the last entry, one more than there are labels, where there is none."""
        return np.asarray(table)[np.where(self.known, self.data, len(table) - 1)]

    def scaled(self, scale: int) -> Values:
        """The same numbers with more of them to one."""
        if scale == self.scale:
            return self
        times, rest = divmod(scale, self.scale)
        if rest or not times:
            raise CannotCountError("a number has more places than can be kept of it")
        wide = np.where(self.known, self.data, 0).astype(np.int64)
        if wide.size and int(np.abs(wide).max()) > np.iinfo(np.int64).max // times:
            raise CannotCountError("a number is too large to be compared with one of more places")
        return Values(narrow(np.where(self.known, wide * times, NONE)), None, scale)


def narrow(data: np.ndarray) -> np.ndarray:
    """Whole numbers in half the width, where they fit."""
    if data.dtype == np.int32:
        return data
    fits = not data.size or (int(data.min()) >= NONE and int(data.max()) < -NONE)
    return data.astype(np.int32) if fits else data


def no_values(count: int, *, labels: tuple[Any, ...] | None = None) -> Values:
    """Nothing recorded for any row."""
    return Values(np.full(count, NONE, np.int32), labels)


def same_terms(parts: Sequence[Values]) -> list[Values]:
    """Values that may be compared number by number: with one list of labels, and one scale."""
    if any(part.labels is not None for part in parts):
        if all(part.labels is parts[0].labels or part.labels == parts[0].labels for part in parts):
            return list(parts)
        labels = tuple(sorted({label for part in parts for label in part.labels or ()}))
        place = {label: at for at, label in enumerate(labels)}
        return [
            Values(part.by_label(np.array([*(place[label] for label in part.labels or ()), NONE], np.int32)), labels)
            for part in parts
        ]
    scale = max(part.scale for part in parts)
    return [part.scaled(scale) for part in parts]


def relabelled(data: np.ndarray, labels: Sequence[str]) -> Values:
    """Places in any list of labels, in which one may stand twice, as places in a list that is in order."""
    ordered = tuple(sorted(set(labels)))
    place = {label: at for at, label in enumerate(ordered)}
    return Values(Values(data).by_label(np.array([*map(place.__getitem__, labels), NONE], np.int32)), ordered)


def number_of_day(day: date) -> int:
    """Days since 1 January 1970."""
    return day.toordinal() - _FIRST_DAY


_FIRST_DAY = date(1970, 1, 1).toordinal()


def fixed(value: Any, count: int) -> Values:
    """One fixed value for every row."""
    if isinstance(value, str):
        return Values(np.zeros(count, np.int32), (value,))
    number, scale = _number(value)
    return Values(narrow(np.full(count, number, np.int64)), None, scale)


def _number(value: Any) -> tuple[int, int]:
    """A fixed value as a whole number and its scale."""
    match value:
        case date():
            return number_of_day(value), 1
        case Decimal():
            places = max(-int(value.as_tuple().exponent), 0)
            return int(value.scaleb(places)), 10**places
    return int(value), 1


def against(values: Values, value: Any) -> tuple[Values, int, int]:
    """Values and the two numbers between which a fixed value stands: those below the first are less than it, those from
    the second on are greater.  The two are one where no value can be equal to it."""
    if values.labels is not None:
        return values, bisect_left(values.labels, value), bisect_right(values.labels, value)
    number, scale = _number(value)
    scale = max(scale, values.scale)
    scaled = values.scaled(scale)
    number *= scale // _number(value)[1]
    return scaled, number, number + 1
