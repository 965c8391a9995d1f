"""A table on a terminal: what there is room for is shown whole, and what there is not is left out, not cut short."""

from __future__ import annotations

import pyarrow as pa

from purplebook.commands.answers import fitting

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
    return fitting(TABLE, width=width, first_to_go=("age_band", "team")).column_names


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
    assert fitting(TABLE, width=10, first_to_go=()).column("la_child_id") == TABLE.column("la_child_id")
