"""The one place that chooses engines, and what they are asked for said in SQL.

Totals are counted in columns.  Lists of rows, and every other question about records, are SQL on DuckDB, which is
loaded and opened when it is first asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING

from purplebook.engine.base import Engine, TableSource
from purplebook.engine.plan import Scan, plan, request
from purplebook.engine.sql.dialect import Dialect
from purplebook.engine.sql.query import totals_query
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Total
from purplebook.language.periods import Period

if TYPE_CHECKING:
    import pyarrow as pa

    from purplebook.engine.columns.engine import ColumnsEngine
    from purplebook.engine.columns.numbered import Records

__all__ = ["TableSource", "engine_over", "queries_of"]


def engine_over(
    sources: Mapping[str, TableSource],
    periods: Sequence[Period],
    *,
    is_small: bool = False,
    authorities: Sequence[str] = (),
    absent: Mapping[str, Sequence[tuple[str, str]]] | None = None,
    spill: str = "",
    coded: Callable[[], Records | None] = lambda: None,
) -> Engine:
    """An engine over tables in files or in memory.

    `absent` are columns, each with its SQL type, that the files of a table do not have: they are empty throughout.
    With `authorities` only the rows of these are seen.  `is_small` promises records of one authority, and `spill` is a
    private folder for what memory has no room for: both are for SQL.  `coded` opens the same rows as they were coded
    before, if they were.
    """
    return _BothEngines(sources, periods, is_small, tuple(authorities), absent or {}, spill, coded)


class _BothEngines:
    """Counts in columns, and asks DuckDB for everything else: one set of tables and one sequence of periods."""

    name = "columns"
    dialect = Dialect()

    def __init__(
        self,
        sources: Mapping[str, TableSource],
        periods: Sequence[Period],
        is_small: bool,
        authorities: Sequence[str],
        absent: Mapping[str, Sequence[tuple[str, str]]],
        spill: str,
        coded: Callable[[], Records | None],
    ) -> None:
        self._sources, self._periods, self._authorities, self._absent = sources, periods, authorities, absent
        self._is_small, self._spill, self._coded = is_small, spill, coded

    @cached_property
    def _columns(self) -> ColumnsEngine:
        from purplebook.engine.columns.engine import ColumnsEngine

        records = self._coded()
        if records is not None:
            return ColumnsEngine.of(records, self._periods)
        absent = {table: tuple(name for name, _ in columns) for table, columns in self._absent.items()}
        return ColumnsEngine(self._sources, self._periods, authorities=self._authorities, absent=absent)

    @cached_property
    def _sql(self) -> Engine:
        from purplebook.engine.duckdb.engine import DuckDBEngine

        return DuckDBEngine(
            self._sources,
            self._periods,
            is_small=self._is_small,
            authorities=self._authorities,
            absent=self._absent,
            spill=self._spill,
        )

    def totals(self, scan: Scan) -> pa.Table:
        """authority_code, period, one column for each breakdown (null: not divided by it), then t0, t1 …"""
        from purplebook.engine.columns.values import CannotCountError

        try:
            return self._columns.totals(scan)
        except CannotCountError:
            # The plain query takes any number and is right about it, only slow.
            return self._sql.totals(scan)

    def rows(self, scan: Scan, total: Total) -> pa.Table:
        """The rows behind one total: authority_code, period, row_id, person_id, the breakdowns and any value."""
        return self._sql.rows(scan, total)

    def run(self, sql: str) -> pa.Table:
        """The answer to one query over the canonical tables."""
        return self._sql.run(sql)

    def close(self) -> None:
        """Let go of the records."""
        # What was never asked was never opened.
        for name in ("_columns", "_sql"):
            if name in vars(self):
                vars(self)[name].close()

    def __enter__(self) -> Engine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def queries_of(item: Indicator, *, breakdowns: bool = False) -> tuple[str, ...]:
    """An indicator as SQL for a person to read: one query for each pass over the records."""
    scans = plan([request(item, breakdowns=breakdowns)])
    return tuple(totals_query(scan, Dialect()) for scan in scans)
