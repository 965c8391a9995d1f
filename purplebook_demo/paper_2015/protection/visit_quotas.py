"""Visits to children on a plan, by quota: as many seen in the ten working days before a day as the paper prints."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date

from purplebook_demo.paper_2015.calendar import add_working_days, is_open, previous_working_day, working_days_between
from purplebook_demo.paper_2015.journeys import World
from purplebook_demo.paper_2015.margins import CannotBeMet, tops_for
from purplebook_demo.paper_2015.target_kinds import SeenInTime

Row = dict[str, object]
INTERVAL = 10
"""Working days within which a child on a plan is seen."""


def meet_visit_quotas(
    rng: random.Random,
    rows: list[Row],
    world: World,
    *,
    quotas: tuple[SeenInTime, ...],
    plan_of_journey: Mapping[str, str],
) -> list[Row]:
    """The rows of `visit`, some of which now found nobody at home, or the child after all, or came sooner."""
    altered = list(rows)
    for quota in quotas:
        due, just_due = (_due(world, quota.on, plan_of_journey, is_just=is_just) for is_just in (False, True))
        seen = _seen(altered, due, quota.on)
        first, second = _tops(quota.printed, near=len(seen), bottom=len(due), more=len(just_due))
        altered = _met(rng, altered, world, due, first, quota)
        altered = _met(rng, altered, world, just_due, second, quota)
    return altered


def _tops(printed: str, *, near: int, bottom: int, more: int) -> tuple[int, int]:
    """How many are seen of those due for more than the interval, and of those due exactly so long.

    Both readings of "due" give the printed percentage, so that nobody has to guess which one the paper took.
    """
    pairs = [
        (top, every - top)
        for top in tops_for(printed, bottom)
        for every in tops_for(printed, bottom + more)
        if 0 <= every - top <= more
    ]
    if not pairs:
        raise CannotBeMet(f"{printed}% of {bottom} and of {bottom + more} children cannot both be seen")
    return min(pairs, key=lambda pair: (abs(pair[0] - near), pair))


def _seen(rows: list[Row], due: Mapping[str, str], on: date) -> set[str]:
    return {
        str(row["person_id"])
        for row in rows
        if row["visit_type"] == "CP"
        and row["seen"] == "Y"
        and str(row["person_id"]) in due
        and _is_recent(row["visited_on"], on)
    }


def _met(
    rng: random.Random, rows: list[Row], world: World, due: Mapping[str, str], wanted: int, quota: SeenInTime
) -> list[Row]:
    """The rows with as many of the children due seen in the interval as are wanted."""
    altered = list(rows)
    recent: dict[str, list[int]] = {}
    following: dict[str, int] = {}
    for index, row in enumerate(altered):
        person_id = str(row["person_id"])
        if row["visit_type"] != "CP" or person_id not in due:
            continue
        if _is_recent(row["visited_on"], quota.on):
            recent.setdefault(person_id, []).append(index)
        elif isinstance(row["visited_on"], date) and row["visited_on"] > quota.on and person_id not in following:
            if row["child_protection_plan_id"] == due[person_id]:
                following[person_id] = index
    seen = _seen(altered, due, quota.on)
    drawn = sorted(due)
    rng.shuffle(drawn)
    surplus = len(seen) - wanted
    for person_id in drawn:
        if surplus > 0 and person_id in seen:
            for index in recent[person_id]:
                altered[index] = {**altered[index], "seen": "N", "seen_alone": "N", "bedroom_seen": "N"}
            surplus -= 1
        elif surplus < 0 and person_id not in seen:
            if person_id in recent:
                altered[recent[person_id][-1]] = {**altered[recent[person_id][-1]], "seen": "Y"}
            elif person_id in following:
                # Counted back from a working day: 31 August 2015 was a bank holiday.
                sooner = add_working_days(previous_working_day(quota.on), -(following[person_id] % INTERVAL))
                if sooner < world.children[person_id].born_on:
                    continue
                altered[following[person_id]] = {**altered[following[person_id]], "visited_on": sooner, "seen": "Y"}
            else:
                continue
            surplus += 1
    if surplus:
        raise CannotBeMet(f"{quota.printed}% seen on {quota.on} cannot be met: {surplus:+d}")
    return altered


def _due(world: World, on: date, plan_of_journey: Mapping[str, str], *, is_just: bool) -> dict[str, str]:
    """The plan of each child whose plan is open on the day and older than the interval, or just as old."""
    due: dict[str, str] = {}
    for journey in world.journeys:
        protection = journey.protection
        if protection is None or not protection.has_plan:
            continue
        is_on_plan = is_open(protection.conference_on, protection.ended_on, on)
        days = working_days_between(protection.conference_on, on)
        if is_on_plan and (days == INTERVAL if is_just else days > INTERVAL):
            due[journey.person_id] = plan_of_journey[journey.journey_id]
    return due


def _is_recent(visited_on: object, on: date) -> bool:
    return isinstance(visited_on, date) and visited_on <= on and working_days_between(visited_on, on) <= INTERVAL
