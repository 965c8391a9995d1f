"""Exact ends of counts that vary more than single children's, against SciPy 1.17's distributions (pinned)."""

from __future__ import annotations

import numpy as np
import pytest

from purplebook.results.judgement.tails import beta_binomial_ends, negative_binomial_ends, poisson_ends
from purplebook.results.judgement.yearly import trend_of_parts, trend_of_values


@pytest.mark.parametrize(
    ("expected", "variance", "least", "most"),
    [(0.3, 0.3, 0, 3), (5.0, 11.0, 0, 19), (50.0, 103.0, 25, 83), (900.0, 2300.0, 767, 1043), (2e4, 9e4, 19146, 20873)],
)
def test_a_negative_binomial_ends_where_its_tails_do(expected: float, variance: float, least: int, most: int):
    ends = negative_binomial_ends(np.array([expected]), np.array([variance]), tail=np.array([0.002]))
    assert (ends[0][0], ends[1][0]) == (least, most)


def test_a_count_that_varies_no_more_is_a_poisson_count():
    mean = np.array([0.0, 0.7, 12.0, 400.0])
    for ours, theirs in zip(
        negative_binomial_ends(mean, mean, tail=np.array(0.006)), poisson_ends(mean, tail=0.006), strict=True
    ):
        assert ours.tolist() == theirs.tolist()


@pytest.mark.parametrize(
    ("size", "share", "alike", "least", "most"),
    [(11, 0.9, 0.1, 4, 11), (60, 0.5, 0.02, 14, 46), (140, 0.97, 0.0, 129, 140), (3000, 0.2, 0.001, 479, 731)],
)
def test_a_beta_binomial_ends_where_its_tails_do(size: int, share: float, alike: float, least: int, most: int):
    ends = beta_binomial_ends(np.array([size]), np.array([share]), np.array([alike]), tail=np.array(0.002))
    assert (ends[0][0], ends[1][0]) == (least, most)


def test_five_years_in_one_order_are_a_trend_and_four_are_none():
    assert trend_of_values(np.arange(4.0)) is None
    trend = trend_of_values(np.arange(5.0))
    assert trend is not None and trend.is_higher is True  # 2 ÷ 120 is below 2%
    falling = trend_of_values(np.array([9.0, 7.0, np.nan, 6.0, 4.0, 1.0]))
    assert falling is not None and (falling.years, falling.is_higher) == (5, False)
    swapped = trend_of_values(np.array([1.0, 2.0, 3.0, 5.0, 4.0]))
    assert swapped is not None and swapped.is_higher is None  # 10 ÷ 120


def test_counts_that_grow_with_their_population_have_no_trend():
    people = np.array([1000.0, 1100, 1200, 1300, 1400])
    steady = trend_of_parts(people * 0.3, people, is_share=False)
    assert steady is not None and steady.is_higher is None
    rising = trend_of_parts(np.array([300.0, 360, 430, 500, 580]), people, is_share=False)
    assert rising is not None and rising.is_higher is True


def test_siblings_take_a_trend_away_that_single_children_would_make():
    tops, people = np.array([300.0, 318, 331, 352, 365]), np.full(5, 1000.0)
    single = trend_of_parts(tops, people, is_share=False)
    together = trend_of_parts(tops, people, is_share=False, spread=2.06)
    assert single is not None and single.is_higher is True
    assert together is not None and together.is_higher is None


def test_percentages_of_nobody_or_of_everybody_have_no_trend():
    for top in (np.zeros(5), np.full(5, 40.0)):
        trend = trend_of_parts(top, np.full(5, 40.0), is_share=True)
        assert trend is not None and trend.is_higher is None
