"""Figures laid out as series: one row for each indicator and group, one column for each month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa

from purplebook.language.indicators import Indicator
from purplebook.language.measures import During, OpenDuring, Shape
from purplebook.language.periods import Period
from purplebook.results.figures import EVERYONE


@dataclass(frozen=True)
class SeriesKey:
    """Whose series it is: an indicator, and the group of a breakdown ("all" for everyone)."""

    indicator: str
    breakdown: str
    group: str


@dataclass(frozen=True)
class SeriesTable:
    """Values, denominators and numerators (NaN where there is none) of many series, series × months."""

    keys: tuple[SeriesKey, ...]
    months: tuple[Period, ...]
    values: np.ndarray
    denominators: np.ndarray
    numerators: np.ndarray

    @cached_property
    def everyone(self) -> Mapping[str, int]:
        """The row of each indicator's series for everyone."""
        return {key.indicator: at for at, key in enumerate(self.keys) if key.breakdown == EVERYONE}

    @cached_property
    def column_of(self) -> Mapping[str, int]:
        """The column of each month by its key."""
        return {period.key: number for number, period in enumerate(self.months)}


def series_table(figures: pa.Table, indicators: Sequence[Indicator], *, months: Sequence[Period]) -> SeriesTable:
    """The monthly series of one authority's figures.

    A group without a row in a month that has a figure for everyone counted nothing there: a count is nought, anything
    that divides has no value.
    """
    place = {period.key: number for number, period in enumerate(months)}
    kept = pa.compute.is_in(figures.column("period"), pa.array(list(place), pa.string()))  # pyright: ignore[reportAttributeAccessIssue]
    rows = figures.filter(kept)
    columns = [rows.column(name).combine_chunks().dictionary_encode() for name in ("indicator", "breakdown", "group")]
    codes = [column.indices.to_numpy().astype(np.int64) for column in columns]
    sizes = [max(len(column.dictionary), 1) for column in columns]
    series = (codes[0] * sizes[1] + codes[1]) * sizes[2] + codes[2]
    different, first, which = np.unique(series, return_index=True, return_inverse=True)
    # In the order of the figures, which is that of the report.
    order = np.argsort(first, kind="stable")
    row_of = np.argsort(order, kind="stable")[which]
    words = [column.dictionary.to_pylist() for column in columns]
    keys = tuple(SeriesKey(*(words[part][codes[part][first[at]]] for part in range(3))) for at in order)
    periods = rows.column("period").combine_chunks().dictionary_encode()
    column_of = np.array([place[key] for key in periods.dictionary.to_pylist()], np.int64)[periods.indices.to_numpy()]
    shape = (len(different), len(months))
    arrays = []
    for name in ("value", "denominator", "numerator"):
        numbers = np.full(shape, np.nan)
        numbers[row_of, column_of] = rows.column(name).cast(pa.float64()).to_numpy(zero_copy_only=False)
        arrays.append(numbers)
    table = SeriesTable(keys, tuple(months), *arrays)
    return _with_noughts(table, indicators)


def _with_noughts(table: SeriesTable, indicators: Sequence[Indicator]) -> SeriesTable:
    counts = {item.id for item in indicators if item.measure.shape in (Shape.COUNT, Shape.SUM)}
    for at, key in enumerate(table.keys):
        if key.breakdown != EVERYONE and key.indicator in counts:
            known = ~np.isnan(table.values[table.everyone[key.indicator]])
            table.values[at, known & np.isnan(table.values[at])] = 0.0
    return table


def is_stock(item: Indicator) -> bool:
    """Whether an indicator is about what is open at a date, most of which was there the month before."""
    return not isinstance(item.measure.top.cohort.clock, During | OpenDuring)
