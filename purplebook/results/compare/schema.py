"""A table of comparisons: each figure beside what it may fairly be held against, or why it may not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

import numpy as np
import pyarrow as pa

PLACES = 2
VALUE = pa.decimal128(18, PLACES)


class Comparator(StrEnum):
    """What a figure is held against; `as published` is the same council's own figure as the Department gives it."""

    PREVIOUS = "previous period"
    LAST_YEAR = "same period last year"
    YEAR_TO_DATE = "year to date, same point last year"
    TARGET = "target"
    AS_PUBLISHED = "as published"
    NEIGHBOURS_MEAN = "statistical neighbours, mean"
    NEIGHBOURS_MEDIAN = "statistical neighbours, median"
    REGION = "region"
    ENGLAND = "England"


COMPARISON_SCHEMA = pa.schema(
    [
        ("indicator", pa.string()),
        ("area", pa.string()),
        ("period", pa.string()),
        ("breakdown", pa.string()),
        ("group", pa.string()),
        ("figure", VALUE),
        ("comparator", pa.string()),
        ("compared_with", pa.string()),
        ("for_period", pa.string()),
        ("value", VALUE),
        ("difference", VALUE),
        ("unit", pa.string()),
        ("source", pa.string()),
        ("edition", pa.string()),
        ("counted", pa.int32()),
        ("among", pa.int32()),
        ("missing", pa.string()),
        ("note", pa.string()),
        ("why_not", pa.string()),
        ("latest_value", VALUE),
        ("latest_for", pa.string()),
    ]
)
"""`value` is there exactly where the comparison is fair, and `why_not` exactly where it is not.

compared_with    who or what, in words: South East, or the neighbours of a council (list of May 2025)
for_period       the period, day or published year that the value is for
difference       the figure less the value
counted, among   of how many neighbours there was a number; `missing` names the others, each with the reason
latest_value     where no year fits, the newest published figure that had ended by then: to be read, not compared
"""


WITHOUT_A_VALUE = ("not supplied", "not covered", "no population", "only by ")
"""How a status begins that says why there is no value."""


def no_value(status: str) -> str:
    """Why a figure has no value, in words."""
    if status == "no population":
        return "no population is known for its date"
    return status if status.startswith(WITHOUT_A_VALUE) else "there was nothing to divide by"


def hundredths(column: pa.ChunkedArray | pa.Array) -> tuple[np.ndarray, np.ndarray]:
    """A column of decimals with two places as whole hundredths, and where it has a value."""
    whole = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    if isinstance(whole, pa.ChunkedArray):
        whole = pa.concat_arrays(whole.chunks) if whole.num_chunks else pa.array([], VALUE)
    known = whole.is_valid().to_numpy(zero_copy_only=False)
    data = whole.buffers()[1]
    if data is None or not len(whole):
        return np.zeros(len(whole), dtype=np.int64), known
    start = whole.offset * 2
    low = np.frombuffer(data, dtype="<i8")[start : start + 2 * len(whole) : 2]
    return np.where(known, low, 0).astype(np.int64), known


def decimals(values: np.ndarray, known: np.ndarray) -> pa.Array:
    """Whole hundredths as decimals, exactly; null where not known."""
    low = values.astype("<i8")
    pairs = np.stack([low, np.where(low < 0, -1, 0)], axis=1).astype("<i8")
    validity = pa.array(np.asarray(known, dtype=bool)).buffers()[1]
    return pa.Array.from_buffers(VALUE, len(low), [validity, pa.py_buffer(pairs.tobytes())])


def labelled(codes: np.ndarray, labels: Sequence[str | None]) -> pa.Array:
    """The label of each code; null where the code is below nought."""
    places = np.where(codes < 0, len(labels), codes)
    return pa.array([*labels, None], pa.string()).take(pa.array(places, pa.int64()))


def piece(figures: pa.Table, rows: np.ndarray, columns: Mapping[str, object]) -> pa.Table:
    """Comparisons of some rows of the figures: a column that is not given is empty, one text stands for every row."""
    chosen = figures.select(["indicator", "area", "period", "breakdown", "group", "value"]).take(
        pa.array(rows, pa.int64())
    )
    arrays = []
    for field in COMPARISON_SCHEMA:
        if field.name == "figure":
            arrays.append(chosen.column("value"))
        elif field.name in chosen.column_names and field.name != "value":
            arrays.append(chosen.column(field.name))
        else:
            content = columns.get(field.name)
            if content is None or isinstance(content, str | int):
                arrays.append(pa.repeat(pa.scalar(content, field.type), len(rows)))
            else:
                arrays.append(content)
    return pa.Table.from_arrays(arrays, schema=COMPARISON_SCHEMA)
