"""Every monthly series beside its own usual range, and the verdict on the latest month of each indicator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape
from purplebook.language.periods import Period
from purplebook.results.book.series import SeriesTable, is_stock
from purplebook.results.compare import unit_of
from purplebook.results.judgement.baselines import NewBaseline, baseline_of, phases
from purplebook.results.judgement.bounds import bounds_of
from purplebook.results.judgement.control_chart import Chart, control_charts
from purplebook.results.judgement.own_history import judge_month, why_no_limits
from purplebook.results.judgement.rules import RULES
from purplebook.results.judgement.variation import Variation, variation
from purplebook.results.judgement.verdict import Subject, Verdict
from purplebook.results.lateness import Lateness, ToCome, counted_total

MATERIAL = 0.02
"""A month is still filling up when what may yet come is one in fifty of what is there, or more."""

JUDGED_SCHEMA = pa.schema(
    [
        ("indicator", pa.string()),
        ("breakdown", pa.string()),
        ("group", pa.string()),
        ("period", pa.string()),
        ("value", pa.float64()),
        ("mean", pa.float64()),
        ("lower", pa.float64()),
        ("upper", pa.float64()),
        ("variation", pa.string()),
        ("rules", pa.string()),
        ("still_to_come", pa.int64()),
        ("come_low", pa.int64()),
        ("come_high", pa.int64()),
        ("why_no_limits", pa.string()),
    ]
)
"""One row for each month of each series; limits are rounded half up to two places, null where there are none."""


@dataclass(frozen=True)
class Judged:
    """The charts of all series, in the order of `series.keys`, with what is still to come of each month."""

    series: SeriesTable
    chart: Chart
    variations: np.ndarray
    to_come: Mapping[tuple[str, str], ToCome]
    baselines: Mapping[str, tuple[NewBaseline, ...]]
    not_known: frozenset[str] = frozenset()
    """Counts whose newest month was seen when new, and of which nobody has learnt how late their records come."""

    def place(self, indicator: str) -> int | None:
        """The row of an indicator's series for everyone."""
        return self.series.everyone.get(indicator)


def judge_all(
    series: SeriesTable,
    indicators: Sequence[Indicator],
    *,
    lateness: Lateness,
    baselines: Mapping[str, tuple[NewBaseline, ...]],
    is_newest_month_new: bool = False,
) -> Judged:
    """Draw the control chart of every series; late months never make limits and are never called a fall."""
    by_id = {item.id: item for item in indicators}
    items = [by_id[key.indicator] for key in series.keys]
    starts = [period.first_day for period in series.months]
    bounds = np.array([bounds_of(item.measure.shape) for item in items]).reshape(len(items), 2)
    known = _everyone_in(series, lateness.to_come)
    to_come = {place: rise for place, rise in lateness.to_come.items() if _is_material(rise, known.get(place))}
    immature = np.zeros(series.values.shape, bool)
    rows_of: dict[str, list[int]] = {}
    for at, key in enumerate(series.keys):
        rows_of.setdefault(key.indicator, []).append(at)
    for name, key in to_come:
        immature[rows_of[name], series.column_of[key]] = True
    not_known = _not_known(indicators, lateness) if is_newest_month_new else frozenset()
    for name in not_known & rows_of.keys():
        immature[rows_of[name], -1] = True
    phase_of = {item.id: phases(starts, baselines.get(item.id, ())) for item in indicators}
    phase = np.array([phase_of[item.id] for item in items]).reshape(series.values.shape)
    chart = control_charts(
        series.values,
        phases=phase,
        immature=immature,
        immature_may_fall=np.array([item.measure.shape is not Shape.COUNT for item in items], bool),
        floor=bounds[:, 0],
        ceiling=bounds[:, 1],
    )
    better = np.array([item.better for item in items], object)
    return Judged(series, chart, variation(chart, better), to_come, baselines, not_known)


def _not_known(indicators: Sequence[Indicator], lateness: Lateness) -> frozenset[str]:
    return frozenset(
        item.id
        for item in indicators
        if item.measure.shape is Shape.COUNT
        and counted_total(item) is not None
        and (item.id not in lateness.delays or lateness.delays[item.id].why_not)
    )


def _everyone_in(series: SeriesTable, places: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], float]:
    """What is there of some indicators and months for everyone: the count, or what a percentage is of."""
    counts = {}
    for name, key in places:
        if name in series.everyone and key in series.column_of:
            at = series.everyone[name], series.column_of[key]
            below = series.denominators[at]
            counts[name, key] = float(series.values[at] if np.isnan(below) else below)
    return counts


def _is_material(rise: ToCome, count: float | None) -> bool:
    return not rise.is_final and count is not None and not np.isnan(count) and rise.high >= MATERIAL * count


def verdict_on(judged: Judged, item: Indicator, *, month: Period) -> Verdict | None:
    """What one month of an indicator is, measured by its own history; None where it has no monthly series."""
    at = judged.place(item.id)
    if at is None or item.only_for:
        return None
    number = judged.series.column_of[month.key]
    below = judged.series.denominators[at, number]
    subject = subject_of(item, month)
    return judge_month(
        judged.chart,
        at,
        number,
        subject,
        started=baseline_of(month.first_day, judged.baselines.get(item.id, ())),
        denominator=None if np.isnan(below) or item.measure.shape is not Shape.PERCENTAGE else int(below),
        is_count=item.measure.shape is Shape.COUNT,
        is_stock=is_stock(item),
        is_lateness_known=item.id not in judged.not_known,
    )


def subject_of(item: Indicator, period: Period) -> Subject:
    """How a verdict names an indicator and writes its values."""
    unit = unit_of(item)
    is_whole = item.measure.shape in (Shape.COUNT, Shape.SUM, Shape.DIFFERENCE)
    shown = "%" if unit == "%" else "" if unit == "number" else f" {unit}"
    return Subject(item.title, period.label, item.better, unit=shown, places=0 if is_whole else 1)


def judged_table(judged: Judged) -> pa.Table:
    """Every point of every series as rows (see JUDGED_SCHEMA), in the order of the report."""
    series, chart = judged.series, judged.chart
    count, months = series.values.shape
    has_value = ~np.isnan(series.values)
    keep = np.flatnonzero(has_value.ravel())
    row, column = keep // months, keep % months
    names = {part: [getattr(key, part) for key in series.keys] for part in ("indicator", "breakdown", "group")}
    words = [Variation(number).words for number in Variation]
    marks = chart.signals.high | chart.signals.low
    rules = [
        "; ".join(str(rule) for number, rule in enumerate(RULES) if bits >> number & 1)
        for bits in range(1 << len(RULES))
    ]
    bits = np.zeros((count, months), np.int64)
    for number in range(len(RULES)):
        bits |= marks[number].astype(np.int64) << number
    come = np.full((3, count, months), -1, np.int64)
    for (name, key), rise in judged.to_come.items():
        come[:, series.everyone[name], series.column_of[key]] = rise.expected, rise.low, rise.high
    reasons, reason = _reasons(judged, has_value)

    def taken(labels: Sequence[str | None], codes: np.ndarray) -> pa.Array:
        return pa.array(labels, pa.string()).take(pa.array(codes, pa.int64()))

    def number_or_null(values: np.ndarray) -> pa.Array:
        flat = values.ravel()[keep]
        return pa.array(flat, mask=np.isnan(flat))

    def whole_or_null(values: np.ndarray) -> pa.Array:
        flat = values.ravel()[keep]
        return pa.array(flat, pa.int64(), mask=flat < 0)

    return pa.Table.from_arrays(
        [
            taken(names["indicator"], row),
            taken(names["breakdown"], row),
            taken(names["group"], row),
            taken([period.key for period in series.months], column),
            number_or_null(series.values),
            number_or_null(chart.mean),
            number_or_null(chart.lower),
            number_or_null(chart.upper),
            taken(words, judged.variations.ravel()[keep].astype(np.int64)),
            taken(rules, bits.ravel()[keep]),
            whole_or_null(come[0]),
            whole_or_null(come[1]),
            whole_or_null(come[2]),
            taken(reasons, reason.ravel()[keep]),
        ],
        schema=JUDGED_SCHEMA,
    )


def _reasons(judged: Judged, has_value: np.ndarray) -> tuple[list[str | None], np.ndarray]:
    """Why months have no limits in words, each once and none first, and the place of each month's among them.

    The words hang on the fault, the number of points and the baseline, so they are made once for all that share these.
    """
    series, chart = judged.series, judged.chart
    starts = [period.first_day for period in series.months]
    owners = {name: number for number, name in enumerate(judged.baselines, start=1)}
    owner = np.array([owners.get(key.indicator, 0) for key in series.keys], np.int64)
    phase_of = [
        np.zeros(len(starts), np.int64),
        *(phases(starts, baselines) for baselines in judged.baselines.values()),
    ]
    alike = np.stack(
        [np.broadcast_to(owner[:, None], has_value.shape), np.array(phase_of)[owner], chart.no_limits, chart.points]
    )
    rows, columns = np.nonzero((chart.no_limits != 0) & has_value)
    reason = np.zeros(has_value.shape, np.int64)
    reasons: list[str | None] = [None]
    if len(rows):
        sizes = alike.max(axis=(1, 2)).astype(np.int64) + 1
        code = np.ravel_multi_index(tuple(alike[:, rows, columns].astype(np.int64)), tuple(sizes))
        _, first, which = np.unique(code, return_index=True, return_inverse=True)
        for at in first:
            row, month = int(rows[at]), int(columns[at])
            started = judged.baselines.get(series.keys[row].indicator, ())
            reasons.append(why_no_limits(chart, row, month, started=baseline_of(starts[month], started)))
        reason[rows, columns] = which + 1
    return reasons, reason
