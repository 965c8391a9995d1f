"""Section 47 enquiries, child protection conferences and plans."""

from __future__ import annotations

import numpy as np

from purplebook_demo.scale.allocation import posts_with_duty, team_of, worker_of
from purplebook_demo.scale.calendar import BEYOND, NEVER, add_working_days, working_day
from purplebook_demo.scale.cells import Days, Whole, WordLists, Words, YesNo
from purplebook_demo.scale.drafts import Draft, Later
from purplebook_demo.scale.participation import participation
from purplebook_demo.scale.staff import ASSESSMENT
from purplebook_demo.scale.world import World, spread

CATEGORIES = ("NEG", "PHY", "SAB", "EMO", "MUL")
CATEGORY_WEIGHTS = (470, 70, 40, 380, 40)
DECISIONS = ("S47_SINGLE", "S47_JOINT", "NO_S47")
OUTCOMES = (("ICPC",), ("LEGAL_ACTION",), ("OTHER_SERVICES",), ("NFA",))
FIRST_REVIEW_DAYS, REVIEW_DAYS = 85, 172


def protection_drafts(world: World) -> tuple[Draft, ...]:
    """The tables `section_47_enquiry`, `child_protection_conference` and `child_protection_plan`."""
    return _enquiries(world), _conferences(world), _plans(world)


def plan_recorded(world: World) -> np.ndarray:
    """When the plan of each episode was recorded."""
    stream = world.stream("plans recorded")
    return world.late(stream, world.episodes.plan_started, after=world.recorded)


def _enquiries(world: World) -> Draft:
    stream, cases = world.stream("enquiries"), world.episodes
    case = np.flatnonzero(cases.discussed != NEVER)
    size = len(case)
    discussed, has_enquiry, ended = cases.discussed[case], cases.has_enquiry[case], cases.enquiry_ended[case]
    entered = np.maximum(discussed, world.recorded[case])
    over = np.where(ended == NEVER, BEYOND, world.late(stream, ended, after=entered))
    # Where no enquiry followed there is nothing to wait for.
    decided = np.where(has_enquiry, over, entered)
    to_conference = cases.conference[case] != NEVER
    outcome = np.where(to_conference, 0, 1 + stream.weighted(size, (20, 560, 420)))
    outcome = np.where(has_enquiry & ~world.missing(stream, size, 30), outcome, -1)
    post = posts_with_duty(world, stream.below(size, 1 << 31), np.full(size, ASSESSMENT))
    return Draft(
        "section_47_enquiry",
        {
            "section_47_enquiry_id": world.id_of("S", case),
            "person_id": world.person_id(cases.child[case]),
            "referral_id": world.id_of("R", case),
            "strategy_discussion_on": Days(discussed),
            "has_police_attended": YesNo(stream.weighted(size, (30, 20, 950)) - 1),
            "decision": Words(DECISIONS, np.where(has_enquiry, stream.weighted(size, (400, 600)), 2)),
            "ended_on": Days(ended),
            "is_no_further_action": YesNo(np.where(has_enquiry, np.where(outcome == 3, 1, 0), -1)),
            "outcome_codes": WordLists(OUTCOMES, outcome),
            "is_initial_conference_not_required": YesNo(np.where(has_enquiry, np.where(to_conference, 0, 1), -1)),
            "initial_conference_due_on": Days(np.where(has_enquiry, add_working_days(discussed, 15), NEVER)),
            "team_id": team_of(world, post),
            "worker_id": worker_of(world, world.staff.holder(post, discussed)),
        },
        entered,
        (Later(decided, ("ended_on", "is_no_further_action", "outcome_codes", "is_initial_conference_not_required")),),
    )


def _conferences(world: World) -> Draft:
    """Initial conferences, then the reviews of each plan: after three months, then every six."""
    stream, cases = world.stream("conferences"), world.episodes
    first = np.flatnonzero(cases.conference != NEVER)
    planned = np.flatnonzero(cases.plan_started != NEVER)
    size = len(planned)
    place, review = spread(
        cases.plan_started[planned],
        np.minimum(cases.plan_ended[planned], world.last_day + 1),
        first=FIRST_REVIEW_DAYS - stream.below(size, 10),
        step=REVIEW_DAYS + stream.below(size, 12),
    )
    case = np.concatenate([first, planned[place]])
    held = np.concatenate([cases.conference[first], working_day(review)])
    is_review = np.arange(len(case)) >= len(first)
    kept = ~is_review | (held < cases.plan_ended[case])
    case, held, is_review = case[kept], held[kept], is_review[kept]
    order = np.lexsort((held, case))
    case, held, is_review = case[order], held[order], is_review[order]
    size = len(case)
    has_plan = cases.plan_started[case] != NEVER
    follows_enquiry = cases.has_enquiry[case] & ~is_review
    plan_known = plan_recorded(world)
    entered = world.late(stream, held, after=world.recorded[case])
    # What names a plan is recorded with it or after it, and an enquiry before its conference.
    entered = np.where(has_plan, np.maximum(entered, plan_known[case]), entered)
    kind = np.where(is_review, 1, np.where(cases.is_transfer_in[case], 2, 0))
    # One in a hundred conferences was never linked to its enquiry.
    linked = follows_enquiry & ~world.missing(stream, size, 10)
    return Draft(
        "child_protection_conference",
        {
            "conference_id": world.id_of("K", np.arange(size)),
            "person_id": world.person_id(cases.child[case]),
            "conference_type": Words(("ICPC", "REVIEW", "TRANSFER_IN"), kind),
            "section_47_enquiry_id": world.id_of("S", np.where(linked, case, -1)),
            "referral_id": world.id_of("R", case),
            "child_protection_plan_id": world.id_of("L", np.where(has_plan, case, -1)),
            "due_on": Days(
                np.where(follows_enquiry, add_working_days(np.maximum(cases.discussed[case], 0), 15), NEVER)
            ),
            "held_on": Days(held),
            "has_plan_outcome": YesNo(np.where(has_plan, 1, 0)),
            "is_quorate": YesNo(np.where(stream.happens(size, 965), 1, 0)),
            "participation_code": participation(
                world, stream, cases.child[case], held, weights=(180, 90, 60, 70, 60, 110, 80), missing=60
            ),
        },
        entered,
    )


def _plans(world: World) -> Draft:
    stream, cases = world.stream("plans"), world.episodes
    case = np.flatnonzero(cases.plan_started != NEVER)
    size = len(case)
    entered = plan_recorded(world)[case]
    over = world.end_known(stream, cases.plan_ended[case], case=case, after=entered)
    first = stream.weighted(size, CATEGORY_WEIGHTS)
    latest = np.where(stream.happens(size, 80), stream.weighted(size, CATEGORY_WEIGHTS), first)
    return Draft(
        "child_protection_plan",
        {
            "child_protection_plan_id": world.id_of("L", case),
            "person_id": world.person_id(cases.child[case]),
            "referral_id": world.id_of("R", case),
            "started_on": Days(cases.plan_started[case]),
            "ended_on": Days(cases.plan_ended[case]),
            "initial_category": Words(CATEGORIES, np.where(world.missing(stream, size, 4), -1, first)),
            "latest_category": Words(CATEGORIES, latest),
            # Some children live here for a time while another authority keeps their plan.
            "is_other_authority_plan": YesNo(np.where(stream.happens(size, 12), 1, 0)),
            "previous_plans_count": Whole(np.where(world.missing(stream, size, 40), NEVER, cases.earlier_plans[case])),
        },
        entered,
        (Later(over, ("ended_on",)),),
    )
