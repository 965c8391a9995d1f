"""Go on with care after the day of the paper: some children leave, others come, until the stock of the records' end.

Whoever is looked after on the day of the paper stays exactly who they are: only what happens later is dealt here.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.calendar import PAPER_DAY, RECORDS_END, add_days, add_years
from purplebook_demo.paper_2015.care.care_deal import FROM_A_PLAN, Spell, Start, court_day, entry_of, starts_from_plans
from purplebook_demo.paper_2015.chance import MOSTLY_ONE_CHILD, between, day_between, group_sizes, weighted
from purplebook_demo.paper_2015.journeys import Care
from purplebook_demo.paper_2015.protection.protection_deal import ProtectionDeal

FIRST = add_days(PAPER_DAY, 1)
OTHER_ENDINGS: tuple[tuple[str, float], ...] = (("E4A", 46), ("E4B", 14), ("E13", 6), ("E41", 5), ("E3", 4), ("E8", 11))
PLACED_TO_ORDER = 80
"""Days from moving in to an adoption order, at least."""
SHORTEST_BEFORE_GUARDIANSHIP, LONGEST_BEFORE_GUARDIANSHIP = 150, 900
SHORTEST_STAY = 40
"""Days in care, at least, of the others who leave: the review that ends a plan comes within weeks of care."""
ALONE_SHARE = 0.1
AGES: tuple[tuple[tuple[float, float], float], ...] = (
    ((0.02, 1.0), 30),
    ((1.0, 5.0), 41),
    ((5.0, 10.0), 40),
    ((10.0, 16.0), 60),
    ((16.0, 17.6), 15),
)
"""Ages at which children come into care, and how often."""


def deal_care_after_paper(
    rng: random.Random, protection: ProtectionDeal, spells: tuple[Spell, ...]
) -> tuple[Spell, ...]:
    """The same periods, some of those open at the paper now ended, and the periods that began after it."""
    open_spells = [spell for spell in spells if spell.care.ended_on is None]
    ended = _ends(rng, open_spells)
    wanted = targets.LOOKED_AFTER[-1].count - len(open_spells) + len(ended)
    begun = _begun(rng, protection, spells, wanted)
    changed = [replace(spell, care=ended.get(spell.start.number, spell.care)) for spell in spells]
    return tuple(sorted((*changed, *begun), key=lambda spell: (spell.care.started_on, spell.start.number)))


def _ends(rng: random.Random, spells: Sequence[Spell]) -> dict[int, Care]:
    """How care ended for those who left, by the number of their start: birthdays first, they cannot be chosen."""
    ended: dict[int, Care] = {}

    def leave(candidates: Sequence[Spell], count: int, reasons: tuple[tuple[str, float], ...], shortest: int) -> None:
        left = [spell for spell in candidates if spell.start.number not in ended]
        for spell in rng.sample(left, min(len(left), count)):
            care = spell.care
            earliest = care.adoption.placed_on if care.adoption and care.adoption.placed_on else care.started_on
            ended_on = court_day(rng, max(FIRST, add_days(earliest, shortest)), RECORDS_END)
            ended[spell.start.number] = replace(care, ended_on=ended_on, end_reason=weighted(rng, reasons))

    for spell in spells:
        eighteenth = add_years(spell.care.born_on, 18)
        if eighteenth <= RECORDS_END:
            ended[spell.start.number] = replace(spell.care, ended_on=eighteenth, end_reason="E17")
    placed = [spell for spell in spells if _is_placed(spell.care)]
    leave(placed, targets.LEAVING_AFTER_PAPER["adopted"], (("E11", 0.3), ("E12", 0.7)), PLACED_TO_ORDER)
    at_home = [spell for spell in spells if spell.care.adoption is None and spell.care.entry != "UNACCOMPANIED"]
    court = [spell for spell in at_home if spell.care.entry == "COURT" and _is_ripe(spell.care)]
    leave(court, targets.LEAVING_AFTER_PAPER["special_guardianship"], (("E43", 0.75), ("E44", 0.25)), SHORTEST_STAY)
    # Those who came last go home first.
    recent = sorted(at_home, key=lambda spell: spell.care.started_on, reverse=True)
    others = [spell for spell in recent if add_days(spell.care.started_on, SHORTEST_STAY) < RECORDS_END]
    count = targets.LEAVING_AFTER_PAPER["other"]
    leave(others[: 5 * count], count, OTHER_ENDINGS, SHORTEST_STAY)
    return ended


def _is_placed(care: Care) -> bool:
    placed_on = care.adoption.placed_on if care.adoption else None
    return placed_on is not None and add_days(placed_on, PLACED_TO_ORDER) < RECORDS_END


def _is_ripe(care: Care) -> bool:
    longest, shortest = (
        add_days(RECORDS_END, -days) for days in (LONGEST_BEFORE_GUARDIANSHIP, SHORTEST_BEFORE_GUARDIANSHIP)
    )
    return longest <= care.started_on <= shortest


def _begun(rng: random.Random, protection: ProtectionDeal, spells: Sequence[Spell], wanted: int) -> list[Spell]:
    """Children who came into care after the paper and still are in it."""
    earlier = [spell.start for spell in spells]
    number = 1 + max(start.number for start in earlier)
    starts = [
        replace(start, number=number + index)
        for index, start in enumerate(
            starts_from_plans(rng, protection, FIRST, RECORDS_END, wanted=round(wanted * FROM_A_PLAN), earlier=earlier)
        )
    ]
    for size in group_sizes(rng, wanted - len(starts), MOSTLY_ONE_CHILD):
        day = day_between(rng, FIRST, RECORDS_END)
        is_alone = size == 1 and rng.random() < ALONE_SHARE
        number_of_group = number + len(starts)
        group = f"C{number_of_group:05d}"
        starts += [Start(number_of_group + index, day, group, False, is_alone) for index in range(size)]
    return [Spell(start, _care(rng, start)) for start in starts]


def _care(rng: random.Random, start: Start) -> Care:
    if start.is_unaccompanied:
        born_on = add_days(RECORDS_END, -between(rng, int(15.6 * 365.25), int(17.9 * 365.25)))
        return Care(start.on, None, None, born_on, "UNACCOMPANIED")
    low, high = weighted(rng, AGES)
    born_on = add_days(start.on, -int((low + rng.random() * (high - low)) * 365.25))
    return Care(start.on, None, None, born_on, entry_of(rng, start))
