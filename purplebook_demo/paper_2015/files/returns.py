"""Join periods of care into returns: some children come back into care, and a few leave it twice in one year.

Works on periods that are dealt already, so that starts, ends and stocks stay as they were.  Only periods of children
who came alone are joined: the earlier child becomes the later one.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import date

from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.calendar import PAPER_DAY, RECORDS_START, add_days
from purplebook_demo.paper_2015.care.care_deal import Spell, Start
from purplebook_demo.paper_2015.chance import between, pick
from purplebook_demo.paper_2015.journeys import Care
from purplebook_demo.paper_2015.target_kinds import Leaving

WENT_HOME = ("E4A", "E4B", "E8", "E13")
"""Ways of leaving care from which a child may come back."""
SOON_SHARE = 0.7
"""Returns that come within twelve months."""
SHORTEST_GAP = 32


def deal_returns(rng: random.Random, spells: tuple[Spell, ...]) -> tuple[Spell, ...]:
    """The same periods, of which some are now the first and the second of one child."""
    sizes = Counter(spell.start.group for spell in spells)
    alone = [
        spell
        for spell in spells
        if sizes[spell.start.group] == 1
        and not spell.start.is_from_plan
        and not spell.start.is_unaccompanied
        and (spell.care.ended_on is None or spell.care.ended_on >= RECORDS_START)
    ]
    changed = _leaving_twice(rng, alone, first_number=max(spell.start.number for spell in spells) + 1)
    free = [spell for spell in alone if spell.start.group not in changed]
    wanted = round(targets.RETURNS_SHARE * sum(1 for spell in spells if spell.care.started_on >= RECORDS_START))
    changed |= _coming_back(rng, free, wanted)
    joined = [changed.pop(spell.start.group, spell) for spell in spells]
    joined += changed.values()
    return tuple(sorted(joined, key=lambda spell: (spell.care.started_on, spell.start.number)))


def _coming_back(rng: random.Random, free: list[Spell], wanted: int) -> dict[str, Spell]:
    """Pairs of periods made the first and the second of one child, by group."""
    changed: dict[str, Spell] = {}
    # Who was looked after on the day of the paper keeps its birthday: the ages of that day are printed.
    firsts = [spell for spell in free if spell.care.end_reason in WENT_HOME and not _is_in_paper(spell)]
    rng.shuffle(firsts)
    for first in firsts:
        if first.start.group in changed:
            continue
        longest = 360 if rng.random() < SOON_SHARE else 900
        seconds = [
            spell for spell in free if spell.start.group not in changed and _may_follow(first, spell, longest=longest)
        ]
        if seconds and len(changed) < 2 * wanted:
            second = pick(rng, seconds)
            care = replace(first.care, born_on=second.care.born_on)
            changed[first.start.group] = replace(first, care=care, returned_on=second.care.started_on)
            changed[second.start.group] = replace(second, follows=first.start.group)
    return changed


def _is_in_paper(spell: Spell) -> bool:
    ended_on = spell.care.ended_on
    return spell.care.started_on <= PAPER_DAY and (ended_on is None or ended_on > PAPER_DAY)


def _may_follow(first: Spell, second: Spell, *, longest: int) -> bool:
    """Whether both can be one child, who leaves care once at most in any one year."""
    left_on, again_on = first.care.ended_on, second.care.ended_on
    if left_on is None or second.care.born_on >= first.care.started_on:
        return False
    is_in_reach = SHORTEST_GAP <= (second.care.started_on - left_on).days <= longest
    return is_in_reach and (again_on is None or _year(again_on) != _year(left_on))


def _leaving_twice(rng: random.Random, alone: list[Spell], *, first_number: int) -> dict[str, Spell]:
    """A short earlier period, begun and ended within the year, for as many children as left care twice in it.

    The year's last day is not touched, and a child who leaves twice counts once, so no figure moves.
    """
    changed: dict[str, Spell] = {}
    number = first_number
    for leaving in targets.LEAVING:
        fitting = [spell for spell in alone if _was_short(spell, leaving)]
        for second in rng.sample(fitting, min(len(fitting), leaving.twice)):
            ended_on = add_days(second.care.started_on, -between(rng, SHORTEST_GAP, 50))
            started_on = max(leaving.first, add_days(ended_on, -between(rng, 8, 30)))
            start = Start(number, started_on, f"T{number:05d}", False, False)
            care = Care(started_on, ended_on, "E4A", second.care.born_on, "AGREED")
            changed[start.group] = Spell(start, care, returned_on=second.care.started_on)
            changed[second.start.group] = replace(second, follows=start.group)
            number += 1
    return changed


def _was_short(spell: Spell, leaving: Leaving) -> bool:
    """Begun and ended within the year, with room for an earlier stay."""
    care = spell.care
    return (
        care.end_reason in WENT_HOME
        and care.ended_on is not None
        and care.ended_on <= leaving.last
        and care.started_on >= add_days(leaving.first, 70)
        and care.born_on < leaving.first
    )


def _year(day: date) -> int:
    return day.year - (day.month < 4)
