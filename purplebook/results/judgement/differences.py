"""Whether two figures differ by more than chance: two percentages (Newcombe), two counts (exact, conditional)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from purplebook.results.judgement.intervals import Interval, wilson
from purplebook.results.judgement.tails import binomial_tails
from purplebook.results.judgement.thresholds import SURE_95, Level


@dataclass(frozen=True)
class Difference:
    """First less second, in points, with its interval; `is_real` where the interval holds no nought."""

    value: np.ndarray
    interval: Interval
    is_real: np.ndarray


def of_percentages(
    first: tuple[np.ndarray, np.ndarray],
    second: tuple[np.ndarray, np.ndarray],
    *,
    level: Level = SURE_95,
    spread: np.ndarray | float = 1.0,
) -> Difference:
    """Two independent percentages, each as (numerators, denominators), in percentage points.

    Newcombe's method 10, Statistics in Medicine 17 (1998) 873–890, which squares and adds the arms of the two Wilson
    intervals.  Children who vary together `spread` times more than single ones are as many fewer.  NaN, and never real,
    where either is no proportion.
    """
    one, two = (wilson(*_as_single(side, spread), level=level) for side in (first, second))
    p, q = _percent(*first, one), _percent(*second, two)
    value = p - q
    lower = value - _hypotenuse(p - one.lower, two.upper - q)
    upper = value + _hypotenuse(one.upper - p, q - two.lower)
    return Difference(value, Interval(lower, upper), (lower > 0) | (upper < 0))


def counts_differ(
    first: np.ndarray,
    second: np.ndarray,
    *,
    exposure_first: np.ndarray,
    exposure_second: np.ndarray,
    spread: np.ndarray | float = 1.0,
    level: Level = SURE_95,
) -> np.ndarray:
    """Whether counts are more unlike than chance makes those of one rate; `spread` times single children's chance.

    Exact where they vary as single children do; else by the normal distribution, (af − be) ÷ √(φ(a + b)ef).
    """
    k, other = np.asarray(first, float), np.asarray(second, float)
    e, f = np.asarray(exposure_first, float), np.asarray(exposure_second, float)
    exact = chance_of_counts(k, other, exposure_first=e, exposure_second=f) < 2.0 * level.tail
    away = k * f - other * e
    is_beyond = away * away > level.z * level.z * np.asarray(spread, float) * (k + other) * e * f
    return np.where(np.asarray(spread) > 1.0, exact & is_beyond, exact)


def chance_of_counts(
    first: np.ndarray, second: np.ndarray, *, exposure_first: np.ndarray, exposure_second: np.ndarray
) -> np.ndarray:
    """The chance (two-sided) of counts at least so unlike if both had one rate for their exposure (people, days).

    Exact: given their sum, the first is binomial (Przyborowski and Wilenski, Biometrika 31 (1940) 313–323); twice the
    smaller tail, at most 1.  NaN where a count is not known or an exposure is not above nought.
    """
    k, other = np.asarray(first, float), np.asarray(second, float)
    e, f = np.asarray(exposure_first, float), np.asarray(exposure_second, float)
    known = (k >= 0) & (other >= 0) & (e > 0) & (f > 0)
    k, other, e, f = (np.where(known, x, 1.0) for x in (k, other, e, f))
    tails = binomial_tails(k, k + other, e / (e + f))
    return np.where(known, np.minimum(1.0, 2.0 * np.minimum(tails.at_most, tails.at_least)), np.nan)


def _as_single(parts: tuple[np.ndarray, np.ndarray], spread: np.ndarray | float) -> tuple[np.ndarray, np.ndarray]:
    """A percentage of as many single children as would vary so much."""
    wider = np.maximum(np.asarray(spread, float), 1.0)
    return np.asarray(parts[0], float) / wider, np.asarray(parts[1], float) / wider


def _percent(numerators: np.ndarray, denominators: np.ndarray, interval: Interval) -> np.ndarray:
    """The percentages themselves, where they have an interval."""
    n = np.asarray(denominators, float)
    value = 100.0 * np.asarray(numerators, float) / np.where(n > 0, n, 1.0)
    return np.where(np.isnan(interval.lower), np.nan, value)


def _hypotenuse(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    # Not np.hypot, which belongs to the machine's mathematical library.
    return np.sqrt(a * a + b * b)
