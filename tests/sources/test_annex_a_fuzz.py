"""Workbooks that are nearly Annex A: each loads with every row accounted for, or is refused in words that tell nothing.

Headers, sheets and cells are made from Ofsted's own layout and then spoiled in the ways that councils spoil them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
from hypothesis import event, given, settings
from hypothesis import strategies as st

from purplebook.errors import BadInputError
from purplebook.sources.annex_a.declare import AGE, AnnexList
from purplebook.sources.annex_a.headers import find_list, plain_header
from purplebook.sources.annex_a.lists import ANNEX_A_LISTS
from purplebook.sources.read import read_files
from purplebook.sources.workbook_cells import Sheet
from purplebook.store.loaded import Loaded
from tests.support.small_workbook import small_workbook

SECRET = "SECRET"
"""Stands in every cell of text under the headers, and may stand in no message and no warning."""
AS_AT = date(2015, 8, 31)
AGES = ("Age", "AGE", "Age of Child", "Age of child (years)", "age of child (Years) ")
SPOILS = {
    "as it is": lambda text: text,
    "a blank after": lambda text: text + "  ",
    "blanks within": lambda text: "\u00a0" + text.replace(" ", "  "),
    "capitals": str.upper,
    "small letters": str.lower,
    "curly quotes": lambda text: text.replace("'", "\u2019"),
    "straight quotes": lambda text: text.replace("\u2019", "'").replace("\u2018", "'"),
    "a question mark": lambda text: text.rstrip("?") + "?",
    "yes or no": lambda text: text if "(Y/N)" in text else text + " (Y/N)",
    "a line break": lambda text: text.replace(" ", "\n", 1),
    "a sum": lambda text: f"Sum of {text}",
    "a full stop": lambda text: text + ".",
}
LOSING_SPOILS = {
    "long dashes": lambda text: text.replace("-", "\u2013").replace("/", "\u2014"),
    "cut short": lambda text: text[: len(text) // 2],
    "another word": lambda text: f"{text} new",
}
NAMES = ("List {}", "List_{}", "list {} ", "LIST {}", "Sheet{}", "{}", "{}. Children", "List {} (2019)", "\u2013 {}")

Rows = Sequence[Sequence[object]]
Sheets = Mapping[str, Rows]

cells = st.one_of(
    st.none(),
    st.sampled_from(["", f"{SECRET}", f"{SECRET} \u2019\u20ac=1+1", f"01/13/{SECRET}", f"{SECRET}\n2"]),
    st.dates(date(1899, 12, 30), date(2100, 1, 1)),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
)


@st.composite
def list_rows(draw: st.DrawFn, annex_list: AnnexList) -> Rows:
    """A title or none, headers spoiled, moved, lost and added, and rows of any cells whatever."""
    columns = list(annex_list.all_columns)
    if draw(st.booleans()):
        columns = [column for column in columns if not column.is_newer]
    lost = draw(st.sets(st.sampled_from(range(len(columns))), max_size=draw(st.sampled_from([0, 0, 2, 40]))))
    columns = [column for at, column in enumerate(columns) if at not in lost]
    spoils = st.sampled_from([*SPOILS.values()] * 3 + [*LOSING_SPOILS.values()])
    header: list[object] = [
        draw(st.sampled_from(AGES)) if column.header == AGE else draw(spoils)(column.header) for column in columns
    ]
    header += draw(st.lists(st.sampled_from(["", "Postcode", "Age", "Notes", 7]), max_size=2))
    header = draw(st.permutations(header)) if draw(st.booleans()) else header
    width = len(header) + draw(st.integers(-1, 2))
    rows = draw(st.lists(st.lists(cells, min_size=max(width, 0), max_size=max(width, 0)), max_size=4))
    above = draw(st.sampled_from([[], [["A title"]], [["A title"], [], ["made", AS_AT]], [["x"]] * 11]))
    return [*above, header, *rows]


@st.composite
def workbooks(draw: st.DrawFn) -> Sheets:
    made: dict[str, Rows] = {}
    for annex_list in draw(st.lists(st.sampled_from(ANNEX_A_LISTS), min_size=1, max_size=3)):
        name = draw(st.sampled_from(NAMES)).format(annex_list.number)
        while name in made:
            name += "'"
        made[name] = draw(list_rows(annex_list))
    if draw(st.booleans()):
        made["Notes & more"] = [["Anything"], [f"{SECRET} in a note"]]
    return made


def outcome(sheets: Sheets) -> tuple[Loaded | None, str, list[dict[str, object]]]:
    """The load and its issues, or the words of the refusal; any other error is an error of the test."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "annex.xlsx"
        path.write_bytes(small_workbook(sheets))
        try:
            loaded = read_files([path], staging=Path(folder) / "staging", authority_code="899", as_at=AS_AT)
        except BadInputError as error:
            return None, str(error), []
        return loaded, "", pq.read_table(loaded.issues_path).to_pylist()


@given(workbooks())
@settings(max_examples=60)
def test_every_workbook_is_loaded_with_all_its_rows_or_refused_in_words_that_give_nothing_away(sheets: Sheets):
    loaded, refusal, issues = outcome(sheets)
    event("refused" if loaded is None else "loaded")
    if loaded is None:
        assert "annex.xlsx" in refusal and SECRET not in refusal
        assert any(f"'{name.strip()}'" in refusal or f"'{name}'" in refusal for name in sheets), refusal
        return
    assert SECRET not in " ".join(loaded.warnings)
    for batch in loaded.batches:
        assert batch.sheet is not None
        assert batch.rows_read == body_length(sheets[batch.sheet])
        assert batch.rows_read == batch.rows_loaded + batch.rows_rejected
        rejected = [issue for issue in issues if issue["sheet"] == batch.sheet and issue["is_rejected"]]
        assert len(rejected) == batch.rows_rejected
    # A sheet without a single cell holds nothing that could be lost.
    filled = {name for name, rows in sheets.items() if any(cell not in (None, "") for row in rows for cell in row)}
    for name in filled - {batch.sheet for batch in loaded.batches}:
        assert any(f"'{name}'" in warning for warning in loaded.warnings), name
    for issue in issues:
        assert SECRET not in f"{issue['reason']} {issue['what_to_do']} {issue['column']}"


def body_length(rows: Rows) -> int:
    """How many rows with anything in them stand under the header, counted without the reader."""
    at = max(at for at, row in enumerate(rows[:12]) if any(isinstance(cell, str) and known(cell) for cell in row))
    return sum(any(cell not in (None, "") for cell in row) for row in rows[at + 1 :])


def known(text: str) -> bool:
    """Whether the text is a header of some list: no cell under a header is."""
    return plain_header(text) in KNOWN


KNOWN = {plain_header(column.header) for each in ANNEX_A_LISTS for column in each.all_columns}


@given(st.data())
@settings(max_examples=150)
def test_a_list_is_found_under_headers_spoiled_in_ways_that_mean_nothing(data: st.DataObject):
    annex_list = data.draw(st.sampled_from(ANNEX_A_LISTS))
    columns = data.draw(st.permutations(annex_list.all_columns))
    header = [data.draw(st.sampled_from([*SPOILS.values()]))(column.header) for column in columns]
    above = [(at, ("A title",)) for at in range(1, data.draw(st.integers(1, 8)))]
    found = find_list(Sheet("anything", (*above, (9, tuple(header)))))
    assert found is not None and found.annex_list is annex_list
    assert (found.missing, found.extra, found.repeated) == ((), (), ())
    assert dict(found.places) == {column.header: at for at, column in enumerate(columns)}


def test_both_layouts_of_one_list_in_one_workbook_are_refused_with_both_sheets():
    for annex_list in ANNEX_A_LISTS:
        newer = [column.header for column in annex_list.all_columns]
        older = [column.header for column in annex_list.all_columns if not column.is_newer]
        loaded, refusal, _ = outcome({"New": [newer], "Old": [["A title"], older]})
        assert loaded is None and f"'New' and 'Old' both hold List {annex_list.number}" in refusal
