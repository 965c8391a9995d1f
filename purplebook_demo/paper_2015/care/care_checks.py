"""Write what is done for looked-after children: reviews, health checks, and what is known when they go missing."""

from __future__ import annotations

import random
from datetime import date

from purplebook_demo.paper_2015.calendar import (
    RECORDS_START,
    add_days,
    add_years,
    age_on,
    is_working_day,
    next_working_day,
    previous_working_day,
)
from purplebook_demo.paper_2015.care.looked_after import Period
from purplebook_demo.paper_2015.chance import between, weighted

Row = dict[str, object]

PARTICIPATION: tuple[tuple[str, float], ...] = (
    ("PN1", 0.46),
    ("PN2", 0.06),
    ("PN3", 0.05),
    ("PN5", 0.14),
    ("PN6", 0.2),
    ("PN7", 0.09),
)


def review_rows(rng: random.Random, periods: tuple[Period, ...]) -> list[Row]:
    """The table `looked_after_review`: within 20 working days, then after three months, then every six."""
    rows: list[Row] = []
    for period in periods:
        due_on = next_working_day(add_days(period.care.started_on, 27))
        step = 91
        while due_on <= period.last_day:
            late = weighted(rng, ((0, 0.93), (9, 0.05), (30, 0.02)))
            held_on = previous_working_day(add_days(due_on, -between(rng, 0, 6) if late == 0 else late))
            if held_on > period.last_day or held_on <= period.care.started_on:
                break
            if held_on >= RECORDS_START:
                is_young = age_on(period.care.born_on, held_on) < 4
                is_cancelled = rng.random() < 0.01
                rows.append(
                    {
                        "review_id": f"RV{len(rows) + 1:05d}",
                        "person_id": period.child.person_id,
                        "looked_after_period_id": period.period_id,
                        "due_on": due_on,
                        "reviewed_on": None if is_cancelled else held_on,
                        "is_cancelled": is_cancelled,
                        "participation_code": "PN0" if is_young else weighted(rng, PARTICIPATION),
                        "is_latest_only": False,
                    }
                )
            due_on = next_working_day(add_days(held_on, step))
            step = 182
    return rows


def health_rows(rng: random.Random, periods: tuple[Period, ...]) -> list[Row]:
    """The table `health_check`: assessments and dental checks by date, yearly flags for the longer looked after."""
    rows: list[Row] = []

    def add(period: Period, check_type: str, **facts: object) -> None:
        rows.append(
            {
                "check_id": f"HC{len(rows) + 1:06d}",
                "person_id": period.child.person_id,
                "check_type": check_type,
                "is_latest_only": False,
                **facts,
            }
        )

    for period in periods:
        care = period.care
        day = next_working_day(add_days(care.started_on, between(rng, 14, 45)))
        while day <= period.last_day:
            if day >= RECORDS_START:
                add(period, "HEALTH_ASSESSMENT", checked_on=day, status="DONE")
                dental_on = next_working_day(add_days(day, between(rng, 5, 60)))
                if age_on(care.born_on, day) >= 2 and dental_on <= period.last_day and rng.random() < 0.86:
                    add(period, "DENTAL", checked_on=dental_on, status="DONE")
            gap = 180 if age_on(care.born_on, day) < 5 else 362
            day = next_working_day(add_days(day, gap + (between(rng, 20, 90) if rng.random() < 0.12 else 0)))
        for year in range(2012, 2016):
            end = date(year, 3, 31)
            if care.started_on > add_years(end, -1) or period.last_day <= end:
                continue
            age = age_on(care.born_on, end)
            add(period, "IMMUNISATION", return_year=year, is_met=rng.random() < 0.87)
            if age < 5:
                add(period, "DEVELOPMENT_U5", return_year=year, is_met=rng.random() < 0.9)
            if 4 <= age <= 16:
                if rng.random() < 0.78:
                    checked_on = add_days(end, -between(rng, 10, 300))
                    checked_on = checked_on if is_working_day(checked_on) else next_working_day(checked_on)
                    score = min(40, max(0, int(rng.gauss(14, 7))))
                    add(period, "SDQ", return_year=year, checked_on=min(checked_on, end), score=score)
                else:
                    add(period, "SDQ", return_year=year, reason_code=weighted(rng, (("SDQ1", 0.5), ("SDQ3", 0.5))))
            if age >= 10:
                is_user = rng.random() < 0.05
                add(
                    period,
                    "SUBSTANCE_MISUSE",
                    return_year=year,
                    is_met=is_user,
                    is_intervention_received=rng.random() < 0.6 if is_user else None,
                    is_intervention_offered=True if is_user else None,
                )
                add(period, "CONVICTION", return_year=year, is_met=rng.random() < 0.07)
    return rows


def missing_rows(rng: random.Random, periods: tuple[Period, ...]) -> list[Row]:
    """The table `missing_episode`: a few young people, some of them often."""
    drawn: list[tuple[date, str, Period]] = []
    for period in periods:
        teen_on = max(add_years(period.care.born_on, 11), period.care.started_on, RECORDS_START)
        if teen_on >= period.last_day or rng.random() > 0.2:
            continue
        years = (period.last_day - teen_on).days / 365.25
        for _ in range(int(rng.expovariate(1 / (2.2 * years + 0.5))) + 1):
            day = add_days(teen_on, between(rng, 0, (period.last_day - teen_on).days))
            drawn.append((day, "A" if rng.random() < 0.25 else "M", period))
    drawn.sort(key=lambda item: (item[0], item[2].period_id, item[1]))
    rows: list[Row] = []
    back_on: dict[str, date] = {}
    for day, missing_type, period in drawn:
        person_id = period.child.person_id
        if back_on.get(person_id, RECORDS_START) > day:
            continue
        ended_on = add_days(day, weighted(rng, ((0, 0.35), (1, 0.4), (2, 0.15), (5, 0.07), (12, 0.03))))
        ended_on = min(ended_on, period.last_day)
        back_on[person_id] = add_days(ended_on, 1)
        is_offered = rng.random() < (0.82 if day >= date(2014, 4, 1) else 0.55)
        rows.append(
            {
                "missing_id": f"MI{len(rows) + 1:05d}",
                "person_id": person_id,
                "missing_type": missing_type,
                "started_on": day,
                "ended_on": ended_on,
                "return_interview_offered": "Y" if is_offered else "N",
                "return_interview_accepted": ("Y" if rng.random() < 0.6 else "N") if is_offered else None,
                "is_latest_only": False,
            }
        )
    return rows
