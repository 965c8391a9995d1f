"""The periods that a Safeguarding Activity Report speaks of, all worked out from its as-at date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from purplebook.definitions.standards import PracticeStandard, standards
from purplebook.language.periods import (
    Period,
    PeriodKind,
    add_months,
    between,
    day,
    financial_year,
    periods_up_to,
    quarter,
    rolling_year,
    year_start,
    year_to_date,
)

EARLIER_YEARS = 4


@dataclass(frozen=True)
class PaperPeriods:
    """Every period of one paper. `quarter` is the last one that was complete by the as-at date.

    `standards` are the practice standards that the figures are held to: those shipped, or the council's.
    """

    as_at: date
    standards: Mapping[str, PracticeStandard] = field(default_factory=standards)

    @property
    def today(self) -> Period:
        """The as-at date, for what was open on it."""
        return day(self.as_at)

    @property
    def to_date(self) -> Period:
        """1 April up to the as-at date."""
        return year_to_date(self.as_at)

    @property
    def same_months_last_year(self) -> Period:
        """The year to date a year earlier: part of a year is compared with the same part."""
        last = add_months(self.as_at + timedelta(days=1), -12) - timedelta(days=1)
        return between(add_months(self.to_date.first_day, -12), last)

    @property
    def quarter(self) -> Period:
        """The last complete quarter."""
        return periods_up_to(self.as_at, PeriodKind.QUARTER, since=add_months(self.as_at, -9).replace(day=1))[-1]

    @property
    def quarter_before(self) -> Period:
        """The quarter before that one."""
        return _quarter_of(self.quarter.first_day - timedelta(days=1))

    @property
    def since_quarter(self) -> Period | None:
        """The months after the last complete quarter, or None when the paper is made at a quarter's end."""
        if self.quarter.last_day == self.as_at:
            return None
        return between(self.quarter.last_day + timedelta(days=1), self.as_at)

    @property
    def earlier_years(self) -> tuple[Period, ...]:
        """The four financial years before this one."""
        this = self.to_date.first_day.year
        return tuple(financial_year(start) for start in range(this - EARLIER_YEARS, this))

    @property
    def last_year(self) -> Period:
        """The financial year before this one."""
        return self.earlier_years[-1]

    @property
    def parts_of_this_year(self) -> tuple[Period, ...]:
        """This year's complete quarters, the months since them, and the year to date."""
        quarters = periods_up_to(self.as_at, PeriodKind.QUARTER, since=self.to_date.first_day)
        since = (self.since_quarter,) if quarters and self.since_quarter else ()
        return (*quarters, *since, self.to_date)

    @property
    def recent_parts(self) -> tuple[Period, ...]:
        """The parts of this year, after those of the last two quarters that fell in the year before."""
        parts = self.parts_of_this_year
        return (*(period for period in (self.quarter_before, self.quarter) if period not in parts), *parts)

    @property
    def year_rows(self) -> tuple[Period, ...]:
        """The rows of a table by year: four years, then the parts of this one."""
        return (*self.earlier_years, *self.parts_of_this_year)

    @property
    def year_ends(self) -> tuple[Period, ...]:
        """31 March of each of the four years."""
        return tuple(day(year.last_day) for year in self.earlier_years)

    @property
    def quarter_end(self) -> Period:
        """The last day of the last complete quarter."""
        return day(self.quarter.last_day)

    @property
    def quarter_before_end(self) -> Period:
        """The last day of the quarter before."""
        return day(self.quarter_before.last_day)

    @property
    def dates(self) -> tuple[Period, ...]:
        """The ends of the last two quarters, and the as-at date: each once."""
        return tuple(dict.fromkeys((self.quarter_before_end, self.quarter_end, self.today)))

    @property
    def year_dates(self) -> tuple[Period, ...]:
        """The rows of a table of what was open at a date: year ends, quarter ends of this year, the as-at date."""
        ends = tuple(day(part.last_day) for part in self.parts_of_this_year[:-1] if part.kind is PeriodKind.QUARTER)
        return tuple(dict.fromkeys((*self.year_ends, *ends, self.today)))

    @property
    def a_year_ago(self) -> Period:
        """The as-at date a year earlier."""
        return day(self.same_months_last_year.last_day)

    @property
    def last_year_end(self) -> Period:
        """31 March before this year."""
        return self.year_ends[-1]

    @property
    def months(self) -> tuple[Period, ...]:
        """Every complete month of last year and this one."""
        return periods_up_to(self.as_at, PeriodKind.MONTH, since=self.last_year.first_day)

    @property
    def month_ends(self) -> tuple[Period, ...]:
        """The last days of those months."""
        return tuple(day(period.last_day) for period in self.months)

    @property
    def month(self) -> Period:
        """The last complete month."""
        return self.months[-1]

    @property
    def followed_up_year(self) -> Period:
        """The twelve months in which the nine months of following an early help case ended.

        The indicator itself places a case where its nine months end: nothing is to be taken off here as well.
        """
        return rolling_year(self.as_at)


def _quarter_of(on: date) -> Period:
    start = year_start(on)
    return quarter(start.year, (on.month - 4) % 12 // 3 + 1)
