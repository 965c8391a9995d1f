"""Disabled children who are looked after only for agreed short breaks: V4 while the agreement lasts, V3 for each stay.

They are on the register, and published figures leave them out: records without them would hide that mistake.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from purplebook_demo.paper_2015.authority import AUTHORITY_NAME
from purplebook_demo.paper_2015.calendar import PAPER_DAY, RECORDS_START, add_days, age_on, known, last_of_month, months
from purplebook_demo.paper_2015.care.looked_after import Period
from purplebook_demo.paper_2015.care.placements import Status, Stay
from purplebook_demo.paper_2015.chance import between, pick
from purplebook_demo.paper_2015.journeys import IN_NEED, Care, Journey, World

STILL_AGREED, AGREED_ONCE, STAY_BY_STAY = 5, 6, 2
"""Children whose agreement is open at the end, whose agreement ended, and whose stays are recorded one by one."""
SHORTEST_NEED = 330
"""Days in need of the children to whom short breaks are given."""


def deal_short_breaks(rng: random.Random, world: World) -> tuple[Period, ...]:
    """Periods of care made of nothing but short breaks; their children are never looked after in another way.

    Their numbers go on from those of the other periods.
    """
    in_care = {journey.person_id for journey in world.journeys if journey.care}
    fitting = {
        journey.person_id: journey
        for journey in world.journeys
        if journey.person_id not in in_care
        and journey.kind == IN_NEED
        and journey.protection is None
        and journey.referred_on >= RECORDS_START
        and (journey.last_day - journey.referred_on).days >= SHORTEST_NEED
        and 4 <= age_on(world.children[journey.person_id].born_on, journey.referred_on) <= 14
    }
    still_in_need = [journey for journey in fitting.values() if journey.closed_on is None]
    agreed = rng.sample(still_in_need, STILL_AGREED)
    others = [journey for journey in fitting.values() if journey.last_day <= PAPER_DAY]
    over = rng.sample(others, AGREED_ONCE + STAY_BY_STAY)
    first_number = 1 + sum(1 for journey in world.journeys if journey.care)
    spans: list[tuple[Journey, date, date | None, str]] = []
    for journey in agreed:
        spans.append((journey, add_days(journey.referred_on, between(rng, 60, 200)), None, "V4"))
    for journey in over[:AGREED_ONCE]:
        started_on = add_days(journey.referred_on, between(rng, 60, 120))
        spans.append((journey, started_on, add_days(journey.last_day, -between(rng, 20, 120)), "V4"))
    for journey in over[AGREED_ONCE:]:
        spans += [(journey, *weekend, "V3") for weekend in _weekends(rng, journey)]
    return tuple(
        _period(rng, world, span, f"L{number:05d}")
        for number, span in enumerate(sorted(spans, key=lambda span: span[1]), start=first_number)
    )


def _weekends(rng: random.Random, journey: Journey) -> list[tuple[date, date]]:
    """A weekend in most months, from Friday to Sunday."""
    found: list[tuple[date, date]] = []
    for month in months(add_days(journey.referred_on, 75), add_days(journey.last_day, -62)):
        fridays = [day for day in (add_days(month, step) for step in range(7, 28)) if day.weekday() == 4]
        started_on = pick(rng, fridays)
        if rng.random() < 0.8 and known(last_of_month(month)):
            found.append((started_on, add_days(started_on, 2)))
    return found


def _period(rng: random.Random, world: World, span: tuple[Journey, date, date | None, str], period_id: str) -> Period:
    journey, started_on, ended_on, status = span
    child = world.children[journey.person_id]
    care = Care(started_on, ended_on, "E8" if ended_on else None, child.born_on, "SHORT_BREAKS")
    stay = Stay(
        started_on=started_on,
        ended_on=ended_on,
        placement_type="U6" if status == "V4" else "K2",
        provider_code="PR1",
        is_in_authority=True,
        authority=AUTHORITY_NAME,
        distance_miles=f"{between(rng, 40, 620) / 100:.2f}",
        weekly_cost=None,
        change_reason=None,
    )
    return Period(
        period_id=period_id,
        journey=replace(journey, need_code="N2"),
        child=child,
        care=care,
        stays=(stay,),
        statuses=(Status(status, started_on, ended_on),),
    )
