"""A table on a terminal: what there is room for is shown whole, and what there is not is left out, not cut short."""

from __future__ import annotations

from datetime import date

import pyarrow as pa
import pytest

from purplebook.commands.answers import columns_of, fitting, write_answer
from purplebook.run.indicators import Listing

TABLE = pa.table(
    {
        "la_child_id": ["899000586", "899000587"],
        "ended_on": pa.nulls(2, pa.date32()),
        "age_band": ["5 to 9", "16 and over"],
        "team": ["Safeguarding West", "Looked After Children 1"],
        "file_name": ["child_protection_plan.csv"] * 2,
    }
)
# What a column takes is its widest cell or word of its heading, and three for its edges; one more closes the table.
WHOLE = sum(width + 3 for width in (9, 5, 11, 23, 25)) + 1


def left(width: int) -> list[str]:
    return list(fitting(columns_of(TABLE), width=width, first_to_go=("age_band", "team")))


def test_a_terminal_that_is_just_wide_enough_shows_every_column():
    assert left(WHOLE) == TABLE.column_names


def test_an_empty_column_goes_first_then_those_that_can_be_spared_in_order():
    assert left(WHOLE - 1) == ["la_child_id", "age_band", "team", "file_name"]
    assert left(WHOLE - 8) == ["la_child_id", "age_band", "team", "file_name"]
    assert left(WHOLE - 9) == ["la_child_id", "team", "file_name"]
    assert left(WHOLE - 8 - 14) == ["la_child_id", "team", "file_name"]
    assert left(WHOLE - 8 - 14 - 1) == ["la_child_id", "file_name"]


def test_what_cannot_be_spared_stays_however_narrow_the_terminal():
    assert left(10) == ["la_child_id", "file_name"]


def test_the_rows_stay_as_they_were():
    kept = fitting(columns_of(TABLE), width=10, first_to_go=())
    assert kept["la_child_id"] == TABLE.column("la_child_id").to_pylist()


@pytest.mark.parametrize("form", ["csv", "json", "table"])
def test_plain_columns_are_written_as_an_arrow_table_of_them_is(form: str, capsys: pytest.CaptureFixture[str]):
    columns = {
        "id": ["A", None, "=C"],
        "since": [date(2015, 8, 31), None, None],
        "value": [None, 1_000, 7],
        "none": [None] * 3,
    }
    write_answer(columns, form=form, out=None)
    plain = capsys.readouterr().out
    write_answer(Listing(columns, "Things").table, form=form, out=None)
    assert plain == capsys.readouterr().out
    assert "2015-08-31" in plain


def test_a_listing_has_its_kinds_of_columns_and_keeps_them_without_rows():
    table = Listing({"id": ["A"], "since": [date(2015, 8, 31)], "value": [7]}, "Things").table
    assert table.schema.types == [pa.string(), pa.date32(), pa.int64()]
    assert Listing({"id": [], "since": []}, "Things").table.column_names == ["id", "since"]
