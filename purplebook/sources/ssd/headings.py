"""The header of a file of the dataset, which is CSV or Parquet: its cells and where it stands."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.parquet as pq

from purplebook.sources.careful_csv import heading_of
from purplebook.sources.cells import BLANKS
from purplebook.sources.files import TEXT, InputFile
from purplebook.sources.ssd.mapping import table_of
from purplebook.sources.ssd.staging import is_parquet


def header_of(file: InputFile) -> tuple[str, ...]:
    """The names of a file's columns; nothing when it is neither CSV nor Parquet or cannot be read."""
    return heading_of_table(file)[1]


def heading_of_table(file: InputFile) -> tuple[int, tuple[str, ...]]:
    """The same with the row's number: reports are often saved with a title above their headers."""
    number = 1
    try:
        if file.kind == TEXT:
            row = heading_of(file, lambda cells: table_of(_tidy(cells)) is not None) or heading_of(file, bool)
            number, cells = (1, ()) if row is None else row
        elif is_parquet(file):
            cells = pq.read_schema(file.path).names
        else:
            return 1, ()
    except (pa.ArrowException, OSError):
        return 1, ()
    return number, _tidy(cells)


def _tidy(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(cell.strip(BLANKS).replace("\x00", "") for cell in cells)
