"""Who held each case and when: the phases of a journey, and the team and worker for every phase.

Every open child has a worker on every day: Access and Assessment first, then Safeguarding (or Children with
Disabilities), Looked After Children, and Leaving Care from 18.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from purplebook_demo.paper_2015.authority import (
    ASSESSMENT,
    DISABILITY,
    FRONT_DOOR,
    LEAVING_CARE,
    LOOKED_AFTER,
    SAFEGUARDING,
    TEAMS,
)
from purplebook_demo.paper_2015.calendar import RECORDS_END, add_days, add_working_days, add_years
from purplebook_demo.paper_2015.chance import between
from purplebook_demo.paper_2015.journeys import IN_NEED, NO_ACTION, Journey, World
from purplebook_demo.paper_2015.workforce.posts import Post, Worker, Workforce

Row = dict[str, object]


@dataclass(frozen=True)
class Phase:
    """A stretch of a journey in one team; `ended_on` is nothing while it is open."""

    context: str
    duty: str
    started_on: date
    ended_on: date | None


@dataclass(frozen=True)
class Held:
    """A stretch in which one worker held one child's case."""

    person_id: str
    journey_id: str | None
    context: str
    worker: Worker
    started_on: date
    ended_on: date | None
    change_reason: str | None

    @property
    def last_day(self) -> date:
        """The end, or the last day of the records."""
        return self.ended_on or RECORDS_END


@dataclass(frozen=True)
class Allocation:
    """All stretches, and those of each journey in order."""

    stretches: tuple[Held, ...]
    by_journey: dict[str, tuple[Held, ...]] = field(default_factory=dict)

    def on(self, journey_id: str, day: date) -> Held:
        """Who held the journey on the day (the first holder for an earlier day)."""
        stretches = self.by_journey[journey_id]
        place = bisect_right([held.started_on for held in stretches], day)
        return stretches[max(0, place - 1)]


def phases(journey: Journey, *, duty_in_need: str) -> tuple[Phase, ...]:
    """The journey cut into stretches by team, without gaps, from referral to closure."""
    end = journey.closed_on
    if journey.kind == NO_ACTION:
        return (Phase("REFERRAL", FRONT_DOOR, journey.referred_on, end),)
    turns: list[tuple[date, str, str]] = [(journey.referred_on, "ASSESSMENT", ASSESSMENT)]
    if journey.kind == IN_NEED:
        ready_on = journey.assessed_on or add_working_days(journey.referred_on, 60)
        if journey.protection:
            ready_on = min(ready_on, journey.protection.conference_on)
        if journey.care:
            ready_on = min(ready_on, journey.care.started_on)
        turns.append((ready_on, "CIN", duty_in_need))
    if journey.protection and journey.protection.has_plan:
        turns.append((journey.protection.conference_on, "CP", SAFEGUARDING))
        if journey.protection.ended_on and not journey.care:
            turns.append((journey.protection.ended_on, "CIN", SAFEGUARDING))
    if journey.care:
        # Safeguarding keeps the case until the second review, when the plan for permanence is settled.
        turns.append((journey.care.started_on, "LAC", SAFEGUARDING))
        handover = journey.care.started_on
        if journey.care.entry != "UNACCOMPANIED":
            handover = add_days(handover, 112)
        if handover < (journey.care.ended_on or RECORDS_END):
            turns.append((handover, "LAC", LOOKED_AFTER))
        if journey.care.ended_on and journey.care.ended_on < journey.last_day:
            turns.append((journey.care.ended_on, "CIN", LOOKED_AFTER))
    turns = sorted((turn for turn in turns if turn[0] <= RECORDS_END), key=lambda turn: turn[0])
    found: list[Phase] = []
    for index, (start, context, duty) in enumerate(turns):
        until = turns[index + 1][0] if index + 1 < len(turns) else end
        if until is not None and end is not None:
            until = min(until, end)
        is_overtaken = until is not None and until <= start and index + 1 < len(turns)
        if not is_overtaken and start <= (end or RECORDS_END):
            found.append(Phase(context, duty, max(start, journey.referred_on), until))
    return tuple(found)


def allocate(rng: random.Random, world: World, workforce: Workforce, *, disabled: frozenset[str]) -> Allocation:
    """Give every phase to a post of a team that does that work; siblings share the post."""
    posts_of = {duty: _posts(workforce, duty) for duty in (FRONT_DOOR, ASSESSMENT, SAFEGUARDING, DISABILITY)}
    posts_of |= {duty: _posts(workforce, duty) for duty in (LOOKED_AFTER, LEAVING_CARE)}
    turn: dict[str, int] = dict.fromkeys(posts_of, 0)
    chosen: dict[tuple[str, str, str], Post] = {}
    stretches: list[Held] = []
    by_journey: dict[str, tuple[Held, ...]] = {}
    for journey in world.journeys:
        duty_in_need = DISABILITY if journey.person_id in disabled else SAFEGUARDING
        mine: list[Held] = []
        for phase in phases(journey, duty_in_need=duty_in_need):
            key = (journey.group, phase.context, phase.duty)
            if key not in chosen:
                posts = posts_of[phase.duty]
                turn[phase.duty] += between(rng, 1, 2)
                chosen[key] = posts[turn[phase.duty] % len(posts)]
            mine += _hold(journey.person_id, journey.journey_id, phase, chosen[key])
        by_journey[journey.journey_id] = tuple(mine)
        stretches += mine
        care = journey.care
        if care and care.end_reason == "E17" and care.ended_on:
            after = Phase("CL", LEAVING_CARE, care.ended_on, _until(add_years(care.ended_on, 4)))
            turn[LEAVING_CARE] += 1
            post = posts_of[LEAVING_CARE][turn[LEAVING_CARE] % len(posts_of[LEAVING_CARE])]
            leaving = _hold(journey.person_id, None, after, post)
            by_journey[f"CL {journey.person_id}"] = tuple(leaving)
            stretches += leaving
    return Allocation(tuple(stretches), by_journey)


def _until(day: date) -> date | None:
    return day if day <= RECORDS_END else None


def _posts(workforce: Workforce, duty: str) -> tuple[Post, ...]:
    return tuple(post for team in TEAMS if team.duty == duty for post in workforce.of_team(team.team_id))


def _hold(person_id: str, journey_id: str | None, phase: Phase, post: Post) -> Iterable[Held]:
    """The phase cut where the holder of the post changes."""
    day = phase.started_on
    last = phase.ended_on or RECORDS_END
    found: list[Held] = []
    while True:
        worker = post.holder_on(day)
        place = post.holders.index(worker)
        following = post.holders[place + 1] if place + 1 < len(post.holders) else None
        if following is None or following.started_on > last:
            reason = "TSPROC" if phase.ended_on else None
            found.append(Held(person_id, journey_id, phase.context, worker, day, phase.ended_on, reason))
            return found
        if following.started_on > day:
            found.append(Held(person_id, journey_id, phase.context, worker, day, following.started_on, "LEFTRL"))
        day = following.started_on


def involvement_rows(allocation: Allocation) -> list[Row]:
    """The table `involvement`."""
    return [
        {
            "involvement_id": f"I{index:06d}",
            "person_id": held.person_id,
            "referral_id": held.journey_id,
            "worker_id": held.worker.worker_id,
            "team_id": held.worker.team_id,
            "role_code": "PA" if held.context == "CL" else "ALLOCATED",
            "started_on": held.started_on,
            "ended_on": held.ended_on,
            "change_reason": held.change_reason,
            "context": held.context,
        }
        for index, held in enumerate(allocation.stretches, start=1)
    ]


def cases_on(allocation: Allocation, day: date) -> dict[str, int]:
    """Open cases of each worker on the day."""
    counts: dict[str, int] = {}
    for held in allocation.stretches:
        if held.started_on <= day and (held.ended_on is None or held.ended_on > day):
            counts[held.worker.worker_id] = counts.get(held.worker.worker_id, 0) + 1
    return counts
