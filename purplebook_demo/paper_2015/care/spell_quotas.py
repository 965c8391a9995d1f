"""Babies and long stays among the looked-after children, by quota, while every stock stays as it is.

Works on periods of care before they become journeys: a birthday may move, and two children may exchange the days on
which they came into care.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import date

from purplebook_demo.paper_2015.calendar import add_days, add_months, add_years, age_on, is_open
from purplebook_demo.paper_2015.care.care_deal import Spell
from purplebook_demo.paper_2015.chance import between
from purplebook_demo.paper_2015.margins import CannotBeMet, Part, nearest_part, tops_for

LONG_MONTHS = 30
"""Months in care that make a child one of those whose placements are judged for stability."""
ADULT_FOR_STABILITY = 16
SHORTEST_STAY = 40


def meet_babies(
    rng: random.Random, spells: tuple[Spell, ...], *, before: date, on: date, more: int
) -> tuple[Spell, ...]:
    """`more` children under one are looked after on the day than on the day `before`: some were born sooner or later.

    Only children who came into care between the two days change, so the earlier count stays.
    """
    made = list(spells)
    surplus = _babies(made, on) - _babies(made, before) - more
    fresh = [
        index
        for index, spell in enumerate(made)
        if _is_here(spell, on)
        and spell.care.started_on > before
        and spell.care.adoption is None
        and not spell.follows
        and not spell.returned_on
    ]
    rng.shuffle(fresh)
    for index in fresh:
        care = made[index].care
        age = age_on(care.born_on, on)
        if surplus > 0 and age == 0:
            made[index] = replace(
                made[index], care=replace(care, born_on=add_days(add_years(on, -1), -between(rng, 5, 90)))
            )
            surplus -= 1
        elif surplus < 0 and 1 <= age < 5:
            made[index] = replace(
                made[index], care=replace(care, born_on=add_days(care.started_on, -between(rng, 2, 60)))
            )
            surplus += 1
    if surplus:
        raise CannotBeMet(f"{more} more children under one cannot be met: {surplus:+d}")
    return tuple(made)


def meet_long_stays(spells: tuple[Spell, ...], *, on: date, printed: str) -> tuple[Spell, ...]:
    """As many children under 16 have been in care for two and a half years as let a percentage be `printed`."""
    sizes = Counter(spell.start.group for spell in spells)
    made = list(spells)
    latest = add_months(on, -LONG_MONTHS)
    long_now = sum(_is_judged(spell, on) and spell.care.started_on <= latest for spell in made)
    aim = nearest_part(printed, near=Part(round(long_now * 0.75), long_now)).bottom
    free = [index for index, spell in enumerate(made) if sizes[spell.start.group] == 1 and _is_free(spell)]
    for index in free:
        wants_more = long_now < aim
        is_long = made[index].care.started_on <= latest
        if long_now == aim:
            break
        if not _is_judged(made[index], on) or is_long is wants_more:
            continue
        other = next((item for item in free if _may_exchange(made[index], made[item], on, latest, is_long)), None)
        if other is not None:
            made[index], made[other] = _exchanged(made[index], made[other])
            long_now += 1 if wants_more else -1
    if long_now != aim:
        raise CannotBeMet(f"{aim} children cannot have been in care so long: {long_now}")
    return tuple(sorted(made, key=lambda spell: (spell.care.started_on, spell.start.number)))


def meet_register_size(spells: tuple[Spell, ...], *, on: date, printed: str) -> tuple[Spell, ...]:
    """As many young people are care leavers aged 19 to 21 on the day as let a percentage of them be `printed`.

    Of 65 none are 27%.  One who turned 18 in the month to the day, the year before, or soon after it, did so on its
    other side.
    """
    count = sum(_is_leaver(spell, on) for spell in spells)
    if tops_for(printed, count):
        return spells
    eighteen = add_years(on, -1)
    for index, spell in enumerate(spells):
        ended_on = spell.care.ended_on
        if spell.care.end_reason != "E17" or ended_on is None or spell.follows:
            continue
        days = (ended_on - eighteen).days
        is_before = -29 <= days <= 0
        if (is_before or 0 < days <= 25) and tops_for(printed, count + (-1 if is_before else 1)):
            moved_to = add_days(eighteen, 8 if is_before else -8)
            care = replace(spell.care, ended_on=moved_to, born_on=add_years(moved_to, -18))
            return (*spells[:index], replace(spell, care=care), *spells[index + 1 :])
    raise CannotBeMet(f"of {count} care leavers none are {printed}%")


def _is_leaver(spell: Spell, on: date) -> bool:
    return spell.care.end_reason == "E17" and 19 <= age_on(spell.care.born_on, on) <= 21


def _is_here(spell: Spell, on: date) -> bool:
    """Whether the child is looked after at the end of the day."""
    return is_open(spell.care.started_on, spell.care.ended_on, on)


def _babies(spells: list[Spell], on: date) -> int:
    return sum(_is_here(spell, on) and age_on(spell.care.born_on, on) == 0 for spell in spells)


def _is_judged(spell: Spell, on: date) -> bool:
    return _is_here(spell, on) and age_on(spell.care.born_on, on) < ADULT_FOR_STABILITY


def _is_free(spell: Spell) -> bool:
    is_plain = spell.care.adoption is None and not spell.follows and spell.returned_on is None
    return is_plain and not spell.start.is_from_plan and not spell.start.is_unaccompanied


def _may_exchange(one: Spell, other: Spell, on: date, latest: date, one_is_long: bool) -> bool:
    """Whether two children may exchange first days, so that only the first one's count for the quota changes."""
    if other is one or _is_judged(other, on) or (other.care.started_on <= latest) is one_is_long:
        return False
    first, second = one.care.started_on, other.care.started_on
    is_born = one.care.born_on <= second and other.care.born_on <= first
    stays = all(
        spell.care.ended_on is None or (spell.care.ended_on - start).days >= SHORTEST_STAY
        for spell, start in ((one, second), (other, first))
    )
    return is_born and stays


def _exchanged(one: Spell, other: Spell) -> tuple[Spell, Spell]:
    first, second = one.care.started_on, other.care.started_on
    return tuple(  # pyright: ignore[reportReturnType]
        replace(spell, start=replace(spell.start, on=day), care=replace(spell.care, started_on=day))
        for spell, day in ((one, second), (other, first))
    )
