"""Write audits: about two a month for each manager, their findings, and their moderation."""

from __future__ import annotations

import random
from datetime import date

from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.authority import TEAMS
from purplebook_demo.paper_2015.calendar import (
    RECORDS_END,
    add_working_days,
    known,
    months,
    working_day_in_month,
)
from purplebook_demo.paper_2015.chance import between, pick, weighted
from purplebook_demo.paper_2015.workforce.allocation import Allocation
from purplebook_demo.paper_2015.workforce.posts import Post, Worker, Workforce

Row = dict[str, object]

AUDITS_START = date(2012, 4, 1)
AUDITING_LEVELS = ("DIRECTOR", "HEAD_OF_SERVICE", "SERVICE_MANAGER", "TEAM_MANAGER", "ASSISTANT_TEAM_MANAGER")
DOMAINS = (
    "CHRONOLOGY",
    "ASSESSMENT_ANALYSIS",
    "TIMELINESS",
    "MANAGEMENT_OVERSIGHT",
    "SUPERVISION",
    "VOICE_OF_THE_CHILD",
    "ABSENT_FATHERS",
    "MULTI_AGENCY",
    "PLAN_QUALITY",
    "VISITS",
    "OUTCOMES",
)
GRADES: tuple[tuple[str, float], ...] = (("O", 0.02), ("G", 0.31), ("RI", 0.47), ("I", 0.2))
GRADES_SINCE_JUNE_2015: tuple[tuple[str, float], ...] = (("O", 0.03), ("G", 0.4), ("RI", 0.43), ("I", 0.14))
ORDER = ("O", "G", "RI", "I")


def audit_rows(rng: random.Random, allocation: Allocation, workforce: Workforce) -> tuple[list[Row], list[Row]]:
    """The tables `audit` and `audit_finding`: about two a month for each manager, early help's own, and moderation."""
    areas = {team.team_id: team.service_area for team in TEAMS}
    posts = [post for post in workforce.posts if post.level in AUDITING_LEVELS]
    held = sorted(allocation.stretches, key=lambda stretch: (stretch.started_on, stretch.person_id))
    audits: list[Row] = []
    findings: list[Row] = []
    early_help = targets.monthly(targets.EARLY_HELP_AUDITS)

    def add(month: date, post: Post, programme: str) -> None:
        completed_on = working_day_in_month(rng, month)
        auditor = post.holder_on(completed_on)
        case = None
        if programme != "EARLY_HELP":
            choices = (pick(rng, held) for _ in range(400))
            case = next((item for item in choices if item.started_on < completed_on <= item.last_day), None)
        team_id = case.worker.team_id if case else post.team_id
        grades = GRADES if completed_on < date(2015, 6, 1) else GRADES_SINCE_JUNE_2015
        _audit(
            rng,
            audits,
            findings,
            programme,
            auditor,
            case.person_id if case else None,
            team_id,
            areas[team_id],
            completed_on,
            weighted(rng, grades),
        )
        if rng.random() < 0.12:
            other = pick(rng, posts).holder_on(completed_on)
            moderated_on = known(add_working_days(completed_on, between(rng, 3, 15)))
            if moderated_on and other.is_in_post(moderated_on) and other != auditor:
                place = ORDER.index(str(audits[-1]["overall_grade"]))
                grade = ORDER[min(3, place + weighted(rng, ((0, 0.7), (1, 0.3))))]
                parent_id = str(audits[-1]["audit_id"])
                _audit(
                    rng,
                    audits,
                    findings,
                    programme,
                    other,
                    case.person_id if case else None,
                    team_id,
                    areas[team_id],
                    moderated_on,
                    grade,
                    parent_id=parent_id,
                )

    for month in months(AUDITS_START, RECORDS_END):
        for post in posts:
            done = weighted(rng, ((0, 0.05), (1, 0.13), (2, 0.72), (3, 0.1)))
            is_early_help = areas[post.team_id] == "Early Help"
            for _ in range(0 if is_early_help else done):
                kinds = (
                    ("MONTHLY", 0.82),
                    ("DEEP_DIVE", 0.07),
                    ("THEMATIC", 0.06),
                    ("CP_18M", 0.03),
                    ("MULTI_AGENCY_LSCB", 0.01),
                    ("MARAC", 0.01),
                )
                if post.holder_on(month).is_in_post(month):
                    add(month, post, weighted(rng, kinds))
        teams = [post for post in posts if areas[post.team_id] == "Early Help"]
        for number in range(early_help.get(month, 0)):
            add(month, teams[number % len(teams)], "EARLY_HELP")
    return audits, findings


def _audit(
    rng: random.Random,
    audits: list[Row],
    findings: list[Row],
    programme: str,
    auditor: Worker,
    person_id: str | None,
    team_id: str,
    area: str,
    completed_on: date,
    grade: str,
    *,
    parent_id: str | None = None,
) -> None:
    audit_id = f"AU{len(audits) + 1:05d}"
    has_action = grade in ("RI", "I")
    due_on = add_working_days(completed_on, 20) if has_action else None
    done_on = known(add_working_days(completed_on, between(rng, 5, 40))) if has_action and rng.random() < 0.8 else None
    audits.append(
        {
            "audit_id": audit_id,
            "parent_audit_id": parent_id,
            "programme": programme,
            "person_id": person_id,
            "service_area": area,
            "team_id": team_id,
            "auditor_id": auditor.worker_id,
            "auditor_level": auditor.level,
            "allocated_on": add_working_days(completed_on, -between(rng, 3, 15)),
            "completed_on": completed_on,
            "overall_grade": grade,
            "action_due_on": due_on,
            "action_completed_on": done_on,
        }
    )
    place = ORDER.index(grade)
    for domain in DOMAINS if parent_id is None else DOMAINS[:3]:
        if rng.random() < 0.55:
            worse = 1 if domain in ("CHRONOLOGY", "ABSENT_FATHERS", "SUPERVISION") else 0
            step = weighted(rng, ((-1, 0.2), (0, 0.6), (1, 0.2))) + (worse if rng.random() < 0.4 else 0)
            found = ORDER[min(3, max(0, place + step))]
            findings.append(
                {
                    "audit_id": audit_id,
                    "domain": domain,
                    "grade": found,
                    "is_evidenced": found in ("O", "G") or rng.random() < 0.35,
                }
            )
