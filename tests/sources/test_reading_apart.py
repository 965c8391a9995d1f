"""No file takes the program down: files are read in a process of its own, which may ask for too much and be stopped."""

from __future__ import annotations

import threading
import zipfile
from datetime import date
from pathlib import Path

import pytest

from purplebook.errors import BadInputError
from purplebook.sources import apart
from purplebook.sources.apart import read_apart
from tests.support.small_workbook import small_workbook


def workbook_of(path: Path, cells: str) -> Path:
    """A workbook whose one sheet holds these rows of XML."""
    path.write_bytes(small_workbook({"List 1": [("a",)]}))
    with zipfile.ZipFile(path) as before:
        parts = {name: before.read(name) for name in before.namelist()}
    sheet = next(name for name in parts if name.startswith("xl/worksheets/"))
    name = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    parts[sheet] = f"{name}{cells}</sheetData></worksheet>".encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for part, content in parts.items():
            book.writestr(part, content)
    return path


def cell(place: str) -> str:
    return f'<c {place} t="inlineStr"><is><t>x</t></is></c>'


def read(path: Path, tmp_path: Path, **more):
    return read_apart(
        [path], staging=tmp_path / "staging", authority_code="899", as_at=date(2015, 8, 31), covers_from=None, **more
    )


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (((1, 'r="A1"'), (1_048_576, 'r="XFD1048576"')), "row 1,048,576 and column XFD"),
        (((1_048_576, 'r="XFD1048576"'),), "one row is filled"),
        (((1, 'r="A1"'), (200_000, 'r="IV200000"')), "row 200,000 and column IV"),
    ],
)
def test_a_sheet_whose_cells_reach_too_far_is_refused_by_name(rows, says, tmp_path):
    cells = "".join(f'<row r="{number}">{cell(place)}</row>' for number, place in rows)
    with pytest.raises(BadInputError, match="sheet 'List 1': its cells reach to") as refused:
        read(workbook_of(tmp_path / "far.xlsx", cells), tmp_path)
    assert says in str(refused.value)


def test_a_sheet_that_hides_how_far_it_reaches_stops_its_reader_and_not_the_program(tmp_path):
    first, last = cell('r = "A1"'), cell('r = "XFD1048576"')
    cells = f'<row r = "1">{first}</row><row r = "1048576">{last}</row>'
    with pytest.raises(BadInputError, match=r"While looking at far\.xlsx: the file asked for more memory"):
        read(workbook_of(tmp_path / "far.xlsx", cells), tmp_path)
    assert not [thread for thread in threading.enumerate() if thread.name.endswith("(_take)")]


def test_a_file_that_takes_too_long_is_stopped(tmp_path, monkeypatch):
    path = tmp_path / "cin.xml"
    path.write_text("<Message><Child><ChildIdentifiers/></Child></Message>", "utf-8")
    monkeypatch.setattr(apart, "LEAST_SECONDS", 0)
    monkeypatch.setattr(apart, "BYTES_A_SECOND", 1e12)
    with pytest.raises(BadInputError, match=r"While (looking at|reading) cin\.xml: it took more than 0 minutes"):
        read(path, tmp_path)


def test_what_a_reader_refuses_comes_back_as_it_was_said(tmp_path):
    path = tmp_path / "of_no_format.csv"
    path.write_text("Colour,Size\nred,1\n", "utf-8")
    with pytest.raises(BadInputError, match="no format that purplebook knows"):
        read(path, tmp_path)


def test_what_is_read_apart_is_what_is_read_here_and_progress_is_told(tmp_path):
    path = tmp_path / "person.csv"
    path.write_text("person_id,la_child_id\nP1,1\n", "utf-8")
    said: list[str] = []
    loaded = read(path, tmp_path, progress=said.append)
    assert [(batch.rows_read, batch.rows_loaded) for batch in loaded.batches] == [(1, 1)]
    assert loaded.table_paths["person"].is_file()
    assert said[:2] == ["looking at person.csv", "reading person.csv"]
