"""Where looked-after children lived: placements, legal statuses, and the episodes that both cut a period into.

Placements tile the period; an episode begins whenever the placement or the legal status changes.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date

from purplebook_demo.paper_2015.authority import NEIGHBOURS
from purplebook_demo.paper_2015.calendar import RECORDS_END, add_days, add_years, age_on, next_working_day
from purplebook_demo.paper_2015.chance import between, weighted
from purplebook_demo.paper_2015.journeys import Care

CARERS: tuple[tuple[str, float], ...] = (("U6", 0.6), ("U4", 0.2), ("U3", 0.1), ("U1", 0.06), ("P1", 0.04))
TEEN_HOMES: tuple[tuple[str, float], ...] = (
    ("U6", 0.44),
    ("U4", 0.2),
    ("K2", 0.17),
    ("U3", 0.06),
    ("S1", 0.06),
    ("R1", 0.03),
    ("P1", 0.03),
    ("K1", 0.01),
)
OLDER_HOMES: tuple[tuple[str, float], ...] = (
    ("H5", 0.5),
    ("U6", 0.24),
    ("K2", 0.14),
    ("P2", 0.08),
    ("R5", 0.02),
    ("R3", 0.02),
)
UNACCOMPANIED_HOMES: tuple[tuple[str, float], ...] = (("U6", 0.6), ("H5", 0.4))
USUALLY_FAR = frozenset({"K2", "K1", "S1", "R1", "R5"})
WEEKLY_COST = {"K": 3100, "S": 2600, "R": 2400, "H": 950, "U": 560, "P": 120, "A": 0}
UNSETTLED_SHARE = 0.33
FOSTER_TO_ADOPT_SHARE = 0.12
NOT_KNOWN = "999.90"
LONGEST_STAY = 3000
"""Days after which a placement is as good as for ever: no child of the records stays longer."""
DISTANCE_NOT_RECORDED = 0.015
ACROSS_THE_BOROUGH = 600
"""Hundredths of a mile from one end of the authority to the other."""


@dataclass(frozen=True)
class Stay:
    """One placement."""

    started_on: date
    ended_on: date | None
    placement_type: str
    provider_code: str
    is_in_authority: bool
    authority: str | None
    distance_miles: str | None
    weekly_cost: str | None
    change_reason: str | None


@dataclass(frozen=True)
class Status:
    """One legal status."""

    code: str
    started_on: date
    ended_on: date | None


@dataclass(frozen=True)
class Episode:
    """One 903 episode: placement `place` and legal status unchanged."""

    started_on: date
    ended_on: date | None
    start_reason: str
    status_code: str
    place: int


def deal_stays(rng: random.Random, care: Care, own_name: str) -> tuple[Stay, ...]:
    """The placements of one period, in order and without gaps."""
    last = care.ended_on or RECORDS_END
    placed_on = care.adoption.placed_on if care.adoption else None
    until = placed_on or last
    early_on = add_days(care.adoption.agreed_on, 14) if care.adoption else None
    is_early = placed_on is not None and early_on is not None and rng.random() < FOSTER_TO_ADOPT_SHARE
    if is_early and placed_on and early_on and (placed_on - early_on).days > 30:
        until = early_on
    is_unsettled = rng.random() < UNSETTLED_SHARE and care.adoption is None
    starts = [care.started_on]
    day = care.started_on
    while True:
        if is_unsettled and (day - care.started_on).days < 650:
            # Moves became more frequent when placements ran short.
            stay = 12 + int(rng.expovariate(1 / (230 if day < date(2013, 4, 1) else 140)))
        elif len(starts) == 1 and rng.random() < 0.38:
            stay = 5 + int(rng.expovariate(1 / 70))
        else:
            stay = 150 + int(rng.expovariate(1 / 3600))
        day = next_working_day(add_days(day, min(stay, LONGEST_STAY)))
        if day >= until or (until - day).days < 4:
            break
        starts.append(day)
    early_on = None
    if placed_on and until != placed_on:
        early_on = until
        starts.append(until)
    if placed_on:
        starts.append(placed_on)
    stays: list[Stay] = []
    for index, start in enumerate(starts):
        ended_on = starts[index + 1] if index + 1 < len(starts) else care.ended_on
        is_adoptive = placed_on is not None and start == placed_on
        stay = _stay(rng, care, start, ended_on, is_adoptive=is_adoptive, own_name=own_name)
        if early_on and start >= early_on:
            # Foster carers who go on to adopt: the child stays where it is, only the status changes.
            stay = replace(stay, placement_type="A5" if is_adoptive else "U5")
        stays.append(stay)
    return tuple(stays)


def _stay(
    rng: random.Random, care: Care, start: date, ended_on: date | None, *, is_adoptive: bool, own_name: str
) -> Stay:
    age = age_on(care.born_on, start)
    if is_adoptive:
        kind = weighted(rng, (("A6", 0.9), ("A4", 0.1)))
    elif care.entry == "UNACCOMPANIED":
        kind = weighted(rng, UNACCOMPANIED_HOMES) if age >= 16 else "U6"
    else:
        kind = weighted(rng, CARERS if age < 11 else TEEN_HOMES if age < 16 else OLDER_HOMES)
    if start == care.started_on and kind == "U4":
        kind = "U6"  # Long-term fostering is settled later, never on the first day.
    far_share = 0.17 if start < date(2012, 4, 1) else 0.19 if start < date(2014, 1, 1) else 0.36
    far_share = 0.42 if is_adoptive else 0.55 if kind in USUALLY_FAR else 0.0 if kind == "P1" else far_share
    is_far = rng.random() < far_share
    is_in_authority = not is_far and rng.random() < 0.66
    nearest, farthest = (2050, 13500) if is_far else (30, ACROSS_THE_BOROUGH) if is_in_authority else (250, 1950)
    miles = between(rng, nearest, farthest) / 100
    is_known = care.entry != "UNACCOMPANIED" and rng.random() >= DISTANCE_NOT_RECORDED
    provider = "PR0" if kind == "P1" else "PR1" if kind[0] == "A" or rng.random() < 0.55 else "PR4"
    if kind[0] in "KSRH":
        provider = weighted(rng, (("PR4", 0.8), ("PR5", 0.12), ("PR3", 0.08)))
    reason = weighted(rng, (("CARPL", 0.72), ("CREQB", 0.12), ("CHILD", 0.06), ("LAREQ", 0.06), ("OTHER", 0.04)))
    return Stay(
        started_on=start,
        ended_on=ended_on,
        placement_type=kind,
        provider_code=provider,
        is_in_authority=is_in_authority,
        authority=own_name if is_in_authority else weighted(rng, NEIGHBOURS),
        distance_miles=f"{miles:.2f}" if is_known else NOT_KNOWN,
        weekly_cost=f"{WEEKLY_COST[kind[0]] * between(rng, 85, 125) / 100:.2f}",
        change_reason=("CARPL" if is_adoptive else reason) if ended_on and ended_on != care.ended_on else None,
    )


def deal_statuses(rng: random.Random, care: Care) -> tuple[Status, ...]:
    """The legal statuses of one period, in order and without gaps."""
    last = care.ended_on or RECORDS_END
    turns: list[tuple[date, str]] = []
    day = care.started_on
    if care.entry == "POLICE":
        turns.append((day, "L1"))
        # Police protection lasts three days at the most; over a long weekend an emergency order bridges the gap.
        day = next_working_day(add_days(day, between(rng, 1, 3)))
    if care.adoption:
        turns.append((day, "C1"))
        if care.adoption.placement_order_on:
            turns.append((care.adoption.placement_order_on, "E1"))
    elif care.entry in ("COURT", "POLICE"):
        turns.append((day, "C1"))
        if care.end_reason not in ("E43", "E44", "E4A", "E4B"):
            turns.append((next_working_day(add_days(day, between(rng, 160, 330))), "C2"))
    elif care.entry == "REMAND":
        turns.append((day, "J1"))
        turns.append((add_days(day, between(rng, 40, 120)), "V2"))
    else:
        turns.append((day, "V2"))
        is_young = age_on(care.born_on, day) < 13
        if care.entry != "UNACCOMPANIED" and rng.random() < (0.6 if is_young else 0.25):
            court_on = next_working_day(add_days(day, between(rng, 50, 260)))
            turns += [(court_on, "C1"), (next_working_day(add_days(court_on, between(rng, 160, 300))), "C2")]
    turns = [turn for turn in turns if turn[0] < last or turn[0] == care.started_on]
    return tuple(
        Status(code, start, turns[index + 1][0] if index + 1 < len(turns) else care.ended_on)
        for index, (start, code) in enumerate(turns)
    )


def episodes_of(stays: tuple[Stay, ...], statuses: tuple[Status, ...], care: Care) -> tuple[Episode, ...]:
    """The period cut wherever the placement (P), the legal status (L) or both (B) change; S starts it."""
    placed = {stay.started_on: index for index, stay in enumerate(stays)}
    ruled = {status.started_on: index for index, status in enumerate(statuses)}
    days = sorted({*placed, *ruled})
    found: list[Episode] = []
    place = rule = 0
    for index, day in enumerate(days):
        place, rule = placed.get(day, place), ruled.get(day, rule)
        if index == 0:
            reason = "S"
        else:
            reason = "B" if day in placed and day in ruled else "P" if day in placed else "L"
        ended_on = days[index + 1] if index + 1 < len(days) else care.ended_on
        found.append(Episode(day, ended_on, reason, statuses[rule].code, place))
    return tuple(found)


def placements_in_year(stays: tuple[Stay, ...], last: date) -> int:
    """Placements open at any time in the twelve months to the day."""
    first = add_years(last, -1)
    return sum(1 for stay in stays if stay.started_on <= last and (stay.ended_on is None or stay.ended_on > first))
