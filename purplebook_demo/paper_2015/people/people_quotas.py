"""Sex and ethnic group of the looked-after children, by quota: as many of each on a day as the paper prints."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from purplebook.tables.codes import CODE_SETS
from purplebook_demo.paper_2015.authority import ETHNICITIES
from purplebook_demo.paper_2015.calendar import is_open
from purplebook_demo.paper_2015.chance import weighted
from purplebook_demo.paper_2015.journeys import Child, World
from purplebook_demo.paper_2015.margins import CannotBeMet

WHITE, NOT_KNOWN = "White", "Not known"
_GROUP_OF = {value.code: value.group or NOT_KNOWN for value in CODE_SETS["ethnicity"].codes}


def looked_after_on(world: World, day: date) -> tuple[str, ...]:
    """The children looked after at the end of the day, in order of their numbers."""
    return tuple(
        sorted(
            {
                journey.person_id
                for journey in world.journeys
                if journey.care and is_open(journey.care.started_on, journey.care.ended_on, day)
            }
        )
    )


def meet_people_quotas(rng: random.Random, world: World, *, on: date, boys: int, white: int) -> World:
    """The same world in which so many of the children looked after on the day are boys, the others girls, and white.

    Families keep one ethnic group: where a child's is altered, its brothers' and sisters' is too.
    """
    children = dict(world.children)
    mine = looked_after_on(world, on)
    for person_id in mine:
        if children[person_id].sex not in ("M", "F"):
            children[person_id] = replace(children[person_id], sex="F")
    _meet_boys(rng, children, mine, boys)
    _meet_white(rng, children, mine, white)
    return replace(world, children=children)


def _meet_boys(rng: random.Random, children: dict[str, Child], mine: tuple[str, ...], wanted: int) -> None:
    surplus = sum(children[person_id].sex == "M" for person_id in mine) - wanted
    # Most unaccompanied children are boys; theirs stays as it was dealt.
    altered = [person_id for person_id in mine if not children[person_id].is_unaccompanied]
    rng.shuffle(altered)
    for person_id in altered:
        if surplus and (children[person_id].sex == "M") is (surplus > 0):
            children[person_id] = replace(children[person_id], sex="F" if surplus > 0 else "M")
            surplus -= 1 if surplus > 0 else -1
    if surplus:
        raise CannotBeMet(f"{wanted} boys cannot be looked after: {surplus:+d}")


def _meet_white(rng: random.Random, children: dict[str, Child], mine: tuple[str, ...], wanted: int) -> None:
    families: dict[str, list[str]] = {}
    for person_id, child in children.items():
        families.setdefault(child.family_id, []).append(person_id)
    counted = frozenset(mine)
    white = tuple(item for item in ETHNICITIES if _GROUP_OF[item[0]] == WHITE)
    others = tuple(item for item in ETHNICITIES if _GROUP_OF[item[0]] not in (WHITE, NOT_KNOWN))
    for person_id in mine:
        if _GROUP_OF[children[person_id].ethnicity_code] == NOT_KNOWN:
            children[person_id] = replace(children[person_id], ethnicity_code=weighted(rng, others))
    surplus = sum(_GROUP_OF[children[person_id].ethnicity_code] == WHITE for person_id in mine) - wanted
    names = sorted({children[person_id].family_id for person_id in mine})
    rng.shuffle(names)
    for name in names:
        alike = [
            person_id
            for person_id in families[name]
            if person_id in counted and not children[person_id].is_unaccompanied
        ]
        is_white = {_GROUP_OF[children[person_id].ethnicity_code] == WHITE for person_id in alike}
        if is_white == {surplus > 0} and 0 < len(alike) <= abs(surplus):
            code = weighted(rng, others if surplus > 0 else white)
            for person_id in families[name]:
                children[person_id] = replace(children[person_id], ethnicity_code=code)
            surplus -= len(alike) if surplus > 0 else -len(alike)
    if surplus:
        raise CannotBeMet(f"{wanted} white children cannot be looked after: {surplus:+d}")
