"""What rates divide by: a council's own estimates before the published ones, each the latest on or before the day."""

from __future__ import annotations

from datetime import date

import pytest

from purplebook.definitions import indicator_by_id
from purplebook.definitions.reference import population_0_17
from purplebook.language.periods import financial_year, month
from purplebook.results.populations import population_notes, populations_from, populations_used

NAME = "children aged 0 to 17"
OWN = {
    "measure_code": "POPULATION_0_17",
    "area_code": "870",
    "period": "2014",
    "value": 1000,
    "value_kind": "POPULATION",
    "source": "Our own count",
}


def people(own: list[dict], on: date, code: str = "870") -> tuple[int, str] | None:
    entry = populations_from(own, authorities=[code]).at(NAME, authority_code=code, on=on)
    return None if entry is None else (entry.people, entry.source.split()[0])


@pytest.mark.parametrize(
    ("on", "year"),
    [
        (date(2012, 6, 29), None),
        (date(2012, 6, 30), 2012),
        (date(2015, 3, 31), 2014),
        (date(2015, 6, 29), 2014),
        (date(2015, 6, 30), 2015),
    ],
)
def test_the_published_estimate_is_the_latest_mid_year_by_the_day(on: date, year: int | None):
    assert people([], on) == (None if year is None else (published(year), "ONS"))


def published(year: int) -> int:
    """The estimate as the shipped table has it."""
    number = population_0_17().people.get(("870", year))
    assert number is not None
    return number


def test_an_estimate_of_our_own_goes_before_any_published_one():
    assert people([OWN], date(2015, 3, 31)) == (1000, "Our")
    assert people([OWN], date(2020, 3, 31)) == (1000, "Our"), "also before later ones"
    assert people([OWN], date(2014, 6, 29)) == (published(2013), "ONS"), "before our first one there is the published"


@pytest.mark.parametrize("code", ["899", "989", "970", ""])
def test_nothing_is_published_of_what_is_no_authority(code: str):
    assert people([], date(2020, 3, 31), code) is None


def test_a_rate_says_what_it_is_divided_by_and_a_count_does_not():
    populations = populations_from([OWN], authorities=["870"])
    items = [indicator_by_id("RF01"), indicator_by_id("RF02")]
    periods = [financial_year(2013), financial_year(2014), month(2015, 3)]
    used = populations_used(populations, items, authority="870", periods=periods)
    # RF02 is only of whole years, so nothing is said of the month.
    assert set(used) == {("RF02", "FY2013-14"), ("RF02", "FY2014-15")}
    notes = population_notes(populations, items, authorities=["870"], periods=periods)
    assert (
        notes[1] == "RF02 for FY2014-15: divided by 1,000 children aged 0 to 17 in the middle of 2014 (Our own count)."
    )
    assert "in the middle of 2013 (ONS mid-year estimates" in notes[0]


def test_of_several_authorities_no_notes_are_made():
    populations = populations_from([OWN], authorities=["870", "871"])
    assert population_notes(populations, [indicator_by_id("RF02")], authorities=["870", "871"], periods=[]) == ()


def test_a_population_of_a_day_says_the_day():
    entry = populations_from([OWN | {"period": "2015-03-31"}]).items[0]
    assert entry.words == "1,000 children aged 0 to 17 on 31 March 2015 (Our own count)"
