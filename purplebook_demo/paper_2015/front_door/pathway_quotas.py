"""Pathway plans by quota: as many care leavers had a current one before the drive of 2015 as the paper prints."""

from __future__ import annotations

import random
from datetime import date

from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.calendar import PAPER_DAY, add_days, add_months, age_on, next_working_day
from purplebook_demo.paper_2015.care.looked_after import Period
from purplebook_demo.paper_2015.chance import day_between
from purplebook_demo.paper_2015.margins import Part, nearest_part

PATHWAY_MONTHS = 6


def is_on_register(period: Period, on: date = PAPER_DAY) -> bool:
    """Whether the young person is a care leaver aged 19 to 21 on the day."""
    return period.care.end_reason == "E17" and 19 <= age_on(period.care.born_on, on) <= 21


def meet_before_drive(
    rng: random.Random, drafts: list[tuple[Period, tuple[date, ...]]]
) -> list[tuple[Period, tuple[date, ...]]]:
    """The same plans, with so many care leavers' current before the drive as the target says."""
    on, printed = targets.LEAVERS_PLANNED_BEFORE_DRIVE
    since = add_days(add_months(on, -PATHWAY_MONTHS), 5)
    leavers = [place for place, (period, _) in enumerate(drafts) if is_on_register(period, on)]
    if not leavers:
        return drafts
    current = [place for place in leavers if any(_is_between(day, since, on) for day in drafts[place][1])]
    aim = nearest_part(printed, near=Part(len(current), len(leavers)), bottom_is_fixed=True)
    made = list(drafts)
    surplus = len(current) - aim.top
    others = [place for place in leavers if place not in current]
    for place in rng.sample(current if surplus > 0 else others, abs(surplus)):
        period, dates = made[place]
        if surplus > 0:
            kept = tuple(day for day in dates if not _is_between(day, add_days(since, -6), on))
        else:
            kept = tuple(sorted((*dates, next_working_day(day_between(rng, since, add_days(on, -4))))))
        made[place] = (period, kept)
    # Days within a week of six months before are moved out of doubt on either side.
    return [
        (period, tuple(day for day in dates if not _is_between(day, add_days(since, -6), add_days(since, -1))))
        if place in leavers
        else (period, dates)
        for place, (period, dates) in enumerate(made)
    ]


def _is_between(day: date, first: date, last: date) -> bool:
    return first <= day <= last
