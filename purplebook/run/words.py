"""Days, periods, indicators and breakdowns as people write them, turned into what they mean.

Every call of `run/` takes them as text or as they are, so that a command and a notebook say the same words.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

from purplebook.errors import BadInputError
from purplebook.language.days import HOW_TO_WRITE, could_be_two_days, day_in
from purplebook.language.periods import (
    Period,
    PeriodKind,
    add_months,
    long_day,
    parse_period,
    periods_up_to,
    year_start,
    year_to_date,
)

T = TypeVar("T")
EVERY = "every"
"""The word for each single breakdown that an indicator has."""


def several(given: str | Path | Period | date | Iterable[T] | None) -> tuple[T, ...]:
    """What was given as a tuple: one thing alone, several, or none."""
    if given is None or given == "":
        return ()
    if isinstance(given, str | Path | Period | date):
        return (given,)  # pyright: ignore[reportReturnType]
    return tuple(given)


def read_day(given: str | date | None) -> date | None:
    """A day, also as text such as 2015-08-31 or 31/08/2015; BadInputError says how to write one."""
    if given is None or isinstance(given, date):
        return given
    try:
        return day_in(given) or _refuse(given)
    except ValueError:
        raise BadInputError(
            f"'{given}' is no day of the calendar. Days are read day first: write one as {HOW_TO_WRITE}."
        ) from None


def read_otherwise(text: str) -> tuple[str, ...]:
    """How each day of a text was read that could have been another, the month first: a sentence for each."""
    days = [part for part in text.split("..") if could_be_two_days(part)]
    return tuple(
        f"{part.strip()} is read day first, as {long_day(day)}." for part in days if (day := day_in(part)) is not None
    )


def required_day(given: str | date) -> date:
    """A day that must be said."""
    return read_day(given) or _refuse("")


def period(text: str) -> Period:
    """The period of a name such as "2015-08", "2015-16-Q1", "FY2014-15", "2015-08-31" or "2015-07-01..2015-08-31".

    It has a `first_day`, a `last_day`, a `key` to write it by and a `label` to read.
    """
    return parse_period(text)


def one_period(given: str | Period | None, *, as_at: date) -> Period:
    """The one period that a list is about: the year to date, or the one asked for."""
    periods = periods_wanted(several(given), as_at=as_at)
    if len(periods) != 1:
        raise BadInputError(f"'{given}' is {len(periods)} periods. Name one, such as {as_at:%Y-%m} or {as_at}.")
    return periods[0]


def periods_wanted(
    given: Iterable[str | Period], *, as_at: date, since: str | date | None = None
) -> tuple[Period, ...]:
    """The periods asked for, each once, in the order asked: the year to date where none is.

    The name of a kind of period, such as "month", stands for each that ends by `as_at` and begins on `since` or later:
    1 April of last year unless said.
    """
    start = read_day(since) or add_months(year_start(as_at), -12)
    words = tuple(given)
    wanted: list[Period] = [] if words else [year_to_date(as_at)]
    for word in words:
        if isinstance(word, Period):
            wanted.append(word)
        elif word in set(PeriodKind):
            wanted += periods_up_to(as_at, PeriodKind(word), since=start)
        else:
            wanted.append(parse_period(word))
    return tuple(dict.fromkeys(wanted))


def crossings(divisions: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The breakdowns to divide by, each as the names that it crosses: "team+age_band" is two."""
    return tuple(tuple(division.split("+")) for division in divisions if division != EVERY)


def _refuse(text: str) -> date:
    raise BadInputError(f"'{text}' is not a day. Write it as {HOW_TO_WRITE}.")
