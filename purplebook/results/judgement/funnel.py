"""Funnel limits: how far an authority of its size may lie from its neighbours by chance alone.

After Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202: exact binomial limits for percentages, exact Poisson
for rates; where neighbours differ by more than chance, wider ones, and the funnel says so.  The centre is the
neighbours' own: the authority that is judged is left out of it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from purplebook.results.judgement.tails import binomial_ends, poisson_ends
from purplebook.results.judgement.thresholds import SURE_95, SURE_998


@dataclass(frozen=True)
class Funnel:
    """Limits for each size asked for; a figure *on* a limit is inside it.

    `spread` is how much more the neighbours vary than chance would have it (1: just as much).  `is_widened` says
    whether the limits were widened for it.  `events` are the neighbours' events together, of a percentage those for or
    against, whichever are fewer.  All NaN where there is nothing to compare with.
    """

    centre: float
    lower_95: np.ndarray
    upper_95: np.ndarray
    lower_998: np.ndarray
    upper_998: np.ndarray
    neighbours: int
    events: float
    spread: float
    is_widened: bool = False


def percentage_funnel(
    numerators: np.ndarray, denominators: np.ndarray, *, at: np.ndarray, widen: bool = True
) -> Funnel:
    """Limits in percent for denominators `at`, around all neighbours' percentage together.

    Neighbours whose denominator is nought or not known are left out.  A size of nought has no limits.
    """
    k, n = _kept(numerators, denominators)
    share = _total(k) / _total(n) if n.size else np.nan
    chance = share * (1.0 - share)
    events = min(_total(k), _total(n - k))
    spread = _spread((k / n - share) / np.sqrt(chance / n)) if chance > 0 else 1.0
    size = _sizes(at)
    if _is_wide(spread, n.size, widen):
        return _widened(100.0 * share, 100.0 * np.sqrt(chance / size), n.size, events, spread, ceiling=100.0)
    ends = [
        100.0 * _known(limit, size * share) / size
        for level in (SURE_95, SURE_998)
        for limit in binomial_ends(np.nan_to_num(size), np.asarray(share), tail=level.tail)
    ]
    return Funnel(100.0 * share, *ends, neighbours=n.size, events=events, spread=spread)


def rate_funnel(counts: np.ndarray, populations: np.ndarray, *, at: np.ndarray, per: int, widen: bool = True) -> Funnel:
    """Limits of a rate for every `per` of populations `at`, around all neighbours' rate together."""
    k, n = _kept(counts, populations)
    rate = _total(k) / _total(n) if n.size else np.nan
    spread = _spread((k / n - rate) / np.sqrt(rate / n)) if rate > 0 else 1.0
    size = _sizes(at)
    if _is_wide(spread, n.size, widen):
        return _widened(per * rate, per * np.sqrt(rate / size), n.size, _total(k), spread, ceiling=np.inf)
    expected = size * rate
    ends = [
        float(per) * _known(limit, expected) / size
        for level in (SURE_95, SURE_998)
        for limit in poisson_ends(np.nan_to_num(expected), tail=level.tail)
    ]
    return Funnel(per * rate, *ends, neighbours=n.size, events=_total(k), spread=spread)


def _sizes(at: np.ndarray) -> np.ndarray:
    size = np.asarray(at, float)
    return np.where(size > 0, size, np.nan)


def _known(limit: np.ndarray, expected: np.ndarray) -> np.ndarray:
    return np.where(np.isfinite(expected), limit, np.nan)


def _kept(top: np.ndarray, bottom: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    k, n = np.asarray(top, float), np.asarray(bottom, float)
    known = (n > 0) & (k >= 0)
    return k[known], n[known]


def _total(parts: np.ndarray) -> float:
    """A sum in the order of the parts: whole numbers exactly, others the same everywhere."""
    return float(np.cumsum(parts)[-1]) if parts.size else 0.0


def _spread(distances: np.ndarray) -> float:
    """The mean squared distance from the centre in standard deviations, a tenth at each end drawn in (winsorised)."""
    ordered = np.sort(distances)
    drawn = len(ordered) // 10
    inner = np.clip(ordered, ordered[drawn], ordered[len(ordered) - 1 - drawn])
    return _total(inner * inner) / len(ordered)


def _is_wide(spread: float, count: int, widen: bool) -> bool:
    """Whether neighbours vary by more than chance, by two standard deviations of what chance would give."""
    return widen and count > 1 and spread * count > (count - 1) + 2.0 * float(np.sqrt(2.0 * (count - 1)))


def _widened(centre: float, arm: np.ndarray, count: int, events: float, spread: float, *, ceiling: float) -> Funnel:
    arm = arm * float(np.sqrt(spread))
    ends = [
        np.clip(centre + sign * level.z * arm, 0.0, ceiling) for level in (SURE_95, SURE_998) for sign in (-1.0, 1.0)
    ]
    return Funnel(centre, *ends, neighbours=count, events=events, spread=spread, is_widened=True)
