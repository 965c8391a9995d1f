"""Write plans: child in need, care, permanence and pathway plans, each six-monthly update a new row.

Until April 2015 many children in need and care leavers had no current plan; the drive of summer 2015 caught up.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.authority import SAFEGUARDING
from purplebook_demo.paper_2015.calendar import (
    PAPER_DAY,
    RECORDS_END,
    RECORDS_START,
    add_days,
    add_working_days,
    add_years,
    age_on,
    next_working_day,
)
from purplebook_demo.paper_2015.care.looked_after import Period
from purplebook_demo.paper_2015.chance import between, day_between, weighted
from purplebook_demo.paper_2015.front_door.pathway_quotas import is_on_register, meet_before_drive
from purplebook_demo.paper_2015.journeys import Journey, World
from purplebook_demo.paper_2015.workforce.allocation import Allocation, phases

Row = dict[str, object]

DRIVE_STARTS, DRIVE_ENDS = date(2015, 5, 1), date(2015, 8, 24)
DRIVE_SHARE = 0.52
"""Children without a current plan when the drive starts who get one before the day of the paper."""
UPDATED_SHARE = 0.42
"""Six-monthly updates that were done before the drive."""
PATHWAY_SHARE = 0.25
PATHWAY_DRIVE_SHARE = 0.6
"""Young people still in care without a current pathway plan who get one in the drive."""
CURRENT_FROM = date(2015, 3, 1)
"""A pathway plan of this day or later is current on the day of the paper."""


@dataclass(frozen=True)
class PlanRows:
    """The table `plan`, and the dates of each young person's pathway plans in order."""

    rows: list[Row]
    pathway_dates: dict[str, tuple[date, ...]]


def in_need_spans(journey: Journey) -> tuple[tuple[date, date], ...]:
    """The stretches in which the child was in need: not assessed only, not on a protection plan, not looked after."""
    spans: list[tuple[date, date]] = []
    for phase in phases(journey, duty_in_need=SAFEGUARDING):
        if phase.context != "CIN":
            continue
        last = phase.ended_on or RECORDS_END
        if spans and spans[-1][1] == phase.started_on:
            spans[-1] = (spans[-1][0], last)
        elif last > phase.started_on:
            spans.append((phase.started_on, last))
    return tuple(spans)


def plan_rows(rng: random.Random, world: World, periods: tuple[Period, ...], allocation: Allocation) -> PlanRows:
    """All plans."""
    rows: list[Row] = []

    def add(journey: Journey, plan_type: str, days: Iterable[date], last: date, goals: tuple[str, ...]) -> None:
        """One row for each date; each plan ends when the next begins, the last when the need for it does."""
        dates = list(days)
        for index, day in enumerate(dates):
            following = dates[index + 1] if index + 1 < len(dates) else last
            held = allocation.on(journey.journey_id, day)
            rows.append(
                {
                    "plan_id": f"PN{len(rows) + 1:06d}",
                    "person_id": journey.person_id,
                    "plan_type": plan_type,
                    "referral_id": journey.journey_id,
                    "started_on": day,
                    "ended_on": None if following >= RECORDS_END and journey.last_day >= RECORDS_END else following,
                    "last_reviewed_on": _reviewed(rng, day, following),
                    "goal_codes": goals,
                    "team_id": held.worker.team_id,
                    "worker_id": held.worker.worker_id,
                }
            )

    for journey in world.journeys:
        for start, last in in_need_spans(journey):
            if last >= RECORDS_START:
                add(journey, "CIN", _in_need_dates(rng, start, last), last, ())
    for period in periods:
        care, last = period.care, period.last_day
        first = next_working_day(add_days(care.started_on, between(rng, 3, 14)))
        add(period.journey, "CARE", _every_six_months(rng, first, last, 0.95), last, ())
        settled_on = next_working_day(add_days(care.started_on, between(rng, 112, 140)))
        if settled_on < last:
            add(period.journey, "PERMANENCE", (settled_on,), last, (_goal(rng, period),))
    pathway_dates: dict[str, tuple[date, ...]] = {}
    drafts = [(period, _pathway_dates(rng, period)) for period in periods]
    for period, dates in _with_drive(rng, meet_before_drive(rng, drafts)):
        if dates:
            pathway_dates[period.child.person_id] = dates
            last = _pathway_end(period)
            add(period.journey, "PATHWAY", dates, last, ())
            rows[-1]["ended_on"] = last if last < RECORDS_END else None
    return PlanRows(rows, pathway_dates)


def _reviewed(rng: random.Random, day: date, following: date) -> date | None:
    if rng.random() < 0.7:
        return None
    reviewed_on = next_working_day(add_days(day, between(rng, 60, 120)))
    return reviewed_on if reviewed_on < following and reviewed_on <= RECORDS_END else None


def _in_need_dates(rng: random.Random, start: date, last: date) -> list[date]:
    """Plan dates within one stretch of need: up to the paper, and the updates that fell due after it."""
    dates = _in_need_dates_to_paper(rng, start, min(last, PAPER_DAY)) if start < PAPER_DAY else []
    due_on = add_working_days(start, between(rng, 3, 18))
    if dates:
        due_on = next_working_day(add_days(dates[-1], between(rng, 168, 182)))
    share = 0.85 if dates else targets.share_on(targets.CHILD_IN_NEED_PLANNED, PAPER_DAY)
    while due_on <= PAPER_DAY:
        due_on = next_working_day(add_days(due_on, between(rng, 168, 182)))
    while due_on < last:
        if rng.random() < share:
            dates.append(due_on)
        due_on = next_working_day(add_days(due_on, between(rng, 168, 182)))
    return dates


def _in_need_dates_to_paper(rng: random.Random, start: date, last: date) -> list[date]:
    """Plan dates up to the paper: at the start or not, updates or not, and the drive of 2015."""
    dates: list[date] = []
    due_on = add_working_days(start, between(rng, 3, 18))
    share = targets.share_on(targets.CHILD_IN_NEED_PLANNED, start)
    while due_on < min(last, DRIVE_ENDS) or (due_on < last and start >= DRIVE_STARTS):
        if rng.random() < share:
            dates.append(due_on)
        share = UPDATED_SHARE if due_on < date(2015, 1, 1) else 0.85
        due_on = next_working_day(add_days(due_on, between(rng, 168, 182)))
    is_current = bool(dates) and dates[-1] >= date(2015, 3, 5)
    if last > DRIVE_ENDS and start < DRIVE_ENDS and not is_current and rng.random() < DRIVE_SHARE:
        caught_up_on = next_working_day(day_between(rng, max(DRIVE_STARTS, start), DRIVE_ENDS))
        dates = [day for day in dates if day < caught_up_on]
        dates.append(caught_up_on)
    return dates


def _every_six_months(rng: random.Random, first: date, last: date, share: float) -> list[date]:
    dates: list[date] = []
    day = first
    while day < last:
        if not dates or rng.random() < share:
            dates.append(day)
        day = next_working_day(add_days(day, between(rng, 170, 183)))
    return dates


def _goal(rng: random.Random, period: Period) -> str:
    """The plan for permanence: what came of it, mostly, and a likely one for those still looked after."""
    care = period.care
    if care.adoption:
        return "ADOPTION"
    if care.end_reason in ("E43", "E44", "E41"):
        return "SGO_CAO"
    if care.end_reason in ("E4A", "E4B", "E13"):
        return "RETURN"
    age = (PAPER_DAY - care.born_on).days / 365.25
    if age < 5 and care.entry in ("COURT", "POLICE"):
        return weighted(rng, (("ADOPTION", 0.5), ("SGO_CAO", 0.25), ("RETURN", 0.25)))
    if age > 15.5:
        return weighted(rng, (("SUPPLIV", 0.45), ("LTFOST", 0.4), ("RESID", 0.1), ("OTHER", 0.05)))
    return weighted(rng, (("LTFOST", 0.62), ("RETURN", 0.2), ("SGO_CAO", 0.09), ("RESID", 0.09)))


def _pathway_end(period: Period) -> date:
    """The 22nd birthday for those who stay until 18, else the end of care."""
    if period.care.end_reason == "E17":
        return min(RECORDS_END, add_years(period.child.born_on, 22))
    return period.last_day


def _pathway_start(period: Period) -> date:
    """Three months after the 16th birthday, or soon after care began."""
    care = period.care
    return max(add_days(add_years(care.born_on, 16), 92), add_days(care.started_on, 40))


def _pathway_dates(rng: random.Random, period: Period) -> tuple[date, ...]:
    """Pathway plans from three months after 16 until 22 for those who stay to 18; few were current before the drive."""
    first = _pathway_start(period)
    last = _pathway_end(period)
    if first >= last:
        return ()
    dates: list[date] = []
    day = next_working_day(first)
    while day <= last:
        is_late = day >= date(2015, 5, 1)
        if rng.random() < (0.86 if is_late else PATHWAY_SHARE):
            dates.append(day)
        day = next_working_day(add_days(day, between(rng, 165, 183)))
    return tuple(day for day in dates if day <= last)


def _with_drive(
    rng: random.Random, drafts: list[tuple[Period, tuple[date, ...]]]
) -> Iterable[tuple[Period, tuple[date, ...]]]:
    """The drive of 2015 brings young people's plans up to date: of the care leavers, as many as the target says."""
    leavers = [draft for draft in drafts if is_on_register(draft[0])]
    waiting = [period.period_id for period, dates in leavers if not _is_current(_to_paper(dates))]
    rng.shuffle(waiting)
    room = targets.LEAVERS_WITH_CURRENT_PLAN - (len(leavers) - len(waiting))
    reached = frozenset(waiting[: max(0, room)])
    for period, dates in drafts:
        is_due = _pathway_end(period) >= PAPER_DAY and age_on(period.care.born_on, DRIVE_ENDS) >= 16
        is_reached = period.period_id in reached
        if not is_on_register(period):
            is_reached = is_due and not _is_current(_to_paper(dates)) and rng.random() < PATHWAY_DRIVE_SHARE
        start = max(DRIVE_STARTS, _pathway_start(period))
        if is_reached and start < DRIVE_ENDS:
            caught_up_on = next_working_day(day_between(rng, start, DRIVE_ENDS))
            # The next update comes half a year after the drive's plan: beyond the records.
            yield period, (*_to_paper(dates), caught_up_on)
        else:
            yield period, dates


def _to_paper(dates: tuple[date, ...]) -> tuple[date, ...]:
    return tuple(day for day in dates if day <= PAPER_DAY)


def _is_current(dates: tuple[date, ...]) -> bool:
    return bool(dates) and dates[-1] >= CURRENT_FROM
