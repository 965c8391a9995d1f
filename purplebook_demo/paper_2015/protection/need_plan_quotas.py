"""Child in need plans by quota: as many children of the long-term teams have a current one on a day as is printed.

Works on the rows of `plan`, seen as the extract of the paper's day shows them; a plan is added where none was current,
or was never made after all.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from purplebook_demo.paper_2015.calendar import (
    RECORDS_END,
    add_days,
    add_months,
    add_working_days,
    age_on,
    next_working_day,
    working_days_between,
)
from purplebook_demo.paper_2015.chance import day_between
from purplebook_demo.paper_2015.journeys import Journey
from purplebook_demo.paper_2015.margins import CannotBeMet, Part, nearest_part
from purplebook_demo.paper_2015.protection.plans import in_need_spans
from purplebook_demo.paper_2015.target_kinds import CurrentPlans
from purplebook_demo.paper_2015.workforce.allocation import Allocation

Row = dict[str, object]
Tables = Mapping[str, list[Row]]
UPDATE_MONTHS = 6
GRACE = 10
"""Working days after the assessment in which the first plan is made."""


@dataclass(frozen=True)
class Due:
    """One child in need on the day, by its referral, and when its assessment was authorised."""

    person_id: str
    referral_id: str
    authorised_on: date


def meet_need_plans(
    rng: random.Random,
    tables: Tables,
    extract: Tables,
    journeys: Mapping[str, Journey],
    held: Allocation,
    quotas: tuple[CurrentPlans, ...],
) -> dict[str, list[Row]]:
    """The tables `plan` and `assessment`, altered until every quota holds in the extract; quotas in order of day."""
    plans, assessments = list(tables["plan"]), list(tables["assessment"])
    earlier = date.min
    for quota in quotas:
        due = children_in_need(extract, quota.on, teams=quota.teams)
        planned = {str(row["person_id"]) for row in plans if _counts(row, quota.on)}
        having = {item.person_id for item in due if item.person_id in planned}
        aim = nearest_part(quota.printed, near=Part(len(having), len(due)), reach=14)
        if aim.bottom > len(due):
            aim = nearest_part(quota.printed, near=Part(len(having), len(due) - 14), reach=14)
        due, assessments = _with_fewer(due, assessments, len(due) - aim.bottom, quota.on)
        having = {item.person_id for item in due if item.person_id in having}
        plans = _meet(rng, plans, due, having, aim.top, quota.on, journeys, held, after=earlier)
        earlier = quota.on
    plans = [{**row, "plan_id": f"PN{index:06d}"} for index, row in enumerate(plans, start=1)]
    return {"plan": plans, "assessment": assessments}


def children_in_need(extract: Tables, on: date, *, teams: tuple[str, ...]) -> list[Due]:
    """The assessed children of the teams with an open episode who have no protection plan and are not looked after."""
    breaks = _breaks(extract)
    elsewhere = {
        row["person_id"]
        for name in ("child_protection_plan", "looked_after_period")
        for row in extract[name]
        if _is_open(row["started_on"], row["ended_on"], on) and row.get("looked_after_period_id") not in breaks
    }
    born_on = {row["person_id"]: row["born_on"] for row in extract["person"]}
    authorised: dict[object, date] = {}
    for row in extract["assessment"]:
        day = row["authorised_on"]
        if isinstance(day, date) and working_days_between(day, on) > GRACE and day <= on:
            authorised[row["referral_id"]] = max(day, authorised.get(row["referral_id"], date.min))
    found: list[Due] = []
    for row in extract["referral"]:
        child_born_on = born_on[row["person_id"]]
        is_child = not isinstance(child_born_on, date) or age_on(child_born_on, on) < 18
        if (
            _is_open(row["referred_on"], row["closed_on"], on)
            and not row["is_no_further_action"]
            and row["referral_id"] in authorised
            and row["person_id"] not in elsewhere
            and row["team_id"] in teams
            and is_child
        ):
            found.append(Due(str(row["person_id"]), str(row["referral_id"]), authorised[row["referral_id"]]))
    return found


def _breaks(extract: Tables) -> frozenset[object]:
    """Periods of nothing but short breaks."""
    every = {row["looked_after_period_id"] for row in extract["looked_after_episode"]}
    others = {
        row["looked_after_period_id"]
        for row in extract["looked_after_episode"]
        if row["legal_status_code"] not in ("V3", "V4")
    }
    return frozenset(every - others)


def _is_open(started_on: object, ended_on: object, on: date) -> bool:
    return isinstance(started_on, date) and started_on <= on and not (isinstance(ended_on, date) and ended_on <= on)


def _counts(row: Row, on: date) -> bool:
    """Whether a plan is a child in need plan, open and current on the day."""
    if row["plan_type"] != "CIN" or not _is_open(row["started_on"], row["ended_on"], on):
        return False
    days = (row["started_on"], row["last_reviewed_on"])
    return any(isinstance(day, date) and day <= on <= add_months(day, UPDATE_MONTHS) for day in days)


def _with_fewer(due: list[Due], assessments: list[Row], fewer: int, on: date) -> tuple[list[Due], list[Row]]:
    """Authorise the assessments of some children days later, so that their time for a first plan is not over yet."""
    if fewer == 0:
        return due, assessments
    latest = add_working_days(on, -GRACE)
    row_of = {row["referral_id"]: index for index, row in enumerate(assessments)}
    left, altered = list(due), list(assessments)
    for item in sorted(due, key=lambda item: (item.authorised_on, item.referral_id), reverse=True):
        row = altered[row_of[item.referral_id]]
        started_on = row["started_on"]
        assert isinstance(started_on, date)
        before, after = (working_days_between(started_on, day) <= 45 for day in (item.authorised_on, latest))
        if fewer and before == after and item.authorised_on >= on.replace(day=1):
            altered[row_of[item.referral_id]] = {**row, "authorised_on": latest}
            left.remove(item)
            fewer -= 1
    if fewer:
        raise CannotBeMet(f"{fewer} children in need too many on {on}")
    return left, altered


def _meet(
    rng: random.Random,
    plans: list[Row],
    due: list[Due],
    having: set[str],
    wanted: int,
    on: date,
    journeys: Mapping[str, Journey],
    held: Allocation,
    *,
    after: date,
) -> list[Row]:
    """Add plans begun after `after`, or leave some out, until `wanted` children have a current one."""
    surplus = len(having) - wanted
    drawn = sorted(due, key=lambda item: item.referral_id)
    rng.shuffle(drawn)
    made = list(plans)
    for item in drawn:
        if surplus > 0 and item.person_id in having:
            counting = [row for row in made if row["person_id"] == item.person_id and _counts(row, on)]
            if all(isinstance(row["started_on"], date) and row["started_on"] > after for row in counting):
                made = [row for row in made if not any(row is one for one in counting)]
                surplus -= 1
        elif surplus < 0 and item.person_id not in having:
            added = _added(rng, made, item, on, journeys[item.referral_id], held, after=after)
            if added is not None:
                made = added
                surplus += 1
    if surplus:
        raise CannotBeMet(f"{wanted} children in need with a current plan on {on}: {surplus:+d}")
    return made


def _added(
    rng: random.Random, plans: list[Row], item: Due, on: date, journey: Journey, held: Allocation, *, after: date
) -> list[Row] | None:
    """The plans with one more for the child, begun before the day; the one before it ends then."""
    span = next(((start, last) for start, last in in_need_spans(journey) if start <= on < last), None)
    if span is None:
        return None
    first = max(add_working_days(item.authorised_on, 3), span[0], add_days(after, 1), add_days(on, -150))
    if first > add_days(on, -5):
        return None
    started_on = next_working_day(day_between(rng, first, add_days(on, -5)))
    mine = [row for row in plans if row["person_id"] == item.person_id and row["plan_type"] == "CIN"]
    later = [
        row["started_on"] for row in mine if isinstance(row["started_on"], date) and row["started_on"] > started_on
    ]
    ended_on = min(later) if later else (None if span[1] >= RECORDS_END else span[1])  # pyright: ignore[reportArgumentType]
    made: list[Row] = []
    for row in plans:
        if any(row is one for one in mine) and _is_open(row["started_on"], row["ended_on"], started_on):
            made.append({**row, "ended_on": started_on})
        else:
            made.append(row)
    worker = held.on(item.referral_id, started_on).worker
    return [
        *made,
        {
            "person_id": item.person_id,
            "plan_type": "CIN",
            "referral_id": item.referral_id,
            "started_on": started_on,
            "ended_on": ended_on,
            "last_reviewed_on": None,
            "goal_codes": (),
            "team_id": worker.team_id,
            "worker_id": worker.worker_id,
        },
    ]
