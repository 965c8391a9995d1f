"""What the definitions make of small files with faults that real files have: the right values are the case file's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import purplebook as pb
from purplebook.run.opened import OpenStore

OF_CARE = ("LA01", "LA06", "LA07", "LA08", "LA15")
"""Figures of all children looked after on a day for which the file has what they need."""


def loaded(case: str, *, shared: Path, to: Path, as_at: str, covers_from: str | None = None) -> OpenStore:
    store = pb.make_store(to / "store")
    store.load(shared / "cases" / case, as_at=as_at, covers_from=covers_from, authority="870")
    return store


def counted(store: OpenStore, name: str, period: str) -> int:
    """The whole number above the line: of everybody, for a figure that is divided among groups."""
    return everyone(store.figures(name, period=period))["numerator"]


def everyone(figures: pb.Figures) -> dict[str, Any]:
    """The row of everybody, where a figure is divided among groups."""
    (row,) = [row for row in figures.table.to_pylist() if row["breakdown"] == "all"]
    return row


def listed(store: OpenStore, name: str, period: str) -> list[str]:
    return [row["la_child_id"] for row in store.rows(name, period=period).table.to_pylist()]


@pytest.mark.parametrize(
    ("day", "children"), [("2023-06-30", 2), ("2023-12-31", 2), ("2024-03-31", 1), ("2024-06-30", 2)]
)
def test_short_breaks_are_left_out_by_the_legal_status_on_the_day(
    short_breaks: OpenStore, day: str, children: int
) -> None:
    figures = short_breaks.figures(OF_CARE, period=day)
    wholes = {
        row["indicator"]: row["numerator"] if row["denominator"] is None else row["denominator"]
        for row in figures.table.to_pylist()
        if row["breakdown"] == "all"
    }
    assert wholes == dict.fromkeys(OF_CARE, children)


@pytest.fixture(scope="module")
def short_breaks(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> OpenStore:
    to = tmp_path_factory.mktemp("case")
    return loaded("02_short_breaks", shared=shared, to=to, as_at="2024-06-30", covers_from="2023-04-01")


def test_moves_are_asked_of_those_who_are_looked_after_on_the_day(short_breaks: OpenStore) -> None:
    # It looks back twelve months, and the file begins on 1 April 2023.
    assert everyone(short_breaks.figures("LA13", period="2024-06-30"))["denominator"] == 2


def test_children_come_and_go_on_the_day_when_short_breaks_begin_or_end(short_breaks: OpenStore) -> None:
    assert counted(short_breaks, "LA04", "FY2023-24") == 2
    # The care order of 1 June 2024 begins care; the short breaks before it did not.
    assert counted(short_breaks, "LA04", "2024-25-Q1") == 1
    # From care to short breaks is X1: the child has not ceased to be looked after, though LA01 no longer counts it.
    assert counted(short_breaks, "LA05", "FY2023-24") == 0
    for period, change in (("FY2023-24", 1), ("2024-25-Q1", 1)):
        assert everyone(short_breaks.figures("LA03", period=period))["value"] == change


@pytest.mark.parametrize(
    ("case", "name", "day", "children"),
    [
        ("01_unclosed_then_S", "LA01", "2024-03-31", 2),
        ("19_plans", "CP01", "2024-03-31", 2),
        ("12_blank_closure", "CN01", "2024-03-31", 2),
    ],
)
def test_a_child_with_two_of_what_should_be_one_is_one_child(
    shared: Path, tmp_path: Path, case: str, name: str, day: str, children: int
) -> None:
    store = loaded(case, shared=shared, to=tmp_path, as_at=day)
    assert counted(store, name, day) == children
    assert len(listed(store, name, day)) == len(set(listed(store, name, day))) == children


OVERLAPS: Mapping[str, str] = {"01_unclosed_then_S": "looked_after_period", "19_plans": "child_protection_plan"}


@pytest.mark.parametrize("case", OVERLAPS)
def test_the_overlap_is_listed(shared: Path, tmp_path: Path, case: str) -> None:
    store = loaded(case, shared=shared, to=tmp_path, as_at="2024-03-31")
    assert "it begins while another of this child's is still open" in str(store.issues().table.to_pylist())


def test_a_wait_that_ends_before_it_begins_is_in_no_average_and_is_listed(shared: Path, tmp_path: Path) -> None:
    store = loaded("15_adoption", shared=shared, to=tmp_path, as_at=date(2024, 3, 31).isoformat())
    figures = store.figures("AD07", period="FY2023-24")
    row = everyone(figures)
    ahead = [row for row in store.rows("AD07", period="FY2023-24").table.to_pylist() if row["value"] < 0]
    assert not ahead and row["denominator"] == len(store.rows("AD07", period="FY2023-24").table.to_pylist())
    assert any(warning.startswith("AD07 leaves out") for warning in figures.warnings)
    assert "it ends before it begins" in str(store.issues().table.to_pylist())
