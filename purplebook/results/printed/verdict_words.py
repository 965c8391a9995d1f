"""What is said of a month in one sentence that a councillor understands: what was seen, what is usual, how sure.

No odds and no names of rules: the size, the direction, and what could not have been seen.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np

from purplebook.definitions.units import unit_of
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape
from purplebook.language.periods import Period, long_day
from purplebook.results.judgement.judge import Asked, JudgedMonth, JudgedSeries
from purplebook.results.judgement.kind import Kind
from purplebook.results.judgement.word import Verdict, Way, Word, way_of
from purplebook.results.lateness.delay import ToCome
from purplebook.results.printed.month_words import length_text, within_text
from purplebook.results.printed.with_units import count_text, value_text, whole_text
from purplebook.results.values import half_up, quotient

SHARES = (Kind.SHARE, Kind.STOCK_SHARE)
STOCKS = (Kind.STOCK, Kind.STOCK_SHARE)
FEW = "so few cannot tell a change from chance"
NOT_REACHED = "the records do not reach back far enough to count it"
NO_RULE = "there is no rule for such a figure"
OF_GROUPS = "everyone is divided into groups, which are not judged"
DOUBLING = 1.0
COARSE, FINE = 5, 1


@dataclass(frozen=True)
class SeriesInWords:
    """One series as it is told: the indicator, its months, what was asked and what was answered."""

    item: Indicator
    months: Sequence[Period]
    asked: Asked
    judged: JudgedSeries


def verdict_of(
    series: SeriesInWords, place: int, *, to_come: ToCome | None = None, part_to_come: ToCome | None = None
) -> Verdict:
    """The verdict on one month, in words; `to_come` is what late records may add to it.

    To a percentage they add to what it is out of, and `part_to_come` to what it counts of that.
    """
    month = series.judged.months[place]
    return Verdict(
        word=month.word,
        way=way_of(series.item.better, is_higher=_direction(series, month)),
        sentence=_sentence(series, place, to_come, part_to_come),
        months=month.window,
        month=series.months[place],
    )


def head_text(verdict: Verdict) -> str:
    """The word of a verdict with its way: "Higher than usual, which is worse"."""
    said = f"{verdict.word[:1].upper()}{verdict.word[1:]}"
    return said if verdict.way is Way.NEITHER else f"{said}, which is {verdict.way}"


def _direction(series: SeriesInWords, month: JudgedMonth) -> bool | None:
    return month.is_higher if month.word.is_signal else None


def _sentence(series: SeriesInWords, place: int, to_come: ToCome | None, part_to_come: ToCome | None) -> str:
    month = series.judged.months[place]
    when = series.months[place]
    match month.word:
        case Word.NO_FIGURE:
            return f"There is no figure for {when.label}."
        case Word.NOT_COVERED:
            return f"{when.label}: {month.why_none or NOT_REACHED}."
        case Word.FILLING:
            return _filling(series, place, to_come, part_to_come)
        case Word.TOO_FEW:
            return f"{_number(series, place)} {_when(series, place)}: {month.why_none or FEW}."
        case Word.NOT_JUDGED:
            is_divided = series.item.measure.shape is Shape.SHARE
            why = OF_GROUPS if is_divided else month.why_none or NO_RULE
            number = _number(series, place)
            return f"{number} {_when(series, place)}: {why}." if number else f"{when.label}: {why}."
        case Word.CHANGED_LEVEL if month.since is not None:
            return _changed(series, place, month.since)
        case Word.NO_SIGN:
            return f"{_beside_usual(series, place)} {_not_seen(series, month)}".strip()
        case _:
            return _beside_usual(series, place)


def _when(series: SeriesInWords, place: int, window: int = 1) -> str:
    """A stock is of a day, its percentage of several days on average, all else of its months."""
    if series.judged.kind is Kind.STOCK or (series.judged.kind is Kind.STOCK_SHARE and window == 1):
        return f"on {long_day(series.months[place].last_day)}"
    within = within_text(series.months[max(place - window + 1, 0)], series.months[place])
    return f"on average {within}" if series.judged.kind is Kind.STOCK_SHARE else within


def _beside_usual(series: SeriesInWords, place: int) -> str:
    """What was seen beside what is usual; the number alone where nothing is known of that."""
    month = series.judged.months[place]
    seen = f"{_number(series, place, month.window)} {_when(series, place, month.window)}"
    if math.isnan(month.low) or math.isnan(month.high):
        return f"{seen}."
    if series.judged.kind is Kind.STOCK:
        return _stock(series, place, seen)
    usual = f"about {_about(series, month.expected)} is usual ({_range(series, month)})"
    if series.judged.kind is Kind.STOCK_SHARE and place >= month.window:
        before = series.asked.value[place - month.window]
        if not math.isnan(before):
            return f"{seen}, where {usual} after {before:,.1f}% {length_text(month.window)} before."
    return f"{seen}, where {usual}."


def _stock(series: SeriesInWords, place: int, seen: str) -> str:
    month = series.judged.months[place]
    before = series.asked.top[place - month.window] if place >= month.window else math.nan
    if math.isnan(before):
        return f"{seen}, where about {_about(series, month.expected)} is usual ({_range(series, month)})."
    change = int(series.asked.top[place] - before)
    than = f"{length_text(month.window)} before"
    moved = f"as many as {than}" if change == 0 else f"{abs(change):,} {'more' if change > 0 else 'fewer'} than {than}"
    low, high = math.ceil(month.low - before), math.floor(month.high - before)
    return f"{seen}, {moved}. Usual arrivals and leavers would give {_more_or_fewer(low, high)}."


def _more_or_fewer(low: int, high: int) -> str:
    """A range of changes: "5 fewer to 30 more", "5 to 30 more", "30 to 5 fewer"."""
    if low >= 0:
        return f"{low:,} to {high:,} more"
    if high <= 0:
        return f"{-high:,} to {-low:,} fewer"
    return f"{-low:,} fewer to {high:,} more"


def _changed(series: SeriesInWords, place: int, since: int) -> str:
    """ "Since April 2014 about 265; before, about 187"; of a flow a month's."""
    first, level = series.months[since], series.judged.level
    now = _level(series, since, place)
    a_month = "" if series.judged.kind in (*STOCKS, *SHARES, Kind.AVERAGE) else " a month"
    before = "" if level is None else f"; before, about {_about(series, level)}{a_month}"
    newest = f"{_number(series, place)} {_when(series, place)}"
    is_back = _is_back(series, place, now)
    tail = f"It is back where it was before: {newest}" if is_back else f"It was {newest}"
    return f"Since {first.label} about {_about(series, now)}{a_month}{before}. {tail}."


def _is_back(series: SeriesInWords, place: int, now: float) -> bool:
    """Whether the newest month by itself is within what was usual before, and nearer to it than to the level since."""
    month, before = series.judged.months[place], series.judged.level
    parts = series.asked.value if series.judged.kind in (*SHARES, Kind.AVERAGE) else series.asked.top
    seen = float(parts[place])
    if before is None or not month.alone_low <= seen <= month.alone_high:
        return False
    return abs(seen - before) < abs(seen - now)


def _level(series: SeriesInWords, first: int, last: int) -> float:
    """What months come to on average: a percentage of all of them, else the middle of their values."""
    here = slice(first, last + 1)
    if series.judged.kind in SHARES and series.asked.bottom is not None:
        top, bottom = _whole(series.asked.top[here]), _whole(series.asked.bottom[here])
        return float(quotient(top, bottom, factor=Fraction(100), places=1)) if bottom else math.nan
    counted = series.asked.value if series.judged.kind is Kind.AVERAGE else series.asked.top
    return float(np.nanmean(counted[here]))


def _filling(series: SeriesInWords, place: int, to_come: ToCome | None, part_to_come: ToCome | None) -> str:
    month = series.judged.months[place]
    seen = f"{_number(series, place)} so far {_when(series, place)}"
    more = "; records of it are still to come"
    if coming := to_come_words(to_come, part_to_come, is_part=series.asked.bottom is not None):
        more = f"; {coming}"
    already = ""
    if month.is_higher:
        already = ", and it is already higher than usual"
    usual = ""
    if not (math.isnan(month.low) or math.isnan(month.high)):
        usual = f" When it is complete, {_range(series, month)} is usual."
    return f"{seen}{more}{already}.{usual}"


def to_come_words(to_come: ToCome | None, part_to_come: ToCome | None, *, is_part: bool) -> str:
    """What usually comes yet of a month: "6 to 23 more usually come"; of a percentage, to its whole and its part."""
    said = []
    if to_come is not None and to_come.high > 0:
        words = "more are usually added to what it is out of" if is_part else "more usually come"
        said.append(f"{count_text(to_come.low)} to {count_text(to_come.high)} {words}")
    if part_to_come is not None and part_to_come.high > 0:
        words = "more are usually found later to count in it"
        said.append(f"{count_text(part_to_come.low)} to {count_text(part_to_come.high)} {words}")
    return ", and ".join(said)


def _not_seen(series: SeriesInWords, month: JudgedMonth) -> str:
    """How large a change must be to show: "A change of less than about 45% would not show yet."."""
    least = month.smallest_seen
    if least is None or math.isnan(least):
        return ""
    if series.judged.kind in SHARES:
        return f"A change of less than about {max(_nearest(least, FINE), 1):,} points would not show yet."
    if least >= DOUBLING:
        return "Even a doubling would not show yet."
    share = 100 * least
    step = COARSE if share >= 4 * COARSE else FINE
    return f"A change of less than about {max(_nearest(share, step), 1):,}% would not show yet."


def _nearest(number: float, step: int) -> int:
    """The nearest multiple of a step: nobody can use 43.7% where 45% is meant."""
    return step * int(half_up(Decimal(str(number)) * Decimal("0.2" if step == COARSE else 1), 0))


def _number(series: SeriesInWords, place: int, window: int = 1) -> str:
    """What was seen in a window of months, a percentage with its numbers and an average with how many it is of.

    Of groups that divide everyone there is no one number.
    """
    asked, kind, item = series.asked, series.judged.kind, series.item
    if item.measure.shape is Shape.SHARE:
        return ""
    if item.measure.shape in (Shape.SUM, Shape.DIFFERENCE):
        return value_text(item, Decimal(str(asked.value[place])))
    here = slice(max(place - window + 1, 0), place + 1)
    if kind is Kind.STOCK:
        here = slice(place, place + 1)
    if kind in SHARES or _is_percentage(series.item):
        top, bottom = _whole(asked.top[here]), _whole(asked.bottom[here] if asked.bottom is not None else np.zeros(1))
        if bottom == 0:
            return "nothing"
        share = quotient(top, bottom, factor=Fraction(100), places=1)
        return f"{share:,}% ({whole_text(item, top)} of {whole_text(item, bottom)})"
    if kind is Kind.AVERAGE or series.item.measure.shape in (Shape.MEAN, Shape.MEDIAN, Shape.RATIO, Shape.REPORTED):
        month = series.judged.months[place]
        shown = month.observed if window > 1 and not math.isnan(month.observed) else float(asked.value[place])
        among = "" if asked.bottom is None else f" (from {whole_text(item, _whole(asked.bottom[here]))})"
        return f"{_decimal(shown)}{_unit(series.item)}{among}"
    if series.item.measure.shape is Shape.RATE:
        count = count_text(_whole(asked.top[here]))
        is_window = window > 1 and kind not in STOCKS
        return count if is_window else f"{count} ({_decimal(float(asked.value[place]))}{_unit(series.item)})"
    return count_text(_whole(asked.top[here]))


def _is_percentage(item: Indicator) -> bool:
    return item.measure.shape in (Shape.PERCENTAGE, Shape.SHARE)


def _whole(numbers: np.ndarray) -> int:
    if len(numbers) == 1:
        return 0 if math.isnan(numbers[0]) else int(numbers[0])
    return int(np.nansum(numbers))


def _range(series: SeriesInWords, month: JudgedMonth) -> str:
    """The ends of what is usual; of a percentage and an average with one decimal, as the figure is printed."""
    if series.judged.kind in SHARES:
        return f"{_decimal(month.low)}% to {_decimal(month.high)}%"
    if series.judged.kind is Kind.AVERAGE:
        return f"{_decimal(month.low)} to {_decimal(month.high)}"
    low, high = math.ceil(month.low), math.floor(month.high)
    return f"up to {high:,}" if low <= 0 else f"{low:,} to {high:,}"


def _about(series: SeriesInWords, number: float) -> str:
    """A level, roughly: whole numbers, and one decimal where the number is small."""
    if math.isnan(number):
        return "none"
    unit = "%" if series.judged.kind in SHARES else ""
    places = 1 if abs(number) < 10 and number != int(number) else 0
    return f"{half_up(Decimal(str(number)), places):,}{unit}"


def _decimal(number: float) -> str:
    return f"{half_up(Decimal(str(number)), 1):,}"


def _unit(item: Indicator) -> str:
    unit = unit_of(item)
    return "" if unit == "number" else unit if unit == "%" else f" {unit}"
