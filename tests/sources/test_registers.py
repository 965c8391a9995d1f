"""Local registers: what the templates hold, and what a filled one becomes."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from purplebook.errors import BadInputError
from purplebook.outputs.register_template import GUIDE_SHEET, sheet_name, template_csv, template_workbook
from purplebook.registers.all_registers import REGISTERS, find_register
from purplebook.registers.declare import CHILD_FIELD, Register
from purplebook.sources import annex_a, canonical_csv, faults, local_registers
from purplebook.sources.annex_a.lists import ANNEX_A_LISTS
from purplebook.sources.identifiers import event_id, person_id
from purplebook.sources.local_registers.find import find, find_nearly
from purplebook.sources.local_registers.rows import HEADER_AGAIN, MISSING, NO_CHILD, NOT_A_NUMBER, read_any_code
from purplebook.sources.raw import short_hash
from purplebook.sources.read import read_files
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.codes import CODE_SETS
from purplebook.tables.schema import CODE, CODES, DATE, DECIMAL, WHOLE_NUMBER, YES_NO

Fill = Callable[..., Path]
every_register = pytest.mark.parametrize("register", REGISTERS, ids=lambda each: each.name)


@pytest.fixture(autouse=True)
def only_registers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("purplebook.sources.read.FORMATS", (local_registers, canonical_csv, annex_a))


@pytest.fixture
def fill(tmp_path: Path) -> Fill:
    """Fill a template with rows given by their headers, as a person with Excel does."""

    def run(name: str, *rows: Mapping[str, Any], file: str = "register.xlsx") -> Path:
        register = _register(name)
        book = openpyxl.load_workbook(io.BytesIO(template_workbook(register)))
        sheet = book[sheet_name(register)]
        headers = [cell.value for cell in sheet[1]]
        for at, row in enumerate(rows, start=2):
            for header, value in row.items():
                sheet.cell(at, headers.index(header) + 1, value)
        book.save(tmp_path / file)
        return tmp_path / file

    return run


def _register(name: str) -> Register:
    register = find_register(name)
    assert register is not None
    return register


@every_register
def test_every_column_fills_a_column_of_its_table_once(register: Register):
    fills = [column.fills for column in register.columns]
    assert len(set(fills)) == len(fills) and set(fills) <= set(register.table.column_names)
    for column in register.all_columns:
        assert column.meaning.endswith((".", "'"))
        assert register.canonical(column).code_set in {None, *CODE_SETS}
    given = {*fills, *(name for name, _ in register.fixed)}
    assert set(register.dated_by) <= set(fills) and set(register.kind) <= given
    # A key is given by the sheet, or made from the day and kind of what happened.
    assert set(register.table.key) <= given and (
        register.dated_by or len(register.table.key) > 1 or _needs_key(register)
    )


def _needs_key(register: Register) -> bool:
    return next(column.is_mandatory for column in register.columns if column.fills == register.table.key[0])


@every_register
def test_the_same_register_makes_the_same_bytes(register: Register):
    assert template_workbook(register) == template_workbook(register)
    assert template_csv(register) == template_csv(register)


@every_register
def test_each_template_is_known_as_its_own_register(register: Register):
    found = find([(1, [column.header for column in register.all_columns])])
    assert found is not None and found.register is register and not (found.missing or found.extra or found.repeated)


@every_register
def test_every_coded_column_has_a_drop_down_of_all_its_codes(register: Register):
    book = openpyxl.load_workbook(io.BytesIO(template_workbook(register)))
    sheet, guide = book[sheet_name(register)], book[GUIDE_SHEET]
    assert sheet.freeze_panes == "A2" and sheet.max_row == 1 and sheet["A1"].font.bold
    rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    for at, column in enumerate(register.all_columns, start=1):
        rule = rules.get(sheet.cell(2, at).coordinate)
        code_set = register.code_set(column)
        kind = register.canonical(column).kind
        if code_set is not None:
            assert rule is not None and rule.type == "list"
            cells = guide[str(rule.formula1).split("!")[1].replace("$", "")]
            assert [row[0].value for row in cells] == [f"{each.code}: {each.label}" for each in code_set.codes]
        elif kind in (YES_NO, DATE, DECIMAL, WHOLE_NUMBER):
            assert rule is not None, column.header
        else:
            assert rule is None
    explained = [row[0] for row in guide.iter_rows(values_only=True)]
    assert all(column.header in explained for column in register.all_columns)


@every_register
def test_a_filled_template_comes_back_whole(register: Register, fill: Fill, load):
    """Every column is filled, once with codes as the drop-down shows them and once with labels."""
    rows, wanted = zip(*(_invented(register, at) for at in (1, 2)), strict=True)
    result = load(fill(register.name, *rows))
    assert result.counts == (2, 2, 0)
    links = {faults.POINTS_NOWHERE.reason}
    assert {issue["reason"] for issue in result.issues} <= links
    loaded = _in_order([row for row in result.rows(register.table_name) if not _is_second(register, row)])
    for row, want in zip(loaded, wanted, strict=True):
        assert {name: row[name] for name in want} == want
    if any(column.fills == CHILD_FIELD for column in register.columns):
        people = _in_order(result.rows("person"))
        assert [(each["la_child_id"], each["person_role"]) for each in people] == [
            ("8990001", "CHILD"),
            ("8990002", "CHILD"),
        ]


def _in_order(rows: list[dict]) -> list[dict]:
    return sorted(rows, key=lambda each: each["source_row"])


def _is_second(register: Register, row: Mapping[str, object]) -> bool:
    return register.second is not None and row["parent_audit_id"] in ("audit_id-1", "audit_id-2")


def _invented(register: Register, at: int) -> tuple[dict[str, object], dict[str, object]]:
    """A row as it is written, and the canonical row it should become."""
    written: dict[str, object] = {}
    wanted: dict[str, object] = dict(register.fixed)
    for place, column in enumerate(register.columns):
        kind, code_set, names = register.canonical(column).kind, register.code_set(column), register.names(column)
        if column.fills == CHILD_FIELD:
            cell, value = f"899000{at}", person_id(f"899000{at}")
        elif names is not None:
            cell, value = f"Name {place}", short_hash(names, f"name {place}")
        elif kind == DATE:
            value = date(2015, 4, at + place)
            cell = datetime(2015, 4, at + place) if at == 1 else value.strftime("%d/%m/%Y")
        elif code_set is not None:
            code = code_set.codes[-at]
            cell, value = (f"{code.code}: {code.label}", code.code) if at == 1 else (code.label.upper(), code.code)
            value = [value] if kind == CODES else value
        elif kind == YES_NO:
            cell, value = ("Yes", True) if at == 1 else ("no", False)
        elif kind == WHOLE_NUMBER:
            cell, value = at, at
        elif kind == DECIMAL:
            cell, value = at + 0.5, at + 0.5
        elif kind == CODE:
            cell, value = f"Our own {at}", f"OUR_OWN_{at}"
        else:
            cell, value = f"{column.fills}-{at}", f"{column.fills}-{at}"
        written[column.header], wanted[column.fills] = cell, value
    return written, wanted


def test_every_coded_value_is_read_back_from_what_the_list_shows():
    for register in REGISTERS:
        for column in register.all_columns:
            if (code_set := register.code_set(column)) is not None:
                for each in code_set.codes:
                    for text in (each.code, each.code.lower(), f"{each.code}: {each.label}", each.label):
                        assert read_any_code(text, code_set=code_set.name) == each.code, (code_set.name, text)


def test_a_row_without_reference_gets_a_lasting_key_and_twins_stay_apart(fill: Fill, load):
    row = {"Child's number": 8990001, "Date of contact": datetime(2015, 8, 3), "Presenting issue": "Neglect"}
    others = (
        {**row, "Who made the contact": "Police"},
        {**row, "What was decided": "NFA: No further action; EARLY_HELP"},
    )
    result = load(fill("contacts", row, *others))
    rows = _in_order(result.rows("contact"))
    keys = [each["contact_id"] for each in rows]
    assert keys == [event_id("8990001", "contact", day="2015-08-03", ordinal=at) for at in (1, 2, 3)]
    assert rows[2]["outcome_codes"] == ["NFA", "EARLY_HELP"]
    assert len(result.rows("person")) == 1


def test_moderation_in_the_audits_own_row_becomes_an_audit_that_points_at_it(fill: Fill, load):
    row = {
        "Audit reference": "A1",
        "Audit programme": "MARAC",
        "Child's number": "8990001",
        "Auditor": "Ann Example",
        "Date audit completed": datetime(2015, 7, 1),
        "Overall grade": "Good",
    }
    moderated = {"Moderated grade": "RI", "Moderated by": "ann example", "Date of moderation": "20/07/2015"}
    other = {"Audit reference": "A2", "Moderates audit": "A1", "Moderated grade": "Fine", "Date of moderation": "July"}
    result = load(fill("marac", row | moderated, other))
    assert result.counts == (2, 2, 0)
    first, second, third = sorted(
        result.rows("audit"), key=lambda each: (each["source_row"], str(each["completed_on"]))
    )
    assert (first["audit_id"], first["overall_grade"], first["parent_audit_id"]) == ("A1", "G", None)
    assert (second["parent_audit_id"], second["overall_grade"]) == ("A1", "RI")
    assert second["completed_on"] == date(2015, 7, 20) and second["person_id"] == person_id("8990001")
    assert second["auditor_id"] == first["auditor_id"] and len(result.rows("worker")) == 1
    assert third["parent_audit_id"] == "A1"
    faulty = {(issue["column"], issue["reason"]) for issue in result.issues}
    assert faulty == {
        ("Moderated grade", faults.UNKNOWN_CODE.reason),
        ("Date of moderation", faults.NOT_A_DATE.reason),
    }


def test_findings_point_at_audits_in_the_same_workbook_and_repeat_no_domain(workbook, load):
    audits = [["Audit reference", "Date audit completed", "Overall grade"], ["A1", date(2015, 7, 1), "G"]]
    findings = [
        ["Audit reference", "Domain audited", "Domain grade", "Evidence on file"],
        ["A1", "Supervision", "I", "N"],
        ["A1", "SUPERVISION ", "G", "Y"],
    ]
    result = load(workbook({"2015-16": audits, "Findings": findings, "Notes": [["who knows"]]}))
    assert result.counts == (3, 2, 1)
    (issue,) = result.issues
    assert (issue["sheet"], issue["row"], issue["reason"]) == ("Findings", 3, faults.REPEATED_KEY.reason)
    assert any("'Notes'" in warning and "no register" in warning for warning in result.loaded.warnings)


def test_a_hand_kept_sheet_with_banners_odd_headers_and_bad_cells(workbook, load):
    sheet = [
        ["Supervision 2015-16"],
        [],
        ["Quarter 1"],
        ["  worker  SUPERVISED*", "Date of supervision:", "Child’s number", "KIND OF SUPERVISION", "Mood"],
        ["Ann Example", date(2015, 4, 1), 8990001, "a case", "good"],
        ["Ann Example", "w/c 14/9", "8990002", "CASE: One child's case", None],
        ["Ann Example", date(2015, 4, 1), "Jo Bloggs", "Case", None],
        ["Quarter 2"],
        ["Worker supervised", "Date of supervision", "Child's number", "Kind of supervision", "Mood"],
        [None, date(2015, 5, 1), 8990001, "CASE", None],
        ["worker  SUPERVISED*", "Date of supervision:", "Child’s number", "KIND OF SUPERVISION", "Mood"],
        [" ", None, None, None, None],
    ]
    result = load(workbook({"Sheet1": sheet}))
    rows = _in_order(result.rows("supervision"))
    assert [row["supervised_on"] for row in rows][:3] == [date(2015, 4, 1), None, date(2015, 4, 1)]
    assert [row["person_id"] for row in rows][:3] == [person_id("8990001"), person_id("8990002"), None]
    assert '"Mood": "good"' in str(rows[0]["source_cells"]) or '"Mood":"good"' in str(rows[0]["source_cells"])
    found = {(issue["row"], issue["reason"], issue["is_rejected"]) for issue in result.issues}
    assert found >= {
        (5, faults.UNKNOWN_CODE.reason, False),
        (6, faults.NOT_A_DATE.reason, False),
        (7, NOT_A_NUMBER.reason, False),
        (8, MISSING.reason, True),
        (9, HEADER_AGAIN.reason, True),
        (10, MISSING.reason, True),
        (11, HEADER_AGAIN.reason, True),
    }
    assert result.counts == (7, 3, 4)


def test_a_csv_reads_as_the_workbook_does(write, fill: Fill, load):
    text = (
        "Complaints 2015\nComplaint or compliment reference,Complaint or compliment,Date received,Main theme\n"
        "C1,Complaint,01/04/2015,Staff conduct\n,,,\nC2,COMPLIMENT,2015-05-02,\nC3,Complaint,03/05/2015\n"
    )
    result = load(write("feedback.csv", text))
    assert result.counts == (3, 2, 1)
    first, second = result.rows("feedback")
    assert (first["feedback_type"], first["theme"], first["received_on"]) == (
        "COMPLAINT",
        "STAFF_CONDUCT",
        date(2015, 4, 1),
    )
    assert second["feedback_id"] == "C2" and "person" not in result.loaded.table_paths


def test_an_empty_template_loads_as_no_rows(fill: Fill, write, load):
    assert load(fill("panels")).counts == (0, 0, 0)
    assert load(write("panels.csv", template_csv(_register("panels")))).counts == (0, 0, 0)


def test_no_table_of_ours_and_no_list_of_annex_a_is_taken_for_a_register():
    headers = [table.column_names for table in TABLES_BY_NAME.values()]
    headers += [[column.header for column in each.all_columns] for each in ANNEX_A_LISTS]
    for each in headers:
        assert find([(1, each)]) is None and find_nearly([(1, each)]) is None, each


def test_a_child_by_name_where_the_child_is_needed_leaves_the_row_out(fill: Fill, load):
    row = {"Child's number": "Jo Bloggs", "Date of contact": datetime(2015, 8, 3)}
    result = load(fill("contacts", row))
    assert result.counts == (1, 0, 1) and result.issues[0]["reason"] == NO_CHILD.reason


def test_a_care_leaver_stands_once_on_a_day_however_it_is_written(write, load):
    text = (
        "Child ID,Day of the list,Entitled as,In touch\n8990001,31/08/2015,RELEVANT,Y\n8990001,2015-08-31,RELEVANT,N\n"
    )
    result = load(write("leavers.csv", text))
    assert result.counts == (2, 1, 1)
    (row,) = result.rows("care_leaver_snapshot")
    assert (row["basis"], row["in_touch"], row["snapshot_on"]) == ("CURRENT", "YES", date(2015, 8, 31))


def test_a_header_that_stands_twice_is_refused_by_name(write, load):
    text = "Panel,Date of panel,Panel\nFOSTERING,2015-04-01,ADOPTION\n"
    with pytest.raises(BadInputError, match=r"panels\.csv: these headers stand more than once: Panel"):
        load(write("panels.csv", text))


def test_a_register_without_a_needed_header_is_named_with_what_is_missing(write, load):
    text = "Panel,Child's number,Why it came to the panel,Decision,Recommendation,Carry out by,Carried out on\n"
    with pytest.raises(BadInputError, match=r"'Decisions of panels', but these headers are missing: Date of panel\."):
        load(write("panels.csv", text))


def test_a_contact_of_annex_a_gains_its_presenting_issue_from_the_register(workbook, fill: Fill, load):
    contacts = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Date of Contact", "Contact Source"]
    listed = workbook({"List 1": [contacts, [8990001, "M", "WBRI", date(2010, 1, 1), date(2015, 8, 1), "6"]]})
    row = {"Child's number": "8990001", "Date of contact": datetime(2015, 8, 1), "Presenting issue": "CSE"}
    result = load(listed, fill("contacts", row))
    (contact,), (child,) = result.rows("contact"), result.rows("person")
    assert (contact["presenting_issue"], contact["source_code"]) == ("CSE", "6")
    assert (child["sex"], child["born_on"]) == ("M", date(2010, 1, 1))
    assert contact["person_id"] == child["person_id"] and result.issues == []


def test_cells_under_no_header_are_kept_aside(workbook, load):
    sheet = [["Panel", None, "Date of panel"], ["FOSTERING", "see note", date(2015, 4, 1), None, "and here"]]
    (row,) = load(workbook({"Panels": sheet})).rows("panel_decision")
    assert json.loads(str(row["source_cells"])) == {"column 2": "see note", "column 5": "and here"}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_cells_hold_every_row_is_loaded_or_listed(data: st.DataObject, tmp_path: Path):
    register = data.draw(st.sampled_from(REGISTERS))
    codes = [each.code for column in register.columns for each in getattr(register.code_set(column), "codes", ())]
    letters = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))
    cell = st.one_of(
        st.just(""), st.text(letters, max_size=8), st.sampled_from(["8990001", "2015-04-01", "w/c 14/9", *codes[:20]])
    )
    width = len(register.all_columns)
    rows = data.draw(st.lists(st.lists(cell, min_size=width - 1, max_size=width), max_size=6))
    path = tmp_path / "any.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([[column.header for column in register.all_columns], *rows])
    with tempfile.TemporaryDirectory(dir=tmp_path) as folder:
        loaded = read_files([path], staging=Path(folder), authority_code="899", as_at=None)
        (batch,) = loaded.batches
        table = loaded.table_paths.get(register.table_name)
        kept = pq.read_table(table).to_pylist() if table else []
    assert len({row["source_row"] for row in kept}) == batch.rows_loaded
    filled = [row for row in rows if any(cell.split() for cell in row)]
    assert batch.rows_read == len(filled) == batch.rows_loaded + batch.rows_rejected


def test_annex_a_is_not_taken_for_a_register(workbook, load):
    contacts = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Date of Contact", "Contact Source"]
    result = load(workbook({"List 1": [contacts, [8990001, "M", "WBRI", date(2010, 1, 1), date(2015, 8, 1), "6"]]}))
    assert result.loaded.batches[0].source_format == "annex-a"
    assert result.rows("contact")
