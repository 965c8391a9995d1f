"""What is counted in columns is what the plain query and the plain-Python reference count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from purplebook.definitions import INDICATORS
from purplebook.engine.chosen import engine_over
from purplebook.engine.columns.cells import cells_of
from purplebook.engine.columns.engine import ColumnsEngine
from purplebook.engine.columns.parts import Parts
from purplebook.engine.columns.values import CannotCountError
from purplebook.engine.plan import CHILD, plan, request
from purplebook.language import (
    PERIOD,
    all_of,
    any_of,
    assessment,
    count,
    count_children,
    indicator,
    linked,
    lookup,
    not_,
    percentage_of,
    person,
    referral,
    same_child,
    team,
    visit,
    when,
    working_days_between,
)
from purplebook.language.expressions import RelatedRows, first_of
from purplebook.language.indicators import Breakdown, Indicator
from purplebook.language.measures import Cohort
from purplebook.language.periods import Period, between, month
from tests.engines.small_cases import CASES, with_many_periods
from tests.generative.cases import Case, ReusedDuckDB, by_both, by_columns, by_reference
from tests.support.data import arrow_tables

MONTHS = tuple(month(2015, number) for number in range(1, 13))


def one(cohort: Cohort, *, by: tuple[Breakdown, ...] = (), children: bool = False) -> Indicator:
    measure = count_children(cohort) if children else count(cohort)
    return indicator("RF0", "Some", measure, theme="Front door", counts="rows", source="invented", by=by)


@pytest.fixture(scope="module")
def engine() -> Iterator[ReusedDuckDB]:
    with ReusedDuckDB() as opened:
        yield opened


def test_all_declared_indicators_need_one_query_for_each_table_and_clock() -> None:
    scans = plan([request(item) for item in INDICATORS])
    assert len({(scan.table, scan.clock) for scan in scans}) == len(scans) == 60


def check(
    engine: ReusedDuckDB, items: tuple[Indicator, ...], data: Mapping[str, Any], periods: tuple[Period, ...]
) -> int:
    """Hold both engines against the reference; the sum of everything that was counted."""
    case = Case(items, periods, data)
    expected = by_reference(case)
    assert by_both(engine, case) == expected
    return sum(top or 0 for top, _, _ in expected.values())


@pytest.mark.parametrize("name", CASES)
def test_a_way_of_counting_that_is_seldom_gone_is_right_too(engine: ReusedDuckDB, name: str) -> None:
    case = CASES[name]
    assert by_both(engine, case) == by_reference(case)


@pytest.mark.parametrize("name", [*CASES][::5])
def test_it_is_right_over_more_periods_than_a_number_has_bits(engine: ReusedDuckDB, name: str) -> None:
    case = with_many_periods(CASES[name])
    assert by_both(engine, case) == by_reference(case)


def test_of_two_rows_with_one_key_the_first_is_looked_up_and_both_are_related() -> None:
    """No load lets two such rows in; a table in memory may hold them."""
    teams = [{"team_id": "1", "name": "East"}, {"team_id": "1", "name": "West"}, {"team_id": "2", "name": "North"}]
    rows = [{"referral_id": str(n), "referred_on": date(2015, 3, n), "team_id": key} for n, key in ((1, "1"), (2, "2"))]
    siblings = RelatedRows("team", "team_id", "team_id")
    by = (
        Breakdown("team", "Team", lookup(team.name, by=referral.team_id)),
        Breakdown("rows", "Rows", siblings.count()),
        Breakdown("alone", "Alone", when(lookup(siblings.count(), by=referral.team_id) < 2, "Alone")),
    )
    case = Case((one(referral.dated(referral.referred_on), by=by),), MONTHS, {"referral": rows, "team": teams})
    found = by_columns(case)
    assert found == by_reference(case)
    assert found["RF0", "899", "2015-03", "team", "East"][0] == 1
    assert found["RF0", "899", "2015-03", "rows", "2"][0] == 1


def test_a_number_that_means_nothing_recorded_is_left_to_the_plain_query(caplog: pytest.LogCaptureFixture) -> None:
    """The smallest number of 32 bits stands for what is not recorded, so a row that holds it cannot be counted here."""
    rows = [{"referred_on": date(2015, 3, 1), "earlier_referrals_supplied": number} for number in (-(2**31), 7, None)]
    cohort = referral.dated(referral.referred_on).where(referral.earlier_referrals_supplied < 100)
    (scan,) = plan([request(one(cohort))])
    tables = arrow_tables({"referral": rows}, names=("referral",))
    with pytest.raises(CannotCountError):
        ColumnsEngine(tables, MONTHS, absent={}).totals(scan)
    with engine_over(tables, MONTHS) as chosen, caplog.at_level("DEBUG", logger="purplebook"):
        assert chosen.totals(scan).select(["period", "t0"]).to_pylist() == [{"period": 2, "t0": 2}]
    (told,) = caplog.messages
    assert told.startswith("referral is counted in SQL and not in columns: a number of the records is the one that")


def test_more_groups_than_numbers_tell_apart_are_left_to_the_plain_query() -> None:
    with pytest.raises(CannotCountError, match="more groups"):
        cells_of([np.zeros(1, np.int64)] * 3, [1 << 21] * 3)
    assert cells_of([np.ones(1, np.int64)] * 2, [1 << 31] * 2).numbers == [(1 << 31) + 1]


def test_each_child_has_a_cell_of_its_own_however_many_there_are() -> None:
    """Two thousand children and 250 days are half a million cells with a thousand of them in use, for each sex."""
    days = tuple(between(date(2015, 1, 1) + timedelta(n), date(2015, 1, 1) + timedelta(n)) for n in range(250))
    rows = [{"person_id": str(n % 2000), "referred_on": date(2015, 1, 1) + timedelta(n % 97)} for n in range(4000)]
    people = [{"person_id": str(n), "sex": "MF"[n % 2]} for n in range(2000)]
    item = one(referral.dated(referral.referred_on), by=(Breakdown("sex", "Sex", person.sex),))
    (scan,) = plan([request(item, each=True, crossed=())])
    scan = replace(scan, groupings=(*scan.groupings, ("sex", CHILD)))
    tables = arrow_tables({"referral": rows, "person": people}, names=("referral", "person"))
    found = ColumnsEngine(tables, days, absent={}).totals(scan).to_pylist()
    by_child = [row for row in found if row[CHILD] is not None and row["sex"] is None]
    assert sum(row["t0"] for row in by_child) == 4000 and len({row[CHILD] for row in by_child}) == 2000
    both = {(row["period"], row[CHILD]): row["t0"] for row in found if row[CHILD] and row["sex"]}
    assert both == {(row["period"], row[CHILD]): row["t0"] for row in by_child}


def test_a_column_that_the_files_do_not_have_is_empty_throughout() -> None:
    tables = arrow_tables({"referral": [{"referred_on": date(2015, 3, 1), "team_id": "1"}]}, names=("referral", "team"))
    lacking = ("source_code", "team_id", "outcome_codes", "earlier_referrals_supplied")
    fewer = {**tables, "referral": tables["referral"].drop_columns(list(lacking))}
    none = [column.is_missing() for column in (referral.source_code, referral.team_id, referral.outcome_codes)]
    cohort = referral.dated(referral.referred_on).where(*none, lookup(team.name, by=referral.team_id).is_missing())
    (scan,) = plan([request(one(cohort, by=(Breakdown("source", "Source", referral.source_code),)))])
    found = ColumnsEngine(fewer, MONTHS, absent={"referral": lacking}).totals(scan).to_pylist()
    assert [(row["source"], row["t0"]) for row in found] == [(None, 1), ("Not recorded", 1)]
    with pytest.raises(KeyError):
        ColumnsEngine(fewer, MONTHS, absent={}).totals(scan)


def test_without_periods_nothing_is_counted() -> None:
    tables = arrow_tables({"referral": [{"referred_on": date(2015, 3, 1)}]}, names=("referral",))
    (scan,) = plan([request(one(referral.dated(referral.referred_on)))])
    assert ColumnsEngine(tables, (), absent={}).totals(scan).num_rows == 0


def test_more_periods_than_a_number_has_bits_are_taken_in_turn(engine: ReusedDuckDB) -> None:
    days = tuple(between(date(2015, 1, 1) + timedelta(n), date(2015, 1, 1) + timedelta(n + 3)) for n in range(250))
    rows = [{"person_id": str(n % 7), "referred_on": date(2015, 1, 1) + timedelta(3 * n)} for n in range(90)]
    items = (one(referral.open_at_period_end(referral.referred_on, referral.closed_on)),)
    assert check(engine, items, {"referral": rows}, days) > 250


def test_a_child_with_several_rows_counts_once_in_each_group(engine: ReusedDuckDB) -> None:
    """The rows of one child fall into one group by sex, and into several by source, or by both crossed."""
    by = (Breakdown("sex", "Sex", person.sex), Breakdown("source", "Source", referral.source_code))
    rows = [
        {"person_id": child, "referred_on": date(2015, 3, day), "source_code": source}
        for child, day, source in (("1", 1, "A"), ("1", 9, "A"), ("1", 20, "B"), ("2", 5, None), (None, 6, "A"))
    ]
    people = [{"person_id": "1", "sex": "F"}, {"person_id": "2", "sex": "M"}]
    items = (one(referral.dated(referral.referred_on), by=by, children=True),)
    assert check(engine, items, {"referral": rows, "person": people}, MONTHS) == 2 + 2 + 3 + 3


def test_a_first_row_does_not_speak_for_a_child_where_each_period_must_be_looked_at(
    engine: ReusedDuckDB,
) -> None:
    """A number of visits is no set of periods, so the first referral in a month may not be the one that counts."""
    # No visit names a referral, so the words of the language would refuse it.
    seen = RelatedRows("visit", "looked_after_period_id", "referral_id").where(visit.visited_on <= PERIOD.last_day)
    cohort = referral.dated(referral.referred_on).where(seen.count() >= 2)
    rows = [{"person_id": "1", "referral_id": str(n), "referred_on": date(2015, 3, n)} for n in (1, 2, 3)]
    visits = [{"looked_after_period_id": "2", "visited_on": date(2015, 3, day)} for day in (4, 5)]
    by = (Breakdown("sex", "Sex", person.sex),)
    items = (one(cohort, by=by, children=True),)
    assert check(engine, items, {"referral": rows, "visit": visits, "person": []}, MONTHS) == 2


def test_two_numbers_of_the_same_related_rows_have_their_own_conditions(engine: ReusedDuckDB) -> None:
    """Started in February and finished in June: begun for eleven month ends, done for seven."""
    link = linked(assessment.referral_id, referral.referral_id)
    begun = link.where(assessment.started_on <= PERIOD.last_day).count() >= 1
    done = link.where(assessment.authorised_on <= PERIOD.last_day).count() >= 1
    cohort = referral.open_at_period_end(referral.referred_on, referral.closed_on)
    measure = percentage_of(cohort.where(begun), that=done)
    rows = [{"person_id": "1", "referral_id": "1", "referred_on": date(2015, 1, 1)}]
    found = [{"referral_id": "1", "started_on": date(2015, 2, 3), "authorised_on": date(2015, 6, 30)}]
    item = indicator("RF0", "Done", measure, theme="Front door", counts="rows", source="invented")
    assert check(engine, (item,), {"referral": rows, "assessment": found}, MONTHS) == 7


def test_a_gap_in_the_middle_of_a_set_is_a_gap(engine: ReusedDuckDB) -> None:
    """Seen in March and in June: April and May are out, though the referral stays open."""
    lately = same_child(visit).where(
        visit.visited_on <= PERIOD.last_day, working_days_between(visit.visited_on, PERIOD.last_day) <= 10
    )
    cohort = referral.open_at_period_end(referral.referred_on, referral.closed_on).where(lately.exists())
    rows = [{"person_id": "1", "referred_on": date(2015, 1, 1)}]
    visits = [{"person_id": "1", "visited_on": day} for day in (date(2015, 3, 25), date(2015, 6, 16))]
    assert check(engine, (one(cohort),), {"referral": rows, "visit": visits}, MONTHS) == 2


def test_what_is_not_known_is_in_neither_set(engine: ReusedDuckDB) -> None:
    """Neither "closed after the period" nor its opposite holds of a referral that nobody closed."""
    later = referral.closed_on > PERIOD.last_day
    rows = [
        {"person_id": "1", "referred_on": date(2015, 3, 1)},
        {"person_id": "2", "referred_on": date(2015, 3, 1), "closed_on": date(2015, 3, 31)},
    ]
    tops = [
        check(engine, (one(referral.dated(referral.referred_on).where(term)),), {"referral": rows}, MONTHS)
        for term in (later, not_(later))
    ]
    assert tops == [0, 1]


def test_a_label_compared_with_another_text_does_not_stop_the_query(engine: ReusedDuckDB) -> None:
    label = first_of(when(referral.closed_on.is_missing(), "Open"), when(referral.closed_on > PERIOD.last_day, "Later"))
    cohort = referral.dated(referral.referred_on).where(label.is_in("Later"))
    rows = [{"person_id": "1", "referred_on": date(2015, 3, 1), "closed_on": date(2015, 4, 1)}]
    case = Case((one(cohort),), MONTHS, {"referral": rows})
    assert by_both(engine, case) == by_reference(case)


def test_a_condition_is_decided_beforehand_where_it_reads_one_value() -> None:
    source, early = Parts().only_source, referral.referred_on <= PERIOD.last_day
    assert source(early) == referral.referred_on
    assert source(all_of(early, referral.referred_on >= PERIOD.first_day)) == referral.referred_on
    assert source(all_of(early, referral.closed_on >= PERIOD.first_day)) is None
    assert source(any_of(early, referral.referred_on >= PERIOD.first_day)) == referral.referred_on
    assert source(when(referral.referred_on.is_missing(), "No day").is_(when(early, "No day"))) == referral.referred_on
    assert source(same_child(visit).exists()) == same_child(visit).exists()
    assert source(same_child(visit).where(visit.visited_on <= PERIOD.last_day).exists()) is None
    assert source(PERIOD.first_day <= PERIOD.last_day) == PERIOD.last_day
