"""Write the children themselves: the person, where it lives, its family, disability, special needs and status."""

from __future__ import annotations

import random
from datetime import date

from purplebook_demo.paper_2015.calendar import (
    RECORDS_END,
    RECORDS_START,
    add_days,
    add_years,
    known,
    previous_working_day,
)
from purplebook_demo.paper_2015.chance import between, weighted
from purplebook_demo.paper_2015.journeys import World

Row = dict[str, object]

NATIONALITIES = ("Afghanistan", "Eritrea", "Albania", "Sudan")
"""Where unaccompanied children came from."""


def person_rows(world: World, *, mothers: dict[str, date]) -> list[Row]:
    """The table `person` for children, with everything that is true of them; names stay empty, numbers are invented.

    A child referred before birth has the day on which it was expected.  What an extract knows of a child is told from
    these facts and its day: `worked_out`.
    """
    seen_unborn = {
        journey.person_id
        for journey in world.journeys
        if world.children[journey.person_id].born_on > journey.referred_on
    }
    rows: list[Row] = []
    for number, child in enumerate(world.children.values(), start=1):
        rows.append(
            {
                "person_id": child.person_id,
                "la_child_id": f"{899000000 + number}",
                "person_role": "CHILD",
                "upn": None if child.is_unaccompanied else f"Z899{number:08d}0",
                "upn_unknown_code": "UN4" if child.is_unaccompanied else None,
                "legacy_id": f"OLD-{number:05d}" if number % 11 == 0 and number < 4000 else None,
                "sex": child.sex,
                "gender_code": {"M": "1", "F": "2"}.get(child.sex, "0"),
                "ethnicity_code": child.ethnicity_code,
                "born_on": child.born_on,
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


def attribute_rows(
    rng: random.Random, world: World, *, disabled: frozenset[str], mothers: dict[str, date]
) -> list[Row]:
    """The table `person_attribute`: where a child lives, its family, disability, special needs and asylum status.

    The day on which a fact is known is that of the extract: it is filled in there.
    """
    rows: list[Row] = []

    def add(person_id: str, attribute_type: str, **facts: object) -> None:
        rows.append(
            {
                "attribute_id": f"AT{len(rows) + 1:06d}",
                "person_id": person_id,
                "attribute_type": attribute_type,
                "known_on": None,
                **facts,
            }
        )

    in_care = {journey.person_id: journey.care for journey in world.journeys if journey.care}
    for child in world.children.values():
        person_id = child.person_id
        add(person_id, "LOCALITY", code=child.ward, value_text=child.ward)
        add(person_id, "FAMILY", value_text=child.family_id)
        start = max(child.born_on, RECORDS_START)
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
