"""Files of the SSDA903 return as others write and break them: read as meant, or refused in words, never a crash."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from purplebook.errors import BadInputError
from purplebook.sources.files import examine
from purplebook.sources.read import read_files
from purplebook.sources.ssda903.layout import LAYOUTS
from purplebook.store.loaded import Loaded
from purplebook.tables import TABLES_BY_NAME
from tests.support.ssda903_children import councils
from tests.support.ssda903_writer import FILES, Style, return_rows

BLANKS = st.sampled_from(["", "", " ", "\t", "\u00a0", "\ufeff", "\u200b ", "\n"])
TOLD_BY = {each.name: set(each.told_by) for each in LAYOUTS}

ROWS: Mapping[str, Sequence[str]] = {
    "header": ("QZ0001,1,02/03/2004,WBRI,A12345678901B,0,", "QZ0002,2,03/04/2005,BAFR,UN4,1,05/06/2019"),
    "episodes": (
        "QZ0001,01/05/2018,S,V2,N1,U6,PR1,03/06/2019,X1,CARPL,QZ1 1QZ,QZ2 2QZ,QZ98765",
        "QZ0001,03/06/2019,P,C2,N1,K2,PR4,,,,QZ1 1QZ,QZ3 3QZ,QZ98764",
    ),
    "reviews": ("QZ0001,02/03/2004,05/05/2019,PN1", "QZ0002,03/04/2005,06/06/2019,PN3"),
    "uasc": ("QZ0001,1,02/03/2004,01/06/2019", "QZ0002,2,03/04/2005,"),
    "oc2": ("QZ0001,02/03/2004,11,,0,,1,1,1,0,,", "QZ0002,03/04/2005,,SDQ2,1,,0,0,1,1,0,1"),
    "oc3": ("QZ0001,02/03/2000,YES,F2,U1", "QZ0002,03/04/2000,NO,0,0"),
    "ad1": ("QZ0001,02/03/2016,15/05/2019,01/07/2019,0,2,MF,L11", "QZ0002,03/04/2016,16/05/2019,02/07/2019,1,1,F1,L0"),
    "placed_for_adoption": ("QZ0001,02/03/2016,15/05/2019,,", "QZ0002,03/04/2016,16/05/2019,17/08/2019,RD1"),
    "previous_permanence": ("QZ0001,02/03/2004,P1,899,zz/05/2010", "QZ0002,03/04/2005,Z1,,"),
    "missing": ("QZ0001,02/03/2004,M,06/05/2019,08/05/2019", "QZ0002,03/04/2005,A,07/05/2019,"),
    "social_worker": (
        "QZ0001,02/03/2004,SW123456,01/05/2019,01/06/2019,MANAGE",
        "QZ0002,03/04/2005,SW654321,02/05/2019,,",
    ),
    "dolo": ("QZ0001,02/03/2004,01/06/2019,01/07/2019", "QZ0002,03/04/2005,02/06/2019,"),
}
XML = """<?xml version="1.0"?>
<EXPSSDA903><CHILD><HEADER><CHILDID>QZ0001</CHILDID><UPN>A12345678901B</UPN><SEX>1</SEX><DOB>02/03/2004</DOB>
<ETHNIC>WBRI</ETHNIC><UASC>1</UASC><DUC>01/06/2019</DUC><IN_TOUCH>YES</IN_TOUCH><ACTIV>F2</ACTIV><ACCOM>U1</ACCOM>
<AREVIEW><REVIEW>05/05/2019</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
<OC2><CONVICTED>0</CONVICTED><SDQ_SCORE>11</SDQ_SCORE></OC2></HEADER><EPISODE><DECOM>01/05/2019</DECOM><RNE>S</RNE>
<LS>V2</LS><CIN>N1</CIN><PL>U6</PL><PL_POST>QZ2 2QZ</PL_POST><DEC/><REC/></EPISODE></CHILD></EXPSSDA903>
"""


def load(path: Path) -> Loaded:
    staging = path.parent.parent / "staging"
    return read_files([path.parent], staging=staging, authority_code="899", as_at=date(2020, 3, 31))


def rows_of(loaded: Loaded) -> dict[str, list[dict[str, Any]]]:
    return {
        name: sorted(pq.read_table(path, columns=list(TABLES_BY_NAME[name].column_names)).to_pylist(), key=str)
        for name, path in loaded.table_paths.items()
    }


def text_of(name: str) -> str:
    return "".join(f"{line}\r\n" for line in (FILES[name], *ROWS[name]))


def cells_of(name: str) -> set[str]:
    """Values of the file that no message of ours could hold by chance."""
    if name == "xml":
        return {"QZ0001", "A12345678901B", "02/03/2004", "05/05/2019", "01/05/2019", "QZ2 2QZ"}
    return {cell for line in ROWS[name] for cell in line.split(",") if len(cell) > 5}


@st.composite
def messy_files(draw: st.DrawFn, tables: Any) -> dict[str, bytes]:
    """The files of a return with their headers in any order, case and wrapping, and blanks wherever they do no harm."""
    style = Style(has_iso_dates=draw(st.booleans()))
    files = {}
    for name, rows in return_rows(tables, style=style).items():
        columns = list(draw(st.permutations(FILES[name].split(","))))
        extra = draw(st.sampled_from([[], ["TEST_COLUMN"], ["Team, area"]]))
        has_index = draw(st.booleans())
        shown = [draw(BLANKS) + draw(st.sampled_from([str.upper, str.lower, str.title]))(column) for column in columns]
        lines = [[*([""] if has_index else []), *(each + draw(BLANKS) for each in shown), *extra]]
        for at, row in enumerate(rows):
            cells = [row.get(column, "") for column in columns]
            if draw(st.booleans()):
                cells = [f"{draw(BLANKS)}{cell} " for cell in cells]
            lines.append([*([str(at)] if has_index else []), *cells, *("x" for _ in extra)])
            lines += [[""] * draw(st.integers(0, 3))] if draw(st.booleans()) else []
        quoting = csv.QUOTE_ALL if draw(st.booleans()) else csv.QUOTE_MINIMAL
        text = io.StringIO()
        csv.writer(text, quoting=quoting, lineterminator=draw(st.sampled_from(["\n", "\r\n"]))).writerows(lines)
        files[name] = text.getvalue().encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])))
    return files


@settings(max_examples=12)
@given(st.data())
def test_a_messy_header_and_blanks_change_nothing(data):
    tables = data.draw(councils())
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "2019-20"
        root.mkdir()
        for name, content in data.draw(messy_files(tables)).items():
            (root / f"{name}.csv").write_bytes(content)
        loaded = load(root / "any")
        read, issues = rows_of(loaded), pq.read_table(loaded.issues_path).to_pylist()
    assert {name: rows for name, rows in read.items() if rows} == {
        name: sorted(rows, key=str) for name, rows in tables.items() if rows
    }
    assert not issues


@settings(max_examples=30)
@given(st.data())
def test_a_column_that_is_missing_or_doubled_is_named(data):
    name = data.draw(st.sampled_from(sorted(FILES)))
    columns = FILES[name].split(",")
    column, is_doubled = data.draw(st.sampled_from(columns)), data.draw(st.booleans())
    at = columns.index(column)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "2019-20" / f"{name}.csv"
        path.parent.mkdir()
        changed = []
        for line in (FILES[name], *ROWS[name]):
            cells = line.split(",")
            changed.append(",".join([*cells, cells[at]] if is_doubled else cells[:at] + cells[at + 1 :]))
        path.write_text("\n".join(changed) + "\n")
        if is_doubled or column in TOLD_BY[name]:
            with pytest.raises(BadInputError) as caught:
                load(path)
            assert path.name in str(caught.value) and not leaked(str(caught.value), name)
            assert not is_doubled or f"more than once: {column}." in str(caught.value)
            return
        loaded = load(path)
        assert any(path.name in text and f"left empty: {column}." in text for text in loaded.warnings)
        # Nothing else tells these care leavers' birthdays, and their rows are about a birthday.
        rejected = 2 if (name, column) == ("oc3", "DOB") else 0
        assert [(batch.rows_read, batch.rows_rejected) for batch in loaded.batches] == [(2, rejected)]


def leaked(text: str, name: str) -> set[str]:
    return {cell for cell in cells_of(name) if cell.casefold() in text.casefold()}


@st.composite
def broken(draw: st.DrawFn) -> tuple[str, bytes]:
    """One file of the return, in some encoding, then damaged."""
    name = draw(st.sampled_from([*sorted(FILES), "xml"]))
    text = XML if name == "xml" else text_of(name)
    content = bytearray(text.encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"]))))
    for _ in range(draw(st.integers(1, 3))):
        end = len(content)
        at = draw(st.integers(0, end))
        # Most of the structure is in the header and in the ends of lines, so these are aimed at.
        marks = [place for place, byte in enumerate(content) if byte in b'\r\n,"<>'] or [0]
        at = draw(st.sampled_from([at, draw(st.sampled_from(marks)), draw(st.integers(0, min(end, 80)))]))
        how = draw(st.sampled_from(["cut", "flip", "add", "drop", "repeat"]))
        if how == "cut":
            del content[at:]
        elif how == "flip" and at < len(content):
            content[at] ^= draw(st.integers(1, 255))
        elif how == "add":
            content[at:at] = draw(
                st.binary(max_size=4)
                | st.sampled_from([b'"', b"\r", b"\n", b",", b"\x00", b"\xef\xbb\xbf", b"\xff", b"<"])
            )
        elif how == "drop":
            del content[at : at + draw(st.integers(1, 40))]
        else:
            content[at:at] = content[at : at + draw(st.integers(1, 60))]
    return name, bytes(content)


def _swallowed_row(mark: str) -> tuple[str, bytes]:
    """A header that ends in the middle of the first row: a child's data looks like the names of columns."""
    return "header", text_of("header").replace("MC_DOB\r\n", f"MC_DOB{mark}", 1).encode()


@settings(max_examples=110)
@given(broken())
@example(_swallowed_row(","))
@example(_swallowed_row(""))
@example(("header", text_of("header").replace("MC_DOB\r\n", '"MC_DOB\r\n', 1).replace("WBRI", '"', 1).encode()))
@example(("missing", text_of("missing").encode()[:-20]))
@example(("missing", b""))
def test_a_damaged_file_is_loaded_row_by_row_or_refused_in_words(case):
    name, content = case
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "2019-20" / ("return.xml" if name == "xml" else f"{name}.csv")
        path.parent.mkdir()
        path.write_bytes(content)
        try:
            loaded = load(path)
        except BadInputError as error:
            assert path.name in str(error)
            assert not leaked(str(error), name)
            return
        assert not leaked("\n".join(loaded.warnings), name)
        (batch,) = loaded.batches
        issues = pq.read_table(loaded.issues_path).to_pylist()
        rejected = {issue["row"] for issue in issues if issue["is_rejected"]}
        assert batch.rows_rejected == len(rejected) == loaded.rejected_count
        assert not leaked("\n".join(issue["reason"] + issue["what_to_do"] for issue in issues), name)
        if name != "xml":
            assert batch.rows_read == _records_in(path)
        people = rows_of(loaded).get("person", [])
        assert (batch.rows_loaded == 0) == (not people)


def _records_in(path: Path) -> int:
    """The rows after the header that hold anything, by the standard library alone."""
    with path.open(encoding=examine(path).encoding, newline="") as stream:
        return sum(any(record) for record in csv.reader(stream)) - 1


@pytest.fixture
def one(tmp_path: Path) -> Path:
    path = tmp_path / "2019-20" / "header.csv"
    path.parent.mkdir()
    return path


@pytest.mark.parametrize("mark", ["", ","])
def test_a_header_that_ran_into_a_row_shows_no_cell_of_it_not_even_a_code(one, mark):
    one.write_bytes(_swallowed_row(mark)[1])
    said = "\n".join(load(one).warnings)
    assert "do not look like names of columns" in said and "WBRI" not in said


def test_an_added_column_is_named_when_its_name_can_be_no_childs_data(one):
    header, *rows = text_of("header").splitlines()
    one.write_text("\n".join([f"{header},TEST_COLUMN,QZ0001", *(f"{row},x,x" for row in rows)]) + "\n")
    said = "\n".join(load(one).warnings)
    assert "TEST_COLUMN" in said and "1 that do not look like names of columns" in said and "QZ0001" not in said


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_that_breaks_off_in_its_last_row_is_refused_and_one_without_a_last_line_end_is_not(one, encoding):
    one.write_bytes(text_of("header").rstrip().encode(encoding))
    assert [(batch.rows_read, batch.rows_rejected) for batch in load(one).batches] == [(2, 0)]
    one.write_bytes(text_of("header").rpartition(",")[0].encode(encoding))
    with pytest.raises(BadInputError, match="looks cut short") as caught:
        load(one)
    assert one.name in str(caught.value) and not leaked(str(caught.value), "header")
