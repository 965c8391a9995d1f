"""Percentages of what happened in a month: a beta-binomial around the baseline's share, with exact ends at each size.

The share is (K + ½) ÷ (N + 1), so that all or none of the baseline leaves room for chance; any two children of a window
are as alike as φ(1 + n ÷ N) says.
"""

from __future__ import annotations

import numpy as np

from purplebook.results.judgement.base import FEWEST_MONTHS, Base, at_number, reasons, squared_misses
from purplebook.results.judgement.children import ChildMonths
from purplebook.results.judgement.spread import families_in_blocks, in_blocks, ratio
from purplebook.results.judgement.tails import beta_binomial_ends
from purplebook.results.judgement.thresholds import FEWEST_IN_DENOMINATOR
from purplebook.results.judgement.windows import FLOWS, HALF_YEAR, Z_SEEN, Ranges, Window, in_window

WINDOWS = FLOWS
_MOST_ALIKE = 0.999


def share_ranges(top: np.ndarray, bottom: np.ndarray, children: ChildMonths | None, base: Base) -> Ranges:
    """What is usual for percentages by month, each with its own number of children, and what came."""
    is_there = ~np.isnan(top) & (np.nan_to_num(bottom) > 0)
    k, n = np.where(is_there, top, 0.0), np.where(is_there, bottom, 0.0)
    shape = len(WINDOWS), len(top)
    observed, expected, low, high = (np.full(shape, np.nan) for _ in range(4))
    month_phi, level, smallest = np.ones(len(top)), np.full(len(top), np.nan), np.full(len(top), np.nan)
    surprise, size, judged = np.full(len(top), np.nan), np.zeros(shape), np.zeros(shape, bool)
    yes, whole = base.running(k), base.running(n)
    share = (yes + 0.5) / (whole + 1.0)
    by_months = _months(k, n, base)
    for row, window in enumerate(WINDOWS):
        numbers = base.count(window.months)
        phi = at_number(np.maximum(np.maximum(_families(children, base, share, n, window), by_months), 1.0), numbers)
        p, known = at_number(share, numbers), at_number(whole, numbers)
        here, size[row] = in_window(k, window.months), np.nan_to_num(in_window(n, window.months))
        judged[row] = (numbers >= FEWEST_MONTHS) & (size[row] >= FEWEST_IN_DENOMINATOR) & (known > 0)
        at = judged[row]
        many = size[row][at]
        wide = phi[at] * (1.0 + many / known[at])
        alike = np.clip((wide - 1.0) / (many - 1.0), 0.0, _MOST_ALIKE)
        ends = beta_binomial_ends(many, p[at], alike, tail=np.array(window.alpha / 2.0))
        observed[row, at] = 100.0 * here[at] / many
        expected[row, at] = 100.0 * p[at]
        low[row, at], high[row, at] = (100.0 * end / many for end in ends)
        if row == 0:
            month_phi, level = phi, np.where(numbers >= FEWEST_MONTHS, 100.0 * p, np.nan)
            surprise[at] = (observed[0, at] - expected[0, at]) / (100.0 * np.sqrt(p[at] * (1.0 - p[at]) * wide / many))
        if window.months == HALF_YEAR:
            smallest[at] = least_points(p[at], wide / many, window)
    why = reasons(
        judged.max(axis=0),
        base,
        lambda place: f"a percentage of {size[-1, place]:.0f} in six months is too small",
    )
    return Ranges(
        windows=WINDOWS,
        observed=observed,
        expected=expected,
        low=low,
        high=high,
        surprise=surprise,
        smallest=smallest,
        phi=month_phi,
        level=level,
        why_none=why,
        usual=_usual(float(share[-1]), float(whole[-1]), float(month_phi[np.argmax(base.count(1))]), base),
        has_families=children is not None and children.has_families,
    )


def _usual(share: float, whole: float, phi: float, base: Base) -> tuple[float, float]:
    """The ends of a month of the baseline's usual size."""
    number = len(base.places)
    size = np.floor(whole / number) if number >= FEWEST_MONTHS else 0.0
    if size < 2:
        return np.nan, np.nan
    alike = np.clip((phi * (1.0 + 1.0 / number) - 1.0) / (size - 1.0), 0.0, _MOST_ALIKE)
    ends = beta_binomial_ends(
        np.array([size]), np.array([share]), np.array([alike]), tail=np.array(WINDOWS[0].alpha / 2.0)
    )
    return float(100.0 * ends[0][0] / size), float(100.0 * ends[1][0] / size)


def least_points(share: np.ndarray, variance: np.ndarray, window: Window) -> np.ndarray:
    """The least change towards the middle, in points, that lies beyond eight times in ten.

    `variance` is that of a share for each p(1 − p).  Towards the middle a share varies more, so that way is told.
    """
    away = np.zeros_like(share)
    for _ in range(6):
        there = np.clip(np.where(share > 0.5, share - away, share + away), 0.001, 0.999)
        away = window.z * np.sqrt(variance * share * (1.0 - share)) + Z_SEEN * np.sqrt(variance * there * (1.0 - there))
    return 100.0 * away


def _families(
    children: ChildMonths | None,
    base: Base,
    share: np.ndarray,
    n: np.ndarray,
    window: Window,
) -> np.ndarray:
    """How much more families make a share vary: siblings have one answer as often as they have, no more."""
    if children is None:
        return np.ones_like(share)
    square, product, many = families_in_blocks(children, base, months=window.months)
    inside = in_blocks(n, base, months=window.months)
    return ratio(squared_misses((square, product, many), share), inside * share * (1.0 - share), otherwise=1.0)


def _months(k: np.ndarray, n: np.ndarray, base: Base) -> np.ndarray:
    """The months' own spread for each number of baseline months: Pearson's χ² by its degrees of freedom."""
    phi = np.ones(len(base.places) + 1)
    for number in range(FEWEST_MONTHS, len(phi)):
        chosen = base.places[:number]
        p = k[chosen].sum() / n[chosen].sum()
        if 0.0 < p < 1.0:
            phi[number] = ((k[chosen] - n[chosen] * p) ** 2 / n[chosen]).sum() / (p * (1.0 - p) * (number - 1))
    return phi
