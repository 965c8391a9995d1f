"""The verdict on a month from its own history: what the control chart says of it, in one sentence."""

from __future__ import annotations

import math

import numpy as np

from purplebook.results.judgement.baselines import NewBaseline
from purplebook.results.judgement.control_chart import Chart, NoLimits
from purplebook.results.judgement.rules import RULES, Rule
from purplebook.results.judgement.thresholds import FEWEST_IN_DENOMINATOR, FEWEST_POINTS, LOW_MEAN
from purplebook.results.judgement.verdict import Evidence, Subject, Verdict, Word, word_for

_MOST_TELLING = (Rule.ASTRONOMICAL, Rule.SHIFT, Rule.TREND, Rule.TWO_OF_THREE)
"""The order in which rules are told to a reader: the plainest first."""

_CHANCE_OUTSIDE, _CHANCE_NEAR = 370, 660
"""Once in so many months of a steady (normal) process: beyond 3, and two of three beyond 2, standard deviations."""


def judge_month(
    chart: Chart,
    series: int,
    month: int,
    subject: Subject,
    *,
    started: NewBaseline | None = None,
    denominator: int | None = None,
    is_count: bool = False,
    is_stock: bool = False,
    is_lateness_known: bool = True,
) -> Verdict:
    """One month of one series against its own usual range.

    `started` is the new baseline it is measured in; `denominator` that of a percentage; `is_count` says that the values
    are counts of events or children; `is_stock` that they are taken at a day, such as plans open at the month's end.
    Most of a stock is last month's: it strays further than its monthly changes tell, so no chance is stated for it.
    Without `is_lateness_known` nobody can say whether records of an immature month are still to come.
    """
    at = series, month
    who = f"{subject.name}, {subject.when}"
    since = f" since {started.words}" if started else ""
    value = chart.values[at]
    if np.isnan(value):
        return _verdict(Word.NO_VERDICT, f"{who}: there is no figure, so nothing is said of it.", is_final=True)
    high, low = (side[:, series, month] for side in (chart.signals.high, chart.signals.low))
    if chart.immature[at] and not high.any():
        return _verdict(Word.NO_VERDICT, f"{who}: {_immature(chart, at, subject, is_lateness_known)}", is_final=True)
    why_none = why_no_limits(chart, series, month, started=started)
    if chart.no_limits[at] == NoLimits.HARDLY_CHANGES:
        if chart.never_differs(series, month):
            history = f"{subject.value(value)} is what it was in all {chart.points[at]} months{since}"
            return _verdict(Word.NO_REAL_CHANGE, f"{who}: {history}.")
        return _verdict(Word.NO_VERDICT, f"{who}: {why_none}.")
    if why_none:
        return _verdict(Word.TOO_SMALL, f"{who}: {why_none}.")
    if denominator is not None and denominator < FEWEST_IN_DENOMINATOR:
        return _verdict(Word.TOO_SMALL, f"{who}: {denominator} is too small a number to judge a percentage of.")
    if is_count and chart.mean[at] < LOW_MEAN:
        usual = f"{chart.mean[at]:,.2f}"
        return _verdict(Word.TOO_SMALL, f"{who}: a count that is usually {usual} is too small for limits to mean much.")
    if not high.any() and not low.any():
        usual = f"{_limit(chart.lower[at], subject)} to {_limit(chart.upper[at], subject)}"
        return _verdict(
            Word.NO_REAL_CHANGE,
            f"{who}: {subject.value(value)} is within its usual range ({usual}, from {chart.points[at]} months{since}) "
            "and no rule marks it.",
        )
    is_higher = _is_higher(high, low, subject)
    marks = high if is_higher else low
    broken = [rule for rule in _MOST_TELLING if marks[RULES.index(rule)]]
    rule, others = broken[0], broken[1:]
    also = f"; also {' and '.join(others)}" if others else ""
    sure = (
        "a stock moves slowly, so this tells its level and not that it changed this month"
        if is_stock
        else f"chance alone does this about once in {_once_in(rule, chart):,} months"
    )
    return _verdict(
        word_for(subject.better, is_higher=is_higher),
        f"{who}: {subject.value(value)} is {_told(rule, is_higher, chart, at, subject)} ({rule}{also}), measured by "
        f"{chart.points[at]} months of its own history{since}; {sure}.",
    )


def why_no_limits(chart: Chart, series: int, month: int, *, started: NewBaseline | None = None) -> str:
    """Why the baseline of a month has no limits, in words that begin in lower case; "" where it has."""
    count = chart.points[series, month]
    since = f" since {started.words}" if started else ""
    match NoLimits(chart.no_limits[series, month]):
        case NoLimits.TOO_FEW_POINTS:
            months = "1 month" if count == 1 else f"{count} months"
            return (
                f"{months}{since} cannot show what is usual, because limits need {FEWEST_POINTS} complete months, each "
                "season once"
            )
        case NoLimits.TOO_MANY_GAPS:
            return f"the {count} months{since} have so many gaps that the change from month to month is not known"
        case NoLimits.HARDLY_CHANGES:
            return f"the {count} months{since} hardly ever change, so there is no usual movement to measure it by"
    return ""


def _is_higher(high: np.ndarray, low: np.ndarray, subject: Subject) -> bool:
    """Which way a point is told that both a high and a low rule mark, as in `variation`."""
    if high.any() and low.any():
        concerning = [way for way in (True, False) if word_for(subject.better, is_higher=way) is Word.WORSE]
        return concerning[0] if concerning else bool(high.argmax() <= low.argmax())
    return bool(high.any())


def _immature(chart: Chart, at: tuple[int, int], subject: Subject, is_lateness_known: bool) -> str:
    so_far = f"so far {subject.value(chart.values[at])}"
    if chart.no_limits[at] == NoLimits.HAS_LIMITS:
        lower, upper = chart.lower[at], chart.upper[at]
        usual = f"({_limit(lower, subject)} to {_limit(upper, subject)})"
        is_within = lower <= chart.values[at] <= upper
        so_far += f", {'within' if is_within else 'outside'} its usual range {usual}"
    if not is_lateness_known:
        unknown = "it cannot be told whether records of this month are still to come"
        return f"{unknown} ({so_far}), so it is not called a fall or a change."
    return f"records of this month are still to come ({so_far}), so it cannot be called a fall or a change."


def _told(rule: Rule, is_higher: bool, chart: Chart, at: tuple[int, int], subject: Subject) -> str:
    side = "above" if is_higher else "below"
    limit = f"the {'upper' if is_higher else 'lower'} limit of "
    limit += _limit((chart.upper if is_higher else chart.lower)[at], subject)
    match rule:
        case Rule.ASTRONOMICAL:
            return f"{side} {limit}"
        case Rule.SHIFT:
            mean = _limit(chart.mean[at], subject)
            return f"one of at least {chart.method.shift_points} months in a row {side} the mean of {mean}"
        case Rule.TREND:
            way = "rise" if is_higher else "fall"
            return f"part of a {way} over at least {chart.method.trend_points} months in a row"
    return f"one of two months in three that are near or beyond {limit}"


def _once_in(rule: Rule, chart: Chart) -> int:
    match rule:
        case Rule.ASTRONOMICAL:
            return _CHANCE_OUTSIDE
        case Rule.SHIFT:
            return 2 ** (chart.method.shift_points - 1)
        case Rule.TREND:
            return math.factorial(chart.method.trend_points) // 2
    return _CHANCE_NEAR


def _limit(number: float, subject: Subject) -> str:
    return subject.value(number, places=2)


def _verdict(word: Word, why: str, *, is_final: bool = False) -> Verdict:
    return Verdict(word, why, Evidence.HISTORY, is_final)
