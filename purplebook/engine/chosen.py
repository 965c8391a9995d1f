"""The one place that chooses an engine, and what it asks for said in its SQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from purplebook.engine.base import Engine, TableSource
from purplebook.engine.duckdb.engine import NOTHING, SQL_TYPES, DuckDBEngine
from purplebook.engine.plan import plan, request
from purplebook.engine.sql.query import totals_query
from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period

__all__ = ["SQL_TYPES", "TableSource", "engine_over", "queries_of"]


def engine_over(
    sources: Mapping[str, TableSource],
    periods: Sequence[Period],
    *,
    is_small: bool = False,
    authorities: Sequence[str] = (),
    absent: Mapping[str, Sequence[tuple[str, str]]] = NOTHING,
    spill: str = "",
) -> Engine:
    """An engine over tables in files or in memory; what each argument means stands with `DuckDBEngine`."""
    return DuckDBEngine(sources, periods, is_small=is_small, authorities=authorities, absent=absent, spill=spill)


def queries_of(item: Indicator, *, breakdowns: bool = False) -> tuple[str, ...]:
    """An indicator as SQL for a person to read: one query for each pass over the records."""
    scans = plan([request(item, breakdowns=breakdowns)])
    return tuple(totals_query(scan, DuckDBEngine.dialect) for scan in scans)
