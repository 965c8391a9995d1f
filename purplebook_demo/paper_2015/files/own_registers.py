"""Two registers that a council keeps for itself: private fostering, and the schools of looked-after children."""

from __future__ import annotations

import random
from datetime import date

from purplebook_demo.paper_2015.calendar import RECORDS_END, RECORDS_START, add_days, add_years, known
from purplebook_demo.paper_2015.care.looked_after import Period
from purplebook_demo.paper_2015.chance import between, pick
from purplebook_demo.paper_2015.journeys import World

Row = dict[str, object]

ARRANGEMENTS = 24
SCHOOLS = tuple(f"1099{number:02d}" for number in range(1, 41))
STARTS_SCHOOL, CHANGES_SCHOOL, LEAVES_SCHOOL = 5, 11, 16
MOVES_A_YEAR = 0.11


def private_fostering_rows(rng: random.Random, world: World) -> list[Row]:
    """The table `private_fostering`: a few children of school age who were never looked after."""
    cared_for = {journey.person_id for journey in world.journeys if journey.care}
    chosen = [
        child
        for person_id, child in sorted(world.children.items())
        if person_id not in cared_for and child.left_on is None
    ]
    rows: list[Row] = []
    while len(rows) < ARRANGEMENTS:
        child = pick(rng, chosen)
        started_on = add_days(RECORDS_START, between(rng, 0, (RECORDS_END - RECORDS_START).days - 40))
        is_of_age = add_years(child.born_on, 6) <= started_on < add_years(child.born_on, 14)
        if not is_of_age or child.person_id in {row["person_id"] for row in rows}:
            continue
        rows.append(
            {
                "private_fostering_id": f"PF{len(rows) + 1:04d}",
                "person_id": child.person_id,
                "notified_on": known(add_days(started_on, between(rng, -20, 40))),
                "started_on": started_on,
                "ended_on": known(add_days(started_on, between(rng, 60, 800))),
                "worker_id": None,
            }
        )
    return rows


def school_enrolment_rows(rng: random.Random, periods: tuple[Period, ...]) -> list[Row]:
    """The table `school_enrolment`: the schools of each looked-after child from five to sixteen, some changed."""
    rows: list[Row] = []
    seen: set[str] = set()
    for period in periods:
        person_id, born_on = period.child.person_id, period.care.born_on
        if person_id in seen:
            continue
        seen.add(person_id)
        school = pick(rng, SCHOOLS)
        joined_on = _september(add_years(born_on, STARTS_SCHOOL))
        leaves_on = min(add_years(born_on, LEAVES_SCHOOL), period.child.left_on or date.max)
        secondary_on = _september(add_years(born_on, CHANGES_SCHOOL))
        while joined_on <= min(leaves_on, period.last_day):
            moved_on = add_days(joined_on, 200 + int(rng.expovariate(MOVES_A_YEAR / 365.25)))
            if joined_on < secondary_on < moved_on:
                moved_on = secondary_on
            is_last = moved_on > min(leaves_on, RECORDS_END)
            ended_on = leaves_on if leaves_on <= RECORDS_END else None
            rows.append(
                {
                    "school_enrolment_id": f"SE{len(rows) + 1:05d}",
                    "person_id": person_id,
                    "school_reference": school,
                    "started_on": joined_on,
                    "ended_on": ended_on if is_last else add_days(moved_on, -1),
                }
            )
            if is_last:
                break
            joined_on, school = moved_on, pick(rng, [each for each in SCHOOLS if each != school])
    return rows


def _september(day: date) -> date:
    """The start of the school year that follows a day."""
    first = date(day.year, 9, 1)
    return first if day <= first else date(day.year + 1, 9, 1)
