"""Look-ups over the demo's tables for the Annex A workbook: the latest of everything for each child.

Knows the rows but not the layout of the workbook.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from purplebook_demo.paper_2015.calendar import add_years

Row = dict[str, object]
Tables = dict[str, list[Row]]


def day_of(value: object) -> date:
    """The value as a day; a fault of ours when it is none."""
    assert isinstance(value, date)
    return value


def text_of(value: object) -> str:
    """The value as text; nothing becomes empty text."""
    return "" if value is None else str(value)


class Index:
    """Everything the eleven lists look up, built once; the tables themselves are never changed."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.persons = {text_of(row["person_id"]): row for row in tables["person"]}
        self.referrals = {text_of(row["referral_id"]): row for row in tables["referral"]}
        self.team_names = {text_of(row["team_id"]): row["name"] for row in tables["team"]}
        self.worker_names = {text_of(row["worker_id"]): row["name"] for row in tables["worker"]}
        attributes = tables["person_attribute"]
        self.unaccompanied = frozenset(
            text_of(row["person_id"]) for row in attributes if row["attribute_type"] == "UASC"
        )
        self._disability = {
            text_of(row["person_id"]): "N" if row["code"] == "NONE" else "Y"
            for row in attributes
            if row["attribute_type"] == "DISABILITY"
        }
        self.last_visit: dict[tuple[str, str], Row] = {}
        self.last_seen: dict[str, object] = {}
        for row in tables["visit"]:
            person_id = text_of(row["person_id"])
            self.last_visit[(text_of(row["visit_type"]), person_id)] = row
            if row["seen"] == "Y":
                self.last_seen[person_id] = row["visited_on"]
        self.conference_of_enquiry: dict[str, Row] = {}
        self.last_review_conference: dict[str, object] = {}
        for row in tables["child_protection_conference"]:
            if row["conference_type"] == "ICPC":
                self.conference_of_enquiry[text_of(row["section_47_enquiry_id"])] = row
            elif row["conference_type"] == "REVIEW":
                self.last_review_conference[text_of(row["child_protection_plan_id"])] = row["held_on"]
        self.last_status = {text_of(row["person_id"]): row for row in tables["legal_status"]}
        self.last_placement = {text_of(row["person_id"]): row for row in tables["placement"]}
        self.last_missing = {text_of(row["person_id"]): row for row in tables["missing_episode"]}
        self.last_review = {
            text_of(row["person_id"]): row["reviewed_on"] for row in tables["looked_after_review"] if row["reviewed_on"]
        }
        self.last_check = {
            (text_of(row["check_type"]), text_of(row["person_id"])): row["checked_on"]
            for row in tables["health_check"]
            if row.get("checked_on")
        }
        self.permanence_goal: dict[str, str] = {}
        for row in tables["plan"]:
            goals = row["goal_codes"]
            if row["plan_type"] == "PERMANENCE" and isinstance(goals, tuple) and goals:
                self.permanence_goal[text_of(row["person_id"])] = goals[0]
        self._events: dict[tuple[str, str], list[date]] = {}
        for row in tables["section_47_enquiry"]:
            if row["decision"] != "NO_S47":
                self._note("section_47_enquiry", row["person_id"], row["strategy_discussion_on"])
        for row in tables["child_protection_conference"]:
            if row["conference_type"] != "REVIEW":
                self._note("child_protection_conference", row["person_id"], row["held_on"])

    def _note(self, table: str, person_id: object, day: object) -> None:
        self._events.setdefault((table, text_of(person_id)), []).append(day_of(day))

    def since(self, table: str, column: str, first: date) -> Iterable[Row]:
        """The table's rows dated on or after the day, in order of date."""
        rows = [row for row in self.tables[table] if day_of(row[column]) >= first]
        return sorted(rows, key=lambda row: (day_of(row[column]), text_of(row["person_id"])))

    def latest_by_person(self, table: str, column: str) -> dict[str, Row]:
        """Each person's latest row."""
        rows = sorted(self.tables[table], key=lambda row: (text_of(row["person_id"]), day_of(row[column])))
        return {text_of(row["person_id"]): row for row in rows}

    def count_before(self, table: str, person_id: object, day: date) -> int:
        """Events of the person in the twelve months before the day."""
        first = add_years(day, -1)
        return sum(1 for other in self._events.get((table, text_of(person_id)), ()) if first <= other < day)

    def disability(self, person_id: object) -> str:
        """Whether the child is disabled, as the lists write it."""
        return {"Y": "a) Yes", "N": "b) No"}.get(self._disability.get(text_of(person_id), "U"), "c) Unknown")

    def is_closed(self, referral_id: object) -> bool:
        """Whether the episode of need is closed."""
        return self.referrals[text_of(referral_id)]["closed_on"] is not None
