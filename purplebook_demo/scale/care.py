"""Periods of being looked after: when they begin and end, why, and when that was known."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from purplebook.tables.codes import CODE_SETS
from purplebook_demo.scale.calendar import NEVER, number_of
from purplebook_demo.scale.cells import Days, Words
from purplebook_demo.scale.drafts import Draft, Later
from purplebook_demo.scale.episodes import ADOPTION, GROWN_UP, GUARDIANSHIP, HOME, NO_CARE, SHORT_BREAKS
from purplebook_demo.scale.world import World

END_REASONS = tuple(value.code for value in CODE_SETS["episode_end_reason"].codes)
HOME_REASONS = ("E4A", "E4B", "E13", "E41", "E8", "E9", "E14")
HOME_WEIGHTS = (560, 160, 90, 70, 90, 10, 20)
GROWN_UP_REASONS = ("E5", "E6", "E7", "E17", "E8")
GROWN_UP_WEIGHTS = (330, 200, 60, 300, 110)
GUARDIANSHIP_UNTIL = max(
    number_of(value.valid_to_on)
    for value in CODE_SETS["episode_end_reason"].codes
    if value.valid_to_on and value.code in ("E43", "E44")
)
NEEDS, NEED_WEIGHTS = ("N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8"), (640, 35, 35, 80, 140, 15, 3, 40)


@dataclass(frozen=True)
class Care:
    """The periods of care of one authority, a place in each column for each."""

    case: np.ndarray
    child: np.ndarray
    started: np.ndarray
    ended: np.ndarray
    goal: np.ndarray
    reason: np.ndarray
    """A place in `END_REASONS`."""
    placed_for_adoption: np.ndarray
    recorded: np.ndarray
    end_recorded: np.ndarray


def care_of(world: World) -> Care:
    """The periods of care and how each ends."""
    stream, cases = world.stream("care"), world.episodes
    case = np.flatnonzero(cases.care_goal != NO_CARE)
    size = len(case)
    started, ended, goal = cases.care_started[case], cases.care_ended[case], cases.care_goal[case]
    entered = world.late(stream, started, after=world.recorded[case])
    is_old = ended <= GUARDIANSHIP_UNTIL
    guardians = np.where(is_old, stream.weighted(size, (350, 650)), 2 + stream.weighted(size, (150, 150, 600, 100)))
    reason = _of(HOME_REASONS, stream.weighted(size, HOME_WEIGHTS))
    reason = np.where(goal == GROWN_UP, _of(GROWN_UP_REASONS, stream.weighted(size, GROWN_UP_WEIGHTS)), reason)
    reason = np.where(goal == GUARDIANSHIP, _of(("E43", "E44", "E45", "E46", "E47", "E48"), guardians), reason)
    reason = np.where(goal == ADOPTION, _of(("E11", "E12"), stream.weighted(size, (400, 600))), reason)
    reason = np.where(goal == SHORT_BREAKS, END_REASONS.index("E8"), reason)
    reason = np.where(cases.moved_away[case] & (goal == HOME), END_REASONS.index("E3"), reason)
    return Care(
        case=case,
        child=cases.child[case],
        started=started,
        ended=ended,
        goal=goal,
        reason=reason,
        placed_for_adoption=np.where(goal == ADOPTION, started + (ended - started) * 65 // 100, NEVER),
        recorded=entered,
        end_recorded=world.end_known(stream, ended, case=case, after=entered),
    )


def _of(codes: tuple[str, ...], places: np.ndarray) -> np.ndarray:
    return np.asarray([END_REASONS.index(code) for code in codes])[places]


def period_draft(world: World, care: Care) -> Draft:
    """The table `looked_after_period`."""
    stream, size = world.stream("periods"), len(care.case)
    return Draft(
        "looked_after_period",
        {
            "looked_after_period_id": world.id_of("H", care.case),
            "person_id": world.person_id(care.child),
            "referral_id": world.id_of("R", care.case),
            "started_on": Days(care.started),
            "ended_on": Days(care.ended),
            "end_reason_code": Words(END_REASONS, np.where(world.missing(stream, size, 8), -1, care.reason)),
            "need_code": Words(NEEDS, np.where(world.missing(stream, size, 15), -1, needs_of(world, care))),
        },
        care.recorded,
        (Later(care.end_recorded, ("ended_on", "end_reason_code")),),
    )


def needs_of(world: World, care: Care) -> np.ndarray:
    """Why each child came into care, as a place in `NEEDS`."""
    return world.stream("needs in care").weighted(len(care.case), NEED_WEIGHTS)
