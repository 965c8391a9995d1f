"""Answers totals by counting in columns of whole numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa

from purplebook.engine.base import TableSource
from purplebook.engine.columns.cells import counted, nothing_counted
from purplebook.engine.columns.meaning import Meanings
from purplebook.engine.columns.numbered import Records
from purplebook.engine.columns.placed import placed
from purplebook.engine.columns.view import Run, days_of_periods
from purplebook.engine.plan import Scan
from purplebook.language.periods import Period

MANY_ROWS = 200_000
"""Rows of a table from which on what a scan worked out of them is let go of: memory would grow with the scans."""


class ColumnsEngine:
    """Answers totals about one set of canonical tables for one sequence of periods.

    Each column is read and coded when a scan first asks for it, and kept until the engine is closed.
    """

    def __init__(
        self,
        sources: Mapping[str, TableSource],
        periods: Sequence[Period],
        *,
        authorities: Sequence[str] = (),
        absent: Mapping[str, Sequence[str]],
    ) -> None:
        """Each table is a Parquet file, its parts in the order of their rows, or rows in memory.

        With `authorities` only the rows of these are seen.  `absent` are columns that the files of a table do not have.
        """
        # Records that were coded before need no reader of files.
        from purplebook.engine.columns.coded import CodedRows

        self._begin(CodedRows(sources, authorities=authorities, absent=absent), periods)

    @classmethod
    def of(cls, records: Records, periods: Sequence[Period]) -> ColumnsEngine:
        """The same over records that were coded before."""
        engine = cls.__new__(cls)
        engine._begin(records, periods)
        return engine

    def _begin(self, records: Records, periods: Sequence[Period]) -> None:
        self._run = Run(records, days_of_periods(periods), Meanings())

    def totals(self, scan: Scan) -> pa.Table:
        """authority_code, period, one column for each breakdown (null: not divided by it), then t0, t1 …

        A group is left out in which nothing belongs to any total.  CannotCountError where it cannot be exact.
        """
        if not self._run.periods.count:
            return nothing_counted(scan)
        answer = counted(placed(self._run, scan), scan)
        if self._run.records.count(scan.table) > MANY_ROWS:
            self._run.whole.pop(scan.table, None)
        return answer

    def close(self) -> None:
        """Let go of the files and of what was kept of them."""
        self._run.records.close()
        self._run.whole.clear()
        self._run.kept.clear()
