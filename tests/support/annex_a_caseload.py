"""Invented records of children that Annex A can carry whole: as our tables' rows, with values from wherever one likes.

Only what Ofsted's lists hold is here: events of the last six months, one open piece of work of each kind for a child,
and the latest of everything.  `pick` says what stands in each cell; a cell never contradicts another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Protocol

from purplebook.tables import TABLES_BY_NAME

AS_AT = date(2015, 8, 31)
SIX_MONTHS_FROM, YEAR_FROM, LONG_AGO = date(2015, 3, 1), date(2014, 9, 1), date(2001, 1, 1)
NO_FURTHER_ACTION, UNBORN = "no further action", "unborn"

Row = dict[str, object]
Tables = Mapping[str, Sequence[Row]]


class Pick(Protocol):
    """Where values come from."""

    def cell(self, table: str, column: str) -> object:
        """Some value that the column may hold, or None."""
        ...

    def day(self, first: date) -> date:
        """Some day from `first` to the day of the extract."""
        ...

    def flip(self, what: str) -> bool:
        """Yes or no: whether the child has what is asked about."""
        ...

    def text(self) -> str:
        """Some text as people write it, without blanks at its ends."""
        ...


class Caseload:
    """Gathers rows, each table's in a list; `add_child` and `add_adopter` fill it."""

    def __init__(self, pick: Pick) -> None:
        self._pick = pick
        self.tables: dict[str, list[Row]] = defaultdict(list)
        for at in range(3):
            self.tables["team"].append({"team_id": f"T{at}", "name": f"{at} {pick.text()}"})
            self.tables["worker"].append({"worker_id": f"W{at}", "name": f"{at} {pick.text()}"})
        self._count = 0

    def add_child(self, number: str) -> None:
        """Add a child with some contact, and whatever else the flips say."""
        pick = self._pick
        self._count += 1
        child = f"P{self._count}"
        person: Row = {"person_id": child, "la_child_id": number, "person_role": "CHILD"}
        is_unborn = pick.flip(UNBORN)
        person["born_on"] = None if is_unborn else pick.day(LONG_AGO)
        # As far ahead as the day that is picked lies behind.
        person["expected_birth_on"] = (
            AS_AT + (AS_AT - pick.day(SIX_MONTHS_FROM)) + timedelta(days=1) if is_unborn else None
        )
        person |= {"sex": pick.cell("person", "sex") or "U", "ethnicity_code": pick.cell("person", "ethnicity_code")}
        self.tables["person"].append(person)
        # A workbook in which nothing happens in its last month is taken for an older one, so something does.
        contacted_on = AS_AT if self._count == 1 else pick.day(SIX_MONTHS_FROM)
        self._add("contact", child, ["source_code"], contacted_on=contacted_on)
        for add in (
            self._early_help,
            self._referral,
            self._enquiry,
            self._plan,
            self._care,
            self._leaver,
            self._adoption,
        ):
            if pick.flip(add.__name__):
                add(child)

    def add_adopter(self, number: str) -> None:
        """Add a person who wishes to adopt."""
        pick = self._pick
        days = ["enquired_on", "stage_1_started_on", "stage_1_ended_on", "stage_2_started_on", "stage_2_ended_on"]
        days += ["applied_on", "approved_on", "matched_on"]
        placed, left = self._perhaps(YEAR_FROM), self._perhaps(YEAR_FROM)
        row: Row = {"adopter_id": number, "family_id": pick.text(), "placed_on": placed, "left_on": left}
        row |= {day: self._perhaps(LONG_AGO) for day in days} | {"ordered_on": self._perhaps(YEAR_FROM)}
        row |= {name: pick.cell("adopter", name) for name in ("gender", "ethnicity_code", "disability")}
        row |= {name: pick.cell("adopter", name) for name in ("is_foster_to_adopt", "children_placed_count")}
        row["left_reason"] = pick.cell("adopter", "left_reason") if left else None
        self.tables["adopter"].append(row)

    def _add(self, table: str, child: str, picked: Sequence[str] = (), /, **given: object) -> str:
        key, own = f"{table}-{len(self.tables[table])}", TABLES_BY_NAME[table].key[0]
        row: Row = {"person_id": child}
        if own != "person_id":
            row[own] = key
        self.tables[table].append(row | {name: self._pick.cell(table, name) for name in picked} | given)
        return key

    def _perhaps(self, first: date) -> date | None:
        return self._pick.day(first) if self._pick.flip("day") else None

    def _allocated(self) -> dict[str, object]:
        place = int(self._pick.flip("team")) + int(self._pick.flip("worker"))
        return {"team_id": f"T{place}", "worker_id": f"W{2 - place}"}

    def _hold(self, child: str) -> None:
        """Allocate the child once: Annex A shows one allocation on all lists of children worked with."""
        if not any(row["person_id"] == child for row in self.tables["involvement"]):
            self._add("involvement", child, started_on=LONG_AGO, **self._allocated())

    def _attribute(self, child: str, kind: str, code: str) -> None:
        self._add("person_attribute", child, attribute_type=kind, code=code, known_on=AS_AT)

    def _early_help(self, child: str) -> None:
        began = self._pick.day(YEAR_FROM)
        ended = self._perhaps(max(began, SIX_MONTHS_FROM))
        kind = {"assessment_type": "EHA", "organisation": self._pick.text()}
        self._add("early_help", child, started_on=began, ended_on=ended, **kind)

    def _referral(self, child: str) -> None:
        pick, day = self._pick, self._pick.day(SIX_MONTHS_FROM)
        is_nothing = pick.flip(NO_FURTHER_ACTION)
        closed = None if is_nothing else self._perhaps(day)
        given = {"referred_on": day, "is_no_further_action": is_nothing, "closed_on": closed} | self._allocated()
        if not is_nothing:
            given["primary_need_code"] = pick.cell("referral", "primary_need_code")
            given["closure_reason_code"] = pick.cell("referral", "closure_reason_code") if closed else None
            self._add("visit", child, visit_type="LAST_SEEN", visited_on=pick.day(LONG_AGO))
            self._hold(child)
            if pick.flip("disability known"):
                self._attribute(child, "DISABILITY", "Y" if pick.flip("disability") else "NONE")
        self._add("referral", child, ["source_code"], **given)
        authorised = self._perhaps(SIX_MONTHS_FROM)
        needed = pick.cell("assessment", "is_social_care_needed") if authorised else None
        given = {"started_on": day, "authorised_on": authorised, "is_social_care_needed": needed} | self._allocated()
        self._add("assessment", child, ["child_seen"], **given)

    def _enquiry(self, child: str) -> None:
        day = self._pick.day(SIX_MONTHS_FROM)
        own = self._add(
            "section_47_enquiry",
            child,
            ["is_initial_conference_not_required"],
            strategy_discussion_on=day,
            **self._allocated(),
        )
        if self._pick.flip("conference"):
            given = {"conference_type": "ICPC", "held_on": self._pick.day(day), "section_47_enquiry_id": own}
            self._add("child_protection_conference", child, ["has_plan_outcome"], **given)

    def _plan(self, child: str) -> None:
        self._hold(child)
        pick, day = self._pick, self._pick.day(YEAR_FROM)
        ended = self._perhaps(max(day, SIX_MONTHS_FROM))
        given = {"started_on": day, "ended_on": ended, "is_protection_order_supplied": pick.flip("protection order")}
        given["previous_plans_count"] = pick.cell("child_protection_plan", "previous_plans_count") or 0
        own = self._add("child_protection_plan", child, ["initial_category", "latest_category"], **given)
        if pick.flip("visit and review"):
            given = {"visit_type": "CP", "visited_on": day, "child_protection_plan_id": own}
            self._add("visit", child, ["seen_alone"], **given)
            given = {"conference_type": "REVIEW", "held_on": pick.day(day), "child_protection_plan_id": own}
            self._add("child_protection_conference", child, **given)

    def _care(self, child: str) -> None:
        self._hold(child)
        pick, day = self._pick, self._pick.day(YEAR_FROM)
        ended = self._perhaps(max(day, SIX_MONTHS_FROM))
        reason = pick.cell("looked_after_period", "end_reason_code") if ended else None
        own = self._add(
            "looked_after_period", child, ["need_code"], started_on=day, ended_on=ended, end_reason_code=reason
        )
        self._add("legal_status", child, ["status_code"], started_on=pick.day(LONG_AGO))
        self._add("looked_after_review", child, reviewed_on=pick.day(day), looked_after_period_id=own)
        for kind in ("LAC", "IRO"):
            self._add("visit", child, visit_type=kind, visited_on=pick.day(day), looked_after_period_id=own)
        for kind in ("HEALTH_ASSESSMENT", "DENTAL"):
            self._add("health_check", child, check_type=kind, checked_on=pick.day(LONG_AGO))
        goal = pick.cell("plan", "goal_codes")
        if goal is not None:
            self._add("plan", child, plan_type="PERMANENCE", goal_codes=goal)
        texts = {name: pick.text() for name in ("postcode", "provider_reference", "placement_authority")}
        picked = ["placement_type", "provider_code", "is_in_authority"]
        self._add("placement", child, picked, started_on=pick.day(day), looked_after_period_id=own, **texts)
        answers = {name: pick.cell("missing_episode", f"return_interview_{name}") for name in ("offered", "accepted")}
        if any(answers.values()):
            given = {f"return_interview_{name}": answer for name, answer in answers.items()}
            self._add("missing_episode", child, missing_type="M", started_on=pick.day(YEAR_FROM), **given)
        if pick.flip("unaccompanied"):
            self._attribute(child, "UASC", "Y")

    def _leaver(self, child: str) -> None:
        reviewed, met = self._perhaps(LONG_AGO), self._perhaps(LONG_AGO)
        picked = ["eligibility", "in_touch", "accommodation_code", "accommodation_suitable", "activity_code"]
        given = {"snapshot_on": AS_AT, "basis": "CURRENT", "pathway_plan_on": reviewed, "last_contact_on": met}
        given["personal_adviser"] = self._pick.text()
        self._add("care_leaver_snapshot", child, picked, **given, **self._allocated())
        if met:
            self._add("visit", child, visit_type="PA", visited_on=met)
        if reviewed:
            self._add("plan", child, plan_type="PATHWAY", last_reviewed_on=reviewed)

    def _adoption(self, child: str) -> None:
        days = ["entered_care_on", "placement_order_on", "matched_on", "placed_on", "foster_to_adopt_placed_on"]
        given: Row = {"decision_maker_agreed_on": self._pick.day(LONG_AGO)}
        given |= {day: self._perhaps(LONG_AGO) for day in days}
        given |= {"family_id": self._pick.text(), "ordered_on": self._perhaps(YEAR_FROM)}
        given["order_type"] = "ADOPTION" if given["ordered_on"] else None
        given["reversed_on"] = self._perhaps(YEAR_FROM)
        given["reversed_reason"] = (
            self._pick.cell("permanence_case", "reversed_reason") if given["reversed_on"] else None
        )
        self._add("permanence_case", child, case_type="ADOPTION", **given)


def days_until_the_extract(first: date) -> int:
    """How many days there are to choose from."""
    return (AS_AT - first) // timedelta(days=1)
