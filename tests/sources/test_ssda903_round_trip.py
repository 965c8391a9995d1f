"""Children written down as an SSDA903 return and read again are the same children, in every column it can carry."""

from __future__ import annotations

import csv
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from hypothesis import event, given, settings
from hypothesis import strategies as st

from purplebook.sources.read import read_files
from purplebook.sources.ssda903.headers import SUPPLIED_BY
from purplebook.sources.still_open import OPEN_AT_18
from purplebook.store.loaded import Loaded
from purplebook.tables import TABLES_BY_NAME
from tests.support.ssda903_children import councils
from tests.support.ssda903_writer import Style, write_return

NOT_FROM_THE_RETURN_ALONE = {("placement", "distance_miles"), ("placement", "is_in_authority")}
"""They need the places of postcodes beside the return."""

styles = st.builds(
    Style,
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    line_end=st.sampled_from(["\n", "\r\n"]),
    has_iso_dates=st.booleans(),
    has_digits_for_sex=st.booleans(),
    has_words_for_yes=st.booleans(),
    is_quoted=st.booleans(),
    has_reason_on_open=st.booleans(),
    has_empty_files=st.booleans(),
)


def load(root: Path, *folders: str) -> Loaded:
    return read_files(
        [root / folder for folder in folders], staging=root / "staging", authority_code="899", as_at=date(2020, 3, 31)
    )


def rows_of(loaded: Loaded) -> dict[str, list[dict[str, Any]]]:
    return {
        name: sorted(pq.read_table(path, columns=list(TABLES_BY_NAME[name].column_names)).to_pylist(), key=str)
        for name, path in loaded.table_paths.items()
    }


def same_order(tables: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    return {name: sorted(rows, key=str) for name, rows in tables.items() if rows}


@settings(max_examples=25)
@given(councils(), styles)
def test_what_is_written_is_read_again(tables, style):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        count = write_return(root / "2019-20", tables, style=style)
        loaded = load(root, "2019-20")
        read, issues = rows_of(loaded), pq.read_table(loaded.issues_path).to_pylist()
    event(f"{min(count, 30) // 10 * 10} rows or more")
    assert same_order(read) == same_order(tables)
    # Births were drawn freely, so a child may have grown up in care; nothing else may be wrong.
    grown_up = [text for text in loaded.warnings if "eighteenth birthday" in text]
    pupil_numbers = [row["upn"] for row in tables["person"] if row["upn"]]
    is_shared = len(set(pupil_numbers)) < len(pupil_numbers)
    reasons = {issue["reason"] for issue in issues if not (is_shared and "pupil number" in issue["reason"])}
    assert reasons == ({OPEN_AT_18.reason} if grown_up else set())
    assert sum(batch.rows_loaded for batch in loaded.batches) == sum(batch.rows_read for batch in loaded.batches)
    assert sum(batch.rows_read for batch in loaded.batches) == count
    expected = ("has a header and no rows", "distance", "eighteenth birthday")
    assert not [text for text in loaded.warnings if not any(words in text for words in expected)]


def columns_made(*, examples: int) -> set[tuple[str, str]]:
    """The columns that some made-up child has something in."""
    seen: set[tuple[str, str]] = set()

    @settings(max_examples=examples)
    @given(councils())
    def look(tables: dict[str, list[dict[str, Any]]]) -> None:
        for table, rows in tables.items():
            seen.update((table, name) for row in rows for name, cell in row.items() if cell is not None)

    look()
    return seen


def test_every_column_that_the_return_supplies_is_tried(shared):
    seen = columns_made(examples=100)
    declared = {
        (table, name) for tables in SUPPLIED_BY.values() for table, columns in tables.items() for name in columns
    }
    assert not declared - seen
    by_model = {
        f"{table.model_name or table.name}.{column.model_name or column.name}": (table.name, column.name)
        for table in TABLES_BY_NAME.values()
        for column in table.columns
    }
    with (shared / "formats" / "mapping.csv").open(encoding="utf-8-sig", newline="") as stream:
        mapped = [row for row in csv.reader(stream) if row[0] == "SSDA903"]
    assert len(mapped) > 80
    assert not {by_model[row[3]] for row in mapped} - seen - NOT_FROM_THE_RETURN_ALONE
    assert {table for table, _ in seen} == {table for tables in SUPPLIED_BY.values() for table in tables}
