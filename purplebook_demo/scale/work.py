"""The work on open cases: visits, plans, who held the case, and supervision of it.  The largest tables by far."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from purplebook_demo.scale.allocation import posts_with_duty, team_of, worker_of
from purplebook_demo.scale.calendar import NEVER, birthday, working_day
from purplebook_demo.scale.care import Care
from purplebook_demo.scale.cells import Days, WordLists, Words, YesNo
from purplebook_demo.scale.drafts import Draft, Later
from purplebook_demo.scale.episodes import (
    ADOPTION,
    GROWN_UP,
    HOME,
    NEED,
    NO_CARE,
    REFUSED,
    SHORT_BREAKS,
)
from purplebook_demo.scale.protection import plan_recorded
from purplebook_demo.scale.staff import ASSESSMENT, LEAVING_CARE, LOOKED_AFTER, SAFEGUARDING
from purplebook_demo.scale.world import LEAVER_UNTIL, World, in_turn, next_of, spread

VISIT_TYPES = ("CP", "CIN", "LAC", "PA")
ANSWERS = ("Y", "N", "U")
GOALS = (("RETURN",), ("REMAINSUP",), ("ADOPTION",), ("SGO_CAO",), ("LTFOST",), ("SUPPLIV",))


@dataclass(frozen=True)
class Stretches:
    """Stretches of time within episodes: the episode, the first day and the day after the last."""

    case: np.ndarray
    started: np.ndarray
    ended: np.ndarray


def in_need_stretches(world: World) -> Stretches:
    """When children were in need and neither had a plan nor were looked after: before and after those."""
    cases = world.episodes
    is_one = (cases.kind >= NEED) & (cases.authorised != NEVER)
    until = cases.closed
    for day in (cases.plan_started, cases.care_started):
        until = np.where(day != NEVER, np.minimum(until, day), until)
    before = np.flatnonzero(is_one & (cases.authorised < until))
    had_more = (cases.plan_started != NEVER) | (cases.care_started != NEVER)
    since = np.maximum(np.maximum(cases.plan_ended, cases.care_ended), cases.authorised)
    goes_home = np.isin(cases.care_goal, (HOME, NO_CARE))
    after = np.flatnonzero(is_one & had_more & goes_home & (since < cases.closed))
    case = np.concatenate([before, after])
    started = np.concatenate([cases.authorised[before], since[after]])
    ended = np.concatenate([until[before], cases.closed[after]])
    order = np.lexsort((started, case))
    return Stretches(case[order], started[order], ended[order])


def visit_draft(world: World, care: Care, leavers: np.ndarray) -> Draft:
    """The table `visit`; `leavers` are the places of care leavers among the periods of care."""
    stream, cases = world.stream("visits"), world.episodes
    until = world.last_day + 1
    missed = world.authority.visits_missed
    groups: list[tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]] = []

    def add(
        kind: int, case: np.ndarray, started: np.ndarray, ended: np.ndarray, step: np.ndarray, known: np.ndarray
    ) -> None:
        size = len(case)
        place, day = spread(started, np.minimum(ended, until), first=2 + stream.below(size, 9), step=step)
        # Some days early, some late, and some not at all.
        day = working_day(day - 3 + stream.below(len(day), 8))
        kept = (day > started[place]) & (day < np.minimum(ended, until)[place])
        kept &= ~stream.happens(len(day), missed)
        place, day = place[kept], day[kept]
        groups.append((np.full(len(place), kind), case[place], place, day, known[place]))

    planned = np.flatnonzero(cases.plan_started != NEVER)
    step = np.maximum(7, 9 + stream.below(len(planned), 5) - 2 + world.authority.pace // 50)
    add(0, planned, cases.plan_started[planned], cases.plan_ended[planned], step, plan_recorded(world)[planned])
    need = in_need_stretches(world)
    step = world.authority.visit_days - 3 + stream.below(len(need.case), 8)
    add(1, need.case, need.started, need.ended, step, world.recorded[need.case])
    own = np.flatnonzero(care.goal != SHORT_BREAKS)
    step = 34 + stream.below(len(own), 10)
    add(2, care.case[own], care.started[own], care.ended[own], step, care.recorded[own])
    adult = birthday(world.people.born[care.child[leavers]], LEAVER_UNTIL)
    step = 48 + stream.below(len(leavers), 16)
    add(3, care.case[leavers], care.ended[leavers], adult, step, care.recorded[leavers])

    kind, case, _, day, known = (np.concatenate(column) for column in zip(*groups, strict=True))
    count = len(kind)
    seen = np.where(world.missing(stream, count, 6), -1, stream.weighted(count, (938, 52, 10)))
    is_home_visit = (kind < 3) & (seen == 0)
    return Draft(
        "visit",
        {
            "visit_id": world.id_of("Y", np.arange(count)),
            "person_id": world.person_id(cases.child[case]),
            "visit_type": Words(VISIT_TYPES, kind),
            "visited_on": Days(day),
            "child_protection_plan_id": world.id_of("L", np.where(kind == 0, case, -1)),
            "looked_after_period_id": world.id_of("H", np.where(kind == 2, case, -1)),
            "seen": Words(ANSWERS, seen),
            "seen_alone": Words(ANSWERS, np.where(is_home_visit, stream.weighted(count, (720, 220, 60)), -1)),
            "bedroom_seen": Words(ANSWERS, np.where(is_home_visit, stream.weighted(count, (380, 540, 80)), -1)),
        },
        world.late(stream, day, after=known),
    )


def plan_draft(world: World, care: Care, leavers: np.ndarray) -> Draft:
    """The table `plan`: child in need plans made anew every few months, care plans and pathway plans."""
    stream, cases = world.stream("plans of work"), world.episodes
    need = in_need_stretches(world)
    size = len(need.case)
    place, started = spread(
        need.started, need.ended, first=1 + stream.below(size, 14), step=110 + stream.below(size, 110)
    )
    is_last = np.ones(len(place), dtype=bool)
    is_last[:-1] = place[1:] != place[:-1]
    ended = np.where(is_last, need.ended[place], np.roll(started, -1))
    parts = [(np.zeros(len(place), dtype=np.int64), need.case[place], started, ended)]
    own = np.flatnonzero((care.ended - care.started > 30) & (care.goal != SHORT_BREAKS))
    parts.append((np.ones(len(own), dtype=np.int64), care.case[own], care.started[own] + 10, care.ended[own]))
    adult = birthday(world.people.born[care.child[leavers]], LEAVER_UNTIL)
    parts.append((np.full(len(leavers), 2), care.case[leavers], care.ended[leavers] - 60, adult))
    kind, case, started, ended = (np.concatenate(column) for column in zip(*parts, strict=True))
    count = len(kind)
    entered = in_turn(world.late(stream, started, after=world.recorded[case]), _blocks(kind, case))
    # A new version closes the one before it; the last closes with the case.
    over = next_of(entered, _blocks(kind, case), world.end_known(stream, ended, case=case, after=entered))
    over = np.where(kind == 2, np.maximum(ended, entered), np.maximum(over, entered))
    reviewed = started + 60 + stream.below(count, 70)
    has_review = (reviewed < ended) & ~stream.happens(count, 250)
    goal = np.select(
        [kind != 1, _goal(care, case, ADOPTION), _goal(care, case, GROWN_UP)],
        [-1, 2, 4],
        default=0,
    )
    return Draft(
        "plan",
        {
            "plan_id": world.id_of("Q", np.arange(count)),
            "person_id": world.person_id(cases.child[case]),
            "plan_type": Words(("CIN", "CARE", "PATHWAY"), kind),
            "referral_id": world.id_of("R", case),
            "started_on": Days(started),
            "ended_on": Days(ended),
            "last_reviewed_on": Days(np.where(has_review, reviewed, NEVER)),
            "goal_codes": WordLists(GOALS, goal),
        },
        entered,
        (
            Later(over, ("ended_on",)),
            Later(np.where(has_review, world.late(stream, reviewed, after=entered), entered), ("last_reviewed_on",)),
        ),
    )


def _blocks(kind: np.ndarray, case: np.ndarray) -> np.ndarray:
    """A number for the rows of one kind and one episode, which stand together and rise."""
    return kind * (int(case.max(initial=0)) + 1) + case


def _goal(care: Care, case: np.ndarray, goal: int) -> np.ndarray:
    return np.isin(case, care.case[care.goal == goal])


def involvement_draft(world: World, care: Care, leavers: np.ndarray) -> Draft:
    """The table `involvement`: the team that assesses, the team that holds the case, the teams for care and after."""
    stream, cases = world.stream("involvement"), world.episodes
    every = np.arange(cases.count)
    in_care = np.where(cases.care_started != NEVER, cases.care_started, cases.closed)
    first = np.where((cases.kind >= NEED) & (cases.authorised != NEVER), cases.authorised, cases.closed)
    first = np.minimum(first, in_care)
    held = np.flatnonzero((cases.kind >= NEED) & (first < in_care))
    adult = birthday(world.people.born[care.child[leavers]], LEAVER_UNTIL)
    parts = [
        (every, cases.referred, first, ASSESSMENT),
        (held, first[held], in_care[held], SAFEGUARDING),
        (care.case, care.started, care.ended, LOOKED_AFTER),
        (care.case[leavers], care.ended[leavers], adult, LEAVING_CARE),
    ]
    case, started, ended = (np.concatenate([part[at] for part in parts]) for at in range(3))
    duty = np.concatenate([np.full(len(part[0]), part[3]) for part in parts])
    count = len(case)
    post = posts_with_duty(world, stream.below(count, 1 << 31), duty)
    entered = np.maximum(started, world.recorded[case])
    over = np.where(duty == LEAVING_CARE, ended, world.end_known(stream, ended, case=case, after=entered))
    contexts = ("ASSESSMENT", "CIN", "LAC", "CL")
    order = np.lexsort((duty, case))
    draft = Draft(
        "involvement",
        {
            "involvement_id": world.id_of("X", np.arange(count)),
            "person_id": world.person_id(cases.child[case[order]]),
            "referral_id": world.id_of("R", case[order]),
            "worker_id": worker_of(world, world.staff.holder(post, started)[order]),
            "team_id": team_of(world, post[order]),
            "started_on": Days(started[order]),
            "ended_on": Days(ended[order]),
            "context": Words(contexts, duty[order]),
        },
        entered[order],
        (Later(np.maximum(over, entered)[order], ("ended_on",)),),
    )
    return draft


def supervision_draft(world: World) -> Draft:
    """The table `supervision`: each open case about every four weeks, some of them forgotten."""
    stream, cases = world.stream("supervision"), world.episodes
    case = np.flatnonzero(cases.kind != REFUSED)
    size = len(case)
    place, day = spread(
        cases.referred[case],
        np.minimum(cases.closed[case], world.last_day + 1),
        first=5 + stream.below(size, 20),
        step=23 + stream.below(size, 9),
    )
    day = working_day(day)
    kept = (day < cases.closed[case[place]]) & (day <= world.last_day)
    kept &= ~stream.happens(len(day), 60 + world.authority.visits_missed)
    place, day = place[kept], day[kept]
    count = len(place)
    post = posts_with_duty(world, stream.below(size, 1 << 31), np.full(size, SAFEGUARDING))[place]
    managers = world.staff.manager_posts
    manager = managers[stream.below(size, len(managers))][place]
    return Draft(
        "supervision",
        {
            "supervision_id": world.id_of("U", np.arange(count)),
            "person_id": world.person_id(cases.child[case[place]]),
            "worker_id": worker_of(world, world.staff.holder(post, day)),
            "supervisor_id": worker_of(world, world.staff.holder(manager, day)),
            "supervised_on": Days(day),
            "supervision_type": Words(("CASE", "PERSONAL", "GROUP"), np.zeros(count, dtype=np.int64)),
            "is_recorded_on_case": YesNo(np.where(stream.happens(count, 910), 1, 0)),
        },
        world.late(stream, day, after=world.recorded[case[place]]),
    )
