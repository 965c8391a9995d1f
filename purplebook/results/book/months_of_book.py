"""The periods of a purple book: five years of months, quarters and years, and this year so far beside the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from purplebook.errors import UserError
from purplebook.language.periods import (
    Period,
    PeriodKind,
    add_months,
    month_end,
    periods_up_to,
    rolling_year,
    year_start,
    year_to_date,
)

MONTHS = 60


@dataclass(frozen=True)
class BookPeriods:
    """Every period of one book; `months` are whole and in a row, oldest first."""

    as_at: date
    months: tuple[Period, ...]
    others: tuple[Period, ...]

    @property
    def all(self) -> tuple[Period, ...]:
        return (*self.months, *self.others)

    def of(self, kind: PeriodKind) -> tuple[Period, ...]:
        """The periods of one kind, oldest first."""
        return tuple(period for period in self.all if period.kind is kind)


def book_periods(as_at: date, *, months: int = MONTHS) -> BookPeriods:
    """The periods of the book of a day, which must end a month: a month that has not ended cannot be compared."""
    if as_at != month_end(as_at.year, as_at.month):
        raise UserError(
            f"A purple book is made at the end of a month, and {as_at.isoformat()} is not one. "
            f"Ask for {month_end(*_month_before(as_at)).isoformat()}, the last that had ended."
        )
    first_month = add_months(as_at.replace(day=1), 1 - months)
    since = min(first_month, year_start(first_month))
    last_year = month_end(as_at.year - 1, as_at.month)
    others = [
        *periods_up_to(as_at, PeriodKind.QUARTER, since=since),
        *periods_up_to(as_at, PeriodKind.YEAR, since=since),
        year_to_date(last_year),
        year_to_date(as_at),
        rolling_year(last_year),
        rolling_year(as_at),
    ]
    return BookPeriods(as_at, periods_up_to(as_at, PeriodKind.MONTH, since=first_month), _once(others))


def last_month_end(day: date) -> date:
    """The last day of the newest month that had ended by a day."""
    is_end = day == month_end(day.year, day.month)
    return day if is_end else month_end(*_month_before(day))


def _month_before(day: date) -> tuple[int, int]:
    return (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)


def _once(periods: Sequence[Period]) -> tuple[Period, ...]:
    return tuple(dict.fromkeys(periods))
