"""By what the rows of two formats are known to tell of the same thing: the child, the kind of event, and its day."""

from __future__ import annotations

from collections.abc import Mapping

MEETING_POINTS: Mapping[str, tuple[str, ...]] = {
    "person_attribute": ("attribute_type", "code"),
    "contact": ("contacted_on",),
    "early_help": ("assessment_type", "started_on"),
    "referral": ("referred_on",),
    "assessment": ("started_on",),
    "section_47_enquiry": ("strategy_discussion_on",),
    "child_protection_conference": ("conference_type", "held_on"),
    "child_protection_plan": ("started_on",),
    "visit": ("visit_type", "visited_on"),
    "plan": ("plan_type", "started_on"),
    "pre_proceedings": ("decided_on",),
    "looked_after_period": ("started_on",),
    "placement": ("started_on",),
    "legal_status": ("status_code", "started_on"),
    "looked_after_review": ("reviewed_on",),
    "health_check": ("check_type", "checked_on"),
    "missing_episode": ("missing_type", "started_on"),
    "permanence_case": ("case_type", "entered_care_on"),
}
"""Besides the child.  A table that is not here meets by its key alone; a row without one of these meets no other."""

BY_GROUP: Mapping[tuple[str, str], str] = {("early_help", "assessment_type"): "EHA"}
"""Columns of codes that meet by the group of the code, and the code that is the word for any of its group.

Annex A has one word for every kind of early help assessment; where another format says which, that is kept.
"""
