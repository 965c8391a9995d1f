"""XmR control charts as NHS England's Making Data Count draws them, for any number of series at once.

The centre line is the mean; the limits lie 2.66 average moving ranges from it.  Values are read to four decimal places
and everything up to the last rounding is in whole numbers, so a point *on* a limit is on it on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from purplebook.errors import UserError
from purplebook.results.judgement.exact import quotients
from purplebook.results.judgement.rules import Points, Signals, signals
from purplebook.results.judgement.stretches import Stretches
from purplebook.results.judgement.thresholds import (
    FEWEST_POINTS,
    FEWEST_RANGES,
    FEWEST_RUN_POINTS,
    LARGE_RANGE_THOUSANDTHS,
    MOST_RUN_POINTS,
    RANGE_FACTOR_HUNDREDTHS,
    SHIFT_POINTS,
    TREND_POINTS,
)

_UNIT = 10_000
_LARGEST = 2**62


@dataclass(frozen=True)
class Method:
    """How charts are made, where Making Data Count leaves a choice."""

    shift_points: int = SHIFT_POINTS
    trend_points: int = TREND_POINTS
    leaves_out_large_ranges: bool = True

    def __post_init__(self) -> None:
        for name, points in (("shift", self.shift_points), ("trend", self.trend_points)):
            if not FEWEST_RUN_POINTS <= points <= MOST_RUN_POINTS:
                raise UserError(f"A {name} is {FEWEST_RUN_POINTS} to {MOST_RUN_POINTS} points in a row, not {points}.")


class NoLimits(IntEnum):
    """Why a baseline has no limits."""

    HAS_LIMITS = 0
    TOO_FEW_POINTS = 1
    TOO_MANY_GAPS = 2
    HARDLY_CHANGES = 3


@dataclass(frozen=True)
class Chart:
    """Charts of many series; every array is series × months.

    `mean`, `lower` and `upper` are rounded half up and NaN where `no_limits` says why.  `sums` of `points` values and
    `range_sums` of `ranges` moving ranges are the exact whole numbers behind them, in ten-thousandths.  `left_out`
    marks months whose moving range was too large to count.
    """

    values: np.ndarray
    phases: np.ndarray
    immature: np.ndarray
    mean: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    no_limits: np.ndarray
    sums: np.ndarray
    points: np.ndarray
    range_sums: np.ndarray
    ranges: np.ndarray
    left_out: np.ndarray
    signals: Signals
    method: Method

    def never_differs(self, series: int, month: int) -> bool:
        """Whether every complete month of its baseline has the value of this one."""
        same = (self.phases[series] == self.phases[series, month]) & ~self.immature[series]
        values = self.values[series, same]
        return bool((np.isnan(values) | (values == self.values[series, month])).all())

    def against(self, target: np.ndarray) -> np.ndarray:
        """Where a target lies, exactly and before limits are cut to what can be: −1 on or below the lower limit, 1 on
        or above the upper, 0 between.  It has no meaning where there are no limits."""
        # No limit lies further out than this, and larger numbers would not fit.
        furthest = 10.0 * np.nanmax(np.abs(self.values), initial=0.0) + 1.0
        wanted = np.clip(np.broadcast_to(np.asarray(target, float), self.values.shape), -furthest, furthest)
        off = _whole(np.nan_to_num(wanted)) * self.points - self.sums
        reach = RANGE_FACTOR_HUNDREDTHS * self.range_sums * self.points
        return np.where(np.abs(off) * 100 * self.ranges >= reach, np.sign(off), 0)


def control_charts(
    values: np.ndarray,
    *,
    phases: np.ndarray | None = None,
    immature: np.ndarray | None = None,
    immature_may_fall: np.ndarray | bool = False,
    first_points: np.ndarray | int | None = None,
    floor: np.ndarray | float = -np.inf,
    ceiling: np.ndarray | float = np.inf,
    method: Method | None = None,
    places: int = 2,
) -> Chart:
    """One chart for each row of `values` (series × months in a row, NaN where a month has no value).

    `phases` numbers the baseline of each month (see `baselines.phases`), for all series or for each.  `immature` months
    never enter limits; they may count as high and never as low, or not at all where late records may lower the value
    too (`immature_may_fall`, as in percentages).  `first_points`: only so many first points of each baseline make its
    limits.  Limits are cut at `floor` and `ceiling` (0 for counts, 0 and 100 for percentages).

    A moving range never spans a month without a value, an immature month or two baselines.
    """
    method = method or Method()
    table = _table(values)
    phase = np.broadcast_to(np.zeros(1, np.int64) if phases is None else np.asarray(phases, np.int64), table.shape)
    young = np.broadcast_to(np.asarray(False if immature is None else immature, bool), table.shape)
    known = ~np.isnan(table)
    mature = known & ~young
    whole = _whole(np.where(known, table, 0.0))
    joined = np.zeros(table.shape, bool)
    joined[:, 1:] = phase[:, 1:] == phase[:, :-1]
    if (np.diff(phase, axis=1) < 0).any():
        raise ValueError("The baselines of a series must be numbered in the order of its months.")

    stretches = Stretches(joined)
    measured = mature & _first(mature, stretches, first_points)
    points, sums = stretches.total(measured), stretches.total(np.where(measured, whole, 0))
    ranged = np.zeros(table.shape, bool)
    ranged[:, 1:] = measured[:, 1:] & measured[:, :-1] & joined[:, 1:]
    size = np.zeros_like(whole)
    size[:, 1:] = np.abs(np.diff(whole, axis=1))
    size[~ranged] = 0
    ranges, range_sums = stretches.total(ranged), stretches.total(size)
    before = ranges
    left_out = np.zeros(table.shape, bool)
    if method.leaves_out_large_ranges:
        left_out = ranged & (size * ranges * 1000 > LARGE_RANGE_THOUSANDTHS * range_sums)
        ranges = ranges - stretches.total(left_out)
        range_sums = range_sums - stretches.total(np.where(left_out, size, 0))

    no_limits = np.select(
        [points < FEWEST_POINTS, before < FEWEST_RANGES, range_sums == 0],
        [NoLimits.TOO_FEW_POINTS, NoLimits.TOO_MANY_GAPS, NoLimits.HARDLY_CHANGES],
        NoLimits.HAS_LIMITS,
    ).astype(np.int8)
    has = no_limits == NoLimits.HAS_LIMITS
    may_be_high = known & has & (mature | ~_column(immature_may_fall, table, bool))
    marks = signals(
        Points(
            values=whole,
            same_as_before=joined,
            deviations=whole * points - sums,
            reach=range_sums * points,
            ranges=ranges,
            may_be_high=may_be_high,
            may_be_low=mature & has,
            mature=mature,
        ),
        shift_points=method.shift_points,
        trend_points=method.trend_points,
    )
    bottom = np.where(has, 100 * points * ranges, 1)
    arm = RANGE_FACTOR_HUNDREDTHS * range_sums * points
    mean, lower, upper = (
        np.where(has, quotients(top, bottom * _UNIT, places=places), np.nan)
        for top in (100 * sums * ranges, 100 * sums * ranges - arm, 100 * sums * ranges + arm)
    )
    return Chart(
        values=table,
        phases=phase,
        immature=young & known,
        mean=mean,
        lower=np.maximum(lower, _column(floor, table, float)),
        upper=np.minimum(upper, _column(ceiling, table, float)),
        no_limits=no_limits,
        sums=sums,
        points=points,
        range_sums=range_sums,
        ranges=ranges,
        left_out=left_out,
        signals=marks,
        method=method,
    )


def _first(mature: np.ndarray, stretches: Stretches, first_points: np.ndarray | int | None) -> np.ndarray:
    if first_points is None:
        return np.ones(mature.shape, bool)
    return stretches.rank(mature) <= _column(first_points, mature, int)


def _column(given: np.ndarray | float | int | bool, like: np.ndarray, kind: type) -> np.ndarray:
    """One value for all series, or one for each, set beside the months."""
    return np.broadcast_to(np.asarray(given, kind), like.shape[:1])[:, None]


def _table(values: np.ndarray) -> np.ndarray:
    table = np.asarray(values, float)
    if table.ndim != 2:
        raise ValueError(f"Values must be series × months, not an array of {table.ndim} dimensions.")
    largest = np.nanmax(np.abs(table), initial=0.0) if table.size else 0.0
    # The largest products: three thirds of the arm in `rules`, and what a large range is held against.
    if not largest * _UNIT * max(1596 * table.shape[1] ** 2, 6534 * table.shape[1]) < _LARGEST:
        raise UserError(f"A value of {largest:.3g} is too large for a control chart of {table.shape[1]} months.")
    return table


def _whole(values: np.ndarray) -> np.ndarray:
    return np.rint(values * _UNIT).astype(np.int64)
