"""Deal out conferences and child protection plans so that counts and stocks meet their targets.

Works on sibling groups: all children of a conference share its date, its plan and the plan's end.  Knows nothing about
who the children are.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from purplebook.demo import targets
from purplebook.demo.authority import CATEGORIES_FROM_2015, CATEGORIES_TO_2015
from purplebook.demo.calendar import (
    HISTORY_START,
    PAPER_DAY,
    RECORDS_END,
    add_days,
    add_working_days,
    last_of_month,
    months,
    next_working_day,
    working_day_in_month,
)
from purplebook.demo.chance import Dealer, between, group_sizes

CHANCE_TO_END: dict[int, float] = {1: 1.0, 2: 3.2, 3: 4.5}
"""How likely a plan is to end at its first, second or third review, against the others of the month."""
DECIDING_REVIEW = 4
"""At this review, some twenty months in, it is settled whether the plan will last two years."""
TWO_YEARS_DAYS = 729
"""From a plan's first day to the day on which it has lasted two years, both counted."""
ROOM_ABOVE_STOCK = 2
"""Children let through to two years beyond the stock, so that some plans of two years end, too."""
NEW_CATEGORIES_START = date(2015, 5, 1)


@dataclass(frozen=True)
class ConferenceGroup:
    """The siblings at one conference, and what became of them together."""

    meeting_id: str
    size: int
    conference_on: date
    strategy_on: date
    is_transfer_in: bool
    has_plan: bool
    category: str
    schedule: tuple[date, ...]
    """Reviews due if the plan lasts: three months in, then every six."""


@dataclass(frozen=True)
class ProtectionDeal:
    """Every conference, and the day on which each ended plan ended."""

    groups: tuple[ConferenceGroup, ...]
    ended_on: dict[str, date]


def deal_protection(rng: random.Random) -> ProtectionDeal:
    """Conferences for every month, then as many plan ends as the stock at the month's end asks for."""
    conferences = targets.monthly(targets.INITIAL_CONFERENCES)
    transfers = targets.monthly(targets.TRANSFER_IN_CONFERENCES)
    # One month beyond the records: enquiries of the last month whose conference is still to come.
    span = months(HISTORY_START, add_days(RECORDS_END, 1))
    stocks = targets.stock_path(targets.PROTECTION_PLANS_OPEN, tuple(last_of_month(month) for month in span))
    categories = (Dealer(rng, CATEGORIES_TO_2015), Dealer(rng, CATEGORIES_FROM_2015))
    dealers: dict[float, Dealer[bool]] = {}
    groups: list[ConferenceGroup] = []
    still_open: list[ConferenceGroup] = []
    ended_on: dict[str, date] = {}
    for month in span:
        for is_transfer_in, count in ((False, conferences[month]), (True, transfers[month])):
            for size in group_sizes(rng, count):
                number = f"M{len(groups) + 1:05d}"
                category = categories[month >= NEW_CATEGORIES_START].deal(size)
                is_in_time = _owed(rng, dealers, targets.share_on(targets.CONFERENCE_IN_TIME, month)).deal(size)
                to_plan = 1.0 if is_transfer_in else targets.share_on(targets.CONFERENCE_TO_PLAN, month)
                has_plan = _owed(rng, dealers, to_plan).deal(size)
                groups.append(
                    _conference(
                        rng,
                        number,
                        size,
                        month,
                        category,
                        is_transfer_in=is_transfer_in,
                        is_in_time=is_in_time,
                        has_plan=has_plan,
                    )
                )
        started = [group for group in groups if group.has_plan and group.conference_on >= month]
        candidates = list(still_open)
        still_open.extend(started)
        if month > RECORDS_END:
            break
        surplus = sum(group.size for group in still_open) - stocks[last_of_month(month)]
        for group, day in _ending(rng, candidates, surplus, month):
            ended_on[group.meeting_id] = day
        still_open = [group for group in still_open if group.meeting_id not in ended_on]
    return ProtectionDeal(tuple(groups), ended_on)


def _owed(rng: random.Random, dealers: dict[float, Dealer[bool]], share: float) -> Dealer[bool]:
    """The dealer of yes and no at this share, so that every share is kept over the time in which it holds."""
    if share not in dealers:
        dealers[share] = Dealer(rng, ((True, share), (False, 1 - share)))
    return dealers[share]


def _conference(
    rng: random.Random,
    meeting_id: str,
    size: int,
    month: date,
    category: str,
    *,
    is_transfer_in: bool,
    is_in_time: bool,
    has_plan: bool,
) -> ConferenceGroup:
    day = working_day_in_month(rng, month)
    wait = between(rng, 9, 15) if is_in_time else 16 + int(rng.expovariate(1 / 6))
    due = add_days(day, between(rng, 84, 91))
    schedule: list[date] = []
    while len(schedule) < DECIDING_REVIEW or due < add_days(PAPER_DAY, 200):
        schedule.append(add_working_days(next_working_day(due), -between(rng, 0, 4)))
        due = add_days(due, between(rng, 172, 182))
    return ConferenceGroup(
        meeting_id=meeting_id,
        size=size,
        conference_on=day,
        strategy_on=add_working_days(day, -wait),
        is_transfer_in=is_transfer_in,
        has_plan=has_plan,
        category=category,
        schedule=tuple(schedule),
    )


def _ending(
    rng: random.Random, candidates: Sequence[ConferenceGroup], surplus: int, month: date
) -> list[tuple[ConferenceGroup, date]]:
    """Groups whose plans end this month, `surplus` children in all where the group sizes allow it."""
    last = last_of_month(month)
    over = _over_two_years(candidates, last)
    let_through = _let_through(candidates, month)
    drawn: list[tuple[float, ConferenceGroup, date]] = []
    for group in candidates:
        reviews = [(number, day) for number, day in enumerate(group.schedule, start=1) if month <= day <= last]
        is_long = group.schedule[DECIDING_REVIEW - 1] < month
        if reviews and not is_long:
            number, day = reviews[0]
            # An exponential race: the larger the chance, the earlier the mark.
            mark = rng.expovariate(CHANCE_TO_END.get(number, 1.0))
            if number == DECIDING_REVIEW:
                mark = 50.0 if group.meeting_id in let_through else 0.0
            drawn.append((mark, group, day))
        elif is_long:
            day = reviews[0][1] if reviews else working_day_in_month(rng, month)
            drawn.append((0.0 if group.meeting_id in over else 60.0, group, day))
        elif (last - group.conference_on).days > 75:
            # A review brought forward, used only when reviews that are due do not end enough plans.
            early = working_day_in_month(rng, month)
            if (early - group.conference_on).days > 60:
                drawn.append((10 + rng.expovariate(1.0), group, early))
    found: list[tuple[ConferenceGroup, date]] = []
    for _, group, day in sorted(drawn, key=lambda item: (item[0], item[1].meeting_id)):
        if group.size <= surplus:
            found.append((group, day))
            surplus -= group.size
    return found


def _over_two_years(candidates: Sequence[ConferenceGroup], last: date) -> frozenset[str]:
    """Groups of two years or more, oldest first, that are more than the target leaves open."""
    aged = [group for group in candidates if (last - group.conference_on).days >= TWO_YEARS_DAYS]
    excess = sum(group.size for group in aged) - _two_year_stock(last)
    found: list[str] = []
    for group in sorted(aged, key=lambda group: group.conference_on):
        if group.size <= excess:
            found.append(group.meeting_id)
            excess -= group.size
    return frozenset(found)


def _let_through(candidates: Sequence[ConferenceGroup], month: date) -> frozenset[str]:
    """Groups at their deciding review this month whose plans may go on to two years."""
    going = sum(group.size for group in candidates if group.schedule[DECIDING_REVIEW - 1] < month)
    found: list[str] = []
    for group in sorted(candidates, key=lambda group: group.size):
        if month <= group.schedule[DECIDING_REVIEW - 1] <= last_of_month(month):
            room = _two_year_stock(add_days(group.conference_on, TWO_YEARS_DAYS)) + ROOM_ABOVE_STOCK
            if going + group.size <= room:
                found.append(group.meeting_id)
                going += group.size
    return frozenset(found)


def _two_year_stock(day: date) -> int:
    end = last_of_month(day)
    return targets.stock_path(targets.PLANS_OF_TWO_YEARS, (end,))[end]


def reviews_held(group: ConferenceGroup, ended_on: date | None) -> tuple[date, ...]:
    """The group's review conferences up to the end of its plan; the last one ended it."""
    last = ended_on or RECORDS_END
    held = [day for day in group.schedule if day < last]
    return (*held, ended_on) if ended_on else tuple(held)
