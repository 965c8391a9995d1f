"""Write complaints and compliments: themes and endings in the proportions of the 2015 paper."""

from __future__ import annotations

import random
from datetime import date

from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.calendar import (
    RECORDS_END,
    RECORDS_START,
    add_days,
    add_working_days,
    known,
    next_working_day,
    working_day_in_month,
)
from purplebook_demo.paper_2015.chance import between, day_between, pick, spread, weighted
from purplebook_demo.paper_2015.journeys import World

Row = dict[str, object]

COMPLAINT_THEMES: tuple[tuple[str, int], ...] = (
    ("BREACH_OF_CONFIDENTIALITY", 1),
    ("COMMUNICATION", 9),
    ("CONTACT", 6),
    ("DATA_PROTECTION_BREACH", 1),
    ("FINANCIAL_ISSUE", 1),
    ("LACK_OF_ACTION", 1),
    ("LACK_OF_SUPPORT", 1),
    ("LOOKED_AFTER_CHILD_PAYMENTS", 1),
    ("SERVICE_PROVISION", 44),
    ("STAFF_CONDUCT", 21),
)
"""The 86 complaints of 2014-15; other years are drawn in the same proportions."""
COMPLAINT_ENDINGS: tuple[tuple[str, int], ...] = (
    ("RESOLVED_ADR", 23),
    ("INVESTIGATED", 48),
    ("WITHDRAWN", 13),
    ("OPEN", 2),
)
COMPLAINANTS: tuple[tuple[str, int], ...] = (
    ("PARENT", 56),
    ("CHILD_YP", 7),
    ("CARER_FOSTER", 6),
    ("ADOPTER", 2),
    ("RELATIVE", 12),
    ("OTHER", 3),
)
SERVICE_AREAS = ("Access and Assessment", "Safeguarding", "Safeguarding", "Looked After Children")


def _drawn_like(rng: random.Random, shares: tuple[tuple[str, int], ...], count: int) -> list[str]:
    """`count` values in exactly these proportions, shuffled."""
    counts = spread(count, [weight for _, weight in shares])
    values = [value for (value, _), number in zip(shares, counts, strict=True) for _ in range(number)]
    rng.shuffle(values)
    return values


def feedback_rows(rng: random.Random, world: World) -> list[Row]:
    """The table `feedback`: complaints by theme and ending in the paper's proportions, and compliments."""
    people = sorted({journey.person_id for journey in world.journeys if journey.referred_on >= RECORDS_START})
    referred = {journey.person_id: journey.referred_on for journey in reversed(world.journeys)}
    drawn: list[Row] = []
    for flow in targets.COMPLAINTS:
        themes = _drawn_like(rng, COMPLAINT_THEMES, flow.count)
        endings = _drawn_like(rng, COMPLAINT_ENDINGS, flow.count)
        complainants = _drawn_like(rng, COMPLAINANTS, flow.count)
        for theme, status, complainant in zip(themes, endings, complainants, strict=True):
            received_on = next_working_day(day_between(rng, flow.first, add_days(flow.last, -4)))
            person_id = next(
                (one for one in (pick(rng, people) for _ in range(60)) if referred[one] < received_on), None
            )
            drawn.append(
                {
                    "feedback_type": "COMPLAINT",
                    "received_on": received_on,
                    "complainant_type": complainant,
                    "person_id": person_id if rng.random() < 0.85 else None,
                    "theme": theme,
                    "service_area": pick(rng, SERVICE_AREAS),
                    **_handling(rng, status, received_on),
                }
            )
    for month, count in sorted(targets.monthly(targets.COMPLIMENTS).items()):
        for _ in range(count):
            drawn.append(
                {
                    "feedback_type": "COMPLIMENT",
                    "received_on": working_day_in_month(rng, month),
                    "complainant_type": pick(
                        rng, ("PARENT", "PARENT", "CARER_FOSTER", "RELATIVE", "OTHER", "CHILD_YP")
                    ),
                    "service_area": pick(rng, (*SERVICE_AREAS, "Early Help")),
                }
            )
    drawn.sort(
        key=lambda row: (
            str(row["received_on"]),
            str(row["feedback_type"]),
            str(row["person_id"] if "person_id" in row else ""),
        )
    )
    return [{"feedback_id": f"FB{index:04d}", **row} for index, row in enumerate(drawn, start=1)]


def _handling(rng: random.Random, status: str, received_on: date) -> Row:
    """How a complaint went: informally, at stage 1, or further."""
    facts: Row = {
        "acknowledged_on": known(add_working_days(received_on, between(rng, 0, 3))),
        "status": status,
        "resolution_route": "ADR" if status == "RESOLVED_ADR" else "STAGE1",
        "stage_1_due_on": add_working_days(received_on, 10) if status != "RESOLVED_ADR" else None,
    }
    if status == "INVESTIGATED":
        response_on = add_working_days(received_on, between(rng, 5, 28))
        facts["stage_1_response_on"] = known(response_on)
        facts["outcome"] = weighted(
            rng, (("UPHELD", 0.2), ("PARTLY", 0.36), ("NOT_UPHELD", 0.38), ("INCONCLUSIVE", 0.06))
        )
        facts["learning"] = (
            pick(rng, ("Clearer letters", "Return calls within two days", "Share minutes sooner"))
            if rng.random() < 0.4
            else None
        )
        stage_2_on = add_working_days(response_on, between(rng, 5, 20))
        if rng.random() < 0.1 and stage_2_on <= RECORDS_END:
            facts["resolution_route"] = "STAGE2"
            facts["stage_2_started_on"] = stage_2_on
            facts["stage_2_response_on"] = known(add_working_days(stage_2_on, between(rng, 20, 65)))
        if facts["stage_1_response_on"] is None:
            facts["status"], facts["outcome"] = "OPEN", None
    return facts
