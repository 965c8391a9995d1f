"""The charts of the book: each indicator's months beside its usual range, and series that break."""

from __future__ import annotations

import math
from dataclasses import dataclass

from purplebook.language.councils import CouncilEvent
from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period, long_day
from purplebook.language.series import BrokenSeries
from purplebook.outputs.charts.control import ControlPoint, control_chart
from purplebook.results.book.make import Book
from purplebook.results.compare import unit_of
from purplebook.results.judgement.baselines import baseline_of
from purplebook.results.judgement.word import Way, Word, way_of
from purplebook.results.printed import limit_text, point_text

SAID = {"better": "improving", "worse": "concerning", "either": "out of the ordinary"}


def short(period: Period) -> str:
    """A month on an axis: Aug 15."""
    return f"{period.last_day:%b %y}"


def chart_of(book: Book, item: Indicator) -> str:
    """The control chart of an indicator's months, or "" where no month has a value."""
    if item.id not in book.judged.of:
        return ""
    points = _points(book, item.id)
    known = [point for point in points if point.value is not None]
    if not known:
        return ""
    marked = [f"{point.label} ({SAID[point.mark]})" for point in known if point.mark]
    last = known[-1]
    assert last.value is not None
    description = f"{len(known)} months from {known[0].label} to {last.label}; "
    description += f"the last is {point_text(last.value)}{_unit(item)}."
    if last.mean is not None and last.lower is not None and last.upper is not None:
        limits = f"{limit_text(last.lower)} and {limit_text(last.upper)}"
        description += f" The mean is {limit_text(last.mean)}, the limits {limits}."
    description += f" Marked: {', '.join(marked[-12:])}." if marked else " No month is marked."
    waiting = [point.label for point in known if point.is_open]
    description += f" Still filling up: {', '.join(waiting)}." if waiting else ""
    marks = marks_of(book, item.id)
    description += "".join(f" {mark.letter}: {long_day(mark.event.on)}, {mark.event.words}." for mark in marks)
    return control_chart(
        points,
        key=f"chart-{item.id}",
        title=item.title,
        description=description,
        unit=_unit(item),
        events=[(mark.place, mark.letter) for mark in marks],
    )


@dataclass(frozen=True)
class EventMark:
    """An event on a chart: its letter, and its place among the months, counted from nought with fractions."""

    letter: str
    place: float
    event: CouncilEvent


def marks_of(book: Book, name: str) -> tuple[EventMark, ...]:
    """The events that bear on an indicator and fall in the months that its chart draws, each with its letter."""
    months = book.judged.series.months
    marks: list[EventMark] = []
    for event in book.events:
        if event.indicators and name not in event.indicators:
            continue
        for number, month in enumerate(months):
            if month.first_day <= event.on <= month.last_day:
                # A month stands at its number, so its first day lies half a month to the left.
                share = (event.on - month.first_day).days / ((month.last_day - month.first_day).days + 1)
                marks.append(EventMark(letter_of(len(marks)), number - 0.5 + share, event))
    return tuple(marks)


def letter_of(number: int) -> str:
    """a, b … z, then aa, ab …"""
    return ("" if number < 26 else letter_of(number // 26 - 1)) + chr(ord("a") + number % 26)


def series_chart(book: Book, series: BrokenSeries) -> str:
    """A series whose definition changed, by financial year to date of each month, with the break drawn."""
    months = book.judged.series.months
    points: list[ControlPoint] = []
    before: str | None = None
    points_of = {part.indicator: _points(book, part.indicator) for part in series.parts}
    for number, period in enumerate(months):
        name = series.stood_for(period.last_day)
        point = points_of[name][number] if name else ControlPoint(short(period), None)
        points.append(
            ControlPoint(point.label, point.value, is_open=point.is_open, is_new=before is not None and name != before)
        )
        before = name
    parts = "; ".join(f"{part.indicator} from {long_day(part.since)}" for part in series.parts)
    return control_chart(
        points,
        key=f"series-{series.id}",
        title=series.title,
        description=f"{series.reason} Drawn: {parts}. The line breaks between them.",
        unit="%",
    )


def _points(book: Book, name: str) -> list[ControlPoint]:
    judged = book.judged
    months, series = judged.series.months, judged.of.get(name)
    if series is None:
        return [ControlPoint(short(period), None) for period in months]
    points: list[ControlPoint] = []
    starts = judged.baselines.get(name, ())
    for number, period in enumerate(months):
        started = baseline_of(period.first_day, starts)
        earlier = baseline_of(months[number - 1].first_day, starts) if number else started
        month = series.judged.months[number]
        way = way_of(series.item.better, is_higher=month.is_higher)
        mark = ("either" if way is Way.NEITHER else str(way)) if month.word.is_signal else ""
        points.append(
            ControlPoint(
                short(period),
                _known(series.asked.value[number]),
                mark=mark,
                is_open=month.word is Word.FILLING,
                is_new=started != earlier,
            )
        )
    return points


def _known(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def _unit(item: Indicator) -> str:
    return "%" if unit_of(item) == "%" else ""
