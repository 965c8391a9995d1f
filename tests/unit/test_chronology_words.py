"""What a chronology says of each date: none is left out, and each reads as a social worker would put it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from purplebook.outputs.chronology.sentence import inside, parse_condition, parse_sentence
from purplebook.outputs.chronology.telling import Telling, tallies, tellings
from purplebook.results.child_records import PERSON_TABLES
from purplebook.tables import TABLES_BY_NAME, Table
from purplebook.tables import schema as words
from purplebook.tables.story import NotTold

DAY = date(2015, 5, 12)
EVERY_DATE = [(table.name, column) for table in PERSON_TABLES for column in table.days]
SENTENCES = [
    (table.name, column, telling.sentence)
    for table in PERSON_TABLES
    for column, telling in tellings(table).items()
    if isinstance(telling, Telling)
]
WHO_THE_CHILD_IS = {
    *("forename", "surname", "upn", "former_upn", "nhs_number", "legacy_id", "value_text", "postcode"),
    *("home_postcode", "placement_postcode", "provider_reference", "nationality", "court_reference"),
}


def empty_row(table: str, **values: Any) -> dict[str, Any]:
    """A row of a table in which only these values are recorded."""
    return dict.fromkeys(TABLES_BY_NAME[table].column_names) | values


def say(table: str, column: str, **values: Any) -> str:
    telling = tellings(TABLES_BY_NAME[table])[column]
    assert isinstance(telling, Telling)
    return telling.sentence.say(table, empty_row(table, **{column: DAY}, **values))


@pytest.mark.parametrize(("table", "column"), EVERY_DATE)
def test_every_date_of_a_table_about_people_is_told_or_says_why_not(table: str, column: str):
    assert column in TABLES_BY_NAME[table].story.days, (
        f"Say in the story of tables/{table}.py what {column} tells, or why it tells nothing."
    )
    written = tellings(TABLES_BY_NAME[table])[column]
    if isinstance(written, NotTold):
        assert written.reason[0].isupper() and written.reason.endswith(".")
    else:
        said = written.sentence.say(table, empty_row(table, **{column: DAY}))
        assert said and said[0].isupper() and "  " not in said and "{" not in said and "None" not in said


@pytest.mark.parametrize(("table", "column", "sentence"), SENTENCES)
def test_a_sentence_names_only_columns_that_there_are_and_none_that_says_who_the_child_is(table, column, sentence):
    for field in sentence.fields:
        owner, _, name = field.rpartition(".")
        assert TABLES_BY_NAME[owner or table].column(name)
        assert name not in WHO_THE_CHILD_IS
        if owner:
            assert TABLES_BY_NAME[owner].column(TABLES_BY_NAME[table].key[0]).to == table


@pytest.mark.parametrize(("table", "column", "sentence"), SENTENCES)
def test_a_condition_asks_for_a_value_that_the_column_may_hold(table, column, sentence):
    telling = tellings(TABLES_BY_NAME[table])[column]
    conditions = [asked for part in sentence.parts for asked in part.conditions]
    conditions += [telling.only] if telling.only else []
    conditions += [tally.condition for tally in tallies(TABLES_BY_NAME[table])]
    for condition in conditions:
        asked = TABLES_BY_NAME[table].column(condition.column)
        if asked.kind == words.YES_NO:
            assert condition.value in ("true", "false")
        elif asked.code_set:
            from purplebook.tables.codes import CODE_SETS

            assert CODE_SETS[asked.code_set].find(condition.value), (table, condition)


def test_a_date_that_nobody_wrote_words_for_is_told_in_plain_ones():
    table = Table(
        name="boat_trip",
        grain="one boat trip",
        group="core",
        key=("trip_id",),
        columns=(
            words.identifier("trip_id", "Key."),
            words.link("person_id", "Who.", to="person"),
            words.date("started_on", "First day."),
            words.date("ended_on", "Last day."),
        ),
    )
    told = {column: telling.sentence.say("visit", {}) for column, telling in tellings(table).items()}
    assert told == {"started_on": "Boat trip began", "ended_on": "Boat trip ended"}


@pytest.mark.parametrize(
    ("expected", "table", "column", "values"),
    [
        (
            "Referral from police: domestic abuse",
            "referral",
            "referred_on",
            {"source_code": "6", "presenting_issue": "DOMESTIC_ABUSE", "is_no_further_action": False},
        ),
        ("Referral", "referral", "referred_on", {}),
        ("Referral, no further action", "referral", "referred_on", {"is_no_further_action": True}),
        ("Child protection plan began: neglect", "child_protection_plan", "started_on", {"initial_category": "NEG"}),
        ("Child protection plan began", "child_protection_plan", "started_on", {}),
        (
            "Child protection visit, child seen alone, bedroom seen",
            "visit",
            "visited_on",
            {"visit_type": "CP", "seen": "Y", "seen_alone": "Y", "bedroom_seen": "Y"},
        ),
        ("Child in need visit, child not seen", "visit", "visited_on", {"visit_type": "CIN", "seen": "N"}),
        # Annex A says whether the child was seen alone, and not whether the child was seen.
        ("Visit, child seen alone", "visit", "visited_on", {"seen_alone": "Y"}),
        # Unknown is not no.
        ("Visit", "visit", "visited_on", {"seen": "U", "seen_alone": "U"}),
        (
            "Assessment completed: needs social care; found: neglect and domestic abuse of the child",
            "assessment",
            "authorised_on",
            {"is_social_care_needed": True, "assessment_factor.factor_code": ["16A", "3A"]},
        ),
        (
            "Placement began: foster care, other; private provider, outside the authority, 14.5 miles from home",
            "placement",
            "started_on",
            {
                "placement_type": "U6",
                "provider_code": "PR4",
                "is_in_authority": False,
                "distance_miles": Decimal("14.50"),
            },
        ),
        # 999.90 stands for a distance that is not known.
        ("Placement began", "placement", "started_on", {"distance_miles": Decimal("999.90")}),
        ("Legal status began: interim care order", "legal_status", "started_on", {"status_code": "C1"}),
        (
            "Absence ended, return home interview offered, not taken up",
            "missing_episode",
            "ended_on",
            {"return_interview_offered": "Y", "return_interview_accepted": "N"},
        ),
        (
            "Absence ended, return home interview not offered",
            "missing_episode",
            "ended_on",
            {"return_interview_offered": "N", "return_interview_accepted": "N"},
        ),
        ("Legal status began: DOLS", "legal_status", "started_on", {"status_code": "DOLS"}),
        (
            "Recorded from this day: disability, learning",
            "person_attribute",
            "started_on",
            {"attribute_type": "DISABILITY", "code": "LD"},
        ),
        (
            "Recorded from this day: unaccompanied asylum-seeking child",
            "person_attribute",
            "started_on",
            {"attribute_type": "UASC", "code": "Y"},
        ),
        (
            "Review child protection conference: no child protection plan, not quorate",
            "child_protection_conference",
            "held_on",
            {"conference_type": "REVIEW", "has_plan_outcome": False, "is_quorate": False, "participation_code": "PN0"},
        ),
        (
            "Contact decided: became a referral and other",
            "contact",
            "decided_on",
            {"outcome_codes": ["REFERRAL", "OTHER"]},
        ),
        # A code of no list is told as it stands, its marks apart.
        (
            "Legal gateway meeting: issue proceedings",
            "panel_decision",
            "held_on",
            {"panel_type": "LEGAL_GATEWAY", "decision": "ISSUE_PROCEEDINGS"},
        ),
        (
            "Adoption panel: A1",
            "panel_decision",
            "held_on",
            {"panel_type": "ADOPTION", "decision": "A1", "reason": "OTHER"},
        ),
        # A code that its list does not hold is told as it stands.
        ("Referral from Z9", "referral", "referred_on", {"source_code": "Z9"}),
    ],
)
def test_an_event_reads_as_people_say_it(expected: str, table: str, column: str, values: dict[str, Any]):
    assert say(table, column, **values) == expected


def test_a_review_that_was_not_held_is_told_on_the_day_it_was_due_and_one_that_was_is_not():
    due = tellings(TABLES_BY_NAME["looked_after_review"])["due_on"]
    assert isinstance(due, Telling)
    assert due.applies(empty_row("looked_after_review", due_on=DAY))
    assert not due.applies(empty_row("looked_after_review", due_on=DAY, reviewed_on=DAY))


def test_an_episode_that_another_follows_on_the_same_day_is_not_said_to_end():
    ended = tellings(TABLES_BY_NAME["looked_after_episode"])["ended_on"]
    assert isinstance(ended, Telling)
    for reason, is_told in (("X1", False), ("E4A", True), (None, True)):
        assert ended.applies(empty_row("looked_after_episode", ended_on=DAY, end_reason_code=reason)) == is_told


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Police", "police"),
        ("A parent's mental health", "a parent's mental health"),
        ("White British", "White British"),
        ("Local Government Ombudsman", "Local Government Ombudsman"),
        ("DOLS", "DOLS"),
        ("N1", "N1"),
        ("", ""),
    ],
)
def test_a_label_within_a_sentence_has_a_small_letter_unless_it_is_a_name(label: str, expected: str):
    assert inside(label) == expected


@pytest.mark.parametrize("text", ["Open[ from {source_code}", "Closed]", "One[ in [another]]"])
def test_a_bracket_without_a_partner_is_refused(text: str):
    with pytest.raises(ValueError, match="bracket"):
        parse_sentence(text)


def test_a_condition_that_compares_nothing_is_refused():
    with pytest.raises(ValueError, match="column=value"):
        parse_condition("seen")


def test_a_missing_value_equals_nothing_and_differs_from_everything():
    assert not parse_condition("seen=Y").holds({"seen": None})
    assert parse_condition("seen!=Y").holds({"seen": None})
    assert parse_condition("is_quorate=false").holds({"is_quorate": False})
    assert not parse_condition("is_quorate=false").holds({"is_quorate": None})
