"""The data quality of a snapshot in numbers: columns, issues recorded at load, and what to fix first.

Counts only: no identifier and no cell of a record.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from purplebook.engine.records.quality_counts import ColumnCounts, TableIssues, count_quality
from purplebook.language.indicators import Indicator
from purplebook.results.quality.empty_answers import is_empty_an_answer
from purplebook.results.quality.weakens import indicators_by_column
from purplebook.results.values import percentage
from purplebook.store import Snapshot
from purplebook.tables import TABLES_BY_NAME


@dataclass(frozen=True)
class ColumnQuality:
    """One column: the rows it can be told of; those empty, with a code for "not known", or with what cannot be.

    Rows whose other cells leave nothing to be told are counted as `not_applicable`, and nothing is missing there.
    `is_empty_an_answer` is true where the column's meaning says what emptiness means, such as "empty while open"; such
    rows are counted as missing and not as affected.  `implausible_by` counts each check; a row may fail several.
    """

    table: str
    column: str
    rows: int
    not_applicable: int
    missing: int
    unknown: int
    implausible: int
    implausible_by: Mapping[str, int]
    is_supplied: bool
    is_empty_an_answer: bool
    indicators: tuple[str, ...]

    @property
    def affected(self) -> int:
        """How many rows somebody could put right: none where no file supplied the column."""
        if not self.is_supplied:
            return 0
        return self.unknown + self.implausible + (0 if self.is_empty_an_answer else self.missing)

    @property
    def weight(self) -> int:
        """What it is ranked by: the indicators weakened times the rows affected."""
        return len(self.indicators) * self.affected

    def share(self, count: int, *, places: int) -> Decimal | None:
        """A count as a percentage of the rows, rounded half up; None where there is no row."""
        return percentage(count, self.rows, places=places)


@dataclass(frozen=True)
class Quality:
    """The data quality of a snapshot."""

    snapshot_id: str
    as_at: date
    columns: tuple[ColumnQuality, ...]
    issues: tuple[TableIssues, ...]

    @property
    def to_fix(self) -> tuple[ColumnQuality, ...]:
        """The columns that weaken an indicator, those first that weaken most."""
        weak = [column for column in self.columns if column.weight]
        return tuple(sorted(weak, key=lambda column: (-column.weight, column.table, column.column)))


def quality_of(snapshot: Snapshot, indicators: Sequence[Indicator]) -> Quality:
    """Count the data quality of a snapshot, in one pass over each table that a file supplied."""
    read = indicators_by_column(indicators)
    counts = count_quality(snapshot)
    columns = tuple(_column_quality(snapshot, column, read) for column in counts.columns)
    return Quality(snapshot.id, snapshot.as_at, columns, counts.issues)


def _column_quality(
    snapshot: Snapshot, counts: ColumnCounts, read: Mapping[tuple[str, str], tuple[str, ...]]
) -> ColumnQuality:
    column = TABLES_BY_NAME[counts.table].column(counts.column)
    return ColumnQuality(
        **vars(counts),
        is_supplied=counts.column not in snapshot.missing_columns(counts.table),
        is_empty_an_answer=is_empty_an_answer(column),
        indicators=read.get((counts.table, counts.column), ()),
    )
