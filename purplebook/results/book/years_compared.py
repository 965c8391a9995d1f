"""The verdict on what has a meaning for years only: a trend over five years, or beside the year before where fewer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import numpy as np

from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape
from purplebook.language.periods import Period
from purplebook.results.compare import unit_of
from purplebook.results.judgement.comparison import Comparator, Number, compare_counts, compare_percentages
from purplebook.results.judgement.verdict import Subject
from purplebook.results.judgement.word import Verdict, Way, Word, way_of
from purplebook.results.judgement.yearly import Trend, trend_of_parts, trend_of_values

WHOLE = (Shape.COUNT, Shape.RATE)
"""Shapes whose figure is a number of events, for which two years can be compared exactly."""

Rows = Mapping[tuple[str, str], Mapping]


def subject_of(item: Indicator, period: Period) -> Subject:
    """How a comparison names an indicator and writes its values."""
    unit = unit_of(item)
    is_whole = item.measure.shape in (Shape.COUNT, Shape.SUM, Shape.DIFFERENCE)
    shown = "%" if unit == "%" else "" if unit == "number" else f" {unit}"
    return Subject(item.title, period.label, item.better, unit=shown, places=0 if is_whole else 1)


def verdict_of_years(item: Indicator, rows: Rows, years: Sequence[Period], *, spread: float = 1.0) -> Verdict:
    """The trend of the years where there are five, else the latest beside the one before it.

    `spread` is how many times more the figure varies than single children would make it.
    """
    latest = years[-1]
    numbers = [_number(rows.get((item.id, year.key)), year) for year in years]
    if numbers[-1].top is None and _value(rows.get((item.id, latest.key))) is None:
        return Verdict(Word.NO_FIGURE, Way.NEITHER, f"There is no figure for {latest.label}.", 1, latest)
    trend = _trend(item, rows, years, numbers, spread)
    if trend is not None:
        return _of_trend(item, trend, years)
    if len(years) < 2:
        return Verdict(Word.TOO_FEW, Way.NEITHER, f"{latest.label}: one year says nothing of change.", 1, latest)
    before, subject = Comparator(years[-2].label, numbers[-2]), subject_of(item, latest)
    if item.measure.shape is Shape.PERCENTAGE:
        compared = compare_percentages(numbers[-1], before, subject, spread=spread)
    elif item.measure.shape in WHOLE:
        compared = compare_counts(numbers[-1], before, subject, per=item.measure.per, spread=spread)
    else:
        why = f"{latest.label}: fewer than five years of it cannot show a trend."
        return Verdict(Word.TOO_FEW, Way.NEITHER, why, 1, latest)
    # The place where it stands names the indicator.
    said = compared.why.removeprefix(f"{subject.name}, ")
    return Verdict(compared.word, compared.way, said[:1].upper() + said[1:], 1, latest)


def _trend(
    item: Indicator, rows: Rows, years: Sequence[Period], numbers: Sequence[Number], spread: float
) -> Trend | None:
    if item.measure.shape is Shape.PERCENTAGE or item.measure.shape in WHOLE:
        top, bottom = (
            np.array([np.nan if part is None else float(part) for part in parts])
            for parts in zip(*((number.top, number.bottom) for number in numbers), strict=True)
        )
        return trend_of_parts(top, bottom, is_share=item.measure.shape is Shape.PERCENTAGE, spread=spread)
    values = [_value(rows.get((item.id, year.key))) for year in years]
    return trend_of_values(np.array([np.nan if value is None else float(value) for value in values]))


def _of_trend(item: Indicator, trend: Trend, years: Sequence[Period]) -> Verdict:
    latest = years[-1]
    if trend.is_higher is None:
        sentence = f"No trend over {trend.years} years to {latest.label} is larger than chance would make."
        return Verdict(Word.NO_SIGN, Way.NEITHER, sentence, 1, latest)
    word = Word.HIGHER if trend.is_higher else Word.LOWER
    moved = "risen" if trend.is_higher else "fallen"
    sentence = f"It has {moved} over {trend.years} years to {latest.label}, by more than chance would make."
    return Verdict(word, way_of(item.better, is_higher=trend.is_higher), sentence, 1, latest)


def _value(row: Mapping | None) -> Decimal | None:
    return None if row is None else row["value"]


def _number(row: Mapping | None, period: Period) -> Number:
    if row is None or row["value"] is None:
        return Number(None, None)
    below = row["denominator"]
    if below is None:
        below = (period.last_day - period.first_day).days + 1
    return Number(row["numerator"], below)
