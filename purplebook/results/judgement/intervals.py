"""Intervals of single figures: Wilson's for percentages, the exact Poisson (Garwood's) for counts and rates.

Wilson, J. American Statistical Association 22 (1927) 209–212; Garwood, Biometrika 28 (1936) 437–442.  Both are what
public health guidance (OHID, technical guide on confidence intervals, 2018) asks for.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from purplebook.results.judgement.exact import half_up
from purplebook.results.judgement.tails import poisson_tails
from purplebook.results.judgement.thresholds import SURE_95, Level

_SIZES = (0, 64, 256, 1024, 4096, 16384, 65536, 262144)
_STEPS_IF_SMALL, _STEPS = 8, 3
"""Each of Newton's steps doubles the right digits, and Byar's approximation starts with five for counts of 64."""


@dataclass(frozen=True)
class Interval:
    """Lower and upper ends, one for each figure; NaN where there is no interval."""

    lower: np.ndarray
    upper: np.ndarray

    def rounded(self, *, places: int) -> Interval:
        """Both ends rounded half up, as they are shown."""
        return Interval(half_up(self.lower, places=places), half_up(self.upper, places=places))


def wilson(numerators: np.ndarray, denominators: np.ndarray, *, level: Level = SURE_95) -> Interval:
    """Wilson's interval of each percentage, in percent.

    Nothing of n starts at 0 exactly, all of n ends at 100 exactly.  There is no interval (NaN) of nothing, nor where
    the numerator is below nought or above its denominator, because that is no proportion.
    """
    k, n = np.broadcast_arrays(np.asarray(numerators, float), np.asarray(denominators, float))
    known = (n > 0) & (k >= 0) & (k <= n)
    k, n = np.where(known, k, 0.0), np.where(known, n, 1.0)
    square = level.z * level.z
    middle = 2.0 * k + square
    reach = level.z * np.sqrt(square + 4.0 * k * (n - k) / n)
    size = 2.0 * (n + square)
    lower = np.where(k == 0, 0.0, 100.0 * ((middle - reach) / size))
    upper = np.where(k == n, 100.0, 100.0 * ((middle + reach) / size))
    return Interval(np.where(known, lower, np.nan), np.where(known, upper, np.nan))


def poisson(counts: np.ndarray, *, level: Level = SURE_95) -> Interval:
    """The exact interval of the number expected behind each count; NaN for a count below nought or not known."""
    asked = np.asarray(counts, float)
    known = asked >= 0
    different, place = np.unique(np.where(known, asked, 0.0), return_inverse=True)
    lower, upper = np.zeros_like(different), np.zeros_like(different)
    # Small counts need few terms: they do not wait for the large ones.
    for smallest, next_smallest in zip(_SIZES, (*_SIZES[1:], np.inf), strict=True):
        chosen = (different >= smallest) & (different < next_smallest)
        if chosen.any():
            steps = _STEPS if smallest else _STEPS_IF_SMALL
            lower[chosen] = _lower(different[chosen], level, steps)
            upper[chosen] = _upper(different[chosen], level, steps)
    place = place.reshape(asked.shape)
    return Interval(np.where(known, lower[place], np.nan), np.where(known, upper[place], np.nan))


def poisson_rate(counts: np.ndarray, population: np.ndarray, *, per: int, level: Level = SURE_95) -> Interval:
    """The exact interval of each rate for every `per` of a population; NaN where no population is known."""
    people = np.asarray(population, float)
    known = people > 0
    ends = poisson(counts, level=level)
    people = np.where(known, people, 1.0)
    return Interval(*(np.where(known, end * float(per) / people, np.nan) for end in (ends.lower, ends.upper)))


def _upper(k: np.ndarray, level: Level, steps: int) -> np.ndarray:
    """Where a count of k or fewer has exactly the chance of the tail: Newton's steps from Byar's approximation."""
    expected = (k + 1.0) * _cube(1.0 - 1.0 / (9.0 * (k + 1.0)) + level.z / (3.0 * np.sqrt(k + 1.0)))
    for _ in range(steps):
        tails = poisson_tails(k, expected)
        expected = expected + (tails.at_most - level.tail) / tails.exactly
    return expected


def _lower(k: np.ndarray, level: Level, steps: int) -> np.ndarray:
    """Where a count of k or more has exactly the chance of the tail; nought for nought."""
    some = np.where(k > 0, k, 1.0)
    start = some * _cube(1.0 - 1.0 / (9.0 * some) - level.z / (3.0 * np.sqrt(some)))
    # Byar's approximation falls below nought for a count of one.
    expected = np.maximum(start, level.tail)
    for _ in range(steps):
        tails = poisson_tails(some, expected)
        expected = expected + (level.tail - tails.at_least) / (tails.exactly * some / expected)
    return np.where(k > 0, expected, 0.0)


def _cube(x: np.ndarray) -> np.ndarray:
    return x * x * x
