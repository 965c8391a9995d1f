"""One number spelled in several ways, and numbers that Excel cut: in Python and in SQL alike."""

from __future__ import annotations

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from purplebook.sources.identifiers import is_cut_sql, one_spelling, plain_number, plain_number_sql


def in_sql(expression: str, text: str) -> object:
    with duckdb.connect() as connection:
        return connection.execute(f"SELECT {expression} FROM (SELECT ? AS cell)", [text]).fetchall()[0][0]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a0071", "A71"),
        ("00073", "73"),
        ("000", "0"),
        ("0", "0"),
        ("73.0", "73"),
        ("73.10", "73.10"),
        ("A 12-3", "A123"),
        ("A01B02", "A1B02"),
        ("AB", "AB"),
        ("10070", "10070"),
    ],
)
def test_what_differs_from_system_to_system_is_left_out(text, plain):
    assert plain_number(text) == plain


@given(st.text("aAbZ0019 .-é", min_size=1, max_size=12))
def test_sql_spells_a_number_as_python_does(text):
    assert in_sql(plain_number_sql("cell"), text) == plain_number(text)


@pytest.mark.parametrize(
    ("text", "is_cut"),
    [("1.23457E+11", True), ("1e+05", True), ("9.4E+9", True), ("1E5", False), ("A1.2E+11", False), ("123", False)],
)
def test_a_number_in_scientific_notation_was_cut(text, is_cut):
    assert in_sql(is_cut_sql("cell"), text) is is_cut


def test_spellings_with_one_birthday_become_the_last_one():
    births = {"a1": {"2010-01-01", ""}, "A1": {"2010-01-01"}, "A01": {"2010-01-01"}}
    assert one_spelling(births) == {"a1": "A01", "A1": "A01"}


@pytest.mark.parametrize("days", [{"2010-01-02"}, {""}, {"2010-01-01", "2010-01-02"}])
def test_spellings_without_one_and_the_same_birthday_stay_apart(days):
    assert one_spelling({"a1": {"2010-01-01"}, "A1": days}) == {}
