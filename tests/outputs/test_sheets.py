"""A workbook of ours: readable, printable, the same bytes each time, and never a formula."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pyarrow as pa
import pytest

from purplebook.errors import BadInputError
from purplebook.outputs.sheets import Column, Kind, Sheet, Workbook, sheet_of, workbook_bytes
from purplebook.outputs.sheets import write as writer
from purplebook.outputs.sheets.many_rows import SheetOfRows

HOSTILE = (
    "=1+1",
    "+44 20",
    "-5",
    "@SUM(A1)",
    "http://council.example",
    "{=A1}",
    "007",
    "\tx",
    "<b>&amp;</b>",
    "é שלום",
)


def workbook(*rows: tuple[object, ...], notes: tuple[str, ...] = ()) -> Workbook:
    columns = (Column("Name"), Column("Count", Kind.WHOLE), Column("Value", Kind.NUMBER), Column("Day", Kind.DATE))
    sheet = Sheet("Rows", "What there is & more", columns, rows, units="Children are counted.", notes=notes)
    return Workbook("A workbook", (sheet,), facts=(("Snapshot", "S1"),), legend=(("An empty cell", "No figure."),))


def opened(made: Workbook) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook_bytes(made)))


def test_text_stays_text_whatever_it_looks_like():
    book = opened(workbook(*((text, None, None, None) for text in HOSTILE)))
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink]
    below = [row[0] for row in book["Rows"].iter_rows(min_row=4, values_only=True)]
    assert below == list(HOSTILE)


def test_numbers_and_days_are_numbers_and_days_and_an_empty_cell_is_empty():
    book = opened(
        workbook(("a", 1234, Decimal("62.50"), date(2015, 8, 31)), ("b", 0, Decimal(3), None), ("c", *[None] * 3))
    )
    (first, nought, empty) = list(book["Rows"].iter_rows(min_row=4))
    assert [cell.value for cell in first[1:3]] == [1234, 62.5] and first[3].value.date() == date(2015, 8, 31)
    assert [cell.number_format for cell in first[1:]] == ["#,##0", "#,##0.00", "dd/mm/yyyy"]
    assert (nought[1].value, nought[2].number_format) == (0, "#,##0"), "a nought is no empty cell"
    assert [cell.value for cell in empty[1:]] == [None] * 3


def test_title_units_and_notes_stand_above_frozen_headers_that_can_be_filtered():
    sheet = opened(workbook(("a", 1, None, None), notes=("Read this first.",)))["Rows"]
    above = [sheet.cell(row, 1).value for row in range(1, 5)]
    assert above == ["What there is & more", "Children are counted.", "Read this first.", "Name"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("B5", "A4:D5", "$4:$4")
    assert sheet.page_setup.orientation == "landscape" and sheet.page_setup.fitToHeight == 0
    assert sheet.oddFooter.left.text == "What there is && more"


def test_the_first_sheet_says_what_the_workbook_is():
    about = opened(workbook())["About"]
    assert [row for row in about.iter_rows(values_only=True) if any(row)] == [
        ("A workbook", None),
        ("Snapshot", "S1"),
        ("Sheets", None),
        ("Rows", "What there is & more. Children are counted."),
        ("What the words mean", None),
        ("An empty cell", "No figure."),
    ]


def test_columns_are_wide_enough_to_read_and_never_wider_than_a_screen():
    sheet = opened(workbook(("x" * 300, 1, None, date(2015, 8, 31))))["Rows"]
    widths = {letter: sheet.column_dimensions[letter].width for letter in "ABCD"}
    assert widths["A"] <= writer.WIDEST + 1 and all(width >= writer.NARROWEST for width in widths.values())
    assert widths["D"] >= len("31/08/2015")
    assert sheet["A4"].alignment.wrap_text


def test_a_header_of_several_words_is_seen_whole():
    columns = (Column("Day", Kind.DATE), Column("At most to come", Kind.WHOLE))
    book = opened(Workbook("A workbook", (Sheet("Rows", "Rows", columns, ((None, 1),)),)))
    # Eight letters wide, of which the sign of the filter takes three: a line for each word.
    assert book["Rows"].column_dimensions["B"].width == pytest.approx(8, abs=1)
    assert book["Rows"].row_dimensions[2].height == 60


def test_a_row_whose_words_take_several_lines_is_as_high_as_they_need():
    sentence = "Seven more words than one line holds. " * 6
    made = workbook(("short", 1, None, None), (sentence, 2, None, None))
    book = opened(dataclasses.replace(made, legend=(("An empty cell", sentence),)))
    heights = [book["Rows"].row_dimensions[row].height for row in (4, 5)]
    # 228 letters in a column of 60, of which a line that breaks between words uses 54: five lines of 15 points.
    assert heights == [None, 75]
    (legend,) = (row[1].row for row in book["About"].iter_rows() if row[1].value == sentence)
    assert book["About"].row_dimensions[legend].height == 45


def test_the_same_workbook_gives_the_same_bytes_and_tells_no_time():
    made = workbook(("a", 1, Decimal("0.5"), date(2015, 8, 31)))
    assert workbook_bytes(made) == workbook_bytes(made)
    with zipfile.ZipFile(io.BytesIO(workbook_bytes(made))) as parts:
        assert {each.date_time for each in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "2000-01-01T00:00:00Z" in parts.read("docProps/core.xml").decode()


def test_a_sheet_without_rows_and_a_row_too_short():
    assert [row[0] for row in opened(workbook())["Rows"].iter_rows(values_only=True)][-1] == "Name"
    with pytest.raises(ValueError, match="one cell for each"):
        workbook(("a", 1))


def test_more_rows_than_a_workbook_holds_are_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch):
    # Three lines stand above the rows: the title, the units and the headers.
    monkeypatch.setattr(writer, "MOST_ROWS", 5)
    assert workbook_bytes(workbook(*[("a", 1, None, None)] * 2))
    with pytest.raises(BadInputError, match=r"would have 3 rows.*\.csv or \.parquet"):
        workbook_bytes(workbook(*[("a", 1, None, None)] * 3))


def test_a_table_of_answers_becomes_a_sheet_with_its_kinds():
    table = pa.table(
        {
            "indicator": ["RF01"],
            "is_open": [True],
            "numerator": [5],
            "value": pa.array([Decimal("62.50")], pa.decimal128(18, 2)),
            "period_end": [date(2015, 8, 31)],
            "codes": [["A", "B"]],
        }
    )
    sheet = sheet_of(table, name="Figures: [all] / of every kind and name", title="Figures")
    assert [column.header for column in sheet.columns][-2:] == ["period end", "codes"]
    assert [column.kind for column in sheet.columns] == [
        *(Kind.TEXT, Kind.TEXT, Kind.WHOLE, Kind.NUMBER, Kind.DATE, Kind.TEXT)
    ]
    assert sheet.rows == (("RF01", "yes", 5, Decimal("62.50"), date(2015, 8, 31), "A;B"),)
    assert len(sheet.name) <= 31 and not set(sheet.name) & set("[]:*?/\\")


def test_no_other_file_of_ours_opens_a_workbook_to_write():
    package = Path(writer.__file__).parents[2]
    writing = {p.name for p in package.rglob("*.py") if "xlsxwriter.Workbook(" in p.read_text("utf-8")}
    assert writing == {"opened.py"}


def written_a_cell_at_a_time(page, top, rows, kinds, looks, *, wrapped_beyond, lines, line_height):
    """What `SheetOfRows.add_rows` promises, by xlsxwriter's own calls: one for each cell."""
    for at, row in enumerate(rows, start=top):
        long = [
            (place, len(cell)) for place, cell in enumerate(row) if isinstance(cell, str) and len(cell) > wrapped_beyond
        ]
        if (tall := max((lines(*each) for each in long), default=1)) > 1:
            page.set_row(at, line_height * tall)
        for place, cell in enumerate(row):
            if cell is None or cell == "":
                continue
            if kinds[place] is Kind.DATE and isinstance(cell, date):
                page.write_datetime(at, place, datetime(cell.year, cell.month, cell.day), looks["date"])
            elif kinds[place] in (Kind.WHOLE, Kind.NUMBER) and not isinstance(cell, str | bool):
                number = float(str(cell))
                page.write_number(at, place, number, looks["whole" if number.is_integer() else "number"])
            else:
                look = looks["wrapped" if len(str(cell)) > wrapped_beyond else "text"]
                page.write_string(at, place, str(cell), look)


EDGES = (
    *((text, None, None, None) for text in HOSTILE),
    (None, None, None, None),
    *((None, place, None, None) for place in range(40)),
    ("", 10**17, Decimal("-0.07"), date(1900, 1, 1)),
    ("long words " * 20, 0, 1e-20, date(1900, 2, 28)),
    ("x" * 40_000, -1, Decimal("62.50"), date(1900, 3, 1)),
    ("\U0001f600" * 20_000, True, "n/a", date(9999, 12, 31)),
    ("y" + "\U0001f600" * 20_000, False, 3, datetime(2015, 8, 31, 12)),
    (Kind.WHOLE, None, None, "no day"),
    ("<r>bold</r>", None, None, date(2015, 8, 31)),
    (*[None] * 3, date(2015, 8, 31)),
    *((None, None, None, None) for _ in range(40)),
)
"""Texts, numbers and days at the edges of what a cell holds, a block of rows with one column filled, and empty rows."""


@pytest.mark.parametrize("rows", [EDGES, EDGES[:1], (), EDGES[11:40], ((None,) * 4,)], ids=len)
@pytest.mark.parametrize("notes", [(), tuple(f"Note {place}" for place in range(13))], ids=len)
def test_rows_written_at_once_are_the_bytes_that_their_cells_would_be_one_by_one(rows, notes, monkeypatch):
    made = workbook(*rows, notes=notes)
    two = dataclasses.replace(made, sheets=(*made.sheets, dataclasses.replace(made.sheets[0], name="Again")))
    at_once = workbook_bytes(two)
    monkeypatch.setattr(SheetOfRows, "add_rows", written_a_cell_at_a_time)
    one_by_one = workbook_bytes(two)
    parts, expected = (zipfile.ZipFile(io.BytesIO(each)) for each in (at_once, one_by_one))
    assert {name: parts.read(name) for name in parts.namelist()} == {
        name: expected.read(name) for name in expected.namelist()
    }
    assert at_once == one_by_one


@pytest.mark.parametrize("number", [float("nan"), float("inf"), Decimal("nan")])
def test_what_is_no_number_is_refused(number):
    with pytest.raises(ValueError, match="cannot hold"):
        workbook_bytes(workbook(("a", number, None, None)))
