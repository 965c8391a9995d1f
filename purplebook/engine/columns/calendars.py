"""What is known of a day by its number, looked up in a table of the days that records usually hold."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np

from purplebook.engine.columns.values import NONE, number_of_day
from purplebook.engine.working_days import FIRST_DAY, days_table

FIRST, LAST = -36_525, 65_380
"""From 1870 to 2148.  What lies outside, such as an end in the year 9999, is worked out day by day."""

OfDays = Callable[[np.ndarray], np.ndarray]


def of_days(work_out: OfDays, days: np.ndarray) -> np.ndarray:
    """What `work_out` says of each day; NONE where there is no day."""
    inside = (days >= FIRST) & (days < LAST)
    if inside.all():
        return _table(work_out)[days - FIRST]
    made = np.full(len(days), NONE, np.int32)
    made[inside] = _table(work_out)[days[inside] - FIRST]
    others = ~inside & (days != NONE)
    made[others] = work_out(days[others].astype(np.int64))
    return made


@cache
def _table(work_out: OfDays) -> np.ndarray:
    return work_out(np.arange(FIRST, LAST, dtype=np.int64)).astype(np.int32)


def _months(days: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The month of each day, counted from January 1970, and how far into it the day is."""
    dates = days.astype("datetime64[D]")
    months = dates.astype("datetime64[M]")
    return months.astype(np.int64), (dates - months.astype("datetime64[D]")).astype(np.int64)


def year_month_day(days: np.ndarray) -> np.ndarray:
    """20150831 for 31 August 2015."""
    months, into = _months(days)
    return (months // 12 + 1970) * 10_000 + (months % 12 + 1) * 100 + into + 1


def return_year(days: np.ndarray) -> np.ndarray:
    """2016 for every day from 1 April 2015 to 31 March 2016."""
    months, _ = _months(days)
    return (months - 3) // 12 + 1971


@cache
def months_later(count: int) -> OfDays:
    """The same day some months later: the month's last day where that day does not exist."""

    def work_out(days: np.ndarray) -> np.ndarray:
        months, into = _months(days)
        first = (months + count).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
        last = (months + count + 1).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64) - 1
        return np.minimum(first + into, last)

    return work_out


def working_days(days: np.ndarray) -> np.ndarray:
    """The running count of working days; NONE outside the calendar."""
    counts, first = _working_days(), number_of_day(FIRST_DAY)
    inside = (days >= first) & (days < first + len(counts))
    return np.where(inside, counts[np.where(inside, days - first, 0)], NONE)


@cache
def _working_days() -> np.ndarray:
    return days_table().column("working_day").to_numpy()
