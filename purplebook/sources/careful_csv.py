"""The slow, forgiving reader of CSV text: used when DuckDB's strict one refuses a file.

It reads any text whatever.  A row with too many or too few cells is left out and listed, because its values may stand
under the wrong columns; a quotation mark that is never closed stops the load, because rows can no longer be told apart.
For every file that the strict reader accepts, both give the same cells (a test compares them).
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from purplebook.errors import BadInputError
from purplebook.sources.cells import BLANKS
from purplebook.sources.faults import TOTALS_LINE, WRONG_CELL_COUNT, is_totals
from purplebook.sources.files import InputFile
from purplebook.store.loaded import RowIssue

_LAST_LINE = "\x1e the end of the file as purplebook marks it \x1e"
_OLD_END_OF_FILE = "\x1a"
_ROWS_AT_ONCE = 50_000
HEADER_WITHIN_ROWS = 10

Row = tuple[int, Sequence[str]]
"""A record with its number."""


@dataclass(frozen=True)
class CarefulRead:
    """Where the rows were written, and the rows that were left out or mended."""

    path: Path
    issues: tuple[RowIssue, ...]


def records(file: InputFile) -> Iterator[tuple[int, list[str]]]:
    """Yield each record that is not blank, with its number (the header is 1).

    Raises BadInputError when a quotation mark stays open.
    """
    number = 0
    with file.path.open(encoding=file.encoding, newline="") as stream:
        reader = csv.reader(_with_last_line(stream))
        while True:
            number += 1
            try:
                record = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise BadInputError(
                    f"{file.name}, row {number}: a cell is longer than {csv.field_size_limit():,} characters. "
                    "Most likely a quotation mark was opened and never closed: correct that row."
                ) from error
            if record and _LAST_LINE in record[-1]:
                if record != [_LAST_LINE]:
                    raise BadInputError(
                        f"{file.name}, row {number}: a quotation mark is opened and never closed, so the rows after it "
                        "cannot be told apart. Close it, or write it twice if it belongs to the text."
                    )
                return
            if any(record):
                yield number, record


def heading_of(file: InputFile, is_heading: Callable[[Sequence[str]], bool]) -> Row | None:
    """The first of the file's first ten rows that is a row of headers, with its number; None when none is.

    Reports are often saved with a title above their headers.  A file that cannot be read has none.
    """
    return next((row for row in _first_rows(file)[0] if is_heading(row[1])), None)


def first_rows(file: InputFile) -> tuple[Row, ...]:
    """The first ten rows that are not blank; raises BadInputError or UnicodeError when one of them cannot be read."""
    rows, error = _first_rows(file)
    if error is not None:
        raise error
    return rows


@lru_cache(maxsize=100)
def _first_rows(file: InputFile) -> tuple[tuple[Row, ...], Exception | None]:
    """The same, up to the row that cannot be read: each format asks them of every file."""
    rows: list[Row] = []
    try:
        for number, cells in islice(records(file), HEADER_WITHIN_ROWS):
            rows.append((number, tuple(cells)))
    except (BadInputError, UnicodeError) as error:
        return tuple(rows), error
    return tuple(rows), None


def rows_above(file: InputFile, header_row: int) -> int:
    """How many rows stand up to the headers, with them, and are not blank."""
    return sum(1 for _ in takewhile(lambda row: row[0] <= header_row, records(file)))


def lines_above(place: str, header_row: int) -> list[str]:
    """A warning when the headers are not the first row, without the words that stand above them."""
    if header_row == 1:
        return []
    if header_row == 2:
        return [f"{place}: row 1 stands above the headers, which are row 2, and was left out."]
    return [
        f"{place}: rows 1 to {header_row - 1} stand above the headers, which are row {header_row}, and were left out."
    ]


def last_row_cell_count(file: InputFile) -> int | None:
    """How many cells the last row has; None when there is none, it is blank, or a quotation mark stays open."""
    try:
        number, cells = max(records(file), key=lambda record: record[0], default=(0, []))
    except BadInputError:
        return None
    is_blank = not "".join(cells).strip(BLANKS + _OLD_END_OF_FILE)
    return None if is_blank or number == 1 else len(cells)


def read_carefully(
    file: InputFile, *, names: Sequence[str], headers: Sequence[str], to: Path, header_row: int = 1
) -> CarefulRead:
    """Write the rows under the headers as text to the Parquet file `to`, in columns called `names`."""
    issues: list[RowIssue] = []
    schema = pa.schema([("source_row", pa.int64()), *((name, pa.string()) for name in names)])
    waiting: list[tuple[int, list[str]]] = []
    with pq.ParquetWriter(to, schema, compression="zstd") as writer:

        def write() -> None:
            columns = [pa.array([number for number, _ in waiting], pa.int64())]
            columns += [pa.array([cells[at] for _, cells in waiting], pa.string()) for at in range(len(names))]
            writer.write_table(pa.Table.from_arrays(columns, schema=schema))
            waiting.clear()

        body = ((number, cells) for number, cells in records(file) if number > header_row)
        for number, cells in body:
            while len(cells) > len(names) and not cells[-1].strip(BLANKS):
                cells.pop()
            if len(cells) != len(names):
                issues.append(ragged(file.name, number, cells))
                continue
            for at, cell in enumerate(cells):
                if "\x00" in cell:
                    cells[at] = cell.replace("\x00", "")
                    issues.append(_with_nul(file, number, headers[at], cell))
            waiting.append((number, cells))
            if len(waiting) == _ROWS_AT_ONCE:
                write()
        write()
    return CarefulRead(to, tuple(issues))


def _with_last_line(lines: Iterator[str]) -> Iterator[str]:
    """A line of our own at the end: if the reader takes it for part of a cell, a quotation mark is open."""
    last = ""
    for line in lines:
        last = line
        yield line
    if last and not last.endswith(("\n", "\r")):
        yield "\n"
    yield _LAST_LINE


def ragged(file_name: str, number: int, cells: Sequence[str], *, sheet: str | None = None) -> RowIssue:
    """The issue of a row that has not as many cells as the header."""
    fault = TOTALS_LINE if is_totals(next(filter(None, cells), "").strip(BLANKS)) else WRONG_CELL_COUNT
    value = ",".join(cells).replace("\x00", "\u2400")
    return fault.in_row(file_name=file_name, sheet=sheet, row=number, value=value, is_rejected=True)


def _with_nul(file: InputFile, number: int, header: str, cell: str) -> RowIssue:
    return RowIssue(
        file_name=file.name,
        sheet=None,
        row=number,
        column=header,
        value=cell.replace("\x00", "\u2400"),
        reason="the cell holds a NUL byte",
        what_to_do="The NUL was taken out and the rest kept. Export the file again if text is missing.",
        is_rejected=False,
    )
