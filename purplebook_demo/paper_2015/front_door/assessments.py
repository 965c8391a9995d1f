"""Write assessments and the factors found at their end."""

from __future__ import annotations

import random
from datetime import date

from purplebook_demo.paper_2015.calendar import (
    RECORDS_END,
    add_working_days,
)
from purplebook_demo.paper_2015.chance import weighted
from purplebook_demo.paper_2015.front_door.assessment_quotas import assessment_started_on
from purplebook_demo.paper_2015.journeys import IN_NEED, Journey, World
from purplebook_demo.paper_2015.workforce.allocation import Allocation

Row = dict[str, object]

FACTORS: dict[str, tuple[tuple[str, float], ...]] = {
    "DOMESTIC_ABUSE": (("3B", 0.7), ("3A", 0.25), ("3C", 0.05)),
    "PHYSICAL_ABUSE": (("18A", 1.0),),
    "SEXUAL_ABUSE": (("20", 1.0),),
    "EMOTIONAL_ABUSE": (("17A", 1.0),),
    "NEGLECT": (("16A", 1.0),),
    "PARENTAL_MENTAL_HEALTH": (("4B", 1.0),),
    "SUBSTANCE_MISUSE": (("1B", 0.5), ("2B", 0.5)),
    "CSE": (("12A", 1.0),),
    "MISSING": (("13A", 1.0),),
    "DISABILITY": (("5A", 0.6), ("6A", 0.4)),
    "OTHER": (("19A", 0.6), ("15A", 0.2), ("21", 0.2)),
}
MORE_FACTORS: tuple[tuple[str, float], ...] = (
    ("3B", 5),
    ("4B", 4),
    ("16A", 3),
    ("17A", 4),
    ("2B", 3),
    ("1B", 3),
    ("19A", 2),
    ("4A", 2),
    ("8B", 1),
    ("10A", 1),
)

WITHOUT_NEED: tuple[tuple[str, float], ...] = (("NFA", 0.72), ("EARLY_HELP", 0.28))
"""Where a child goes whose assessment found no need for social care."""


def assessment_rows(rng: random.Random, world: World, allocation: Allocation) -> tuple[list[Row], list[Row]]:
    """The tables `assessment` and `assessment_factor`."""
    assessments: list[Row] = []
    factors: list[Row] = []
    for journey in world.journeys:
        if not journey.has_assessment or journey.referred_on < date(2010, 12, 1):
            continue
        started_on = assessment_started_on(journey)
        assessed_on = journey.assessed_on
        held = allocation.on(journey.journey_id, started_on)
        is_needed = journey.kind == IN_NEED
        assessment_id = f"A{len(assessments) + 1:06d}"
        outcome = "CIN" if is_needed else weighted(rng, WITHOUT_NEED)
        assessments.append(
            {
                "assessment_id": assessment_id,
                "person_id": journey.person_id,
                "referral_id": journey.journey_id,
                "started_on": started_on,
                "internal_review_on": _internal_review(started_on, assessed_on),
                "authorised_on": assessed_on,
                "child_seen": _child_seen(rng, world, journey) if assessed_on else None,
                "outcome_codes": (outcome,) if assessed_on else (),
                "is_no_further_action": outcome == "NFA" if assessed_on else None,
                "is_social_care_needed": is_needed if assessed_on else None,
                "team_id": held.worker.team_id,
                "worker_id": held.worker.worker_id,
            }
        )
        if assessed_on:
            found = [weighted(rng, FACTORS[journey.presenting_issue])]
            for _ in range(weighted(rng, ((0, 0.35), (1, 0.35), (2, 0.2), (3, 0.1)))):
                factor = weighted(rng, MORE_FACTORS)
                if factor not in found:
                    found.append(factor)
            factors.extend({"assessment_id": assessment_id, "factor_code": factor} for factor in sorted(found))
    return assessments, factors


def _child_seen(rng: random.Random, world: World, journey: Journey) -> str:
    is_born = journey.assessed_on is not None and world.children[journey.person_id].born_on <= journey.assessed_on
    return weighted(rng, (("Y", 0.94), ("N", 0.04), ("U", 0.02))) if is_born else "N"


def _internal_review(started_on: date, assessed_on: date | None) -> date | None:
    review_on = add_working_days(started_on, 10)
    return review_on if review_on <= (assessed_on or RECORDS_END) else None
