"""Episodes of care, made of placements and legal statuses."""

from __future__ import annotations

import numpy as np

from purplebook_demo.scale.care import END_REASONS, NEEDS, Care, needs_of
from purplebook_demo.scale.cells import Days, Words
from purplebook_demo.scale.drafts import Draft, Later
from purplebook_demo.scale.legal_statuses import STATUSES
from purplebook_demo.scale.placements import TYPES
from purplebook_demo.scale.spans import Spans, entered_in_turn, in_order, moment
from purplebook_demo.scale.world import World


def episode_draft(world: World, care: Care, homes: Spans, legal: Spans) -> Draft:
    """The table `looked_after_episode`: a new one begins whenever the placement or the legal status changes."""
    stream = world.stream("episodes of care")
    period = np.concatenate([homes.period, legal.period])
    started = np.concatenate([homes.started, legal.started])
    every = in_order(period, started, np.zeros(len(period), dtype=np.int64), care)
    home = np.searchsorted(moment(homes), moment(every), side="right") - 1
    status = np.searchsorted(moment(legal), moment(every), side="right") - 1
    is_first = every.started == care.started[every.period]
    new_home, new_status = homes.started[home] == every.started, legal.started[status] == every.started
    reason = np.where(is_first, 0, np.where(new_home & new_status, 3, np.where(new_home, 2, 1)))
    is_last = every.ended == care.ended[every.period]
    entered, over = entered_in_turn(world, stream, every, care)
    return Draft(
        "looked_after_episode",
        {
            "episode_id": world.id_of("N", np.arange(len(every.period))),
            "looked_after_period_id": world.id_of("H", care.case[every.period]),
            "person_id": world.person_id(care.child[every.period]),
            "started_on": Days(every.started),
            "start_reason": Words(("S", "L", "P", "B"), reason),
            "legal_status_code": Words(STATUSES, legal.code[status]),
            "need_code": Words(NEEDS, needs_of(world, care)[every.period]),
            "placement_type": Words(TYPES, homes.code[home]),
            "ended_on": Days(every.ended),
            "end_reason_code": Words(
                END_REASONS, np.where(is_last, care.reason[every.period], END_REASONS.index("X1"))
            ),
        },
        entered,
        (Later(over, ("ended_on", "end_reason_code")),),
    )
