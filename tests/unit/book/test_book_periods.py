"""Which periods a book asks for: whole months in a row, and never one that has not ended."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from purplebook.errors import UserError
from purplebook.language.periods import PeriodKind, month_end
from purplebook.results.book.months_of_book import MONTHS, book_periods


@pytest.mark.parametrize("day", [month_end(2015, number) for number in range(1, 13)] + [date(2016, 2, 29)])
def test_every_month_end_has_sixty_months_in_a_row_and_nothing_later(day: date):
    found = book_periods(day)
    assert len(found.months) == MONTHS and found.months[-1].last_day == day
    for one, other in pairwise(found.months):
        assert (other.first_day - one.last_day).days == 1
    assert max(period.last_day for period in found.all) == day
    assert len({period.key for period in found.all}) == len(found.all)


def test_the_book_of_august_has_this_year_so_far_beside_the_last():
    found = {period.key for period in book_periods(date(2015, 8, 31)).others}
    wanted = {"2015-16-Q1", "FY2014-15", "FY2015-16-to-2015-08-31", "FY2014-15-to-2014-08-31"}
    assert wanted <= found
    assert {"12-months-to-2015-08-31", "12-months-to-2014-08-31"} <= found
    assert "2015-16-Q2" not in found and "FY2015-16" not in found


@pytest.mark.parametrize(
    ("day", "instead"),
    [
        (date(2015, 8, 30), "2015-07-31"),
        (date(2015, 9, 1), "2015-08-31"),
        (date(2015, 1, 15), "2014-12-31"),
        (date(2016, 2, 28), "2016-01-31"),
        (date(2016, 3, 1), "2016-02-29"),
    ],
)
def test_a_day_that_ends_no_month_is_refused_with_one_that_does(day: date, instead: str):
    with pytest.raises(UserError, match=f"{day.isoformat()} is not one. Ask for {instead}"):
        book_periods(day)


def test_the_kinds_of_period_are_told_apart():
    found = book_periods(date(2015, 8, 31))
    assert {period.kind for period in found.of(PeriodKind.QUARTER)} == {PeriodKind.QUARTER}
    assert found.of(PeriodKind.YEAR)[-1].key == "FY2014-15"
