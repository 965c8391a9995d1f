"""What everyone outside may ask of an engine, whichever it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, TypeAlias

from purplebook.engine.plan import Scan
from purplebook.engine.sql.dialect import Dialect
from purplebook.language.measures import Total

if TYPE_CHECKING:
    import pyarrow as pa

TableSource: TypeAlias = "Path | Sequence[Path] | pa.Table"
"""Where the rows of a table are: a Parquet file, its parts in the order of their rows, or rows in memory."""


class Engine(Protocol):
    """Answers scans about one set of canonical tables for one sequence of periods, and is closed after use.

    `run` and `dialect` are for the files of this room, which alone write SQL.
    """

    name: str
    dialect: Dialect

    def totals(self, scan: Scan) -> pa.Table:
        """authority_code, period, one column for each breakdown (null: not divided by it), then t0, t1 …"""
        ...

    def rows(self, scan: Scan, total: Total) -> pa.Table:
        """The rows behind one total: authority_code, period, row_id, person_id, the breakdowns and any value."""
        ...

    def run(self, sql: str) -> pa.Table:
        """The answer to one query over the canonical tables."""
        ...

    def close(self) -> None:
        """Let go of the records."""
        ...

    def __enter__(self) -> Engine: ...

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None: ...
