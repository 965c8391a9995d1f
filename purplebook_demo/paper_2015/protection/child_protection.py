"""Write child protection: section 47 enquiries, conferences, plans and pre-proceedings."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

from purplebook_demo.paper_2015.authority import CATEGORIES_FROM_2015
from purplebook_demo.paper_2015.calendar import (
    PAPER_DAY,
    RECORDS_END,
    RECORDS_START,
    add_days,
    add_working_days,
    add_years,
    age_on,
    known,
    next_working_day,
)
from purplebook_demo.paper_2015.chance import between, pick, weighted
from purplebook_demo.paper_2015.journeys import Journey, World
from purplebook_demo.paper_2015.workforce.allocation import Allocation

Row = dict[str, object]

PARTICIPATION: tuple[tuple[str, float], ...] = (
    ("PN1", 0.3),
    ("PN2", 0.03),
    ("PN3", 0.04),
    ("PN5", 0.15),
    ("PN6", 0.28),
    ("PN7", 0.2),
)


@dataclass(frozen=True)
class ProtectionRows:
    """The tables of this stage, and the plan of each journey that has one."""

    enquiries: list[Row]
    conferences: list[Row]
    plans: list[Row]
    plan_of_journey: dict[str, str]


def protection_rows(rng: random.Random, world: World, allocation: Allocation) -> ProtectionRows:
    """Enquiries, conferences and plans of every journey, in order of referral."""
    enquiries: list[Row] = []
    conferences: list[Row] = []
    plans: list[Row] = []
    plan_of_journey: dict[str, str] = {}
    earlier_plans: dict[str, int] = {}
    earlier_days: dict[str, tuple[list[date], list[date]]] = {}
    for journey in world.journeys:
        days = earlier_days.setdefault(journey.person_id, ([], []))
        enquiry_id = _enquiries(rng, journey, allocation, enquiries, days)
        protection = journey.protection
        if protection is None:
            continue
        plan_id = f"CP{len(plans) + 1:05d}" if protection.has_plan else None
        born_on = world.children[journey.person_id].born_on
        first_id = f"CF{len(conferences) + 1:06d}"
        _conferences(rng, journey, allocation, conferences, enquiry_id=enquiry_id, plan_id=plan_id, born_on=born_on)
        if plan_id:
            plan_of_journey[journey.journey_id] = plan_id
            before = earlier_plans.get(journey.person_id, 0)
            earlier_plans[journey.person_id] = before + 1
            # A few plans began under another category than the one they have come to.
            is_changed = sum(day <= PAPER_DAY for day in protection.review_dates) > 1 and rng.random() < 0.05
            initial = weighted(rng, CATEGORIES_FROM_2015) if is_changed else protection.category
            plans.append(
                {
                    "child_protection_plan_id": plan_id,
                    "person_id": journey.person_id,
                    "referral_id": journey.journey_id,
                    "initial_conference_id": None if protection.is_transfer_in else first_id,
                    "started_on": protection.conference_on,
                    "ended_on": protection.ended_on,
                    "initial_category": initial,
                    "latest_category": protection.category,
                    "is_other_authority_plan": False,
                    "previous_plans_count": before,
                    "is_protection_order_supplied": rng.random() < 0.03,
                }
            )
    return ProtectionRows(enquiries, conferences, plans, plan_of_journey)


def _enquiries(
    rng: random.Random,
    journey: Journey,
    allocation: Allocation,
    rows: list[Row],
    earlier: tuple[list[date], list[date]],
) -> str | None:
    """Append the journey's strategy discussions; return the one that led to a conference.

    `earlier` holds the days of the child's enquiries and conferences so far, and is added to.
    """
    to_conference = None
    for enquiry in journey.enquiries:
        held = allocation.on(journey.journey_id, enquiry.strategy_on)
        enquiry_id = f"S{len(rows) + 1:06d}"
        is_recent = enquiry.strategy_on >= date(2015, 4, 1)
        is_to_conference = enquiry.outcome == "ICPC"
        is_enquiry = enquiry.decision != "NO_S47"
        rows.append(
            {
                "section_47_enquiry_id": enquiry_id,
                "person_id": journey.person_id,
                "referral_id": journey.journey_id,
                "strategy_discussion_on": enquiry.strategy_on,
                "has_police_attended": rng.random() < 0.97,
                "has_health_attended": rng.random() < (0.5 if is_recent else 0.33),
                "has_education_attended": rng.random() < (0.42 if is_recent else 0.28),
                "other_agencies": "Housing" if rng.random() < 0.06 else None,
                "decision": enquiry.decision,
                "ended_on": enquiry.ended_on,
                "is_no_further_action": enquiry.outcome == "NFA" if enquiry.ended_on else None,
                "outcome_codes": (enquiry.outcome,) if enquiry.ended_on else (),
                "is_initial_conference_not_required": not is_to_conference if enquiry.ended_on and is_enquiry else None,
                "initial_conference_due_on": add_working_days(enquiry.strategy_on, 15) if is_to_conference else None,
                "earlier_enquiries_supplied": _in_year_before(earlier[0], enquiry.strategy_on),
                "earlier_conferences_supplied": _in_year_before(earlier[1], enquiry.strategy_on),
                "team_id": held.worker.team_id,
                "worker_id": held.worker.worker_id,
            }
        )
        if is_enquiry:
            earlier[0].append(enquiry.strategy_on)
        to_conference = enquiry_id if is_to_conference else to_conference
    if journey.protection:
        earlier[1].append(journey.protection.conference_on)
    return to_conference


def _in_year_before(days: list[date], day: date) -> int:
    return sum(1 for other in days if add_years(day, -1) <= other < day)


def _conferences(
    rng: random.Random,
    journey: Journey,
    allocation: Allocation,
    rows: list[Row],
    *,
    enquiry_id: str | None,
    plan_id: str | None,
    born_on: date,
) -> None:
    protection = journey.protection
    assert protection is not None
    strategy_on = journey.enquiries[0].strategy_on if journey.enquiries else journey.referred_on
    due_on = add_working_days(strategy_on, 15)
    kind = "TRANSFER_IN" if protection.is_transfer_in else "ICPC"
    meetings = [(kind, protection.conference_on, due_on)]
    due_on = add_days(protection.conference_on, 91)
    for held_on in protection.review_dates:
        meetings.append(("REVIEW", held_on, due_on))
        due_on = add_days(held_on, 183)
    for number, (conference_type, held_on, due) in enumerate(meetings):
        held = allocation.on(journey.journey_id, held_on)
        is_last = protection.ended_on == held_on and conference_type == "REVIEW"
        has_plan = protection.has_plan and not is_last
        is_young = age_on(born_on, held_on) < 4
        rows.append(
            {
                "conference_id": f"CF{len(rows) + 1:06d}",
                "person_id": journey.person_id,
                "conference_type": conference_type,
                "meeting_id": f"{protection.meeting_id}-{number}",
                "section_47_enquiry_id": enquiry_id if conference_type == "ICPC" else None,
                "referral_id": journey.journey_id,
                "child_protection_plan_id": plan_id,
                "due_on": due,
                "held_on": held_on,
                "has_plan_outcome": has_plan,
                "outcome_codes": ("CP_PLAN",) if has_plan else ("CIN_PLAN",),
                "is_quorate": rng.random() < 0.96,
                "participation_code": "PN0" if is_young else weighted(rng, PARTICIPATION),
                "is_latest_only": False,
                "team_id": held.worker.team_id,
                "worker_id": held.worker.worker_id,
            }
        )


def pre_proceedings_rows(rng: random.Random, world: World) -> list[Row]:
    """The table `pre_proceedings`: families warned, and children for whom the court was asked for an order."""
    rows: list[Row] = []
    seen: dict[str, bool] = {}
    for journey in world.journeys:
        care, protection = journey.care, journey.protection
        to_court = care is not None and care.entry == "COURT" and care.started_on >= RECORDS_START
        on_plan = protection is not None and protection.has_plan and protection.conference_on >= RECORDS_START
        if journey.group not in seen:
            seen[journey.group] = rng.random() < (0.62 if to_court else 0.12 if on_plan and not care else 0.0)
        if not seen[journey.group] or not (to_court or on_plan):
            continue
        if to_court and care:
            decided_on = next_working_day(
                add_days(care.started_on, -min(100, (care.started_on - journey.referred_on).days))
            )
            application_on = known(add_days(care.started_on, -1)) if decided_on < care.started_on else None
        else:
            assert protection is not None
            decided_on = add_days(protection.conference_on, between(rng, 30, 120))
            application_on = None
        decided_on = next_working_day(max(decided_on, world.children[journey.person_id].born_on))
        last = journey.last_day
        if decided_on > last or (application_on and application_on < decided_on):
            continue
        meeting_on = add_working_days(decided_on, between(rng, 8, 20))
        meeting_on = meeting_on if meeting_on <= (application_on or last) else None
        step_on = add_days(decided_on, between(rng, 90, 180))
        is_stepped_down = application_on is None and step_on <= last
        rows.append(
            {
                "pre_proceedings_id": f"PP{len(rows) + 1:04d}",
                "person_id": journey.person_id,
                "referral_id": journey.journey_id,
                "family_id": world.children[journey.person_id].family_id,
                "decided_on": decided_on,
                "letter_before_proceedings_on": add_days(decided_on, 1) if meeting_on else None,
                "is_family_meeting_offered": True,
                "is_family_meeting_held": rng.random() < 0.6,
                "initial_meeting_on": meeting_on,
                "review_meetings_count": between(rng, 0, 3) if meeting_on else 0,
                "step_decided_on": application_on or (step_on if is_stepped_down else None),
                "outcome_code": "ISSUE" if application_on else "STEP_DOWN" if is_stepped_down else None,
                "gateway_outcome": pick(rng, ("A", "B", "B", "C", "D")),
                "court_application_on": application_on,
                "care_proceedings_letter_on": application_on,
                "court_reference": f"TB{decided_on:%y}C{len(rows) + 1:05d}" if application_on else None,
                "hearings_count": between(rng, 2, 7) if application_on else None,
                "short_notice": "N" if application_on else None,
                "initial_care_plan": "CARE_ORDER" if application_on else None,
                "final_care_plan": _final_plan(journey) if application_on else None,
            }
        )
    return rows


def _final_plan(journey: Journey) -> str | None:
    care = journey.care
    if care is None or (add_years(care.started_on, 1) > RECORDS_END and care.ended_on is None):
        return None
    if care.adoption:
        return "PLACEMENT_ORDER"
    return "SGO" if care.end_reason in ("E43", "E44") else "CARE_ORDER"
