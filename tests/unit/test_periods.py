"""Reporting periods: their edges, their names, and that every name is read back as the same period."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purplebook.errors import UserError
from purplebook.language.periods import (
    Period,
    PeriodKind,
    add_months,
    between,
    day,
    financial_year,
    month,
    parse_period,
    periods_up_to,
    quarter,
    rolling_year,
    year_to_date,
)

DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))
PERIODS = st.one_of(
    DAYS.map(day),
    DAYS.map(lambda on: month(on.year, on.month)),
    st.builds(quarter, st.integers(2000, 2040), st.integers(1, 4)),
    st.integers(1998, 2040).map(financial_year),
    DAYS.map(year_to_date),
    DAYS.map(rolling_year),
    st.tuples(DAYS, DAYS).map(lambda pair: between(min(pair), max(pair))),
)


@given(PERIODS)
def test_a_key_is_read_back_as_the_same_period(period: Period) -> None:
    assert parse_period(period.key) == period


@given(PERIODS, PERIODS)
def test_different_periods_have_different_keys(one: Period, other: Period) -> None:
    assert (one.key == other.key) == (one == other)


def test_every_period_of_ten_years_has_a_key_of_its_own() -> None:
    since, until = date(2011, 4, 1), date(2021, 3, 31)
    periods = [
        period
        for kind in PeriodKind
        if kind is not PeriodKind.RANGE
        for period in periods_up_to(until, kind, since=since)
    ]
    assert len({period.key for period in periods}) == len(periods)


def test_december_2011_and_the_financial_year_2011_12_are_not_confused() -> None:
    assert month(2011, 12).key == "2011-12"
    assert financial_year(2011).key == "FY2011-12"
    assert parse_period("2011-12") == month(2011, 12)
    assert parse_period("FY2011-12") == financial_year(2011)


def test_a_bare_financial_year_that_cannot_be_a_month_is_read_as_one() -> None:
    assert parse_period("2014-15") == financial_year(2014)


@pytest.mark.parametrize(
    ("period", "first_day", "last_day", "key", "label"),
    [
        (month(2016, 2), "2016-02-01", "2016-02-29", "2016-02", "February 2016"),
        (month(2015, 2), "2015-02-01", "2015-02-28", "2015-02", "February 2015"),
        (quarter(2015, 1), "2015-04-01", "2015-06-30", "2015-16-Q1", "Q1 2015-16 (April to June 2015)"),
        (quarter(2015, 4), "2016-01-01", "2016-03-31", "2015-16-Q4", "Q4 2015-16 (January to March 2016)"),
        (financial_year(1999), "1999-04-01", "2000-03-31", "FY1999-00", "1999-00"),
        (
            year_to_date(date(2015, 8, 31)),
            "2015-04-01",
            "2015-08-31",
            "FY2015-16-to-2015-08-31",
            "2015-16 to 31 August 2015",
        ),
        (
            year_to_date(date(2015, 4, 1)),
            "2015-04-01",
            "2015-04-01",
            "FY2015-16-to-2015-04-01",
            "2015-16 to 1 April 2015",
        ),
        (
            year_to_date(date(2015, 3, 31)),
            "2014-04-01",
            "2015-03-31",
            "FY2014-15-to-2015-03-31",
            "2014-15 to 31 March 2015",
        ),
        (
            rolling_year(date(2016, 2, 29)),
            "2015-03-01",
            "2016-02-29",
            "12-months-to-2016-02-29",
            "12 months to 29 February 2016",
        ),
        (
            rolling_year(date(2015, 8, 31)),
            "2014-09-01",
            "2015-08-31",
            "12-months-to-2015-08-31",
            "12 months to 31 August 2015",
        ),
        (day(date(2015, 8, 31)), "2015-08-31", "2015-08-31", "2015-08-31", "31 August 2015"),
    ],
    ids=lambda value: value.key if isinstance(value, Period) else None,
)
def test_a_period_has_the_edges_the_key_and_the_label_a_reader_expects(
    period: Period, first_day: str, last_day: str, key: str, label: str
) -> None:
    assert (period.first_day.isoformat(), period.last_day.isoformat()) == (first_day, last_day)
    assert (period.key, period.label) == (key, label)


def test_a_rolling_year_to_28_february_of_a_leap_year_starts_on_1_march() -> None:
    assert rolling_year(date(2016, 2, 28)).first_day == date(2015, 3, 1)


@given(st.integers(2000, 2040))
def test_four_quarters_and_twelve_months_fill_the_financial_year(start: int) -> None:
    year = financial_year(start)
    quarters = [quarter(start, number) for number in (1, 2, 3, 4)]
    assert (quarters[0].first_day, quarters[-1].last_day) == (year.first_day, year.last_day)
    for one, following in pairwise(quarters):
        assert one.last_day + timedelta(days=1) == following.first_day
    months = periods_up_to(year.last_day, PeriodKind.MONTH, since=year.first_day)
    assert len(months) == 12
    for one, following in pairwise(months):
        assert one.last_day + timedelta(days=1) == following.first_day


@given(DAYS, st.integers(-60, 60))
def test_adding_months_keeps_the_day_or_takes_the_last_one(start: date, months: int) -> None:
    moved = add_months(start, months)
    assert (moved.year * 12 + moved.month) - (start.year * 12 + start.month) == months
    assert moved.day == start.day or (moved.day < start.day and (moved + timedelta(days=1)).day == 1)


def test_a_period_that_has_not_finished_is_left_out() -> None:
    found = periods_up_to(date(2015, 8, 30), PeriodKind.MONTH, since=date(2015, 6, 1))
    assert [period.key for period in found] == ["2015-06", "2015-07"]
    assert periods_up_to(date(2015, 8, 31), PeriodKind.QUARTER, since=date(2015, 4, 1)) == (quarter(2015, 1),)
    assert periods_up_to(date(2015, 8, 31), PeriodKind.YEAR, since=date(2014, 4, 1)) == (financial_year(2014),)


def test_a_year_to_date_ends_at_the_day_asked_for_even_within_a_month() -> None:
    found = periods_up_to(date(2015, 5, 12), PeriodKind.YEAR_TO_DATE, since=date(2015, 4, 1))
    assert [period.last_day for period in found] == [date(2015, 4, 30), date(2015, 5, 12)]


@pytest.mark.parametrize(
    "text",
    ["", "2015", "2015-13", "2015-00", "2015-16-Q5", "2014-16", "FY2014-16", "2015-02-30", "August 2015", "2015/08"],
)
def test_what_is_not_a_period_is_refused_with_a_message(text: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_period(text)
    assert str(refused.value).endswith((".", ")"))


@pytest.mark.parametrize("text", ["2015-13", "2015-00", "2015-99"])
def test_a_month_that_there_is_not_is_told_how_far_months_go(text: str) -> None:
    with pytest.raises(UserError, match=f"'{text}' is neither a month, which goes from 01 to 12"):
        parse_period(text)


def test_a_range_the_wrong_way_round_says_which_day_goes_first() -> None:
    with pytest.raises(UserError, match="Put the earlier day first"):
        parse_period("2015-08-31..2015-07-01")


def test_a_range_cannot_be_listed_by_kind() -> None:
    with pytest.raises(UserError, match=r"2015-07-01\.\.2015-08-31"):
        periods_up_to(date(2015, 8, 31), PeriodKind.RANGE, since=date(2015, 4, 1))


def test_a_rolling_year_to_28_february_after_a_leap_year_leaves_29_february_out() -> None:
    assert rolling_year(date(2017, 2, 28)).first_day == date(2016, 3, 1)
    assert rolling_year(date(2016, 2, 29)).first_day == date(2015, 3, 1)
