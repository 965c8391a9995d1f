"""Two formats that cover different years: what lies between them is said, once for all the tables it is of."""

from __future__ import annotations

from datetime import date

import pytest

from purplebook.sources.conform import Conformed
from purplebook.sources.coverage_gap import gap_warnings
from purplebook.sources.raw import RawFiles, RawTable, Source
from purplebook.tables import TABLES_BY_NAME

D = date.fromisoformat


def told(name: str, begins: str | None, ends: str | None, *, extracted: str | None = None) -> RawFiles:
    tables = ("referral", "plan")
    return RawFiles(
        tables=(),
        extracted_on=D(extracted) if extracted else None,
        sources=(Source(f"{name}.csv", None, name, "0"),),
        covers_from={table: D(begins) for table in tables} if begins else {},
        covers_to={table: D(ends) for table in tables} if ends else {},
    )


def settled(table: str, *formats: str) -> Conformed:
    raws = tuple(RawTable(TABLES_BY_NAME[table], Source(f"{each}.csv", None, each, "0"), "", {}) for each in formats)
    return Conformed(TABLES_BY_NAME[table], table, raws, (0,) * len(raws))


@pytest.mark.parametrize(
    ("one", "two", "between"),
    [
        (("2013-04-01", "2014-03-31"), ("2015-04-01", "2016-03-31"), "between 31 March 2014 and 1 April 2015"),
        (("2015-04-01", "2016-03-31"), ("2013-04-01", "2014-03-31"), "between 31 March 2014 and 1 April 2015"),
        (("2013-04-01", "2014-03-31"), ("2014-04-01", "2015-03-31"), None),
        (("2013-04-01", "2014-03-31"), ("2014-04-02", "2015-03-31"), "between 31 March 2014 and 2 April 2014"),
        (("2013-04-01", "2016-03-31"), ("2014-04-01", "2015-03-31"), None),
        ((None, "2016-03-31"), ("2018-04-01", "2019-03-31"), None),
        (("2013-04-01", None), ("2018-04-01", "2019-03-31"), None),
    ],
)
def test_a_gap_between_two_formats_is_said(one, two, between):
    found = (told("one", *one), told("two", *two))
    said = gap_warnings(found, [settled("referral", "one", "two"), settled("plan", "one", "two")])
    assert len(said) == (between is not None)
    assert all(between in each and "for referral, plan," in each for each in said)


def test_a_format_without_an_end_of_its_own_reaches_the_day_of_the_extract():
    later = told("two", "2015-04-01", "2016-03-31")
    tables = [settled("referral", "one", "two")]
    assert gap_warnings((told("one", "2013-04-01", None, extracted="2014-08-31"), later), tables)
    assert not gap_warnings((told("one", "2013-04-01", None, extracted="2015-08-31"), later), tables)


def test_a_format_that_does_not_tell_of_the_table_makes_no_gap():
    found = (told("one", "2013-04-01", "2014-03-31"), told("two", "2018-04-01", "2019-03-31"))
    assert not gap_warnings(found, [settled("referral", "one")])
