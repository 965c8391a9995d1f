"""Each file or database table as one Parquet file of clean text, whose columns have the dataset's own names.

Everything after this reads only such files, so a folder and a database cannot be understood differently.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from purplebook.errors import BadInputError
from purplebook.sources.careful_csv import read_carefully, records, rows_above
from purplebook.sources.cells import trimmed
from purplebook.sources.excel_errors import EXCEL_ERROR, EXCEL_ERRORS, is_excel_error
from purplebook.sources.faults import TOTALS_LINE, TOTALS_PATTERN
from purplebook.sources.files import InputFile
from purplebook.sources.near_headers import did_you_mean, near_misses
from purplebook.sources.raw import Source, quoted_name, quoted_text
from purplebook.sources.ssd.declare import SsdTable
from purplebook.store.loaded import RowIssue
from purplebook.store.parquet_sql import AS_THEY_ARE, parquet_rows, quoted_file

_GLOB_MARKS = "*?[]{}"
_NAMES_OF_PEOPLE = ("pers_forename", "pers_surname", "prof_professional_name")
_NO_VALUE = ("NULL", "PLACEHOLDER_DATA")


@dataclass(frozen=True)
class Staged:
    """`headers` says what each column is called where it came from."""

    ssd: SsdTable
    source: Source
    path: Path
    headers: Mapping[str, str]
    row_count: int
    issues: tuple[RowIssue, ...] = ()
    header_row: int = 1
    rows_above: int = 1


def is_parquet(file: InputFile) -> bool:
    """Whether the file's first bytes are those of Parquet."""
    with file.path.open("rb") as stream:
        return stream.read(4) == b"PAR1"


def columns_of(ssd: SsdTable, header: Sequence[str], *, place: str) -> tuple[str, ...]:
    """The dataset's name of each column; raises BadInputError when one stands twice or the key is missing."""
    names = [cell.casefold() or f"column {at}, without a name" for at, cell in enumerate(header, start=1)]
    for name, others in ssd.also.items():
        other_name = next((other for other in others if other in names), None)
        if name not in names and other_name is not None:
            names[names.index(other_name)] = name
    repeated = [name for name, count in Counter(names).items() if count > 1]
    if repeated:
        raise BadInputError(f"{place}: the header names {', '.join(repeated)} more than once. Keep one of each.")
    if ssd.key not in names:
        raise BadInputError(f"{place}: the column '{ssd.key}' of {ssd.name} is missing. Add it.")
    own = {*ssd.columns, *(name for others in ssd.also.values() for name in others)}
    if near := near_misses(sorted(ssd.columns.difference(names)), [name for name in names if name not in own]):
        raise BadInputError(did_you_mean(place, near))
    return tuple(names)


def stage_file(
    connection: duckdb.DuckDBPyConnection,
    file: InputFile,
    *,
    ssd: SsdTable,
    source: Source,
    heading: tuple[int, Sequence[str]],
    work: Path,
    at: int,
) -> Staged:
    """Stage a CSV or Parquet file whose header, and the number of its row, is `heading`."""
    header_row, header = heading
    names = columns_of(ssd, header, place=file.name)
    to = work / f"ssd_{at}.parquet"
    issues: tuple[RowIssue, ...] = ()
    if is_parquet(file):
        raw_names = pq.read_schema(file.path).names
        path = file.path if not _has_glob_mark(file.path) else _linked(file.path, work / f"input_{at}.parquet")
        rows = f"(SELECT file_row_number + 2 AS source_row, * FROM {_parquet(path, 'file_row_number = true')})"
        count = _write(connection, rows, names=names, cells=raw_names, to=to)
        return _told(connection, Staged(ssd, source, to, dict(zip(names, header, strict=True)), count))
    places = [f"c{number}" for number in range(len(names))]
    count = None
    if file.is_plain and header_row == 1 and not _has_glob_mark(file.path):
        try:
            count = _write(connection, _csv(file, places), names=names, cells=places, to=to)
        except duckdb.Error:
            count = None
        if count is not None and count != file.line_count - 1 and count != sum(1 for _ in records(file)) - 1:
            count = None
    if count is None:
        to_read = work / f"careful_{at}.parquet"
        careful = read_carefully(file, names=places, headers=header, to=to_read, header_row=header_row)
        issues = careful.issues
        count = _write(connection, _parquet(careful.path), names=names, cells=places, to=to)
    above = rows_above(file, header_row)
    own = Staged(ssd, source, to, dict(zip(names, header, strict=True)), count, issues, header_row, above)
    return _told(connection, own)


def stage_rows(
    connection: duckdb.DuckDBPyConnection,
    rows: Path,
    *,
    ssd: SsdTable,
    source: Source,
    header: Sequence[str],
    to: Path,
) -> Staged:
    """Stage rows of text already written with `source_row` and the columns c0, c1 … in the order of `header`."""
    names = columns_of(ssd, header, place=source.place)
    places = [f"c{number}" for number in range(len(names))]
    count = _write(connection, _parquet(rows), names=names, cells=places, to=to)
    return _told(connection, Staged(ssd, source, to, dict(zip(names, header, strict=True)), count))


def _told(connection: duckdb.DuckDBPyConnection, staged: Staged) -> Staged:
    """The same without Excel errors and without lines of totals, each of which is an issue.

    Later it could not be told: keys are made of cells, and a cell that is an error would be somebody's.
    """
    errors = f"({', '.join(map(quoted_text, sorted(EXCEL_ERRORS)))})"
    names = [quoted_name(name) for name in staged.headers]
    is_totals = f"coalesce(regexp_full_match({quoted_name(staged.ssd.key)}, {quoted_text(TOTALS_PATTERN)}), false)"
    faulty = connection.execute(
        f"""SELECT source_row, {is_totals}, {", ".join(names)} FROM {_parquet(staged.path)}
            WHERE {is_totals} OR {" OR ".join(f"{name} IN {errors}" for name in names)} ORDER BY source_row"""
    ).fetchall()
    if not faulty:
        return staged
    clean = ", ".join(f"CASE WHEN {name} NOT IN {errors} THEN {name} END AS {name}" for name in names)
    mended = staged.path.with_suffix(".mended.parquet")
    connection.execute(
        f"""COPY (SELECT source_row, {clean} FROM {_parquet(staged.path)} WHERE NOT {is_totals})
            TO {quoted_text(str(mended))} (FORMAT parquet, COMPRESSION zstd)"""
    )
    issues = [issue for row in faulty for issue in _issues_of(staged, *row)]
    return replace(
        staged,
        path=mended,
        row_count=staged.row_count - sum(issue.is_rejected for issue in issues),
        issues=(*staged.issues, *issues),
    )


def _issues_of(staged: Staged, number: int, is_totals: bool, *cells: str | None) -> Iterator[RowIssue]:
    file_name = staged.source.file_name
    if is_totals:
        header = staged.headers[staged.ssd.key]
        yield TOTALS_LINE.in_row(file_name=file_name, row=number, column=header, is_rejected=True)
        return
    for header, cell in zip(staged.headers.values(), cells, strict=True):
        if cell is not None and is_excel_error(cell):
            yield EXCEL_ERROR.in_row(file_name=file_name, row=number, column=header, value=cell)


def _write(
    connection: duckdb.DuckDBPyConnection, rows: str, *, names: Sequence[str], cells: Sequence[str], to: Path
) -> int:
    clean = ", ".join(f"{_clean(cell, name)} AS {quoted_name(name)}" for cell, name in zip(cells, names, strict=True))
    connection.execute(
        f"COPY (SELECT source_row, {clean} FROM {rows}) TO {quoted_text(str(to))} (FORMAT parquet, COMPRESSION zstd)"
    )
    return pq.read_metadata(to).num_rows


def _clean(cell: str, name: str) -> str:
    text = trimmed(f"CAST({quoted_name(cell)} AS VARCHAR)")
    if name in _NAMES_OF_PEOPLE:
        return text
    marks = ", ".join(map(quoted_text, _NO_VALUE))
    return f"CASE WHEN {quoted_name(cell)}::VARCHAR NOT IN ({marks}) THEN {text} END"


def _csv(file: InputFile, places: Sequence[str]) -> str:
    types = ", ".join(f"'{place}': 'VARCHAR'" for place in places)
    return f"""(SELECT row_number() OVER () + 1 AS source_row, * FROM read_csv(
        {quoted_file(file.path)}, {AS_THEY_ARE},
        auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
        strict_mode = true, null_padding = false,
        parallel = {"false" if file.has_quotes else "true"}, columns = {{{types}}}))"""


def _parquet(path: Path, *more: str) -> str:
    return parquet_rows([path], *more)


def _has_glob_mark(path: Path) -> bool:
    return any(mark in str(path) for mark in _GLOB_MARKS)


def _linked(path: Path, to: Path) -> Path:
    """The file under a name that DuckDB does not take for a pattern."""
    to.symlink_to(path.resolve())
    return to
