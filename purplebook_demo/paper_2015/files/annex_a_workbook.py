"""Write the demo as an Ofsted Annex A workbook (2024 layout) as at the day of the extract.

Lists 1 to 5 hold six months of events, 6 to 8 one row a child, 9 the care leavers, 10 and 11 a year of adoption.  Dates
in the file's properties are constant, so that the same rows give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from purplebook.tables.annex_a_words import HEADERS, LABELS
from purplebook_demo.paper_2015.calendar import PAPER_DAY, add_days, add_years, age_on
from purplebook_demo.paper_2015.files.annex_a_index import Index, Row, Tables, day_of, text_of

SIX_MONTHS_BEFORE = date(2015, 3, 1)
YEAR_BEFORE = add_years(PAPER_DAY, -1)
MADE_ON = datetime(2015, 9, 1)
REASONS_OF_2015 = {"E43": "E46", "E44": "E48", "E17": "E8"}
"""Codes of 2015 that the 2024 layout no longer has, and the nearest that it has."""
SHORT_BREAKS = ("V3", "V4")
"""Legal statuses of children whom list 8 leaves out."""
ELIGIBILITY = {"FORMER_RELEVANT": "FORMER", "QUALIFYING": "QUALIFY"}
Cells = list[object]


def write_annex_a(path: Path, tables: Tables) -> None:
    """Write the eleven lists."""
    index = Index(tables)
    lists: dict[int, Iterable[Cells]] = {
        1: _contacts(index),
        2: _early_help(index),
        3: _referrals(index),
        4: _assessments(index),
        5: _enquiries(index),
        6: _children_in_need(index),
        7: _protected(index),
        8: _looked_after(index),
        9: _care_leavers(index),
        10: _adoption(index),
        11: _adopters(index),
    }
    with xlsxwriter.Workbook(str(path), {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": "Annex A child-level data", "author": "Thamesbridge", "created": MADE_ON})
        dates = book.add_format({"num_format": "dd/mm/yyyy"})
        for number, rows in lists.items():
            sheet = book.add_worksheet(f"List_{number}")
            sheet.write_row(0, 0, HEADERS[number])
            for line, cells in enumerate(rows, start=1):
                for place, cell in enumerate(cells):
                    if isinstance(cell, date):
                        sheet.write_datetime(line, place, datetime(cell.year, cell.month, cell.day), dates)
                    elif cell is not None:
                        sheet.write(line, place, cell)


def _label(code_set: str, code: object) -> str | None:
    return LABELS[code_set].get(str(code)) if code is not None else None


def _yes_no(value: object) -> str | None:
    return None if value is None else "a) Yes" if value in (True, "Y") else "b) No"


def _who(index: Index, person_id: object) -> Cells:
    """Identifier, gender, ethnicity, birth date and age: the first columns of lists 1 to 9."""
    person = index.persons[text_of(person_id)]
    born_on = person["born_on"] or person["expected_birth_on"]
    age = age_on(day_of(person["born_on"]), PAPER_DAY) if person["born_on"] else -1
    ethnicity = _label("ethnicity", person["ethnicity_code"])
    return [person["la_child_id"], _label("gender", person["sex"]), ethnicity, born_on, age]


def _holder(index: Index, row: Row) -> Cells:
    return [index.team_names.get(text_of(row["team_id"])), index.worker_names.get(text_of(row["worker_id"]))]


def _contacts(index: Index) -> Iterable[Cells]:
    for row in index.since("contact", "contacted_on", SIX_MONTHS_BEFORE):
        yield [
            *_who(index, row["person_id"]),
            row["contacted_on"],
            _label("contact_referral_source", row["source_code"]),
        ]


def _early_help(index: Index) -> Iterable[Cells]:
    # The list asks for assessments: an episode of help has no assessment's dates to give.
    for row in index.tables["early_help"]:
        started_on, ended_on = row["started_on"], row["ended_on"]
        if row["assessment_type"] == "EPISODE" or not started_on:
            continue
        if not ended_on or day_of(ended_on) >= SIX_MONTHS_BEFORE:
            yield [*_who(index, row["person_id"]), started_on, ended_on, row["organisation"]]


def _referrals(index: Index) -> Iterable[Cells]:
    rows = list(index.since("referral", "referred_on", SIX_MONTHS_BEFORE))
    latest = {row["person_id"]: row["earlier_referrals_supplied"] for row in rows}
    for row in rows:
        yield [
            *_who(index, row["person_id"]),
            row["referred_on"],
            _label("contact_referral_source", row["source_code"]),
            _yes_no(row["is_no_further_action"]),
            latest[row["person_id"]],
            *_holder(index, row),
        ]


def _assessments(index: Index) -> Iterable[Cells]:
    for row in index.tables["assessment"]:
        authorised_on = row["authorised_on"]
        is_open = authorised_on is None and not index.is_closed(row["referral_id"])
        if is_open or (authorised_on and day_of(authorised_on) >= SIX_MONTHS_BEFORE):
            yield [
                *_who(index, row["person_id"]),
                index.disability(row["person_id"]),
                row["started_on"],
                _label("yes_no_unknown", row["child_seen"]),
                authorised_on,
                _yes_no(row["is_social_care_needed"]),
                *_holder(index, row),
            ]


def _enquiries(index: Index) -> Iterable[Cells]:
    rows = [
        row
        for row in index.since("section_47_enquiry", "strategy_discussion_on", SIX_MONTHS_BEFORE)
        if row["decision"] != "NO_S47"
    ]
    latest = {row["person_id"]: day_of(row["strategy_discussion_on"]) for row in rows}
    for row in rows:
        conference = index.conference_of_enquiry.get(text_of(row["section_47_enquiry_id"]))
        until = latest[row["person_id"]]
        yield [
            *_who(index, row["person_id"]),
            index.disability(row["person_id"]),
            row["strategy_discussion_on"],
            _yes_no(row["is_initial_conference_not_required"]),
            conference["held_on"] if conference else None,
            _yes_no(conference["has_plan_outcome"]) if conference else None,
            index.count_before("section_47_enquiry", row["person_id"], until),
            index.count_before("child_protection_conference", row["person_id"], until),
            *_holder(index, row),
        ]


def _children_in_need(index: Index) -> Iterable[Cells]:
    for row in index.latest_by_person("referral", "referred_on").values():
        closed_on = row["closed_on"]
        if row["is_no_further_action"] or (closed_on and day_of(closed_on) < SIX_MONTHS_BEFORE):
            continue
        yield [
            *_who(index, row["person_id"]),
            index.disability(row["person_id"]),
            row["referred_on"],
            _label("primary_need", row["primary_need_code"]),
            index.last_seen.get(text_of(row["person_id"])),
            closed_on,
            _label("reason_for_closure", row["closure_reason_code"]),
            _label("case_status", row["case_status_supplied"]),
            *_holder(index, row),
        ]


def _protected(index: Index) -> Iterable[Cells]:
    for row in index.latest_by_person("child_protection_plan", "started_on").values():
        if row["ended_on"] and day_of(row["ended_on"]) < SIX_MONTHS_BEFORE:
            continue
        visit = index.last_visit.get(("CP", text_of(row["person_id"])))
        yield [
            *_who(index, row["person_id"]),
            index.disability(row["person_id"]),
            row["started_on"],
            _label("category_of_abuse", row["initial_category"]),
            _label("category_of_abuse", row["latest_category"]),
            visit["visited_on"] if visit else None,
            _label("yes_no_unknown", visit["seen_alone"]) if visit else None,
            index.last_review_conference.get(text_of(row["child_protection_plan_id"])),
            row["ended_on"],
            _yes_no(row["is_protection_order_supplied"]),
            row["previous_plans_count"],
            *_holder(index, index.referrals[text_of(row["referral_id"])]),
        ]


def _looked_after(index: Index) -> Iterable[Cells]:
    for row in index.latest_by_person("looked_after_period", "started_on").values():
        if row["ended_on"] and day_of(row["ended_on"]) < SIX_MONTHS_BEFORE:
            continue
        person_id = text_of(row["person_id"])
        status, placement = index.last_status[person_id], index.last_placement[person_id]
        if status["status_code"] in SHORT_BREAKS:
            continue
        missing = index.last_missing.get(person_id)
        reason = text_of(row["end_reason_code"])
        visit, officer = index.last_visit.get(("LAC", person_id)), index.last_visit.get(("IRO", person_id))
        yield [
            *_who(index, person_id),
            _yes_no(person_id in index.unaccompanied),
            index.disability(person_id),
            row["started_on"],
            _label("lac_category_of_need", row["need_code"]),
            _yes_no(row["is_second_period_supplied"]),
            status["started_on"],
            _label("legal_status", status["status_code"]),
            index.last_review.get(person_id),
            visit["visited_on"] if visit else None,
            _label("permanence_plan", index.permanence_goal.get(person_id)),
            officer["visited_on"] if officer else None,
            index.last_check.get(("HEALTH_ASSESSMENT", person_id)),
            index.last_check.get(("DENTAL", person_id)),
            row["placements_in_year_supplied"],
            row["ended_on"],
            _label("reason_ceased", REASONS_OF_2015.get(reason, reason)) if row["ended_on"] else None,
            placement["started_on"],
            _label("placement_type", placement["placement_type"]),
            _label("placement_provider", placement["provider_code"]),
            placement["postcode"],
            placement["provider_reference"],
            _label("placement_location", "IN" if placement["is_in_authority"] else "OUT"),
            placement["placement_authority"],
            row["missing_in_year_supplied"],
            row["absent_in_year_supplied"],
            _label("yes_no_unknown", missing["return_interview_offered"]) if missing else None,
            _label("yes_no_unknown", missing["return_interview_accepted"]) if missing else None,
            *_holder(index, index.referrals[text_of(row["referral_id"])]),
        ]


def _care_leavers(index: Index) -> Iterable[Cells]:
    for row in index.tables["care_leaver_snapshot"]:
        if row["snapshot_on"] != PAPER_DAY:
            continue
        kind = text_of(row["eligibility"])
        activity = _label("activity_status", row["activity_code"])
        yield [
            *_who(index, row["person_id"]),
            _yes_no(text_of(row["person_id"]) in index.unaccompanied),
            index.disability(row["person_id"]),
            *_holder(index, row),
            row["personal_adviser"],
            _label("eligibility_category", ELIGIBILITY.get(kind, kind)),
            row["pathway_plan_on"],
            _label("la_in_touch", row["in_touch"]),
            row["last_contact_on"],
            _label("accommodation", row["accommodation_code"]),
            _label("accommodation_suitability", row["accommodation_suitable"]),
            activity,
        ]


def _adoption(index: Index) -> Iterable[Cells]:
    for row in index.tables["permanence_case"]:
        if row["case_type"] != "ADOPTION":
            continue
        finished_on = row.get("ordered_on") or row.get("reversed_on")
        if finished_on and day_of(finished_on) < YEAR_BEFORE:
            continue
        who = _who(index, row["person_id"])
        yield [
            who[0],
            row.get("family_id"),
            *who[1:],
            index.disability(row["person_id"]),
            row["entered_care_on"],
            row["decision_maker_agreed_on"],
            row.get("placement_order_on"),
            row.get("matched_on"),
            row.get("placed_on"),
            row.get("ordered_on"),
            row.get("reversed_on"),
            _label("reason_no_longer_adoption", row.get("reversed_reason")),
            row.get("foster_to_adopt_placed_on"),
        ]


def _adopters(index: Index) -> Iterable[Cells]:
    for row in index.tables["adopter"]:
        last = row["left_on"] or row["ordered_on"]
        enquired_on = day_of(row["enquired_on"])
        if enquired_on > PAPER_DAY or (last and day_of(last) < YEAR_BEFORE):
            continue
        if last is None and enquired_on < add_days(YEAR_BEFORE, -730):
            continue
        yield [
            row["adopter_id"],
            row["family_id"],
            _label("gender", row["gender"]),
            _label("ethnicity", row["ethnicity_code"]),
            _yes_no(row["disability"]),
            _yes_no(row["is_foster_to_adopt"]),
            row["enquired_on"],
            row["stage_1_started_on"],
            row["stage_1_ended_on"],
            row["stage_2_started_on"],
            row["stage_2_ended_on"],
            row["applied_on"],
            row["approved_on"],
            row["matched_on"],
            row["placed_on"],
            row["children_placed_count"],
            row["ordered_on"],
            row["left_on"],
            _label("reason_leaving_adoption_process", row["left_reason"]),
        ]
