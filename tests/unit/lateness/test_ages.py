"""How old a month was when an extract was taken, and which months an extract can be asked about."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purplebook.definitions import INDICATORS
from purplebook.language.periods import month, month_end
from purplebook.results.lateness.observed import age_of, counted_total, months_to


@pytest.mark.parametrize(
    ("year", "number", "seen", "age"),
    [
        (2015, 8, date(2015, 8, 31), 0),
        (2015, 8, date(2015, 9, 29), 0),
        (2015, 8, date(2015, 9, 30), 1),
        (2015, 8, date(2015, 10, 31), 2),
        (2015, 6, date(2015, 7, 29), 0),
        (2015, 6, date(2015, 7, 30), 1),
        (2015, 6, date(2015, 7, 31), 1),
        (2015, 1, date(2015, 2, 27), 0),
        (2015, 1, date(2015, 2, 28), 1),
        (2016, 1, date(2016, 2, 28), 0),
        (2016, 1, date(2016, 2, 29), 1),
        (2015, 2, date(2015, 3, 28), 1),
        (2015, 2, date(2015, 3, 31), 1),
        (2016, 2, date(2016, 3, 28), 0),
        (2015, 12, date(2016, 1, 31), 1),
        (2015, 8, date(2016, 8, 31), 12),
        (2015, 8, date(2015, 8, 30), -1),
    ],
)
def test_a_month_is_as_old_as_the_whole_months_since_its_end(year: int, number: int, seen: date, age: int):
    assert age_of(month(year, number), seen) == age


@given(st.integers(2000, 2040), st.integers(1, 12), st.integers(0, 40))
def test_seen_at_month_ends_a_month_is_as_old_as_the_months_between(year: int, number: int, later: int):
    at = year * 12 + number - 1 + later
    assert age_of(month(year, number), month_end(at // 12, at % 12 + 1)) == later


@given(st.integers(2000, 2040), st.integers(1, 12), st.integers(0, 800))
def test_a_month_never_grows_younger(year: int, number: int, days: int):
    period = month(year, number)
    seen = period.last_day + timedelta(days)
    assert 0 <= age_of(period, seen) <= age_of(period, seen + timedelta(1)) <= age_of(period, seen) + 1


def test_the_last_months_are_those_that_had_ended():
    assert [each.key for each in months_to(date(2015, 8, 31), 3)] == ["2015-06", "2015-07", "2015-08"]
    assert [each.key for each in months_to(date(2015, 8, 30), 3)] == ["2015-05", "2015-06", "2015-07"]
    assert [each.key for each in months_to(date(2016, 1, 1), 2)] == ["2015-11", "2015-12"]
    assert months_to(date(2016, 2, 28), 1)[0].key == "2016-01"
    assert months_to(date(2016, 2, 29), 1)[0].key == "2016-02"


def test_only_what_happens_in_a_month_fills_up():
    totals = {item.id: counted_total(item) for item in INDICATORS}
    by_id = {item.id: item for item in INDICATORS}
    assert totals["RF01"] == by_id["RF01"].measure.top, "a count: what it counts"
    assert totals["RF07"] == by_id["RF07"].measure.bottom, "a percentage: what it is part of"
    for stock in ("CP01", "CP07", "LA01"):
        assert totals[stock] is None, f"{stock} is what is open at a day"
    assert totals["RF02"] is None, "a rate of a year"
