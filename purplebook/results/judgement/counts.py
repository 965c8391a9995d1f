"""Counts and rates, and rare events: a negative binomial around the baseline's mean, with exact ends.

Expected is the baseline's mean for as many months, by what the calendar does; the variance is φE(1 + E ÷ all of the
baseline), because the mean itself is known from so many only.  Rare events are judged in windows of 3, 6 and 12
months, and by how long there were none.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from purplebook.results.judgement.base import FEWEST_MONTHS, Base, at_number, reasons
from purplebook.results.judgement.children import ChildMonths
from purplebook.results.judgement.seasons import Season, season_of
from purplebook.results.judgement.spread import families_in_blocks, in_blocks, ratio
from purplebook.results.judgement.tails import negative_binomial_ends
from purplebook.results.judgement.thresholds import LOW_MEAN
from purplebook.results.judgement.windows import FLOWS, RARES, Z_SEEN, Ranges, Window, in_window

WINDOWS = (*FLOWS, RARES[-1])
_OFTEN, _RARE = WINDOWS, (FLOWS[0], *RARES)
_IS_FOR_RARE = np.array([False, True, True, True])
_IS_FOR_OFTEN = np.array([True, True, True, False])
_AUGUST = 8


@dataclass(frozen=True)
class _Window:
    """One window of all months: what is expected, its variance, and whether it is judged."""

    expected: np.ndarray
    variance: np.ndarray
    observed: np.ndarray
    phi: np.ndarray
    level: np.ndarray
    count: np.ndarray


def count_ranges(counts: np.ndarray, children: ChildMonths | None, base: Base, *, months: tuple[int, ...]) -> Ranges:
    """What is usual for counts by month, and what came."""
    season = season_of(counts, base, months=months)
    worked = [_of_window(counts, children, base, season, window) for window in WINDOWS]
    level = worked[0].level
    is_rare = level < LOW_MEAN
    enough = np.stack([each.count >= FEWEST_MONTHS for each in worked])
    enough &= ~np.isnan(np.stack([each.observed for each in worked]))
    enough &= np.where(is_rare, _IS_FOR_RARE[:, None], _IS_FOR_OFTEN[:, None])
    enough &= np.stack([each.level for each in worked]) * 12 >= LOW_MEAN
    shown = enough.copy()
    shown[0] = worked[0].count >= FEWEST_MONTHS
    low, high = np.full(enough.shape, np.nan), np.full(enough.shape, np.nan)
    often, rare = (np.array([(each.alpha, each.z) for each in windows]) for windows in (_OFTEN, _RARE))
    alpha, z = (np.where(is_rare, rare[:, part, None], often[:, part, None]) for part in (0, 1))
    expected = np.stack([each.expected for each in worked])
    variance = np.stack([each.variance for each in worked])
    low[shown], high[shown] = _ends(expected[shown], variance[shown], alpha[shown])
    expected[~shown] = np.nan
    if months:
        # Two Augusts do not teach August: a month in which schools are closed is never called low by itself.
        low[0, (np.array(months) == _AUGUST) & shown[0]] = 0.0
    observed = np.stack([each.observed for each in worked])
    _none_for_long(counts, worked[-1], is_rare & enough.max(axis=0), observed, low)
    why = reasons(
        enough.max(axis=0), base, lambda place: f"about {level[place] * 12:.0f} in a year are too few to tell"
    )
    year_or_half = np.where(is_rare, 3, 2), np.arange(len(counts))
    return Ranges(
        windows=WINDOWS,
        observed=observed,
        expected=expected,
        low=low,
        high=high,
        judged=enough,
        surprise=(counts - expected[0]) / np.sqrt(np.where(variance[0] > 0, variance[0], np.nan)),
        smallest=least_rise(expected[year_or_half], variance[year_or_half], z[year_or_half]),
        phi=worked[0].phi,
        level=level,
        why_none=why,
        rare=is_rare,
        usual=_usual(counts, worked[0], base),
        has_families=children is not None and children.has_families,
    )


def least_rise(expected: np.ndarray, variance: np.ndarray, z: np.ndarray) -> np.ndarray:
    """The least rise beyond eight times in ten, as a share of what is expected: a larger count varies more."""
    deviation = np.sqrt(variance) / np.where(expected > 0, expected, np.nan)
    rise = (z + Z_SEEN) * deviation
    for _ in range(4):
        rise = (z + Z_SEEN * np.sqrt(1.0 + rise)) * deviation
    return rise


def _of_window(counts: np.ndarray, children: ChildMonths | None, base: Base, season: Season, window: Window) -> _Window:
    is_there = ~np.isnan(counts)
    numbers = base.count(window.months)
    total = at_number(base.running(np.nan_to_num(counts)), numbers)
    rate = ratio(total, at_number(base.running(season.days), numbers), otherwise=0.0)
    # What the calendar does is known from whole years before the window: one row for each number of years.
    usual = np.stack([in_window(is_there * season.days * each, window.months) for each in season.factors])
    expected = rate * usual[season.years_before(window.months), np.arange(len(counts))]
    phi = np.maximum(_families(counts, children, base, window), _months(counts, base, season))
    phi = at_number(np.maximum(phi, 1.0), numbers)
    known_to = ratio(expected, total, otherwise=0.0) + season.uncertainty(window.months)
    observed = in_window(np.where(is_there, counts, 0.0), window.months)
    level = ratio(total, numbers, otherwise=0.0)
    return _Window(expected, phi * expected * (1.0 + known_to), observed, phi, level, numbers)


def _families(counts: np.ndarray, children: ChildMonths | None, base: Base, window: Window) -> np.ndarray:
    if children is None:
        return np.ones(len(base.places) + 1)
    square, _, _ = families_in_blocks(children, base, months=window.months)
    return ratio(square, in_blocks(counts, base, months=window.months), otherwise=1.0)


def _months(counts: np.ndarray, base: Base, season: Season) -> np.ndarray:
    """The months' own spread for each number of baseline months: Pearson's χ² by its degrees of freedom."""
    phi = np.ones(len(base.places) + 1)
    for number in range(FEWEST_MONTHS, len(phi)):
        chosen = base.places[:number]
        factors, used = season.of_baseline(number)
        usual, values = (season.days * factors)[chosen], counts[chosen]
        mean = usual * (values.sum() / usual.sum())
        if mean.min() > 0:
            phi[number] = ((values - mean) ** 2 / mean).sum() / (number - 1 - used)
    return phi


def _usual(counts: np.ndarray, alone: _Window, base: Base) -> tuple[float, float]:
    """The ends of a month as long as any, whatever the calendar does."""
    number = len(base.places)
    if number < FEWEST_MONTHS:
        return np.nan, np.nan
    mean = np.array([counts[base.places].mean()])
    phi = alone.phi[np.argmax(alone.count)]
    low, high = negative_binomial_ends(mean, phi * mean * (1.0 + 1.0 / number), tail=np.array(WINDOWS[0].alpha / 2.0))
    return float(low[0]), float(high[0])


def _ends(expected: np.ndarray, variance: np.ndarray, alpha: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Exact ends, worked out once for all months that are alike."""
    alike, which = np.unique(np.stack([expected, variance, alpha]), axis=1, return_inverse=True)
    low, high = negative_binomial_ends(alike[0], alike[1], tail=alike[2] / 2.0)
    return low[which.ravel()], high[which.ravel()]


def _none_for_long(
    counts: np.ndarray, year: _Window, is_judged: np.ndarray, observed: np.ndarray, low: np.ndarray
) -> None:
    """Mark rare events that have stayed away: where so many months without one have a chance below the last window's.

    Told in the window of a year, whose low end is set above nought.
    """
    run = 0
    for place, count in enumerate(counts):
        run = run + 1 if count == 0 else 0
        if run >= 12 and is_judged[place] and year.count[place] >= FEWEST_MONTHS:
            rate, phi = float(year.level[place]), float(year.phi[place])
            mean = np.array([run * rate])
            variance = phi * mean * (1.0 + run / max(float(year.count[place]), 1.0))
            if negative_binomial_ends(mean, variance, tail=np.array([WINDOWS[-1].alpha / 2.0]))[0][0] > 0:
                low[-1, place], observed[-1, place] = max(low[-1, place], 1.0), 0.0
