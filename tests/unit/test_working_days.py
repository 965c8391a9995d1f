"""The calendar of working days in England, against the published list of bank holidays."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from docs.bank_holidays import FILE, bank_holidays_file
from purplebook.engine.working_days import (
    FIRST_DAY,
    LAST_DAY,
    bank_holidays,
    days_table,
    is_working_day,
    running_count,
)


def test_every_published_bank_holiday_is_off_and_every_other_weekday_is_worked(shared: Path) -> None:
    with (shared / "benchmarks" / "bank_holidays_england_wales.csv").open(encoding="utf-8") as file:
        published = {date.fromisoformat(row["date"]) for row in csv.DictReader(file)}
    assert len(published) > 200
    day, last = min(published).replace(month=1, day=1), max(published).replace(month=12, day=31)
    while day <= last:
        assert is_working_day(day) == (day.weekday() < 5 and day not in published), day
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2015-04-03", "Good Friday"),
        ("2015-04-06", "Easter Monday"),
        ("2015-12-28", "Boxing Day, moved from a Saturday"),
        ("2011-04-29", "a royal wedding"),
        ("2012-06-04", "the spring holiday, moved"),
        ("2012-06-05", "the diamond jubilee"),
        ("2020-05-08", "early May, moved to the Friday"),
        ("2022-06-03", "the platinum jubilee"),
        ("2022-09-19", "a state funeral"),
        ("2023-05-08", "the coronation"),
        ("1999-12-31", "the millennium"),
        ("2015-08-31", "the summer holiday"),
        ("2015-08-29", "a Saturday"),
        ("2015-08-30", "a Sunday"),
    ],
)
def test_a_day_off_is_not_a_working_day(day: str, why: str) -> None:
    assert not is_working_day(date.fromisoformat(day)), why


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2015-04-02", "Maundy Thursday"),
        ("2020-05-04", "the early May holiday had been moved"),
        ("2022-05-30", "the spring holiday had been moved"),
        ("2015-12-24", "Christmas Eve"),
        ("2015-03-17", "a holiday in Northern Ireland only"),
        ("2015-11-30", "a holiday in Scotland only"),
        ("2016-02-29", "a Monday"),
    ],
)
def test_an_ordinary_weekday_is_a_working_day(day: str, why: str) -> None:
    assert is_working_day(date.fromisoformat(day)), why


def test_the_bank_holidays_that_lie_in_a_file_are_those_of_the_library() -> None:
    assert bank_holidays_file() == FILE.read_text(encoding="utf-8"), "Run `python docs/bank_holidays.py`."


def test_the_bank_holidays_are_the_days_of_that_file() -> None:
    lines = FILE.read_text(encoding="utf-8").splitlines()[1:]
    assert sorted(day.isoformat() for day in bank_holidays()) == [line.partition(",")[0] for line in lines]
    assert len(lines) > 8 * (LAST_DAY.year - FIRST_DAY.year)


def test_the_running_count_rises_by_one_on_each_working_day_only() -> None:
    counts = running_count()
    day = FIRST_DAY + timedelta(days=1)
    while day <= LAST_DAY:
        assert counts[day] - counts[day - timedelta(days=1)] == is_working_day(day)
        day += timedelta(days=1)


def test_the_calendar_has_each_day_once_and_ends_where_it_says() -> None:
    days = days_table().column("day").to_pylist()
    assert dict(zip(days, days_table().column("working_day").to_pylist(), strict=True)) == running_count()
    assert (days[0], days[-1]) == (FIRST_DAY, LAST_DAY)
    assert len(days) == len(set(days)) == (LAST_DAY - FIRST_DAY).days + 1
