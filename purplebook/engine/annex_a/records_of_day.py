"""The records of one authority as they were known on a day, and the eleven lists asked of them."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date

import duckdb

from purplebook.engine.annex_a import lists_of_adoption, lists_of_children, lists_of_events
from purplebook.engine.annex_a.scope import Scope
from purplebook.engine.annex_a.shared_views import add_shared_views
from purplebook.engine.records.known import known_sql
from purplebook.engine.records.sources import columns_lacking
from purplebook.engine.sql.dialect import Dialect
from purplebook.store import Snapshot
from purplebook.store.parquet_sql import parquet_rows
from purplebook.store.spilling import NO_SPILLING
from purplebook.tables import DATA_TABLES
from purplebook.tables.annex_a_words import HEADERS
from purplebook.tables.schema import Table

QUERIES: Mapping[int, str] = {**lists_of_events.QUERIES, **lists_of_children.QUERIES, **lists_of_adoption.QUERIES}
DIALECT = Dialect()


@dataclass(frozen=True)
class ListRows:
    """One list: its number, its headers in Ofsted's order, and its rows of bare codes."""

    number: int
    headers: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]

    def column(self, header: str) -> tuple[object, ...]:
        """The cells under a header."""
        at = self.headers.index(header)
        return tuple(row[at] for row in self.rows)


@dataclass(frozen=True)
class Lists:
    """The eleven lists, and the day on which the register of list 9 was taken."""

    lists: tuple[ListRows, ...]
    register_on: date | None


def lists_of_day(snapshot: Snapshot, scope: Scope) -> Lists:
    """Every list of one authority as it was known on a day."""
    with snapshot.reading(), closing(_open(snapshot, scope)) as connection:
        add_shared_views(connection)
        lists = tuple(
            ListRows(number, HEADERS[number], tuple(connection.execute(QUERIES[number]).fetchall()))
            for number in sorted(QUERIES)
        )
        register = connection.execute("SELECT max(snapshot_on) FROM care_leaver_snapshot").fetchall()[0][0]
    return Lists(lists, register)


def reaches_back(snapshot: Snapshot, table: str, first: date) -> bool:
    """Whether the records of a table are complete from the day, as far as the files say."""
    since = snapshot.covers_from(table)
    return since is None or since <= first


def _open(snapshot: Snapshot, scope: Scope) -> duckdb.DuckDBPyConnection:
    """A connection in which every table is a view of what was known; close it after use.

    The view `day` has one row: the day, the two first days, whether the day is that of the extract, and for each table
    that is counted over a year whether its records reach so far (`counts_<table>`).
    """
    connection = duckdb.connect(config={"threads": 1, "temp_directory": NO_SPILLING})
    stored = set(snapshot.table_names)
    for table in DATA_TABLES:
        if table.name in stored:
            connection.execute(_view(snapshot, table, scope))
    counted = ", ".join(
        f"{'TRUE' if reaches_back(snapshot, table.name, scope.year_from) else 'FALSE'} AS counts_{table.name}"
        for table in DATA_TABLES
        if table.happens_on and table.name in stored
    )
    connection.execute(
        f"CREATE VIEW day AS SELECT DATE '{scope.as_at}' AS as_at, DATE '{scope.six_months_from}' AS six_from, "
        f"DATE '{scope.year_from}' AS year_from, {scope.as_at == snapshot.as_at} AS is_extract_day, {counted}"
    )
    return connection


def _view(snapshot: Snapshot, table: Table, scope: Scope) -> str:
    more = "".join(f", CAST(NULL AS {sql}) AS {name}" for name, sql in columns_lacking(snapshot, table))
    rows = parquet_rows(snapshot.table_paths(table.name))
    own = f"(SELECT *{more} FROM {rows} WHERE authority_code = '{scope.authority}')"
    known = known_sql(table, source=own, on=scope.as_at, dialect=DIALECT, has_begun=True, keeps_days_ahead=True)
    return f"CREATE VIEW {table.name} AS {known}"
