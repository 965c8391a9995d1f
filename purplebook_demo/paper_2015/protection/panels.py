"""Write panels: access to resources since May 2015, legal gateway, adoption, fostering, performance."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.calendar import (
    PAPER_DAY,
    RECORDS_END,
    RECORDS_START,
    add_days,
    add_working_days,
    known,
    months,
    next_working_day,
)
from purplebook_demo.paper_2015.care.looked_after import Period
from purplebook_demo.paper_2015.care.placements import Stay
from purplebook_demo.paper_2015.chance import between, pick, weighted
from purplebook_demo.paper_2015.journeys import World

Row = dict[str, object]

RESOURCES_PANEL_STARTS = date(2015, 5, 1)


def panel_rows(rng: random.Random, world: World, periods: tuple[Period, ...]) -> list[Row]:
    """The table `panel_decision`: resources (since May 2015), legal gateway, fostering, adoption, performance."""
    drawn: list[Row] = []

    def add(panel_type: str, held_on: date, person_id: str | None, **facts: object) -> None:
        if held_on <= RECORDS_END:
            drawn.append({"panel_type": panel_type, "held_on": held_on, "person_id": person_id, **facts})

    thursdays = [day for month in months(RESOURCES_PANEL_STARTS, RECORDS_END) for day in _weekdays(month, 3)]
    for period, is_fresh, days in _for_resources(rng, periods, thursdays):
        stay = _stay_on(period, min(PAPER_DAY, period.last_day))
        held_on = days[0] if is_fresh else pick(rng, days)
        reason = "NEW_ENTRY" if is_fresh else "HIGH_COST" if stay.placement_type[0] in "KSRH" else "AT_DISTANCE"
        for day in (held_on, *((add_working_days(held_on, 20),) if rng.random() < 0.15 else ())):
            add(
                "ACCESS_TO_RESOURCES",
                next_working_day(day),
                period.child.person_id,
                reason=reason,
                decision=weighted(rng, (("AGREED", 0.7), ("DEFERRED", 0.2), ("NOT_AGREED", 0.1))),
                recommendation=pick(
                    rng,
                    (
                        "Review the plan for return home",
                        "Seek a local placement",
                        "Confirm permanence plan",
                        "Update the assessment",
                    ),
                ),
                due_on=add_working_days(day, 20),
                completed_on=known(add_working_days(day, between(rng, 8, 35))) if rng.random() < 0.8 else None,
                weekly_cost=stay.weekly_cost,
            )
    for period in periods:
        care = period.care
        if care.entry == "COURT" and care.started_on >= add_days(RECORDS_START, 20):
            held_on = add_working_days(care.started_on, -between(rng, 2, 12))
            if held_on >= max(RECORDS_START, care.born_on, period.journey.referred_on):
                add("LEGAL_GATEWAY", held_on, period.child.person_id, reason="OTHER", decision="ISSUE_PROCEEDINGS")
        if care.adoption and care.adoption.matched_on and care.adoption.matched_on >= RECORDS_START:
            held_on = add_working_days(care.adoption.matched_on, -between(rng, 2, 6))
            add("ADOPTION", held_on, period.child.person_id, reason="OTHER", decision="MATCH_RECOMMENDED")
    for month in months(RECORDS_START, RECORDS_END):
        add("FOSTERING", _weekdays(month, 1)[1], None, reason="OTHER", decision="RECOMMENDED")
        if month >= date(2015, 6, 1):
            add("PERFORMANCE_CHALLENGE", _weekdays(month, 0)[2], None, reason="OTHER", decision="ACTIONS_AGREED")
    drawn.sort(key=lambda row: (str(row["held_on"]), str(row["panel_type"]), str(row["person_id"])))
    return [{"decision_id": f"PD{index:05d}", **row} for index, row in enumerate(drawn, start=1)]


def _for_resources(
    rng: random.Random, periods: tuple[Period, ...], meetings: list[date]
) -> Iterator[tuple[Period, bool, list[date]]]:
    """The children reviewed by the day of the paper, new ones first, and those reviewed after it.

    With each child, whether it is new and the meetings that could have reviewed it.
    """
    (paper, by_paper), (later, by_later) = ((stock.on, stock.count) for stock in targets.CHILDREN_AT_RESOURCES_PANEL)
    here = [period for period in periods if period.care.started_on <= paper < (period.care.ended_on or date.max)]
    fresh = [period for period in here if period.care.started_on >= add_days(RESOURCES_PANEL_STARTS, -11)]
    costly = [period for period in here if period not in fresh and _is_costly(_stay_on(period, paper))]
    rng.shuffle(costly)
    reviewed: set[str] = set()
    for period in (*fresh, *costly):
        days = [day for day in meetings if period.care.started_on <= day <= paper]
        if days and len(reviewed) < by_paper:
            reviewed.add(period.child.person_id)
            yield period, period in fresh, days
    for period in periods:
        days = [day for day in meetings if day >= period.care.started_on]
        if period.care.started_on > paper and period.child.person_id not in reviewed:
            if len(reviewed) == by_later:
                days = [day for day in days if day > later]
            if days:
                if days[0] <= later:
                    reviewed.add(period.child.person_id)
                yield period, True, days
    for period in costly:
        if period.child.person_id not in reviewed and len(reviewed) < by_later:
            reviewed.add(period.child.person_id)
            yield period, False, [day for day in meetings if paper < day <= later]


def _is_costly(stay: Stay) -> bool:
    return stay.placement_type[0] in "KSRH" or not stay.is_in_authority


def _stay_on(period: Period, day: date) -> Stay:
    """Where the child lived on the day, or at first."""
    return next((stay for stay in reversed(period.stays) if stay.started_on <= day), period.stays[0])


def _weekdays(month: date, weekday: int) -> list[date]:
    """Every such weekday of the month, moved on when it is a bank holiday."""
    first = add_days(month, (weekday - month.weekday()) % 7)
    days = [add_days(first, 7 * number) for number in range(5)]
    return [next_working_day(day) for day in days if day.month == month.month]
