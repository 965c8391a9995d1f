"""The paper's periods follow from its as-at date, in any month of the year."""

from __future__ import annotations

from datetime import date

import pytest

from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.language.papers import PeriodForm
from purplebook.language.periods import between, day, financial_year, quarter
from purplebook.outputs.paper.period_words import period_words


def keys(periods) -> list[str]:
    return [each.key for each in periods]


def test_the_paper_of_august_2015_has_the_periods_of_the_2015_paper():
    periods = PaperPeriods(date(2015, 8, 31))
    assert periods.quarter == quarter(2015, 1)
    assert periods.quarter_before == quarter(2014, 4)
    assert periods.since_quarter == between(date(2015, 7, 1), date(2015, 8, 31))
    assert keys(periods.year_rows) == [
        "FY2011-12",
        "FY2012-13",
        "FY2013-14",
        "FY2014-15",
        "2015-16-Q1",
        "2015-07-01..2015-08-31",
        "FY2015-16-to-2015-08-31",
    ]
    assert keys(periods.year_dates) == [
        "2012-03-31",
        "2013-03-31",
        "2014-03-31",
        "2015-03-31",
        "2015-06-30",
        "2015-08-31",
    ]
    assert periods.same_months_last_year == between(date(2014, 4, 1), date(2014, 8, 31))
    assert (keys(periods.months)[0], keys(periods.months)[-1], len(periods.months)) == ("2014-04", "2015-08", 17)


def test_at_the_end_of_a_quarter_nothing_has_happened_since():
    periods = PaperPeriods(date(2014, 12, 31))
    assert periods.quarter == quarter(2014, 3)
    assert periods.since_quarter is None
    assert keys(periods.parts_of_this_year) == ["2014-15-Q1", "2014-15-Q2", "2014-15-Q3", "FY2014-15-to-2014-12-31"]
    assert periods.dates == (day(date(2014, 9, 30)), day(date(2014, 12, 31)))


def test_in_the_first_quarter_the_last_complete_one_belongs_to_last_year():
    periods = PaperPeriods(date(2015, 5, 15))
    assert periods.quarter == quarter(2014, 4)
    assert keys(periods.parts_of_this_year) == ["FY2015-16-to-2015-05-15"]
    assert keys(periods.months)[-1] == "2015-04"
    assert keys((periods.followed_up_year,)) == ["12-months-to-2015-05-15"]


def test_on_31_march_the_year_to_date_is_the_whole_year_and_the_years_before_it_are_four():
    periods = PaperPeriods(date(2015, 3, 31))
    assert periods.quarter == quarter(2014, 4)
    assert periods.earlier_years == tuple(financial_year(year) for year in (2010, 2011, 2012, 2013))


def test_a_leap_day_is_compared_with_the_end_of_february():
    assert PaperPeriods(date(2016, 2, 29)).a_year_ago == day(date(2015, 2, 28))
    assert PaperPeriods(date(2015, 2, 28)).a_year_ago == day(date(2014, 2, 28))


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_end_gives_a_complete_quarter_that_has_ended(month):
    as_at = date(2015, month, 28)
    periods = PaperPeriods(as_at)
    assert periods.quarter.last_day <= as_at
    assert (as_at - periods.quarter.last_day).days < 92


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (PeriodForm.SENTENCE, "quarter 4 of 2014-15"),
        (PeriodForm.ROW, "2014-15 quarter 4 (January to March)"),
        (PeriodForm.AXIS, "Q4 2014-15"),
        (PeriodForm.LAST_DAY, "31 March 2015"),
        (PeriodForm.LAST_MONTH, "March 2015"),
    ],
)
def test_a_quarter_is_named_for_its_place(form, expected):
    assert period_words(quarter(2014, 4), form) == expected


def test_a_stretch_is_named_by_its_months_and_by_its_days_when_they_are_not_whole():
    assert period_words(between(date(2015, 7, 1), date(2015, 8, 31)), PeriodForm.SENTENCE) == "July and August 2015"
    assert period_words(between(date(2015, 4, 1), date(2015, 4, 30)), PeriodForm.SENTENCE) == "April 2015"
    assert period_words(between(date(2014, 11, 1), date(2015, 1, 31)), PeriodForm.SENTENCE) == (
        "November 2014 to January 2015"
    )
    assert period_words(between(date(2015, 7, 1), date(2015, 7, 9)), PeriodForm.ROW) == "1 July 2015 to 9 July 2015"
