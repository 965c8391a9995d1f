"""Every indicator says how far it looks back: history cut away moves no month that is said to be covered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from purplebook.definitions import INDICATORS, indicator_by_id
from purplebook.language.measures import OpenAtEnd, OpenDuring, Shape
from purplebook.language.periods import PeriodKind, periods_up_to
from purplebook.results.snapshots import supply_of
from purplebook.results.supply import Supply, is_covered
from purplebook.store import Snapshot, Store
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.schema import DATE
from tests.support.cut_records import values_of

CUT = date(2012, 9, 1)
LAST = date(2015, 8, 31)
MONTHS = periods_up_to(LAST, PeriodKind.MONTH, since=CUT)
TOLERANCE = Decimal(2)
"""Points that a percentage may move: of a few cases open for years the assessment of long ago is not seen."""


@pytest.fixture(scope="module")
def snapshot(demo_output: Path) -> Snapshot:
    return Store.open(demo_output / "store").snapshot_for(LAST)


def without_history(name: str, rows: pa.Table) -> pa.Table:
    """A table as a first load holds it: what happened since the cut, and what was open then."""
    table = TABLES_BY_NAME[name]
    if table.happens_on is None or not table.is_about_a_person or name == "person_attribute":
        return rows
    start = rows.column(table.happens_on)
    kept = pc.is_null(start)  # pyright: ignore[reportAttributeAccessIssue]
    for column in table.columns:
        if column.kind == DATE and not column.is_planned:
            kept = pc.or_(kept, since(rows.column(column.name)))  # pyright: ignore[reportAttributeAccessIssue]
    for first, last in {*table.runs, *counted_as_open(name)}:
        is_open = pc.and_(pc.is_valid(rows.column(first)), pc.is_null(rows.column(last)))  # pyright: ignore[reportAttributeAccessIssue]
        kept = pc.or_(kept, is_open)  # pyright: ignore[reportAttributeAccessIssue]
    return rows.filter(kept)


def counted_as_open(name: str) -> set[tuple[str, str]]:
    """The days between which an indicator counts a table's rows as open."""
    clocks = [item.measure.top.cohort.clock for item in INDICATORS if item.measure.top.cohort.table == name]
    return {
        (clock.start.name, clock.end.name)
        for clock in clocks
        if isinstance(clock, OpenAtEnd | OpenDuring) and clock.end is not None
    }


def since(days: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.fill_null(pc.greater_equal(days, pa.scalar(CUT)), False)  # pyright: ignore[reportAttributeAccessIssue]


def test_no_covered_month_moves_when_the_history_before_the_cut_is_gone(snapshot: Snapshot):
    known, cut = values_of(snapshot, MONTHS), values_of(snapshot, MONTHS, cut=without_history)
    supply = supply_of(snapshot)
    short = replace(supply, covers_from=dict.fromkeys(supply.covers_from, CUT))
    moved = []
    for item in INDICATORS:
        for month in MONTHS:
            one, other = known[item.id, month.key], cut[item.id, month.key]
            if one == other or not is_covered(item, month, short, ever=18 * 12):
                continue
            is_share = item.measure.shape is Shape.PERCENTAGE
            if not is_share or one[2] is None or other[2] is None or abs(one[2] - other[2]) > TOLERANCE:
                moved.append(f"{item.id} {month.key}: {one} became {other}")
    assert not moved, "These look back further than they say:\n" + "\n".join(moved)


def test_the_cut_does_move_what_looks_back(snapshot: Snapshot):
    """Else the test above would hold of anything."""
    known, cut = values_of(snapshot, MONTHS), values_of(snapshot, MONTHS, cut=without_history)
    supply = Supply(covers_from=dict.fromkeys(TABLES_BY_NAME, CUT))
    for name in ("CN03", "CN05", "CP11", "CP13", "LA13", "LA16", "LA17", "LA19", "CL10"):
        assert known[name, MONTHS[0].key] != cut[name, MONTHS[0].key], name
        assert not is_covered(indicator_by_id(name), MONTHS[0], supply, ever=18 * 12), name
