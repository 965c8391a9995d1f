"""How a case system comes to hold each table: when a row is recorded, and what is empty until a later day comes.

Declarations only.  `recording` works out from them when each row was recorded, `extracts` what was held on a day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Delays = tuple[tuple[tuple[int, int], float], ...]
"""Spans of days between an event and its recording, and how often each comes."""

AT_ONCE: Delays = (((0, 0), 1.0),)
IN_THE_OFFICE: Delays = (((0, 0), 0.62), ((1, 3), 0.22), ((4, 14), 0.12), ((15, 45), 0.04))
AFTER_THE_VISIT: Delays = (((0, 3), 0.62), ((4, 14), 0.24), ((15, 60), 0.12), ((61, 110), 0.02))

MAY_LIE_AHEAD = frozenset(
    {"due_on", "action_due_on", "initial_conference_due_on", "stage_1_due_on", "expected_birth_on"}
)
"""Dates that an extract may hold although they are still to come."""


@dataclass(frozen=True)
class Held:
    """One table.

    `event` names the columns of which the first that is filled is the day of the event; a return year stands for its 31
    March, and a table without one is held from the start.  A row is recorded after its event, and never before the row
    that a column in `after` points at.  Every date that lies after the extract is empty in it, and so are the columns
    that `until` says depend on that date.
    """

    event: tuple[str, ...]
    delays: Delays = IN_THE_OFFICE
    after: tuple[str, ...] = ()
    until: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


HELD: dict[str, Held] = {
    "team": Held((), AT_ONCE),
    "worker": Held(("started_on",), AT_ONCE),
    "reference_value": Held(("published_on",), AT_ONCE),
    "contact": Held(("contacted_on",), until={"decided_on": ("outcome_codes",)}),
    "early_help": Held(("requested_on", "started_on"), until={"ended_on": ("end_reason", "is_quality_assured")}),
    "referral": Held(("referred_on",), until={"closed_on": ("closure_reason_code",)}),
    "assessment": Held(
        ("started_on",),
        after=("referral_id",),
        until={"authorised_on": ("child_seen", "outcome_codes", "is_no_further_action", "is_social_care_needed")},
    ),
    "assessment_factor": Held((), AT_ONCE, after=("assessment_id",)),
    "section_47_enquiry": Held(
        ("strategy_discussion_on",),
        after=("referral_id",),
        until={"ended_on": ("is_no_further_action", "outcome_codes", "is_initial_conference_not_required")},
    ),
    "child_protection_conference": Held(("held_on",), after=("referral_id", "section_47_enquiry_id")),
    "child_protection_plan": Held(("started_on",), AT_ONCE, after=("referral_id", "initial_conference_id")),
    "looked_after_period": Held(
        ("started_on",), AT_ONCE, after=("referral_id",), until={"ended_on": ("end_reason_code",)}
    ),
    "placement": Held(
        ("started_on",), AT_ONCE, after=("looked_after_period_id",), until={"ended_on": ("change_reason",)}
    ),
    "looked_after_episode": Held(
        ("started_on",),
        AT_ONCE,
        after=("looked_after_period_id", "placement_id"),
        until={"ended_on": ("end_reason_code", "change_reason")},
    ),
    "legal_status": Held(("started_on",), AT_ONCE),
    "visit": Held(("visited_on",), AFTER_THE_VISIT, after=("child_protection_plan_id", "looked_after_period_id")),
    "plan": Held(("started_on",), AFTER_THE_VISIT, after=("referral_id",)),
    "pre_proceedings": Held(
        ("decided_on",),
        after=("referral_id",),
        until={
            "initial_meeting_on": ("is_family_meeting_held",),
            "step_decided_on": ("outcome_code",),
            "court_application_on": ("court_reference", "hearings_count", "short_notice", "initial_care_plan"),
        },
    ),
    "looked_after_review": Held(("reviewed_on", "due_on"), after=("looked_after_period_id",)),
    "health_check": Held(("checked_on", "return_year"), AFTER_THE_VISIT),
    "missing_episode": Held(
        ("started_on",), until={"ended_on": ("return_interview_offered", "return_interview_accepted")}
    ),
    "permanence_case": Held(
        ("decision_maker_agreed_on", "ordered_on"),
        AT_ONCE,
        after=("looked_after_period_id",),
        until={
            "matched_on": (
                "family_id",
                "is_adopted_by_carer",
                "agency_reference",
                "adopters_count",
                "adopter_sex",
                "adopter_legal_status",
                "is_sibling_group",
                "siblings_placed_together_count",
                "siblings_placed_apart_count",
            ),
            "ordered_on": ("order_type",),
            "reversed_on": ("reversed_reason",),
        },
    ),
    "adopter": Held(
        ("enquired_on",), AT_ONCE, until={"placed_on": ("children_placed_count",), "left_on": ("left_reason",)}
    ),
    "care_leaver_snapshot": Held(("snapshot_on",), AT_ONCE),
    "involvement": Held(("started_on",), AT_ONCE, after=("referral_id",), until={"ended_on": ("change_reason",)}),
    "supervision": Held(("supervised_on",), AFTER_THE_VISIT),
    "audit": Held(("completed_on",), after=("parent_audit_id",)),
    "audit_finding": Held((), AT_ONCE, after=("audit_id",)),
    "feedback": Held(("received_on",), until={"stage_1_response_on": ("outcome", "learning")}),
    # Minuted at the meeting.
    "panel_decision": Held(("held_on",), AT_ONCE),
    "workforce_snapshot": Held(("snapshot_on",), AT_ONCE),
    "job_application": Held(("applied_on",), AT_ONCE),
    "foster_carer_approval": Held(
        ("enquired_on", "approved_on"), AT_ONCE, until={"approved_on": ("carers_count", "places_count")}
    ),
    "person": Held((), AT_ONCE, until={"first_child_born_on": ("is_mother",)}),
    "person_attribute": Held(("started_on",), AT_ONCE),
    # Last, so that the days on which other tables were recorded are drawn as before there were these two.
    "private_fostering": Held(("notified_on", "started_on")),
    "school_enrolment": Held(("started_on",), AT_ONCE),
}
"""Every canonical table, each after those that it points at."""
