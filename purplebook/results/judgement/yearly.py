"""What is known by the year only: tested as a trend over five years at least, never by one year beside another.

Counts by how they rise for what they are out of (people, or nothing where years are alike), percentages likewise, other
values by their order (Kendall).  The spread is the larger of that given and that of the years around their trend.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from purplebook.results.judgement.windows import FLOWS

FEWEST_YEARS = 5

_ALPHA, _Z = FLOWS[2].alpha, FLOWS[2].z


@dataclass(frozen=True)
class Trend:
    """Over how many years, which way (None: no sign of a trend), and what the first and the last year are on it."""

    years: int
    is_higher: bool | None
    first: float
    last: float


def trend_of_parts(top: np.ndarray, bottom: np.ndarray, *, is_share: bool, spread: float = 1.0) -> Trend | None:
    """The trend of percentages, or of counts for what they are out of; None of fewer than five years with a figure.

    A year without a figure is left out; the others keep their places.
    """
    k, n = np.asarray(top, float), np.asarray(bottom, float)
    known = np.isfinite(k) & np.isfinite(n) & (n > 0)
    year, k, n = np.flatnonzero(known).astype(float), k[known], n[known]
    if len(year) < FEWEST_YEARS:
        return None
    level = k.sum() / n.sum()
    away = year - (n * year).sum() / n.sum()
    unit = level * (1.0 - level) if is_share else level
    if unit <= 0:
        return Trend(len(year), None, level, level)
    slope = (away * k).sum() / (n * away * away).sum()
    line = level + slope * away
    around = float(((k - n * line) ** 2 / (n * unit)).sum()) / (len(year) - 2)
    strength = slope * math.sqrt((n * away * away).sum() / (unit * max(spread, around, 1.0)))
    # Few years know little of their own spread: the ends are those of Student's t where it is what counts.
    needed = _needed(len(year) - 2) if around > max(spread, 1.0) else _Z
    way = None if abs(strength) <= needed else bool(strength > 0)
    return Trend(len(year), way, float(line[0]), float(line[-1]))


def trend_of_values(values: np.ndarray) -> Trend | None:
    """The trend of values whose parts are not known, by how often a later one is higher; None of fewer than five."""
    value = np.asarray(values, float)
    value = value[np.isfinite(value)]
    count = len(value)
    if count < FEWEST_YEARS:
        return None
    score = int(np.sign(np.subtract.outer(value, value)[np.tril_indices(count, -1)]).sum())
    chance = 2.0 * _kendall(count, abs(score))
    way = None if score == 0 or chance > _ALPHA else score > 0
    return Trend(count, way, float(value[0]), float(value[-1]))


def _kendall(count: int, score: int) -> float:
    """The chance of so high a score, or a higher one, when every order of the years is as likely."""
    # How many orders have so many pairs the wrong way round, one more year at a time.
    orders = np.ones(1)
    for years in range(2, count + 1):
        orders = np.convolve(orders, np.ones(years))
    pairs = count * (count - 1) // 2
    return float(orders[: (pairs - score) // 2 + 1].sum() / orders.sum())


def _needed(freedom: int) -> float:
    """How many standard deviations lie at the ends of Student's t for so many degrees of freedom (2% in both)."""
    return _STUDENT[min(freedom, len(_STUDENT)) - 1]


_STUDENT = (31.821, 6.965, 4.541, 3.747, 3.365, 3.143, 2.998, 2.896, 2.821, 2.764)
