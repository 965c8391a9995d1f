"""The records a benchmark runs over, and what it asks of them."""

from __future__ import annotations

from pathlib import Path

from purplebook.definitions import INDICATORS
from purplebook.engine.plan import Request, request
from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period, PeriodKind, add_months, periods_up_to
from purplebook.store import Snapshot, Store

YEARS = {"tiny": 1, "council": 5, "region": 10, "england": 10}
"""How many years of months are asked for at each size: as many as the records hold."""


def snapshot_in(store: Path) -> Snapshot:
    """The latest records of a store."""
    return Store.open(store).latest()


def months_of(snapshot: Snapshot, size: str) -> tuple[Period, ...]:
    """Every month of the records up to the last day they describe."""
    first = add_months(snapshot.as_at, 1 - 12 * YEARS[size]).replace(day=1)
    return periods_up_to(snapshot.as_at, PeriodKind.MONTH, since=first)


ONE_IN = {"tiny": 15}
"""Of the indicators, one in so many is asked for; all of them where the size is not named."""


def indicators_of(size: str) -> tuple[Indicator, ...]:
    """The indicators that are asked for at a size: every one that is declared, and a few at the tiny size."""
    return INDICATORS[:: ONE_IN.get(size, 1)]


def everything(size: str) -> list[Request]:
    """The indicators of a size, each with everyone and every single breakdown."""
    return [request(item) for item in indicators_of(size)]


def row_count(snapshot: Snapshot) -> int:
    """How many rows the records have."""
    return sum(table.row_count for table in snapshot.manifest.tables)
