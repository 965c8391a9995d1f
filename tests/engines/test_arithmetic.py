"""Medians, birthdays, months and working days at their edges, on both engines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from purplebook.engine.working_days import days_table
from purplebook.language import expressions as ex
from purplebook.language import referral
from purplebook.language.indicators import Indicator, indicator
from purplebook.language.measures import count, mean_of, median_of
from purplebook.language.periods import month
from tests.generative.cases import Case, ReusedDuckDB, by_both, by_reference

APRIL = month(2015, 4)
REFERRED = referral.dated(referral.referred_on)


@pytest.fixture(scope="module")
def engine() -> Iterator[ReusedDuckDB]:
    with ReusedDuckDB() as opened:
        yield opened


def measured(measure: object) -> Indicator:
    return indicator("RF0", "Arithmetic", measure, theme="Front door", counts="rows", source="by hand")  # type: ignore[arg-type]


def figure(engine: ReusedDuckDB, measure: object, rows: list[dict[str, object]]) -> tuple:
    """The figure of April 2015, on which the engines agree."""
    case = Case((measured(measure),), (APRIL,), {"referral": [{"referred_on": date(2015, 4, 1)} | row for row in rows]})
    found = by_both(engine, case)
    assert found == by_reference(case)
    return found["RF0", "899", "2015-04", "all", "all"]


def number(engine: ReusedDuckDB, value: ex.Expression) -> int | None:
    """One whole number worked out by both engines; None where it is not known."""
    total, rows, _ = figure(engine, mean_of(value, among=REFERRED), [{}])
    return total if rows else None


@pytest.mark.parametrize(
    ("values", "median"),
    [
        ([7], "7.00"),
        ([3, 1, 2], "2.00"),
        ([1, 2, 3, 10], "2.50"),
        ([2, 2, 9, 9], "5.50"),
        ([-3, -2], "-2.50"),
        ([-1, 0], "-0.50"),
        ([5, None, None], "5.00"),
        ([0, 0, 1_000_000], "0.00"),
    ],
    ids=str,
)
def test_a_median_is_exactly_the_middle_value(engine: ReusedDuckDB, values: list[int | None], median: str) -> None:
    rows: list[dict[str, object]] = [{"earlier_referrals_supplied": value} for value in values]
    _, _, value = figure(engine, median_of(referral.earlier_referrals_supplied, among=REFERRED), rows)
    assert str(value) == median


def test_a_median_of_nothing_is_not_nought(engine: ReusedDuckDB) -> None:
    rows: list[dict[str, object]] = [{"earlier_referrals_supplied": None}]
    assert figure(engine, median_of(referral.earlier_referrals_supplied, among=REFERRED), rows) == (None, 0, None)


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("2004-02-29", "2015-02-28", 10),
        ("2004-02-29", "2015-03-01", 11),
        ("2004-02-29", "2016-02-28", 11),
        ("2004-02-29", "2016-02-29", 12),
        ("1997-08-31", "2015-08-30", 17),
        ("1997-08-31", "2015-08-31", 18),
        ("2015-03-31", "2015-03-31", 0),
        ("2015-04-01", "2015-03-31", -1),
    ],
)
def test_a_birthday_counts_on_the_day_and_29_february_on_1_march(
    engine: ReusedDuckDB, born: str, on: str, age: int
) -> None:
    worked_out = ex.age_on(ex.Literal(date.fromisoformat(on)), born=ex.Literal(date.fromisoformat(born)))
    assert number(engine, worked_out) == age


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2015-01-31", 1, "2015-02-28"),
        ("2016-01-31", 1, "2016-02-29"),
        ("2015-08-31", -6, "2015-02-28"),
        ("2016-02-29", 12, "2017-02-28"),
        ("2016-02-29", -12, "2015-02-28"),
        ("2015-02-28", 1, "2015-03-28"),
        ("2015-12-31", 2, "2016-02-29"),
        ("2015-03-31", 0, "2015-03-31"),
        ("2015-12-15", 13, "2017-01-15"),
    ],
)
def test_some_months_later_is_the_same_day_or_the_last_of_a_shorter_month(
    engine: ReusedDuckDB, start: str, months: int, end: str
) -> None:
    later = ex.Literal(date.fromisoformat(start)).add_months(months)
    assert figure(engine, count(REFERRED.where(later.is_(date.fromisoformat(end)))), [{}])[0] == 1


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2015-04-02", "2015-04-02", 0),
        ("2015-04-02", "2015-04-07", 1),  # Good Friday, the weekend and Easter Monday between
        ("2015-04-03", "2015-04-07", 1),  # starts on Good Friday
        ("2015-04-07", "2015-04-02", -1),
        ("2015-12-24", "2015-12-29", 1),  # Christmas Day, and Boxing Day moved to Monday 28
        ("2011-04-28", "2011-05-03", 0 + 1),  # the royal wedding and the early May holiday
        ("2012-06-01", "2012-06-06", 1),  # the diamond jubilee: Monday and Tuesday off
        ("2022-09-16", "2022-09-20", 1),  # the state funeral
        ("2023-05-05", "2023-05-09", 1),  # the coronation
        ("2015-01-02", "2015-03-06", 45),
        ("1985-01-01", "1985-01-02", 1),
        ("2050-12-30", "2050-12-31", 0),
        ("1984-12-31", "1985-01-02", None),
        ("2050-12-31", "2051-01-03", None),
    ],
)
def test_working_days_start_at_day_0_and_leave_out_weekends_and_bank_holidays(
    engine: ReusedDuckDB, start: str, end: str, days: int | None
) -> None:
    between = ex.working_days_between(*(ex.Literal(date.fromisoformat(day)) for day in (start, end)))
    assert number(engine, between) == days


def test_the_running_count_of_working_days_never_jumps() -> None:
    counts = dict(zip(*(column.to_pylist() for column in days_table().columns), strict=True))
    assert all(counts[day] - counts.get(day - timedelta(days=1), 0) in (0, 1) for day in counts)
