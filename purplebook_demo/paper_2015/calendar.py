"""The demo's calendar: the span of the records, working days in England, and the rhythm of a year.

Knows nothing about children.  Working days are Monday to Friday without bank holidays.
"""

from __future__ import annotations

import random
from calendar import monthrange
from datetime import date
from functools import cache

from purplebook import is_working_day as is_open_day
from purplebook_demo.paper_2015.chance import between

RECORDS_START = date(2011, 4, 1)
"""From this day every event is recorded; before it only the spells that people brought with them."""
PAPER_DAY = date(2015, 8, 31)
"""The day of the paper: the figures are calibrated in the extract of this day."""
RECORDS_END = date(2015, 12, 31)
"""The last day of the records: nothing is known after it."""
HISTORY_START = date(2008, 4, 1)
"""Child protection history migrated from the old system starts here."""

_FIRST, _LAST = date(2000, 1, 1), date(2024, 12, 31)
_OFFSET = _FIRST.toordinal()
MONTH_WEIGHTS: tuple[float, ...] = (1.04, 1.0, 1.1, 0.97, 1.04, 1.08, 1.03, 0.72, 1.02, 1.1, 1.08, 0.82)
"""How busy each month of the year is at the front door: quiet in August and at Christmas."""


@cache
def _working_days() -> tuple[tuple[date, ...], tuple[int, ...]]:
    """All working days, and for each calendar day how many working days there are before it."""
    days: list[date] = []
    before: list[int] = []
    for ordinal in range(_OFFSET, _LAST.toordinal() + 1):
        day = date.fromordinal(ordinal)
        before.append(len(days))
        if is_open_day(day):
            days.append(day)
    return tuple(days), tuple(before)


def next_working_day(day: date) -> date:
    """The day itself if it is a working day, else the first one after it."""
    days, before = _working_days()
    return days[before[day.toordinal() - _OFFSET]]


def previous_working_day(day: date) -> date:
    """The day itself if it is a working day, else the last one before it."""
    days, before = _working_days()
    index = before[day.toordinal() - _OFFSET]
    return day if days[index] == day else days[index - 1]


def is_working_day(day: date) -> bool:
    """Whether offices are open."""
    return next_working_day(day) == day


def add_working_days(day: date, count: int) -> date:
    """The working day `count` working days after the day (which is day 0); a negative count goes back."""
    days, before = _working_days()
    index = before[day.toordinal() - _OFFSET]
    if count > 0 and days[index] != day:
        index -= 1
    return days[index + count]


def working_days_between(start: date, end: date) -> int:
    """Working days after `start`, up to and including `end`."""
    _, before = _working_days()
    return before[end.toordinal() + 1 - _OFFSET] - before[start.toordinal() + 1 - _OFFSET]


def add_days(day: date, count: int) -> date:
    """The calendar day `count` days later."""
    return date.fromordinal(day.toordinal() + count)


def add_months(day: date, count: int) -> date:
    """The same day of another month, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_years(day: date, count: int) -> date:
    """The same day `count` years later; 29 February becomes 1 March in ordinary years."""
    try:
        return day.replace(year=day.year + count)
    except ValueError:
        return date(day.year + count, 3, 1)


def age_on(born_on: date, day: date) -> int:
    """Completed years; -1 before birth."""
    if day < born_on:
        return -1
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def first_of_month(day: date) -> date:
    """The first day of the day's month."""
    return day.replace(day=1)


def last_of_month(day: date) -> date:
    """The last day of the day's month."""
    return add_days(next_month(day), -1)


def next_month(day: date) -> date:
    """The first day of the month after."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def months(first: date, last: date) -> tuple[date, ...]:
    """The first day of every month from `first` to `last`."""
    found: list[date] = []
    month = first_of_month(first)
    while month <= last:
        found.append(month)
        month = next_month(month)
    return tuple(found)


def working_day_in_month(rng: random.Random, month: date) -> date:
    """A working day of the month, all equally likely."""
    days, before = _working_days()
    first = before[month.toordinal() - _OFFSET]
    last = before[next_month(month).toordinal() - _OFFSET] - 1
    return days[between(rng, first, last)]


def is_open(started_on: date, ended_on: date | None, on: date) -> bool:
    """Whether a spell has begun by the end of the day and has not ended on or before it."""
    return started_on <= on and (ended_on is None or ended_on > on)


def known(day: date | None) -> date | None:
    """The day, or nothing when it lies after the records."""
    return day if day is not None and day <= RECORDS_END else None
