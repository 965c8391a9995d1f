"""What a load hands on: where the canonical tables lie, which files they came from, and every fault found in a row.

The store and the command line read these; nothing here knows how any format is laid out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa


def issue_schema() -> pa.Schema:
    """The columns of the file that lists every fault found in a row: those of a RowIssue."""
    import pyarrow as pa

    return pa.schema(
        {
            "file_name": pa.string(),
            "sheet": pa.string(),
            "row": pa.int64(),
            "column": pa.string(),
            "value": pa.string(),
            "reason": pa.string(),
            "what_to_do": pa.string(),
            "is_rejected": pa.bool_(),
        }
    )


@dataclass(frozen=True)
class RowIssue:
    """One fault in one row.  `value` may hold a child's data: it goes into the store only, never into a message.

    `is_rejected` means that the whole row was left out; otherwise the row was loaded and `reason` says what became of
    the cell.  `row` counts the header as row 1.
    """

    file_name: str
    sheet: str | None
    row: int | None
    column: str | None
    value: str | None
    reason: str
    what_to_do: str
    is_rejected: bool


@dataclass(frozen=True)
class Batch:
    """One file, or one sheet of a workbook, and what became of its rows."""

    batch_id: str
    file_name: str
    sheet: str | None
    source_format: str
    extracted_on: date | None
    sha256: str
    rows_read: int
    rows_loaded: int
    rows_rejected: int

    def __post_init__(self) -> None:
        """Every row read was either loaded or rejected: a third fate would be a row lost in silence."""
        assert self.rows_read == self.rows_loaded + self.rows_rejected, self.batch_id


@dataclass(frozen=True)
class Loaded:
    """The outcome of reading some files: where each canonical table that they hold lies.

    A table is one Parquet file, or a folder of Parquet files in the order of their names, which hold nothing else.
    """

    table_paths: Mapping[str, Path]
    batches: tuple[Batch, ...]
    issues_path: Path
    issue_count: int
    rejected_count: int
    warnings: tuple[str, ...]
