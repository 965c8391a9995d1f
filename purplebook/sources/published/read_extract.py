"""Reads an extract of published figures with one row for each figure, as a Parquet or CSV file, in whole columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from purplebook.errors import BadInputError
from purplebook.sources.published.layout_of import MOST_NAMED, NEAREST
from purplebook.sources.published.read_csv import ASK_AGAIN, year_of
from purplebook.store.loaded import RowIssue
from purplebook.store.published_rows import (
    NUMBER,
    PUBLISHED_SCHEMA,
    Known,
    NotANumber,
    PublishedRead,
    cell,
    left_out,
)

COLUMNS = {
    "our_indicator": ("measure",),
    "breakdown": ("group",),
    "area_code": (),
    "area_name": (),
    "time_period": ("year",),
    "value": (),
    "suppression_code": ("symbol",),
    "unit": (),
    "source_publication": ("publication", "edition"),
    "numerator": (),
    "denominator": (),
    "value_status": ("status",),
    "geographic_level": (),
    "indicator": (),
}
"""The columns of an extract, and what else each may be called."""

OPTIONAL = ("numerator", "denominator", "value_status", "geographic_level", "indicator", "breakdown")
UNITS = {"per 10,000 aged 0-17": "per 10,000"}


def is_extract(headers: list[str]) -> bool:
    """Whether a file with these headers means to be an extract."""
    return {"measure", "our_indicator"} & {header.casefold() for header in headers} != set()


def read_extract(table: pa.Table, *, name: str, sha256: str, known: Known) -> PublishedRead:
    """Every figure of the extract, and every row that is none with the reason.  Rows count the header as row 1."""
    table = _named(table, name=name)
    count = table.num_rows
    faults = np.zeros(count, dtype=np.int8)
    measures, measure_ok = _looked_up(table["our_indicator"], lambda text: text if text in known.units else None)
    years, year_ok = _looked_up(table["time_period"], year_of, pa.int16())
    areas, area_ok = _areas(table, known)
    value, value_symbol, value_ok = _numbers(table["value"])
    symbol, symbol_ok = _symbols(table["suppression_code"], value_symbol)
    top, _, top_ok = _numbers(table["numerator"])
    bottom, _, bottom_ok = _numbers(table["denominator"])
    value_ok = value_ok & symbol_ok & top_ok & bottom_ok
    has_value, has_symbol = _is_valid(value), _is_valid(symbol)
    unit, _ = _looked_up(table["unit"], lambda text: UNITS.get(text, text))
    wanted, _ = _looked_up(table["our_indicator"], known.units.get)
    is_unit = np.asarray(pc.fill_null(pc.equal(unit, wanted), False))  # pyright: ignore[reportAttributeAccessIssue]
    for place, wrong in (
        (1, ~measure_ok),
        (2, ~area_ok),
        (3, ~year_ok),
        (4, ~value_ok),
        (5, has_value & has_symbol),
        (6, ~has_value & ~has_symbol),
        (7, ~is_unit),
    ):
        faults[(faults == 0) & wrong] = place
    derived, _ = _looked_up(table["value_status"], lambda text: text == "derived", pa.bool_())
    group = pc.fill_null(table["breakdown"].cast(pa.string()), "").combine_chunks()
    key = pa.table({"m": measures, "g": group, "a": areas, "y": years})
    faults[(faults == 0) & _is_again(key, faults == 0)] = 8
    columns = {
        "measure": measures,
        "group": group,
        "area": areas,
        "year": years,
        "value": value,
        "symbol": symbol,
        "unit": unit,
        "numerator": top,
        "denominator": bottom,
        "edition": pc.fill_null(table["source_publication"].cast(pa.string()), "not stated").combine_chunks(),
        "is_derived": pc.fill_null(derived, False),
    }
    whole = pa.Table.from_arrays([columns[field.name] for field in PUBLISHED_SCHEMA], schema=PUBLISHED_SCHEMA)
    sound_rows = whole.filter(pa.array(faults == 0))
    sound_rows = sound_rows.sort_by([(column, "ascending") for column in ("measure", "group", "area", "year")])
    issues = tuple(_issue(name, int(row), int(faults[row])) for row in np.flatnonzero(faults))
    return PublishedRead(
        name, "an extract of published figures", sha256, sound_rows, count, sound_rows.num_rows, issues
    )


_FAULTS = {
    1: ("the measure is not one that purplebook knows", "Update purplebook, or leave the measure out."),
    2: ("the area is not one that purplebook knows", "Only authorities, regions and England are held."),
    3: ("the time_period is not a year", "Write it as 2024 or 202324."),
    4: ("a cell is neither a number nor one of the symbols c, z, x, k, low, u and -", ASK_AGAIN),
    5: ("the row has a value and a symbol at once", "Leave one of them empty."),
    6: ("the row has neither a value nor a symbol", "Give the number, or the symbol published in its place."),
    7: ("the unit is not the measure's", "Give the value in the measure's unit: `purplebook benchmarks` names it."),
    8: ("the row gives a measure for an area and year that an earlier row gives", "Take out one of the two."),
}


def _issue(name: str, row: int, fault: int) -> RowIssue:
    reason, what_to_do = _FAULTS[fault]
    return left_out(name, row + 2, reason=reason, what_to_do=what_to_do)


def _named(table: pa.Table, *, name: str) -> pa.Table:
    """The table with the columns' own names; one that nobody knows stops the file."""
    from difflib import get_close_matches

    own = {other: column for column, others in COLUMNS.items() for other in (column, *others)}
    names = [own.get(header.strip().casefold()) for header in table.column_names]
    odd = [header for header, column in zip(table.column_names, names, strict=True) if column is None]
    if odd:
        phrases = []
        for header in odd[:MOST_NAMED]:
            near = get_close_matches(header.casefold(), list(own), n=NEAREST, cutoff=0.5)
            phrases.append(f"'{header}' (nearest: {' or '.join(near)})" if near else f"'{header}' (nothing is like it)")
        raise BadInputError(
            f"{name} has columns that are not known, so nothing was taken from it. Not known: {', '.join(phrases)}. "
            f"An extract has these: {', '.join(COLUMNS)}."
        )
    twice = sorted({str(column) for column in names if names.count(column) > 1})
    if twice:
        raise BadInputError(f"{name} has two columns for {', '.join(twice)}. Leave one of them out.")
    missing = [column for column in COLUMNS if column not in names and column not in OPTIONAL]
    if missing:
        raise BadInputError(
            f"{name} lacks the column {', '.join(missing)}. An extract has these: {', '.join(COLUMNS)}."
        )
    table = table.rename_columns([str(column) for column in names])
    for place, column in enumerate(table.column_names):
        kind = table.schema.field(column).type
        kind = kind.value_type if pa.types.is_dictionary(kind) else kind
        if not _is_readable(kind):
            raise BadInputError(
                f"{name}: the column {column} holds {kind}. Each column of an extract holds text or numbers: write it "
                "again as one of them."
            )
        table = table.set_column(place, column, table.column(column).cast(kind))
    for column in OPTIONAL:
        if column not in names:
            table = table.append_column(column, pa.nulls(table.num_rows, pa.string()))
    return table


def _is_readable(kind: pa.DataType) -> bool:
    """Whether a column is text, numbers, or empty."""
    types = pa.types
    is_text = types.is_string(kind) or types.is_large_string(kind) or types.is_null(kind)
    return is_text or types.is_integer(kind) or types.is_floating(kind) or types.is_decimal(kind)


def _distinct(column: pa.ChunkedArray) -> tuple[list[Any], np.ndarray]:
    """The different values of a column, and the place of each row's among them; -1 where it is empty."""
    coded = column.combine_chunks().dictionary_encode()
    codes = coded.indices.cast(pa.int64()).fill_null(-1).to_numpy(zero_copy_only=False)
    return coded.dictionary.to_pylist(), codes


def _spread(values: list[Any], codes: np.ndarray, kind: pa.DataType) -> pa.Array:
    """A value for each row; none where the row has no place."""
    return pa.array([*values, None], kind).take(pa.array(np.where(codes < 0, len(values), codes)))


def _looked_up(
    column: pa.ChunkedArray, look_up: Callable[[str], Any], kind: pa.DataType | None = None
) -> tuple[pa.Array, np.ndarray]:
    values, codes = _distinct(column)
    column_made = _spread([look_up(str(value)) for value in values], codes, kind or pa.string())
    return column_made, _is_valid(column_made)


def _areas(table: pa.Table, known: Known) -> tuple[pa.Array, np.ndarray]:
    both = pc.binary_join_element_wise(  # pyright: ignore[reportAttributeAccessIssue]
        table["area_code"].cast(pa.string()), table["area_name"].cast(pa.string()), "\n", null_handling="replace"
    )
    return _looked_up(both, lambda text: known.find_area(*text.split("\n", 1)))


def _numbers(column: pa.ChunkedArray) -> tuple[pa.Array, pa.Array, np.ndarray]:
    """The numbers of a column, the symbols that stand in it, and where it is sound."""
    texts, codes = _distinct(column)
    values: list[Any] = []
    symbols: list[str | None] = []
    sound: list[bool] = []
    for value in texts:
        try:
            # A floating-point number is the decimal that is written for it.
            read = cell(value if isinstance(value, str) else repr(value) if isinstance(value, float) else str(value))
            values.append(read.value)
            symbols.append(read.symbol or None)
            sound.append(True)
        except NotANumber:
            values.append(None)
            symbols.append(None)
            sound.append(False)
    is_sound = np.array([*sound, True], dtype=bool)[codes]
    return _spread(values, codes, NUMBER), _spread(symbols, codes, pa.string()), is_sound


def _symbols(column: pa.ChunkedArray, in_values: pa.Array) -> tuple[pa.Array, np.ndarray]:
    numbers, symbols, is_sound = _numbers(column.cast(pa.string()))
    is_sound = is_sound & ~_is_valid(numbers)
    return pc.coalesce(symbols, in_values), is_sound  # pyright: ignore[reportAttributeAccessIssue]


def _is_valid(column: pa.Array) -> np.ndarray:
    return column.is_valid().to_numpy(zero_copy_only=False)


def _is_again(key: pa.Table, sound: np.ndarray) -> np.ndarray:
    """Which rows have the key of an earlier sound row."""
    rows = np.flatnonzero(sound)
    kept = key.take(pa.array(rows)).append_column("row", pa.array(rows))
    first = kept.group_by(["m", "g", "a", "y"]).aggregate([("row", "min")])["row_min"].to_numpy()
    again = np.zeros(len(sound), dtype=bool)
    again[rows] = True
    again[first] = False
    return again
