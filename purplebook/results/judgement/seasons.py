"""What the calendar does to counts: months have 28 to 31 days, and August, for one, is not like others.

Factors are learnt from whole years before the window that is judged, two at least, and only where months differ beyond
chance; they are drawn towards 1 by how sure they are.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from purplebook.results.judgement.base import Base

_DAYS = (31.0, 28.25, 31.0, 30.0, 31.0, 30.0, 31.0, 31.0, 30.0, 31.0, 30.0, 31.0)
_MEAN_DAYS = sum(_DAYS) / 12.0

_BEYOND_CHANCE = (np.inf, np.inf, 2.818, 2.259, 2.093, 2.014, 1.968, 1.937, 1.915, 1.898, 1.886)
"""The 5% points of F with 11 and 11 × (years − 1) degrees of freedom, by the number of years."""


@dataclass(frozen=True)
class Season:
    """The days of each month as a share of a mean month's, and what each month does after so many whole years.

    `factors` is years × months of the series; `sureness` (by years) is how far factors were drawn from 1 to what was
    seen, from 0 to 1.
    """

    first: int
    days: np.ndarray
    factors: np.ndarray
    sureness: np.ndarray

    def years_before(self, window: int) -> np.ndarray:
        """For each month how many whole years lie between the baseline's start and a window that ends with it."""
        months = np.arange(len(self.days)) - window + 1 - self.first
        return np.clip(months // 12, 0, len(self.sureness) - 1)

    def uncertainty(self, window: int) -> np.ndarray:
        """What the factors' own chance adds to the variance, as a share of it, for each month."""
        years = self.years_before(window)
        return self.sureness[years] ** 2 / np.maximum(years, 1)

    def of_baseline(self, number: int) -> tuple[np.ndarray, float]:
        """Each month's factor by the baseline's own first months, and the degrees of freedom that they use up."""
        years = min(number // 12, len(self.sureness) - 1)
        return self.factors[years], 11.0 * float(self.sureness[years])


def season_of(counts: np.ndarray, base: Base, *, months: tuple[int, ...]) -> Season:
    """What the calendar does to a series from the start of its baseline; nothing where the calendar is not known."""
    none = np.ones(len(counts))
    if not months:
        return Season(base.first, none, none[None], np.zeros(1))
    calendar = np.array(months) - 1
    days = np.array(_DAYS)[calendar] / _MEAN_DAYS
    most = min(max(len(counts) - base.first, 0) // 12, len(_BEYOND_CHANCE) - 1)
    factors, sureness = [none, none], [0.0, 0.0]
    for years in range(2, most + 1):
        learnt, sure = _learnt(counts / days, base.first, years)
        by_month = np.ones(12)
        by_month[calendar[base.first : base.first + 12]] = learnt
        factors.append(by_month[calendar])
        sureness.append(sure)
    return Season(base.first, days, np.stack(factors), np.array(sureness))


def _learnt(daily: np.ndarray, first: int, years: int) -> tuple[np.ndarray, float]:
    """The factors of twelve months from so many years, and how far they were drawn from 1 to what was seen."""
    table = daily[first : first + 12 * years].reshape(years, 12)
    means = table.mean(axis=1, keepdims=True)
    if not means.min() > 0:
        return np.ones(12), 0.0
    # By the year's own mean, so that a level that changed does not pass for the calendar.
    scaled = table / means
    usual = scaled.mean(axis=0)
    between = years * ((usual - 1.0) ** 2).sum() / 11.0
    within = ((scaled - usual) ** 2).sum() / (11.0 * (years - 1))
    if not within > 0 or between <= _BEYOND_CHANCE[years] * within:
        return np.ones(12), 0.0
    sure = 1.0 - within / between
    return 1.0 + sure * (usual - 1.0), sure
