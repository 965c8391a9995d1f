"""Reporting periods: what a figure's dates may be, their names, and how a run lists them.

A period is a row of data, never a branch in the code: the engines join records to a table of periods, so months,
quarters, years to date and rolling years are all counted by the same query.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property, lru_cache

from purplebook.errors import UserError
from purplebook.language.days import day_in

DAYS_IN_A_MONTH = "30.4375"
"""365.25 ÷ 12: the catalogue's rule for turning days into months."""


class PeriodKind(StrEnum):
    """The kinds of period a figure can be asked for, by the word used on the command line."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    YEAR_TO_DATE = "year-to-date"
    ROLLING_YEAR = "rolling-12-months"
    RANGE = "range"


@dataclass(frozen=True, order=True)
class Period:
    """One reporting period, from `first_day` to `last_day`, both inclusive."""

    first_day: date
    last_day: date
    kind: PeriodKind

    @cached_property
    def key(self) -> str:
        """The short name used in files and on the command line, different for every period.

        >>> month(2015, 8).key, quarter(2015, 1).key, financial_year(2014).key
        ('2015-08', '2015-16-Q1', 'FY2014-15')
        """
        match self.kind:
            case PeriodKind.DAY:
                return self.last_day.isoformat()
            case PeriodKind.MONTH:
                return f"{self.last_day:%Y-%m}"
            case PeriodKind.QUARTER:
                return f"{year_name(self.first_day)}-Q{(self.first_day.month - 4) % 12 // 3 + 1}"
            case PeriodKind.YEAR:
                # Bare 2011-12 would be December 2011 as well.
                return f"FY{year_name(self.first_day)}"
            case PeriodKind.YEAR_TO_DATE:
                return f"FY{year_name(self.first_day)}-to-{self.last_day.isoformat()}"
            case PeriodKind.ROLLING_YEAR:
                return f"12-months-to-{self.last_day.isoformat()}"
            case PeriodKind.RANGE:
                return f"{self.first_day.isoformat()}..{self.last_day.isoformat()}"

    @cached_property
    def label(self) -> str:
        """The name a reader sees, such as "Q1 2015-16 (April to June 2015)"."""
        first, last = self.first_day, self.last_day
        match self.kind:
            case PeriodKind.DAY:
                return long_day(last)
            case PeriodKind.MONTH:
                return f"{last:%B %Y}"
            case PeriodKind.QUARTER:
                number = (first.month - 4) % 12 // 3 + 1
                return f"Q{number} {year_name(first)} ({first:%B} to {last:%B %Y})"
            case PeriodKind.YEAR:
                return year_name(first)
            case PeriodKind.YEAR_TO_DATE:
                return f"{year_name(first)} to {long_day(last)}"
            case PeriodKind.ROLLING_YEAR:
                return f"12 months to {long_day(last)}"
            case PeriodKind.RANGE:
                return f"{long_day(first)} to {long_day(last)}"


def long_day(day: date) -> str:
    """A day as a reader writes it: 5 November 2015."""
    return f"{day.day} {day:%B %Y}"


def month_end(year: int, month_number: int) -> date:
    """The last day of a month."""
    return date(year, month_number, monthrange(year, month_number)[1])


@lru_cache(maxsize=1 << 14)
def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day when it is shorter (31 August − 6 → 28 February)."""
    total = day.year * 12 + day.month - 1 + months
    year, month_index = divmod(total, 12)
    return date(year, month_index + 1, min(day.day, monthrange(year, month_index + 1)[1]))


def year_start(day: date) -> date:
    """1 April of the financial year that `day` is in."""
    return date(day.year if day.month >= 4 else day.year - 1, 4, 1)


def year_name(day: date) -> str:
    """The financial year that `day` is in, as 2015-16."""
    start = year_start(day)
    return f"{start.year}-{(start.year + 1) % 100:02d}"


def day(on: date) -> Period:
    """The single day `on`."""
    return Period(on, on, PeriodKind.DAY)


def month(year: int, month_number: int) -> Period:
    """One calendar month."""
    return Period(date(year, month_number, 1), month_end(year, month_number), PeriodKind.MONTH)


def quarter(start_year: int, number: int) -> Period:
    """Quarter 1 to 4 of the financial year that starts in April of `start_year`."""
    first = add_months(date(start_year, 4, 1), 3 * (number - 1))
    return Period(first, add_months(first, 3) - timedelta(days=1), PeriodKind.QUARTER)


def financial_year(start_year: int) -> Period:
    """The financial year from 1 April of `start_year` to the following 31 March."""
    return Period(date(start_year, 4, 1), date(start_year + 1, 3, 31), PeriodKind.YEAR)


def year_to_date(on: date) -> Period:
    """1 April of the financial year up to and including `on`."""
    return Period(year_start(on), on, PeriodKind.YEAR_TO_DATE)


def rolling_year(on: date) -> Period:
    """The twelve months that end on `on`."""
    # A year back from 28 February 2017 is 28 February 2016, but the year began on 1 March: 29 February is outside it.
    first = max(add_months(on, -12) + timedelta(days=1), add_months(on + timedelta(days=1), -12))
    return Period(first, on, PeriodKind.ROLLING_YEAR)


def between(first: date, last: date) -> Period:
    """Any stretch of days, both ends inclusive."""
    if last < first:
        raise UserError(f"The period {first} to {last} ends before it starts. Put the earlier day first.")
    return Period(first, last, PeriodKind.RANGE)


def periods_up_to(as_at: date, kind: PeriodKind, *, since: date) -> tuple[Period, ...]:
    """Every completed period of one kind that starts on or after `since` and ends on or before `as_at`.

    Years to date and rolling years end at each month end, and at `as_at` itself when that is not a month end; a period
    that has not finished by `as_at` is left out rather than shown as if it had.
    """
    match kind:
        case PeriodKind.DAY:
            return (day(as_at),)
        case PeriodKind.MONTH:
            periods = [month(y, m) for y, m in _months(since, as_at)]
        case PeriodKind.QUARTER:
            periods = [quarter(y, q) for y in range(since.year - 1, as_at.year + 1) for q in (1, 2, 3, 4)]
        case PeriodKind.YEAR:
            periods = [financial_year(y) for y in range(since.year - 1, as_at.year + 1)]
        case PeriodKind.YEAR_TO_DATE:
            periods = [year_to_date(last) for last in _month_ends(since, as_at)]
        case PeriodKind.ROLLING_YEAR:
            periods = [rolling_year(last) for last in _month_ends(since, as_at)]
        case PeriodKind.RANGE:
            raise UserError("Write a range of days as two dates, such as 2015-07-01..2015-08-31.")
    return tuple(p for p in periods if p.first_day >= since and p.last_day <= as_at)


def parse_period(text: str) -> Period:
    """Read a period's key back: 2015-08, 2015-16-Q1, FY2014-15, 2015-08-31, 2015-07-01..2015-08-31 …

    A year to date and a rolling year are read in the form `key` writes.
    """
    try:
        from_day, dots, to_day = text.partition("..")
        if dots and (first := day_in(from_day)) and (last := day_in(to_day)):
            return between(first, last)
        if match := re.fullmatch(r"FY\d{4}-\d\d-to-(\d{4}-\d\d-\d\d)", text):
            return year_to_date(date.fromisoformat(match[1]))
        if match := re.fullmatch(r"12-months-to-(\d{4}-\d\d-\d\d)", text):
            return rolling_year(date.fromisoformat(match[1]))
        if match := re.fullmatch(r"(\d{4})-(\d\d)-Q([1-4])", text):
            return _checked_year(int(match[1]), match[2], quarter(int(match[1]), int(match[3])))
        if (on := day_in(text)) is not None:
            return day(on)
        if match := re.fullmatch(r"FY(\d{4})-(\d\d)", text):
            return _checked_year(int(match[1]), match[2], financial_year(int(match[1])))
        if match := re.fullmatch(r"(\d{4})-(\d\d)", text):
            year, number = int(match[1]), int(match[2])
            if 1 <= number <= 12:
                return month(year, number)
            if int(match[2]) == (year + 1) % 100:
                return financial_year(year)
            raise UserError(
                f"'{text}' is neither a month, which goes from 01 to 12, nor a financial year: {year} is followed by "
                f"{(year + 1) % 100:02d}."
            )
    except ValueError as cause:
        raise UserError(f"'{text}' holds a day that does not exist. Check the month and the day.") from cause
    raise UserError(
        f"'{text}' is not a period. Write one like 2015-08 (a month), 2015-16-Q1 (a quarter), FY2014-15 (a financial "
        "year), 2015-08-31 or 31/08/2015 (a day) or 2015-07-01..2015-08-31 (from one day to another)."
    )


def _checked_year(start_year: int, end: str, period: Period) -> Period:
    if int(end) != (start_year + 1) % 100:
        raise UserError(
            f"'{start_year}-{end}' is not a financial year: {start_year} is followed by {(start_year + 1) % 100:02d}."
        )
    return period


def _months(since: date, as_at: date) -> list[tuple[int, int]]:
    first, last = since.year * 12 + since.month - 1, as_at.year * 12 + as_at.month - 1
    return [(n // 12, n % 12 + 1) for n in range(first, last + 1)]


def _month_ends(since: date, as_at: date) -> list[date]:
    ends = [month_end(y, m) for y, m in _months(since, as_at)]
    return [last for last in ends if last <= as_at] + ([as_at] if as_at not in ends else [])
