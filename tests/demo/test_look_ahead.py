"""Every indicator says how far it looks ahead: what came later moves no month that may be judged without it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from purplebook.definitions import INDICATORS
from purplebook.language.measures import During
from purplebook.language.periods import PeriodKind, periods_up_to
from purplebook.results.lateness.observed import age_of
from purplebook.results.lateness.settled import FLOW_AGE, STOCK_AGE
from purplebook.store import Snapshot, Store
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.schema import DATE
from tests.support.cut_records import values_of

CUT = date(2014, 12, 31)
MONTHS = periods_up_to(CUT, PeriodKind.MONTH, since=date(2014, 1, 1))


@pytest.fixture(scope="module")
def snapshot(demo_output: Path) -> Snapshot:
    return Store.open(demo_output / "store").snapshot_for(date(2015, 8, 31))


def without_future(name: str, rows: pa.Table) -> pa.Table:
    """A table as it stood on the day of the cut, had everything been recorded at once."""
    table, last = TABLES_BY_NAME[name], pa.scalar(CUT)
    if table.happens_on is not None:
        rows = rows.filter(pc.fill_null(pc.less_equal(rows.column(table.happens_on), last), True))  # pyright: ignore[reportAttributeAccessIssue]
    for column in table.columns:
        if column.kind == DATE and not column.is_planned and not column.is_birth:
            days, place = rows.column(column.name), rows.schema.get_field_index(column.name)
            is_later = pc.fill_null(pc.greater(days, last), False)  # pyright: ignore[reportAttributeAccessIssue]
            known = pc.if_else(is_later, pa.scalar(None, days.type), days)  # pyright: ignore[reportAttributeAccessIssue]
            rows = rows.set_column(place, rows.schema.field(place), known)
    return rows


def test_no_month_that_may_be_judged_moves_when_what_came_later_is_gone(snapshot: Snapshot):
    known, cut = values_of(snapshot, MONTHS), values_of(snapshot, MONTHS, cut=without_future)
    moved = []
    for item in INDICATORS:
        if item.only_for and PeriodKind.MONTH not in item.only_for:
            continue
        is_flow = isinstance(item.measure.top.cohort.clock, During)
        judged_from = max(item.look_ahead_months, FLOW_AGE if is_flow else STOCK_AGE)
        moved += [
            f"{item.id} {month.key}: {cut[item.id, month.key]} became {known[item.id, month.key]}"
            for month in MONTHS
            if age_of(month, CUT) >= judged_from and known[item.id, month.key] != cut[item.id, month.key]
        ]
    assert not moved, "These look further ahead than they say:\n" + "\n".join(moved)


def test_the_cut_does_move_what_looks_ahead(snapshot: Snapshot):
    """Else the test above would hold of anything: of two months ago not every case that will close has closed."""
    known, cut = values_of(snapshot, MONTHS), values_of(snapshot, MONTHS, cut=without_future)
    assert known["RF06", "2014-10"] != cut["RF06", "2014-10"]
