"""The whole flow on the invented council: files, store, figures, lists and the paper."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from purplebook.definitions import INDICATORS
from purplebook.language.indicators import Indicator
from purplebook.language.measures import WORKED_OUT_OVER_ROWS, Shape, TotalKind
from purplebook.language.periods import day, year_to_date
from purplebook.results.snapshots import compute_figures, list_rows, supply_of
from purplebook.results.supply import unsupplied
from purplebook.store import Snapshot, Store
from purplebook.store.check import check_store
from purplebook.tables import DATA_TABLES

AS_AT = date(2015, 8, 31)


@pytest.fixture(scope="module")
def snapshot(demo_output: Path) -> Snapshot:
    return Store.open(demo_output / "store").snapshot_for(date(2015, 8, 31))


@pytest.fixture(scope="module")
def figures(snapshot: Snapshot):
    return compute_figures(snapshot, INDICATORS, periods=(year_to_date(AS_AT), day(AS_AT)), breakdowns=False)


def test_everything_lies_under_one_folder(demo_output: Path):
    assert {path.name for path in demo_output.iterdir()} == {
        "README.txt",
        *("council.toml", "targets.toml", "events.toml", "baselines.toml", "papers"),
        "files",
        "store",
        "paper",
        "other-months",
        "tally.csv",
    }
    assert {path.stem for path in (demo_output / "files").glob("*.csv")} >= {table.name for table in DATA_TABLES}
    assert (demo_output / "files" / "annex_a_2015-08-31.xlsx").is_file()
    assert {path.suffix for path in (demo_output / "paper").iterdir()} == {".docx", ".pdf", ".html"}


def test_every_row_of_its_files_is_loaded_without_an_issue(demo_output: Path, snapshot: Snapshot):
    manifest = snapshot.manifest
    assert (manifest.issue_count, manifest.rejected_count) == (0, 0)
    for table in DATA_TABLES:
        rows = len((demo_output / "files" / f"{table.name}.csv").read_text("utf-8").splitlines()) - 1
        assert pq.read_metadata(snapshot.table_paths(table.name)[0]).num_rows == rows > 0, table.name
    assert check_store(Store.open(demo_output / "store")) == ()


NOT_KEPT = {"CP15", "FH01", "FH01-UP", "FH01-DOWN", "FH02", "FH03", "LA30", "PF01-VISITS"}
"""What the council of 2015 kept no record of: core groups, Family Help, education plans, private fostering visits."""

LISTED = {(item.measure.shape, item.measure.top.kind): item for item in reversed(INDICATORS) if item.id not in NOT_KEPT}
"""One indicator of each shape, its list asked for as a user does; `test_figures_on_the_demo` holds all of them."""


def test_only_what_the_council_kept_no_record_of_is_not_supplied(snapshot: Snapshot):
    supply = supply_of(snapshot)
    assert {item.id for item in INDICATORS if unsupplied(item, supply)} == NOT_KEPT


@pytest.mark.parametrize("item", LISTED.values(), ids=lambda item: item.id)
@pytest.mark.parametrize("period", [year_to_date(AS_AT), day(AS_AT)], ids=lambda period: period.kind.value)
def test_a_list_has_exactly_as_many_rows_as_the_figure(item: Indicator, period, snapshot: Snapshot, figures):
    figure = figures.figure(item.id, period.key)
    over = item.measure.shape in WORKED_OUT_OVER_ROWS
    rows = list_rows(snapshot, item, periods=(period,))
    if item.measure.top.kind is TotalKind.SUM and not over:
        # A sum lists the rows that it adds up, each with its value.
        assert sum(rows.column("value").to_pylist()) == figure.numerator
        return
    assert rows.num_rows == (figure.denominator if over else figure.numerator)
    if item.measure.shape in (Shape.PERCENTAGE, *WORKED_OUT_OVER_ROWS):
        assert list_rows(snapshot, item, periods=(period,), among=True).num_rows == figure.denominator


def test_the_demo_needs_no_words_to_list_the_children_behind_a_figure(demo_output: Path, run):
    done = run("list", "CP01", "--as-at", AS_AT, "--period", AS_AT, "--json", cwd=demo_output)
    figures = run("figures", "--indicator", "CP01", "--period", AS_AT, "--json", cwd=demo_output)
    assert len(json.loads(done.stdout)) == json.loads(figures.stdout)[0]["numerator"] > 100
