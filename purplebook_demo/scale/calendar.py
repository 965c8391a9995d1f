"""Days as whole numbers since 1970-01-01, whole columns at a time; the calendar of working days is purplebook's.

`NEVER` stands for a day that does not come.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

import numpy as np

from purplebook import is_working_day

NEVER = -(1 << 31)
"""No day: an empty cell."""
BEYOND = 1 << 24
"""A day after all others."""

_EPOCH = date(1970, 1, 1)
_FIRST_DAY, _LAST_DAY = date(1985, 1, 1), date(2050, 12, 31)
_FIRST = (_FIRST_DAY - _EPOCH).days


def number_of(day: date) -> int:
    """The day as a number."""
    return (day - _EPOCH).days


def day_of(number: int) -> date:
    """The number as a day."""
    return _EPOCH + timedelta(days=number)


@cache
def _tables() -> MappingProxyType[str, np.ndarray]:
    """For each day the working days up to it, and for each working day its number."""
    every_day = map(date.fromordinal, range(_FIRST_DAY.toordinal(), _LAST_DAY.toordinal() + 1))
    is_working = np.fromiter(map(is_working_day, every_day), dtype=bool)
    tables = {"counts": np.cumsum(is_working, dtype=np.int64), "days": np.flatnonzero(is_working) + _FIRST}
    for table in tables.values():
        table.setflags(write=False)
    return MappingProxyType(tables)


def working_day(days: np.ndarray) -> np.ndarray:
    """Each day itself where it is a working day, else the first one after it."""
    tables = _tables()
    before = tables["counts"][days - 1 - _FIRST]
    return tables["days"][before]


def add_working_days(days: np.ndarray, count: np.ndarray | int) -> np.ndarray:
    """The working day so many (one or more) working days after each day, which is day 0."""
    tables = _tables()
    return tables["days"][tables["counts"][days - _FIRST] + count - 1]


def birthday(born: np.ndarray, years: int) -> np.ndarray:
    """The birthday on which somebody completes so many years; 29 February becomes 1 March in ordinary years."""
    days = born.astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    into = (days - months.astype("datetime64[D]")).astype(np.int64)
    return (months + 12 * years).astype("datetime64[D]").astype(np.int64) + into


def month_ends(first: int, last: int) -> np.ndarray:
    """The last day of every month that ends from `first` to `last`."""
    months = np.arange(
        np.datetime64(first, "D").astype("datetime64[M]"), np.datetime64(last + 1, "D").astype("datetime64[M]") + 1
    )
    ends = months.astype("datetime64[D]").astype(np.int64) - 1
    return ends[(ends >= first) & (ends <= last)]


MONTH_WEIGHTS = (104, 100, 110, 97, 104, 108, 103, 72, 102, 110, 108, 82)
"""How busy each month of the year is at the front door: quiet in August and at Christmas."""
WORKING_WEIGHT, CLOSED_WEIGHT = 100, 6


@cache
def busy_days(first: int, last: int) -> np.ndarray:
    """Running weights of the days from `first` to `last`: how likely each is to be the day of an event."""
    days = np.arange(first, last + 1)
    month = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) % 12
    is_open = working_day(days) == days
    weights = np.asarray(MONTH_WEIGHTS)[month] * np.where(is_open, WORKING_WEIGHT, CLOSED_WEIGHT)
    up_to = np.cumsum(weights)
    up_to.setflags(write=False)
    return up_to
