"""The return read by column gives what it gives row by row, whatever stands in its cells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from purplebook.sources.raw import Source
from purplebook.sources.ssda903 import layout
from purplebook.sources.ssda903.gathered import Gathered
from purplebook.sources.ssda903.given import GivenRow, without_repeats
from purplebook.sources.ssda903.layout import Header
from purplebook.sources.ssda903.plain_rows import add_people, add_person
from purplebook.sources.ssda903.read_return import _texts_of
from purplebook.sources.ssda903.read_tables import _by_column, _by_row

SOURCE = Source("2019-20/header.csv", None, "ssda903", "0")
NAMES = ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "LA", "OUR NOTE")
HEADER = Header(layout.HEADER, NAMES)
TEXTS = ("A1", "a1 ", "73.0", "1", "01/05/2010", "2010-05-01", "", " ", "\u00a0", "x\x00", "note")
CELLS = st.sampled_from(TEXTS)
WRONG = st.sampled_from((*TEXTS, "#N/A", "Grand total: 3", "31/02/2010"))


@given(st.lists(st.tuples(st.sampled_from(("A1", "A2", "73.0", " A1")), *[CELLS] * 6), min_size=1, max_size=8))
def test_sound_rows_are_the_same_by_column(rows):
    numbered = list(enumerate(rows, start=2))
    by_column = _by_column(numbered, header=HEADER, source=SOURCE)
    assert by_column is not None
    one_by_one = _by_row(numbered, header=HEADER, source=SOURCE)
    assert by_column.good == one_by_one.good and not one_by_one.faulty
    assert without_repeats(by_column.good, alike=by_column.alike) == without_repeats(one_by_one.good)
    assert by_column.texts is not None
    of_rows = _texts_of(one_by_one.good)
    assert {name: texts for name, texts in by_column.texts.items() if texts} == of_rows


@given(st.lists(st.tuples(*[WRONG] * 7), min_size=1, max_size=5))
def test_rows_at_fault_are_left_to_the_way_row_by_row(rows):
    """By column nothing is told of a row, so there must be nothing to tell."""
    numbered = list(enumerate(rows, start=2))
    by_column = _by_column(numbered, header=HEADER, source=SOURCE)
    one_by_one = _by_row(numbered, header=HEADER, source=SOURCE)
    assert (by_column is None) or (by_column.good == one_by_one.good and not one_by_one.faulty)
    if one_by_one.faulty:
        assert by_column is None


ROWS = st.builds(
    GivenRow,
    source=st.just(SOURCE),
    number=st.integers(2, 99),
    layout=st.sampled_from((layout.HEADER, layout.EPISODES, layout.UASC)),
    cells=st.fixed_dictionaries(
        {"CHILD": st.sampled_from(("A1", "A2"))},
        optional={
            "SEX": st.sampled_from(("1", "M", "2")),
            "DOB": st.sampled_from(("01/05/2010", "2010-05-01", "never")),
            "UPN": st.sampled_from(("UN1", "A123")),
        },
    ),
    extra=st.just({}),
    year=st.sampled_from((2019, 2020)),
)


@given(st.lists(ROWS, max_size=8))
def test_children_are_told_of_as_row_by_row(rows):
    at_once, one_by_one = Gathered(), Gathered()
    add_people(rows, to=at_once)
    for row in rows:
        add_person(row, to=one_by_one)
    assert list(at_once.rows) == list(one_by_one.rows)
    for key, row in one_by_one.rows.items():
        own = at_once.rows[key]
        assert (own.cells, own.headers, own.given) == (row.cells, row.headers, row.given)
    assert sorted(at_once.issues, key=str) == sorted(one_by_one.issues, key=str)
