"""Funnels: exact limits against scipy, a known spread, and what cannot be compared."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from purplebook.results.judgement.funnel import percentage_funnel, rate_funnel
from purplebook.results.judgement.intervals import wilson
from purplebook.results.judgement.thresholds import SURE_998

SIZES = np.array([1, 11, 40, 203, 2_000])


def test_the_limits_of_a_percentage_are_the_exact_binomial_ones():
    # Neighbours that agree: 30% each.
    found = percentage_funnel(np.full(10, 60), np.full(10, 200), at=SIZES)
    assert (found.centre, found.neighbours, found.spread, found.is_widened) == (30, 10, 0, False)
    for tail, lower, upper in ((0.025, found.lower_95, found.upper_95), (0.001, found.lower_998, found.upper_998)):
        for n, low, high in zip(SIZES, lower, upper, strict=True):
            k = np.arange(n + 1)
            kept = k[(stats.binom.cdf(k, n, 0.3) >= tail) & (stats.binom.sf(k - 1, n, 0.3) >= tail)]
            assert (low, high) == (100 * kept.min() / n, 100 * kept.max() / n)


def test_the_limits_of_a_rate_are_the_exact_poisson_ones():
    people = np.array([0, 500, 36_000, 400_000])
    found = rate_funnel(np.full(10, 240), np.full(10, 40_000), at=people, per=10_000)
    assert found.centre == 60 and found.events == 2_400
    assert np.isnan(found.lower_95[0])
    for n, low, high in zip(people[1:], found.lower_998[1:], found.upper_998[1:], strict=True):
        k, mean = np.arange(6_000), n * 60 / 10_000
        kept = k[(stats.poisson.cdf(k, mean) >= 0.001) & (stats.poisson.sf(k - 1, mean) >= 0.001)]
        assert (low, high) == (10_000 * kept.min() / n, 10_000 * kept.max() / n)


def test_neighbours_who_differ_by_more_than_chance_widen_the_limits_and_are_said_to():
    tops, bottoms = np.array([10, 20, 30, 40, 50, 60, 70, 80, 90, 50]), np.full(10, 100)
    found, narrow = (percentage_funnel(tops, bottoms, at=np.array([100]), widen=widen) for widen in (True, False))
    # Centre 50%; distances in standard deviations of 5 points, the furthest at each end drawn in to the next.
    spread = (2 * 6**2 + 2 * 6**2 + 2 * 4**2 + 2 * 2**2 + 0) / 10
    assert found.spread == pytest.approx(spread) and narrow.spread == found.spread
    assert found.is_widened and not narrow.is_widened
    assert found.upper_998[0] == pytest.approx(min(100, 50 + SURE_998.z * 5 * np.sqrt(spread)))
    assert narrow.upper_998[0] == 100 * stats.binom.ppf(0.999, 100, 0.5) / 100
    assert found.lower_998[0] < narrow.lower_998[0] and found.lower_998[0] >= 0


def test_neighbours_who_differ_by_no_more_than_chance_do_not_widen_them():
    generator = np.random.default_rng(7)
    widened = 0
    for _ in range(200):
        tops = generator.binomial(200, 0.4, 10)
        widened += percentage_funnel(tops, np.full(10, 200), at=np.array([200])).is_widened
    assert widened < 20  # two standard deviations: about one in twenty at most


def test_the_funnel_and_wilsons_interval_agree_where_numbers_are_large():
    # A figure is outside the funnel about where the neighbours' figure is outside its interval.
    n = np.full(400, 400)
    k = np.arange(400)
    found = percentage_funnel(np.full(10, 120), np.full(10, 400), at=n)
    outside = (100 * k / n < found.lower_998) | (100 * k / n > found.upper_998)
    ends = wilson(k, n, level=SURE_998)
    not_in_interval = (ends.lower > 30) | (ends.upper < 30)
    assert (outside != not_in_interval).sum() <= 2


def test_unknown_neighbours_are_left_out_and_none_give_no_limits():
    tops, bottoms = np.array([60, np.nan, 60, 5]), np.array([200, 200, 200, 0])
    found = percentage_funnel(tops, bottoms, at=np.array([100]))
    assert (found.neighbours, found.centre) == (2, 30)
    none = percentage_funnel(tops[1:2], bottoms[1:2], at=np.array([100]))
    assert none.neighbours == 0 and np.isnan(none.centre) and np.isnan(none.upper_998[0])
    assert np.isnan(rate_funnel(tops[1:2], bottoms[1:2], at=np.array([100]), per=1000).lower_95[0])


def test_neighbours_with_none_at_all_have_limits_of_nought():
    found = percentage_funnel(np.zeros(10), np.full(10, 50), at=np.array([100]))
    assert (found.lower_95[0], found.upper_998[0], found.events) == (0, 0, 0)
