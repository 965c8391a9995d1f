"""The numbers of many figures by indicator, read from their table once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period
from purplebook.results.figures import Figures

Place = tuple[str, str, str, str]
Numbers = dict[Place, tuple[Any, Any]]
COLUMNS = ("indicator", "area", "period", "breakdown", "group", "numerator", "denominator")


def numbers_counted(
    figures: Figures, indicators: Iterable[Indicator], periods: Iterable[Period]
) -> Mapping[str, Numbers]:
    """Numerator and denominator that are not both nought, by indicator and then area, period, breakdown and group."""
    asked = {period.key for period in periods}
    counted: dict[str, Numbers] = {item.id: {} for item in indicators}
    for name, area, period, breakdown, group, top, bottom in zip(
        *(figures.table.column(column).to_pylist() for column in COLUMNS), strict=True
    ):
        if (top or bottom) and period in asked:
            counted[name][area, period, breakdown, group] = top, bottom
    return counted
