"""The rows of one child behind a figure, each with its values and the file, sheet and row it came from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from purplebook.engine.base import Engine
from purplebook.engine.plan import plan, request
from purplebook.engine.row_lists import listed_total
from purplebook.engine.sql.query import rows_query
from purplebook.language.indicators import Indicator
from purplebook.tables import TABLES_BY_NAME


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


def traced_rows(
    engine: Engine, item: Indicator, *, authority_code: str, person_id: str, among: bool
) -> Iterator[SourceRow]:
    """The rows of one person that an indicator counts in the engine's periods, or with `among` is a part of."""
    total = listed_total(item, among=among)
    scan = next(scan for scan in plan([request(item)]) if total in scan.totals)
    literal = engine.dialect.literal
    answer = engine.run(
        "SELECT record.*, batch.file_name AS batch_file_name, batch.sheet AS batch_sheet, "
        "batch.format AS batch_format, batch.sha256 AS batch_sha256, batch.extracted_on AS batch_extracted_on\n"
        f"FROM (\n{rows_query(scan, total, engine.dialect)}\n) AS behind\n"
        f"JOIN {scan.table} AS record ON record.row_id = behind.row_id\n"
        "LEFT JOIN load_batch AS batch ON batch.batch_id = record.load_batch_id\n"
        f"WHERE behind.authority_code = {literal(authority_code)} "
        f"AND behind.person_id = {literal(person_id)}\nORDER BY behind.row_id"
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
