"""Finished figures: one row per indicator, period, breakdown and group, held in columns."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa

from purplebook.errors import NoDataError
from purplebook.language.indicators import Indicator
from purplebook.results.answer import Answer
from purplebook.results.figure import FIGURE_COLUMNS, Figure
from purplebook.results.readable import grouped_warnings, readable

EVERYONE = "all"
"""The breakdown and the group of a row that counts everyone."""
MOST_NAMED = 20
"""Authorities that a message names one by one."""

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


@dataclass(frozen=True, repr=False)
class Figures(Answer):
    """A table of figures (see FIGURE_SCHEMA) of one authority or several, with the warnings that go with them.

    `indicators` are the declarations of what was worked out, where known; `snapshot_id` says of which records,
    `held` whose those are, asked for or not, and `notes` what the figures lean on beside them.
    """

    table: pa.Table
    warnings: tuple[str, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    snapshot_id: str = ""
    held: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def figure(
        self,
        indicator: str,
        period: str,
        *,
        breakdown: str = EVERYONE,
        group: str = EVERYONE,
        authority: str | None = None,
    ) -> Figure | None:
        """The figure of one indicator in the period with this key, or None when it was not computed.

        Where it was worked out for several authorities, `authority` says whose is meant; a NoDataError names them.
        """
        by_authority = self._index.get((indicator, period, breakdown, group), {})
        if authority is None:
            self._require_one(by_authority, indicator)
        row = next(iter(by_authority.values()), None) if authority is None else by_authority.get(authority)
        return None if row is None else self._at(row)

    def groups(
        self, indicator: str, period: str, *, breakdown: str, authority: str | None = None
    ) -> tuple[Figure, ...]:
        """Every group of one breakdown, in the order of the table; of one authority, as for `figure`."""
        wanted = [
            self._at(row)
            for key, areas in self._index.items()
            if key[:3] == (indicator, period, breakdown)
            for area, row in areas.items()
            if authority in (None, area)
        ]
        self._require_one(dict.fromkeys(figure.area for figure in wanted), indicator)
        return tuple(wanted)

    @property
    def title(self) -> str:
        """Whose records these figures are of."""
        return f"Figures of {self.snapshot_id}" if self.snapshot_id else "Figures"

    def readable(self) -> pa.Table:
        """The table with labels before its codes and counts as whole numbers, for people."""
        return readable(self.table, self.indicators)

    def grouped_warnings(self) -> tuple[str, ...]:
        """The warnings, those that lack the same records in one line."""
        return tuple(grouped_warnings(self.warnings, self.indicators))

    def _notes(self) -> Sequence[str]:
        return (*self.grouped_warnings(), *self.notes)

    def _require_one(self, areas: Collection[str], indicator: str) -> None:
        if len(areas) > 1:
            listed = ", ".join(list(areas)[:MOST_NAMED]) + (" …" if len(areas) > MOST_NAMED else "")
            raise NoDataError(
                f"There is a figure of {indicator} for each of {len(areas)} authorities. Say whose is meant: "
                f'authority="{next(iter(areas))}". There are: {listed}.'
            )

    @cached_property
    def _index(self) -> dict[tuple[str, str, str, str], dict[str, int]]:
        """Where in the table the figures are, by indicator, period, breakdown and group, and then by authority."""
        names = ("area", "indicator", "period", "breakdown", "group")
        areas, *keys = (self.table.column(name).to_pylist() for name in names)
        rows: dict[tuple[str, str, str, str], dict[str, int]] = {}
        for row, (area, key) in enumerate(zip(areas, zip(*keys, strict=True), strict=True)):
            rows.setdefault(key, {})[area] = row
        return rows

    @cached_property
    def _made(self) -> dict[int, Figure]:
        """The figures asked for so far, by their row: most of a table's are never asked for one by one."""
        return {}

    def _at(self, row: int) -> Figure:
        if row not in self._made:
            self._made[row] = Figure(*(self.table.column(name)[row].as_py() for name in FIGURE_COLUMNS))
        return self._made[row]
