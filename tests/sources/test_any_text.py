"""Whatever the bytes: either every row is loaded or listed, or the user is told; never a fault of ours."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from purplebook.errors import BadInputError, UserError
from purplebook.sources.canonical_csv import _header, _named, _raw_table
from purplebook.sources.careful_csv import read_carefully
from purplebook.sources.files import examine
from purplebook.sources.plain_csv import column_batches, is_read_so
from purplebook.sources.read import read_files
from purplebook.tables import TABLES_BY_NAME

HEADER = "contact_id,person_id,contacted_on,outcome_codes,source_code,authority_code,Note\n"
MARKS = [
    '"',
    '""',
    ",",
    ";",
    "\n",
    "\r\n",
    "\r",
    "\x00",
    "\ufeff",
    "\u00a0",
    " ",
    "\t",
    "\x1a",
    "\x1e",
    "\\",
    "'",
    "#",
    "--",
]
DATES = ["2015-02-29", "2015-02-28", "31/12/2015", "12/31/2015", "1900-01-01", "2200-01-01"]
AWKWARD = [*MARKS, *DATES, "=1+1", "’", "👶", "ש", "NFA", "nfa;ADVICE", "870", "C1", "NULL", "{", "a" * 300]
TEXT = st.lists(st.sampled_from(AWKWARD) | st.text(max_size=3), max_size=30).map("".join)


def load(content: bytes) -> None:
    """Load the bytes as contact.csv and hold the load to its promise."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "contact.csv"
        path.write_bytes(content)
        try:
            loaded = read_files([path], staging=Path(folder) / "staging", authority_code="899", as_at=None)
        except UserError:
            return
        (batch,) = loaded.batches
        stored = pq.read_table(loaded.table_paths["contact"])
        issues = pq.read_table(loaded.issues_path)
        assert batch.rows_read == batch.rows_loaded + batch.rows_rejected
        assert stored.num_rows == batch.rows_loaded
        assert issues.num_rows == loaded.issue_count
        assert len({i["row"] for i in issues.to_pylist() if i["is_rejected"]}) == batch.rows_rejected
        assert stored.column("row_id").to_pylist() == list(range(1, stored.num_rows + 1))
        for cells in stored.column("source_cells").to_pylist():
            assert cells is None or isinstance(json.loads(cells), dict)


@settings(max_examples=80)
@given(body=TEXT)
@example(body='"')
@example(body="\x00")
@example(body="C1,P1\x00,\n")
@example(body="C1,,2015-02-28,NFA,,,x\r\nC2,,,,,,\n")
def test_any_text_under_a_sound_header_is_loaded_listed_or_refused(body):
    load((HEADER + body).encode("utf-8", "replace"))


@settings(max_examples=60)
@given(content=TEXT.map(lambda text: text.encode("utf-8", "replace")) | st.binary(max_size=80))
@example(content=b"\xff\xfe")
@example(content=b"contact_id\n\xe9\n")
@example(content=b"PK\x03\x04contact_id\n")
def test_any_bytes_at_all_are_loaded_listed_or_refused(content):
    load(content)


@settings(max_examples=150)
@given(
    rows=st.lists(st.lists(st.sampled_from(AWKWARD) | st.text(max_size=5), min_size=3, max_size=3), max_size=8),
    line_end=st.sampled_from(["\n", "\r\n"]),
    quotes=st.sampled_from(["always", "never"]),
)
@example(rows=[["P1", "a\nb", "c"], ["P2", "", ""]], line_end="\r\n", quotes="always")
@example(rows=[["P1", "a", "b"]], line_end="\r\n", quotes="never")
def test_the_quick_reader_and_the_careful_one_give_the_same_cells(rows, line_end, quotes):
    def shown(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"' if quotes == "always" else cell

    lines = ["person_id,la_child_id,Note", *(",".join(shown(cell) for cell in row) for row in rows)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "person.csv"
        path.write_bytes((line_end.join(lines) + line_end).encode("utf-8", "replace"))
        file, table = examine(path), TABLES_BY_NAME["person"]
        if not file.is_plain:
            return
        header = _header(file, table=table)
        raw = _raw_table(file, table=table, header=header, careful_path=Path(folder) / "careful.parquet")
        assert raw.checks is not None
        with duckdb.connect() as connection:
            places = ["c0", "c1", "c2"]
            try:
                quick = connection.execute(f"SELECT * FROM {raw.relation}").fetchall()
                if len(quick) not in (raw.checks[0], raw.checks[1]()):
                    return
                careful = read_carefully(file, names=places, headers=header.cells, to=Path(folder) / "c.parquet")
            except (duckdb.Error, BadInputError):
                return
            relation = _named(f"(SELECT * FROM read_parquet('{careful.path}'))", header, places)
            assert [_plain(row) for row in quick] == [
                _plain(row) for row in connection.execute(f"SELECT * FROM {relation}").fetchall()
            ]


UNQUOTED = st.sampled_from([text for text in AWKWARD if '"' not in text and "," not in text]) | st.text(
    st.characters(exclude_characters='",'), max_size=5
)


@settings(max_examples=300)
@given(
    rows=st.lists(st.lists(UNQUOTED, min_size=2, max_size=2) | st.lists(UNQUOTED, min_size=1, max_size=4), max_size=8),
    line_end=st.sampled_from(["\n", "\r\n"]),
    is_marked=st.booleans(),
    is_ended=st.booleans(),
)
@example(rows=[["P1", "a"], ["", ""], ["P2", ""]], line_end="\r\n", is_marked=True, is_ended=False)
@example(rows=[["P1", "a"], ["P2"]], line_end="\n", is_marked=False, is_ended=True)
@example(rows=[["P1", "\x1a"], ["\x1a"]], line_end="\n", is_marked=False, is_ended=False)
@example(rows=[["P1", "NULL"], ["\u2028", "\x0b"]], line_end="\n", is_marked=False, is_ended=True)
def test_text_without_quotation_marks_gives_the_same_rows_in_columns(rows, line_end, is_marked, is_ended):
    """The same cells with the same row numbers; rows at fault are no columns, so that the careful reader tells them."""
    lines = ["person_id,la_child_id", *(",".join(row) for row in rows)]
    text = "\ufeff" * is_marked + line_end.join(lines) + line_end * is_ended
    names = ["person_id", "la_child_id"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "person.csv"
        path.write_bytes(text.encode("utf-8", "replace"))
        file = examine(path)
        if not is_read_so(file):
            return
        careful = read_carefully(file, names=names, headers=names, to=Path(folder) / "careful.parquet")
        if careful.issues:
            with pytest.raises(pa.ArrowException):
                list(column_batches(file, names=names))
            return
        try:
            batches = list(column_batches(file, names=names))
        except pa.ArrowException:
            # The careful reader passes over empty cells at the end of a row that has too many.
            assert not rows or any(len(line.split(",")) != 2 for line in lines)
            return
        in_columns = [row for part in batches for row in part.select(["source_row", *names]).to_pylist()]
        assert in_columns == pq.read_table(careful.path).to_pylist()


def _plain(row: tuple[object, ...]) -> tuple[object, ...]:
    """An empty cell and a missing one are the same to every reader of a raw table."""
    return tuple(cell or None for cell in row)
