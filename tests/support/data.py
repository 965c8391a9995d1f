"""Builds canonical tables for tests from a few small rows, so that every engine sees the same data.

A test writes only the columns that matter; everything else is there and not recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa

from purplebook import tables
from purplebook.tables.arrow import arrow_schema
from purplebook.tables.schema import IDENTIFIER, Column

AUTHORITY = "899"

Rows = Sequence[Mapping[str, Any]]
Data = Mapping[str, Rows]


def full_rows(data: Data) -> dict[str, list[dict[str, Any]]]:
    """Every data table with every column: row_id 1, 2, 3 …, authority 899 unless a row says another."""
    made = {}
    for table in tables.DATA_TABLES:
        empty = dict.fromkeys(column.name for column in table.stored_columns)
        made[table.name] = [
            {**empty, "authority_code": AUTHORITY, **row, "row_id": number}
            for number, row in enumerate(data.get(table.name, ()), start=1)
        ]
    return made


def arrow_tables(data: Data, *, names: Iterable[str] | None = None) -> dict[str, pa.Table]:
    """The same rows as Arrow tables with the full schema: every data table, or only those named."""
    rows = full_rows(data)
    wanted = tuple(rows) if names is None else tuple(names)
    return {name: pa.Table.from_pylist(rows[name], schema=arrow_schema(tables.TABLES_BY_NAME[name])) for name in wanted}


def rows_from_text(table: str, text: str) -> list[dict[str, Any]]:
    """Read a table written with pipes, its first line naming the columns.

    Dates are ISO, yes and no are written true and false, a list is a;b, and a blank cell is not recorded.  The column
    `child` stands for person_id.  A table whose identifier is not written gets one for each row.
    """
    declared = tables.TABLES_BY_NAME[table]
    header, *lines = [line for line in text.strip().splitlines() if line.strip()]
    names = ["person_id" if name.strip() == "child" else name.strip() for name in header.split("|")]
    columns = [declared.column(name) for name in names]
    unwritten = [column.name for column in declared.columns if column.kind == IDENTIFIER and column.name not in names]
    rows = []
    for number, line in enumerate(lines, start=1):
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) != len(columns):
            raise ValueError(f"Row {number} of '{table}' has {len(cells)} cells for {len(columns)} columns: {line}")
        row: dict[str, Any] = {name: f"{table} {number}" for name in unwritten}
        row.update({column.name: _value(column, cell) for column, cell in zip(columns, cells, strict=True)})
        rows.append(row)
    return rows


def _value(column: Column, cell: str) -> Any:
    if not cell:
        return None
    match column.kind:
        case "date":
            return date.fromisoformat(cell)
        case "yes_no":
            return {"true": True, "false": False}[cell]
        case "whole_number":
            return int(cell)
        case "decimal":
            return Decimal(cell)
        case "codes":
            return [part.strip() for part in cell.split(";")]
    return cell
