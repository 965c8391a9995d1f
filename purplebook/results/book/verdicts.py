"""One line for each indicator: its latest figure, the verdict on it, and what it is held against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import pyarrow as pa

from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape
from purplebook.language.periods import Period, PeriodKind
from purplebook.results.book.judged import Judged, subject_of, verdict_on
from purplebook.results.book.months_of_book import BookPeriods
from purplebook.results.figures import EVERYONE
from purplebook.results.judgement.comparison import Comparator, Number, compare_counts, compare_percentages
from purplebook.results.judgement.intervals import poisson_rate, wilson
from purplebook.results.judgement.verdict import Evidence, Verdict, Word
from purplebook.results.lateness import ToCome

WHOLE = (Shape.COUNT, Shape.RATE)
"""Shapes whose figure is a number of events, for which two years can be compared exactly."""


@dataclass(frozen=True)
class Line:
    """An indicator's latest figure with its verdict; `to_come` where its month is still filling up.

    `interval` holds what a percentage (Wilson) or a rate (exact Poisson) may come to by chance, 95% sure.
    """

    indicator: Indicator
    period: Period
    numerator: int | None
    denominator: int | None
    value: Decimal | None
    status: str
    verdict: Verdict
    to_come: ToCome | None
    interval: tuple[float, float] | None = None


def lines_of(
    figures: pa.Table, indicators: Sequence[Indicator], *, periods: BookPeriods, judged: Judged
) -> tuple[Line, ...]:
    """The latest month of each indicator, or the latest year of one that has a meaning for years only."""
    rows = {(row["indicator"], row["period"]): row for row in _headlines(figures)}
    return tuple(_line(item, rows, periods, judged) for item in indicators)


def _headlines(figures: pa.Table) -> list[Mapping]:
    everyone = pa.compute.equal(figures.column("breakdown"), EVERYONE)  # pyright: ignore[reportAttributeAccessIssue]
    names = ["indicator", "period", "numerator", "denominator", "value", "status"]
    return figures.filter(everyone).select(names).to_pylist()


def _line(item: Indicator, rows: Mapping[tuple[str, str], Mapping], periods: BookPeriods, judged: Judged) -> Line:
    if item.only_for and PeriodKind.MONTH not in item.only_for:
        years = periods.of(PeriodKind.YEAR)
        latest, before = (years[-1] if years else periods.months[-1]), (years[-2] if len(years) > 1 else None)
        verdict = _of_years(item, rows, latest, before)
    else:
        latest = periods.months[-1]
        verdict = verdict_on(judged, item, month=latest) or Verdict(
            Word.NO_VERDICT, f"{item.title}: there is no figure for {latest.label}.", Evidence.NOTHING, is_final=True
        )
    row = rows.get((item.id, latest.key))
    return Line(
        indicator=item,
        period=latest,
        numerator=None if row is None else row["numerator"],
        denominator=None if row is None else row["denominator"],
        value=None if row is None else row["value"],
        status="not worked out" if row is None else row["status"],
        verdict=verdict,
        to_come=judged.to_come.get((item.id, latest.key)),
        interval=None if row is None or row["value"] is None else _interval(item, row["numerator"], row["denominator"]),
    )


def _interval(item: Indicator, top: int | None, bottom: int | None) -> tuple[float, float] | None:
    if top is None or not bottom:
        return None
    parts = np.array([top]), np.array([bottom])
    if item.measure.shape is Shape.PERCENTAGE:
        ends = wilson(*parts)
    elif item.measure.shape is Shape.RATE:
        ends = poisson_rate(*parts, per=item.measure.per)
    else:
        return None
    rounded = ends.rounded(places=1)
    return float(rounded.lower[0]), float(rounded.upper[0])


def _of_years(
    item: Indicator, rows: Mapping[tuple[str, str], Mapping], latest: Period, before: Period | None
) -> Verdict:
    subject = subject_of(item, latest)
    if before is None:
        return Verdict(
            Word.TOO_SMALL, f"{item.title}, {latest.label}: one year says nothing of change.", Evidence.NOTHING
        )
    now, year_before = (_number(item, rows.get((item.id, period.key)), period) for period in (latest, before))
    if item.measure.shape is Shape.PERCENTAGE:
        return compare_percentages(now, Comparator(before.label, year_before), subject)
    if item.measure.shape in WHOLE:
        return compare_counts(now, Comparator(before.label, year_before), subject, per=item.measure.per)
    why = f"{item.title}, {latest.label}: an average of {before.label} has no interval here to be compared by."
    return Verdict(Word.NO_VERDICT, why, Evidence.NOTHING)


def _number(item: Indicator, row: Mapping | None, period: Period) -> Number:
    if row is None or row["value"] is None:
        return Number(None, None)
    below = row["denominator"]
    if below is None:
        below = (period.last_day - period.first_day).days + 1
    return Number(row["numerator"], below)
