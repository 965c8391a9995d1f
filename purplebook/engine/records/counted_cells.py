"""Counts, column by column, the rows that a column can be told of, and those of them whose cell says nothing.

Counted on whole columns: every figure has its marks, and to open a database for them would take longer than to count.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from purplebook.engine.records.empty_cells import EmptyCells, supplied_tables
from purplebook.store import Snapshot
from purplebook.store.whole_parquet import read_whole
from purplebook.tables import Column, Table
from purplebook.tables.codes.unknown import UNKNOWN_CODES
from purplebook.tables.schema import CODES, TEXT, Where

Mask = Any
"""True or false of each row of a part of a table, as an array of Arrow's or of numpy's."""


def counted_empty(
    snapshot: Snapshot, *, only: Collection[tuple[str, str]] | None = None
) -> dict[tuple[str, str], EmptyCells]:
    """What `count_empty` promises, out of the records themselves."""
    with snapshot.reading():
        return {
            (table.name, name): counts
            for table in supplied_tables(snapshot)
            for name, counts in _of_table(snapshot, table, only).items()
        }


def _of_table(snapshot: Snapshot, table: Table, only: Collection[tuple[str, str]] | None) -> dict[str, EmptyCells]:
    asked = [column for column in table.columns if only is None or (table.name, column.name) in only]
    # An older purplebook may have written fewer columns.
    stored = snapshot.stored_columns(table.name) if asked else ()
    columns = [column for column in asked if column.name in stored]
    wanted = {where.column for column in columns for where in column.applies} & set(stored)
    wanted |= {column.name for column in columns}
    counts = dict.fromkeys((column.name for column in columns), EmptyCells(0, 0, 0, 0))
    for path in snapshot.table_paths(table.name) if columns else ():
        part = read_whole(path, columns=sorted(wanted))
        for column in columns:
            counts[column.name] += _counts(part, column)
    return counts


def counts_of(table: Table, columns: Mapping[str, pa.ChunkedArray]) -> dict[str, EmptyCells]:
    """The counts of some rows of a table, for each column that is given."""
    plain = {
        name: cells.cast(pa.string()) if pa.types.is_dictionary(cells.type) else cells
        for name, cells in columns.items()
    }
    return {name: _counts(pa.table(plain), table.column(name)) for name in columns}


def _counts(part: pa.Table, column: Column) -> EmptyCells:
    cells = part.column(column.name)
    masks = [_applies(part, column), _missing(cells, column), _unknown(cells, column)]
    applies, missing, unknown = (np.asarray(mask, dtype=bool) for mask in masks)
    rows = int(applies.sum())
    return EmptyCells(rows, part.num_rows - rows, int((applies & missing).sum()), int((applies & unknown).sum()))


def _applies(part: pa.Table, column: Column) -> np.ndarray:
    """Of which rows it can be told: all of its conditions hold that the columns can answer."""
    holds = np.ones(part.num_rows, dtype=bool)
    for where in column.applies:
        if where.column in part.column_names:
            holds &= np.asarray(_condition(part.column(where.column), where), dtype=bool)
    return holds


def _condition(cells: pa.ChunkedArray, where: Where) -> Mask:
    if where.is_filled is not None:
        return cells.is_valid() if where.is_filled else cells.is_null()
    is_named = _is_in(cells.cast(pa.string()), where.among or where.not_among)
    # Where the other cell is empty nobody knows, so the condition is taken to be met.
    return (is_named if where.among else ~is_named) | np.asarray(cells.is_null())


def _missing(cells: pa.ChunkedArray, column: Column) -> Mask:
    if column.kind == CODES:
        return pc.fill_null(pc.equal(pc.list_value_length(cells), 0), True)  # pyright: ignore[reportAttributeAccessIssue]
    if column.kind == TEXT:
        blank = pc.equal(pc.utf8_trim(cells, characters=" "), "")  # pyright: ignore[reportAttributeAccessIssue]
        return pc.fill_null(blank, True)
    return cells.is_null()


def _unknown(cells: pa.ChunkedArray, column: Column) -> Mask:
    codes = UNKNOWN_CODES.get(column.code_set or "", ())
    if not codes or column.kind != CODES:
        return _is_in(cells, codes) if codes else np.zeros(len(cells), dtype=bool)
    # One of the codes of a cell is enough.
    places = np.asarray(pc.list_parent_indices(cells))  # pyright: ignore[reportAttributeAccessIssue]
    said = _is_in(pc.list_flatten(cells), codes)  # pyright: ignore[reportAttributeAccessIssue]
    return np.isin(np.arange(len(cells)), places[said])


def _is_in(cells: pa.ChunkedArray, values: Sequence[str]) -> np.ndarray:
    named = pa.array(values, pa.string())
    return np.asarray(pc.is_in(cells, value_set=named))  # pyright: ignore[reportAttributeAccessIssue]
