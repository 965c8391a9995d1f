"""Deal out teams, posts and the people who held them, the yearly census of them, and recruitment.

Workers exist by role and number only.  Every post is held by one worker after another; the gaps are the vacancies.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from purplebook.demo import targets
from purplebook.demo.authority import ETHNICITIES, TEAMS, Team
from purplebook.demo.calendar import (
    RECORDS_END,
    add_days,
    add_working_days,
    known,
    last_of_month,
    months,
    next_working_day,
    working_day_in_month,
)
from purplebook.demo.chance import between, pick, weighted

Row = dict[str, object]

FIRST_POST_STARTS = date(2008, 1, 1)
MANAGERS: tuple[tuple[str, str, str, int], ...] = (
    ("DIRECTOR", "Director of Children's Services", "T01", 1),
    ("HEAD_OF_SERVICE", "Head of Service", "T01", 2),
    ("PRINCIPAL_SOCIAL_WORKER", "Principal Social Worker", "T01", 1),
    ("SERVICE_MANAGER", "Service Manager", "T01", 4),
)
ROLE_CODES = {
    "DIRECTOR": "1",
    "HEAD_OF_SERVICE": "1",
    "SERVICE_MANAGER": "2",
    "TEAM_MANAGER": "3",
    "ASSISTANT_TEAM_MANAGER": "3",
    "PRINCIPAL_SOCIAL_WORKER": "4",
    "PRACTITIONER": "5",
}


@dataclass(frozen=True)
class Worker:
    """One person in one post."""

    worker_id: str
    team_id: str
    level: str
    job_title: str
    number: int
    started_on: date
    ended_on: date | None
    is_agency: bool
    full_time_equivalent: str
    born_on: date
    gender: str
    ethnicity_code: str

    def is_in_post(self, day: date) -> bool:
        """Whether the worker holds the post on the day."""
        return self.started_on <= day and (self.ended_on is None or self.ended_on >= day)

    @property
    def role_name(self) -> str:
        """The role and a number: never a person's name."""
        return f"{self.job_title} {self.number}"


@dataclass(frozen=True)
class Post:
    """One post and, in order, those who held it."""

    team_id: str
    level: str
    holders: tuple[Worker, ...]

    def holder_on(self, day: date) -> Worker:
        """Who holds the post, or during a vacancy who held it last (the first holder before there was one)."""
        place = bisect_right([worker.started_on for worker in self.holders], day)
        return self.holders[max(0, place - 1)]


@dataclass(frozen=True)
class Workforce:
    """All posts, by team and level."""

    posts: tuple[Post, ...]
    workers: tuple[Worker, ...]

    def of_team(self, team_id: str, level: str = "PRACTITIONER") -> tuple[Post, ...]:
        """The team's posts at one level."""
        return tuple(post for post in self.posts if post.team_id == team_id and post.level == level)


def deal_workforce(rng: random.Random) -> Workforce:
    """Every post from 2008 to the extract."""
    plan: list[tuple[str, str, str]] = []
    for level, title, team_id, count in MANAGERS:
        plan += [(team_id, level, title)] * count
    for team in TEAMS[1:]:
        plan.append((team.team_id, "TEAM_MANAGER", "Team Manager"))
        if team.posts >= 7:
            plan.append((team.team_id, "ASSISTANT_TEAM_MANAGER", "Assistant Team Manager"))
        plan += [(team.team_id, "PRACTITIONER", team.job_title)] * team.posts
    workers: list[Worker] = []
    posts: list[Post] = []
    numbers: dict[str, int] = {}
    for team_id, level, title in plan:
        holders = _holders(rng, team_id, level, title, len(workers), numbers)
        workers += holders
        posts.append(Post(team_id, level, tuple(holders)))
    return Workforce(tuple(posts), tuple(workers))


def _holders(
    rng: random.Random, team_id: str, level: str, title: str, number: int, numbers: dict[str, int]
) -> list[Worker]:
    holders: list[Worker] = []
    day = add_days(FIRST_POST_STARTS, -between(rng, 0, 900))
    stay_long = 1.6 if level != "PRACTITIONER" else 1.0
    while day <= RECORDS_END:
        is_agency = rng.random() < (0.16 if day < date(2014, 1, 1) else 0.3)
        stay = between(rng, 90, 420) if is_agency else int((150 + rng.expovariate(1 / 850)) * stay_long)
        ended_on = known(add_days(day, stay))
        numbers[title] = numbers.get(title, 0) + 1
        holders.append(
            Worker(
                worker_id=f"W{number + len(holders) + 1:04d}",
                team_id=team_id,
                level=level,
                job_title=title,
                number=numbers[title],
                started_on=next_working_day(day),
                ended_on=ended_on,
                is_agency=is_agency,
                full_time_equivalent=weighted(rng, (("1.00", 0.78), ("0.80", 0.1), ("0.60", 0.08), ("0.50", 0.04))),
                born_on=add_days(day, -between(rng, 24 * 365, 60 * 365)),
                gender="2" if rng.random() < 0.83 else "1",
                ethnicity_code=weighted(rng, ETHNICITIES),
            )
        )
        day = add_days(ended_on or RECORDS_END, between(rng, 1, 50))
    return holders


def team_rows() -> list[Row]:
    """The table `team`."""
    names = {team.team_id: team.name for team in TEAMS}
    return [
        {
            "team_id": team.team_id,
            "name": team.name,
            "parent_team_id": team.parent_id,
            "parent_name": names.get(team.parent_id or ""),
            "service_area": team.service_area,
        }
        for team in TEAMS
    ]


def worker_rows(workforce: Workforce, *, caseloads: dict[str, int]) -> list[Row]:
    """The table `worker`; the caseload is the number of open cases at the extract."""
    teams = {team.team_id: team for team in TEAMS}
    return [
        {
            "worker_id": worker.worker_id,
            "staff_id": f"TB{int(worker.worker_id[1:]) + 4000}",
            "social_work_england_number": registration_number(worker, teams[worker.team_id]),
            "name": worker.role_name,
            "level_code": worker.level,
            "started_on": worker.started_on,
            "ended_on": worker.ended_on,
            "job_title": worker.job_title,
            "department": teams[worker.team_id].service_area,
            "is_agency": worker.is_agency,
            "full_time_equivalent": worker.full_time_equivalent,
            "caseload_supplied": caseloads.get(worker.worker_id, 0) if worker.ended_on is None else None,
        }
        for worker in workforce.workers
    ]


def registration_number(worker: Worker, team: Team) -> str | None:
    """An obviously invented registration number, for registered social workers only."""
    if ("worker" not in worker.job_title.lower() and worker.level == "PRACTITIONER") or team.duty == "early help":
        return None
    return f"ZZ{int(worker.worker_id[1:]):010d}"


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


def job_application_rows(rng: random.Random) -> list[Row]:
    """The table `job_application`: applications each month, and how far each one came."""
    rows: list[Row] = []
    for month, count in sorted(targets.monthly(targets.JOB_APPLICATIONS).items()):
        days = sorted(working_day_in_month(rng, month) for _ in range(count))
        is_august = month == date(2015, 8, 1)
        for index, applied_on in enumerate(days):
            kinds = (("SOCIAL_WORKER", 0.86), ("TEAM_MANAGER", 0.07), ("SERVICE_MANAGER", 0.03), ("ASYE", 0.04))
            post_type = "SOCIAL_WORKER" if is_august else weighted(rng, kinds)
            is_early = index < targets.PREFERRED_IN_AUGUST_2015 if is_august else rng.random() < 0.14
            # Candidates from the end of July must not become preferred in August, or the month's six would be more.
            preferred_on = add_working_days(applied_on, between(rng, 5, 12)) if is_early else None
            if preferred_on and preferred_on > last_of_month(month) and month >= date(2015, 7, 1):
                preferred_on = add_working_days(last_of_month(month), 0)
            offered_on = known(add_working_days(preferred_on, between(rng, 3, 10))) if preferred_on else None
            is_accepted = offered_on is not None and rng.random() < 0.72
            accepted_on = (
                known(add_working_days(offered_on, between(rng, 1, 7))) if offered_on and is_accepted else None
            )
            rows.append(
                {
                    "job_application_id": f"J{len(rows) + 1:05d}",
                    "post_type": post_type,
                    "applied_on": applied_on,
                    "preferred_on": known(preferred_on),
                    "offered_on": offered_on,
                    "accepted_on": accepted_on,
                    "started_on": known(next_working_day(add_days(accepted_on, 62))) if accepted_on else None,
                }
            )
    return rows


def foster_carer_approval_rows(rng: random.Random) -> list[Row]:
    """The table `foster_carer_approval`: carers approved before the records start, and since."""
    approvals = [working_day_in_month(rng, month) for month in months(date(2005, 1, 1), date(2011, 3, 1))]
    for month, count in sorted(targets.monthly(targets.CARER_APPROVALS).items()):
        approvals += [working_day_in_month(rng, month) for _ in range(count)]
    rows: list[Row] = []
    for approved_on in sorted(approvals):
        is_connected = rng.random() < 0.3
        ended_on = known(add_days(approved_on, 200 + int(rng.expovariate(1 / 1500))))
        rows.append(
            {
                "foster_carer_approval_id": f"FC{len(rows) + 1:04d}",
                "carer_type": "CONNECTED_PERSON" if is_connected else "MAINSTREAM",
                "enquired_on": add_days(approved_on, -between(rng, 110, 330)),
                "approved_on": approved_on,
                "ended_on": ended_on,
                "carers_count": weighted(rng, ((1, 0.4), (2, 0.6))),
                "places_count": weighted(rng, ((1, 0.5), (2, 0.35), (3, 0.15))),
            }
        )
    for month in months(date(2015, 3, 1), date(2015, 8, 1)):
        for _ in range(between(rng, 2, 5)):
            rows.append(
                {
                    "foster_carer_approval_id": f"FC{len(rows) + 1:04d}",
                    "carer_type": "MAINSTREAM",
                    "enquired_on": working_day_in_month(rng, month),
                }
            )
    return rows
