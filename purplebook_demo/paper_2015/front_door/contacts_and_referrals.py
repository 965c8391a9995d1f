"""Write the front door: contacts and referrals."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date

from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.authority import (
    PRESENTING_ISSUES,
    PRIMARY_NEEDS,
    sources_on,
)
from purplebook_demo.paper_2015.calendar import (
    PAPER_DAY,
    RECORDS_END,
    RECORDS_START,
    add_days,
    add_working_days,
    add_years,
    first_of_month,
    months,
    working_day_in_month,
)
from purplebook_demo.paper_2015.chance import between, pick, weighted
from purplebook_demo.paper_2015.journeys import IN_NEED, NO_ACTION, Child, Journey, World
from purplebook_demo.paper_2015.workforce.allocation import Allocation

Row = dict[str, object]


OTHER_CONTACT_OUTCOMES: tuple[tuple[str, float], ...] = (
    ("NFA", 0.36),
    ("ADVICE", 0.36),
    ("EARLY_HELP", 0.22),
    ("OTHER", 0.06),
)


Drawn = tuple[date, str, str, str, str, date | None]
"""The day, the person, the source, the issue, the outcome and, where the referral tells it, the day of the decision."""


def contact_rows(rng: random.Random, world: World) -> list[Row]:
    """The table `contact`: one before every referral, and others that came to advice, early help or nothing."""
    drawn = _before_referrals(rng, world)
    return _numbered(rng, [*drawn, *_others(rng, world, drawn)])


def referral_contact_rows(rng: random.Random, world: World) -> list[Row]:
    """Rows of the table `contact` for the referrals of this world alone."""
    return _numbered(rng, _before_referrals(rng, world))


def _before_referrals(rng: random.Random, world: World) -> list[Drawn]:
    drawn: list[Drawn] = []
    for journey in world.journeys:
        if journey.referred_on < RECORDS_START:
            continue
        contacted_on = journey.referred_on
        if rng.random() < 0.2:
            contacted_on = max(RECORDS_START, add_working_days(contacted_on, -1))
        if contacted_on <= PAPER_DAY < journey.referred_on:
            contacted_on = journey.referred_on
        if contacted_on < world.children[journey.person_id].born_on <= journey.referred_on:
            contacted_on = journey.referred_on
        told = (contacted_on, journey.person_id, journey.source_code, journey.presenting_issue)
        drawn.append((*told, "REFERRAL", journey.referred_on))
    return drawn


def _others(rng: random.Random, world: World, drawn: list[Drawn]) -> list[Drawn]:
    """As many other contacts as the target of each month leaves."""
    counts = Counter(first_of_month(contacted_on) for contacted_on, *_ in drawn)
    found: list[Drawn] = []
    open_spans: dict[str, list[tuple[date, date]]] = {}
    for journey in world.journeys:
        open_spans.setdefault(journey.person_id, []).append((journey.referred_on, journey.last_day))
    wanted = targets.monthly(targets.CONTACTS)
    for month in months(RECORDS_START, RECORDS_END):
        left = wanted[month] - counts[month]
        while left > 0:
            day = working_day_in_month(rng, month)
            if rng.random() < 0.06:
                day = add_days(day, -(day.weekday() % 5) if day.day > 5 else 0)
            family = pick(rng, world.families)
            issue = weighted(rng, PRESENTING_ISSUES)
            source = weighted(rng, sources_on(day))
            for person_id in family[: min(left, 4)]:
                child = world.children[person_id]
                if not is_a_child_on(child, day) or child.is_unaccompanied:
                    continue
                is_open = any(start <= day <= end for start, end in open_spans.get(person_id, ()))
                outcome = "EXISTING_CASE" if is_open else weighted(rng, OTHER_CONTACT_OUTCOMES)
                found.append((day, person_id, source, issue, outcome, None))
                left -= 1
    return found


def _numbered(rng: random.Random, drawn: list[Drawn]) -> list[Row]:
    drawn.sort(key=lambda item: item[:5])
    return [
        {
            "contact_id": f"CT{index:06d}",
            "person_id": person_id,
            "contacted_on": day,
            "source_code": source,
            "outcome_codes": (outcome,),
            "presenting_issue": issue,
            "decided_on": decided_on or _decided_on(rng, day),
        }
        for index, (day, person_id, source, issue, outcome, decided_on) in enumerate(drawn, start=1)
    ]


def _decided_on(rng: random.Random, day: date) -> date:
    """The day itself or the next: the contacts that the paper counts were all decided by its day."""
    decided_on = add_working_days(day, between(rng, 0, 1))
    return day if day <= PAPER_DAY < decided_on else decided_on


def is_a_child_on(child: Child, day: date) -> bool:
    """Whether the child is born, under 18 and still known by this identity."""
    return child.born_on <= day < add_years(child.born_on, 18) and (child.left_on is None or child.left_on > day)


def referral_rows(rng: random.Random, world: World, allocation: Allocation) -> list[Row]:
    """The table `referral`: one row for each journey."""
    rows: list[Row] = []
    earlier: dict[str, list[date]] = {}
    for journey in world.journeys:
        held = allocation.on(journey.journey_id, journey.last_day)
        before = earlier.setdefault(journey.person_id, [])
        year_before = add_years(journey.referred_on, -1)
        need = None if journey.kind == NO_ACTION else journey.need_code or weighted(rng, PRIMARY_NEEDS)
        rows.append(
            {
                "referral_id": journey.journey_id,
                "person_id": journey.person_id,
                "referred_on": journey.referred_on,
                "source_code": journey.source_code,
                "presenting_issue": journey.presenting_issue,
                "is_no_further_action": journey.kind == NO_ACTION,
                "outcome_codes": _outcomes(journey),
                "primary_need_code": need,
                "closed_on": journey.closed_on,
                "closure_reason_code": journey.closure_reason,
                "earlier_referrals_supplied": sum(1 for day in before if day > year_before),
                "case_status_supplied": case_status(journey),
                "team_id": held.worker.team_id,
                "worker_id": held.worker.worker_id,
            }
        )
        before.append(journey.referred_on)
    return rows


def _outcomes(journey: Journey) -> tuple[str, ...]:
    if not journey.has_assessment:
        return ("NFA",)
    has_enquiry = any(enquiry.strategy_on <= add_days(journey.referred_on, 5) for enquiry in journey.enquiries)
    return ("ASSESSMENT", "STRATEGY_DISCUSSION") if has_enquiry else ("ASSESSMENT",)


def case_status(journey: Journey) -> str:
    """Ofsted's case status at the extract: the first that applies."""
    if journey.closed_on:
        return "CLOSED"
    if journey.care and journey.care.ended_on is None:
        return "LAC"
    if journey.protection and journey.protection.has_plan and journey.protection.ended_on is None:
        return "CPP"
    return "CIN" if journey.kind == IN_NEED and journey.assessed_on else "ASSESS"
