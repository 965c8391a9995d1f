"""Figures of periods before the first month that the book takes the records to begin in: not noughts, but not known.

Where a load says from when records are complete, no figure is worked out before that day.  Where it does not, they are
taken to begin in the first month that counts any, in the paper as in the book.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pyarrow as pa

from purplebook.language.periods import PeriodKind, parse_period
from purplebook.results.book.judged import Judged
from purplebook.results.compute import NOT_COVERED
from purplebook.results.figures import Figures
from purplebook.results.supply import Supply

PARTS = ("numerator", "denominator", "value")


def without_uncovered(figures: Figures, judged: Judged, supply: Supply) -> Figures:
    """The figures, of which those before the records begin have no number and say why."""
    begins = _begins(judged, supply)
    if not begins:
        return figures
    table = figures.table
    names, keys = (table.column(name).to_pylist() for name in ("indicator", "period"))
    covered = [name not in begins or _starts(key) >= begins[name] for name, key in zip(names, keys, strict=True)]
    if all(covered):
        return figures
    kept = pa.array(covered)
    for name in (*PARTS, "status"):
        place = table.schema.get_field_index(name)
        field = table.schema.field(place)
        otherwise = pa.scalar(NOT_COVERED if name == "status" else None, field.type)
        column = pa.compute.if_else(kept, table.column(name), otherwise)  # pyright: ignore[reportAttributeAccessIssue]
        table = table.set_column(place, field, column)
    return Figures(table, figures.warnings)


def _begins(judged: Judged, supply: Supply) -> Mapping[str, date]:
    """The first day that the records are taken to cover, of each indicator of which no load says it."""
    begins = {}
    for name, series in judged.of.items():
        first, months = series.asked.covered_from, series.months
        is_said = series.item.measure.top.cohort.table in supply.covers_from
        if not is_said and 0 < first < len(months):
            begins[name] = months[first].first_day
    return begins


def _starts(key: str) -> date:
    period = parse_period(key)
    return period.last_day if period.kind is PeriodKind.DAY else period.first_day
