"""A row that stands twice in one sheet or file, alike in every cell, is one row and is said to be; one other cell tells
two events apart."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from purplebook.outputs.register_template import sheet_name, template_workbook
from purplebook.registers.all_registers import find_register
from purplebook.sources.annex_a.lists import ANNEX_A_LISTS

REASON = "the same row stands twice"


def list_sheet(number: int, *rows: dict[str, object]) -> list[list[object]]:
    own = next(each for each in ANNEX_A_LISTS if each.number == number)
    headers = [column.header for column in own.all_columns]
    return [headers, *([row.get(header) for header in headers] for row in rows)]


def told(result) -> list[tuple[object, object, object, object]]:
    return [(each["row"], each["value"], each["reason"], each["is_rejected"]) for each in result.issues]


def test_an_open_plan_that_stands_twice_in_annex_a_is_one_plan(load, workbook):
    plan = {"Child Unique ID": "1", "Child Protection Plan Start Date": date(2015, 5, 1)}
    other = {"Child Unique ID": "2", "Child Protection Plan Start Date": date(2015, 5, 1)}
    result = load(workbook({"List 7": list_sheet(7, plan, other, plan)}))
    assert len(result.rows("child_protection_plan")) == 2
    assert told(result) == [(4, "like row 2", REASON, True)]
    assert result.counts == (3, 2, 1)


def test_each_copy_is_listed_beside_the_first_one(load, workbook):
    referral = {"Child Unique ID": "1", "Date of Referral": date(2015, 6, 1), "Referral Source": "6"}
    result = load(workbook({"List 3": list_sheet(3, referral, referral, referral)}))
    assert len(result.rows("referral")) == 1
    assert told(result) == [(3, "like row 2", REASON, True), (4, "like row 2", REASON, True)]


def test_one_other_cell_makes_it_another_event_of_the_day(load, workbook):
    contact = {"Child Unique ID": "1", "Date of Contact": date(2015, 6, 1), "Contact Source": "6"}
    result = load(workbook({"List 1": list_sheet(1, contact, contact | {"Contact Source": "5A"})}))
    assert len(result.rows("contact")) == 2
    assert not result.issues


def test_a_review_that_stands_twice_in_a_return_is_one_review(load, write):
    text = "CHILD,DOB,REVIEW,REVIEW_CODE\nA1,,05/05/2019,PN1\nA1,,06/05/2019,PN1\nA1,,05/05/2019, PN1\n"
    result = load(write("2019-20.csv", text), as_at=None)
    assert len(result.rows("looked_after_review")) == 2
    assert told(result) == [(4, "like row 2", REASON, True)]
    assert result.counts == (3, 2, 1)


def test_the_same_row_in_two_returns_is_no_fault(load, write):
    text = "CHILD,DOB,REVIEW,REVIEW_CODE\nA1,,05/05/2019,PN1\n"
    result = load(write("2019-20.csv", text), write("2019-20-again.csv", text + "A2,,05/05/2019,PN1\n"), as_at=None)
    assert not [each for each in result.issues if each["is_rejected"]]


@pytest.mark.parametrize(
    ("register", "table", "row", "count"),
    [
        ("contacts", "contact", {"Child's number": "1", "Date of contact": "01/08/2015"}, 1),
        (
            "supervision",
            "supervision",
            {"Worker supervised": "Ann Example", "Date of supervision": "01/08/2015"},
            1,
        ),
        # Two matters without a child may be alike in all that the sheet says of them.
        ("panels", "panel_decision", {"Panel": "Resource panel", "Date of panel": "01/08/2015"}, 2),
    ],
)
def test_a_row_of_a_register_that_names_somebody_counts_once(load, tmp_path, register, table, row, count):
    path = tmp_path / "register.xlsx"
    path.write_bytes(template_workbook(find_register(register)))
    book = openpyxl.load_workbook(path)
    sheet = book[sheet_name(find_register(register))]
    headers = [cell.value for cell in sheet[1]]
    for number in (2, 3):
        for header, value in row.items():
            sheet.cell(number, headers.index(header) + 1, value)
    book.save(path)
    result = load(path)
    assert len(result.rows(table)) == count
    reasons = [each["reason"] for each in result.issues if each["is_rejected"]]
    assert reasons == ([REASON] if count == 1 else [])
