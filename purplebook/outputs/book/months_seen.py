"""From a book's judgement to what a reader sees of each indicator, month by month."""

from __future__ import annotations

import math

import numpy as np

from purplebook.language.measures import Shape
from purplebook.outputs.book.seen import Seen, SeenMonth
from purplebook.results.book.arrivals import Arrivals, arrivals_of
from purplebook.results.book.make import Book
from purplebook.results.book.verdicts import Line
from purplebook.results.judgement.baselines import baseline_of
from purplebook.results.judgement.judge import JudgedMonth
from purplebook.results.judgement.kind import Kind
from purplebook.results.printed.verdict_words import SeriesInWords
from purplebook.results.values import each_adds


def seen_of(book: Book, line: Line) -> Seen:
    """What is seen of an indicator; no months where it has a meaning for years only."""
    item = line.indicator
    series = book.judged.of.get(item.id)
    if series is None:
        return Seen(item, (), None)
    judged = series.judged
    to_units = _to_units(book, series)
    flows = _flows(series)
    months = tuple(_month(book, series, place, float(to_units[place]), flows) for place in range(len(series.months)))
    return Seen(
        item,
        months,
        book.judged.newest(item.id) if series.asked.judged_to >= 0 else None,
        starts=_starts(book, series),
        offered=judged.offers_baseline,
        usual_months=None
        if judged.baseline is None
        else (series.months[judged.baseline[0]], series.months[judged.baseline[1]]),
        usual=_usual(series, to_units),
        knows_families=judged.has_families,
    )


def _month(book: Book, series: SeriesInWords, place: int, to_units: float, flows: Arrivals | None) -> SeenMonth:
    asked, judged, period = series.asked, series.judged.months[place], series.months[place]
    low, usual, high = (None if end is None or math.isnan(to_units) else end * to_units for end in _alone(judged))
    covered = place > asked.covered_from
    return SeenMonth(
        period,
        _known(asked.value[place]),
        _whole(asked.top[place]),
        None if asked.bottom is None else _whole(asked.bottom[place]),
        book.judged.verdict(series.item.id, place),
        is_higher=judged.is_higher,
        low=low,
        high=high,
        usual=usual,
        to_come=book.judged.to_come.get((series.item.id, period.key)),
        part_to_come=book.judged.part_to_come.get((series.item.id, period.key)),
        came=int(flows.came[place]) if flows is not None and covered else None,
        left=int(flows.left[place]) if flows is not None and covered else None,
    )


def _alone(judged: JudgedMonth) -> tuple[float | None, float | None, float | None]:
    """What is usual for the month alone: its low end, its middle and its high end."""
    return _known(judged.alone_low), _known(judged.alone_expected), _known(judged.alone_high)


def _to_units(book: Book, series: SeriesInWords) -> np.ndarray:
    """What a judged number is multiplied by to stand beside the value: only a rate is judged by its count."""
    ones = np.ones(len(series.months))
    if series.item.measure.shape is not Shape.RATE:
        return ones
    below = book.judged.series.denominators[book.judged.series.everyone[series.item.id]]
    return each_adds(series.item.measure, below)


def _usual(series: SeriesInWords, to_units: np.ndarray) -> tuple[float, float] | None:
    place, usual = series.asked.judged_to, series.judged.usual
    if usual is None or place < 0 or math.isnan(to_units[place]):
        return None
    return usual[0] * float(to_units[place]), usual[1] * float(to_units[place])


def _flows(series: SeriesInWords) -> Arrivals | None:
    if series.judged.kind is not Kind.STOCK or series.asked.children is None:
        return None
    return arrivals_of(series.asked.children, months=len(series.months))


def _starts(book: Book, series: SeriesInWords) -> tuple[tuple[int, str], ...]:
    declared = book.judged.baselines.get(series.item.id, ())
    starts = []
    for place, month in enumerate(series.months[1:], start=1):
        now = baseline_of(month.first_day, declared)
        if now is not None and now != baseline_of(series.months[place - 1].first_day, declared):
            starts.append((place, now.words))
    return tuple(starts)


def _known(number: float) -> float | None:
    return None if math.isnan(number) else float(number)


def _whole(number: float) -> int | None:
    return None if math.isnan(number) else int(number)
