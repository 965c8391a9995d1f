"""Write the yearly workforce census of 30 September."""

from __future__ import annotations

import random
from datetime import date

from purplebook_demo.paper_2015.authority import TEAMS
from purplebook_demo.paper_2015.calendar import (
    add_days,
)
from purplebook_demo.paper_2015.chance import pick, weighted
from purplebook_demo.paper_2015.workforce.posts import Worker, Workforce, registration_number

Row = dict[str, object]

ROLE_CODES = {
    "DIRECTOR": "1",
    "HEAD_OF_SERVICE": "1",
    "SERVICE_MANAGER": "2",
    "TEAM_MANAGER": "3",
    "ASSISTANT_TEAM_MANAGER": "3",
    "PRINCIPAL_SOCIAL_WORKER": "4",
    "PRACTITIONER": "5",
}


def workforce_snapshot_rows(
    rng: random.Random, workforce: Workforce, *, cases_on: dict[date, dict[str, int]]
) -> list[Row]:
    """The yearly census on 30 September: a row for each registered worker and one for the vacancies."""
    teams = {team.team_id: team for team in TEAMS}
    rows: list[Row] = []
    for census in sorted(cases_on):
        year_before = add_days(census, -364)
        vacancies = 0
        agency = [0, 0.0]
        for post in workforce.posts:
            registered = [worker for worker in post.holders if registration_number(worker, teams[post.team_id])]
            if registered and not any(worker.is_in_post(census) for worker in registered):
                vacancies += 1
            for worker in registered:
                if worker.started_on > census or (worker.ended_on and worker.ended_on < year_before):
                    continue
                if worker.is_agency and worker.is_in_post(census):
                    agency[0] += 1
                    agency[1] += float(worker.full_time_equivalent)
                rows.append(_census_row(rng, worker, census, year_before, cases_on[census]))
        rows.append(
            {
                "snapshot_on": census,
                "row_kind": "LA_VACANCY",
                "vacancies_full_time_equivalent": f"{vacancies + 2:.2f}",
                "agency_full_time_equivalent": f"{agency[1]:.2f}",
                "agency_count": int(agency[0]),
            }
        )
    return rows


def _census_row(rng: random.Random, worker: Worker, census: date, year_before: date, cases: dict[str, int]) -> Row:
    has_left = worker.ended_on is not None and worker.ended_on <= census
    is_new = worker.started_on >= year_before
    is_away = not has_left and rng.random() < 0.06
    return {
        "snapshot_on": census,
        "row_kind": "WORKER",
        "worker_id": worker.worker_id,
        "social_work_england_number": f"ZZ{int(worker.worker_id[1:]):010d}",
        "is_agency": worker.is_agency,
        "full_time_equivalent": worker.full_time_equivalent,
        "full_time_equivalent_at_census": None if has_left else worker.full_time_equivalent,
        "born_on": worker.born_on,
        "gender": worker.gender,
        "ethnicity_code": worker.ethnicity_code,
        "qualification_institution": f"University {chr(65 + int(worker.worker_id[1:]) % 9)}",
        "qualification_level": weighted(rng, (("1", 0.6), ("2", 0.37), ("3", 0.03))),
        "is_step_up": rng.random() < 0.04,
        "is_frontline": rng.random() < 0.02,
        "role_code": ROLE_CODES[worker.level],
        "role_started_on": worker.started_on,
        "start_origin": pick(rng, ("1", "1", "2", "2", "4", "5", "6", "9")) if is_new else None,
        "role_ended_on": worker.ended_on if has_left else None,
        "leaver_destination": pick(rng, ("1", "1", "3", "4", "6", "8")) if has_left else None,
        "leave_reason": pick(rng, ("1", "1", "1", "1", "5", "8", "9")) if has_left else None,
        "cases_at_census_count": None if has_left else cases.get(worker.worker_id, 0),
        "days_lost": f"{min(120, int(rng.expovariate(1 / 7)))}.00",
        "contract_weeks": "52.00",
        "is_absent_at_census": is_away,
        "absence_reason": pick(rng, ("SIC", "SIC", "MAT", "OTH")) if is_away else None,
    }
