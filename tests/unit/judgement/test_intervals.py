"""Intervals: against statsmodels and scipy, against published tables, and at their edges."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from purplebook.results.judgement.exact import half_up
from purplebook.results.judgement.intervals import poisson, poisson_rate, wilson
from purplebook.results.judgement.tails import binomial_ends, binomial_tails, poisson_tails
from purplebook.results.judgement.thresholds import SURE_95, SURE_998

LEVELS = [SURE_95, SURE_998]


@pytest.mark.parametrize(
    ("numerator", "denominator", "lower", "upper"),
    [
        # Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_as_published(numerator: int, denominator: int, lower: float, upper: float):
    found = wilson(np.array([numerator]), np.array([denominator])).rounded(places=2)
    assert (found.lower[0], found.upper[0]) == (pytest.approx(100 * lower), pytest.approx(100 * upper))


@pytest.mark.parametrize("level", LEVELS)
def test_wilson_is_that_of_statsmodels(level):
    n = np.repeat([1, 2, 7, 10, 50, 203, 12_345], 3)
    k = np.array([share for size in (1, 2, 7, 10, 50, 203, 12_345) for share in (0, size // 3, size)])
    found = wilson(k, n, level=level)
    lower, upper = proportion_confint(k, n, alpha=2 * level.tail, method="wilson")
    np.testing.assert_allclose(found.lower, 100 * lower, atol=1e-11)
    np.testing.assert_allclose(found.upper, 100 * upper, atol=1e-11)


def test_nothing_of_n_starts_at_exactly_0_and_all_of_n_ends_at_exactly_100():
    sizes = np.arange(1, 500)
    assert (wilson(np.zeros(499), sizes).lower == 0).all()
    assert (wilson(sizes, sizes).upper == 100).all()


def test_what_is_no_proportion_has_no_interval():
    found = wilson(np.array([0, 3, -1, np.nan, 1]), np.array([0, 2, 5, 5, np.nan]))
    assert np.isnan(found.lower).all() and np.isnan(found.upper).all()


@pytest.mark.parametrize(
    ("count", "lower", "upper"),
    # The published table of exact 95% limits (Garwood 1936; Dobson and others 1991).
    [(0, 0.00, 3.69), (1, 0.03, 5.57), (2, 0.24, 7.22), (5, 1.62, 11.67), (10, 4.80, 18.39), (100, 81.36, 121.63)],
)
def test_poisson_as_published(count: int, lower: float, upper: float):
    found = poisson(np.array([count])).rounded(places=2)
    assert (found.lower[0], found.upper[0]) == (lower, upper)


@pytest.mark.parametrize("level", LEVELS)
def test_poisson_is_that_of_the_chi_squared_of_scipy(level):
    counts = np.concatenate([np.arange(300), [1_023, 1_024, 5_000, 16_384, 70_000]])
    found = poisson(counts, level=level)
    lower = np.where(counts > 0, stats.chi2.ppf(level.tail, 2 * counts) / 2, 0)
    np.testing.assert_allclose(found.lower, lower, rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(found.upper, stats.chi2.ppf(1 - level.tail, 2 * counts + 2) / 2, rtol=1e-12)


def test_a_count_that_is_not_known_has_no_interval_and_shapes_are_kept():
    found = poisson(np.array([[np.nan, 3.0], [-1.0, 0.0]]))
    assert found.lower.shape == (2, 2)
    assert np.isnan(found.upper).tolist() == [[True, False], [True, False]]
    assert found.lower[1, 1] == 0


def test_a_rate_has_the_interval_of_its_count_and_none_without_people():
    found = poisson_rate(np.array([203, 203, 5]), np.array([35_970, 0, np.nan]), per=10_000).rounded(places=1)
    low, high = stats.chi2.ppf(0.025, 406) / 2, stats.chi2.ppf(0.975, 408) / 2
    assert found.lower[0] == round(low * 10_000 / 35_970, 1)
    assert found.upper[0] == round(high * 10_000 / 35_970, 1)
    assert np.isnan(found.lower[1:]).all()


def test_tails_are_those_of_scipy_far_out_too():
    counts, expected = np.meshgrid([0, 1, 5, 40, 300, 1_000], [0.0, 0.3, 4.0, 39.5, 310.0, 900.0])
    found = poisson_tails(counts, expected)
    np.testing.assert_allclose(found.at_most, stats.poisson.cdf(counts, expected), rtol=1e-9, atol=1e-17)
    np.testing.assert_allclose(found.at_least, stats.poisson.sf(counts - 1, expected), rtol=1e-9, atol=1e-17)
    np.testing.assert_allclose(found.exactly, stats.poisson.pmf(counts, expected), rtol=1e-9, atol=1e-17)


def test_binomial_tails_are_those_of_scipy_with_shares_of_0_and_1():
    counts, shares = np.meshgrid([0, 1, 30, 99, 100], [0.0, 1e-4, 0.3, 0.5, 0.97, 1.0])
    found = binomial_tails(counts, np.asarray(100), shares)
    np.testing.assert_allclose(found.at_most, stats.binom.cdf(counts, 100, shares), rtol=1e-9, atol=1e-17)
    np.testing.assert_allclose(found.at_least, stats.binom.sf(counts - 1, 100, shares), rtol=1e-9, atol=1e-17)


def test_the_same_figures_give_the_same_bytes_on_any_machine():
    counts = np.arange(3_000)
    found = [interval.rounded(places=2) for level in LEVELS for interval in _both(counts, level)]
    text = b"".join(end.tobytes() for interval in found for end in (interval.lower, interval.upper))
    assert hashlib.sha256(text).hexdigest() == "f8f1c73128bcb57ff5b94a7fcea9e136a5cc18b8d1c117c21ea251695bb6c551"


def _both(counts, level):
    return poisson(counts, level=level), wilson(counts, 2 * counts + 7, level=level)


def test_rounding_is_half_up_away_from_nought():
    given = np.array([0.5, 2.5, -2.5, 1.25, -0.001, np.nan])
    assert half_up(given, places=0).tolist()[:5] == [1, 3, -3, 1, 0]
    assert str(half_up(given, places=2)[4]) == "0.0"


def test_a_count_whose_tail_is_exactly_what_is_left_out_is_still_inside():
    least, most = binomial_ends(np.array([1]), np.array([0.5]), tail=0.5)
    assert (least[0], most[0]) == (0, 1)
