"""Which published measure may be compared with which indicator: every one is decided, and none by its name alone."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from purplebook.definitions import INDICATORS
from purplebook.definitions.reference import When, published_measures
from purplebook.results.compare import unit_of


def test_every_published_measure_is_mapped_or_says_why_not(shared: Path):
    with (shared / "benchmarks" / "published_measures.csv").open(encoding="utf-8", newline="") as stream:
        published = {row["our_indicator"] for row in csv.DictReader(stream)}
    assert set(published_measures().names) == published
    for item in published_measures().items:
        assert bool(item.indicator) != bool(item.why_not), item


def test_every_indicator_named_is_declared():
    named = {item.indicator for item in published_measures().items if item.indicator}
    assert named <= {item.id for item in INDICATORS}


def test_units_and_groups_are_the_indicators_own():
    by_id = {item.id: item for item in INDICATORS}
    for item in published_measures().items:
        if item.indicator is None:
            continue
        indicator = by_id[item.indicator]
        assert item.unit == unit_of(indicator), item
        if item.breakdown == "all":
            continue
        breakdown = indicator.breakdown(item.breakdown)
        assert not breakdown.order or item.our_group in breakdown.order, item
        if breakdown.code_set:
            from purplebook.tables.codes import label

            assert label(breakdown.code_set, item.our_group) != item.our_group, item


def test_no_two_measures_are_compared_with_the_same_figure():
    pairs = [(item.indicator, item.breakdown, item.our_group) for item in published_measures().items if item.indicator]
    assert len(set(pairs)) == len(pairs)


@pytest.mark.parametrize(
    ("measure", "group", "why"),
    [
        ("care_leavers_eet_pct", "19 to 21", "birthday"),
        ("cla_uasc_number", "", "percentage"),
        ("cla_started_number", "", "counts a child once in a year"),
        ("care_applications_rate", "", "applications, which may be about several children"),
        ("cla_sdq_received_pct", "", "ages 5 to 16"),
        ("cpp_duration_open_pct", "", "bands of time"),
    ],
)
def test_a_measure_of_another_cohort_or_unit_is_not_mapped(measure: str, group: str, why: str):
    item = published_measures().find(measure, group)
    assert item is not None and item.indicator is None and why in item.why_not


def test_groups_of_the_same_measure_are_decided_one_by_one():
    younger, older = (published_measures().find("care_leavers_eet_pct", group) for group in ("17 to 18", "19 to 21"))
    assert younger is not None and older is not None
    assert (younger.indicator, older.indicator) == ("CL09-BUSY", None)
    placed, fostered = (
        published_measures().find("cla_by_placement_pct", group)
        for group in ("Placed for adoption", "Foster placements")
    )
    assert placed is not None and fostered is not None
    assert (placed.indicator, placed.our_group, fostered.indicator) == ("LA15", "Placed for adoption", None)


def test_plans_of_two_years_that_ended_and_that_are_open_stay_apart():
    ended, still_open = (published_measures().find(name) for name in ("cpp_2y_ended_pct", "cpp_2y_open_pct"))
    assert ended is not None and still_open is not None
    assert (ended.indicator, ended.when) == ("CP06", When.YEAR_TO_31_MARCH)
    assert (still_open.indicator, still_open.when) == ("CP07", When.AT_31_MARCH)


@pytest.mark.parametrize(
    ("when", "first", "last", "year"),
    [
        (When.YEAR_TO_31_MARCH, date(2014, 4, 1), date(2015, 3, 31), 2015),
        (When.YEAR_TO_31_MARCH, date(2015, 3, 1), date(2015, 3, 31), None),
        (When.YEAR_TO_31_MARCH, date(2014, 9, 1), date(2015, 8, 31), None),
        (When.YEAR_TO_31_MARCH, date(2013, 4, 1), date(2015, 3, 31), None),
        (When.AT_31_MARCH, date(2015, 3, 1), date(2015, 3, 31), 2015),
        (When.AT_31_MARCH, date(2015, 3, 31), date(2015, 3, 31), 2015),
        (When.AT_31_MARCH, date(2015, 8, 1), date(2015, 8, 31), None),
        (When.AT_30_SEPTEMBER, date(2015, 9, 1), date(2015, 9, 30), 2015),
        (When.AT_30_SEPTEMBER, date(2015, 3, 1), date(2015, 3, 31), None),
        (When.YEAR_TO_30_SEPTEMBER, date(2014, 10, 1), date(2015, 9, 30), 2015),
        (When.YEAR_TO_30_SEPTEMBER, date(2015, 4, 1), date(2015, 9, 30), None),
    ],
)
def test_a_period_stands_for_a_published_year_only_when_it_is_that_year(
    when: When, first: date, last: date, year: int | None
):
    assert when.year_of(first, last) == year


def test_the_newest_published_year_is_the_last_that_had_ended():
    assert When.AT_31_MARCH.latest_by(date(2015, 3, 30)) == 2014
    assert When.AT_31_MARCH.latest_by(date(2015, 3, 31)) == 2015
    assert When.AT_30_SEPTEMBER.latest_by(date(2015, 8, 31)) == 2014
