"""A snapshot loaded before a table or a column was introduced still answers, and says what it does not hold."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from click.testing import CliRunner

from benchmarks.rewritten import rewritten
from purplebook.cli import main
from purplebook.definitions import indicator_by_id
from purplebook.engine.annex_a.records_of_day import lists_of_day
from purplebook.engine.annex_a.scope import Scope
from purplebook.engine.records.sources import columns_lacking
from purplebook.language.periods import Period, financial_year, month
from purplebook.results.quality.column_quality import quality_of
from purplebook.results.snapshots import compute_figures, supply_of
from purplebook.store import Snapshot, Store
from purplebook.tables import TABLES_BY_NAME

GONE, LATER = "private_fostering", ("person_id", "assessed_on")
FILES = {
    "person.csv": "person_id,la_child_id,person_role,born_on\nP1,1,CHILD,2010-01-01\n",
    "assessment.csv": "assessment_id,person_id,started_on,authorised_on\nA1,P1,2015-01-05,2015-02-02\n",
    "assessment_factor.csv": "assessment_id,factor_code\nA1,1A\n",
    "private_fostering.csv": "private_fostering_id,person_id,started_on,ended_on\nF1,P1,2015-01-05,\n",
}


@pytest.fixture
def today(tmp_path: Path) -> Snapshot:
    """A snapshot as it is loaded now."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    council = tmp_path / "council"
    files = [str(tmp_path / name) for name in FILES]
    for words in (
        ["init", str(council), "--authority", "899", "--invented"],
        ["load", *files, "--as-at", "2015-03-31", "--store", str(council / "store")],
    ):
        answer = CliRunner().invoke(main, words)
        assert answer.exit_code == 0, answer.output
    return Store.open(council / "store").latest()


@pytest.fixture
def older(today: Snapshot) -> Snapshot:
    """The same without one table and two columns, as if they had not been introduced when it was loaded."""

    def before(name: str, rows: pa.Table) -> pa.Table:
        return rows.drop_columns(list(LATER)) if name == "assessment_factor" else rows

    held = rewritten(today, today.path.with_name("older"), before)
    left = tuple(table for table in held.manifest.tables if table.name != GONE)
    return dataclasses.replace(held, manifest=dataclasses.replace(held.manifest, tables=left))


def status(snapshot: Snapshot, name: str, period: Period) -> tuple[object, object]:
    (row,) = compute_figures(snapshot, [indicator_by_id(name)], periods=[period], breakdowns=False).table.to_pylist()
    return row["numerator"], row["status"]


def test_what_was_introduced_later_is_not_supplied_and_the_rest_is_as_before(today: Snapshot, older: Snapshot) -> None:
    assert columns_lacking(older, TABLES_BY_NAME["assessment_factor"]) == (
        ("person_id", "VARCHAR"),
        ("assessed_on", "DATE"),
    )
    assert columns_lacking(older, TABLES_BY_NAME["assessment"]) == ()
    assert GONE in supply_of(older).missing_tables
    assert status(older, "PF01", month(2015, 3)) == (None, "not supplied")
    assert status(older, "AS05", financial_year(2014)) == (None, "not supplied")
    assert status(older, "AS01", month(2015, 2)) == (1, "provisional")


def test_a_snapshot_of_today_holds_them(today: Snapshot) -> None:
    assert status(today, "PF01", month(2015, 3)) == (1, "provisional")
    assert status(today, "AS05", financial_year(2014)) == (1, "no population")


def test_the_page_of_quality_and_annex_a_open_an_older_snapshot(older: Snapshot) -> None:
    assert quality_of(older, [indicator_by_id("AS05")]).columns
    scope = Scope("899", date(2015, 3, 31))
    assert [len(own.rows) for own in lists_of_day(older, scope).lists][3] == 1
