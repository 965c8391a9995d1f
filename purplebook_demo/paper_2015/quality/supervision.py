"""Write supervision: each held case about every four weeks, with gaps, and each worker monthly."""

from __future__ import annotations

import random
from datetime import date

from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.authority import TEAMS
from purplebook_demo.paper_2015.calendar import (
    RECORDS_END,
    RECORDS_START,
    add_days,
    next_working_day,
)
from purplebook_demo.paper_2015.chance import between
from purplebook_demo.paper_2015.workforce.allocation import Allocation
from purplebook_demo.paper_2015.workforce.posts import Worker, Workforce

Row = dict[str, object]


def supervision_rows(rng: random.Random, allocation: Allocation, workforce: Workforce) -> list[Row]:
    """The table `supervision`: each held case about every four weeks, with gaps; each worker monthly."""
    managers = {
        team.team_id: (
            *workforce.of_team(team.team_id, "ASSISTANT_TEAM_MANAGER"),
            *workforce.of_team(team.team_id, "TEAM_MANAGER"),
        )
        for team in TEAMS
    }
    drawn: list[tuple[date, str, Worker, str, str]] = []
    for held in allocation.stretches:
        if held.last_day < RECORDS_START or (held.context in ("REFERRAL", "CL") and rng.random() < 0.5):
            continue
        day = max(held.started_on, RECORDS_START)
        day = next_working_day(add_days(day, between(rng, 6, 26)))
        post = managers[held.worker.team_id][-1]
        while day <= held.last_day:
            supervisor = post.holder_on(day)
            # After a worker has left, the case waits for the next one; nobody is supervised meanwhile.
            if held.worker.is_in_post(day) and supervisor.is_in_post(day):
                drawn.append((day, held.person_id, held.worker, supervisor.worker_id, "CASE"))
            is_in_time = rng.random() < targets.share_on(targets.SUPERVISION_IN_TIME, day)
            day = next_working_day(add_days(day, between(rng, 22, 28) if is_in_time else between(rng, 33, 75)))
    for worker in workforce.workers:
        if worker.level != "PRACTITIONER":
            continue
        day = next_working_day(add_days(max(worker.started_on, RECORDS_START), between(rng, 3, 30)))
        while day <= (worker.ended_on or RECORDS_END):
            supervisor = managers[worker.team_id][0].holder_on(day)
            kind = "GROUP" if rng.random() < 0.06 else "PERSONAL"
            if supervisor.is_in_post(day):
                drawn.append((day, "", worker, supervisor.worker_id, kind))
            day = next_working_day(add_days(day, between(rng, 26, 44)))
    drawn.sort(key=lambda item: (item[0], item[1], item[2].worker_id))
    return [
        {
            "supervision_id": f"SV{index:06d}",
            "person_id": person_id or None,
            "worker_id": worker.worker_id,
            "supervisor_id": supervisor_id,
            "supervised_on": day,
            "supervision_type": kind,
            "is_recorded_on_case": True if kind == "CASE" else None,
        }
        for index, (day, person_id, worker, supervisor_id, kind) in enumerate(drawn, start=1)
    ]
