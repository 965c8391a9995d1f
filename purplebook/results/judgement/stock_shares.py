"""Percentages of a stock: the same children are asked month after month, so months are alike.

How alike is learnt from the children (or families): what each adds above or below the usual share in one month and in a
later one.  From 24 monthly points it would be learnt far too low, and slow drifts would pass for changes.  A window's
mean is judged by where the share stood before the window.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from purplebook.results.judgement.base import FEWEST_MONTHS, Base, at_number, reasons
from purplebook.results.judgement.children import ChildMonths
from purplebook.results.judgement.grids import by_family
from purplebook.results.judgement.shares import least_points
from purplebook.results.judgement.thresholds import FEWEST_IN_DENOMINATOR
from purplebook.results.judgement.windows import HALF_YEAR, STANDING, Ranges, bent_ends, in_window, months_before

WINDOWS = STANDING[:3]
_LONGEST = 12


@dataclass(frozen=True)
class _Alike:
    """For each number of baseline months: the share, how alike months are 0, 1, 2 … apart, and the variance by size.

    `unit` is the variance of a share times its size; `mean_variance` that of the baseline's own share, by `unit`;
    `least` is how much one child varies at least.
    """

    share: np.ndarray
    by_lag: np.ndarray
    unit: np.ndarray
    mean_variance: np.ndarray
    least: np.ndarray
    more: np.ndarray
    phi: np.ndarray


def stock_share_ranges(top: np.ndarray, bottom: np.ndarray, children: ChildMonths, base: Base) -> Ranges:
    """What is usual for percentages of a stock by month, from where they stood before the window."""
    months = len(top)
    is_there = ~np.isnan(top) & (np.nan_to_num(bottom) > 0)
    k, n = np.where(is_there, top, 0.0), np.where(is_there, bottom, 0.0)
    alike = _alike(k, n, children, base)
    shape = len(WINDOWS), months
    observed, expected, low, high = (np.full(shape, np.nan) for _ in range(4))
    phi, level, surprise = np.ones(months), np.full(months, np.nan), np.full(months, np.nan)
    smallest = np.full(months, np.nan)
    with np.errstate(invalid="ignore", divide="ignore"):
        value = np.where(n > 0, k / np.where(n > 0, n, 1.0), np.nan)
    for row, window in enumerate(WINDOWS):
        w = window.months
        numbers = base.count(w)
        size = np.nan_to_num(in_window(n, w)) / w
        p, unit, more = (at_number(each, numbers) for each in (alike.share, alike.unit, alike.more))
        lags = at_number(alike.by_lag, numbers)
        before = months_before(value, w)
        judged = (numbers >= FEWEST_MONTHS) & (size >= FEWEST_IN_DENOMINATOR) & ~np.isnan(before) & is_there
        at = np.flatnonzero(judged)
        carried = lags[1 : w + 1, at].mean(axis=0)
        # The mean of the window: how alike its months are with each other, less what the month before tells.
        apart = np.abs(np.subtract.outer(np.arange(w), np.arange(w)))
        own = lags[:, at][apart].mean(axis=(0, 1)) - carried**2
        floor = (p[at] * (1.0 - p[at])) * np.maximum(own, 1e-3)
        chance = np.maximum(unit[at] * own, floor) * more[at] / size[at]
        known = (1.0 - carried) ** 2 * at_number(alike.mean_variance, numbers)[at]
        variance = np.maximum(chance, 1e-12) + known
        mean = p[at] + carried * (before[at] - p[at])
        mean = np.clip(mean, 0.0, 1.0)
        seen = in_window(k, w)[at] / in_window(n, w)[at]
        observed[row, at], expected[row, at] = 100.0 * seen, 100.0 * mean
        low[row, at], high[row, at] = _ends(
            mean, variance, size[at], z=window.z, least=at_number(alike.least, numbers)[at]
        )
        if row == 0:
            surprise[at] = (seen - mean) / np.sqrt(variance)
            phi = np.where(judged, at_number(alike.phi, numbers), 1.0)
            level = np.where(numbers >= FEWEST_MONTHS, 100.0 * p, np.nan)
        if window.months == HALF_YEAR:
            smallest[at] = least_points(p[at], variance / np.maximum(p[at] * (1.0 - p[at]), 1e-9), window)
    is_judged = np.isfinite(expected).max(axis=0)
    why = reasons(is_judged, base, lambda place: f"a percentage of {n[place]:.0f} is too small to tell")
    return Ranges(
        windows=WINDOWS,
        observed=observed,
        expected=expected,
        low=low,
        high=high,
        surprise=surprise,
        smallest=smallest,
        phi=phi,
        level=level,
        why_none=why,
        usual=_usual(alike, n, base),
        has_families=children.has_families,
    )


def _usual(alike: _Alike, n: np.ndarray, base: Base) -> tuple[float, float]:
    """The ends of a month of the baseline's usual size, whatever the month before was."""
    size = float(n[base.places].mean()) if len(base.places) >= FEWEST_MONTHS else 0.0
    if size < FEWEST_IN_DENOMINATOR:
        return np.nan, np.nan
    variance = alike.unit[-1:] * alike.more[-1:] / size + alike.mean_variance[-1:]
    variance = np.maximum(variance, 1e-12)
    low, high = _ends(alike.share[-1:], variance, np.array([size]), z=WINDOWS[0].z, least=alike.least[-1:])
    return float(low[0]), float(high[0])


def _alike(k: np.ndarray, n: np.ndarray, children: ChildMonths, base: Base) -> _Alike:
    count = len(base.places)
    yes, all_ = (grid[:, base.places] for grid in by_family(children, months=base.months))
    of_yes, of_all = _together(yes), _together(all_)
    of_both = _together(yes + all_) - of_yes - of_all
    apart = np.abs(np.subtract.outer(base.places, base.places))
    share, unit, more, phi = np.zeros(count + 1), np.zeros(count + 1), np.ones(count + 1), np.ones(count + 1)
    mean_variance, by_lag = np.zeros(count + 1), np.zeros((_LONGEST + 1, count + 1))
    least = np.full(count + 1, 1e-6)
    by_lag[0] = 1.0
    ks, ns = base.running(k), base.running(n)
    for number in range(FEWEST_MONTHS, count + 1):
        whole = ns[number]
        if not whole:
            continue
        p = ks[number] / whole
        part = slice(0, number)
        both = of_yes[part, part] - p * of_both[part, part] + p * p * of_all[part, part]
        gaps = apart[part, part]
        many = np.bincount(gaps.ravel())
        by_gap = np.bincount(gaps.ravel(), both.ravel()) / np.maximum(many, 1)
        if by_gap[0] > 0:
            known = by_gap[: _LONGEST + 1] / by_gap[0]
            # A gap that no pair of months has is as alike as the gap before it.
            known[many[: _LONGEST + 1] == 0] = 1.0
            by_lag[: len(known), number] = np.minimum.accumulate(np.clip(known, 0.0, 1.0))
        # Months that are alike tell less of the share than as many months of others.
        # Where nobody's answer ever differed nothing says how alike they are: at worst wholly, all as one month.
        mean_by_unit = by_lag[np.minimum(gaps, _LONGEST), number].mean() if by_gap[0] > 0 else 1.0
        known_by = whole / (number * mean_by_unit)
        shrunk = (p * known_by + 0.5) / (known_by + 1.0)
        # Two more on either side (Agresti and Coull): near an end a share known from few varies more than it seems.
        nearer = (p * known_by + 2.0) / (known_by + 4.0)
        least[number] = nearer * (1.0 - nearer)
        per_child = max(np.diag(both).sum() / whole, least[number])
        share[number], unit[number] = shrunk, per_child
        mean_variance[number] = per_child * mean_by_unit / (whole / number)
        phi[number] = per_child / max(shrunk * (1.0 - shrunk), 1e-9)
        more[number] = _months(k[base.places[:number]], n[base.places[:number]], p, per_child, by_lag[1, number])
    return _Alike(share, by_lag, unit, mean_variance, least, more, phi)


def _together(by_month: np.ndarray) -> np.ndarray:
    """Σ over families of what each adds in one month times what it adds in another: months × months."""
    whole = np.ascontiguousarray(by_month)
    return whole.T @ whole


def _months(k: np.ndarray, n: np.ndarray, p: float, unit: float, lag: float) -> float:
    """How much more each month strays from the month before than the children make it; 1 at least."""
    usual = n > 0
    away = np.where(usual, k / np.where(usual, n, 1.0), p) - p
    misses = away[1:] - lag * away[:-1]
    chance = unit * max(1.0 - lag * lag, 1e-3) / np.where(n[1:] > 0, n[1:], np.inf)
    some = chance > 0
    if not some.any():
        return 1.0
    return max(1.0, float((misses[some] ** 2 / chance[some]).sum()) / max(int(some.sum()) - 2, 1))


def _ends(
    mean: np.ndarray, variance: np.ndarray, size: np.ndarray, *, z: float, least: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Ends of a share in percent, skewed towards the middle as a share of so many children is."""
    deviation = np.sqrt(variance)
    inner = np.maximum(mean * (1.0 - mean), least)
    # A share of fewer children, of whom each varies as one: as skewed as it varies.
    alone = inner / variance
    bend = (1.0 - 2.0 * mean) / np.sqrt(alone * inner) * (z * z - 1.0) / 6.0
    room = 0.5 / size
    below, above = bent_ends(z, bend)
    low, high = mean + deviation * below - room, mean + deviation * above + room
    return 100.0 * np.clip(low, 0.0, 1.0), 100.0 * np.clip(high, 0.0, 1.0)
