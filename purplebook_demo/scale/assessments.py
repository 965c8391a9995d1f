"""Assessments, and the factors that they found."""

from __future__ import annotations

import numpy as np

from purplebook_demo.scale.allocation import posts_with_duty, team_of, worker_of
from purplebook_demo.scale.calendar import BEYOND, NEVER
from purplebook_demo.scale.cells import Days, Words, YesNo
from purplebook_demo.scale.drafts import Draft, Later
from purplebook_demo.scale.episodes import NEED
from purplebook_demo.scale.staff import ASSESSMENT
from purplebook_demo.scale.world import World

FACTORS = (
    "3B",
    "4B",
    "1B",
    "2B",
    "13A",
    "14A",
    "15A",
    "16A",
    "5A",
    "6A",
    "8B",
    "10A",
    "11A",
    "12A",
    "20",
    "21",
    "22A",
    "23A",
)
"""Factors that could be recorded in all of these years."""


def assessment_drafts(world: World) -> tuple[Draft, Draft]:
    """The tables `assessment` and `assessment_factor`."""
    stream, cases = world.stream("assessments"), world.episodes
    case = np.flatnonzero(cases.started != NEVER)
    size = len(case)
    started, authorised = cases.started[case], cases.authorised[case]
    entered = np.maximum(started, world.recorded[case])
    signed = np.where(authorised == NEVER, BEYOND, world.late(stream, authorised, after=entered))
    post = posts_with_duty(world, stream.below(size, 1 << 31), np.full(size, ASSESSMENT))
    is_needed = cases.kind[case] >= NEED
    assessments = Draft(
        "assessment",
        {
            "assessment_id": world.id_of("A", case),
            "person_id": world.person_id(cases.child[case]),
            "referral_id": world.id_of("R", case),
            "started_on": Days(np.where(world.missing(stream, size, 3), NEVER, started)),
            "authorised_on": Days(authorised),
            "child_seen": Words(("Y", "N", "U"), stream.weighted(size, (930, 50, 20))),
            "is_no_further_action": YesNo(np.where(is_needed, 0, 1)),
            "is_social_care_needed": YesNo(np.where(is_needed, 1, 0)),
            "team_id": team_of(world, post),
            "worker_id": worker_of(world, world.staff.holder(post, started)),
        },
        entered,
        (Later(signed, ("authorised_on", "child_seen", "is_no_further_action", "is_social_care_needed")),),
    )
    count = np.where(authorised == NEVER, 0, stream.weighted(size, (60, 300, 330, 220, 90)))
    row = np.repeat(np.arange(size), count)
    turn = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
    # Steps of 5 through 18 factors meet none twice.
    factor = (stream.below(size, len(FACTORS))[row] + 5 * turn) % len(FACTORS)
    factors = Draft(
        "assessment_factor",
        {
            "assessment_id": world.id_of("A", case[row]),
            "factor_code": Words(FACTORS, factor),
            "person_id": world.person_id(cases.child[case[row]]),
            "assessed_on": Days(authorised[row]),
        },
        signed[row],
    )
    return assessments, factors
