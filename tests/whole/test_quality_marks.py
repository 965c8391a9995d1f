"""What stands beside a figure whose columns are weak, and that nothing does where a cell is rightly empty."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from purplebook.definitions import INDICATORS, indicator_by_id
from purplebook.results.quality.marks import marks_by_figure, quality_marks
from purplebook.store import Snapshot, Store


@pytest.fixture(scope="module")
def snapshot(demo_output: Path) -> Snapshot:
    return Store.open(demo_output / "store").snapshot_for(date(2015, 8, 31))


def _share_without(path: Path, column: str) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        cells = [row[column] for row in csv.DictReader(file)]
    return int(100 * sum(not cell for cell in cells) / len(cells) + 0.5)


def test_a_cost_that_most_placements_lack_is_said_beside_what_they_cost(snapshot: Snapshot, demo_output: Path):
    share = _share_without(demo_output / "files" / "placement.csv", "weekly_cost")
    [mark] = quality_marks(snapshot, [indicator_by_id("SP02")], breakdowns=())
    assert share >= 20
    assert mark.line == f"SP02: weekly cost unknown for {share}%: do not compare."


def test_a_day_that_has_not_come_is_no_weakness(snapshot: Snapshot, demo_output: Path):
    """Few decisions for adoption are ever reversed, and a child who waits has no day of moving in."""
    assert _share_without(demo_output / "files" / "permanence_case.csv", "reversed_on") > 50
    waiting = [item for item in INDICATORS if item.id.startswith(("AD03", "AD08", "AD09", "AD11"))]
    assert waiting
    assert quality_marks(snapshot, waiting, breakdowns=()) == ()


def test_a_weak_column_that_only_a_breakdown_reads_marks_the_breakdown_alone(snapshot: Snapshot):
    item = indicator_by_id("CL05")
    own = quality_marks(snapshot, [item], breakdowns=())
    by_figure = marks_by_figure(quality_marks(snapshot, [item]))
    assert by_figure[item.id, ""] == own
    assert all(mark.breakdown == breakdown for (_, breakdown), marks in by_figure.items() for mark in marks)


def test_the_weakest_column_stands_first(snapshot: Snapshot):
    for marks in marks_by_figure(quality_marks(snapshot, INDICATORS)).values():
        shares = [mark.share for mark in marks]
        assert shares == sorted(shares, reverse=True)
        assert all(mark.words.endswith("do not compare" if mark.share >= 20 else "compare with care") for mark in marks)
