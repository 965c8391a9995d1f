"""The extracts of 2015: one council as its case system knew it month after month, late rows coming in."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.schema import DATE
from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.calendar import PAPER_DAY, RECORDS_END, add_years, first_of_month, last_of_month
from purplebook_demo.paper_2015.files.extracts import MONTH_ENDS, Records, as_it_stood
from purplebook_demo.paper_2015.generate import Tables, everything
from tests.demo.spans import Row, by, day, grouped, open_on, periods_of_care

MAY_LIE_AHEAD = {"due_on", "action_due_on", "initial_conference_due_on", "stage_1_due_on", "expected_birth_on"}
MAY_CHANGE = {
    "child_protection_plan.latest_category",
    "feedback.resolution_route",
    "feedback.status",
    "looked_after_episode.return_year",
    "looked_after_period.absent_in_year_supplied",
    "looked_after_period.missing_in_year_supplied",
    "looked_after_period.placements_in_year_supplied",
    "person.gender_code",
    "person.sex",
    "person.upn_unknown_code",
    "person_attribute.known_on",
    "pre_proceedings.review_meetings_count",
    "referral.case_status_supplied",
    "referral.earlier_referrals_supplied",
    "referral.team_id",
    "referral.worker_id",
    "worker.caseload_supplied",
}
"""Facts of which the newest is told; every other fact stays once it is there."""
NOT_BEFORE = {
    "referral": ("closed_on", ("closure_reason_code",)),
    "assessment": ("authorised_on", ("child_seen", "outcome_codes", "is_no_further_action", "is_social_care_needed")),
    "section_47_enquiry": ("ended_on", ("is_no_further_action", "outcome_codes")),
    "looked_after_period": ("ended_on", ("end_reason_code",)),
    "looked_after_episode": ("ended_on", ("end_reason_code", "change_reason")),
    "placement": ("ended_on", ("change_reason",)),
    "involvement": ("ended_on", ("change_reason",)),
    "missing_episode": ("ended_on", ("return_interview_offered", "return_interview_accepted")),
    "pre_proceedings": ("court_application_on", ("court_reference", "hearings_count", "final_care_plan")),
    "permanence_case": ("ordered_on", ("order_type",)),
    "adopter": ("placed_on", ("children_placed_count",)),
    "contact": ("decided_on", ("outcome_codes",)),
}
"""Dates, and what nobody can know before they come."""
YEAR_2014 = (date(2014, 4, 1), date(2015, 3, 31))
QUARTER_1 = (date(2015, 4, 1), date(2015, 6, 30))
JULY = (date(2015, 7, 1), date(2015, 7, 31))
AUGUST = (date(2015, 8, 1), date(2015, 8, 31))

each_month = pytest.mark.parametrize("on", MONTH_ENDS, ids=str)


def referred(tables: Tables, span: tuple[date, date]) -> int:
    """Referrals of the span that the extract holds."""
    return sum(span[0] <= day(row, "referred_on") <= span[1] for row in tables["referral"])


def key_of(name: str) -> Callable[[Row], tuple[object, ...]]:
    """The key of a row of the table."""
    columns = TABLES_BY_NAME[name].key
    return lambda row: tuple(row.get(column) for column in columns)


@pytest.mark.parametrize(
    ("span", "known_by_the_paper", "known_at_last"),
    [(YEAR_2014, 1598, 1673), (QUARTER_1, 721, 743), (JULY, 118, 189), (AUGUST, 146, 158)],
    ids=["2014-15", "April to June", "July", "August"],
)
def test_referrals_recorded_late_are_as_many_as_later_papers_show(
    extracts: dict[date, Tables], span: tuple[date, date], known_by_the_paper: int, known_at_last: int
) -> None:
    assert referred(extracts[PAPER_DAY], span) == known_by_the_paper
    assert referred(extracts[RECORDS_END], span) == known_at_last
    between = [referred(extracts[on], span) for on in MONTH_ENDS if PAPER_DAY <= on]
    assert between == sorted(between)
    assert len(set(between)) > 2


def test_another_seed_is_late_by_as_many(extracts: dict[date, Tables]) -> None:
    other = everything(7)
    assert other.tables["referral"] != extracts[RECORDS_END]["referral"]
    early, late = (as_it_stood(other, on=on) for on in (PAPER_DAY, RECORDS_END))
    assert (referred(early, JULY), referred(late, JULY)) == (118, 189)
    assert (referred(early, YEAR_2014), referred(late, YEAR_2014)) == (1598, 1673)


def test_the_same_seed_makes_the_same_records_on_the_same_days(records: Records) -> None:
    assert everything() == records


@pytest.mark.parametrize("on", [on for on in MONTH_ENDS if on < PAPER_DAY], ids=str)
def test_every_extract_lacks_referrals_of_its_own_month_that_the_next_ones_have(
    extracts: dict[date, Tables], on: date
) -> None:
    month = (first_of_month(on), on)
    known, later = referred(extracts[on], month), referred(extracts[PAPER_DAY], month)
    assert 0.8 * later < known < later


def test_a_late_referral_is_a_whole_journey(extracts: dict[date, Tables]) -> None:
    early, late = extracts[PAPER_DAY], extracts[RECORDS_END]
    known = by(early["referral"], "referral_id")
    added = [
        row for row in late["referral"] if day(row, "referred_on") <= PAPER_DAY and row["referral_id"] not in known
    ]
    assert len(added) == 75 + 22 + 71 + 12
    held = {row["referral_id"] for row in late["involvement"]}
    assessed = {row["referral_id"] for row in late["assessment"]}
    contacts = grouped(late["contact"], "person_id")
    for row in added:
        assert row["referral_id"] in held
        assert (row["referral_id"] in assessed) is ("ASSESSMENT" in str(row["outcome_codes"]))
        reach = {day(row, "referred_on") - timedelta(days) for days in range(6)}
        assert any(contact["contacted_on"] in reach for contact in contacts[row["person_id"]])
    new_to_us = {row["person_id"] for row in added} - {row["person_id"] for row in early["person"]}
    assert 20 < len(new_to_us) < len({row["person_id"] for row in added}) - 20


def test_late_rows_move_no_count_of_the_papers_extract(records: Records, extracts: dict[date, Tables]) -> None:
    happened = [
        ("contact", "contacted_on"),
        ("assessment", "started_on"),
        ("involvement", "started_on"),
        ("section_47_enquiry", "strategy_discussion_on"),
    ]
    held = {row["referral_id"] for row in extracts[PAPER_DAY]["referral"]}
    for name, column in happened:
        rows = [row for row in records.tables[name] if day(row, column) <= PAPER_DAY]
        of_late = [row for row in rows if row.get("referral_id") and row["referral_id"] not in held]
        late_contacts = 180 if name == "contact" else 0
        assert len(extracts[PAPER_DAY][name]) == len(rows) - len(of_late) - late_contacts, name


@each_month
def test_every_link_resolves(extracts: dict[date, Tables], on: date) -> None:
    tables = extracts[on]
    keys = {name: {row.get(TABLES_BY_NAME[name].key[0]) for row in rows} for name, rows in tables.items()}
    for name, rows in tables.items():
        for column in TABLES_BY_NAME[name].columns:
            if column.to:
                assert {row.get(column.name) for row in rows} - {None} <= keys[column.to], f"{name}.{column.name}"


@each_month
def test_nothing_is_dated_after_the_extract_except_what_is_due(extracts: dict[date, Tables], on: date) -> None:
    for name, rows in extracts[on].items():
        for column in TABLES_BY_NAME[name].columns:
            if column.kind == DATE and column.name not in MAY_LIE_AHEAD:
                days = {row[column.name] for row in rows if row.get(column.name) is not None}
                assert all(isinstance(each, date) and each <= on for each in days), f"{name}.{column.name}"


@each_month
def test_what_a_later_day_decides_is_empty_until_then(extracts: dict[date, Tables], on: date) -> None:
    for name, (decided, columns) in NOT_BEFORE.items():
        waiting = [row for row in extracts[on][name] if row.get(decided) is None]
        assert waiting or name in ("missing_episode", "contact"), name
        for row in waiting:
            assert all(row.get(column) in (None, ()) for column in columns), name


@each_month
def test_every_child_has_a_row_about_them_and_the_keys_are_unique(extracts: dict[date, Tables], on: date) -> None:
    tables = extracts[on]
    heard_of = {
        row["person_id"]
        for name, rows in tables.items()
        if name not in ("person", "person_attribute")
        for row in rows
        if row.get("person_id")
    }
    assert {row["person_id"] for row in tables["person"] if row["person_role"] == "CHILD"} == heard_of
    for name, rows in tables.items():
        assert len({key_of(name)(row) for row in rows}) == len(rows), name


def test_a_row_stays_and_only_facts_of_which_the_newest_is_told_change(extracts: dict[date, Tables]) -> None:
    changed: set[str] = set()
    for earlier, later in itertools.pairwise(extracts.values()):
        for name, rows in earlier.items():
            key = key_of(name)
            now = {key(row): row for row in later[name]}
            for row in rows:
                assert key(row) in now, name
                new = now[key(row)]
                if new == row:
                    continue
                changed |= {
                    f"{name}.{column}"
                    for column, value in row.items()
                    if value not in (None, ()) and new.get(column) != value
                }
    assert changed <= MAY_CHANGE
    # A few of them change so seldom that a seed may not show it.
    assert len(MAY_CHANGE - changed) <= 3


@each_month
def test_statuses_and_caseloads_are_those_of_the_day(extracts: dict[date, Tables], on: date) -> None:
    tables = extracts[on]
    status = Counter(row["case_status_supplied"] for row in tables["referral"])
    looked_after = open_on(periods_of_care(tables), on)
    assert status["LAC"] == len(looked_after)
    assert status["CLOSED"] == sum(row["closed_on"] is not None for row in tables["referral"])
    protected = {row["referral_id"] for row in open_on(tables["child_protection_plan"], on)}
    assert status["CPP"] == len(protected - {row["referral_id"] for row in looked_after})
    in_post = {row["worker_id"]: row["caseload_supplied"] for row in tables["worker"] if row["ended_on"] is None}
    held = Counter(row["worker_id"] for row in tables["involvement"] if row["ended_on"] is None)
    assert in_post == {worker_id: held[worker_id] for worker_id in in_post}


@each_month
def test_ages_are_those_of_the_day(extracts: dict[date, Tables], on: date) -> None:
    for row in extracts[on]["person"]:
        if row["person_role"] == "CHILD":
            is_school_age = row["born_on"] is not None and add_years(day(row, "born_on"), 5) <= on
            assert (row["upn"] is not None) is (is_school_age and row["nationality"] is None)
            assert (row["upn"] is None) is (row["upn_unknown_code"] is not None)
            assert row["born_on"] is not None or (row["expected_birth_on"] is not None and row["sex"] == "U")


@each_month
def test_earlier_referrals_are_counted_among_those_known(extracts: dict[date, Tables], on: date) -> None:
    for rows in grouped(extracts[on]["referral"], "person_id").values():
        days = [day(row, "referred_on") for row in rows]
        for row in rows:
            when = day(row, "referred_on")
            assert row["earlier_referrals_supplied"] == sum(add_years(when, -1) < each < when for each in days)


def test_a_child_has_one_open_referral_at_a_time_the_late_ones_among_them(extracts: dict[date, Tables]) -> None:
    tables = extracts[RECORDS_END]
    born_on = {row["person_id"]: row["born_on"] or date.max for row in tables["person"]}
    for person_id, rows in grouped(tables["referral"], "person_id").items():
        rows.sort(key=lambda row: day(row, "referred_on"))
        for earlier, later in itertools.pairwise(rows):
            assert earlier["closed_on"] is not None
            assert day(earlier, "closed_on") < day(later, "referred_on")
        last = rows[-1]["closed_on"] or RECORDS_END
        assert born_on[person_id] == date.max or last <= add_years(born_on[person_id], 18)  # type: ignore[arg-type]


def test_siblings_known_late_are_not_born_within_nine_months_unless_twins(extracts: dict[date, Tables]) -> None:
    tables = extracts[RECORDS_END]
    born_on = {row["person_id"]: row["born_on"] for row in tables["person"]}
    families = grouped([row for row in tables["person_attribute"] if row["attribute_type"] == "FAMILY"], "value_text")
    for members in families.values():
        births = sorted(each for row in members if isinstance(each := born_on[row["person_id"]], date))
        assert all(a == b or b - a > timedelta(270) for a, b in itertools.pairwise(births))


def test_stocks_after_the_paper_are_as_large_as_their_targets(extracts: dict[date, Tables]) -> None:
    tables = extracts[RECORDS_END]
    # Some of those who came in the last days of December are recorded in January.
    stock = targets.LOOKED_AFTER[-1].count
    assert stock - 4 <= len(open_on(periods_of_care(tables), RECORDS_END)) <= stock
    stock = targets.stock_path(targets.PROTECTION_PLANS_OPEN, (RECORDS_END,))[RECORDS_END]
    assert stock - 10 <= len(open_on(tables["child_protection_plan"], RECORDS_END)) <= stock + 2
    far = [
        row
        for row in open_on(tables["placement"], RECORDS_END)
        if row["is_in_authority"] is False and 20 < float(str(row["distance_miles"])) < 999
    ]
    assert len(far) == pytest.approx(targets.PLACED_FAR[-1].count, abs=1)


def test_the_months_after_the_paper_are_as_busy_as_those_before(extracts: dict[date, Tables]) -> None:
    tables = extracts[RECORDS_END]
    autumn = (date(2015, 9, 1), date(2015, 11, 30))
    spring = (date(2015, 3, 1), date(2015, 5, 31))
    for name, column in (
        ("contact", "contacted_on"),
        ("assessment", "authorised_on"),
        ("section_47_enquiry", "strategy_discussion_on"),
        ("child_protection_conference", "held_on"),
        ("visit", "visited_on"),
        ("looked_after_review", "reviewed_on"),
        ("supervision", "supervised_on"),
        ("early_help", "requested_on"),
        ("audit", "completed_on"),
        ("care_leaver_snapshot", "snapshot_on"),
    ):
        counts = [
            sum(first <= row[column] <= last for row in tables[name] if isinstance(row.get(column), date))  # type: ignore[operator]
            for first, last in (spring, autumn)
        ]
        assert 0.7 < counts[1] / counts[0] < 2.2, (name, counts)


def test_there_is_an_extract_for_the_last_day_of_every_month_of_2015() -> None:
    assert MONTH_ENDS == tuple(last_of_month(date(2015, month, 1)) for month in range(1, 13))
