"""Whole columns at once: what is asked of every cell, asked in one call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute

from purplebook.sources.cells import BLANKS

pc: Any = pyarrow.compute
"""Arrow makes these functions while it is imported, so it tells no types."""


def without_blanks(cells: pa.Array) -> pa.Array:
    """The cells without blanks at their ends; null for those of which nothing is left."""
    return cells if cells.null_count == len(cells) else null_for_empty(pc.utf8_trim(cells, characters=BLANKS))


def null_for_empty(texts: pa.Array) -> pa.Array:
    """The texts, null where there is none."""
    is_empty = pc.equal(pc.binary_length(texts), 0)
    return pc.if_else(is_empty, pa.scalar(None, texts.type), texts) if pc.any(is_empty).as_py() else texts


def places_of(chosen: pa.Array) -> tuple[int, ...]:
    """The places, from 0, at which a column of truths says true."""
    return tuple(pc.indices_nonzero(pc.fill_null(chosen, False)).to_pylist())


def count_with_a_null(columns: Sequence[pa.Array]) -> int:
    """How many rows lack one of these cells or several."""
    if not any(column.null_count for column in columns):
        return 0
    is_lacking = pc.is_null(columns[0])
    for column in columns[1:]:
        is_lacking = pc.or_(is_lacking, pc.is_null(column))
    return pc.sum(is_lacking).as_py() or 0


def is_any_not_among(cells: pa.Array, known: pa.Array) -> bool:
    """Whether some cell that is filled is none of the known ones."""
    is_astray = pc.and_not(pc.is_valid(cells), pc.is_in(cells, value_set=known))
    return bool(pc.any(is_astray).as_py())
