"""Write early help: requests that became episodes, and common assessments completed."""

from __future__ import annotations

import random
from datetime import date

from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.authority import EARLY_HELP, TEAMS
from purplebook_demo.paper_2015.calendar import (
    RECORDS_END,
    add_days,
    add_working_days,
    add_years,
    known,
    next_working_day,
    working_day_in_month,
)
from purplebook_demo.paper_2015.chance import between, pick, weighted
from purplebook_demo.paper_2015.front_door.contacts_and_referrals import is_a_child_on
from purplebook_demo.paper_2015.journeys import World
from purplebook_demo.paper_2015.workforce.posts import Workforce

Row = dict[str, object]

REQUEST_SOURCES: tuple[tuple[str, float], ...] = (
    ("SCHOOL", 30),
    ("CHILDRENS_CENTRE", 19),
    ("EARLY_HELP", 15),
    ("SOCIAL_CARE", 17),
    ("HEALTH", 9),
    ("POLICE", 3),
    ("FAMILY", 5),
    ("OTHER", 2),
)
SCHOOLS_DIPPED = (date(2015, 4, 1), date(2015, 5, 1))
"""Months in which schools asked for help less often than before and after."""
QUIET_SCHOOLS = tuple((code, weight / 2 if code == "SCHOOL" else weight) for code, weight in REQUEST_SOURCES)
END_REASONS: tuple[tuple[str, float], ...] = (
    ("NEEDS_MET", 68),
    ("STEP_UP", 7),
    ("DISENGAGED", 16),
    ("MOVED", 6),
    ("OTHER", 3),
)
REASONS = (
    "Behaviour at home",
    "School attendance",
    "Parenting support",
    "Family relationships",
    "Emotional wellbeing",
    "Housing and money",
)
ORGANISATIONS = (
    "Primary school",
    "Secondary school",
    "Children's centre",
    "Health visiting service",
    "Children's Action Team",
    "Voluntary organisation",
)


def early_help_rows(rng: random.Random, world: World, workforce: Workforce) -> list[Row]:
    """The table `early_help`: children not open to social care when help was asked for."""
    posts = [post for team in TEAMS if team.duty == EARLY_HELP for post in workforce.of_team(team.team_id)]
    open_spans: dict[str, list[tuple[date, date]]] = {}
    for journey in world.journeys:
        open_spans.setdefault(journey.person_id, []).append((journey.referred_on, journey.last_day))
    helped_until: dict[str, date] = {}
    drawn: list[Row] = []
    for flows, assessment_type in ((targets.EARLY_HELP_REQUESTS, "EPISODE"), (targets.COMMON_ASSESSMENTS, "CAF")):
        for month, count in sorted(targets.monthly(flows).items()):
            left = count
            while left > 0:
                day = working_day_in_month(rng, month)
                post = pick(rng, posts)
                source = weighted(rng, QUIET_SCHOOLS if month in SCHOOLS_DIPPED else REQUEST_SOURCES)
                for person_id in pick(rng, world.families)[: min(left, 3)]:
                    child = world.children[person_id]
                    if not is_a_child_on(child, day) or child.is_unaccompanied:
                        continue
                    if any(start <= day <= end for start, end in open_spans.get(person_id, ())):
                        continue
                    if assessment_type == "EPISODE" and helped_until.get(person_id, date.min) >= day:
                        continue
                    left -= 1
                    facts = _episode(rng, day, source) if assessment_type == "EPISODE" else _assessment(rng, day)
                    adult_on = add_years(world.children[person_id].born_on, 18)
                    facts = _until_18(facts, adult_on, world.children[person_id].born_on)
                    if assessment_type == "EPISODE":
                        ended_on = facts["ended_on"]
                        helped_until[person_id] = ended_on if isinstance(ended_on, date) else RECORDS_END
                    drawn.append(
                        {
                            "person_id": person_id,
                            "assessment_type": assessment_type,
                            "worker_id": post.holder_on(min(day, _begun_on(facts, day))).worker_id,
                            **facts,
                        }
                    )
    drawn.sort(
        key=lambda row: (
            str(row.get("requested_on") or row["started_on"]),
            str(row["person_id"]),
            str(row["assessment_type"]),
        )
    )
    return [{"early_help_id": f"EH{index:06d}", **row} for index, row in enumerate(drawn, start=1)]


def _begun_on(facts: Row, day: date) -> date:
    """When the help or the assessment began, or the day itself while it has not."""
    started_on = facts["started_on"]
    return started_on if isinstance(started_on, date) else day


def _episode(rng: random.Random, requested_on: date, source: str) -> Row:
    started_on = known(add_working_days(requested_on, between(rng, 1, 18)))
    ended_on = known(next_working_day(add_days(started_on, 55 + int(rng.expovariate(1 / 190))))) if started_on else None
    return {
        "requested_on": requested_on,
        "request_source_code": source,
        "started_on": started_on,
        "ended_on": ended_on,
        "organisation": "Children's Action Team",
        "reason": pick(rng, REASONS),
        "end_reason": weighted(rng, END_REASONS) if ended_on else None,
    }


def _assessment(rng: random.Random, completed_on: date) -> Row:
    is_checked = completed_on >= date(2014, 4, 1) or rng.random() < 0.85
    return {
        "started_on": add_working_days(completed_on, -between(rng, 8, 40)),
        "ended_on": completed_on,
        "organisation": pick(rng, ORGANISATIONS),
        "is_quality_assured": is_checked,
    }


def _until_18(facts: Row, adult_on: date, born_on: date) -> Row:
    """Early help ends at 18, and an assessment cannot have begun before birth."""
    started_on, ended_on = facts["started_on"], facts["ended_on"]
    if isinstance(started_on, date) and started_on < born_on:
        return {**facts, "started_on": born_on}
    if isinstance(started_on, date) and started_on >= adult_on and "end_reason" in facts:
        return {**facts, "started_on": None, "ended_on": None, "end_reason": None}
    if isinstance(ended_on, date) and ended_on >= adult_on and "end_reason" in facts:
        return {**facts, "ended_on": add_days(adult_on, -1), "end_reason": "TURNED_18"}
    return facts
