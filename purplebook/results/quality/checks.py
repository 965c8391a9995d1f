"""What is not plausible, table by table: the one place where the checks are declared.

A check is a condition in SQL about a row `r`, the birth of its person `p.born_on` where it is about one, the last day
on which anything began for a person, `a.last_on`, and `$as_at`, the last day the records describe.  A condition that
cannot be answered, since a cell is empty, is not a fault.
"""

from __future__ import annotations

from dataclasses import dataclass

from purplebook.tables import Table
from purplebook.tables.schema import DATE, DECIMAL, WHOLE_NUMBER

LONGEST_DAYS, PREGNANCY_DAYS, OLDEST_CHILD, OLDEST_LOOKED_AFTER, NO_DISTANCE = 2000, 280, 25, 18, 999

UNKNOWN_CODES: dict[str, tuple[str, ...]] = {
    "yes_no_unknown": ("U",),
    "sex": ("U",),
    "gender": ("U",),
    "ethnicity": ("UNKNOWN", "NOBT", "REFU"),
    "disability": ("U",),
    "referral_source": ("10",),
    "primary_need": ("N0",),
    "legal_gateway_outcome": ("D",),
    "return_interview_answer": ("U",),
    "previous_permanence_option": ("P4",),
    "accommodation": ("R",),
    "accommodation_suitability": ("U",),
    "workforce_gender": ("0",),
    "workforce_origin": ("9", "10"),
    "workforce_destination": ("8", "9"),
    "workforce_leave_reason": ("9", "10"),
}
"""The codes of each code set that say that nobody knows."""

PLANNED: frozenset[tuple[str, str]] = frozenset(
    {
        ("person", "expected_birth_on"),
        ("assessment", "internal_review_on"),
        ("section_47_enquiry", "initial_conference_due_on"),
        ("child_protection_conference", "due_on"),
        ("looked_after_review", "due_on"),
        ("audit", "action_due_on"),
        ("feedback", "stage_1_due_on"),
        ("panel_decision", "due_on"),
        ("job_application", "started_on"),
        ("workforce_snapshot", "role_ended_on"),
    }
)
"""Days that may lie after the day of the extract, since they are planned."""

NOT_OF_A_LIFE: frozenset[tuple[str, str]] = frozenset(
    {("person", "born_on"), ("person", "expected_birth_on"), ("person", "first_child_born_on")}
)
ONLY_AFTER_BIRTH = frozenset(
    {
        "person",
        "looked_after_period",
        "looked_after_episode",
        "placement",
        "legal_status",
        "looked_after_review",
        "health_check",
        "missing_episode",
        "care_leaver_snapshot",
    }
)
"""Tables with no row about a child not yet born; a plan or a referral may come up to 40 weeks before birth."""

LAST_DEALT_WITH = "a.last_on"
DEALT_WITH: dict[str, str] = {
    "contact": "contacted_on",
    "early_help": "started_on",
    "referral": "referred_on",
    "assessment": "started_on",
    "section_47_enquiry": "strategy_discussion_on",
    "child_protection_conference": "held_on",
    "child_protection_plan": "started_on",
    "visit": "visited_on",
    "plan": "started_on",
    "pre_proceedings": "decided_on",
    "looked_after_period": "started_on",
    "looked_after_episode": "started_on",
    "placement": "started_on",
    "legal_status": "started_on",
    "looked_after_review": "reviewed_on",
    "health_check": "checked_on",
    "missing_episode": "started_on",
    "care_leaver_snapshot": "last_contact_on",
}
"""Per table: the day on which something happened with a child.  Records are kept for decades, so a person who is 40 now
was a child then, and only the age on the last such day says whether the date of birth can be right.  Ends are not here,
since a case is often closed long after it came to rest."""

ENDS: dict[str, tuple[tuple[str, str], ...]] = {
    "person_attribute": (("started_on", "ended_on"),),
    "contact": (("contacted_on", "decided_on"),),
    "early_help": (("requested_on", "started_on"), ("started_on", "ended_on")),
    "referral": (("referred_on", "closed_on"),),
    "assessment": (("started_on", "authorised_on"),),
    "section_47_enquiry": (("strategy_discussion_on", "ended_on"),),
    "child_protection_plan": (("started_on", "ended_on"),),
    "plan": (("started_on", "ended_on"),),
    "looked_after_period": (("started_on", "ended_on"),),
    "looked_after_episode": (("started_on", "ended_on"),),
    "placement": (("started_on", "ended_on"),),
    "legal_status": (("started_on", "ended_on"),),
    "missing_episode": (("started_on", "ended_on"),),
    "permanence_case": (("entered_care_on", "ordered_on"), ("placed_on", "ordered_on")),
    "adopter": (("applied_on", "approved_on"), ("approved_on", "matched_on")),
    "involvement": (("started_on", "ended_on"),),
    "audit": (("allocated_on", "completed_on"),),
    "feedback": (("received_on", "stage_1_response_on"),),
    "worker": (("started_on", "ended_on"),),
    "foster_carer_approval": (("approved_on", "ended_on"),),
}
"""Per table: the earlier and the later day of what runs between two days."""

SHORT = frozenset(
    {"contact", "assessment", "section_47_enquiry", "child_protection_plan", "missing_episode", "feedback"}
)
"""Tables in which nothing sensible runs for over 2,000 days."""

MAY_BE_EMPTY: frozenset[tuple[str, str]] = frozenset(
    {
        ("person_attribute", "code"),
        ("person_attribute", "started_on"),
        ("person_attribute", "ended_on"),
        ("plan", "last_reviewed_on"),
    }
)
"""Columns whose emptiness is an answer though their meaning does not say so: a fact about a person may be a bare yes or
hold from the first, and a plan may not have come to its first review."""

NEGATIVE_ALLOWED = frozenset({"reference_value"})


@dataclass(frozen=True)
class Check:
    """One fault that a cell of `column` can have: what to call it, and the condition for it in SQL."""

    column: str
    title: str
    sql: str


def checks_of(table: Table) -> tuple[Check, ...]:
    """Every check of a table, in the order of its columns."""
    found: list[Check] = []
    for column in table.columns:
        name = column.name
        if column.kind == DATE:
            found.append(Check(name, "placeholders (1900 or before)", f"r.{name} <= DATE '1900-12-31'"))
            if (table.name, name) not in PLANNED:
                found.append(Check(name, "after the day of the extract", f"r.{name} > $as_at"))
            if table.is_about_a_person and (table.name, name) not in NOT_OF_A_LIFE:
                found.append(_birth(table, name))
        if column.kind in (WHOLE_NUMBER, DECIMAL) and table.name not in NEGATIVE_ALLOWED:
            found.append(Check(name, "negative", f"r.{name} < 0"))
        found += _special(table, name)
    return tuple(found)


def _birth(table: Table, name: str) -> Check:
    if table.name in ONLY_AFTER_BIRTH:
        return Check(name, "before birth", f"r.{name} < p.born_on")
    return Check(name, "over 40 weeks before birth", f"r.{name} < p.born_on - {PREGNANCY_DAYS}")


def _special(table: Table, name: str) -> list[Check]:
    found = [
        Check(name, f"before {start}", f"r.{name} < r.{start}")
        for start, end in ENDS.get(table.name, ())
        if end == name
    ]
    if table.name in SHORT:
        found += [
            Check(name, f"over {LONGEST_DAYS:,} days after {start}", f"r.{name} - r.{start} > {LONGEST_DAYS}")
            for start, end in ENDS.get(table.name, ())
            if end == name
        ]
    match table.name, name:
        case "person", "born_on":
            old = f"r.person_role = 'CHILD' AND r.born_on + INTERVAL {OLDEST_CHILD} YEAR < {LAST_DEALT_WITH}"
            found.append(Check(name, f"of children over {OLDEST_CHILD} when last dealt with", old))
        case "looked_after_period" | "looked_after_episode" | "placement", "ended_on":
            last = f"coalesce(r.ended_on, $as_at) > p.born_on + INTERVAL {OLDEST_LOOKED_AFTER} YEAR"
            found.append(Check(name, f"looked after beyond {OLDEST_LOOKED_AFTER}", last))
        case "placement", "distance_miles":
            found.append(Check(name, f"{NO_DISTANCE} miles or more", f"r.distance_miles >= {NO_DISTANCE}"))
    return found
