"""Deal out teams, posts and the people who held them.

Workers exist by role and number only.  Every post is held by one worker after another; the gaps are the vacancies.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from purplebook_demo.paper_2015.authority import ETHNICITIES, TEAMS, Team
from purplebook_demo.paper_2015.calendar import (
    RECORDS_END,
    add_days,
    known,
    next_working_day,
)
from purplebook_demo.paper_2015.chance import between, weighted

Row = dict[str, object]

FIRST_POST_STARTS = date(2008, 1, 1)
MANAGERS: tuple[tuple[str, str, str, int], ...] = (
    ("DIRECTOR", "Director of Children's Services", "T01", 1),
    ("HEAD_OF_SERVICE", "Head of Service", "T01", 2),
    ("PRINCIPAL_SOCIAL_WORKER", "Principal Social Worker", "T01", 1),
    ("SERVICE_MANAGER", "Service Manager", "T01", 4),
)


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
    while next_working_day(day) <= RECORDS_END:
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
