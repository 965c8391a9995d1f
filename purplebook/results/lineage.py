"""The way from a figure to the cells of the source files: the rows of one child in it, and where each came from."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from purplebook.engine.duckdb.engine import DuckDBEngine
from purplebook.engine.plan import plan, request
from purplebook.engine.row_lists import listed_total
from purplebook.engine.sql.query import rows_query
from purplebook.errors import BadInputError, NoDataError
from purplebook.language.indicators import Indicator
from purplebook.language.measures import WORKED_OUT_OVER_ROWS
from purplebook.language.periods import Period
from purplebook.results.child import Child
from purplebook.results.counted import counted_in
from purplebook.results.snapshots import compute_figures, open_engine
from purplebook.sources import ssda903
from purplebook.sources.careful_csv import records
from purplebook.sources.careful_xml import elements, local_name, start_of
from purplebook.sources.files import TEXT, InputFile, examine
from purplebook.sources.workbook_cells import is_workbook, sheets
from purplebook.store import Snapshot
from purplebook.tables import TABLES_BY_NAME

CENSUS_ROWS = ("Child", "LALevelVacancies", "CSWWWorker")
HEADER_WITHIN = 10
"""A sheet's header is the fullest of its first rows: titles above it fill one cell or two."""


@dataclass(frozen=True)
class SourceRow:
    """One canonical row: its values, the file it came from, and the cells of the file that conversion changed.

    `cells` are the row's cells as they stand in the file, header by header, when the file was given; else None.
    """

    table: str
    values: Mapping[str, Any]
    changed: Mapping[str, str]
    batch_id: str | None
    file_name: str | None
    sheet: str | None
    source_format: str | None
    source_row: int | None
    sha256: str | None
    extracted_on: date | None
    cells: Sequence[tuple[str, str]] | None = None


@dataclass(frozen=True)
class Trace:
    """A figure and the rows of one child in it; `part` says how they are counted, "" when they are not."""

    indicator: Indicator
    period: Period
    value: Decimal | None
    part: str
    rows: tuple[SourceRow, ...]


def trace(snapshot: Snapshot, item: Indicator, *, child: Child, period: Period, file: Path | None = None) -> Trace:
    """Walk from a figure to the cells of one child; NoDataError when the figure cannot be worked out.

    `file` is a file that was loaded: where a row came from it, the row's own cells are read from it.  BadInputError
    when its bytes are not those of any file that the rows came from.
    """
    found = counted_in(snapshot, [item], child=child, period=period)
    if item.id in found.not_asked:
        raise NoDataError(f"{item.id} cannot be traced for {period.label}: {found.not_asked[item.id]}.")
    figures = compute_figures(
        snapshot, [item], periods=[period], breakdowns=False, authorities=(child.authority_code,)
    ).table.to_pylist()
    value = figures[0]["value"] if figures else None
    if not found.table.num_rows:
        return Trace(item, period, value, "", ())
    told = found.table.to_pylist()[0]
    is_among = not told["counted"] or item.measure.shape in WORKED_OUT_OVER_ROWS
    with open_engine(snapshot, [period], authorities=(child.authority_code,)) as engine:
        rows = tuple(_rows(engine, item, child=child, among=is_among))
    if file is not None:
        rows = with_cells(rows, examine(file))
    return Trace(item, period, value, told["part"], rows)


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
    read = _cells_of(file, wanted)
    return tuple(
        replace(row, cells=read.get((row.sheet, row.source_row))) if row.sha256 == file.sha256 else row for row in rows
    )


def _rows(engine: DuckDBEngine, item: Indicator, *, child: Child, among: bool) -> Iterator[SourceRow]:
    total = listed_total(item, among=among)
    scan = next(scan for scan in plan([request(item)]) if total in scan.totals)
    literal = engine.dialect.literal
    answer = engine.run(
        "SELECT record.*, batch.file_name AS batch_file_name, batch.sheet AS batch_sheet, "
        "batch.format AS batch_format, batch.sha256 AS batch_sha256, batch.extracted_on AS batch_extracted_on\n"
        f"FROM (\n{rows_query(scan, total, engine.dialect)}\n) AS behind\n"
        f"JOIN {scan.table} AS record ON record.row_id = behind.row_id\n"
        "LEFT JOIN load_batch AS batch ON batch.batch_id = record.load_batch_id\n"
        f"WHERE behind.authority_code = {literal(child.authority_code)} "
        f"AND behind.person_id = {literal(child.person_id)}\nORDER BY behind.row_id"
    )
    table = TABLES_BY_NAME[scan.table]
    for row in answer.to_pylist():
        kept = json.loads(row["source_cells"]) if row["source_cells"] else {}
        yield SourceRow(
            table=scan.table,
            values={name: row[name] for name in table.column_names if name in row},
            changed={str(name): str(text) for name, text in kept.items() if text is not None},
            batch_id=row["load_batch_id"],
            file_name=row["batch_file_name"],
            sheet=row["batch_sheet"],
            source_format=row["batch_format"],
            source_row=row["source_row"],
            sha256=row["batch_sha256"],
            extracted_on=row["batch_extracted_on"],
        )


def _cells_of(
    file: InputFile, wanted: Collection[tuple[str | None, int | None]]
) -> dict[tuple[str | None, int | None], list[tuple[str, str]]]:
    """The wanted (sheet, row) of a file, header by header; a row that the file does not have is left out."""
    found: dict[tuple[str | None, int | None], list[tuple[str, str]]] = {}
    if ssda903.is_xml(file):
        found |= {
            (None, number): list(cells) for number, cells in ssda903.record_cells(file) if (None, number) in wanted
        }
    elif start_of(file):
        # The readers of the two censuses number these elements as they come; no other XML has a row to show.
        for number, element in enumerate(elements(file, named=CENSUS_ROWS), start=1):
            if (None, number) in wanted:
                texts = ((local_name(each), " ".join((each.text or "").split())) for each in element.iter())
                found[None, number] = [(name, text) for name, text in texts if name and text]
    elif file.kind == TEXT:
        header: list[str] | None = None
        for number, record in records(file):
            header = record if header is None else header
            found |= {place: _paired(header, record) for place in wanted if place[1] == number}
    elif is_workbook(file):
        for sheet in sheets(file):
            first = sheet.rows[:HEADER_WITHIN]
            header = list(max(first, key=lambda row: sum(map(bool, row[1])))[1]) if first else []
            for number, cells in sheet.rows:
                if (sheet.name, number) in wanted:
                    found[sheet.name, number] = _paired(header, cells)
    return found


def _paired(header: Sequence[str], cells: Sequence[str]) -> list[tuple[str, str]]:
    names = [*header, *(f"cell {number}" for number in range(len(header) + 1, len(cells) + 1))]
    return [(name or f"cell {at}", cell) for at, (name, cell) in enumerate(zip(names, cells, strict=False), start=1)]
