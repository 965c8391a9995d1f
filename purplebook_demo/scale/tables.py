"""One authority's tables on one screen: the truth first, then what an extract of a day holds of it."""

from __future__ import annotations

import numpy as np

from purplebook_demo.scale import (
    assessments,
    care_checks,
    care_episodes,
    early_help,
    front_door,
    leaving_care,
    legal_statuses,
    permanence,
    persons,
    placements,
    protection,
    quality,
    registers,
    staff,
    work,
)
from purplebook_demo.scale.authorities import Scale
from purplebook_demo.scale.care import care_of, period_draft
from purplebook_demo.scale.drafts import Draft, Rows, as_known_on
from purplebook_demo.scale.world import first_recorded, is_care_leaver, world_of

TABLES: tuple[str, ...] = (
    "person", "person_attribute", "contact", "early_help", "referral", "assessment", "assessment_factor",
    "section_47_enquiry", "child_protection_conference", "child_protection_plan", "visit", "plan",
    "looked_after_period", "looked_after_episode", "placement", "legal_status", "looked_after_review",
    "missing_episode", "permanence_case", "care_leaver_snapshot", "involvement", "supervision", "audit", "feedback",
    "panel_decision", "team", "worker", "job_application", "foster_carer_approval", "reference_value",
)  # fmt: skip
"""The tables that are filled: most that an indicator reads, and those that hang on them."""


def authority_rows(scale: Scale, place: int, *, seed: int, extract_day: int) -> dict[str, Rows]:
    """Every table of one authority as an extract of the day holds it."""
    found = {draft.table: as_known_on(draft, extract_day) for draft in _drafts(scale, place, seed=seed)}
    return {name: found[name] for name in TABLES}


def _drafts(scale: Scale, place: int, *, seed: int) -> list[Draft]:
    world = world_of(scale, place, seed=seed)
    care = care_of(world)
    leavers = np.flatnonzero(is_care_leaver(world.people, world.episodes)[care.case])
    placed, homes = placements.placement_draft(world, care)
    statuses, legal = legal_statuses.legal_status_draft(world, care)
    contacts, in_contacts = front_door.contact_draft(world)
    help_given, in_help = early_help.early_help_draft(world)
    known = first_recorded(
        world.people.count,
        (
            (world.episodes.child, world.recorded),
            (in_contacts, contacts.recorded),
            (in_help, help_given.recorded),
        ),
    )
    return [
        persons.person_draft(world, known),
        persons.attribute_draft(world, known),
        contacts,
        help_given,
        front_door.referral_draft(world),
        *assessments.assessment_drafts(world),
        *protection.protection_drafts(world),
        work.visit_draft(world, care, leavers),
        work.plan_draft(world, care, leavers),
        period_draft(world, care),
        care_episodes.episode_draft(world, care, homes, legal),
        placed,
        statuses,
        care_checks.review_draft(world, care),
        care_checks.missing_draft(world, care),
        permanence.permanence_draft(world, care),
        leaving_care.care_leaver_draft(world, care, leavers),
        work.involvement_draft(world, care, leavers),
        work.supervision_draft(world),
        quality.audit_draft(world),
        quality.feedback_draft(world),
        quality.panel_draft(world, care),
        *staff.staff_drafts(world.stream("workers"), world.authority, world.staff),
        registers.application_draft(world),
        registers.foster_carer_draft(world),
        registers.reference_draft(world, scale),
    ]
