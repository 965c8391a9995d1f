"""What an issue tells the person who mends the row: the codes there are, how to write a date, which cell was bad."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from purplebook.outputs.register_template import sheet_name, template_workbook
from purplebook.registers.all_registers import find_register
from purplebook.sources import faults
from purplebook.sources.known_codes import MOST_CODES_TOLD, unknown_code
from purplebook.tables.codes import CODE_SETS

CONTACTS = ("Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age", "Date of Contact", "Contact Source")


@pytest.fixture
def register(tmp_path):
    def fill(name: str, *rows: dict[str, object]):
        own = find_register(name)
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(template_workbook(own))
        book = openpyxl.load_workbook(path)
        sheet = book[sheet_name(own)]
        headers = [cell.value for cell in sheet[1]]
        for number, row in enumerate(rows, start=2):
            for header, value in row.items():
                sheet.cell(number, headers.index(header) + 1, value)
        book.save(path)
        return path

    return fill


@pytest.mark.parametrize("name", sorted(CODE_SETS))
def test_the_first_codes_are_told_and_the_others_counted(name):
    told = unknown_code(name).what_to_do
    values = CODE_SETS[name].codes
    assert all(f"{each.code} ({each.label})" in told for each in values[:MOST_CODES_TOLD])
    assert (f"and {len(values) - MOST_CODES_TOLD} more" in told) is (len(values) > MOST_CODES_TOLD)
    assert "codes.md" not in told and "{" not in told


def test_an_unknown_code_of_a_table_is_told_with_codes(load, write):
    (issue,) = load(write("contact.csv", "contact_id,source_code\nC1,ZZ\n")).issues
    assert issue["what_to_do"] == unknown_code("referral_source").what_to_do


def test_an_unknown_code_of_a_register_names_the_template(load, register):
    row = {"Child's number": "1", "Date of contact": "03/08/2015", "Who made the contact": "the moon"}
    (issue,) = load(register("contacts", row)).issues
    assert "`purplebook template contacts`, sheet 'How to fill this in'" in issue["what_to_do"]


def test_annex_a_asks_for_yes_or_no(load, workbook):
    headers = ["Child Unique ID", "Date of Referral", "Referral Source", "Referral NFA?", "Allocated Team"]
    headers += ["Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)", "Allocated Worker"]
    headers += ["Number of Referrals in last 12 months"]
    row = ["1", date(2015, 6, 1), "6", "perhaps"]
    issues = load(workbook({"List 3": [headers, row]})).issues
    assert [each["what_to_do"] for each in issues] == ["Write Yes or No. The cell was left empty."]


@pytest.mark.parametrize(
    ("text", "fault"),
    [("1/9/26", faults.TWO_DIGIT_YEAR), ("42000", faults.DAY_NUMBER), ("July", faults.NOT_A_DATE)],
)
def test_a_date_that_is_none_is_told_by_its_shape(load, workbook, write, register, text, fault):
    contact = ["1", "F", None, text, None, text, "6"]
    moderated = {"Audit reference": "A1", "Date audit completed": "01/07/2015", "Date of moderation": text}
    moderated |= {"Moderated grade": "Good", "Overall grade": "Good"}
    found = [
        *load(workbook({"List 1": [CONTACTS, contact]})).issues,
        *load(write("contact.csv", f"contact_id,contacted_on\nC1,{text}\n")).issues,
        *load(register("audits", moderated)).issues,
    ]
    assert [(each["reason"], each["what_to_do"]) for each in found] == [(fault.reason, fault.what_to_do)] * 4


def test_a_key_that_cannot_be_read_names_the_cell_and_shows_no_hash(load, register):
    row = {"Child's number": "1", "Day of the list": "July", "Entitled as": "Relevant"}
    result = load(register("care-leavers", row, row | {"Day of the list": "31/07/2015"}))
    rejected = [each for each in result.issues if each["is_rejected"]]
    assert [(each["row"], each["column"], each["value"], each["reason"]) for each in rejected] == [
        (2, "Day of the list", None, faults.UNREAD_KEY.reason)
    ]
    assert result.counts == (2, 1, 1)


def test_a_key_that_is_empty_is_still_said_to_be(load, write):
    (issue,) = load(write("assessment_factor.csv", "assessment_id,factor_code\nA1,\n")).issues
    assert (issue["column"], issue["reason"]) == ("factor_code", faults.NO_KEY.reason)


def test_a_link_of_a_register_is_named_by_its_heading(load, register):
    rows = [
        {"Audit reference": "A1", "Date audit completed": "01/07/2015", "Overall grade": "Good"},
        {
            "Audit reference": "A2",
            "Date audit completed": "02/07/2015",
            "Moderates audit": "A9",
            "Overall grade": "Good",
        },
    ]
    (issue,) = load(register("audits", *rows)).issues
    assert (issue["row"], issue["column"], issue["reason"]) == (3, "Moderates audit", faults.POINTS_NOWHERE.reason)
