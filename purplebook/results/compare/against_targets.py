"""Figures against the targets that applied on the last day of their period."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from purplebook.definitions.reference import Target
from purplebook.results.compare.earlier_periods import Coded
from purplebook.results.compare.schema import PLACES, Comparator, decimals, hundredths, labelled, no_value, piece
from purplebook.results.printed.with_units import exact_text
from purplebook.results.values import half_up


def against_targets(
    figures: pa.Table,
    known: Coded,
    *,
    targets: Sequence[Target],
    indicator: np.ndarray,
    names: Sequence[str],
    units: Sequence[str],
) -> list[pa.Table]:
    """Every figure of everyone against its target; one whose indicator has none gets no row.

    `indicator` is the place of each row's indicator in `names`, and `units` the unit of each.
    """
    value, has_value = hundredths(figures.column("value"))
    status = figures.column("status").to_pylist() if targets else []
    comparisons = []
    for target in targets:
        if target.indicator not in names:
            continue
        at = names.index(target.indicator)
        applies = np.array([target.applies(period.kind, period.last_day) for period in known.periods], dtype=bool)
        rows = np.flatnonzero((indicator == at) & known.is_everyone)
        rows = rows[applies[known.period[rows]]]
        if not len(rows):
            continue
        is_same_unit = target.unit == units[at]
        fair = has_value[rows] & is_same_unit
        wanted = int(half_up(target.value, PLACES).scaleb(PLACES))
        reasons = [
            f"its unit is {target.unit}, and that of this figure is {units[at]}"
            if not is_same_unit
            else f"there is no figure to compare: {no_value(status[row])}"
            for row in rows
        ]
        comparisons.append(
            piece(
                figures,
                rows,
                {
                    "comparator": Comparator.TARGET.value,
                    "compared_with": f"{target.direction} {exact_text(target.value)}"
                    + (f", the target of {target.partner}" if target.partner else ""),
                    "for_period": f"since {target.since}" + (f" until {target.until}" if target.until else ""),
                    "value": decimals(np.full(len(rows), wanted), fair),
                    "difference": decimals(value[rows] - wanted, fair),
                    "unit": target.unit,
                    "source": target.source,
                    "why_not": labelled(np.where(fair, -1, np.arange(len(rows))), reasons),
                },
            )
        )
    return comparisons
