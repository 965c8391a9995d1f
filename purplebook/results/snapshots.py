"""Figures and row lists of a snapshot: the one way in which every output reaches the records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq

from purplebook.engine.duckdb_engine import DuckDBEngine
from purplebook.engine.plan import Grouping, request
from purplebook.engine.row_lists import rows_behind
from purplebook.errors import NoDataError
from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period, long_day
from purplebook.results.compute import compute
from purplebook.results.figures import Figures
from purplebook.results.populations import populations_from
from purplebook.results.setting import Setting
from purplebook.results.supply import Supply, unsupplied
from purplebook.store import Snapshot

SMALL = 2_000_000
"""Rows in all tables below which a snapshot is one authority's: a second thread costs more there than it saves."""


def compute_figures(
    snapshot: Snapshot,
    indicators: Sequence[Indicator],
    *,
    periods: Sequence[Period],
    crossed: Sequence[Grouping] = (),
    breakdowns: bool = True,
) -> Figures:
    """Work out the indicators for every period: everyone, each single breakdown and the crossed ones asked for."""
    for period in periods:
        check_day(snapshot, period.last_day)
    requests = [request(item, crossed=crossed, breakdowns=breakdowns) for item in indicators]
    with open_engine(snapshot, periods) as engine:
        return compute(engine, requests, periods, setting_of(snapshot))


def list_rows(snapshot: Snapshot, indicator: Indicator, *, period: Period, among: bool = False) -> pa.Table:
    """The rows that a figure counts in one period, or with `among` those it is a part of.

    Columns: the council's id for the child, the record's own key and dates, the breakdowns, any value, and the file,
    sheet and row it came from.
    """
    check_day(snapshot, period.last_day)
    missing = unsupplied(indicator, supply_of(snapshot))
    if missing:
        raise NoDataError(f"{indicator.id} cannot be listed: no file supplied {' or '.join(missing)}.")
    with open_engine(snapshot, [period]) as engine:
        return rows_behind(engine, indicator, among=among)


def open_engine(snapshot: Snapshot, periods: Sequence[Period]) -> DuckDBEngine:
    """DuckDB over the files of one snapshot."""
    sources = {name: snapshot.table_path(name) for name in snapshot.table_names}
    rows = sum(table.row_count for table in snapshot.manifest.tables)
    return DuckDBEngine(sources, periods, is_small=rows < SMALL)


def setting_of(snapshot: Snapshot) -> Setting:
    """Whose records these are, the populations that came with them, and what no file supplied."""
    rows = pq.read_table(snapshot.table_path("reference_value")).to_pylist()
    return Setting(
        authorities=snapshot.authorities,
        populations=populations_from(rows),
        supply=supply_of(snapshot),
    )


def supply_of(snapshot: Snapshot) -> Supply:
    """The tables that no file supplied, and the columns that no file of a table had."""
    missing = {
        (name, column)
        for name in snapshot.table_names
        for column in snapshot.missing_columns(name)
        if snapshot.is_supplied(name)
    }
    return Supply(snapshot.missing_tables, frozenset(missing))


def check_day(snapshot: Snapshot, day: date) -> None:
    """Refuse a day that the records do not reach: NoDataError."""
    if day > snapshot.as_at:
        raise NoDataError(
            f"The records in snapshot {snapshot.id} go up to {long_day(snapshot.as_at)}, so there is no figure for "
            f"{long_day(day)}. Ask for an earlier day, or load a later extract."
        )
