"""Adjust placements so that as many children as the targets say live far away, or have moved often, on given days.

Chance deals the placements; here a few of those begun since the day before are altered, day by day, until the count is
met or nothing more fits.  Earlier days are never disturbed.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.authority import AUTHORITY_NAME, NEIGHBOURS
from purplebook_demo.paper_2015.calendar import RECORDS_START, add_days, add_years, is_open
from purplebook_demo.paper_2015.care.looked_after import Period
from purplebook_demo.paper_2015.care.placements import ACROSS_THE_BOROUGH, NOT_KNOWN, Stay
from purplebook_demo.paper_2015.chance import between, weighted
from purplebook_demo.paper_2015.target_kinds import Stock

SAME_CARER = ("A3", "A5")
"""Placed for adoption with the foster carer: no move."""
OFTEN = 3
"""Placements in twelve months that make a child one who has moved often."""
TOWARDS_ADOPTION = ("A3", "A4", "A5", "A6", "U5")
"""Placements that belong to the milestones of an adoption: these stay as they are."""
SHORTEST_STAY = 10
Adjusted = tuple[Stay, ...]


def meet_moves(rng: random.Random, periods: tuple[Period, ...]) -> tuple[Period, ...]:
    """The same periods with moves added or taken away until as many children moved often as the targets say."""
    stays: dict[str, Adjusted] = {period.period_id: period.stays for period in periods}
    before = RECORDS_START
    for target in targets.MOVED_OFTEN:
        _meet_moves(rng, periods, stays, target, after=before)
        before = target.on
    return tuple(replace(period, stays=stays[period.period_id]) for period in periods)


def meet_distances(rng: random.Random, periods: tuple[Period, ...]) -> tuple[Period, ...]:
    """The same periods with placements near or far until as many are far as the targets say."""
    stays: dict[str, Adjusted] = {period.period_id: period.stays for period in periods}
    before = date.min
    for target in targets.PLACED_FAR:
        _meet_distance(rng, periods, stays, target, after=before)
        before = target.on
    return tuple(replace(period, stays=stays[period.period_id]) for period in periods)


def _meet_moves(
    rng: random.Random,
    periods: tuple[Period, ...],
    stays: dict[str, Adjusted],
    target: Stock,
    *,
    after: date,
) -> None:
    """Add or take away moves after `after` until enough children have had three placements in the year to the day."""
    earlier: dict[str, list[str]] = {}
    for period in periods:
        earlier.setdefault(period.child.person_id, []).append(period.period_id)
    looked_after = [period for period in periods if is_open(period.care.started_on, period.care.ended_on, target.on)]
    rng.shuffle(looked_after)

    def had(period: Period) -> int:
        """Placements of the child in the twelve months to the day."""
        mine = [stay for period_id in earlier[period.child.person_id] for stay in stays[period_id]]
        return sum(1 for stay in mine if _counts(stay, target.on))

    surplus = sum(1 for period in looked_after if had(period) >= OFTEN) - target.count
    for period in sorted(looked_after, key=had):
        if surplus == 0:
            return
        key, count = period.period_id, had(period)
        if surplus > 0 and count >= OFTEN:
            fewer: Adjusted | None = stays[key]
            for _ in range(count - OFTEN + 1):
                fewer = _without_a_move(fewer, first=after, last=target.on) if fewer else None
            if fewer:
                stays[key] = fewer
                surplus -= 1
        elif surplus < 0 and count == OFTEN - 1 and period.care.adoption is None:
            more = _with_a_move(rng, stays[key], first=after, last=target.on)
            if more:
                stays[key] = more
                surplus += had(period) >= OFTEN


def _counts(stay: Stay, day: date) -> bool:
    is_recent = stay.ended_on is None or stay.ended_on > add_years(day, -1)
    return stay.placement_type not in SAME_CARER and stay.started_on <= day and is_recent


def _without_a_move(stays: Adjusted, *, first: date, last: date) -> Adjusted | None:
    """The placements without one that began in the span: the one before it lasts longer."""
    for index in range(1, len(stays)):
        stay = stays[index]
        if first < stay.started_on <= last and stay.placement_type not in TOWARDS_ADOPTION:
            longer = replace(stays[index - 1], ended_on=stay.ended_on, change_reason=stay.change_reason)
            return (*stays[: index - 1], longer, *stays[index + 1 :])
    return None


def _with_a_move(rng: random.Random, stays: Adjusted, *, first: date, last: date) -> Adjusted | None:
    """The placements with the one that was open on the last day begun anew some time in the span."""
    for index, stay in enumerate(stays):
        if not is_open(stay.started_on, stay.ended_on, last):
            continue
        low = add_days(max(stay.started_on, first), SHORTEST_STAY)
        if low > last or stay.placement_type in TOWARDS_ADOPTION:
            return None
        moved_on = add_days(low, between(rng, 0, (last - low).days))
        old = replace(stay, ended_on=moved_on, change_reason="CARPL")
        new = replace(stay, started_on=moved_on)
        if stay.ended_on and (stay.ended_on - moved_on).days < SHORTEST_STAY:
            return None
        return (*stays[:index], old, new, *stays[index + 1 :])
    return None


def _meet_distance(
    rng: random.Random,
    periods: tuple[Period, ...],
    stays: dict[str, Adjusted],
    target: Stock,
    *,
    after: date,
) -> None:
    """Turn near placements begun after `after` into far ones or the other way until the count on the day is met."""
    found: list[tuple[str, int]] = []
    far = 0
    for period in periods:
        for index, stay in enumerate(stays[period.period_id]):
            if is_open(stay.started_on, stay.ended_on, target.on):
                far += is_far(stay)
                if stay.started_on > after and stay.distance_miles != NOT_KNOWN:
                    found.append((period.period_id, index))
    rng.shuffle(found)
    alter: Callable[[random.Random, Stay], Stay] = _brought_near if far > target.count else _sent_far
    for key, index in _that(found, stays, is_wanted_far=far > target.count)[: abs(far - target.count)]:
        mine = stays[key]
        stays[key] = (*mine[:index], alter(rng, mine[index]), *mine[index + 1 :])


def _that(
    found: Sequence[tuple[str, int]], stays: dict[str, Adjusted], *, is_wanted_far: bool
) -> list[tuple[str, int]]:
    return [
        (key, index)
        for key, index in found
        if is_far(stays[key][index]) is is_wanted_far and stays[key][index].placement_type != "P1"
    ]


def is_far(stay: Stay) -> bool:
    """Outside the authority and more than 20 miles from home, as far as is known."""
    miles = stay.distance_miles
    return not stay.is_in_authority and miles is not None and miles != NOT_KNOWN and float(miles) > 20


def _brought_near(rng: random.Random, stay: Stay) -> Stay:
    return replace(
        stay,
        is_in_authority=True,
        authority=AUTHORITY_NAME,
        distance_miles=f"{between(rng, 30, ACROSS_THE_BOROUGH) / 100:.2f}",
    )


def _sent_far(rng: random.Random, stay: Stay) -> Stay:
    return replace(
        stay,
        is_in_authority=False,
        authority=weighted(rng, NEIGHBOURS),
        distance_miles=f"{between(rng, 2050, 13500) / 100:.2f}",
    )
