"""A table of answers as a sheet: the columns as they are named, with numbers and dates as such."""

from __future__ import annotations

import pyarrow as pa

from purplebook.outputs.sheets.model import Column, Kind, Sheet

LONGEST_NAME = 31
"""Characters that Excel allows in the name of a sheet."""
NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\'"))


def sheet_of(table: pa.Table, *, name: str, title: str, units: str = "", notes: tuple[str, ...] = ()) -> Sheet:
    """The sheet; several codes in one cell stand with semicolons between them, and yes or no as words."""
    columns = tuple(Column(field.name.replace("_", " "), _kind(field.type)) for field in table.schema)
    cells = [[_cell(value) for value in column.to_pylist()] for column in table.columns]
    return Sheet(
        name=name.translate(NOT_IN_A_NAME)[:LONGEST_NAME],
        title=title,
        columns=columns,
        rows=tuple(zip(*cells, strict=True)),
        units=units,
        notes=notes,
    )


def _kind(kind: pa.DataType) -> Kind:
    if pa.types.is_date(kind):
        return Kind.DATE
    if pa.types.is_integer(kind):
        return Kind.WHOLE
    return Kind.NUMBER if pa.types.is_decimal(kind) or pa.types.is_floating(kind) else Kind.TEXT


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ";".join(map(str, value)) if isinstance(value, list) else value
