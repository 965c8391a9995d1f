"""What a case system works out on the day of an extract: ages, statuses, counts of the last year, caseloads.

Each function is given the rows that are held by then, with later dates emptied, and gives them back told as at the day.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date

from purplebook_demo.paper_2015.calendar import add_years, age_on

Row = dict[str, object]
Tables = dict[str, list[Row]]

SCHOOL_AGE = 5
OLDEST_ASSESSMENTS = date(2010, 12, 1)
"""Assessments of referrals before this day were not migrated from the old system."""
SHORT_BREAKS = ("V3", "V4")
ASKED_LATER = 19
"""Of every so many children whom only the front door knows, one was not asked for ethnicity; an assessment asks."""


def work_out(held: Tables, on: date) -> Tables:
    """The same tables with every column that depends on the day of the extract."""
    done = dict(held)
    assessed = {row["assessment_id"] for row in held["assessment"] if row["authorised_on"]}
    done["assessment_factor"] = [row for row in held["assessment_factor"] if row["assessment_id"] in assessed]
    done["referral"] = _referrals(held, on)
    done["child_protection_plan"] = _protection_plans(held)
    done["pre_proceedings"] = _pre_proceedings(held, on)
    done["looked_after_period"] = _periods(held, on)
    done["looked_after_episode"] = [
        row | {"return_year": _return_year(_day(row["ended_on"]) or on)} for row in held["looked_after_episode"]
    ]
    done["feedback"] = [_feedback(row) for row in held["feedback"]]
    done["worker"] = _workers(held)
    done["person"] = _persons(done, on)
    known = {row["person_id"] for row in done["person"]}
    done["person_attribute"] = [row | {"known_on": on} for row in held["person_attribute"] if row["person_id"] in known]
    return done


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def _return_year(day: date) -> int:
    return day.year + (day.month > 3)


def _referrals(held: Tables, on: date) -> list[Row]:
    """Who holds the case now, its status, and how many earlier referrals of the year before are held."""
    holders = {row["referral_id"]: row for row in held["involvement"]}
    status = _case_statuses(held, on)
    dates: dict[object, list[date]] = {}
    for row in held["referral"]:
        dates.setdefault(row["person_id"], []).append(_must(row["referred_on"]))
    for days in dates.values():
        days.sort()
    found: list[Row] = []
    for row in held["referral"]:
        holder, referred_on = holders[row["referral_id"]], _must(row["referred_on"])
        days = dates[row["person_id"]]
        earlier = bisect_left(days, referred_on) - bisect_right(days, add_years(referred_on, -1))
        found.append(
            row
            | {
                "earlier_referrals_supplied": earlier,
                "case_status_supplied": "CLOSED" if row["closed_on"] else status.get(row["referral_id"], "ASSESS"),
                "team_id": holder["team_id"],
                "worker_id": holder["worker_id"],
            }
        )
    return found


def _case_statuses(held: Tables, on: date) -> dict[object, str]:
    """Ofsted's case status of open referrals: the first that applies, written last."""
    migrated = {row["referral_id"]: "CIN" for row in held["referral"] if _must(row["referred_on"]) < OLDEST_ASSESSMENTS}
    in_need = {row["referral_id"]: "CIN" for row in held["assessment"] if row["is_social_care_needed"]}
    protected = {row["referral_id"]: "CPP" for row in held["child_protection_plan"] if not row["ended_on"]}
    breaks = {
        row["looked_after_period_id"]
        for row in held["looked_after_episode"]
        if row["legal_status_code"] in SHORT_BREAKS
    }
    looked_after = {
        row["referral_id"]: "LAC"
        for row in held["looked_after_period"]
        if not row["ended_on"] and row["looked_after_period_id"] not in breaks
    }
    return migrated | in_need | protected | looked_after


def _protection_plans(held: Tables) -> list[Row]:
    """The latest category is another than the first only once a second review has said so."""
    reviews: dict[object, int] = {}
    for row in held["child_protection_conference"]:
        if row["conference_type"] == "REVIEW":
            plan_id = row["child_protection_plan_id"]
            reviews[plan_id] = reviews.get(plan_id, 0) + 1
    return [
        row
        if reviews.get(row["child_protection_plan_id"], 0) > 1
        else row | {"latest_category": row["initial_category"]}
        for row in held["child_protection_plan"]
    ]


def _pre_proceedings(held: Tables, on: date) -> list[Row]:
    """No meetings before the first one, and no final plan for the child before a year in court or the end of care."""
    left_care = {row["referral_id"] for row in held["looked_after_period"] if row["ended_on"]}
    found: list[Row] = []
    for row in held["pre_proceedings"]:
        applied_on = _day(row["court_application_on"])
        is_settled = applied_on is not None and (add_years(applied_on, 1) <= on or row["referral_id"] in left_care)
        changed = {} if row["initial_meeting_on"] else {"review_meetings_count": 0}
        found.append(row | changed | ({} if is_settled else {"final_care_plan": None}))
    return found


def _periods(held: Tables, on: date) -> list[Row]:
    """Placements and absences of the twelve months to the end of the period, or to the extract."""
    placed: dict[object, list[Row]] = {}
    for row in held["placement"]:
        placed.setdefault(row["looked_after_period_id"], []).append(row)
    gone: dict[object, list[Row]] = {}
    for row in held["missing_episode"]:
        gone.setdefault(row["person_id"], []).append(row)
    found: list[Row] = []
    for row in held["looked_after_period"]:
        last = _day(row["ended_on"]) or on
        first = add_years(last, -1)
        missing = [item for item in gone.get(row["person_id"], ()) if first < _must(item["started_on"]) <= last]
        placements = [item for item in placed[row["looked_after_period_id"]] if (_day(item["ended_on"]) or on) > first]
        found.append(
            row
            | {
                "placements_in_year_supplied": len(placements),
                "missing_in_year_supplied": sum(item["missing_type"] == "M" for item in missing),
                "absent_in_year_supplied": sum(item["missing_type"] == "A" for item in missing),
            }
        )
    return found


def _feedback(row: Row) -> Row:
    """A complaint is open until it is answered, and at its first stage until the second begins."""
    if row.get("status") == "INVESTIGATED" and not row.get("stage_1_response_on"):
        row = row | {"status": "OPEN"}
    if row.get("resolution_route") == "STAGE2" and not row.get("stage_2_started_on"):
        row = row | {"resolution_route": "STAGE1"}
    return row


def _workers(held: Tables) -> list[Row]:
    """Open cases of those who are still in post."""
    cases: dict[object, int] = {}
    for row in held["involvement"]:
        if not row["ended_on"]:
            cases[row["worker_id"]] = cases.get(row["worker_id"], 0) + 1
    return [
        row | {"caseload_supplied": None if row["ended_on"] else cases.get(row["worker_id"], 0)}
        for row in held["worker"]
    ]


def _persons(held: Tables, on: date) -> list[Row]:
    """Those of whom anything is held, as far as they are known."""
    records = (rows for name, rows in held.items() if name not in ("person", "person_attribute"))
    known = {row["person_id"] for rows in records for row in rows if row.get("person_id")}
    known |= {row["adopter_id"] for row in held["adopter"]}
    referred = {row["person_id"] for row in held["referral"]}
    return list(_told(held["person"], known, referred, on))


def _told(persons: list[Row], known: set[object], referred: set[object], on: date) -> Iterable[Row]:
    for number, row in enumerate(persons, start=1):
        if row["person_role"] == "CARER" or (row["person_role"] == "ADOPTER" and row["legacy_id"] in known):
            yield row
        elif row["person_id"] in known:
            yield _child(row, number, is_referred=row["person_id"] in referred, on=on)


def _child(row: Row, number: int, *, is_referred: bool, on: date) -> Row:
    born_on = _day(row["born_on"])
    facts: Row = {}
    if born_on is None:
        facts |= {"sex": "U", "gender_code": "0"}
    if row["upn"] and (born_on is None or age_on(born_on, on) < SCHOOL_AGE):
        facts |= {"upn": None, "upn_unknown_code": "UN1"}
    if not is_referred and number % ASKED_LATER == 0:
        facts |= {"ethnicity_code": None}
    return row | facts


def _must(value: object) -> date:
    assert isinstance(value, date)
    return value
