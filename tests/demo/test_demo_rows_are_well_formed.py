"""Every table is there, every key is unique, every link resolves, every code is known."""

from __future__ import annotations

from datetime import date

from purplebook.tables import DATA_TABLES, TABLES_BY_NAME
from purplebook.tables.codes import CODE_SETS
from purplebook.tables.schema import CODE, CODES, DATE
from purplebook_demo.paper_2015.calendar import PAPER_DAY
from purplebook_demo.paper_2015.generate import Tables
from tests.support.code_days import accepts

MAY_LIE_AHEAD = {"due_on", "action_due_on", "initial_conference_due_on", "stage_1_due_on", "expected_birth_on"}
EMPTY_ON_PURPOSE = {
    "person.former_upn",
    "person.nhs_number",
    "person.forename",
    "person.surname",
    "assessment_factor.person_id",  # brought onto the row at the load
    "assessment_factor.assessed_on",
    "audit_finding.audited_on",
    "reference_value.period_ended_on",
    "private_fostering.worker_id",
    "section_47_enquiry.is_led_by_protection_team",
    "contact.source_text",
    "referral.source_text",
    "child_protection_plan.category_detail",
    "pre_proceedings.details",
    "permanence_case.previous_option",
    "permanence_case.previous_authority",
    "permanence_case.previous_order_month",
    "audit_finding.comment",
    "feedback.stage_3_panel_on",
    "workforce_snapshot.accreditation_status",
    "reference_value.numerator",
    "reference_value.denominator",
    "reference_value.suppressed",
}
"""Columns that no council held in 2015, or that would hold a name or free text."""


def test_every_data_table_and_the_reference_values_have_rows(demo: Tables) -> None:
    for table in DATA_TABLES:
        assert demo[table.name], table.name
    assert demo["reference_value"]


def test_rows_have_no_column_that_the_table_lacks(demo: Tables) -> None:
    for name, rows in demo.items():
        known = {*TABLES_BY_NAME[name].column_names}
        assert {column for row in rows for column in row} <= known, name


def test_every_column_is_filled_somewhere_unless_it_is_empty_on_purpose(demo: Tables) -> None:
    empty = {
        f"{table.name}.{column.name}"
        for table in DATA_TABLES
        for column in table.columns
        if all(row.get(column.name) in (None, ()) for row in demo[table.name])
    }
    assert empty == EMPTY_ON_PURPOSE


def test_keys_are_unique(demo: Tables) -> None:
    for name, rows in demo.items():
        keys = [tuple(row.get(column) for column in TABLES_BY_NAME[name].key) for row in rows]
        assert len(set(keys)) == len(keys), name


def test_every_link_resolves(demo: Tables) -> None:
    keys = {name: {row.get(TABLES_BY_NAME[name].key[0]) for row in rows} for name, rows in demo.items()}
    for name, rows in demo.items():
        for column in TABLES_BY_NAME[name].columns:
            if column.to:
                found = {row.get(column.name) for row in rows} - {None}
                assert found <= keys[column.to], f"{name}.{column.name}"


def test_every_code_is_in_its_code_set(demo: Tables) -> None:
    for name, rows in demo.items():
        for column in TABLES_BY_NAME[name].columns:
            if column.kind not in (CODE, CODES) or column.code_set is None:
                continue
            known = {value.code for value in CODE_SETS[column.code_set].codes}
            cells = [row.get(column.name) for row in rows]
            found = {code for cell in cells if cell for code in (cell if isinstance(cell, tuple) else (cell,))}
            assert found <= known, f"{name}.{column.name}"


def test_every_code_could_be_used_when_it_was(demo: Tables) -> None:
    for name, rows in demo.items():
        table = TABLES_BY_NAME[name]
        dates = [column.name for column in table.columns if column.kind == DATE and column.name not in MAY_LIE_AHEAD]
        for column in table.columns:
            if column.kind not in (CODE, CODES) or column.code_set is None:
                continue
            used: set[tuple[str, date]] = set()
            for row in rows:
                cell = row.get(column.name)
                if not cell:
                    continue
                days = [day for day in (row.get(item) for item in dates) if isinstance(day, date)]
                codes = cell if isinstance(cell, tuple) else (str(cell),)
                used.update((code, max(days)) for code in codes if days)
            code_set = CODE_SETS[column.code_set]
            wrong = sorted({code for code, day in used if not accepts(code_set, code, on=day)})
            assert not wrong, f"{name}.{column.name}"


def test_nothing_is_dated_after_the_extract_except_what_is_due(demo: Tables) -> None:
    for name, rows in demo.items():
        for column in TABLES_BY_NAME[name].columns:
            if column.kind == DATE and column.name not in MAY_LIE_AHEAD:
                days = [row[column.name] for row in rows if row.get(column.name) is not None]
                assert all(isinstance(day, date) and day <= PAPER_DAY for day in days), f"{name}.{column.name}"


def test_no_span_ends_before_it_starts(demo: Tables) -> None:
    for name, rows in demo.items():
        columns = TABLES_BY_NAME[name].column_names
        for start, end in (("started_on", "ended_on"), ("referred_on", "closed_on"), ("due_on", "completed_on")):
            if start == "due_on" or start not in columns or end not in columns:
                continue
            for row in rows:
                first, last = row.get(start), row.get(end)
                if isinstance(first, date) and isinstance(last, date):
                    assert first <= last, f"{name}: {start} after {end}"


def test_no_person_has_a_name(demo: Tables) -> None:
    assert all(not row.get("forename") and not row.get("surname") for row in demo["person"])
    assert all(str(row["name"]).startswith(str(row["job_title"])) for row in demo["worker"])
