"""Means and medians: the window's rows against the baseline's, by rank, so that one long wait is one long wait.

Each row stands at a place between 0 and 1 among the baseline's rows (ties half way); a steady window's places are ½ on
average.  The ends are written as values: the baseline's average, made longer or shorter until its rows would lie there.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from purplebook.results.judgement.base import FEWEST_MONTHS, Base, reasons
from purplebook.results.judgement.children import ChildMonths
from purplebook.results.judgement.spread import ratio
from purplebook.results.judgement.windows import HALF_YEAR, STANDING, Z_SEEN, Ranges

WINDOWS = STANDING[:3]
FEWEST_ROWS = 5
_MOST_FOR_STRETCH = 200
_STRETCHES = np.exp(np.linspace(-np.log(8.0), np.log(8.0), 49))


@dataclass(frozen=True)
class _Usual:
    """The baseline's rows in order, the spread of their places, how much wider it is, and what stretching does."""

    ordered: np.ndarray
    deviation: float
    phi: float
    average: float
    stretched: np.ndarray

    def places(self, values: np.ndarray) -> np.ndarray:
        """Where values stand among the baseline's rows, from −½ to ½."""
        below = np.searchsorted(self.ordered, values, side="left") + np.searchsorted(self.ordered, values, side="right")
        return below / (2.0 * len(self.ordered)) - 0.5

    def at(self, place: np.ndarray | float) -> np.ndarray:
        """The average that the baseline would have if its rows stood at this place on average."""
        return self.average * np.interp(place, self.stretched, _STRETCHES)


def average_ranges(value: np.ndarray, children: ChildMonths, base: Base, *, is_median: bool) -> Ranges:
    """What is usual for averages by month, each of its own rows, and what came."""
    months = len(value)
    assert children.value is not None
    order = np.argsort(children.month, kind="stable")
    rows, family = children.value[order].astype(float), children.family[order]
    starts = np.searchsorted(children.month[order], np.arange(months + 1))
    average = np.median if is_median else np.mean
    shape = len(WINDOWS), months
    observed, expected, low, high = (np.full(shape, np.nan) for _ in range(4))
    phi, level = np.ones(months), np.full(months, np.nan)
    surprise, smallest = np.full(months, np.nan), np.full(months, np.nan)
    usual: dict[int, _Usual | None] = {}
    placed: dict[int, np.ndarray] = {}
    for row, window in enumerate(WINDOWS):
        for month, number in enumerate(base.count(window.months)):
            if number < FEWEST_MONTHS or month + 1 < window.months or np.isnan(value[month]):
                continue
            first, last = starts[month + 1 - window.months], starts[month + 1]
            if number not in usual:
                usual[number] = _usual(rows, family, starts, base.places[:number], average)
                known = usual[number]
                placed[number] = np.concatenate([[0.0], np.cumsum(known.places(rows))]) if known else rows
            known = usual[number]
            if known is None or last - first < FEWEST_ROWS:
                continue
            here = float(placed[number][last] - placed[number][first]) / float(last - first)
            deviation = known.deviation * float(np.sqrt(known.phi * (1.0 / (last - first) + 1.0 / len(known.ordered))))
            ends = known.at(np.array([-window.z, window.z]) * deviation)
            came = float(value[month] if row == 0 else average(rows[first:last]))
            observed[row, month], expected[row, month] = came, known.average
            low[row, month], high[row, month] = _told_by_rank(ends, came, here, window.z * deviation)
            if row == 0:
                phi[month], surprise[month] = known.phi, here / deviation
            level[month] = known.average
            if window.months == HALF_YEAR:
                seen = known.at((window.z + Z_SEEN) * deviation)
                smallest[month] = float(seen) / known.average - 1.0 if known.average > 0 else np.nan
    is_judged = np.isfinite(expected).max(axis=0)
    why = reasons(is_judged, base, lambda place: f"{starts[place + 1] - starts[place]} in a month are too few to tell")
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
        usual=_usual_month(usual.get(len(base.places)), len(base.places)),
        has_families=children.has_families,
    )


def _usual_month(known: _Usual | None, number: int) -> tuple[float, float]:
    """The ends of a month of as many rows as are usual."""
    if known is None or not number:
        return np.nan, np.nan
    size = max(len(known.ordered) / number, 1.0)
    reach = WINDOWS[0].z * known.deviation * float(np.sqrt(known.phi * (1.0 / size + 1.0 / len(known.ordered))))
    ends = known.at(np.array([-reach, reach]))
    return float(ends[0]), float(ends[1])


def _told_by_rank(ends: np.ndarray, came: float, here: float, most: float) -> tuple[float, float]:
    """The ends of what is usual, so that what came lies beyond them when, and only when, its rows do by rank."""
    least, greatest = float(ends[0]), float(ends[1])
    if here > most:
        greatest = min(greatest, float(np.nextafter(came, -np.inf)))
    elif here < -most:
        least = max(least, float(np.nextafter(came, np.inf)))
    else:
        least, greatest = min(least, came), max(greatest, came)
    return least, greatest


def _usual(rows: np.ndarray, family: np.ndarray, starts: np.ndarray, places: np.ndarray, average) -> _Usual | None:
    """What is usual from the rows of these months; None from fewer than a month's worth."""
    in_month = np.diff(starts)
    month = np.repeat(np.arange(len(in_month)), in_month)
    chosen = np.flatnonzero(np.isin(month, places))
    if len(chosen) < FEWEST_MONTHS:
        return None
    ordered = np.sort(rows[chosen])
    first = _Usual(ordered, 0.0, 1.0, float(average(ordered)), np.zeros(len(_STRETCHES)))
    at = first.places(rows[chosen])
    square = float((at * at).sum())
    if square <= 0:
        return None
    month = np.searchsorted(places, month[chosen])
    sizes = np.bincount(month)
    by_month = np.bincount(month, at)
    _, which = np.unique(family[chosen].astype(np.int64) * len(places) + month, return_inverse=True)
    families = float((np.bincount(which, at) ** 2).sum()) / square
    variance = square / len(chosen)
    alone = float(ratio(by_month**2, sizes * variance, otherwise=0.0).sum()) / (len(places) - 1)
    few = ordered[np.linspace(0, len(ordered) - 1, min(len(ordered), _MOST_FOR_STRETCH)).astype(int)]
    stretched = first.places(_STRETCHES[:, None] * few).mean(axis=1)
    return _Usual(ordered, float(np.sqrt(variance)), max(1.0, families, alone), first.average, stretched)
