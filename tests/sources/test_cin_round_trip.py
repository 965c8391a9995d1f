"""Canonical rows, written as a census of any year and read back, are the same canonical rows."""

from __future__ import annotations

import csv
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from purplebook.sources.read import read_files
from purplebook.sources.sense import ENDS_FIRST, OVERLAPS
from purplebook.sources.still_open import OPEN_AT_18
from purplebook.store.loaded import Loaded
from purplebook.tables import TABLES_BY_NAME, Table
from tests.support.cin_rows import Row, census_rows
from tests.support.cin_writer import ELEMENTS, INITIAL, LAYOUTS, REVIEW, Layout, Style, write_census

STYLES = st.builds(
    Style,
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252", "us-ascii"]),
    yes_no=st.sampled_from([("false", "true"), ("0", "1")]),
    day=st.sampled_from(["%Y-%m-%d", "%d/%m/%Y", "%Y-%m-%dT00:00:00"]),
    noise=st.sampled_from(["", "\n", "\r\n\t ", "stray text", "<!-- <a> -->", "<?a b?>", "<Unknown>1</Unknown>"]),
    prefix=st.sampled_from([None, "", "cin"]),
    is_reversed=st.booleans(),
    writes_empty=st.booleans(),
)
MADE_BY_THE_READER = ("row_id", "source_format", "load_batch_id", "source_cells")


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: str(layout.year))
@settings(max_examples=10)
@given(data=st.data(), style=STYLES)
def test_rows_written_as_a_census_come_back_as_they_were(layout: Layout, data: st.DataObject, style: Style):
    rows = data.draw(census_rows(layout))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"cin-{layout.year}.xml"
        path.write_bytes(write_census(rows, layout=layout, style=style))
        loaded = read_files([path], staging=Path(folder) / "read", authority_code="899", as_at=None)
        back = {name: pq.read_table(path).to_pylist() for name, path in loaded.table_paths.items()}
        issues = pq.read_table(loaded.issues_path).to_pylist()
    assert _told(back) == _told(rows)
    assert {row["authority_code"] for table in back.values() for row in table} == {"899"}
    pupil_numbers = [row["upn"] for row in rows["person"] if row["upn"]]
    if len(set(pupil_numbers)) < len(pupil_numbers):
        issues = [issue for issue in issues if "pupil number" not in issue["reason"]]
    _nothing_was_left_out(loaded, issues, children=len(rows["person"]), day=layout.reference_day)


def _nothing_was_left_out(loaded: Loaded, issues: Sequence[Row], *, children: int, day: date) -> None:
    (batch,) = loaded.batches
    assert (batch.rows_read, batch.rows_loaded, batch.rows_rejected) == (children, children, 0)
    # Days were drawn freely, so an end may come before its start, and a child grow up; nothing else may be wrong.
    reasons = {issue["reason"] for issue in issues}
    assert reasons <= {ENDS_FIRST.reason, OVERLAPS.reason, OPEN_AT_18.reason}
    grown_up = [warning for warning in loaded.warnings if "eighteenth birthday" in warning]
    assert batch.extracted_on == day and list(loaded.warnings) == grown_up
    assert bool(grown_up) == (OPEN_AT_18.reason in reasons)


def _told(rows: Mapping[str, Sequence[Mapping[str, object]]]) -> dict[str, Counter]:
    """Each table's rows as what they say: a key is nothing but a name, so a link stands for all that its row says."""
    by_key = {
        (table.name, row[table.key[0]]): row
        for table in _tables(rows)
        if len(table.key) == 1
        for row in rows[table.name]
    }

    def said(table: Table, row: Mapping[str, object]) -> tuple[object, ...]:
        found: list[object] = [table.name, row["source_row"]]
        for column in table.columns:
            value = row[column.name]
            if column.to is not None:
                value = value if value is None else said(TABLES_BY_NAME[column.to], by_key[(column.to, value)])
            elif (column.name,) == table.key:
                value = "has a key" if value else None
            found.append(value)
        return tuple(found)

    return {table.name: Counter(said(table, row) for row in rows[table.name]) for table in _tables(rows)}


def _tables(rows: Mapping[str, Sequence[object]]) -> list[Table]:
    return [TABLES_BY_NAME[name] for name in rows if rows[name]]


def test_the_round_trip_covers_every_element_that_the_model_maps(shared):
    """Each element goes to the column that the mapping names, and none of its elements is left out."""
    with (shared / "formats/mapping.csv").open(encoding="utf-8", newline="") as stream:
        mapped = {(row["column"], row["canonical"]) for row in csv.DictReader(stream) if row["format"] == "CIN"}
    own = {
        (element, _model_name(table, column))
        for table, columns in ELEMENTS.items()
        for column, element in columns.items()
    }
    own |= {(element, _model_name("child_protection_conference", "held_on")) for element in (INITIAL, REVIEW)}
    # The column of the code as written is ours; the model keeps the older element beside the newer one.
    own.remove(("Sex", "person.gender_code"))
    own |= {("Sex", "person.sex"), ("GenderCurrent", "person.sex")}
    of_children = {(element, to) for element, to in mapped if not to.startswith("load_batch.") and to != "-"}
    assert own <= of_children
    # What is left are the keys: a child's number again in its other tables, and ordinals that no file holds.
    left = {element for element, _ in of_children - own}
    assert left == {"CINdetailsID", "AssessmentID", "CPPID"}


def test_the_round_trip_covers_as_many_columns_as_the_model_counts(shared):
    """The model counts for each table the columns that the census supplies; the written rows fill as many."""
    with (shared / "formats/supply_matrix.csv").open(encoding="utf-8", newline="") as stream:
        wanted = {row["table"]: int(row["CIN"]) for row in csv.DictReader(stream) if row["CIN"] != "0"}
    keys = {"referral": 1, "assessment": 2, "plan": 1, "strategy_s47": 1, "cp_plan": 2, "pre_proceedings": 1}
    own = {TABLES_BY_NAME[name].model_name or name: len(columns) for name, columns in ELEMENTS.items()}
    counted = {name: count + keys.get(name, 0) for name, count in own.items()}
    # A conference has its day, its referral and its plan; the load's own table is made from the header.
    assert {**counted, "cp_conference": 3, "load_batch": wanted["load_batch"]} == wanted


def _model_name(table: str, column: str) -> str:
    found = TABLES_BY_NAME[table]
    return f"{found.model_name or found.name}.{found.column(column).model_name or column}"


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: str(layout.year))
def test_every_column_that_a_layout_can_carry_is_drawn(layout):
    """A round trip of empty cells would prove nothing: among the rows drawn, every element has a value somewhere."""
    filled: set[tuple[str, str]] = set()

    @settings(max_examples=40)
    @given(rows=census_rows(layout))
    def look(rows):
        for table, found in rows.items():
            filled.update((table, name) for row in found for name, value in row.items() if value is not None)

    look()
    wanted = {(table, column) for table, columns in ELEMENTS.items() for column in columns}
    left_out = {"plan"} if not layout.has_plans else set()
    left_out |= {"pre_proceedings"} if not layout.has_pre_proceedings else set()
    assert {(table, column) for table, column in wanted if table not in left_out} <= filled
    assert not {table for table, _ in filled} & left_out
