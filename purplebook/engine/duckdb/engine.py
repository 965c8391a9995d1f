"""Runs scans as SQL on DuckDB, inside the process, over the files of a snapshot or tables in memory.

The plain query for totals is the one that a person can read.  It is right and slow: the product counts in columns, and
asks here for lists, and for what columns cannot count exactly.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType, TracebackType

import duckdb
import pyarrow as pa

from purplebook.engine.base import TableSource
from purplebook.engine.plan import Scan
from purplebook.engine.sql.dialect import Dialect
from purplebook.engine.sql.query import rows_query, shared_views, totals_query
from purplebook.engine.working_days import days_table
from purplebook.language.measures import Total
from purplebook.language.periods import Period
from purplebook.store.parquet_sql import parquet_rows
from purplebook.tables import DATA_TABLES

OF_AUTHORITIES = frozenset(table.name for table in DATA_TABLES)
NOTHING: Mapping[str, Sequence[tuple[str, str]]] = MappingProxyType({})
LOOKED_UP = ("person", "team")
"""Tables that nearly every scan joins to."""


def periods_table(periods: Sequence[Period]) -> pa.Table:
    """The reporting periods as rows; `period` is the place in the sequence."""
    return pa.table(
        {
            "period": pa.array(range(len(periods)), pa.int32()),
            "first_day": pa.array([period.first_day for period in periods], pa.date32()),
            "last_day": pa.array([period.last_day for period in periods], pa.date32()),
        }
    )


class DuckDBEngine:
    """Answers scans about one set of canonical tables for one sequence of periods.

    A Parquet file is read where it lies; every query reads only the columns it names.  Close it, or use it in a
    `with` block.
    """

    name = "duckdb"
    dialect = Dialect()

    def __init__(
        self,
        sources: Mapping[str, TableSource],
        periods: Sequence[Period],
        *,
        is_small: bool = False,
        authorities: Sequence[str] = (),
        absent: Mapping[str, Sequence[tuple[str, str]]] = NOTHING,
        spill: str = "",
    ) -> None:
        """Each table is a Parquet file, its parts in the order of their rows, or rows in memory.

        `absent` are columns, each with its SQL type, that the files of a table do not have: they are empty throughout.

        With `authorities` only the rows of these are seen; the parts of a file that hold none of them are not read.
        `is_small` promises records of one authority: one thread and the look-up tables in memory cost less there.
        `spill` is a private folder for what memory has no room for; without one, nothing is put on a disk.
        """
        self._connection = duckdb.connect(config={"autoinstall_known_extensions": False})
        self._connection.execute(f"SET temp_directory = {self.dialect.literal(spill)}")
        if is_small:
            self._connection.execute("SET threads = 1")
        self._connection.execute("SET enable_progress_bar = false")
        # The files of a snapshot never change, so what their last bytes say is read once.
        self._connection.execute("SET parquet_metadata_cache = true")
        self._is_small, self._absent = is_small, absent
        self._only = (
            f" WHERE authority_code IN ({', '.join(map(self.dialect.literal, authorities))})" if authorities else ""
        )
        # A question names a few of the tables, and to open all of them takes longer than to answer it.
        self._sources, self._periods = sources, periods
        self._not_open: dict[str, TableSource | None] = dict.fromkeys((*sources, "days", "periods"))
        self._kept: frozenset[str] = frozenset()

    def _open_what_is_named(self, sql: str) -> None:
        words = set(re.findall(r"\w+", sql))
        for name in [name for name in self._not_open if name in words]:
            source = self._not_open.pop(name)
            self._open(name, self._source(name) if source is None else source)

    def _source(self, name: str) -> TableSource:
        match name:
            case "days":
                return days_table()
            case "periods":
                return periods_table(self._periods)
        return self._sources[name]

    def _open(self, name: str, source: TableSource) -> None:
        if isinstance(source, pa.Table):
            self._keep(name, source)
            return
        parts = (source,) if isinstance(source, Path) else source
        kind = "TEMP TABLE" if self._is_small and name in LOOKED_UP else "VIEW"
        only = self._only if name in OF_AUTHORITIES else ""
        more = "".join(f", CAST(NULL AS {sql}) AS {column}" for column, sql in self._absent.get(name, ()))
        self._connection.execute(f"CREATE {kind} {name} AS SELECT *{more} FROM {parquet_rows(parts)}{only}")

    def _keep(self, name: str, table: pa.Table) -> None:
        self._connection.register("incoming", table)
        self._connection.execute(f"CREATE TABLE {name} AS SELECT * FROM incoming")
        self._connection.unregister("incoming")

    def totals(self, scan: Scan) -> pa.Table:
        """authority_code, period, one column for each breakdown (null: not divided by it), then t0, t1 …"""
        return self.run(totals_query(scan, self.dialect, kept=self._keep_shared(scan)))

    def rows(self, scan: Scan, total: Total) -> pa.Table:
        """The rows behind one total: authority_code, period, row_id, person_id, the breakdowns and any value."""
        return self.run(rows_query(scan, total, self.dialect))

    def _keep_shared(self, scan: Scan) -> frozenset[str]:
        """Work out the scan's shared views that no earlier scan needed; return the names of all that are kept."""
        for view in shared_views(scan, self.dialect):
            if view.name not in self._kept:
                self._open_what_is_named(view.sql)
                self._connection.execute(f"CREATE TEMP TABLE {view.name} AS\n{view.sql}")
                self._kept |= {view.name}
        return self._kept

    def run(self, sql: str) -> pa.Table:
        """Run one query.  A query that fails is a fault of ours and shows its SQL."""
        try:
            self._open_what_is_named(sql)
            # `sql(…)` plans a query twice, to tell its columns and to run it, and planning is much of a list's time.
            # The warning is of a copy of the rows that the other way would save; it is cheaper than the second plan.
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", UserWarning)
                return self._connection.execute(sql).to_arrow_table()
        except duckdb.Error as fault:
            raise RuntimeError(f"DuckDB could not run this query: {fault}\n{sql}") from fault

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()

    def __enter__(self) -> DuckDBEngine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
