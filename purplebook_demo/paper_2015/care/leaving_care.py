"""Write care leavers: one row for each at every month end, from leaving care to the 22nd birthday."""

from __future__ import annotations

import random
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from purplebook_demo.paper_2015.calendar import (
    RECORDS_END,
    RECORDS_START,
    add_days,
    add_years,
    last_of_month,
    months,
)
from purplebook_demo.paper_2015.care.looked_after import Period
from purplebook_demo.paper_2015.chance import Dealer, weighted
from purplebook_demo.paper_2015.workforce.allocation import Allocation

Row = dict[str, object]

# F3 and P3 took in apprenticeships until 2021.
ACTIVITIES: tuple[tuple[str | None, float], ...] = (
    ("F1", 11.5),
    ("F2", 16),
    ("P2", 4),
    ("F3", 21),
    ("P3", 7),
    ("P1", 0.5),
    ("G4", 5),
    ("G5", 28),
    ("G6", 8),
    (None, 5.5),
)
SUITABLE_HOMES: tuple[tuple[str, float], ...] = (
    ("U", 40),
    ("D", 20),
    ("B", 14),
    ("Z", 9),
    ("E", 8),
    ("T", 6),
    ("C", 3),
)
UNSUITABLE_HOMES: tuple[tuple[str, float], ...] = (
    ("X", 25),
    ("S", 16),
    ("W", 8),
    ("K", 14),
    ("V", 8),
    ("B", 12),
    ("Y", 8),
    ("R", 9),
)


@dataclass(frozen=True)
class Leaver:
    """One young person after care."""

    person_id: str
    born_on: date
    left_care_on: date
    last_day: date
    """The last day of entitlement, or of the records."""
    eligibility: str
    journey_id: str


def deal_leavers(rng: random.Random, periods: tuple[Period, ...]) -> tuple[Leaver, ...]:
    """All who left at 18 (former relevant), or at 16 or 17 to live alone (relevant until 18)."""
    leavers: list[Leaver] = []
    for period in periods:
        care = period.care
        if care.ended_on is None:
            continue
        if care.end_reason == "E17":
            last = min(RECORDS_END, add_days(add_years(care.born_on, 22), -1))
            if last < RECORDS_START:
                continue
            kind = "FORMER_RELEVANT"
        elif care.end_reason in ("E5", "E6") and rng.random() < 0.6:
            last = min(RECORDS_END, add_days(add_years(care.born_on, 18), -1))
            kind = "RELEVANT" if (care.ended_on - care.started_on).days > 91 else "QUALIFYING"
        else:
            continue
        if last > care.ended_on:
            key = f"CL {period.child.person_id}" if kind == "FORMER_RELEVANT" else period.journey.journey_id
            leavers.append(Leaver(period.child.person_id, care.born_on, care.ended_on, last, kind, key))
    return tuple(leavers)


def snapshot_rows(
    rng: random.Random,
    leavers: tuple[Leaver, ...],
    allocation: Allocation,
    *,
    pathway_dates: dict[str, tuple[date, ...]],
    contact_days: dict[str, tuple[date, ...]],
) -> list[Row]:
    """The table `care_leaver_snapshot`: circumstances change a little from month to month."""
    rows: list[Row] = []
    activities, suitability = Dealer(rng, ACTIVITIES), Dealer(rng, ((True, 0.81), (False, 0.19)))
    for leaver in leavers:
        home, is_suitable = _home(rng, suitability)
        activity = activities.deal()
        in_touch = weighted(rng, (("YES", 0.93), ("NO", 0.045), ("REFU", 0.02), ("NREQ", 0.005)))
        for month in months(max(leaver.left_care_on, RECORDS_START), leaver.last_day):
            day = last_of_month(month)
            if day > leaver.last_day:
                break
            if rng.random() < 0.06:
                home, is_suitable = _home(rng, suitability)
            if rng.random() < 0.08:
                activity = activities.deal()
            if rng.random() < 0.03:
                in_touch = weighted(rng, (("YES", 0.94), ("NO", 0.04), ("REFU", 0.02)))
            is_in_touch = in_touch == "YES"
            held = allocation.on(leaver.journey_id, day)
            rows.append(
                {
                    "person_id": leaver.person_id,
                    "snapshot_on": day,
                    "return_year": day.year + (day.month > 3),
                    "basis": "CURRENT",
                    "eligibility": leaver.eligibility,
                    "in_touch": in_touch,
                    "last_contact_on": _latest(contact_days.get(leaver.person_id, ()), day),
                    "accommodation_code": home if is_in_touch else None,
                    "accommodation_suitable": ("1" if is_suitable else "2") if is_in_touch else None,
                    "activity_code": activity if is_in_touch else None,
                    "pathway_plan_on": _latest(pathway_dates.get(leaver.person_id, ()), day),
                    "personal_adviser": held.worker.role_name,
                    "team_id": held.worker.team_id,
                    "worker_id": held.worker.worker_id,
                }
            )
    rows.sort(key=lambda row: (str(row["snapshot_on"]), str(row["person_id"])))
    return rows


def _home(rng: random.Random, suitability: Dealer[bool]) -> tuple[str, bool]:
    is_suitable = suitability.deal()
    return weighted(rng, SUITABLE_HOMES if is_suitable else UNSUITABLE_HOMES), is_suitable


def _latest(days: tuple[date, ...], day: date) -> date | None:
    place = bisect_right(days, day)
    return days[place - 1] if place else None
