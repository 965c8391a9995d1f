"""An Excel error in an old .xls workbook is listed with its cell: the library that reads it gives an empty cell."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.old_excel import ERRORS, old_workbook

HEADER = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Date of Contact", "Contact Source"]


@pytest.mark.parametrize("error", ERRORS)
def test_each_error_of_an_old_workbook_is_listed_with_its_row_and_column(load, write, error: str):
    rows = [
        HEADER,
        ["100", "1", "WBRI", None, date(2015, 3, 1), "6"],
        ["101", "1", error, None, date(2015, 3, 1), "6"],
        ["102", "1", "WBRI", None, error, "6"],
    ]
    result = load(write("annex.xls", old_workbook({"Notes": [["Nothing", error]], "List 1": rows})))
    listed = [(issue["row"], issue["column"], issue["value"]) for issue in result.issues if issue["value"] == error]
    assert sorted(listed) == [(3, "Ethnicity", error), (4, "Date of Contact", error)]
    assert all("Excel" in issue["reason"] for issue in result.issues if issue["value"] == error)


def test_yes_and_no_of_an_old_workbook_are_no_errors(load, write):
    rows = [HEADER, ["100", "1", "WBRI", None, date(2015, 3, 1), True], ["101", "1", "WBRI", None, "#N/A", False]]
    result = load(write("annex.xls", old_workbook({"List 1": rows})))
    assert [issue["row"] for issue in result.issues if issue["value"] == "#N/A"] == [3]
    assert not [issue for issue in result.issues if issue["row"] == 2 and "Excel" in issue["reason"]]
