"""Write permanence: adoption, special guardianship and child arrangements cases, and the adopters."""

from __future__ import annotations

import random
from datetime import date

from purplebook_demo.paper_2015.authority import ETHNICITIES
from purplebook_demo.paper_2015.calendar import (
    PAPER_DAY,
    RECORDS_END,
    RECORDS_START,
    add_days,
    add_working_days,
    age_on,
    known,
    next_working_day,
)
from purplebook_demo.paper_2015.care.looked_after import Period
from purplebook_demo.paper_2015.chance import between, pick, weighted
from purplebook_demo.paper_2015.workforce.allocation import Allocation

Row = dict[str, object]

GIVEN_UP_SHARE = 0.35
"""Share of young children on court orders, not on the way to adoption now, for whom it once was the plan."""


def permanence_rows(rng: random.Random, periods: tuple[Period, ...], allocation: Allocation) -> list[Row]:
    """The table `permanence_case`: orders made, and the children still on the way."""
    rows: list[Row] = []
    for period in periods:
        care = period.care
        facts: Row | None = None
        if care.adoption:
            facts = _towards_adoption(rng, period)
        elif care.end_reason in ("E43", "E44", "E41"):
            facts = {
                "case_type": "CAO" if care.end_reason == "E41" else "SGO",
                "order_type": "CAO" if care.end_reason == "E41" else "SGO",
                "ordered_on": care.ended_on,
                "is_adopted_by_carer": None,
            }
        elif care.ended_on is None and care.entry in ("COURT", "POLICE"):
            facts = _given_up(rng, period)
        if facts is None:
            continue
        agreed_on = facts.get("decision_maker_agreed_on")
        held_on = agreed_on if isinstance(agreed_on, date) else period.last_day
        rows.append(
            {
                "case_id": f"PM{len(rows) + 1:04d}",
                "person_id": period.child.person_id,
                "looked_after_period_id": period.period_id,
                "entered_care_on": care.started_on,
                "worker_id": allocation.on(period.journey.journey_id, held_on).worker.worker_id,
                **facts,
            }
        )
    return rows


def _towards_adoption(rng: random.Random, period: Period) -> Row:
    adoption = period.care.adoption
    assert adoption is not None
    facts: Row = {
        "case_type": "ADOPTION",
        "decision_maker_agreed_on": adoption.agreed_on,
        "placement_order_on": adoption.placement_order_on,
    }
    if adoption.matched_on is None:
        return facts
    kind = period.stays[-1].placement_type
    early = [stay for stay in period.stays if stay.placement_type == "U5"]
    foster_placed_on = early[0].started_on if early and kind == "A5" else None
    is_by_carer = foster_placed_on is not None
    count = weighted(rng, ((2, 0.86), (1, 0.14)))
    is_sibling = rng.random() < 0.3
    return facts | {
        "family_id": f"AF{period.journey.group}",
        "matched_on": adoption.matched_on,
        "placed_on": adoption.placed_on if adoption.is_placing_recorded else None,
        "ordered_on": period.care.ended_on,
        "order_type": "ADOPTION" if period.care.ended_on else None,
        "is_adopted_by_carer": is_by_carer,
        "placed_with_foster_carer_on": foster_placed_on,
        "foster_to_adopt_decided_on": adoption.agreed_on if is_by_carer else None,
        "foster_to_adopt_placed_on": foster_placed_on,
        "agency_reference": f"SC8{between(rng, 1, 40):05d}" if rng.random() < 0.25 else None,
        "adopters_count": count,
        "adopter_sex": "MF" if count == 2 else "F1",
        "adopter_legal_status": "L11" if count == 2 else "L0",
        "is_sibling_group": is_sibling,
        "siblings_placed_together_count": between(rng, 1, 2) if is_sibling else 0,
        "siblings_placed_apart_count": between(rng, 0, 1) if is_sibling else 0,
    }


def _given_up(rng: random.Random, period: Period) -> Row | None:
    """A plan for adoption that was given up, for a young child who stays looked after."""
    care = period.care
    if age_on(care.born_on, PAPER_DAY) > 9 or rng.random() > GIVEN_UP_SHARE:
        return None
    agreed_on = next_working_day(add_days(care.started_on, between(rng, 120, 260)))
    reversed_on = next_working_day(add_days(agreed_on, between(rng, 150, 500)))
    if reversed_on > PAPER_DAY:
        return None
    return {
        "case_type": "ADOPTION",
        "decision_maker_agreed_on": agreed_on,
        "reversed_on": reversed_on,
        "reversed_reason": weighted(rng, (("RD1", 0.3), ("RD2", 0.2), ("RD3", 0.35), ("RD4", 0.15))),
    }


def adopter_rows(rng: random.Random, cases: list[Row]) -> list[Row]:
    """The table `adopter`: the families of adopted children, and households still being assessed."""
    rows: list[Row] = []
    families: dict[str, list[Row]] = {}
    for case in cases:
        family_id = case.get("family_id")
        if isinstance(family_id, str):
            families.setdefault(family_id, []).append(case)
    for family_id, children in families.items():
        first = min(children, key=lambda case: str(case["matched_on"]))
        matched_on = first["matched_on"]
        assert isinstance(matched_on, date)
        approved_on = add_working_days(matched_on, -between(rng, 30, 280))
        _household(
            rng,
            rows,
            family_id,
            approved_on,
            count=2 if first["adopters_count"] == 2 else 1,
            child=first,
            placed=len(children),
        )
    for number in range(49):
        enquired_on = add_working_days(RECORDS_START, 15 + number * 24)
        approved_on = add_working_days(enquired_on, between(rng, 140, 260))
        _household(rng, rows, f"AH{number + 1:04d}", approved_on, count=weighted(rng, ((2, 0.85), (1, 0.15))))
    return rows


def _household(
    rng: random.Random,
    rows: list[Row],
    family_id: str,
    approved_on: date,
    *,
    count: int,
    child: Row | None = None,
    placed: int = 0,
) -> None:
    """One household's way through enquiry, the two stages and approval, as far as it has come."""
    stage_2_ended = add_working_days(approved_on, -between(rng, 3, 12))
    stage_2_started = add_working_days(stage_2_ended, -between(rng, 60, 85))
    stage_1_ended = add_working_days(stage_2_started, -between(rng, 1, 20))
    stage_1_started = add_working_days(stage_1_ended, -between(rng, 35, 50))
    enquired_on = add_working_days(stage_1_started, -between(rng, 5, 40))
    has_left = child is None and rng.random() < 0.3
    left_on = known(add_working_days(stage_1_started, between(rng, 5, 60))) if has_left else None

    def reached(day: date) -> date | None:
        return None if left_on is not None and day > left_on else known(day)

    ethnicity = weighted(rng, ETHNICITIES)
    if enquired_on > RECORDS_END:
        return
    for index in range(count):
        rows.append(
            {
                "adopter_id": f"AD{len(rows) + 1:04d}",
                "family_id": family_id,
                "gender": "F" if index == 0 else pick(rng, ("M", "M", "M", "F")),
                "ethnicity_code": ethnicity,
                "disability": "Y" if rng.random() < 0.03 else "N",
                "is_foster_to_adopt": bool(child and child["is_adopted_by_carer"]),
                "enquired_on": enquired_on,
                "stage_1_started_on": reached(stage_1_started),
                "stage_1_ended_on": reached(stage_1_ended),
                "stage_2_started_on": reached(stage_2_started),
                "stage_2_ended_on": reached(stage_2_ended),
                "applied_on": reached(stage_2_started),
                "approved_on": reached(approved_on),
                "matched_on": child["matched_on"] if child else None,
                "placed_on": child["placed_on"] if child else None,
                "children_placed_count": placed if child and child["placed_on"] else None,
                "ordered_on": child["ordered_on"] if child else None,
                "left_on": left_on,
                "left_reason": weighted(rng, (("1", 0.6), ("2", 0.3), ("3", 0.1))) if left_on else None,
            }
        )
