"""Finished figures: one row per indicator, period, breakdown and group, held in columns."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

import pyarrow as pa

EVERYONE = "all"
"""The breakdown and the group of a row that counts everyone."""

FIGURE_SCHEMA = pa.schema(
    [
        ("indicator", pa.string()),
        ("edition", pa.int32()),
        ("area", pa.string()),
        ("period", pa.string()),
        ("period_start", pa.date32()),
        ("period_end", pa.date32()),
        ("breakdown", pa.string()),
        ("group", pa.string()),
        ("numerator", pa.int64()),
        ("denominator", pa.int64()),
        ("value", pa.decimal128(18, 2)),
        ("status", pa.string()),
    ]
)
"""`period` is a `Period.key`; `value` is rounded half up to two places; a null value means it cannot be worked out."""


@dataclass(frozen=True)
class Figure:
    """One figure with the whole numbers behind it."""

    indicator: str
    period: str
    breakdown: str
    group: str
    numerator: int
    denominator: int | None
    value: Decimal | None
    status: str


@dataclass(frozen=True)
class Figures:
    """A table of figures (see FIGURE_SCHEMA) of one authority, with the warnings that go with them."""

    table: pa.Table
    warnings: tuple[str, ...] = ()

    def figure(self, indicator: str, period: str, *, breakdown: str = EVERYONE, group: str = EVERYONE) -> Figure | None:
        """The figure of one indicator in the period with this key, or None when it was not computed."""
        return self._index.get((indicator, period, breakdown, group))

    def groups(self, indicator: str, period: str, *, breakdown: str) -> tuple[Figure, ...]:
        """Every group of one breakdown, in the order of the table."""
        return tuple(figure for key, figure in self._index.items() if key[:3] == (indicator, period, breakdown))

    @cached_property
    def _index(self) -> dict[tuple[str, str, str, str], Figure]:
        names = ("indicator", "period", "breakdown", "group", "numerator", "denominator", "value", "status")
        columns = [self.table.column(name).to_pylist() for name in names]
        return {row[:4]: Figure(*row) for row in zip(*columns, strict=True)}
