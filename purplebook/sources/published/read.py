"""Reads one file of published statistics, whatever it is, by what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from purplebook.errors import BadInputError
from purplebook.sources.careful_csv import records
from purplebook.sources.files import PARQUET, TEXT, InputFile, examine, name_fault
from purplebook.sources.published.read_csv import read_csv
from purplebook.sources.published.read_extract import is_extract, read_extract
from purplebook.store.published_rows import Known, PublishedRead
from purplebook.store.whole_parquet import read_whole


def read_published(path: Path, *, known: Known) -> PublishedRead:
    """The figures of a file; BadInputError when it is not one of published statistics."""
    if path.is_dir():
        raise BadInputError(f"{path} is a folder. Name the files in it, one after the other.")
    try:
        file = examine(path)
    except OSError as fault:
        raise BadInputError(f"{path} cannot be read: {fault.strerror}. Check the spelling of the path.") from fault
    if (wrong := name_fault(file)) is not None:
        raise BadInputError(wrong)
    if file.kind == PARQUET:
        return read_extract(_parquet(file), name=file.name, sha256=file.sha256, known=known)
    if file.kind != TEXT:
        raise BadInputError(
            f"{file.name}: published statistics are read from CSV and Parquet files. Save a workbook as 'CSV UTF-8'."
        )
    first = next(records(file), None)
    if first is not None and is_extract([header.strip() for header in first[1]]):
        return read_extract(_text(file), name=file.name, sha256=file.sha256, known=known)
    return read_csv(file, known=known)


def _parquet(file: InputFile) -> pa.Table:
    try:
        table = read_whole(file.path)
    except (pa.ArrowException, OSError) as fault:
        raise BadInputError(f"{file.name}: the Parquet file is cut short or damaged. Copy it again.") from fault
    _check_names_differ(table.column_names, file)
    return table


def _text(file: InputFile) -> pa.Table:
    """A CSV extract as columns of text.  A row of another length than the header stops it: nothing may be guessed."""
    rows = list(records(file))
    headers = [header.strip() for header in rows[0][1]]
    ragged = [number for number, cells in rows[1:] if len(cells) != len(headers)]
    if ragged:
        raise BadInputError(
            f"{file.name}, row {ragged[0]}: the row has more or fewer cells than the header. Put quotation marks round "
            "text that holds a comma."
        )
    _check_names_differ(headers, file)
    columns = [pa.array([cells[at] for _, cells in rows[1:]], pa.string()) for at in range(len(headers))]
    return pa.Table.from_arrays(columns, names=headers)


def _check_names_differ(names: Sequence[str], file: InputFile) -> None:
    if len(set(names)) < len(names):
        raise BadInputError(f"{file.name} has two columns of the same name. Leave one of them out.")
