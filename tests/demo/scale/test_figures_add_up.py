"""A region's figures are those of its authorities: together, one by one, from the slow engine and from the rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from purplebook.definitions import INDICATORS
from purplebook.engine import plain_python
from purplebook.engine.duckdb.engine import DuckDBEngine
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape
from purplebook.language.periods import between, financial_year, month
from purplebook.results.compute import NOT_SUPPLIED, PROVISIONAL
from purplebook.results.compute import compute as compute_from
from purplebook.results.figures import EVERYONE, Figures
from purplebook.results.snapshots import compute_figures, list_rows, request, setting_of
from tests.demo.scale.conftest import Asked
from tests.support.numbers_counted import Numbers, numbers_counted

PERIODS = (month(2025, 2), financial_year(2023), between(month(2024, 11).first_day, month(2025, 1).last_day))
SUMS = {
    # Counted straight over the rows of all authorities, in SQL that knows nothing of the definitions.
    "RF01": "SELECT count(*) FROM referral WHERE referred_on BETWEEN '2023-04-01' AND '2024-03-31'",
    "FD01": "SELECT count(*) FROM contact WHERE contacted_on BETWEEN '2023-04-01' AND '2024-03-31'",
    "AS01": "SELECT count(*) FROM assessment WHERE authorised_on BETWEEN '2023-04-01' AND '2024-03-31'",
    "CP01": "SELECT count(*) FROM child_protection_plan WHERE NOT is_other_authority_plan "
    "AND started_on <= '2024-03-31' AND (ended_on IS NULL OR ended_on > '2024-03-31')",
    "LA01": "SELECT count(*) FROM looked_after_period AS p WHERE started_on <= '2024-03-31' "
    "AND (ended_on IS NULL OR ended_on > '2024-03-31') AND looked_after_period_id NOT IN "
    "(SELECT looked_after_period_id FROM looked_after_episode WHERE legal_status_code = 'V4')",
    "IC01": "SELECT count(*) FROM child_protection_conference WHERE held_on BETWEEN '2023-04-01' AND '2024-03-31' "
    "AND conference_type <> 'REVIEW'",
    "FO01": "SELECT count(*) FROM foster_carer_approval WHERE approved_on BETWEEN '2023-04-01' AND '2024-03-31'",
    "QA04": "SELECT count(*) FROM feedback WHERE feedback_type = 'COMPLIMENT' "
    "AND received_on BETWEEN '2023-04-01' AND '2024-03-31'",
}


def rows_of(figures: Figures) -> list[tuple[Any, ...]]:
    names = ("indicator", "area", "period", "breakdown", "group", "numerator", "denominator", "value", "status")
    return sorted(zip(*(figures.table.column(name).to_pylist() for name in names), strict=True), key=repr)


@pytest.fixture(scope="module")
def figures(tiny: Asked) -> Figures:
    return compute_figures(tiny.snapshot, INDICATORS, periods=PERIODS)


@pytest.fixture(scope="module")
def counted(figures: Figures) -> Mapping[str, Numbers]:
    return numbers_counted(figures, INDICATORS, PERIODS)


@pytest.fixture(scope="module")
def data(tiny: Asked) -> Mapping[str, list[dict[str, Any]]]:
    return {name: tiny.snapshot.read(name).to_pylist() for name in tiny.snapshot.table_names}


NOT_KEPT = frozenset(
    "PF01 PF01-VISITS CP15 CT01 CT01-WAIT CT02 CT02-WEEKS CT03 CT03-HELD LA19 LA20 LA21 LA22 LA23 LA23-ANSWERED LA24 "
    "LA25 LA28 LA30 LA31 LA31-OVERALL LA31-SEVERE LA32 LA32-ATTAINMENT LA32-PROGRESS CL11 QA13 QA14 QA19 QA19-OVERDUE "
    "QA20 QA26 QA26-LONGEST S405-ALL S405-EDUCATION S405-HEALTH S406 WF02 WF03 WF04 WF05 WF06 SP01 SP01-OTHER SP02 "
    "SP02-AVERAGE HA01 OF01 OF01-LEADERS OF01-HELP OF01-CARE OF01-LEAVERS".split()
)
NEVER_HAPPENED = frozenset({"CL09", "CL09-BUSY", "CL09-HOME", "CP14-AUDITED", "FH01-UP", "FH03"})
"""Indicators whose tables the authorities of a region do not keep, and those for which they keep no such row."""

NO_PUPILS = frozenset(f"LA33-{group}" for group in ("ASIAN", "BLACK", "MIXED", "OTHER", "WHITE"))
"""Rates for which these authorities give no school census."""


def test_every_indicator_is_supplied_and_has_a_value_somewhere(small: Asked):
    found = compute_figures(
        small.snapshot, INDICATORS, periods=[month(2024, 12), financial_year(2023)], breakdowns=False
    )
    table = found.table.to_pylist()
    assert {row["indicator"] for row in table if row["status"] == NOT_SUPPLIED} == NOT_KEPT
    yearly = "only by year or rolling-12-months"
    assert {row["indicator"] for row in table if row["status"] == "no population"} == NO_PUPILS
    assert {row["status"] for row in table} == {PROVISIONAL, NOT_SUPPLIED, "no population", "only by month", yearly}
    with_value = {row["indicator"] for row in table if row["value"]}
    assert with_value == {item.id for item in INDICATORS} - NOT_KEPT - NEVER_HAPPENED - NO_PUPILS


def test_figures_before_the_first_whole_day_are_not_covered(small: Asked):
    early = compute_figures(small.snapshot, INDICATORS[5:7], periods=[month(2020, 3)], breakdowns=False)
    assert {row["status"] for row in early.table.to_pylist()} == {"not covered"}


@pytest.mark.parametrize("item", INDICATORS, ids=lambda item: item.id)
def test_the_slow_engine_makes_the_same_figures_for_every_authority(
    item: Indicator, counted: Mapping[str, Numbers], data: Mapping[str, list[dict[str, Any]]]
):
    expected = {
        (area, PERIODS[number].key, names[0] if names else EVERYONE, groups[0] if groups else EVERYONE): totals
        for (_, area, number, names, groups), totals in plain_python.compute(data, [item], PERIODS).items()
    }
    found = counted[item.id]
    if item.id in NOT_KEPT:
        # The slow engine does not know what files held, and counts nought of what nobody recorded.
        assert {top for top, _ in expected.values()} <= {0} and not found
        return
    match item.measure.shape:
        case Shape.SHARE:
            expected = {key: (top, expected[*key[:2], EVERYONE, EVERYONE][0]) for key, (top, _) in expected.items()}
        case Shape.RATE:
            found = {key: (top, None) for key, (top, _) in found.items() if top}
        case Shape.MEDIAN:
            expected = {key: (None, bottom) for key, (_, bottom) in expected.items()}
    assert found == expected


def test_each_authority_alone_has_the_figures_it_has_in_the_region(tiny: Asked, figures: Figures):
    together, codes = rows_of(figures), tiny.snapshot.authorities
    for at, code in enumerate(codes):
        # Each authority has its share of the indicators: all of every one would take a minute, and tell no more.
        asked = INDICATORS[at :: len(codes)]
        names = {item.id for item in asked}
        alone = compute_figures(tiny.snapshot, asked, periods=PERIODS, authorities=[code])
        assert rows_of(alone) == [row for row in together if row[1] == code and row[0] in names], code


def test_an_authority_whose_rows_are_all_there_is_has_the_figures_it_has_in_the_region(tiny: Asked, figures: Figures):
    # In a database that holds no other authority's rows, which no filter can blur.
    code = tiny.snapshot.authorities[2]
    own = {
        name: tiny.connection.sql(
            f"SELECT * FROM {name}" + ("" if name == "code" else f" WHERE authority_code = '{code}'")
        ).to_arrow_table()
        for name in tiny.snapshot.table_names
    }
    with DuckDBEngine(own, PERIODS) as engine:
        alone = compute_from(
            engine, [request(item) for item in INDICATORS], PERIODS, setting_of(tiny.snapshot, INDICATORS)
        )
    assert [row for row in rows_of(alone) if row[1] == code] == [row for row in rows_of(figures) if row[1] == code]


@pytest.mark.parametrize("name", SUMS)
def test_the_authorities_add_up_to_what_is_counted_straight_over_all_rows(name: str, small: Asked):
    (item,) = [each for each in INDICATORS if each.id == name]
    found = compute_figures(small.snapshot, [item], periods=[financial_year(2023)], breakdowns=False).table.to_pylist()
    side = "denominator" if name == "AS01" else "numerator"
    assert len(found) == len(small.snapshot.authorities)
    assert sum(row[side] for row in found) == small.number(SUMS[name]) > 0


def test_a_list_says_whose_rows_they_are_and_has_as_many_as_the_figures_say(tiny: Asked, figures: Figures):
    (item,) = [each for each in INDICATORS if each.id == "CP01"]
    listed = list_rows(tiny.snapshot, item, periods=PERIODS[:1])
    counts = {row[1]: row[5] for row in rows_of(figures) if (row[0], row[2], row[3]) == ("CP01", "2025-02", EVERYONE)}
    found = listed.column("authority_code").to_pylist()
    assert {code: found.count(code) for code in counts} == counts
    code = max(counts, key=lambda each: counts[each])
    only = list_rows(tiny.snapshot, item, periods=PERIODS[:1], authorities=[code])
    assert set(only.column("authority_code").to_pylist()) == {code} and only.num_rows == counts[code] > 0
