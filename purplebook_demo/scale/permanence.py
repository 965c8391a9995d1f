"""Adoption, from the decision to the order, decisions reversed, and special guardianship."""

from __future__ import annotations

import numpy as np

from purplebook_demo.scale.calendar import BEYOND, NEVER, working_day
from purplebook_demo.scale.care import Care
from purplebook_demo.scale.cells import Days, Whole, Words, YesNo
from purplebook_demo.scale.drafts import Draft, Later
from purplebook_demo.scale.episodes import ADOPTION, GUARDIANSHIP, HOME
from purplebook_demo.scale.world import World

AGREED, ORDERED_TO_PLACE, MATCHED, PLACED, REVERSED = 38, 45, 57, 65, 80
"""How far into care, in hundredths of its length, each step is reached."""


def permanence_draft(world: World, care: Care) -> Draft:
    """The table `permanence_case`."""
    stream = world.stream("permanence")
    length = care.ended - care.started
    is_young = care.started - world.people.born[care.child] < 6 * 365
    turned = (care.goal == HOME) & is_young & (length > 200) & stream.happens(len(care.case), 60)
    place = np.flatnonzero((care.goal == ADOPTION) | (care.goal == GUARDIANSHIP) | turned)
    size = len(place)
    is_adoption, is_turned = care.goal[place] == ADOPTION, turned[place]
    started, ended = care.started[place], care.ended[place]

    def step(hundredths: int) -> np.ndarray:
        return started + length[place] * hundredths // 100

    def where(happens: np.ndarray, days: np.ndarray) -> np.ndarray:
        return np.where(happens, days, NEVER)

    to_adopt = is_adoption | is_turned
    # Some are matched while the court is still deciding.
    early = stream.happens(size, 60)
    matched = np.where(early, step(ORDERED_TO_PLACE) - 5, step(MATCHED))
    agreed = step(AGREED)
    entered = world.late(stream, np.where(to_adopt, agreed, ended), after=care.recorded[place])
    by_carer = stream.happens(size, 140)
    order = np.where(is_turned, NEVER, ended)
    known = np.where(is_turned, BEYOND, np.maximum(care.end_recorded[place], entered))
    reversed_on = step(REVERSED)

    def later(days: np.ndarray, *names: str) -> Later:
        return Later(np.maximum(np.where(days == NEVER, BEYOND, days), entered), names)

    return Draft(
        "permanence_case",
        {
            "case_id": world.id_of("B", place),
            "person_id": world.person_id(care.child[place]),
            "looked_after_period_id": world.id_of("H", care.case[place]),
            "case_type": Words(("ADOPTION", "SGO"), np.where(to_adopt, 0, 1)),
            "entered_care_on": Days(np.where(world.missing(stream, size, 15), NEVER, started)),
            "decision_maker_agreed_on": Days(where(to_adopt, agreed)),
            "placement_order_on": Days(where(is_adoption & ~stream.happens(size, 80), step(ORDERED_TO_PLACE))),
            "matched_on": Days(where(is_adoption, working_day(matched))),
            "placed_on": Days(where(is_adoption, care.placed_for_adoption[place])),
            "ordered_on": Days(order),
            "order_type": Words(("ADOPTION", "SGO"), np.where(is_turned, -1, np.where(is_adoption, 0, 1))),
            "reversed_on": Days(where(is_turned, reversed_on)),
            "reversed_reason": Words(
                ("RD1", "RD2", "RD3", "RD4"), np.where(is_turned, stream.weighted(size, (300, 200, 100, 400)), -1)
            ),
            "is_adopted_by_carer": YesNo(np.where(is_adoption, np.where(by_carer, 1, 0), -1)),
            "adopters_count": Whole(np.where(is_adoption, 1 + stream.happens(size, 850), NEVER)),
            "is_sibling_group": YesNo(np.where(to_adopt, np.where(stream.happens(size, 360), 1, 0), -1)),
        },
        entered,
        (
            later(where(is_adoption, step(ORDERED_TO_PLACE)), "placement_order_on"),
            later(where(is_adoption, working_day(matched)), "matched_on"),
            later(where(is_adoption, step(PLACED)), "placed_on"),
            Later(known, ("ordered_on", "order_type", "is_adopted_by_carer", "adopters_count")),
            later(where(is_turned, reversed_on), "reversed_on", "reversed_reason"),
        ),
    )
