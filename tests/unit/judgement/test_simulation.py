"""The bounds of the judgement hold on invented children, and the faults that would break them are noticed.

A small version of `make bench-judgement`, with its own series.  Bounds of one kind are looked at together: few
series of one scenario say little.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from benchmarks.judgement.made_children import CHANGE
from benchmarks.judgement.measured import Detected, Steady, compared, detected, rate, steady
from benchmarks.judgement.page import LEAST_JUDGED, LEAST_JUDGED_RARE, MOST_MARKED, MOST_REAL
from benchmarks.judgement.scenarios import SCENARIOS, Scenario, made
from purplebook.results.judgement import base, counts, stock_shares
from purplebook.results.judgement.base import Base
from purplebook.results.judgement.judge import Asked, JudgedMonth, JudgedSeries, judged_series
from purplebook.results.judgement.kind import Kind
from purplebook.results.judgement.word import Word

SERIES, CHANGED, PAIRS = 10, 8, 60


def called(words: str) -> Scenario:
    """The scenario whose name begins so."""
    return next(scenario for scenario in SCENARIOS if scenario.name.startswith(words))


@cache
def all_steady() -> tuple[Steady, ...]:
    return tuple(steady(scenario, series=SERIES) for scenario in SCENARIOS)


def marked_together(measured: list[Steady]) -> tuple[float, float]:
    """The share of steady months marked over scenarios of one size, with its standard error."""
    values = [each.marked.value for each in measured]
    error = float(np.sqrt(sum(each.marked.error**2 for each in measured))) / len(measured)
    return float(np.mean(values)), error


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.SHARE, Kind.STOCK, Kind.STOCK_SHARE, Kind.AVERAGE, Kind.RARE])
def test_of_a_kind_at_most_three_of_a_hundred_steady_months_are_marked(kind: Kind):
    value, error = marked_together([each for each in all_steady() if each.kind is kind])
    assert value <= MOST_MARKED + 2.0 * error


def test_no_mark_is_bought_by_not_judging():
    for each in all_steady():
        assert each.judged >= (LEAST_JUDGED_RARE if each.scenario.is_rare else LEAST_JUDGED), each.scenario.name


def test_a_first_load_marks_no_month_that_looks_back_before_the_records():
    first = next(each for each in all_steady() if each.scenario.name.startswith("first load"))
    assert first.uncovered == 0
    months = judged_series(made(first.scenario, 0)).months
    assert {month.word for month in months[:24]} == {Word.NOT_COVERED}


def test_what_is_large_enough_is_found_within_six_months():
    by_scenario: dict[str, list[Detected]] = defaultdict(list)
    for scenario in SCENARIOS:
        for change in scenario.changes:
            if change.least is not None and change.least >= 0.8:
                by_scenario[scenario.name].append(detected(scenario, change, series=CHANGED))
    shares = [each.share.value for changes in by_scenario.values() for each in changes]
    assert np.mean(shares) >= 90.0
    # Eight series of one change: two misses more than were to be expected are a fault.
    assert min(shares) >= 50.0


def test_most_changes_that_are_told_are_said_to_have_begun_when_they_did():
    near = [
        detected(called(words), called(words).changes[0], series=CHANGED).began_near
        for words in ("count 150, sib", "share n 140")
    ]
    assert min(near) >= 75.0


@pytest.mark.parametrize("words", ["count 150, siblings", "share n 140", "stock 200, stay", "share of stock 200, new"])
def test_steady_periods_are_seldom_called_different(words: str):
    for each in compared(called(words), series=PAIRS):
        assert each.real.value <= MOST_REAL + 2.0 * each.real.error, each.name


def test_counted_as_if_each_came_alone_steady_years_would_be_called_different_far_too_often():
    year, _ = compared(called("count 150, siblings"), series=150)
    assert year.without.value > MOST_REAL + 2.0 * year.without.error


def test_a_spike_is_told_and_gone_again_within_seven_months():
    scenario = called("count 150, siblings")
    months = judged_series(made(scenario, 3, scenario.changes[2])).months
    assert months[CHANGE].word is Word.HIGHER
    assert not any(month.word is Word.CHANGED_LEVEL for month in months)
    assert months[CHANGE + 8].word is Word.NO_SIGN


def test_a_halving_is_told_once_and_after_a_year_its_level_has_changed_and_a_baseline_is_offered():
    scenario = called("count 60")
    halved = judged_series(made(scenario, 2, scenario.changes[3]))
    told = [month for month in halved.months if month.word.is_signal and month.is_higher is False]
    starts = {month.since for month in halved.months[CHANGE + 3 :]}
    assert len(starts) == 1 and abs((starts.pop() or 0) - CHANGE) <= 1
    assert told[-1].word is Word.CHANGED_LEVEL
    assert halved.offers_baseline is not None and abs(halved.offers_baseline - CHANGE) <= 1


# What follows plants a fault that was once there, or that someone may make, and sees that the bounds notice it.


def by_moving_range(asked: Asked) -> JudgedSeries:
    """Limits 2.66 average changes from month to month away from the mean, as control charts of single values have."""
    first = asked.top[:24]
    mean, reach = first.mean(), 2.66 * np.abs(np.diff(first)).mean()
    words = [Word.NO_SIGN if abs(value - mean) <= reach else Word.HIGHER for value in asked.top]
    return JudgedSeries(tuple(JudgedMonth(word) for word in words), asked.kind)


def test_a_stock_judged_by_its_moving_range_breaks_the_bound():
    measured = steady(called("stock 220"), series=6, judge=by_moving_range)
    assert measured.marked.value - 2.0 * measured.marked.error > MOST_MARKED


def test_siblings_counted_as_if_each_came_alone_break_the_bound(monkeypatch: pytest.MonkeyPatch):
    def as_single(*known, **how) -> np.ndarray:
        return np.ones(25)

    monkeypatch.setattr(counts, "_families", as_single)
    monkeypatch.setattr(counts, "_months", as_single)
    measured = steady(called("count 150, siblings"), series=SERIES)
    assert measured.marked.value - 2.0 * measured.marked.error > MOST_MARKED


def still_told(scenario: Scenario, *, series: int) -> float:
    """Of the last six months, a year and more after a change, how many still tell it."""
    months = [judged_series(made(scenario, number, scenario.changes[0])).months[-6:] for number in range(series)]
    return float(np.mean([month.word.is_signal for last in months for month in last]))


def test_limits_that_include_the_month_judged_eat_the_change_they_should_tell(monkeypatch: pytest.MonkeyPatch):
    right = still_told(called("count 60"), series=SERIES)

    def all_months(self: Base, window: int) -> np.ndarray:
        return np.searchsorted(self.places, np.arange(self.months), side="right")

    monkeypatch.setattr(base, "MOST_MONTHS", 60)
    monkeypatch.setattr(Base, "count", all_months)
    assert still_told(called("count 60"), series=SERIES) <= right - 0.25


def test_months_of_a_stock_taken_for_strangers_break_the_bound(monkeypatch: pytest.MonkeyPatch):
    alike = stock_shares._alike

    def strangers(*known, **how):
        answer = alike(*known, **how)
        lags = np.zeros_like(answer.by_lag)
        lags[0] = 1.0
        return replace(answer, by_lag=lags, mean_variance=answer.mean_variance / 24.0)

    monkeypatch.setattr(stock_shares, "_alike", strangers)
    measured = steady(called("share of stock 220"), series=SERIES)
    assert measured.marked.value - 2.0 * measured.marked.error > MOST_MARKED


def test_the_bound_of_a_rate_is_that_of_whole_series():
    assert rate([0.0, 0.0, 0.1, 0.1]).value == pytest.approx(5.0)
    assert rate([0.0, 0.0, 0.1, 0.1]).error == pytest.approx(100 * np.std([0, 0, 0.1, 0.1], ddof=1) / 2)
