"""Figures against what is published of the council itself, its statistical neighbours, its region and England.

A comparison is fair where the published measure counts the same, in the same unit, for the same day or twelve months.
A number is held only against the council's own published number, for elsewhere it tells how many children live there.
Anything else gets the reason in words, and the newest published figure that had ended by then, to be read and not
compared.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa

from purplebook.definitions.reference import PublishedMeasure, PublishedMeasures
from purplebook.results.compare.earlier_periods import Coded, numbered
from purplebook.results.compare.published import Published
from purplebook.results.compare.schema import VALUE, Comparator, decimals, hundredths, labelled, no_value, piece

PUBLISHED = "published statistics"
NUMBER = "number"
A_NUMBER = "a number depends on how many children live there, so only rates and percentages are compared"
OTHERS = (Comparator.NEIGHBOURS_MEAN, Comparator.NEIGHBOURS_MEDIAN, Comparator.REGION, Comparator.ENGLAND)
COMPARATORS = (Comparator.AS_PUBLISHED, *OTHERS)


@dataclass(frozen=True)
class Setting:
    """What the comparisons are made with: whom each area stands for, and why some indicators are not national."""

    published: Published
    measures: PublishedMeasures
    stands_for: Mapping[str, str]
    not_national: Mapping[str, str]

    @cached_property
    def reasons(self) -> tuple[tuple[str, str], ...]:
        """Why each measure that has no indicator has none."""
        return tuple((measure.title, measure.why_not) for measure in self.measures.items if measure.why_not)

    def why_none(self, indicator: str) -> str:
        """Why nothing published is compared with an indicator, and what the nearest measure counts if that is said."""
        mentioned = re.compile(rf"\b{re.escape(indicator)}\b(?!-)")
        near = next((f" ({title}: {why})" for title, why in self.reasons if mentioned.search(why)), "")
        return f"nothing is published that counts the same{near}"


def against_published(
    figures: pa.Table,
    known: Coded,
    *,
    setting: Setting,
    indicator: np.ndarray,
    names: Sequence[str],
    units: Sequence[str],
) -> list[pa.Table]:
    """Every figure of everyone, and of the groups that are published too, against each comparator."""
    mapped = {(item.indicator, item.breakdown) for item in setting.measures.items if item.indicator is not None}
    unmapped = np.array([name not in {indicator_id for indicator_id, _ in mapped} for name in names], dtype=bool)
    comparisons = _bare(
        figures, np.flatnonzero(known.is_everyone & unmapped[indicator]), setting, indicator, names, units
    )
    rows = np.flatnonzero(
        _may_be_published(figures, indicator, names, mapped) | (known.is_everyone & ~unmapped[indicator])
    )
    if not len(rows):
        return comparisons
    chosen = pa.array(rows, pa.int64())
    area, breakdown, group = (figures.column(name).take(chosen).to_pylist() for name in ("area", "breakdown", "group"))
    at = [int(place) for place in indicator[rows]]
    published = [
        setting.measures.compared_with(names[place], breakdown=b, group=g)
        for place, b, g in zip(at, breakdown, group, strict=True)
    ]
    compared = [
        place for place, measure in enumerate(published) if measure is not None or known.is_everyone[rows[place]]
    ]
    rows, at = rows[np.array(compared, dtype=np.int64)], [at[place] for place in compared]
    measures = [published[place] for place in compared]
    stands = [setting.stands_for.get(area[place], area[place]) for place in compared]
    value, has_value = hundredths(figures.column("value"))
    status = figures.column("status").take(pa.array(rows, pa.int64())).to_pylist()
    for comparator in COMPARATORS:
        lines = [
            _line(
                comparator,
                measure,
                stand,
                known=known,
                row=int(row),
                unit=units[place],
                name=names[place],
                no_figure=None if has_value[row] else text,
                setting=setting,
            )
            for row, place, measure, stand, text in zip(rows, at, measures, stands, status, strict=True)
        ]
        comparisons.append(_piece(figures, rows, comparator, lines, value))
    return comparisons


def _bare(
    figures: pa.Table,
    rows: np.ndarray,
    setting: Setting,
    indicator: np.ndarray,
    names: Sequence[str],
    units: Sequence[str],
) -> list[pa.Table]:
    """The rows of indicators that nothing published counts as they do, each with the reason."""
    if not len(rows):
        return []
    reasons = labelled(indicator[rows], [setting.why_none(name) for name in names])
    unit = labelled(indicator[rows], units)
    return [
        piece(figures, rows, {"comparator": comparator.value, "unit": unit, "source": PUBLISHED, "why_not": reasons})
        for comparator in COMPARATORS
    ]


def _may_be_published(
    figures: pa.Table, indicator: np.ndarray, names: Sequence[str], mapped: Collection[tuple[str, str]]
) -> np.ndarray:
    """Which rows are of an indicator and breakdown of which something is published."""
    breakdown, kinds = numbered(figures.column("breakdown"))
    pairs = [
        place * len(kinds) + kinds.index(kind)
        for place, name in enumerate(names)
        for indicator_id, kind in mapped
        if indicator_id == name and kind in kinds
    ]
    return np.isin(indicator * len(kinds) + breakdown, np.array(pairs, dtype=np.int64))


def _line(
    comparator: Comparator,
    measure: PublishedMeasure | None,
    area: str,
    *,
    known: Coded,
    row: int,
    unit: str,
    name: str,
    no_figure: str | None,
    setting: Setting,
) -> dict[str, Any]:
    """One comparison as a dictionary; what is left out is empty."""
    if measure is None:
        return {"unit": unit, "why_not": f"{name} is published by group only: divide it to compare"}
    period = known.periods[known.period[row]]
    who = setting.published.who(comparator, area)
    line: dict[str, Any] = {"unit": measure.unit, "compared_with": who}
    if who is None:
        return line | {"why_not": setting.published.why_nobody(comparator, area)}
    if name in setting.not_national:
        return line | {"why_not": setting.not_national[name]}
    if measure.unit != unit:
        return line | {"why_not": f"its unit is {measure.unit}, and that of this figure is {unit}"}
    year = measure.when.year_of(period.first_day, period.last_day)
    if year is None:
        newest, newest_for = setting.published.latest(
            comparator, measure, area, measure.when.latest_by(period.last_day)
        )
        kind = "at" if measure.when.is_a_day else "for the"
        words = measure.when.value.removeprefix("at ")
        return line | {
            "why_not": f"published only {kind} {words}, and this figure is for {period.label}",
            "latest_value": newest,
            "latest_for": newest_for,
        }
    answer = setting.published.ask(comparator, measure, area, year)
    if measure.unit == NUMBER and comparator in OTHERS:
        return line | {
            "why_not": A_NUMBER,
            "latest_value": answer.value,
            "latest_for": None if answer.value is None else measure.when.label(year),
        }
    line |= {
        "for_period": measure.when.label(year),
        "edition": answer.edition or None,
        "note": "; ".join(filter(None, (answer.note, setting.published.is_newer(comparator, period.last_day)))) or None,
        "counted": answer.counted,
        "among": answer.among,
        "missing": answer.missing,
        "why_not": answer.why_not,
    }
    if answer.value is None:
        newest, newest_for = setting.published.latest(comparator, measure, area, year)
        return line | {"latest_value": newest, "latest_for": newest_for}
    if no_figure is not None:
        return line | {
            "why_not": f"there is no figure to compare: {no_value(no_figure)}",
            "latest_value": answer.value,
            "latest_for": measure.when.label(year),
        }
    return line | {"value": answer.value}


TEXTS = ("compared_with", "for_period", "unit", "edition", "missing", "note", "why_not", "latest_for")


def _piece(
    figures: pa.Table, rows: np.ndarray, comparator: Comparator, lines: Sequence[dict[str, Any]], value: np.ndarray
) -> pa.Table:
    theirs = pa.array([line.get("value") for line in lines], VALUE)
    amount, fair = hundredths(theirs)
    columns: dict[str, object] = {name: pa.array([line.get(name) for line in lines], pa.string()) for name in TEXTS}
    columns |= {name: pa.array([line.get(name) for line in lines], pa.int32()) for name in ("counted", "among")}
    columns |= {
        "comparator": comparator.value,
        "source": PUBLISHED,
        "value": theirs,
        "difference": decimals(value[rows] - amount, fair),
        "latest_value": pa.array([line.get("latest_value") for line in lines], VALUE),
    }
    return piece(figures, rows, columns)
