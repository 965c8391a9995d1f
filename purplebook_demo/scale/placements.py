"""Where looked-after children live."""

from __future__ import annotations

import numpy as np

from purplebook.tables.codes import CODE_SETS
from purplebook_demo.scale.calendar import NEVER, number_of
from purplebook_demo.scale.care import Care
from purplebook_demo.scale.cells import Days, Hundredths, Words, YesNo
from purplebook_demo.scale.drafts import Draft, Later
from purplebook_demo.scale.episodes import ADOPTION, SHORT_BREAKS
from purplebook_demo.scale.spans import Spans, entered_in_turn, in_order
from purplebook_demo.scale.world import World

TYPES = (
    "U1", "U2", "U3", "U4", "U6", "K1", "K2", "P1", "R1", "S1", "H5", "K3", "A4", "A6", "A3", "A5", "T4",
)  # fmt: skip
YOUNG_WEIGHTS = (50, 30, 120, 150, 480, 0, 35, 95, 15, 5, 0, 0, 0, 0, 0, 0, 20)
OLDER_WEIGHTS = (40, 20, 40, 170, 300, 6, 200, 60, 15, 9, 130, 0, 0, 0, 0, 0, 10)
SUPPORTED = TYPES.index("H5"), TYPES.index("K3"), TYPES.index("K2")
SUPPORTED_FROM = min(
    number_of(value.valid_from_on)
    for value in CODE_SETS["placement_type"].codes
    if value.code == "K3" and value.valid_from_on
)
ADOPTIVE = TYPES.index("A4")
DISTANCES = (0, 60, 150, 260, 380, 520, 700, 900, 1150, 1450, 1800, 2300, 3100, 4600, 8000, 21000)
"""Miles from home in hundredths."""
DISTANCE_NOT_KNOWN = 99990
CHANGE_REASONS = ("CARPL", "CLOSE", "ALLEG", "STAND", "CREQB", "CREQO", "CHILD", "LAREQ", "PLACE", "OTHER")


def placement_draft(world: World, care: Care) -> tuple[Draft, Spans]:
    """The table `placement`, and where children lived as spans."""
    stream, size = world.stream("placements"), len(care.case)
    length = care.ended - care.started
    moves = np.where(length > 40, stream.weighted(size, (480, 230, 120, 80, 45, 25, 12, 8)), 0)
    moves += np.where(length > 900, stream.weighted(size, (450, 300, 150, 100)), 0)
    moves = np.where(care.goal == SHORT_BREAKS, 0, moves)
    period = np.repeat(np.arange(size), moves)
    # The nearer of two draws: children move most in their first months.
    into = np.minimum(stream.units(len(period)), stream.units(len(period)))
    day = care.started[period] + 1 + (np.maximum(0, length[period] - 2) * into >> 32)
    adopted = np.flatnonzero(care.goal == ADOPTION)
    stays = (care.goal[period] != ADOPTION) | (day < care.placed_for_adoption[period])
    period, day = period[stays], day[stays]
    nothing = np.full(len(period), -1)
    all_periods = np.concatenate([np.arange(size), period, adopted])
    all_days = np.concatenate([care.started, day, care.placed_for_adoption[adopted]])
    marks = np.concatenate([np.full(size, -1), nothing, ADOPTIVE + stream.weighted(len(adopted), (50, 650, 30, 270))])
    homes = in_order(all_periods, all_days, marks, care)
    count = len(homes.period)
    age = homes.started - world.people.born[care.child[homes.period]]
    kind = np.where(age < 11 * 365, stream.weighted(count, YOUNG_WEIGHTS), stream.weighted(count, OLDER_WEIGHTS))
    kind = _supported(np.where((kind == SUPPORTED[0]) & (age < 16 * 365), SUPPORTED[2], kind), homes)
    kind = np.where(homes.code >= 0, homes.code, kind)
    homes = Spans(homes.period, homes.started, homes.ended, kind)
    is_last = homes.ended == care.ended[homes.period]
    entered, over = entered_in_turn(world, stream, homes, care)
    own = stream.happens(count, world.authority.own_placements)
    distance = stream.quantile(count, DISTANCES)
    distance = np.where(own, distance * 2 // 5, distance)
    not_known = world.missing(stream, count, 60)
    distance = np.where(not_known, np.where(stream.happens(count, 400), DISTANCE_NOT_KNOWN, NEVER), distance)
    is_foster = np.isin(kind, [TYPES.index(code) for code in ("U1", "U2", "U3", "U4", "U6")])
    provider = np.where(
        kind == TYPES.index("P1"), 0, np.where(is_foster & own, 1, np.where(stream.happens(count, 880), 4, 5))
    )
    draft = Draft(
        "placement",
        {
            "placement_id": world.id_of("M", np.arange(count)),
            "person_id": world.person_id(care.child[homes.period]),
            "looked_after_period_id": world.id_of("H", care.case[homes.period]),
            "started_on": Days(homes.started),
            "ended_on": Days(homes.ended),
            "placement_type": Words(TYPES, kind),
            "provider_code": Words(("PR0", "PR1", "PR2", "PR3", "PR4", "PR5"), provider),
            "is_in_authority": YesNo(np.where(world.missing(stream, count, 10), -1, np.where(own, 1, 0))),
            "distance_miles": Hundredths(distance),
            "change_reason": Words(
                CHANGE_REASONS,
                np.where(is_last, -1, stream.weighted(count, (420, 20, 30, 10, 120, 60, 90, 50, 40, 160))),
            ),
        },
        entered,
        (Later(over, ("ended_on", "change_reason")),),
    )
    return draft, homes


def _supported(kind: np.ndarray, homes: Spans) -> np.ndarray:
    """Supported accommodation got a code of its own: a placement across that day was another."""
    is_one = kind == SUPPORTED[0]
    place = np.where(homes.ended < SUPPORTED_FROM, SUPPORTED[0], SUPPORTED[2])
    place = np.where(homes.started >= SUPPORTED_FROM, SUPPORTED[1], place)
    return np.where(is_one, place, kind)
