"""Write quality: supervision, audits with their findings and moderation, complaints and compliments, panels."""

from __future__ import annotations

import random
from datetime import date

from purplebook.demo import targets
from purplebook.demo.allocation import Allocation
from purplebook.demo.authority import TEAMS
from purplebook.demo.calendar import (
    RECORDS_END,
    RECORDS_START,
    add_days,
    add_working_days,
    known,
    months,
    next_working_day,
    working_day_in_month,
)
from purplebook.demo.chance import between, day_between, pick, spread, weighted
from purplebook.demo.journeys import World
from purplebook.demo.looked_after import Period
from purplebook.demo.workforce import Post, Worker, Workforce

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
COMPLAINT_THEMES: tuple[tuple[str, int], ...] = (
    ("BREACH_OF_CONFIDENTIALITY", 1),
    ("COMMUNICATION", 9),
    ("CONTACT", 6),
    ("DATA_PROTECTION_BREACH", 1),
    ("FINANCIAL_ISSUE", 1),
    ("LACK_OF_ACTION", 1),
    ("LACK_OF_SUPPORT", 1),
    ("LOOKED_AFTER_CHILD_PAYMENTS", 1),
    ("SERVICE_PROVISION", 44),
    ("STAFF_CONDUCT", 21),
)
"""The 86 complaints of 2014-15; other years are drawn in the same proportions."""
COMPLAINT_ENDINGS: tuple[tuple[str, int], ...] = (
    ("RESOLVED_ADR", 23),
    ("INVESTIGATED", 48),
    ("WITHDRAWN", 13),
    ("OPEN", 2),
)
COMPLAINANTS: tuple[tuple[str, int], ...] = (
    ("PARENT", 56),
    ("CHILD_YP", 7),
    ("CARER_FOSTER", 6),
    ("ADOPTER", 2),
    ("RELATIVE", 12),
    ("ADVOCATE", 1),
    ("OTHER", 2),
)
SERVICE_AREAS = ("Access and Assessment", "Safeguarding", "Safeguarding", "Looked After Children")


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
            drawn.append((day, held.person_id, held.worker, post.holder_on(day).worker_id, "CASE"))
            is_in_time = rng.random() < targets.share_on(targets.SUPERVISION_IN_TIME, day)
            day = next_working_day(add_days(day, between(rng, 22, 28) if is_in_time else between(rng, 33, 75)))
    for worker in workforce.workers:
        if worker.level != "PRACTITIONER":
            continue
        day = next_working_day(add_days(max(worker.started_on, RECORDS_START), between(rng, 3, 30)))
        while day <= (worker.ended_on or RECORDS_END):
            supervisor = managers[worker.team_id][0].holder_on(day).worker_id
            drawn.append((day, "", worker, supervisor, "GROUP" if rng.random() < 0.06 else "PERSONAL"))
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


def _drawn_like(rng: random.Random, shares: tuple[tuple[str, int], ...], count: int) -> list[str]:
    """`count` values in exactly these proportions, shuffled."""
    counts = spread(count, [weight for _, weight in shares])
    values = [value for (value, _), number in zip(shares, counts, strict=True) for _ in range(number)]
    rng.shuffle(values)
    return values


def feedback_rows(rng: random.Random, world: World) -> list[Row]:
    """The table `feedback`: complaints by theme and ending in the paper's proportions, and compliments."""
    people = sorted({journey.person_id for journey in world.journeys if journey.referred_on >= RECORDS_START})
    referred = {journey.person_id: journey.referred_on for journey in reversed(world.journeys)}
    drawn: list[Row] = []
    for flow in targets.COMPLAINTS:
        themes = _drawn_like(rng, COMPLAINT_THEMES, flow.count)
        endings = _drawn_like(rng, COMPLAINT_ENDINGS, flow.count)
        complainants = _drawn_like(rng, COMPLAINANTS, flow.count)
        for theme, status, complainant in zip(themes, endings, complainants, strict=True):
            received_on = next_working_day(day_between(rng, flow.first, add_days(flow.last, -4)))
            person_id = next(
                (one for one in (pick(rng, people) for _ in range(60)) if referred[one] < received_on), None
            )
            drawn.append(
                {
                    "feedback_type": "COMPLAINT",
                    "received_on": received_on,
                    "complainant_type": complainant,
                    "person_id": person_id if rng.random() < 0.85 else None,
                    "theme": theme,
                    "service_area": pick(rng, SERVICE_AREAS),
                    **_handling(rng, status, received_on),
                }
            )
    for month, count in sorted(targets.monthly(targets.COMPLIMENTS).items()):
        for _ in range(count):
            drawn.append(
                {
                    "feedback_type": "COMPLIMENT",
                    "received_on": working_day_in_month(rng, month),
                    "complainant_type": pick(
                        rng, ("PARENT", "PARENT", "CARER_FOSTER", "RELATIVE", "OTHER", "CHILD_YP")
                    ),
                    "service_area": pick(rng, (*SERVICE_AREAS, "Early Help")),
                }
            )
    drawn.sort(
        key=lambda row: (
            str(row["received_on"]),
            str(row["feedback_type"]),
            str(row["person_id"] if "person_id" in row else ""),
        )
    )
    return [{"feedback_id": f"FB{index:04d}", **row} for index, row in enumerate(drawn, start=1)]


def _handling(rng: random.Random, status: str, received_on: date) -> Row:
    """How a complaint went: informally, at stage 1, or further."""
    facts: Row = {
        "acknowledged_on": known(add_working_days(received_on, between(rng, 0, 3))),
        "status": status,
        "resolution_route": "ADR" if status == "RESOLVED_ADR" else "STAGE1",
        "stage_1_due_on": add_working_days(received_on, 10) if status != "RESOLVED_ADR" else None,
    }
    if status == "INVESTIGATED":
        response_on = add_working_days(received_on, between(rng, 5, 28))
        facts["stage_1_response_on"] = known(response_on)
        facts["outcome"] = weighted(
            rng, (("UPHELD", 0.2), ("PARTLY", 0.36), ("NOT_UPHELD", 0.38), ("INCONCLUSIVE", 0.06))
        )
        facts["learning"] = (
            pick(rng, ("Clearer letters", "Return calls within two days", "Share minutes sooner"))
            if rng.random() < 0.4
            else None
        )
        stage_2_on = add_working_days(response_on, between(rng, 5, 20))
        if rng.random() < 0.1 and stage_2_on <= RECORDS_END:
            facts["resolution_route"] = "STAGE2"
            facts["stage_2_started_on"] = stage_2_on
            facts["stage_2_response_on"] = known(add_working_days(stage_2_on, between(rng, 20, 65)))
        if facts["stage_1_response_on"] is None:
            facts["status"], facts["outcome"] = "OPEN", None
    return facts


def panel_rows(rng: random.Random, world: World, periods: tuple[Period, ...]) -> list[Row]:
    """The table `panel_decision`: resources (since May 2015), legal gateway, fostering, adoption, performance."""
    drawn: list[Row] = []

    def add(panel_type: str, held_on: date, person_id: str | None, **facts: object) -> None:
        if held_on <= RECORDS_END:
            drawn.append({"panel_type": panel_type, "held_on": held_on, "person_id": person_id, **facts})

    fridays = [day for month in months(date(2015, 5, 1), RECORDS_END) for day in _weekdays(month, 3)]
    fresh = [
        period for period in periods if period.care.started_on >= date(2015, 4, 20) and period.care.ended_on is None
    ]
    costly = [
        period
        for period in periods
        if period.care.ended_on is None
        and period not in fresh
        and (period.stays[-1].placement_type[0] in "KSRH" or not period.stays[-1].is_in_authority)
    ]
    rng.shuffle(costly)
    for period in (*fresh, *costly)[: targets.CHILDREN_AT_RESOURCES_PANEL]:
        is_fresh = period in fresh
        days = [day for day in fridays if day >= period.care.started_on] or [fridays[-1]]
        if days[0] < period.care.started_on:
            continue
        held_on = days[0] if is_fresh else pick(rng, days)
        reason = (
            "NEW_ENTRY" if is_fresh else "HIGH_COST" if period.stays[-1].placement_type[0] in "KSRH" else "AT_DISTANCE"
        )
        for day in (held_on, *((add_working_days(held_on, 20),) if rng.random() < 0.15 else ())):
            add(
                "ACCESS_TO_RESOURCES",
                next_working_day(day),
                period.child.person_id,
                reason=reason,
                decision=weighted(rng, (("AGREED", 0.7), ("DEFERRED", 0.2), ("NOT_AGREED", 0.1))),
                recommendation=pick(
                    rng,
                    (
                        "Review the plan for return home",
                        "Seek a local placement",
                        "Confirm permanence plan",
                        "Update the assessment",
                    ),
                ),
                due_on=add_working_days(day, 20),
                completed_on=known(add_working_days(day, between(rng, 8, 35))) if rng.random() < 0.8 else None,
                weekly_cost=period.stays[-1].weekly_cost,
            )
    for period in periods:
        care = period.care
        if care.entry == "COURT" and care.started_on >= add_days(RECORDS_START, 20):
            held_on = add_working_days(care.started_on, -between(rng, 2, 12))
            if held_on >= max(RECORDS_START, care.born_on):
                add("LEGAL_GATEWAY", held_on, period.child.person_id, reason="OTHER", decision="ISSUE_PROCEEDINGS")
        if care.adoption and care.adoption.matched_on and care.adoption.matched_on >= RECORDS_START:
            held_on = add_working_days(care.adoption.matched_on, -between(rng, 2, 6))
            add("ADOPTION", held_on, period.child.person_id, reason="OTHER", decision="MATCH_RECOMMENDED")
    for month in months(RECORDS_START, RECORDS_END):
        add("FOSTERING", _weekdays(month, 1)[1], None, reason="OTHER", decision="RECOMMENDED")
        if month >= date(2015, 6, 1):
            add("PERFORMANCE_CHALLENGE", _weekdays(month, 0)[2], None, reason="OTHER", decision="ACTIONS_AGREED")
    drawn.sort(key=lambda row: (str(row["held_on"]), str(row["panel_type"]), str(row["person_id"])))
    return [{"decision_id": f"PD{index:05d}", **row} for index, row in enumerate(drawn, start=1)]


def _weekdays(month: date, weekday: int) -> list[date]:
    """Every such weekday of the month, moved on when it is a bank holiday."""
    first = add_days(month, (weekday - month.weekday()) % 7)
    days = [add_days(first, 7 * number) for number in range(5)]
    return [next_working_day(day) for day in days if day.month == month.month]
