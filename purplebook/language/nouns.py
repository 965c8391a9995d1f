"""What tables and columns are called in a sentence."""

from __future__ import annotations

from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.codes import CODE_SETS
from purplebook.tables.schema import DATE

_DATES = {
    "contacted_on": "contact date",
    "requested_on": "request date",
    "referred_on": "referral date",
    "closed_on": "closing date",
    "started_on": "start date",
    "ended_on": "end date",
    "authorised_on": "completion date",
    "held_on": "date held",
    "visited_on": "visit date",
    "born_on": "date of birth",
    "ordered_on": "order date",
    "matched_on": "match date",
    "placed_on": "date placed with the family",
    "placement_order_on": "placement order date",
    "entered_care_on": "date of entering care",
    "reversed_on": "date reversed",
    "received_on": "date received",
    "completed_on": "completion date",
    "supervised_on": "supervision date",
    "applied_on": "application date",
    "preferred_on": "date preferred",
    "accepted_on": "date accepted",
    "approved_on": "approval date",
    "pathway_plan_on": "pathway plan date",
    "snapshot_on": "date of the register",
    "last_reviewed_on": "latest review date",
    "strategy_discussion_on": "strategy discussion date",
    "expected_birth_on": "expected date of birth",
    "decided_on": "decision date",
    "assessed_on": "completion date of the assessment",
    "audited_on": "completion date of the audit",
    "checked_on": "date of the check",
    "reviewed_on": "review date",
    "role_started_on": "date of starting the role",
    "role_ended_on": "date of leaving the role",
    "period_ended_on": "period's end",
    "court_application_on": "date of the application to the court",
    "step_decided_on": "date of deciding what comes next",
    "last_contact_on": "latest contact date",
    "decision_maker_agreed_on": "date of the decision maker's agreement",
    "placed_with_foster_carer_on": "date placed with the foster carer who adopts",
}


_PHRASES = {
    "is_in_authority": "placement in the authority's own area",
    "seen": "child seen",
    "is_other_authority_plan": "plan held by another authority",
    "distance_miles": "distance in miles",
    "parent_audit_id": "audit that it moderates",
    "is_no_further_action": "closed with no further action",
    "previous_plans_count": "number of earlier plans stated",
    "attribute_type": "kind of fact",
    "accommodation_suitable": "suitability of accommodation",
    "in_touch": "contact with the council",
    "outcome_codes": "outcomes",
    "post_type": "post",
    "level_code": "level of the post",
    "full_time_equivalent": "full-time equivalent",
    "full_time_equivalent_at_census": "full-time equivalent on the day of the census",
    "agency_full_time_equivalent": "full-time equivalent of agency workers",
    "vacancies_full_time_equivalent": "full-time equivalent of vacancies",
    "cases_at_census_count": "cases held on the day of the census",
    "days_lost": "working days lost to sickness",
    "is_agency": "agency worker",
    "row_kind": "kind of line",
    "measure_code": "measure",
    "area_code": "code of the area",
    "authority_code": "code of the authority",
    "value_kind": "kind of value",
    "is_met": "answer of the yearly return",
    "places_count": "number of approved places",
}


def singular(table: str) -> str:
    """One row of a table: "referral", "section 47 enquiry"."""
    return _nouns(table)[0]


def plural(table: str) -> str:
    """Rows of a table: "referrals", "section 47 enquiries"."""
    return _nouns(table)[1]


def _nouns(table: str) -> tuple[str, str]:
    declared = TABLES_BY_NAME[table].nouns if table in TABLES_BY_NAME else None
    plain = table.replace("_", " ")
    return declared or (plain, f"{plain}s")


def with_article(noun: str) -> str:
    """The noun with a or an."""
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def column_phrase(table: str, name: str) -> str:
    """A column as a phrase: "start date", "category of abuse"."""
    if TABLES_BY_NAME[table].column(name).kind == DATE:
        return _DATES.get(name, name.removesuffix("_on").replace("_", " ") + " date")
    if name in _PHRASES:
        return _PHRASES[name]
    words = name.removeprefix("is_").removeprefix("has_").removesuffix("_code").removesuffix("_count")
    return words.replace("_", " ")


def value_phrase(table: str, name: str, value: object) -> str:
    """A value as a reader knows it: a code with its label, yes or no, or the value itself."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    code_set = CODE_SETS.get(TABLES_BY_NAME[table].column(name).code_set or "")
    entry = code_set.find(str(value)) if code_set else None
    return f"{entry.label} ({value})" if entry and entry.label != str(value) else str(value)
