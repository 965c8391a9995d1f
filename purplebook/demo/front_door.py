"""Write the front door: people and their attributes, contacts, referrals, assessments and the factors found."""

from __future__ import annotations

import random
from datetime import date

from purplebook.demo import targets
from purplebook.demo.allocation import Allocation
from purplebook.demo.authority import (
    PRESENTING_ISSUES,
    PRIMARY_NEEDS,
    sources_on,
)
from purplebook.demo.calendar import (
    RECORDS_END,
    RECORDS_START,
    add_days,
    add_working_days,
    add_years,
    age_on,
    first_of_month,
    known,
    months,
    previous_working_day,
    working_day_in_month,
)
from purplebook.demo.chance import between, pick, weighted
from purplebook.demo.journeys import IN_NEED, NO_ACTION, Child, Journey, World

Row = dict[str, object]

NATIONALITIES = ("Afghanistan", "Eritrea", "Albania", "Sudan")
"""Where unaccompanied children came from."""

OTHER_CONTACT_OUTCOMES: tuple[tuple[str, float], ...] = (
    ("NFA", 0.36),
    ("ADVICE", 0.36),
    ("EARLY_HELP", 0.22),
    ("OTHER", 0.06),
)
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


def person_rows(world: World, *, mothers: dict[str, date]) -> list[Row]:
    """The table `person` for children; names stay empty, numbers are obviously invented.

    A child referred before birth has the day on which it was expected.
    """
    seen_unborn = {
        journey.person_id
        for journey in world.journeys
        if world.children[journey.person_id].born_on > journey.referred_on
    }
    rows: list[Row] = []
    for number, child in enumerate(world.children.values(), start=1):
        is_unborn = child.born_on > RECORDS_END
        is_at_school = age_on(child.born_on, RECORDS_END) >= 5 and not child.is_unaccompanied
        rows.append(
            {
                "person_id": child.person_id,
                "la_child_id": f"{899000000 + number}",
                "person_role": "CHILD",
                "upn": f"Z899{number:08d}0" if is_at_school else None,
                "upn_unknown_code": None if is_at_school else "UN4" if child.is_unaccompanied else "UN1",
                "legacy_id": f"OLD-{number:05d}" if number % 11 == 0 and number < 4000 else None,
                "sex": "U" if is_unborn else child.sex,
                "gender_code": "0" if is_unborn else {"M": "1", "F": "2"}.get(child.sex, "0"),
                "ethnicity_code": child.ethnicity_code,
                "born_on": None if is_unborn else child.born_on,
                "expected_birth_on": add_days(child.born_on, number % 9 - 4)
                if child.person_id in seen_unborn
                else None,
                "died_on": child.died_on,
                "nationality": NATIONALITIES[number % 4] if child.is_unaccompanied else None,
                "is_mother": True if child.person_id in mothers else None,
                "first_child_born_on": mothers.get(child.person_id),
            }
        )
    return rows


def contact_rows(rng: random.Random, world: World) -> list[Row]:
    """The table `contact`: one before every referral, and others that came to advice, early help or nothing."""
    drawn: list[tuple[date, str, str, str, str]] = []
    counts: dict[date, int] = {}
    for journey in world.journeys:
        if journey.referred_on < RECORDS_START:
            continue
        contacted_on = journey.referred_on
        if rng.random() < 0.2:
            contacted_on = max(RECORDS_START, add_working_days(contacted_on, -1))
        drawn.append((contacted_on, journey.person_id, journey.source_code, journey.presenting_issue, "REFERRAL"))
        counts[first_of_month(contacted_on)] = counts.get(first_of_month(contacted_on), 0) + 1
    open_spans: dict[str, list[tuple[date, date]]] = {}
    for journey in world.journeys:
        open_spans.setdefault(journey.person_id, []).append((journey.referred_on, journey.last_day))
    wanted = targets.monthly(targets.CONTACTS)
    for month in months(RECORDS_START, RECORDS_END):
        left = wanted[month] - counts.get(month, 0)
        while left > 0:
            day = working_day_in_month(rng, month)
            if rng.random() < 0.06:
                day = add_days(day, -(day.weekday() % 5) if day.day > 5 else 0)
            family = pick(rng, world.families)
            issue = weighted(rng, PRESENTING_ISSUES)
            source = weighted(rng, sources_on(day))
            for person_id in family[: min(left, 4)]:
                child = world.children[person_id]
                if not is_a_child_on(child, day):
                    continue
                is_open = any(start <= day <= end for start, end in open_spans.get(person_id, ()))
                outcome = "EXISTING_CASE" if is_open else weighted(rng, OTHER_CONTACT_OUTCOMES)
                drawn.append((day, person_id, source, issue, outcome))
                left -= 1
    drawn.sort()
    return [
        {
            "contact_id": f"CT{index:06d}",
            "person_id": person_id,
            "contacted_on": day,
            "source_code": source,
            "outcome_codes": (outcome,),
            "presenting_issue": issue,
            "decided_on": known(add_working_days(day, between(rng, 0, 1))),
        }
        for index, (day, person_id, source, issue, outcome) in enumerate(drawn, start=1)
    ]


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


def assessment_rows(rng: random.Random, world: World, allocation: Allocation) -> tuple[list[Row], list[Row]]:
    """The tables `assessment` and `assessment_factor`."""
    assessments: list[Row] = []
    factors: list[Row] = []
    for journey in world.journeys:
        if not journey.has_assessment or journey.referred_on < date(2010, 12, 1):
            continue
        started_on = min(add_working_days(journey.referred_on, between(rng, 0, 1)), journey.last_day)
        assessed_on = journey.assessed_on
        held = allocation.on(journey.journey_id, started_on)
        is_needed = journey.kind == IN_NEED
        assessment_id = f"A{len(assessments) + 1:06d}"
        outcome = "CIN" if is_needed else "EARLY_HELP" if journey.closure_reason == "RC9" else "NFA"
        assessments.append(
            {
                "assessment_id": assessment_id,
                "person_id": journey.person_id,
                "referral_id": journey.journey_id,
                "started_on": started_on,
                "internal_review_on": _internal_review(started_on, assessed_on),
                "authorised_on": assessed_on,
                "child_seen": weighted(rng, (("Y", 0.94), ("N", 0.04), ("U", 0.02))) if assessed_on else None,
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


def _internal_review(started_on: date, assessed_on: date | None) -> date | None:
    review_on = add_working_days(started_on, 10)
    return review_on if review_on <= (assessed_on or RECORDS_END) else None


def attribute_rows(
    rng: random.Random, world: World, *, disabled: frozenset[str], mothers: dict[str, date]
) -> list[Row]:
    """The table `person_attribute`: where a child lives, its family, disability, special needs and asylum status."""
    rows: list[Row] = []

    def add(person_id: str, attribute_type: str, **facts: object) -> None:
        rows.append(
            {
                "attribute_id": f"AT{len(rows) + 1:06d}",
                "person_id": person_id,
                "attribute_type": attribute_type,
                "known_on": RECORDS_END,
                **facts,
            }
        )

    in_care = {journey.person_id: journey.care for journey in world.journeys if journey.care}
    for child in world.children.values():
        person_id = child.person_id
        add(person_id, "LOCALITY", code=child.ward, value_text=child.ward)
        add(person_id, "FAMILY", value_text=child.family_id)
        start = max(child.born_on, RECORDS_START) if child.born_on <= RECORDS_END else None
        if person_id in disabled:
            kinds = (("LD", 5), ("AUT", 5), ("BEH", 4), ("COMM", 3), ("MOB", 3), ("CON", 1), ("HEAR", 1), ("VIS", 1))
            add(person_id, "DISABILITY", code=weighted(rng, kinds), started_on=start)
        elif rng.random() < 0.62:
            add(person_id, "DISABILITY", code="NONE")
        if child.is_unaccompanied and person_id in in_care:
            care = in_care[person_id]
            adult_on = add_years(child.born_on, 18)
            add(person_id, "UASC", code="Y", started_on=care.started_on, ended_on=known(adult_on))
            add(person_id, "IMMIGRATION", code="UASC", value_text="Asylum claim pending", started_on=care.started_on)
        school_on = previous_working_day(add_days(child.born_on, int(5.2 * 365.25)))
        has_need = rng.random() < (0.6 if person_id in in_care else 0.8 if person_id in disabled else 0.13)
        if has_need and school_on <= RECORDS_END and (child.left_on is None or school_on < child.left_on):
            kind = weighted(rng, (("SEN_SUPPORT", 0.66), ("STATEMENT", 0.2), ("EHCP", 0.14)))
            begins_on = max(school_on, date(2014, 9, 1)) if kind == "EHCP" else school_on
            begins_on = begins_on if begins_on <= RECORDS_END else school_on
            add(person_id, "SEN", code=kind, started_on=begins_on)
        if person_id in mothers:
            add(person_id, "MOTHERHOOD", code="Y", started_on=mothers[person_id])
        if rng.random() < 0.02:
            add(person_id, "IDENTIFIER", code="NHS_PENDING", value_text=f"TEMP-{len(rows):06d}")
    return rows


def deal_disabled(rng: random.Random, world: World) -> frozenset[str]:
    """Children recorded as disabled: about one in fourteen of those with an episode of need."""
    known_children = sorted({journey.person_id for journey in world.journeys})
    in_care = {journey.person_id for journey in world.journeys if journey.care}
    return frozenset(
        person_id for person_id in known_children if rng.random() < (0.1 if person_id in in_care else 0.07)
    )


def deal_mothers(rng: random.Random, world: World) -> dict[str, date]:
    """Looked-after girls and care leavers who had a child, with the day it was born."""
    mothers: dict[str, date] = {}
    for journey in world.journeys:
        child = world.children[journey.person_id]
        if journey.care and child.sex == "F" and rng.random() < 0.05:
            born_on = add_days(add_years(child.born_on, 16), between(rng, 0, 900))
            if journey.care.started_on < born_on <= RECORDS_END and child.left_on is None:
                mothers[child.person_id] = born_on
    return mothers
