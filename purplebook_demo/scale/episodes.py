"""Episodes of need: from each referral to its closure, with its assessment, enquiry, conference, plan and care.

A child has one episode at a time and in it at most one plan and one period of care, so nothing can overlap.  Days lie
where they would truly lie, also after the extract: what is known of them is decided when rows are written.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import numpy as np

from purplebook_demo.scale.authorities import Authority
from purplebook_demo.scale.calendar import NEVER, add_working_days, working_day
from purplebook_demo.scale.chance import Stream
from purplebook_demo.scale.movers import IN_CARE, PROTECTED
from purplebook_demo.scale.people import People

REFUSED, ASSESSED, NEED, PROTECT, CARE = 0, 1, 2, 3, 4
MOST_EPISODES = 6
LEAST_TIME_LEFT = 260
"""Nobody is referred so shortly before eighteen that the case could not be worked."""

ASSESSMENT_DAYS = (3, 8, 12, 16, 19, 22, 25, 28, 30, 32, 34, 36, 38, 40, 41, 43, 44, 45, 47, 52, 66, 95)
"""Working days of an assessment where the pace is usual."""
CONFERENCE_DAYS = (6, 9, 10, 11, 12, 13, 13, 14, 14, 15, 15, 15, 17, 20, 27)
ENQUIRY_DAYS = (1, 3, 5, 7, 9, 11, 13, 15, 19, 30)
NEED_DAYS = (25, 50, 75, 95, 115, 140, 165, 190, 220, 255, 300, 360, 440, 560, 800, 1400)
PLAN_DAYS = (30, 80, 110, 150, 175, 200, 230, 265, 300, 340, 385, 440, 520, 640, 830, 1300)
CARE_DAYS = (4, 20, 50, 110, 200, 300, 420, 560, 730, 930, 1200, 1550, 2100, 3000, 4500, 6500)
GAP_DAYS = (4, 30, 60, 95, 140, 190, 250, 320, 410, 520, 660, 850, 1100, 1500, 2200)
AFTERWARDS = (0, 0, 1, 2, 4, 6, 9, 13, 20, 34)


@dataclass(frozen=True)
class Episodes:
    """Every episode of the children of one authority, a place in each column for each; `NEVER` where none was."""

    child: np.ndarray
    number: np.ndarray
    """0 for the child's first episode, and so on."""
    referred: np.ndarray
    kind: np.ndarray
    started: np.ndarray
    """When the assessment began."""
    authorised: np.ndarray
    discussed: np.ndarray
    """The strategy discussion."""
    has_enquiry: np.ndarray
    enquiry_ended: np.ndarray
    conference: np.ndarray
    is_transfer_in: np.ndarray
    plan_started: np.ndarray
    plan_ended: np.ndarray
    earlier_plans: np.ndarray
    care_started: np.ndarray
    care_ended: np.ndarray
    care_goal: np.ndarray
    """How care would end if nothing came between; see `care.py`."""
    moved_away: np.ndarray
    closed: np.ndarray

    @property
    def count(self) -> int:
        return len(self.child)

    def take(self, places: np.ndarray) -> Episodes:
        """These episodes, in this order."""
        return Episodes(*(getattr(self, each.name)[places] for each in fields(self)))


def episodes_of(people: People, authority: Authority, *, last_day: int, seed: int) -> Episodes:
    """Every episode that begins by the last day, in the order of their referrals."""
    stream = Stream(seed, authority.code, "episodes")
    child = np.flatnonzero(people.is_referred)
    referred, earlier = people.first[child], np.full(len(child), REFUSED)
    rounds: list[Episodes] = []
    for number in range(MOST_EPISODES):
        fits = (referred <= last_day) & (referred < people.limit[child] - LEAST_TIME_LEFT)
        child, referred, earlier = child[fits], referred[fits], earlier[fits]
        made = _unfold(stream, people, authority, child, referred, number, earlier=earlier)
        if number == 0:
            made = _with_moves(made, people)
        rounds.append(made)
        again = stream.happens(made.count, authority.returns) & ~made.moved_away
        again &= made.closed < people.limit[child] - LEAST_TIME_LEFT
        again &= made.care_goal != ADOPTION
        referred = working_day(made.closed + 1 + stream.quantile(made.count, GAP_DAYS))[again]
        child, earlier = child[again], made.kind[again]
    found = _joined(rounds)
    found = replace(found, earlier_plans=_earlier_plans(found))
    return found.take(np.lexsort((found.number, found.child, found.referred)))


NO_CARE, HOME, ADOPTION, GUARDIANSHIP, GROWN_UP, SHORT_BREAKS = -1, 0, 1, 2, 3, 4


def _unfold(
    stream: Stream,
    people: People,
    authority: Authority,
    child: np.ndarray,
    referred: np.ndarray,
    number: int,
    *,
    earlier: np.ndarray,
) -> Episodes:
    """What becomes of each referral; `earlier` is what became of the child's last one."""
    size = len(child)
    limit, born = people.limit[child], people.born[child]
    sought_asylum = people.sought_asylum[child]
    moves = people.moves[child] if number == 0 else np.full(size, -1)
    kind = stream.weighted(
        size, (authority.refused, 300, 480 - authority.refused // 2, authority.protected, authority.cared_for)
    )
    # Trouble comes back as it was.
    kind = np.where(stream.happens(size, 320) & (earlier != REFUSED), earlier, kind)
    kind = np.where(sought_asylum & (number == 0), CARE, kind)
    kind = np.where(moves >= 0, np.choose(np.maximum(moves, 0), (NEED, PROTECT, CARE)), kind)
    is_transfer_in = (moves == PROTECTED) & ~people.leaves[child] if number == 0 else np.zeros(size, dtype=bool)

    started = working_day(referred + stream.below(size, 4))
    length = np.maximum(1, stream.quantile(size, ASSESSMENT_DAYS) * authority.pace // 100)
    authorised = add_working_days(started, length)
    is_finished = (kind != REFUSED) & (authorised < limit) & ~stream.happens(size, 3)
    authorised = np.where(is_finished, authorised, NEVER)
    # An assessment that is never signed off holds the case open for a season.
    looked_into = np.where(is_finished, authorised, started + 100)

    share = np.asarray((0, 60, 260, 1000, 350))[kind]
    is_discussed = stream.happens(size, share) & ~is_transfer_in
    discussed = working_day(referred + 1 + stream.below(size, 25))
    has_enquiry = is_discussed & ((kind == PROTECT) | ~stream.happens(size, 130))
    enquiry_ended = add_working_days(discussed, 1 + stream.quantile(size, ENQUIRY_DAYS) * authority.pace // 100)
    is_conference = (kind == PROTECT) | (has_enquiry & stream.happens(size, 120))
    wait = np.maximum(3, stream.quantile(size, CONFERENCE_DAYS) * (100 + authority.pace) // 200)
    conference = np.where(is_transfer_in, people.left[child], add_working_days(discussed, wait))
    has_plan = kind == PROTECT
    plan_ended = conference + stream.quantile(size, PLAN_DAYS)

    # Care: straight away, or after a time with a plan.
    after_plan = has_plan & stream.happens(size, 230)
    care_started = np.where(
        after_plan,
        conference + 15 + stream.quantile(size, NEED_DAYS) * 2 // 3,
        np.where(sought_asylum | (moves == IN_CARE), referred, referred + stream.quantile(size, NEED_DAYS) // 3),
    )
    care_started = np.maximum(care_started, born)
    is_cared_for = (after_plan | (kind == CARE)) & (care_started < limit - 30)
    length, goal = _care(stream, size, age=care_started - born, sought_asylum=sought_asylum)
    care_ended = np.minimum(care_started + 1 + length, limit)
    goal = np.where(is_cared_for, np.where(care_ended == limit, GROWN_UP, goal), NO_CARE)
    plan_ended = np.where(is_cared_for & has_plan, care_started + stream.below(size, 45), plan_ended)
    plan_ended = np.minimum(plan_ended, limit)

    need_ended = looked_into + np.where(kind >= NEED, stream.quantile(size, NEED_DAYS), 0)
    last = np.maximum(looked_into, need_ended)
    last = np.where(kind == REFUSED, referred, last)
    held = (
        (discussed, is_discussed),
        (enquiry_ended, has_enquiry),
        (conference, is_conference),
        (plan_ended, has_plan),
    )
    for day, happens in held:
        last = np.where(happens, np.maximum(last, day), last)
    last = np.where(is_cared_for, care_ended + np.where(goal == HOME, 60, 0), last)
    last = np.where(is_cared_for & has_plan, np.maximum(last, plan_ended), last)
    last = np.where(is_cared_for & is_finished, np.maximum(last, authorised), last)
    closed = np.minimum(last + stream.quantile(size, AFTERWARDS), limit)
    closed = np.where(is_cared_for & ((goal == ADOPTION) | (goal == GROWN_UP)), care_ended, closed)
    closed = np.maximum(closed, np.where(is_conference, conference, closed))
    closed = np.where(has_enquiry, np.maximum(closed, enquiry_ended), closed)

    def where(happens: np.ndarray, days: np.ndarray) -> np.ndarray:
        return np.where(happens, days, NEVER)

    return Episodes(
        child=child,
        number=np.full(size, number, dtype=np.int64),
        referred=referred,
        kind=kind,
        started=where(kind != REFUSED, started),
        authorised=np.where(authorised > closed, NEVER, authorised),
        discussed=where(is_discussed, discussed),
        has_enquiry=has_enquiry,
        enquiry_ended=where(has_enquiry, enquiry_ended),
        conference=where(is_conference, conference),
        is_transfer_in=is_transfer_in,
        plan_started=where(has_plan, conference),
        plan_ended=where(has_plan, np.minimum(plan_ended, closed)),
        earlier_plans=np.zeros(size, dtype=np.int64),
        care_started=where(is_cared_for, care_started),
        care_ended=where(is_cared_for, np.minimum(care_ended, closed)),
        care_goal=goal,
        moved_away=np.zeros(size, dtype=bool),
        closed=closed,
    )


def _care(stream: Stream, size: int, *, age: np.ndarray, sought_asylum: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """How long care lasts, and how it ends unless the child grows up first."""
    length = stream.quantile(size, CARE_DAYS)
    stays = (age < 3 * 365) & stream.happens(size, 330)
    settles = ~stays & (age < 10 * 365) & stream.happens(size, 180)
    breaks = ~stays & ~settles & ~sought_asylum & stream.happens(size, 40)
    goal = np.full(size, HOME)
    goal = np.where(breaks, SHORT_BREAKS, goal)
    goal = np.where(settles, GUARDIANSHIP, goal)
    goal = np.where(stays, ADOPTION, goal)
    length = np.where(stays, 380 + stream.below(size, 700), length)
    length = np.where(settles, 150 + stream.below(size, 500), length)
    length = np.where(breaks, 60 + stream.below(size, 900), length)
    return np.where(sought_asylum, 365 * 4, length), np.where(sought_asylum, GROWN_UP, goal)


def _with_moves(made: Episodes, people: People) -> Episodes:
    """The episode during which a child moves away ends on the day of the move, whatever was under way."""
    leaves = people.leaves[made.child]
    left = people.left[made.child]

    def cut(days: np.ndarray) -> np.ndarray:
        return np.where(leaves & (days != NEVER), np.minimum(days, left), days)

    # Where the plan or care would have begun after the move, it began some days before it.
    lead = np.maximum(made.referred + 20, left - 60)
    conference = np.where(leaves & (made.kind == PROTECT), np.minimum(made.conference, lead), made.conference)
    discussed = np.where(leaves & (made.discussed > conference) & (conference != NEVER), made.referred, made.discussed)
    care_started = np.where(
        leaves & (made.care_started != NEVER), np.minimum(made.care_started, lead), made.care_started
    )
    with_plan = leaves & (made.kind == PROTECT)
    care_started = np.where(with_plan, NEVER, care_started)
    return replace(
        made,
        started=cut(made.started),
        authorised=np.where(leaves & (made.authorised > left), NEVER, made.authorised),
        discussed=cut(discussed),
        enquiry_ended=cut(made.enquiry_ended),
        conference=cut(conference),
        plan_started=np.where(with_plan, conference, made.plan_started),
        plan_ended=np.where(with_plan, left, made.plan_ended),
        care_started=care_started,
        care_ended=np.where(care_started == NEVER, NEVER, np.where(leaves, left, made.care_ended)),
        care_goal=np.where(care_started == NEVER, NO_CARE, np.where(leaves, HOME, made.care_goal)),
        moved_away=leaves,
        closed=np.where(leaves, left, made.closed),
    )


def _joined(rounds: list[Episodes]) -> Episodes:
    return Episodes(*(np.concatenate([getattr(each, name.name) for each in rounds]) for name in fields(Episodes)))


def _earlier_plans(found: Episodes) -> np.ndarray:
    """How many plans each child had before each episode."""
    order = np.lexsort((found.number, found.child))
    has_plan = (found.plan_started[order] != NEVER).astype(np.int64)
    before = np.cumsum(has_plan) - has_plan
    child = found.child[order]
    is_first = np.concatenate([[True], child[1:] != child[:-1]])[: len(child)]
    # What had been counted when the child's own episodes began belongs to others.
    others = np.maximum.accumulate(np.where(is_first, before, 0))
    counted = np.empty_like(before)
    counted[order] = before - others
    return counted
