"""What is measured of the rules: steady months marked, changes found, steady comparisons called real."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.judgement.made_children import CHANGE
from benchmarks.judgement.scenarios import Change, Scenario, made
from purplebook.results.judgement.base import FEWEST_MONTHS, MOST_MONTHS
from purplebook.results.judgement.differences import counts_differ, of_percentages
from purplebook.results.judgement.judge import Asked, JudgedMonth, JudgedSeries, judged_series
from purplebook.results.judgement.kind import Kind
from purplebook.results.judgement.word import Word

Judge = Callable[[Asked], JudgedSeries]


@dataclass(frozen=True)
class Rate:
    """A share in percent with its standard error, from whole series: months of one series are not independent."""

    value: float
    error: float

    @property
    def words(self) -> str:
        return f"{self.value:.1f} ± {self.error:.1f}"


@dataclass(frozen=True)
class Steady:
    """What the rule does to series in which nothing changes, from the 25th covered month on.

    `marked` of months; `judged` of months; `growing` of the months 13 to 24; `in_a_year` the share of series that have
    one mark or more in the last twelve months; `uncovered` the number of marks on months that the records do not cover.
    """

    scenario: Scenario
    kind: Kind
    marked: Rate
    judged: float
    growing: Rate
    in_a_year: float
    uncovered: int


@dataclass(frozen=True)
class Detected:
    """How often a change was told within six months, the right way; how often its start was put within three months."""

    scenario: Scenario
    change: Change
    share: Rate
    began_near: float


@dataclass(frozen=True)
class Compared:
    """How often two steady periods were called really different, with the spread and as if all children were single."""

    name: str
    pairs: int
    real: Rate
    without: Rate


def rate(of_series: Sequence[float]) -> Rate:
    """The mean of the series with its standard error, in percent."""
    values = np.array(of_series, float)
    return Rate(100.0 * float(values.mean()), 100.0 * float(values.std(ddof=1)) / float(np.sqrt(len(values))))


def steady(scenario: Scenario, *, series: int, judge: Judge = judged_series) -> Steady:
    """Judge so many steady series of a kind."""
    marked, judged, growing, in_a_year, uncovered, kind = [], [], [], [], 0, Kind.NOT_JUDGED
    for number in range(series):
        asked = made(scenario, number)
        answer = judge(asked)
        full, kind = asked.covered_from + MOST_MONTHS, answer.kind
        # A series that looks back has few months after its full baseline: those after twelve count too.
        first = full if full <= CHANGE else asked.covered_from + FEWEST_MONTHS
        months = answer.months
        marked.append(_share(months[first:], _is_signal))
        judged.append(_share(months[first:], _is_judged))
        growing.append(_share(months[asked.covered_from + FEWEST_MONTHS : full], _is_signal))
        in_a_year.append(any(map(_is_signal, months[-12:])))
        uncovered += sum(map(_is_signal, months[: asked.covered_from]))
    return Steady(
        scenario,
        kind,
        rate(marked),
        100.0 * float(np.mean(judged)),
        rate(growing),
        100.0 * float(np.mean(in_a_year)),
        uncovered,
    )


def detected(scenario: Scenario, change: Change, *, series: int, judge: Judge = judged_series) -> Detected:
    """Judge so many series that change, and see whether it is told in time and which way."""
    told, near = [], []
    for number in range(series):
        months = judge(made(scenario, number, change)).months[CHANGE : CHANGE + change.within]
        right = [month for month in months if _is_signal(month) and month.is_higher == change.is_up]
        told.append(bool(right))
        near += [right[-1].since is not None and abs(right[-1].since - CHANGE) <= 3] if right else []
    return Detected(scenario, change, rate(told), 100.0 * float(np.mean(near)) if near else float("nan"))


def compared(scenario: Scenario, *, series: int, judge: Judge = judged_series) -> tuple[Compared, ...]:
    """Hold the last year, and the last quarter, of steady series against the one before; of a stock its last days."""
    asked = [made(scenario, number) for number in range(series)]
    spreads = [judge(each).phi for each in asked]
    is_stock = asked[0].kind in (Kind.STOCK, Kind.STOCK_SHARE)
    answers = []
    for months, flow, stock in ((12, "year", "a year"), (3, "quarter", "a quarter")):
        last = len(asked[0].top)
        spans = slice(last - 2 * months, last - months), slice(last - months, last)
        if is_stock:
            spans = slice(last - months - 1, last - months), slice(last - 1, last)
        real = [_differ(each, spans, spread) for each, spread in zip(asked, spreads, strict=True)]
        single = [_differ(each, spans, 1.0) for each in asked]
        which = f"a day against {stock} before" if is_stock else f"{flow} against {flow}"
        answers.append(Compared(f"{scenario.name}: {which}", series, rate(real), rate(single)))
    return tuple(answers)


def _differ(asked: Asked, spans: tuple[slice, slice], spread: float) -> bool:
    before, now = (np.array([asked.top[span].sum()]) for span in spans)
    if asked.bottom is None:
        one = np.ones(1)
        return bool(counts_differ(now, before, exposure_first=one, exposure_second=one, spread=spread)[0])
    whole_before, whole_now = (np.array([asked.bottom[span].sum()]) for span in spans)
    return bool(of_percentages((now, whole_now), (before, whole_before), spread=spread).is_real[0])


def _is_signal(month: JudgedMonth) -> bool:
    return month.word.is_signal


def _is_judged(month: JudgedMonth) -> bool:
    return month.word.is_signal or month.word is Word.NO_SIGN


def _share(months: tuple[JudgedMonth, ...], is_so: Callable[[JudgedMonth], bool]) -> float:
    return float(np.mean([is_so(month) for month in months]))
