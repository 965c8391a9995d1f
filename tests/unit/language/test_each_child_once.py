"""`once_for_each_child()`: which of a child's rows speaks for it, and what a declared unit of count is held against."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from purplebook.engine.duckdb.engine import DuckDBEngine
from purplebook.engine.plain_python import rows_behind
from purplebook.engine.plan import plan, request
from purplebook.errors import DefinitionError
from purplebook.language import (
    PERIOD,
    care_leaver_snapshot,
    child_protection_plan,
    count,
    count_children,
    feedback,
    indicator,
    linked,
    looked_after_episode,
    looked_after_period,
    sum_of,
    worker,
)
from purplebook.language.measures import Cohort, Measure, Total, TotalKind
from purplebook.language.periods import month
from tests.support.data import arrow_tables, full_rows, rows_from_text

AUGUST = month(2015, 8)
open_plans = child_protection_plan.open_at_period_end(child_protection_plan.started_on, child_protection_plan.ended_on)
OURS = open_plans.where(child_protection_plan.is_other_authority_plan.is_not(True))


def declared(measure: Measure, **words: Any) -> str:
    """The unit that is declared with a measure, or what is said against it."""
    return indicator(
        "LOCAL-X01", "Anything", measure, theme="Child protection", counts="them", source="here", **words
    ).counts_each


def chosen(cohort: Cohort, text: str) -> list[str]:
    """The identifiers of the rows that a cohort keeps, the same on both engines."""
    key = cohort.table + "_id"
    rows = full_rows({cohort.table: rows_from_text(cohort.table, text)})
    total = Total(TotalKind.ROWS, cohort)
    plain = [row[key] for row in rows_behind(rows, total, AUGUST)]
    item = indicator("LOCAL-X01", "Anything", count(cohort), theme="Child protection", counts="them", source="here")
    with DuckDBEngine(arrow_tables(rows, names=[cohort.table, "person"]), [AUGUST]) as engine:
        (scan,) = plan([request(item)])
        places = [row["row_id"] for row in engine.rows(scan, total).to_pylist()]
        (figure,) = engine.totals(scan).to_pylist() or [{"t0": 0}]
    assert [rows[cohort.table][place - 1][key] for place in places] == plain
    assert figure["t0"] == len(plain)
    return plain


def test_the_row_that_began_last_speaks_for_the_child_and_of_two_of_one_day_the_last_identifier() -> None:
    text = """
        child | child_protection_plan_id | started_on | ended_on
        a     | 1                        | 2015-01-10 |
        a     | 2                        | 2015-06-10 |
        b     | 4                        | 2015-06-10 |
        b     | 3                        | 2015-06-10 | 2015-09-01
        c     | 5                        | 2015-06-10 |
              | 6                        | 2015-06-10 |
              | 7                        | 2015-06-10 |
    """
    # Rows of nobody are nobody's second.
    assert chosen(OURS.once_for_each_child(), text) == ["2", "4", "5", "6", "7"]


def test_a_row_that_does_not_count_takes_nobody_s_place() -> None:
    text = """
        child | child_protection_plan_id | started_on | ended_on   | is_other_authority_plan
        a     | 1                        | 2015-01-10 |            |
        a     | 2                        | 2015-06-10 | 2015-08-31 |
        b     | 3                        | 2015-01-10 |            |
        b     | 4                        | 2015-09-01 |            |
        c     | 5                        | 2015-01-10 |            |
        c     | 6                        | 2015-06-10 |            | true
        d     | 7                        | 2015-01-10 |            |
        d     | 8                        | 2015-08-31 | 2015-09-01 |
    """
    assert chosen(OURS.once_for_each_child(), text) == ["1", "3", "5", "8"]


def test_of_events_in_the_period_the_last_one_counts() -> None:
    text = """
        child | child_protection_plan_id | started_on | ended_on
        a     | 1                        | 2015-01-10 | 2015-08-01
        a     | 2                        | 2015-01-10 | 2015-08-31
        a     | 3                        | 2015-01-10 | 2015-09-01
        b     | 4                        | 2015-01-10 | 2015-08-01
        b     | 5                        | 2015-01-10 | 2015-07-31
    """
    ended = child_protection_plan.dated(child_protection_plan.ended_on)
    assert chosen(ended.once_for_each_child(), text) == ["2", "4"]


def test_of_rows_open_on_some_day_of_the_period_the_last_to_begin_counts() -> None:
    text = """
        child | child_protection_plan_id | started_on | ended_on
        a     | 1                        | 2015-01-10 | 2015-08-01
        a     | 2                        | 2015-08-02 | 2015-08-03
        b     | 3                        | 2015-01-10 | 2015-08-01
        b     | 4                        | 2015-02-10 | 2015-07-31
    """
    during = child_protection_plan.open_during_period(child_protection_plan.started_on, child_protection_plan.ended_on)
    assert chosen(during.once_for_each_child(), text) == ["2", "3"]


def test_what_is_asked_afterwards_leaves_the_child_out_and_lets_no_other_row_in() -> None:
    text = """
        child | child_protection_plan_id | started_on
        a     | 1                        | 2015-01-10
        a     | 2                        | 2015-06-10
        b     | 3                        | 2015-01-10
    """
    early = child_protection_plan.started_on < date(2015, 4, 1)
    cohort = OURS.once_for_each_child().where(early)
    assert cohort.has_each_child_once
    assert chosen(cohort, text) == ["3"]
    # Asked before, it chooses among those rows.
    assert chosen(OURS.where(early).once_for_each_child(), text) == ["1", "3"]


def test_without_the_word_a_cohort_may_hold_a_child_twice() -> None:
    assert not OURS.has_each_child_once
    assert not feedback.dated(feedback.received_on).has_each_child_once


@pytest.mark.parametrize(
    ("cohort", "says"),
    [
        (
            care_leaver_snapshot.in_latest_snapshot(care_leaver_snapshot.snapshot_on),
            r"Write count_children\(…\)",
        ),
        (care_leaver_snapshot.dated(care_leaver_snapshot.snapshot_on), "no identifier that tells two of one day apart"),
        (worker.open_at_period_end(worker.started_on, worker.ended_on), "about no child"),
        (
            looked_after_period.open_at_period_end(looked_after_period.started_on, looked_after_period.ended_on).where(
                linked(looked_after_episode.looked_after_period_id, looked_after_period.looked_after_period_id)
                .where(looked_after_episode.started_on <= PERIOD.last_day)
                .exists()
            ),
            r"Write it before that .where",
        ),
    ],
)
def test_where_no_row_can_speak_for_the_child_it_is_refused(cohort: Cohort, says: str) -> None:
    with pytest.raises(DefinitionError, match=says):
        cohort.once_for_each_child()


def test_the_unit_follows_from_the_measure_where_none_is_declared() -> None:
    assert declared(count(OURS)) == "child protection plan"
    assert declared(count_children(OURS)) == "child"
    assert declared(count(OURS.once_for_each_child())) == "child"


def test_a_unit_that_the_measure_does_not_count_is_refused() -> None:
    with pytest.raises(DefinitionError, match="a child with two counts twice"):
        declared(count(OURS), counts_each="child")
    with pytest.raises(DefinitionError, match="counts each child once"):
        declared(count_children(OURS), counts_each="child protection plan")
    with pytest.raises(DefinitionError, match="counts rows of 'child_protection_plan'"):
        declared(count(OURS), counts_each="referral")


def test_a_unit_in_the_words_of_the_field_is_taken() -> None:
    assert declared(count(feedback.dated(feedback.received_on)), counts_each="complaint") == "complaint"
    assert declared(count_children(OURS), counts_each="young person") == "young person"
    places = sum_of(child_protection_plan.previous_plans_count, among=OURS)
    assert declared(places) == "number of earlier plans stated"
    assert declared(places, counts_each="earlier plan") == "earlier plan"
