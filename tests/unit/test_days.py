"""Days as people write them mean one day everywhere, day first, and one that could be two is said."""

from __future__ import annotations

from datetime import date

import pytest

from purplebook.errors import UserError
from purplebook.language.days import could_be_two_days
from purplebook.language.periods import day, parse_period
from purplebook.run.words import read_day, read_otherwise

DAY = date(2015, 8, 31)


@pytest.mark.parametrize(
    "text",
    [
        *("2015-08-31", "2015/08/31", "2015.8.31", "31/08/2015", "31/8/2015", "31.8.2015", "31-08-2015", "31 08 2015"),
        *("31 August 2015", "31 august 2015", "31 Aug 2015", "31-Aug-2015", "31st August 2015", " 31  August, 2015 "),
        *("August 31, 2015", "Aug 31 2015", "August 31st, 2015", "31 Aug. 2015", "31August2015"),
    ],
)
def test_a_day_is_read_however_it_is_written(text: str):
    assert read_day(text) == DAY
    assert parse_period(text) == day(DAY)
    assert not could_be_two_days(text)


@pytest.mark.parametrize("text", ["08/31/2015", "31/02/2015", "32 August 2015", "2015-13-01", "0/1/2015", "29.2.2015"])
def test_a_day_that_is_not_in_the_calendar_is_refused(text: str):
    with pytest.raises(UserError, match=r"no day of the calendar.*day first"):
        read_day(text)


@pytest.mark.parametrize(
    "text", ["yesterday", "31/08/15", "31 Ju 2015", "31 Ma 2015", "5 Jux 2015", "31/08-2015", "2015", "", "31 August"]
)
def test_what_is_no_day_is_refused_with_how_to_write_one(text: str):
    if text:
        with pytest.raises(UserError, match=r"is not a day. Write it as 2015-08-31, 31/08/2015 or 31 August 2015"):
            read_day(text)


def test_a_day_that_could_be_two_is_read_day_first_and_said():
    assert read_day("05/08/2015") == date(2015, 8, 5)
    assert read_otherwise("05/08/2015") == ("05/08/2015 is read day first, as 5 August 2015.",)
    assert read_otherwise("01/07/2015..05/08/2015") == (
        "01/07/2015 is read day first, as 1 July 2015.",
        "05/08/2015 is read day first, as 5 August 2015.",
    )
    for text in ("08/08/2015", "8/08/2015", "13/08/2015", "2015-08-05", "5 August 2015", "2015-08", "month"):
        assert read_otherwise(text) == ()


def test_a_range_of_days_is_read_in_either_writing():
    assert parse_period("01/07/2015..31/08/2015") == parse_period("2015-07-01..2015-08-31")
    assert parse_period("1 July 2015..31 August 2015") == parse_period("2015-07-01..2015-08-31")
