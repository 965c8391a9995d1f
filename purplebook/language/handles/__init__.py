"""A handle for every table, with its columns.  Written by `make docs`: do not edit."""

from purplebook.language.handles.child_protection_handles import (
    child_protection_conference,
    child_protection_plan,
    pre_proceedings,
    section_47_enquiry,
)
from purplebook.language.handles.core_handles import person, person_attribute, plan, visit
from purplebook.language.handles.front_door_handles import (
    assessment,
    assessment_factor,
    contact,
    early_help,
    private_fostering,
    referral,
)
from purplebook.language.handles.leaving_care_handles import care_leaver_snapshot
from purplebook.language.handles.looked_after_handles import (
    adopter,
    foster_carer_approval,
    health_check,
    legal_status,
    looked_after_episode,
    looked_after_period,
    looked_after_review,
    missing_episode,
    permanence_case,
    placement,
    school_enrolment,
)
from purplebook.language.handles.quality_handles import audit, audit_finding, feedback, panel_decision, supervision
from purplebook.language.handles.reference_handles import reference_value
from purplebook.language.handles.workforce_handles import involvement, job_application, team, worker, workforce_snapshot

__all__ = [
    "adopter",
    "assessment",
    "assessment_factor",
    "audit",
    "audit_finding",
    "care_leaver_snapshot",
    "child_protection_conference",
    "child_protection_plan",
    "contact",
    "early_help",
    "feedback",
    "foster_carer_approval",
    "health_check",
    "involvement",
    "job_application",
    "legal_status",
    "looked_after_episode",
    "looked_after_period",
    "looked_after_review",
    "missing_episode",
    "panel_decision",
    "permanence_case",
    "person",
    "person_attribute",
    "placement",
    "plan",
    "pre_proceedings",
    "private_fostering",
    "reference_value",
    "referral",
    "school_enrolment",
    "section_47_enquiry",
    "supervision",
    "team",
    "visit",
    "worker",
    "workforce_snapshot",
]
