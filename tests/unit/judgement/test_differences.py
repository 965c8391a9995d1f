"""Differences: Newcombe's published examples, statsmodels, and counts by the exact conditional test."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep

from purplebook.results.judgement.differences import chance_of_counts, of_percentages


def _one(k: int, n: int, c: int, m: int):
    return of_percentages((np.array([k]), np.array([n])), (np.array([c]), np.array([m])))


@pytest.mark.parametrize(
    ("figures", "lower", "upper"),
    [
        # Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10.
        ((56, 70, 48, 80), 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((6, 7, 2, 7), 0.0582, 0.8062),
        ((5, 56, 0, 29), -0.0381, 0.1926),
        ((0, 10, 0, 20), -0.1611, 0.2775),
        ((0, 10, 0, 10), -0.2775, 0.2775),
        ((10, 10, 0, 20), 0.6791, 1.0000),
        ((10, 10, 0, 10), 0.6075, 1.0000),
    ],
)
def test_newcombe_as_published(figures: tuple[int, int, int, int], lower: float, upper: float):
    found = _one(*figures)
    ends = found.interval.rounded(places=2)
    assert (ends.lower[0], ends.upper[0]) == (pytest.approx(100 * lower), pytest.approx(100 * upper))
    assert found.is_real[0] == (lower > 0)


def test_newcombe_is_that_of_statsmodels():
    for k, n, c, m in [(3, 11, 9, 14), (130, 146, 90, 120), (1, 500, 9, 400)]:
        lower, upper = confint_proportions_2indep(k, n, c, m, method="newcomb", compare="diff")
        found = _one(k, n, c, m)
        assert found.interval.lower[0] == pytest.approx(100 * lower, abs=1e-10)
        assert found.interval.upper[0] == pytest.approx(100 * upper, abs=1e-10)


def test_the_order_of_two_percentages_only_turns_the_sign():
    one, other = _one(56, 70, 48, 80), _one(48, 80, 56, 70)
    assert one.interval.lower[0] == pytest.approx(-other.interval.upper[0])
    assert one.is_real[0] and other.is_real[0]


def test_what_is_no_percentage_is_never_really_different():
    found = of_percentages((np.array([1, 9, 5]), np.array([0, 8, 5])), (np.array([1, 1, 0]), np.array([4, 4, 0])))
    assert np.isnan(found.value).all()
    assert not found.is_real.any()


@pytest.mark.parametrize(("first", "second", "e", "f"), [(10, 2, 1, 1), (203, 230, 35_970, 36_400), (0, 9, 30, 31)])
def test_two_counts_by_the_exact_conditional_test(first: int, second: int, e: int, f: int):
    found = chance_of_counts(
        np.array([first]), np.array([second]), exposure_first=np.array([e]), exposure_second=np.array([f])
    )[0]
    n, p = first + second, e / (e + f)
    expected = min(1, 2 * min(stats.binom.cdf(first, n, p), stats.binom.sf(first - 1, n, p)))
    assert found == pytest.approx(expected, rel=1e-10)


def test_five_events_against_none_are_not_unlikely_and_six_are():
    found = chance_of_counts(np.array([5, 6]), np.zeros(2), exposure_first=np.ones(2), exposure_second=np.ones(2))
    np.testing.assert_allclose(found, [2 / 32, 2 / 64], rtol=1e-14)


def test_counts_without_exposure_have_no_chance():
    found = chance_of_counts(
        np.array([5, np.nan]), np.array([5, 5]), exposure_first=np.array([0, 1]), exposure_second=np.array([1, 1])
    )
    assert np.isnan(found).all()
