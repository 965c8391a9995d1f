"""A history told bit by bit in yearly returns is the history told at once; one year alone says what was known then."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from purplebook.sources.read import read_files
from purplebook.store.loaded import Loaded
from purplebook.tables import TABLES_BY_NAME
from tests.support.ssda903_children import councils
from tests.support.ssda903_draws import FIRST, YEAR
from tests.support.ssda903_writer import Style, write_return

YEARS = range(FIRST.year + 1, YEAR + 1)
Tables = dict[str, list[dict[str, Any]]]


def as_returned(tables: Tables, year: int) -> Tables:
    """What the return for the year to 31 March `year` tells: the episodes of that year, as they stood on its last day.

    What no episode tells stands in the last return.
    """
    first, last = date(year - 1, 4, 1), date(year, 3, 31)
    found: Tables = dict(tables) if year == YEAR else {"person": tables["person"]}
    found["looked_after_episode"] = []
    for row in tables.get("looked_after_episode", ()):
        if row["started_on"] <= last and (row["ended_on"] is None or row["ended_on"] >= first):
            is_open = row["ended_on"] is None or row["ended_on"] > last
            gone = dict.fromkeys(("ended_on", "end_reason_code", "change_reason")) if is_open else {}
            found["looked_after_episode"].append({**row, **gone, "return_year": year})
    return found


def year_of(day: date | None) -> int:
    """The return that tells an episode for the last time."""
    return YEAR if day is None else day.year + (day.month >= 4)


def folder_name(year: int) -> str:
    return f"{year - 1}-{year % 100:02}"


def load(root: Path, *years: int) -> Loaded:
    folders = [root / folder_name(year) for year in years]
    return read_files(folders, staging=root / f"staging-{len(years)}", authority_code="899", as_at=None)


def rows_of(loaded: Loaded, table: str) -> list[dict[str, Any]]:
    path = loaded.table_paths.get(table)
    columns = list(TABLES_BY_NAME[table].column_names)
    return sorted(pq.read_table(path, columns=columns).to_pylist(), key=str) if path else []


@settings(max_examples=8)
@given(councils(), st.sampled_from(list(YEARS)), st.booleans())
def test_yearly_returns_amount_to_the_whole_history(tables, alone, has_reason_on_open):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        style = Style(has_empty_files=False, has_reason_on_open=has_reason_on_open)
        count = sum(write_return(root / folder_name(year), as_returned(tables, year), style=style) for year in YEARS)
        merged, single = load(root, *YEARS), load(root, alone)
        found = {table: rows_of(merged, table) for table in TABLES_BY_NAME if table in merged.table_paths}
        episodes, periods = rows_of(single, "looked_after_episode"), rows_of(single, "looked_after_period")
        issues = pq.read_table(merged.issues_path).to_pylist()
    told = {**tables, "looked_after_episode": []}
    for row in tables.get("looked_after_episode", ()):
        told["looked_after_episode"].append({**row, "return_year": year_of(row["ended_on"])})
    # A file of episodes also makes tables that turn out empty.
    found = {table: rows for table, rows in found.items() if rows}
    assert found == {table: sorted(rows, key=str) for table, rows in told.items() if rows}
    assert not issues
    assert sum(batch.rows_read for batch in merged.batches) == count

    def days(rows: list[dict[str, Any]]) -> list[tuple[str, date, date | None, str | None]]:
        return sorted((row["person_id"], row["started_on"], row["ended_on"], row["end_reason_code"]) for row in rows)

    returned = as_returned(tables, alone)["looked_after_episode"]
    assert days(episodes) == days(returned)
    # Whoever was in care on the last day of the year is so in that year's view, whatever later returns say.
    in_care = {row["person_id"] for row in returned if row["ended_on"] is None}
    assert {row["person_id"] for row in periods if row["ended_on"] is None} == in_care


EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"


@pytest.mark.parametrize("decom", ["01/05/2017", "01/05/2018"])
def test_a_period_whose_start_is_not_there_says_what_to_do_about_it(tmp_path, decom):
    path = tmp_path / folder_name(2019) / "episodes.csv"
    path.parent.mkdir()
    path.write_text(f"{EPISODES}A1,{decom},P,V2,N1,U6,PR1,,,,,,\n")
    loaded = load(tmp_path, 2019)
    (period,) = rows_of(loaded, "looked_after_period")
    assert period["started_on"].strftime("%d/%m/%Y") == decom
    issues = pq.read_table(loaded.issues_path).to_pylist()
    if decom == "01/05/2017":
        # An earlier return must hold the start: that is no fault of this row.
        assert not issues
        (said,) = loaded.warnings
    else:
        (issue,) = issues
        assert (issue["column"], issue["row"], issue["is_rejected"]) == ("RNE", 2, False)
        said = issue["reason"] + issue["what_to_do"]
    assert "too late" in said and "the returns" in said and "together with th" in said
    assert "A1" not in said and decom not in said
