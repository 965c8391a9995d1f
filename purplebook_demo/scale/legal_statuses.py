"""Under which law children are looked after."""

from __future__ import annotations

import numpy as np

from purplebook_demo.scale.care import Care
from purplebook_demo.scale.cells import Days, Words
from purplebook_demo.scale.drafts import Draft, Later
from purplebook_demo.scale.episodes import ADOPTION, HOME, SHORT_BREAKS
from purplebook_demo.scale.spans import Spans, entered_in_turn, in_order
from purplebook_demo.scale.world import World

STATUSES = ("C1", "C2", "E1", "V2", "V4", "L1", "J1")
INTERIM, FULL, PLACEMENT_ORDER, AGREED, BREAKS, POLICE, REMAND = range(7)


def legal_status_draft(world: World, care: Care) -> tuple[Draft, Spans]:
    """The table `legal_status`, and the statuses as spans."""
    stream, size = world.stream("legal statuses"), len(care.case)
    length = care.ended - care.started
    breaks, asylum = care.goal == SHORT_BREAKS, world.people.sought_asylum[care.child]
    by_court = ~breaks & ~asylum & ((care.goal != HOME) | stream.happens(size, 330)) & (length > 60)
    first = np.where(by_court, stream.weighted(size, (600, 0, 0, 400)), AGREED)
    first = np.where(breaks, BREAKS, first)
    other = stream.weighted(size, (900, 70, 30))
    first = np.where(~breaks & ~asylum & (other == 1) & (length > 5), POLICE, first)
    first = np.where(~breaks & ~asylum & (other == 2) & ~by_court, REMAND, first)
    every = np.arange(size)
    spans = [(every, care.started, first)]
    short = np.flatnonzero(first == POLICE)
    spans.append((short, care.started[short] + 3, np.where(by_court[short], INTERIM, AGREED)))
    agreed = np.flatnonzero(by_court & (first == AGREED))
    spans.append((agreed, care.started[agreed] + 10 + stream.below(len(agreed), 40), np.full(len(agreed), INTERIM)))
    ordered = np.flatnonzero(by_court & (length > 420) & (care.goal != ADOPTION))
    spans.append((ordered, care.started[ordered] + 150 + stream.below(len(ordered), 200), np.full(len(ordered), FULL)))
    adopted = np.flatnonzero(care.goal == ADOPTION)
    court = care.started[adopted] + length[adopted] * 45 // 100
    spans.append((adopted, court, np.full(len(adopted), PLACEMENT_ORDER)))
    period, started, code = (np.concatenate(column) for column in zip(*spans, strict=True))
    legal = in_order(period, started, code, care)
    entered, over = entered_in_turn(world, stream, legal, care)
    draft = Draft(
        "legal_status",
        {
            "legal_status_id": world.id_of("J", np.arange(len(legal.period))),
            "person_id": world.person_id(care.child[legal.period]),
            "status_code": Words(STATUSES, legal.code),
            "started_on": Days(legal.started),
            "ended_on": Days(legal.ended),
        },
        entered,
        (Later(over, ("ended_on",)),),
    )
    return draft, legal
