"""Layouts, old workbooks and bad input of Annex A: what is read, what is refused, and what is said."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from purplebook.errors import BadInputError
from purplebook.sources import annex_a, faults, workbook_cells
from purplebook.sources.annex_a.headers import plain_header
from purplebook.sources.annex_a.lists import ANNEX_A_LISTS
from purplebook.sources.files import OLD_OFFICE, examine
from tests.support.old_excel import old_workbook

CONTACTS = [column.header for column in ANNEX_A_LISTS[0].all_columns]
ROW = ["77", "b) Female", "WBRI", date(2010, 2, 3), 5, date(2015, 8, 1), "q) 6: Police"]


def read(path: Path, work: Path):
    work.mkdir(exist_ok=True)
    return annex_a.read([examine(path)], work=work, as_at=date(2015, 8, 31), progress=lambda message: None)


def with_part(path: Path, part: str) -> Path:
    with zipfile.ZipFile(path, "a") as book:
        book.writestr(part, b"anything")
    return path


def test_an_old_workbook_gives_the_same_rows_as_a_new_one(load, write, workbook, tmp_path):
    sheets = {"List 1": [["Contacts"], CONTACTS, ROW, ["78", *ROW[1:]]]}
    old = write("annex.xls", old_workbook(sheets))
    file = examine(old)
    assert file.kind == OLD_OFFICE and annex_a.recognise(file)
    assert workbook_cells.sheets(file) == workbook_cells.sheets(examine(workbook(sheets)))
    assert list(read(old, tmp_path / "work").rows_taken.values()) == [2]


@pytest.mark.parametrize("stream", ["Workbook", "Book"])
def test_an_old_workbook_has_a_stream_of_one_of_two_names(stream, write):
    file = examine(write("annex.xls", old_workbook({"List 1": [CONTACTS]}, stream=stream)))
    assert workbook_cells.is_workbook(file) and workbook_cells.workbook_fault(file) is None


def test_an_old_letter_is_no_workbook_and_a_protected_one_is_refused(write):
    letter = examine(write("letter.doc", old_workbook({"x": [["a"]]}, stream="WordDocument")))
    assert not workbook_cells.is_workbook(letter)
    assert "no workbook" in str(workbook_cells.workbook_fault(letter))
    locked = examine(write("locked.xls", old_workbook({"x": [["a"]]}, stream="EncryptedPackage")))
    assert not workbook_cells.is_workbook(locked)
    assert "password" in str(workbook_cells.workbook_fault(locked))


def test_an_old_workbook_that_was_cut_short_is_refused_in_words(write):
    whole = old_workbook({"List 1": [CONTACTS, *[ROW] * 300]})
    for length in (512, 1536, len(whole) // 2):
        file = examine(write("annex.xls", whole[:length]))
        fault = workbook_cells.workbook_fault(file)
        if fault is None:
            with pytest.raises(BadInputError, match="damaged"):
                workbook_cells.sheets(file)
        else:
            assert "annex.xls" in fault and "77" not in fault


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Date of Contact  ", "Date of Contact"),
        ("Age", "Age of Child (Years)"),
        ("Age of Child", "Age of Child (Years)"),
        ("Case Status", "Case status"),
        ("Child’s Legal Status", "Child's Legal Status"),
        ("Child Unique Identifier", "Child Unique ID"),
        ("Sum of Number of ICPCs in the last 12 months", "Number of ICPCs in the last 12 months"),
        ("Referral NFA", "Referral NFA?"),
    ],
)
def test_a_header_is_known_however_it_is_written(written, meant):
    assert plain_header(written) == plain_header(meant)


@pytest.mark.parametrize("name", ["List 1", "List_1", "Contacts", "anything", "List 10"])
def test_a_list_is_known_by_its_headers_whatever_its_sheet_is_called(name, load, workbook):
    assert load(workbook({name: [CONTACTS, ROW]})).counts == (1, 1, 0)


@pytest.mark.parametrize("name", ["Children in Need", "List_6", "list 6"])
def test_a_sheet_named_like_a_list_without_its_headers_is_said_not_to_be_read(name, load, workbook):
    result = load(workbook({"List 1": [CONTACTS, ROW], name: [["Name", "Something"], ["SECRET-CHILD-99", 1]]}))
    (warning,) = [each for each in result.loaded.warnings if "named like" in each]
    assert f"'{name}'" in warning and "List 6" in warning and "SECRET-CHILD-99" not in " ".join(result.loaded.warnings)


def test_one_list_in_the_layouts_of_2019_and_2024_is_refused_with_both_sheets(load, workbook):
    columns = ANNEX_A_LISTS[8].all_columns
    newer, older = [c.header for c in columns], [c.header for c in columns if not c.is_newer]
    with pytest.raises(BadInputError, match="'List 9' and 'List 9 old' both hold List 9"):
        load(workbook({"List 9": [newer], "List 9 old": [["Care leavers"], older]}))


def test_macros_and_links_are_left_alone_and_said(load, workbook):
    path = with_part(workbook({"List 1": [CONTACTS, ROW]}), "xl/vbaProject.bin")
    result = load(with_part(path, "xl/externalLinks/externalLink1.xml"))
    said = " ".join(result.loaded.warnings)
    assert "macros. They were not run" in said and "not followed" in said
    assert result.counts == (1, 1, 0)


def test_a_workbook_that_unpacks_to_too_much_is_refused_with_its_size(load, workbook, monkeypatch):
    path = workbook({"List 1": [CONTACTS, ROW]})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/media/image1.png", bytes(3_000_000))
    monkeypatch.setattr("purplebook.sources.workbook_cells.MOST_UNPACKED_BYTES", 2_000_000)
    with pytest.raises(BadInputError, match=r"unpacks to 0\.0 GB"):
        load(path)


def test_placeholder_and_impossible_dates_are_listed_and_left_empty_and_their_rows_kept(load, workbook):
    dates = [date(1900, 1, 1), "01/01/1900", "zz/05/2020", "31/02/2015"]
    rows = [[str(number), *ROW[1:5], day, "6"] for number, day in enumerate(dates)]
    result = load(workbook({"List 1": [CONTACTS, *rows]}))
    assert [row["contacted_on"] for row in result.rows("contact")] == [None] * 4
    assert sorted((issue["row"], issue["reason"]) for issue in result.issues) == [
        (2, faults.DATE_OUT_OF_RANGE.reason),
        (3, faults.DATE_OUT_OF_RANGE.reason),
        (4, faults.NOT_A_DATE.reason),
        (5, faults.NOT_A_DATE.reason),
    ]
    kept = [json.loads(str(row["source_cells"])) for row in result.rows("contact")]
    assert all("Date of Contact" in cells for cells in kept)


def test_a_placeholder_for_a_birth_gives_way_to_the_true_date_of_a_later_row(load, workbook):
    rows = [["1", "F", "WBRI", day, None, date(2015, 8, 1), "6"] for day in (date(1900, 1, 1), date(2010, 2, 3))]
    result = load(workbook({"List 1": [CONTACTS, *rows]}))
    assert [row["born_on"] for row in result.rows("person")] == [date(2010, 2, 3)]
    assert [(issue["row"], issue["reason"]) for issue in result.issues] == [(2, faults.DATE_OUT_OF_RANGE.reason)]


def test_both_samples_have_as_many_rows_in_each_list_as_openpyxl_finds(load, shared):
    openpyxl = pytest.importorskip("openpyxl")
    for name in ("Annex_A_2024_Jan.xlsx", "template-2019-empty.xlsx"):
        path = shared / "samples/annex_a" / name
        book = openpyxl.load_workbook(path, data_only=True)
        title_rows = 1 if name.startswith("template") else 0
        found = {}
        for sheet in book:
            if sheet.title.startswith("List"):
                body = list(sheet.iter_rows(min_row=2 + title_rows, values_only=True))
                found[sheet.title] = sum(any(cell not in (None, "") for cell in row) for row in body)
        result = load(path, as_at=None)
        assert {batch.sheet: batch.rows_read for batch in result.loaded.batches} == found
        assert len(found) == 11


def test_an_old_workbook_loads_whole_once_files_lets_it_through(load, write, monkeypatch):
    monkeypatch.setattr("purplebook.sources.read.name_fault", lambda file: None)
    result = load(write("annex.xls", old_workbook({"List 1": [["Contacts"], CONTACTS, ROW]})))
    assert result.counts == (1, 1, 0)
    (contact,) = result.rows("contact")
    assert (contact["contacted_on"], contact["source_code"], contact["source_row"]) == (date(2015, 8, 1), "6", 3)
