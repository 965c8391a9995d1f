"""The records a benchmark runs over, and what it asks of them."""

from __future__ import annotations

from pathlib import Path

from purplebook.definitions import INDICATORS
from purplebook.engine.plan import Request, request
from purplebook.language.periods import Period, PeriodKind, add_months, periods_up_to
from purplebook.store import Snapshot, Store

YEARS = {"council": 5, "region": 10, "england": 10}
"""How many years of months are asked for at each size: as many as the records hold."""


def snapshot_in(store: Path) -> Snapshot:
    """The latest records of a store."""
    return Store.open(store).latest()


def months_of(snapshot: Snapshot, size: str) -> tuple[Period, ...]:
    """Every month of the records up to the last day they describe."""
    first = add_months(snapshot.as_at, 1 - 12 * YEARS[size]).replace(day=1)
    return periods_up_to(snapshot.as_at, PeriodKind.MONTH, since=first)


def everything() -> list[Request]:
    """Every declared indicator with everyone and every single breakdown."""
    return [request(item) for item in INDICATORS]


def row_count(snapshot: Snapshot) -> int:
    """How many rows the records have."""
    return sum(table.row_count for table in snapshot.manifest.tables)
