"""Write recruitment: applications for posts, and foster carers from enquiry to approval."""

from __future__ import annotations

import random
from datetime import date

from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.calendar import (
    RECORDS_END,
    add_days,
    add_working_days,
    known,
    last_of_month,
    months,
    next_working_day,
    working_day_in_month,
)
from purplebook_demo.paper_2015.chance import between, weighted
from purplebook_demo.paper_2015.margins import CannotBeMet
from purplebook_demo.paper_2015.target_kinds import Flow

Row = dict[str, object]


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
    return _meet_quotas(rows)


def _meet_quotas(rows: list[Row]) -> list[Row]:
    """The same applications; as many were accepted, and as many managers offered a post, as the targets say."""
    made = list(rows)
    offered = targets.SERVICE_MANAGERS_OFFERED
    managers = 0
    for index, row in enumerate(made):
        if not _is_between(row["offered_on"], offered):
            continue
        if managers < offered.count and row["preferred_on"] and not _is_in_august(row["preferred_on"]):
            made[index] = {**row, "post_type": "SERVICE_MANAGER"}
            managers += 1
        elif row["post_type"] == "SERVICE_MANAGER":
            made[index] = {**row, "post_type": "TEAM_MANAGER"}
    filled = targets.SOCIAL_WORK_POSTS_FILLED
    count = 0
    for index, row in enumerate(made):
        if row["post_type"] in ("SOCIAL_WORKER", "ASYE") and _is_between(row["accepted_on"], filled):
            count += 1
            if count > filled.count:
                made[index] = {**row, "accepted_on": None, "started_on": None}
    for index, row in enumerate(made):
        offered_on = row["offered_on"]
        if count < filled.count and row["post_type"] == "SOCIAL_WORKER" and row["accepted_on"] is None:
            if isinstance(offered_on, date) and filled.first <= offered_on <= add_days(filled.last, -7):
                made[index] = {**row, "accepted_on": add_working_days(offered_on, 2)}
                count += 1
    if managers < offered.count or count < filled.count:
        raise CannotBeMet("too few were offered posts or accepted them")
    return made


def _is_between(day: object, flow: Flow) -> bool:
    return isinstance(day, date) and flow.first <= day <= flow.last


def _is_in_august(day: object) -> bool:
    return isinstance(day, date) and (day.year, day.month) == (2015, 8)


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
    for month in months(date(2015, 3, 1), RECORDS_END):
        for _ in range(between(rng, 2, 5)):
            rows.append(
                {
                    "foster_carer_approval_id": f"FC{len(rows) + 1:04d}",
                    "carer_type": "MAINSTREAM",
                    "enquired_on": working_day_in_month(rng, month),
                }
            )
    return rows
