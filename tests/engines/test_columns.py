"""What is counted in columns is what the plain query and the plain-Python reference count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from purplebook.definitions import INDICATORS
from purplebook.engine.columns.parts import Parts
from purplebook.engine.plan import plan, request
from purplebook.language import (
    PERIOD,
    all_of,
    any_of,
    assessment,
    count,
    count_children,
    indicator,
    linked,
    not_,
    percentage_of,
    person,
    referral,
    same_child,
    visit,
    when,
    working_days_between,
)
from purplebook.language.expressions import RelatedRows, first_of
from purplebook.language.indicators import Breakdown, Indicator
from purplebook.language.measures import Cohort
from purplebook.language.periods import Period, between, month
from tests.generative.cases import Case, ReusedDuckDB, by_both, by_reference

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
