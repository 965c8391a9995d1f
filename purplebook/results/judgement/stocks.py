"""Stocks, such as plans open at a month's end: most of a stock is last month's, so what is judged is how it moved.

From the children: of those who were in it w months ago so many are still there, and so many others have come.  Usual
arrivals and endings would bring today's stock from that of w months ago to what is expected; chance moves it by the
endings (each child stays or goes) and the arrivals (a Poisson number), in families.  A birth and death process without
an assumption about how long children stay.
"""

from __future__ import annotations

import numpy as np

from purplebook.results.judgement.base import FEWEST_MONTHS, Base, at_number, reasons
from purplebook.results.judgement.children import ChildMonths
from purplebook.results.judgement.grids import by_child, summed
from purplebook.results.judgement.spread import of_mean, ratio, student
from purplebook.results.judgement.thresholds import LOW_MEAN
from purplebook.results.judgement.windows import STANDING, Z_SEEN, Ranges, bent_ends, months_before

WINDOWS = STANDING
_FEWEST_PAIRS = 6


def stock_ranges(counts: np.ndarray, children: ChildMonths, base: Base) -> Ranges:
    """What is usual for stocks by month, from what they were one, three, six and twelve months before."""
    months = len(counts)
    inside, family = by_child(children, months=months)
    shape = len(WINDOWS), months
    observed, expected, low, high, shown = (np.full(shape, np.nan) for _ in range(5))
    phi_of_month, surprise = np.ones(months), np.full(months, np.nan)
    mean = ratio(base.running(np.nan_to_num(counts)), np.arange(len(base.places) + 1.0), otherwise=0.0)
    level = at_number(mean, base.count(1))
    for row, window in enumerate(WINDOWS):
        numbers, before = base.count(window.months), months_before(counts, window.months)
        moved = _moved(inside, family, base, window.months)
        stays, come, phi, pairs, families = (at_number(each, numbers) for each in moved)
        judged = (numbers >= FEWEST_MONTHS) & (pairs >= _FEWEST_PAIRS) & (level >= LOW_MEAN)
        judged &= ~np.isnan(before) & ~np.isnan(counts)
        x, r, a = before[judged], stays[judged], come[judged]
        known = _known_to(window.months, pairs[judged])
        ends = x * r * (1.0 - r) * (1.0 + known * x / level[judged])
        # Few families that moved know badly how much more a stock moves than single children would move it.
        more = phi[judged] * student(window.z, families[judged])
        variance = more * np.maximum(ends + a * (1.0 + known), 0.25)
        # Few arrivals are known badly, and one that was taken too low is met from above.
        badly = more * a * known
        third = more**2 * (x * r * (1.0 - r) * (1.0 - 2.0 * r) + a)
        third += 3.0 * more * badly + 2.0 * more * known * badly
        mean = x * r + a
        observed[row, judged], expected[row, judged] = counts[judged], mean
        low[row, judged], high[row, judged] = skewed_ends(mean, variance, third, z=window.z)
        shown[row, judged] = (window.z + Z_SEEN) * np.sqrt(variance) / np.where(mean > 0, mean, np.nan)
        if row == 0:
            phi_of_month = np.where(judged, phi, 1.0)
            surprise[judged] = (counts[judged] - mean) / np.sqrt(variance)
    is_judged = np.isfinite(expected).max(axis=0)
    with np.errstate(invalid="ignore"):
        smallest = np.where(is_judged, np.min(np.where(np.isnan(shown), np.inf, shown)[:3], axis=0), np.nan)
    why = reasons(is_judged, base, lambda place: _why_none(float(level[place])))
    return Ranges(
        windows=WINDOWS,
        observed=observed,
        expected=expected,
        low=low,
        high=high,
        surprise=surprise,
        smallest=smallest,
        phi=phi_of_month,
        level=np.where(base.count(1) >= FEWEST_MONTHS, level, np.nan),
        why_none=why,
        usual=_usual(inside, level, phi_of_month, base),
        has_families=children.has_families,
    )


def _usual(inside: np.ndarray, level: np.ndarray, phi: np.ndarray, base: Base) -> tuple[float, float]:
    """The ends of a stock that stays at its level, whatever it was a month before: a Poisson number, in families."""
    number = len(base.places)
    newest = int(np.argmax(base.count(1)))
    if number < FEWEST_MONTHS or level[newest] < LOW_MEAN:
        return np.nan, np.nan
    there = inside[:, base.places]
    alike = np.array(
        [np.minimum(there[:, apart:], there[:, : number - apart]).sum(0).mean() for apart in range(number)]
    )
    wider = phi[newest] * level[newest] * (1.0 + of_mean(alike / alike[0]))
    low, high = skewed_ends(
        level[newest, None], np.array([wider]), phi[newest] ** 2 * level[newest, None], z=WINDOWS[0].z
    )
    return float(low[0]), float(high[0])


def skewed_ends(
    mean: np.ndarray, variance: np.ndarray, third: np.ndarray, *, z: float
) -> tuple[np.ndarray, np.ndarray]:
    """The least and the greatest count that are usual, from the first three moments (Cornish and Fisher)."""
    deviation = np.sqrt(variance)
    lean = third / (6.0 * variance * deviation)
    below, above = bent_ends(z, lean * (z * z - 1.0))
    least = np.ceil(mean + deviation * below - 0.5)
    most = np.floor(mean + deviation * above + 0.5)
    return np.maximum(least, 0.0), most


def _known_to(window: int, pairs: np.ndarray) -> np.ndarray:
    """How badly so many pairs of months know who stays and comes, as a share of the variance of one window.

    Pairs overlap: what happens in the middle of the baseline is in more of them than what happens at its ends.
    """
    shares = np.ones(int(pairs.max(initial=1)) + 1)
    for count in range(1, len(shares)):
        months = np.convolve(np.ones(window), np.ones(count))
        shares[count] = float((months * months).sum()) / (count * count * window)
    return shares[pairs.astype(int)]


def _moved(inside: np.ndarray, family: np.ndarray, base: Base, window: int) -> tuple[np.ndarray, ...]:
    """For each number of baseline months: the share that stays, how many come, φ, and from how much these are known:
    how many pairs of months, and about how many families that came or left.
    """
    count = len(base.places)
    share, come, phi, pairs, moving = (np.full(count + 1, start) for start in (0.0, 0.0, 1.0, 0.0, 1.0))
    is_base = np.zeros(base.months, bool)
    is_base[base.places] = True
    starts = base.places[(base.places + window < base.months)]
    starts = starts[is_base[starts + window]]
    if not len(starts) or not len(inside):
        return share, come, phi, pairs, moving
    now, later = inside[:, starts], inside[:, starts + window]
    stayed = np.minimum(now, later)
    of_family = summed(stayed, family), summed(now, family), summed(later - stayed, family)
    there, still, new = now.sum(axis=0), stayed.sum(axis=0), (later - stayed).sum(axis=0)
    together = [(of_family[0] ** 2).sum(0), (of_family[0] * of_family[1]).sum(0), (of_family[1] ** 2).sum(0)]
    arrived = (of_family[2] ** 2).sum(axis=0)
    # Pairs by the month in which they end: a pair is known when both of its months are.
    ends = np.searchsorted(base.places, starts + window)
    for number in range(FEWEST_MONTHS, count + 1):
        known = ends < number
        if not known.any() or not there[known].sum():
            continue
        r, a = still[known].sum() / there[known].sum(), new[known].mean()
        expected = there[known] * r * (1.0 - r) + a
        squared = together[0][known] - 2 * r * together[1][known] + r * r * together[2][known] + arrived[known]
        families = squared.sum() / expected.sum() if expected.sum() > 0 else 1.0
        misses = still[known] + new[known] - there[known] * r - a
        freedom = known.sum() - 2
        alone = (misses**2 / np.maximum(expected, 0.25)).sum() / freedom if window == 1 and freedom > 0 else 1.0
        share[number], come[number], pairs[number] = r, a, known.sum()
        phi[number] = max(1.0, families, alone)
        # Pairs overlap: whoever moves is in as many of them as the window has months.
        moving[number] = max(expected.sum() / (window * phi[number]), 1.0)
    return share, come, phi, pairs, moving


def _why_none(usual: float) -> str:
    if usual < LOW_MEAN:
        return f"a stock of about {usual:.0f} is too small to tell"
    return "the children of earlier months are not known"
