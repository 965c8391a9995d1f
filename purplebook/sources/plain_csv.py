"""CSV text without a quotation mark, taken in columns: then a comma always ends a cell and a line always a row.

Nothing is left to guess, so Arrow's reader gives what the careful one gives (a test compares them), and rows need not
go through a database to become columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyarrow as pa
import pyarrow.csv as pc_csv

from purplebook.sources.files import InputFile
from purplebook.sources.raw import CELLS
from purplebook.sources.text_columns import pc

_BYTES_AT_ONCE = 4 << 20


def is_read_so(file: InputFile) -> bool:
    """Whether each line is one row, and each comma ends a cell."""
    return file.is_plain and not file.has_quotes


def column_batches(file: InputFile, *, names: Sequence[str]) -> Iterator[pa.RecordBatch]:
    """The rows under the header, some at a time, as a `RawTable` gives them; blank ones are left out.

    Raises pa.ArrowInvalid when a row has not as many cells as there are names, and when there is no row.
    """
    reading = pc_csv.open_csv(
        file.path,
        read_options=pc_csv.ReadOptions(column_names=list(names), skip_rows=1, block_size=_BYTES_AT_ONCE),
        parse_options=pc_csv.ParseOptions(
            quote_char=False, double_quote=False, escape_char=False, newlines_in_values=False, ignore_empty_lines=False
        ),
        convert_options=pc_csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False, include_columns=list(names)
        ),
    )
    number = 2
    with reading:
        for rows in reading:
            yield _numbered(rows, first=number)
            number += rows.num_rows


def _numbered(rows: pa.RecordBatch, *, first: int) -> pa.RecordBatch:
    numbers = pc.cumulative_sum(pa.repeat(pa.scalar(1, pa.int64()), rows.num_rows), start=first - 1)
    numbered = pa.RecordBatch.from_arrays(
        [numbers, pa.nulls(rows.num_rows, CELLS), *rows.columns],
        names=["source_row", "extra", *rows.schema.names],
    )
    # A row in which only the first cell is empty is common; one of nothing but empty cells is rare.
    blank = pc.equal(pc.binary_length(rows.column(0)), 0)
    for column in rows.columns[1:]:
        if not pc.any(blank).as_py():
            return numbered
        blank = pc.and_(blank, pc.equal(pc.binary_length(column), 0))
    return numbered.filter(pc.invert(blank)) if pc.any(blank).as_py() else numbered
