"""Long stays in one placement, and placements far away inside the boundary, by quota.

Altered after the children who moved often: a move is added to or taken from a child only where the number of children
with three placements in a year stays as it is.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from purplebook_demo.paper_2015.calendar import add_days, add_months, add_years, age_on, is_open
from purplebook_demo.paper_2015.care.looked_after import Period
from purplebook_demo.paper_2015.care.placements import NOT_KNOWN, Stay
from purplebook_demo.paper_2015.care.spell_quotas import ADULT_FOR_STABILITY, LONG_MONTHS
from purplebook_demo.paper_2015.chance import between
from purplebook_demo.paper_2015.margins import CannotBeMet, Part, nearest_part

ADOPTIVE = ("A3", "A4", "A5", "A6")
TOWARDS_ADOPTION = (*ADOPTIVE, "U5")


def meet_stability(rng: random.Random, periods: tuple[Period, ...], *, on: date, printed: str) -> tuple[Period, ...]:
    """`printed` per cent of the children under 16 in care for two and a half years have been two years in one place."""
    made = list(periods)
    judged = [index for index, period in enumerate(made) if _is_judged(period, on)]
    stable = {index for index in judged if _is_stable(made[index].stays, on)}
    aim = nearest_part(printed, near=Part(len(stable), len(judged)), bottom_is_fixed=True).top
    surplus = len(stable) - aim
    rng.shuffle(judged)
    for index in judged:
        if surplus == 0:
            break
        stays = made[index].stays
        altered = None
        if surplus > 0 and index in stable:
            altered = _with_a_move(rng, stays, on)
        elif surplus < 0 and index not in stable:
            altered = _without_moves(stays, on)
        if altered is not None:
            made[index] = replace(made[index], stays=altered)
            surplus -= 1 if surplus > 0 else -1
    if surplus:
        raise CannotBeMet(f"{printed}% of long stays cannot be met: {surplus:+d}")
    return tuple(made)


def meet_far_inside(
    rng: random.Random, periods: tuple[Period, ...], *, days: Sequence[date], count: int
) -> tuple[Period, ...]:
    """On each of the days `count` children, the same ones, live inside the boundary and over 20 miles from home.

    Their families moved away, or they came from elsewhere.
    """
    made = list(periods)
    fitting = [
        (index, place)
        for index, period in enumerate(made)
        for place, stay in enumerate(period.stays)
        if stay.is_in_authority and stay.distance_miles != NOT_KNOWN and stay.placement_type != "P1"
        if all(is_open(stay.started_on, stay.ended_on, day) for day in days)
    ]
    rng.shuffle(fitting)
    if len(fitting) < count:
        raise CannotBeMet(f"{count} children cannot be far from home inside the boundary")
    for index, place in fitting[:count]:
        stays = list(made[index].stays)
        stays[place] = replace(stays[place], distance_miles=f"{between(rng, 2050, 7500) / 100:.2f}")
        made[index] = replace(made[index], stays=tuple(stays))
    return tuple(made)


def _is_judged(period: Period, on: date) -> bool:
    care = period.care
    is_here = is_open(care.started_on, care.ended_on, on)
    return (
        is_here and age_on(care.born_on, on) < ADULT_FOR_STABILITY and care.started_on <= add_months(on, -LONG_MONTHS)
    )


def _is_stable(stays: tuple[Stay, ...], on: date) -> bool:
    since = add_months(on, -24)
    moves = sum(since < stay.started_on <= on for stay in stays)
    here = next(stay for stay in stays if is_open(stay.started_on, stay.ended_on, on))
    return here.started_on <= since or (here.placement_type in ADOPTIVE and moves <= 1)


def _with_a_move(rng: random.Random, stays: tuple[Stay, ...], on: date) -> tuple[Stay, ...] | None:
    """The placement open on the day begun anew between one and two years before it, when no year is counted."""
    place = next(index for index, stay in enumerate(stays) if is_open(stay.started_on, stay.ended_on, on))
    stay = stays[place]
    if stay.placement_type in TOWARDS_ADOPTION:
        return None
    # From April to August a year and more before the day: in no twelve months but those to 31 March 2015, where one
    # placement more does not make three of a single one.
    moved_on = add_days(add_years(on, -1), -between(rng, 20, 140))
    if (moved_on - stay.started_on).days < 100 or _in_year(stays, on) > 1 or len(stays) > place + 1:
        return None
    year_to_march = date(on.year, 3, 31)
    if _in_year(stays, year_to_march) > 1:
        return None
    old = replace(stay, ended_on=moved_on, change_reason="CARPL")
    return (*stays[:place], old, replace(stay, started_on=moved_on), *stays[place + 1 :])


def _without_moves(stays: tuple[Stay, ...], on: date) -> tuple[Stay, ...] | None:
    """The child has stayed for two years where it was then; only where no year's three placements become fewer."""
    since = add_months(on, -24)
    place = next(index for index, stay in enumerate(stays) if is_open(stay.started_on, stay.ended_on, on))
    first = next(index for index, stay in enumerate(stays) if is_open(stay.started_on, stay.ended_on, since))
    if any(stay.placement_type in TOWARDS_ADOPTION for stay in stays[first : place + 1]):
        return None
    if any(_in_year(stays, day) >= 3 for day in (date(on.year - 1, 3, 31), date(on.year, 3, 31), on)):
        return None
    longer = replace(stays[first], ended_on=stays[place].ended_on, change_reason=stays[place].change_reason)
    return (*stays[:first], longer, *stays[place + 1 :])


def _in_year(stays: tuple[Stay, ...], day: date) -> int:
    return sum(
        stay.started_on <= day and (stay.ended_on is None or stay.ended_on > add_years(day, -1)) for stay in stays
    )
