"""Write visits: to children on a plan, in need, looked after, by reviewing officers, and to care leavers."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date

from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.calendar import RECORDS_START, add_days, add_working_days, age_on, next_working_day
from purplebook_demo.paper_2015.care.leaving_care import Leaver
from purplebook_demo.paper_2015.care.looked_after import Period
from purplebook_demo.paper_2015.chance import between
from purplebook_demo.paper_2015.journeys import World
from purplebook_demo.paper_2015.protection.plans import in_need_spans

Row = dict[str, object]
NextVisit = Callable[[date], date]


def visit_rows(
    rng: random.Random,
    world: World,
    *,
    periods: tuple[Period, ...],
    leavers: tuple[Leaver, ...],
    plan_of_journey: dict[str, str],
) -> list[Row]:
    """The table `visit`: no visit before birth, before its reason began or after it ended."""
    rows: list[Row] = []

    def add(person_id: str, born_on: date, visit_type: str, days: list[date], seen_share: float, **links: str) -> None:
        for day in days:
            is_seen = rng.random() < seen_share
            is_alone = is_seen and age_on(born_on, day) >= 4 and rng.random() < 0.72
            rows.append(
                {
                    "visit_id": f"V{len(rows) + 1:06d}",
                    "person_id": person_id,
                    "visit_type": visit_type,
                    "visited_on": day,
                    "seen": "Y" if is_seen else "N",
                    "seen_alone": "Y" if is_alone else "N",
                    "bedroom_seen": ("Y" if is_seen and rng.random() < 0.5 else "N") if visit_type == "CP" else None,
                    "is_latest_only": False,
                    **links,
                }
            )

    def protection_visit(day: date) -> date:
        if rng.random() < targets.share_on(targets.PROTECTION_VISIT_IN_TIME, day):
            return add_working_days(day, between(rng, 7, 10))
        return add_working_days(day, between(rng, 11, 24))

    def in_need_visit(day: date) -> date:
        if rng.random() < targets.share_on(targets.CHILD_IN_NEED_VISIT_IN_TIME, day):
            return next_working_day(add_days(day, between(rng, 19, 26)))
        return next_working_day(add_days(day, between(rng, 30, 58)))

    for journey in world.journeys:
        born_on = world.children[journey.person_id].born_on
        protection = journey.protection
        if protection and protection.has_plan:
            first = max(protection.conference_on, born_on)
            last = protection.ended_on or journey.last_day
            days = _series(rng, add_working_days(first, between(rng, 1, 7)), last, protection_visit)
            plan_id = plan_of_journey[journey.journey_id]
            add(journey.person_id, born_on, "CP", days, 0.985, child_protection_plan_id=plan_id)
        for start, last in in_need_spans(journey):
            first = add_working_days(max(start, born_on), between(rng, 2, 14))
            add(journey.person_id, born_on, "CIN", _series(rng, first, last, in_need_visit), 0.93)
    for period in periods:
        person_id, born_on = period.child.person_id, period.child.born_on
        first = add_working_days(period.care.started_on, between(rng, 1, 5))
        links = {"looked_after_period_id": period.period_id}
        add(person_id, born_on, "LAC", _series(rng, first, period.last_day, _six_weekly(rng)), 0.97, **links)
        first = next_working_day(add_days(period.care.started_on, between(rng, 12, 26)))
        add(person_id, born_on, "IRO", _series(rng, first, period.last_day, _twice_a_year(rng)), 0.95, **links)
    for leaver in leavers:
        first = next_working_day(add_days(leaver.left_care_on, between(rng, 10, 50)))
        add(leaver.person_id, leaver.born_on, "PA", _series(rng, first, leaver.last_day, _eight_weekly(rng)), 0.88)
    rows.sort(key=lambda row: (str(row["visited_on"]), str(row["person_id"]), str(row["visit_type"])))
    for index, row in enumerate(rows, start=1):
        row["visit_id"] = f"V{index:06d}"
    return rows


def _series(rng: random.Random, first: date, last: date, following: NextVisit) -> list[date]:
    """Visit days from the first to the last day, of which those before the records start are left out."""
    if first < RECORDS_START:
        first = add_working_days(RECORDS_START, between(rng, 0, 14))
    days: list[date] = []
    day = first
    while day <= last:
        days.append(day)
        day = following(day)
    return days


def _six_weekly(rng: random.Random) -> NextVisit:
    def following(day: date) -> date:
        return next_working_day(add_days(day, between(rng, 30, 42) if rng.random() < 0.86 else between(rng, 44, 80)))

    return following


def _twice_a_year(rng: random.Random) -> NextVisit:
    return lambda day: next_working_day(add_days(day, between(rng, 120, 200)))


def _eight_weekly(rng: random.Random) -> NextVisit:
    return lambda day: next_working_day(add_days(day, between(rng, 35, 62) if rng.random() < 0.8 else 110))
