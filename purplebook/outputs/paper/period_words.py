"""How periods are written in sentences, in the rows of tables and under charts."""

from __future__ import annotations

from purplebook.language.papers import PeriodForm
from purplebook.language.periods import Period, PeriodKind, long_day, month_end, year_name


def period_words(period: Period, form: PeriodForm) -> str:
    """The name of a period in one of its forms: "quarter 1", "2015-16 quarter 1 (April to June)", "Q1 2015-16"."""
    match form:
        case PeriodForm.LAST_DAY:
            return long_day(period.last_day)
        case PeriodForm.LAST_MONTH:
            return f"{period.last_day:%B %Y}"
        case PeriodForm.SENTENCE:
            return _in_a_sentence(period)
        case PeriodForm.ROW:
            return _in_a_row(period)
        case PeriodForm.AXIS:
            return _on_an_axis(period)


def whole_months(period: Period) -> int | None:
    """How many calendar months a period is made of, or None when it is not made of whole months."""
    first, last = period.first_day, period.last_day
    if first.day != 1 or last != month_end(last.year, last.month):
        return None
    return (last.year - first.year) * 12 + last.month - first.month + 1


def stretch(period: Period, *, with_year: bool = True) -> str:
    """The months or days that a period runs over: "July and August 2015", "April to August 2015"."""
    first, last = period.first_day, period.last_day
    count = whole_months(period)
    year = f" {last.year}" if with_year else ""
    if count is None:
        return f"{long_day(first)} to {long_day(last)}"
    if count == 1:
        return f"{last:%B}{year}"
    start = f"{first:%B}" if first.year == last.year or not with_year else f"{first:%B %Y}"
    return f"{start} {'and' if count == 2 else 'to'} {last:%B}{year}"


def _in_a_sentence(period: Period) -> str:
    match period.kind:
        case PeriodKind.QUARTER:
            return f"quarter {_quarter_number(period)} of {year_name(period.first_day)}"
        case PeriodKind.YEAR:
            return year_name(period.first_day)
        case PeriodKind.DAY:
            return long_day(period.last_day)
        case PeriodKind.ROLLING_YEAR:
            return f"the year to {long_day(period.last_day)}"
        case _:
            return stretch(period)


def _in_a_row(period: Period) -> str:
    match period.kind:
        case PeriodKind.QUARTER:
            return (
                f"{year_name(period.first_day)} quarter {_quarter_number(period)} ({stretch(period, with_year=False)})"
            )
        case PeriodKind.YEAR_TO_DATE:
            return f"{year_name(period.first_day)} to date ({stretch(period, with_year=False)})"
        case PeriodKind.YEAR:
            return year_name(period.first_day)
        case PeriodKind.ROLLING_YEAR:
            return f"Year to {long_day(period.last_day)}"
        case PeriodKind.DAY:
            return long_day(period.last_day)
        case _:
            return stretch(period)


def _on_an_axis(period: Period) -> str:
    match period.kind:
        case PeriodKind.QUARTER:
            return f"Q{_quarter_number(period)} {year_name(period.first_day)}"
        case PeriodKind.MONTH:
            return f"{period.last_day:%b %Y}"
        case PeriodKind.DAY if period.last_day == month_end(period.last_day.year, period.last_day.month):
            return f"{period.last_day:%b %Y}"
        case PeriodKind.DAY:
            return f"{period.last_day.day} {period.last_day:%b %Y}"
        case PeriodKind.YEAR:
            return year_name(period.first_day)
        case _:
            return stretch(period)


def _quarter_number(period: Period) -> int:
    return (period.first_day.month - 4) % 12 // 3 + 1
