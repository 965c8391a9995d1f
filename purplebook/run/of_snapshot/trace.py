"""A figure → the rows of one child in it, and the cells of the file they came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from purplebook.errors import BadInputError
from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period
from purplebook.results import lineage
from purplebook.results.child import Child
from purplebook.results.lineage import SourceRow, Trace
from purplebook.sources.files import InputFile, examine
from purplebook.sources.row_cells import cells_of
from purplebook.store import Snapshot


def trace(snapshot: Snapshot, item: Indicator, *, child: Child, period: Period, file: Path | None = None) -> Trace:
    """Walk from a figure to the cells of one child; NoDataError when the figure cannot be worked out.

    `file` is a file that was loaded: where a row came from it, the row's own cells are read from it.  BadInputError
    when its bytes are not those of any file that the rows came from.
    """
    way = lineage.trace(snapshot, item, child=child, period=period)
    if file is None or not way.rows:
        return way
    return replace(way, rows=with_cells(way.rows, examine(file)))


def with_cells(rows: Sequence[SourceRow], file: InputFile) -> tuple[SourceRow, ...]:
    """The rows, those that came from this very file with its cells."""
    wanted = {(row.sheet, row.source_row) for row in rows if row.sha256 == file.sha256 and row.source_row is not None}
    if not wanted:
        names = ", ".join(sorted({row.file_name for row in rows if row.file_name}))
        raise BadInputError(
            f"{file.path} is not a file that these rows came from: its SHA-256 hash differs. They came from "
            f"{names or 'no file that is known'}. Name that file as it was when it was loaded; one that was changed or "
            "saved again since then has another hash."
        )
    cells = cells_of(file, wanted)
    return tuple(
        replace(row, cells=cells.get((row.sheet, row.source_row))) if row.sha256 == file.sha256 else row for row in rows
    )
