"""Canonical CSV: one file for each canonical table, named after it, with our column names as its header.

The format has no dialect to guess: commas, double quotation marks, UTF-8 or UTF-16 (Windows-1252 with a warning), dates
as YYYY-MM-DD or DD/MM/YYYY, true or false, lists with ';' between the items, an empty cell for nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from purplebook.errors import BadInputError
from purplebook.sources.careful_csv import (
    heading_of,
    last_row_cell_count,
    lines_above,
    read_carefully,
    records,
    rows_above,
)
from purplebook.sources.cells import BLANKS, trimmed
from purplebook.sources.files import TEXT, InputFile
from purplebook.sources.near_headers import did_you_mean, near_misses
from purplebook.sources.plain_csv import column_batches, is_read_so
from purplebook.sources.raw import RawFiles, RawTable, Source, quoted_name, quoted_text
from purplebook.store.parquet_sql import AS_THEY_ARE, parquet_rows, quoted_file
from purplebook.tables import DATA_TABLES, TABLES_BY_NAME, Table

NAME = "canonical-csv"
TITLE = "canonical CSV"


_COLUMNS = tuple((table, frozenset(table.column_names)) for table in DATA_TABLES)


@dataclass(frozen=True)
class Header:
    """The first row of a file, trimmed; `columns` holds the canonical name of each cell, or None for an extra one."""

    cells: tuple[str, ...]
    """What each column is called, by its place when the file gives it no name."""
    columns: tuple[str | None, ...]
    row: int = 1


def recognise(file: InputFile) -> bool:
    """Whether the text has a header with at least one column of some canonical table."""
    return file.kind == TEXT and _likely_table(_header_cells(file)) is not None


def read(files: Sequence[InputFile], *, work: Path, as_at: date | None, progress: Callable[[str], None]) -> RawFiles:
    """Return the rows of each file as text; raises BadInputError with every fault of every header."""
    faults: list[str] = []
    warnings: list[str] = []
    tables: list[RawTable] = []
    above: dict[str, int] = {}
    for at, file in enumerate(files):
        progress(f"reading {file.name}")
        table = _table_of(file)
        if isinstance(table, str):
            faults.append(table)
            continue
        header = _header(file, table=table)
        header_faults = _header_faults(file, table=table, header=header) or _end_faults(file, header=header)
        faults += header_faults
        warnings += _header_warnings(file, table=table, header=header)
        if not header_faults:
            try:
                tables.append(_raw_table(file, table=table, header=header, careful_path=work / f"careful_{at}.parquet"))
                above[tables[-1].source.batch_id] = rows_above(file, header.row)
            except BadInputError as error:
                faults.append(str(error))
    if faults:
        raise BadInputError("\n".join(faults))
    return RawFiles(
        tables=tuple(tables),
        extracted_on=as_at,
        sources=tuple(raw.source for raw in tables),
        rows_above=above,
        warnings=tuple(warnings),
    )


def _header_cells(file: InputFile) -> tuple[str, ...]:
    """The header's cells; nothing when even that cannot be read."""
    return _header_row(file)[1]


def _header_row(file: InputFile) -> tuple[int, tuple[str, ...]]:
    """The first row with a column of some table, or else the first row, with its number."""
    row = heading_of(file, lambda cells: _likely_table(_tidy(cells)) is not None) or heading_of(file, bool)
    return (1, ()) if row is None else (row[0], _tidy(row[1]))


def _tidy(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(cell.strip(BLANKS).replace("\x00", "") for cell in cells)


def _likely_table(cells: Sequence[str]) -> Table | None:
    """The table with most columns in common with the header, the one with fewest others first; None for none."""
    names = {cell.casefold() for cell in cells} - {"authority_code"}
    shared = [(len(names & columns), -len(columns), table) for table, columns in _COLUMNS]
    best = max(shared, key=lambda candidate: candidate[:2])
    return best[2] if best[0] else None


def _table_of(file: InputFile) -> Table | str:
    """The table that the file's name and header agree on, or what is wrong."""
    cells = _header_cells(file)
    table = TABLES_BY_NAME.get(file.path.stem.casefold())
    likely = _likely_table(cells)
    if table is None or table not in DATA_TABLES:
        hint = f" Its columns look like those of '{likely.name}': rename it to {likely.name}.csv." if likely else ""
        return f"{file.name}: no table has this name.{hint} A CSV file is named after the table it holds."
    if not set(cell.casefold() for cell in cells) & set(table.column_names):
        return (
            f"{file.name}: no column of the table '{table.name}' is in the header. Its key is: {', '.join(table.key)}."
        )
    return table


def _header(file: InputFile, *, table: Table) -> Header:
    row, named = _header_row(file)
    cells = [cell or f"column {at}, without a name" for at, cell in enumerate(named, start=1)]
    known = {*table.column_names, "authority_code"}
    names = [cell.casefold() if cell.casefold() in known else None for cell in cells]
    return Header(tuple(cells), tuple(names), row)


def _header_faults(file: InputFile, *, table: Table, header: Header) -> list[str]:
    faults = []
    missing = [column for column in table.key if column not in header.columns]
    if missing:
        faults.append(
            f"{file.name}: the key column {_listed(missing)} is missing. Add it: without it rows cannot be told apart."
        )
    repeated = [cell for cell, count in Counter(map(str.casefold, header.cells)).items() if count > 1]
    absent = [column for column in table.column_names if column not in header.columns]
    others = [cell for cell, name in zip(header.cells, header.columns, strict=True) if name is None]
    if near := near_misses(absent, others):
        faults.append(did_you_mean(file.name, near))
    if repeated:
        faults.append(
            f"{file.name}: the header names {_listed(repeated)} more than once. Keep one and rename the rest."
        )
    return faults


def _end_faults(file: InputFile, *, header: Header) -> list[str]:
    """Say that the file is cut short when its last row breaks off: what came after it is lost, and nobody knows what.

    A last row without a line end is common and sound; one that also lacks cells is what a broken copy leaves.
    """
    count = None if file.is_ended else last_row_cell_count(file)
    if count is None or count >= len(header.cells):
        return []
    return [
        f"{file.name} looks cut short at line {file.line_count}: it has {count} of {len(header.cells)} cells and no "
        "line end. Export or copy the file again."
    ]


def _header_warnings(file: InputFile, *, table: Table, header: Header) -> list[str]:
    warnings = lines_above(file.name, header.row)
    missing = [column for column in table.column_names if column not in header.columns and column not in table.key]
    extra = [cell for cell, name in zip(header.cells, header.columns, strict=True) if name is None]
    if missing:
        warnings.append(f"{file.name}: these columns are missing and were left empty: {', '.join(missing)}.")
    if extra:
        warnings.append(
            f"{file.name}: these columns are not of '{table.name}'; their cells were kept aside: {', '.join(extra)}."
        )
    if file.encoding == "cp1252":
        warnings.append(f"{file.name}: not UTF-8, so it was read as Windows-1252. Check names with accents.")
    return warnings


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def _raw_table(file: InputFile, *, table: Table, header: Header, careful_path: Path) -> RawTable:
    """The rows, as columns or from DuckDB when the text is plain; careful reading when it is not, or they refuse it."""
    source = Source(file.name, None, NAME, file.sha256)
    places = [f"c{at}" for at in range(len(header.cells))]
    headers = {name: cell for cell, name in zip(header.cells, header.columns, strict=True) if name is not None}

    def reread() -> RawTable:
        careful = read_carefully(file, names=places, headers=header.cells, to=careful_path, header_row=header.row)
        rows = f"(SELECT * FROM {parquet_rows([careful.path])})"
        return RawTable(table, source, _named(rows, header, places), headers, issues=careful.issues)

    def count() -> int:
        return sum(1 for _ in records(file)) - 1

    if not file.is_plain or header.row != 1:
        return reread()
    types = ", ".join(f"'{place}': 'VARCHAR'" for place in places)
    rows = f"""(SELECT row_number() OVER () + 1 AS source_row, * FROM read_csv(
        {quoted_file(file.path)}, {AS_THEY_ARE},
        auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
        strict_mode = true, null_padding = false,
        parallel = {"false" if file.has_quotes else "true"}, columns = {{{types}}}))"""
    names = [name for name in header.columns if name is not None]
    is_in_columns = is_read_so(file) and len(names) == len(header.columns)
    return RawTable(
        table,
        source,
        _named(rows, header, places),
        headers,
        reread=reread,
        checks=(file.line_count - 1, count),
        batches=partial(column_batches, file, names=names) if is_in_columns else None,
    )


def _named(rows: str, header: Header, places: Sequence[str]) -> str:
    """Give each place its canonical name, gather the other cells into `extra`, and leave blank rows out."""
    pairs = list(zip(places, header.cells, header.columns, strict=True))
    own = "".join(f", {place} AS {quoted_name(name)}" for place, _, name in pairs if name is not None)
    others = [(place, cell) for place, cell, name in pairs if name is None]
    extra = "CAST(NULL AS MAP(VARCHAR, VARCHAR))"
    if others:
        entries = ", ".join(
            f"CASE WHEN {trimmed(place)} IS NOT NULL THEN {{'key': {quoted_text(cell)}, 'value': {place}}} END"
            for place, cell in others
        )
        has_any = " OR ".join(f"{trimmed(place)} IS NOT NULL" for place, _ in others)
        extra = (
            f"CASE WHEN {has_any} THEN map_from_entries(list_filter([{entries}], lambda entry: entry IS NOT NULL)) END"
        )
    filled = ", ".join(f"nullif({place}, '')" for place in places)
    return f"(SELECT source_row, {extra} AS extra{own} FROM {rows} WHERE coalesce({filled}) IS NOT NULL)"
