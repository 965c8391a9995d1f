"""What is known of a day by its number, looked up in a table of the days that records usually hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from purplebook.engine.columns.values import NONE, number_of_day
from purplebook.engine.working_days import FIRST_DAY, days_table

FIRST, LAST = -36_525, 65_380
"""From 1870 to 2148.  What lies outside, such as an end in the year 9999, is worked out day by day."""


@dataclass(frozen=True)
class Dates:
    """Days with the month of each, counted from January 1970, and how far into it the day is."""

    number: np.ndarray
    month: np.ndarray
    into: np.ndarray


OfDates = Callable[[Dates], np.ndarray]


def of_days(work_out: OfDates, days: np.ndarray) -> np.ndarray:
    """What `work_out` says of each day; NONE where there is no day."""
    # As a number without a sign, a day before the first is a great one: one look tells whether it is in the table.
    place = np.minimum((days - days.dtype.type(FIRST)).view(f"u{days.itemsize}"), LAST - FIRST)
    made = _table(work_out)[place]
    others = np.flatnonzero((place == LAST - FIRST) & (days != NONE))
    if len(others):
        made[others] = work_out(_dates(days[others].astype(np.int64)))
    return made


@cache
def _table(work_out: OfDates) -> np.ndarray:
    """What it says of each day from the first to the last, and NONE for any other."""
    return np.append(work_out(_usual_dates()), NONE).astype(np.int32)


@cache
def _usual_dates() -> Dates:
    return _dates(np.arange(FIRST, LAST, dtype=np.int64))


def _dates(days: np.ndarray) -> Dates:
    dates = days.astype("datetime64[D]")
    months = dates.astype("datetime64[M]")
    return Dates(days, months.astype(np.int64), (dates - months.astype("datetime64[D]")).astype(np.int64))


def year_month_day(dates: Dates) -> np.ndarray:
    """20150831 for 31 August 2015."""
    return (dates.month // 12 + 1970) * 10_000 + (dates.month % 12 + 1) * 100 + dates.into + 1


def return_year(dates: Dates) -> np.ndarray:
    """2016 for every day from 1 April 2015 to 31 March 2016."""
    return (dates.month - 3) // 12 + 1971


@cache
def months_later(count: int) -> OfDates:
    """The same day some months later: the month's last day where that day does not exist."""

    def work_out(dates: Dates) -> np.ndarray:
        low = int(dates.month.min()) + count
        months = np.arange(low, int(dates.month.max()) + count + 2)
        first = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
        at = dates.month + count - low
        return np.minimum(first[at] + dates.into, first[at + 1] - 1)

    return work_out


def working_days(dates: Dates) -> np.ndarray:
    """The running count of working days; NONE outside the calendar."""
    counts, first = days_table().column("working_day").to_numpy(), number_of_day(FIRST_DAY)
    inside = (dates.number >= first) & (dates.number < first + len(counts))
    return np.where(inside, counts[np.where(inside, dates.number - first, 0)], NONE)
