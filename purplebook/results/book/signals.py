"""What the last six judged months tell: each change once, with the month it began in, the longest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period
from purplebook.results.book.judged import RECENT, Judged
from purplebook.results.judgement.false_marks import expected_as_usual_again, expected_false_marks
from purplebook.results.judgement.judge import JudgedMonth
from purplebook.results.judgement.kind import Kind
from purplebook.results.judgement.word import Verdict, Word
from purplebook.results.printed.verdict_words import SeriesInWords


@dataclass(frozen=True)
class Signal:
    """One change of one indicator, told once however many months show it.

    It began in the month `began`; `verdict` is that on the newest month that shows it.  `is_over` says that the newest
    judged month shows it no more.
    """

    indicator: Indicator
    began: Period
    newest: Period
    months: int
    is_over: bool
    verdict: Verdict


def signals(judged: Judged) -> tuple[Signal, ...]:
    """The changes that the last six judged months of any indicator show, the longest first."""
    every = [signal for name in judged.of for signal in _of_one(judged, name)]
    return tuple(sorted(every, key=lambda signal: -signal.months))


def judged_count(judged: Judged) -> int:
    """Of how many indicators a verdict is given on the newest complete month."""
    return sum(_is_judged(judged, name) for name in judged.of)


def expected_false(judged: Judged) -> int:
    """How many of them would be marked in a month in which nothing had changed."""
    return expected_false_marks(_kinds_judged(judged))


def expected_again(judged: Judged) -> int:
    """How many of them would be listed as usual again when nothing had changed."""
    return expected_as_usual_again(_kinds_judged(judged))


def _kinds_judged(judged: Judged) -> tuple[Kind, ...]:
    return tuple(series.judged.kind for name, series in judged.of.items() if _is_judged(judged, name))


def _is_judged(judged: Judged, name: str) -> bool:
    word = judged.of[name].judged.months[judged.newest(name)].word
    return word.is_signal or word is Word.NO_SIGN


def _of_one(judged: Judged, name: str) -> list[Signal]:
    series = judged.of[name]
    last = judged.newest(name) if series.asked.judged_to >= 0 else -1
    told: list[tuple[int, int]] = []  # The first and the last place of each change, the newest change first.
    for place in range(last, max(last - RECENT, -1), -1):
        month = series.judged.months[place]
        if not month.word.is_signal:
            continue
        began = _began(month, place)
        if told and _is_one(series.judged.months, place, told[-1]):
            told[-1] = min(began, told[-1][0]), told[-1][1]
        else:
            told.append((began, place))
    return [_signal(judged, series, began, place) for began, place in told]


def _began(month: JudgedMonth, place: int) -> int:
    return max(place - month.window + 1, 0) if month.since is None else month.since


def _is_one(months: Sequence[JudgedMonth], place: int, later: tuple[int, int]) -> bool:
    """Whether a month tells the change that later months tell: the same way, and reaching up to it."""
    return months[place].is_higher == months[later[1]].is_higher and place >= later[0] - 1


def _signal(judged: Judged, series: SeriesInWords, began: int, place: int) -> Signal:
    return Signal(
        indicator=series.item,
        began=series.months[began],
        newest=series.months[place],
        months=place - began + 1,
        is_over=place < judged.newest(series.item.id),
        verdict=judged.verdict(series.item.id, place),
    )
