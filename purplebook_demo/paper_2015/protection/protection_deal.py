"""Deal out conferences and child protection plans so that counts and stocks meet their targets.

Works on sibling groups: all children of a conference share its date, its plan and the plan's end.  Knows nothing about
who the children are.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.authority import CATEGORIES_TO_2015
from purplebook_demo.paper_2015.calendar import (
    HISTORY_START,
    PAPER_DAY,
    RECORDS_END,
    add_days,
    add_working_days,
    first_of_month,
    last_of_month,
    months,
    next_working_day,
    working_day_in_month,
    working_days_between,
)
from purplebook_demo.paper_2015.chance import Dealer, between, group_sizes
from purplebook_demo.paper_2015.margins import CannotBeMet, Part, nearest_part
from purplebook_demo.paper_2015.protection.category_quotas import deal_categories
from purplebook_demo.paper_2015.protection.plan_lengths import (
    Aim,
    Lasting,
    days_when_ended,
    days_while_open,
    long_when_ended,
    long_while_open,
    meet_aims,
)

CHANCE_TO_END: dict[int, float] = {1: 1.0, 2: 3.2, 3: 4.5}
"""How likely a plan is to end at its first, second or third review, against the others of the month."""
DEALS = 25
"""How often conferences are dealt anew before giving up; about one deal in four cannot be brought to every count."""
OLD = 1000
IN_TIME = 15
"""Working days from the strategy discussion within which a conference is in time."""


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
    has_enquiry: bool = True
    """Whether a section 47 enquiry came before the conference."""


@dataclass(frozen=True)
class ProtectionDeal:
    """Every conference, and the day on which each ended plan ended."""

    groups: tuple[ConferenceGroup, ...]
    ended_on: dict[str, date]


def deal_protection(rng: random.Random) -> ProtectionDeal:
    """Conferences and plans that meet every printed count; dealt anew when the groups drawn leave no way to one."""
    for _ in range(DEALS - 1):
        try:
            return _deal(rng)
        except CannotBeMet:
            continue
    return _deal(rng)


def _deal(rng: random.Random) -> ProtectionDeal:
    """Conferences for every month, then as many plan ends as the stock at the month's end asks for."""
    # One month beyond the records: enquiries of the last one whose conference is still to come.
    span = months(HISTORY_START, add_days(RECORDS_END, 1))
    groups = _meet_timeliness(rng, _meet_starts(_conferences(rng, span)))
    stocks = targets.stock_path(targets.PROTECTION_PLANS_OPEN, tuple(last_of_month(month) for month in span))
    started: dict[date, list[ConferenceGroup]] = {}
    for group in groups:
        if group.has_plan:
            started.setdefault(first_of_month(group.conference_on), []).append(group)
    still_open: list[ConferenceGroup] = []
    ended_on: dict[str, date] = {}
    for month in span:
        candidates = list(still_open)
        still_open.extend(started.get(month, []))
        if month > RECORDS_END:
            break
        surplus = sum(group.size for group in still_open) - stocks[last_of_month(month)]
        for group, day in _ending(rng, candidates, surplus, month):
            ended_on[group.meeting_id] = day
        still_open = [group for group in still_open if group.meeting_id not in ended_on]
    plans = [
        Lasting(group.meeting_id, group.size, group.conference_on, group.schedule) for group in groups if group.has_plan
    ]
    ends = meet_aims(rng, plans, {plan.key: ended_on.get(plan.key) for plan in plans}, _aims())
    categories = deal_categories(
        rng, plans, ends, first=targets.PLANS_BY_CATEGORY[0], second=targets.PLANS_BY_CATEGORY[1]
    )
    others = Dealer(rng, CATEGORIES_TO_2015)
    groups = [replace(group, category=categories.get(group.meeting_id) or others.deal(group.size)) for group in groups]
    return ProtectionDeal(tuple(groups), {key: day for key, day in ends.items() if day})


def _aims() -> tuple[Aim, ...]:
    """What the paper prints of how long plans last."""
    return (
        *(long_when_ended(flow.first, flow.last, flow.count) for flow in targets.LONG_PLANS_ENDED),
        *(long_while_open(stock.on, stock.count) for stock in targets.LONG_PLANS_OPEN),
        *(days_while_open(item.last, item.days, within=item.within) for item in targets.TIME_ON_OPEN_PLANS),
        *(
            days_when_ended(item.first, item.last, item.days, within=item.within)
            for item in targets.TIME_ON_ENDED_PLANS
        ),
    )


def _conferences(rng: random.Random, span: tuple[date, ...]) -> list[ConferenceGroup]:
    """Every conference, with a plan or without in about the shares that each time had."""
    conferences = targets.monthly(targets.INITIAL_CONFERENCES)
    transfers = targets.monthly(targets.TRANSFER_IN_CONFERENCES)
    dealers: dict[float, Dealer[bool]] = {}
    groups: list[ConferenceGroup] = []
    for month in span:
        for is_transfer_in, count in ((False, conferences[month]), (True, transfers[month])):
            for size in group_sizes(rng, count):
                number = f"M{len(groups) + 1:05d}"
                is_in_time = _owed(rng, dealers, targets.share_on(targets.CONFERENCE_IN_TIME, month)).deal(size)
                to_plan = 1.0 if is_transfer_in else targets.share_on(targets.CONFERENCE_TO_PLAN, month)
                has_plan = _owed(rng, dealers, to_plan).deal(size)
                groups.append(
                    _conference(
                        rng,
                        number,
                        size,
                        month,
                        is_transfer_in=is_transfer_in,
                        is_in_time=is_in_time,
                        has_plan=has_plan,
                    )
                )
    return groups


def _meet_starts(groups: list[ConferenceGroup]) -> list[ConferenceGroup]:
    """The same conferences, of which exactly as many children get a plan in each span as the targets say."""
    made = list(groups)
    for flow in targets.PLAN_STARTS:
        within = [index for index, group in enumerate(made) if flow.first <= group.conference_on <= flow.last]
        surplus = sum(made[index].size for index in within if made[index].has_plan) - flow.count
        for index in sorted(within, key=lambda index: -made[index].size):
            group = made[index]
            if group.has_plan is (surplus > 0) and not group.is_transfer_in and 0 < group.size <= abs(surplus):
                made[index] = replace(group, has_plan=not group.has_plan)
                surplus -= group.size if surplus > 0 else -group.size
        if surplus:
            raise CannotBeMet(f"{flow.count} plans cannot start between {flow.first} and {flow.last}: {surplus:+d}")
    return made


def _meet_timeliness(rng: random.Random, groups: list[ConferenceGroup]) -> list[ConferenceGroup]:
    """The same conferences, a few without an enquiry before them, the others in time as often as is printed."""
    made = list(groups)
    for quota in targets.CONFERENCES_IN_TIME:
        within = [
            index
            for index, group in enumerate(made)
            if quota.first <= group.conference_on <= quota.last and not group.is_transfer_in
        ]
        rng.shuffle(within)
        left = quota.without_enquiry
        for index in within:
            if made[index].size <= left:
                left -= made[index].size
                made[index] = replace(made[index], has_enquiry=False)
        timed = [index for index in within if made[index].has_enquiry]
        in_time = sum(made[index].size for index in timed if _is_in_time(made[index]))
        aim = nearest_part(
            quota.printed, near=Part(in_time, sum(made[index].size for index in timed)), bottom_is_fixed=True
        )
        surplus = in_time - aim.top
        for index in sorted(timed, key=lambda index: -made[index].size):
            group = made[index]
            if _is_in_time(group) is (surplus > 0) and group.size <= abs(surplus):
                wait = 16 + between(rng, 0, 9) if surplus > 0 else between(rng, 9, IN_TIME)
                made[index] = replace(group, strategy_on=add_working_days(group.conference_on, -wait))
                surplus -= group.size if surplus > 0 else -group.size
        if surplus or left:
            raise CannotBeMet(f"{quota.printed}% of conferences in time cannot be met from {quota.first}")
    return made


def _is_in_time(group: ConferenceGroup) -> bool:
    return working_days_between(group.strategy_on, group.conference_on) <= IN_TIME


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
    *,
    is_transfer_in: bool,
    is_in_time: bool,
    has_plan: bool,
) -> ConferenceGroup:
    day = working_day_in_month(rng, month)
    wait = between(rng, 9, 15) if is_in_time else 16 + int(rng.expovariate(1 / 6))
    due = add_days(day, between(rng, 84, 91))
    schedule: list[date] = []
    while due < add_days(PAPER_DAY, 200):
        schedule.append(add_working_days(next_working_day(due), -between(rng, 0, 4)))
        due = add_days(due, between(rng, 172, 182))
    return ConferenceGroup(
        meeting_id=meeting_id,
        size=size,
        conference_on=day,
        strategy_on=add_working_days(day, -wait),
        is_transfer_in=is_transfer_in,
        has_plan=has_plan,
        category="",
        schedule=tuple(schedule),
    )


def _ending(
    rng: random.Random, candidates: Sequence[ConferenceGroup], surplus: int, month: date
) -> list[tuple[ConferenceGroup, date]]:
    """Groups whose plans end this month, `surplus` children in all where the group sizes allow it."""
    last = last_of_month(month)
    drawn: list[tuple[float, ConferenceGroup, date]] = []
    for group in candidates:
        reviews = [(number, day) for number, day in enumerate(group.schedule, start=1) if month <= day <= last]
        is_old = (month - group.conference_on).days > OLD
        if is_old:
            # Nobody's plan lasts much longer.
            drawn.append((-1.0, group, reviews[0][1] if reviews else working_day_in_month(rng, month)))
        elif reviews:
            number, day = reviews[0]
            # An exponential race: the larger the chance, the earlier the mark.
            drawn.append((rng.expovariate(CHANCE_TO_END.get(number, 6.0)), group, day))
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


def reviews_held(group: ConferenceGroup, ended_on: date | None) -> tuple[date, ...]:
    """The group's review conferences up to the end of its plan; the last one ended it."""
    last = ended_on or RECORDS_END
    held = [day for day in group.schedule if day < last]
    return (*held, ended_on) if ended_on else tuple(held)
