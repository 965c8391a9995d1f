"""The page of the method: what it prints keeps the bounds, and the book expects as many false marks as it measured."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from benchmarks.judgement.page import LEAST_JUDGED, LEAST_JUDGED_RARE, MOST_MARKED, MOST_REAL
from benchmarks.judgement.scenarios import COMPARED, SCENARIOS, made
from purplebook.results.judgement.false_marks import PER_MONTH
from purplebook.results.judgement.kind import Kind

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "judgement.md").read_text("utf-8")


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without its head."""
    part = PAGE.split(f"## {heading}")[1].split("\n## ")[0]
    lines = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line] for line in lines[2:]]


def numbers(cell: str) -> list[float]:
    return [float(number) for number in re.findall(r"\d+(?:\.\d+)?", cell)]


def test_every_kind_of_series_is_on_the_page_and_keeps_its_bounds():
    by_name = {row[0]: row for row in rows("Nothing has changed")}
    assert list(by_name) == [scenario.name for scenario in SCENARIOS]
    for scenario in SCENARIOS:
        _, marked, _, judged, _ = by_name[scenario.name]
        value, error = numbers(marked)
        # The page rounds to one place.
        assert value <= MOST_MARKED + 2 * error + 0.15, scenario.name
        assert float(judged) >= (LEAST_JUDGED_RARE if scenario.is_rare else LEAST_JUDGED), scenario.name


def test_every_change_is_on_the_page_and_found_as_often_as_it_must_be():
    changes = rows("Something has changed")
    assert [tuple(row[:2]) for row in changes] == [(each.name, one.name) for each in SCENARIOS for one in each.changes]
    for name, change, share, least, _ in changes:
        value, error = numbers(share)
        assert least == "–" or value >= float(least) - 2 * error - 1, (name, change)


def test_steady_comparisons_are_on_the_page_and_seldom_called_different():
    compared = rows("Two periods of a steady series held against each other")
    assert len(compared) == 2 * len(COMPARED)
    for name, real, _ in compared:
        value, error = numbers(real)
        assert value <= MOST_REAL + 2 * error + 0.15, name


def test_a_first_load_marked_nothing_that_is_not_covered():
    assert "on a first load 0 of those months were marked" in " ".join(PAGE.split())


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.SHARE, Kind.STOCK, Kind.STOCK_SHARE, Kind.AVERAGE, Kind.RARE])
def test_the_false_marks_that_the_book_expects_are_those_that_were_measured(kind: Kind):
    marked = defaultdict(list)
    by_name = {row[0]: numbers(row[1])[0] for row in rows("Nothing has changed")}
    for scenario in SCENARIOS:
        marked[Kind.RARE if scenario.is_rare else made(scenario, 0).kind].append(by_name[scenario.name])
    assert 100 * PER_MONTH[kind] == pytest.approx(sum(marked[kind]) / len(marked[kind]), abs=0.6)
