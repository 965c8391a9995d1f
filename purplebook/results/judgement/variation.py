"""What a chart's points mean: improving, concerning or neither; and whether a target is met for sure.

The categories are those of the icons of Making Data Count.
"""

from __future__ import annotations

from enum import IntEnum

import numpy as np

from purplebook.language.indicators import Better
from purplebook.results.judgement.control_chart import Chart, NoLimits
from purplebook.results.judgement.rules import RULES


class Variation(IntEnum):
    """What a point is; high and low say which way it lies."""

    NO_LIMITS = 0
    COMMON_CAUSE = 1
    IMPROVING_HIGH = 2
    IMPROVING_LOW = 3
    CONCERNING_HIGH = 4
    CONCERNING_LOW = 5
    NEITHER_HIGH = 6
    NEITHER_LOW = 7

    @property
    def words(self) -> str:
        """The category for readers."""
        return _WORDS[self]


_WORDS = {
    Variation.NO_LIMITS: "no limits",
    Variation.COMMON_CAUSE: "common cause",
    Variation.IMPROVING_HIGH: "special cause, improving (high)",
    Variation.IMPROVING_LOW: "special cause, improving (low)",
    Variation.CONCERNING_HIGH: "special cause, concerning (high)",
    Variation.CONCERNING_LOW: "special cause, concerning (low)",
    Variation.NEITHER_HIGH: "special cause, neither (high)",
    Variation.NEITHER_LOW: "special cause, neither (low)",
}


class Assurance(IntEnum):
    """Whether a target will be met if nothing changes."""

    CANNOT_TELL = 0
    CONSISTENTLY_PASSES = 1
    CONSISTENTLY_FAILS = 2
    HIT_AND_MISS = 3


def variation(chart: Chart, better: Better | np.ndarray) -> np.ndarray:
    """The Variation of each point (series × months), for one polarity or one for each series.

    A point can be part of what is high and of what is low, such as the top of a rise that turned into a fall.  Then
    what concerns outweighs what improves; where neither is good, the stronger rule decides (see RULES), and last the
    rise.  A month without a value, or too young to be judged, is common cause: nothing is said of it.
    """
    wanted = np.broadcast_to(np.asarray(better, object), chart.values.shape[:1])[:, None]
    high, low = chart.signals.high.any(axis=0), chart.signals.low.any(axis=0)
    is_higher, is_lower = wanted == Better.HIGHER, wanted == Better.LOWER
    none = chart.no_limits != NoLimits.HAS_LIMITS
    rank = len(RULES)
    first_high = np.where(high, chart.signals.high.argmax(axis=0), rank)
    first_low = np.where(low, chart.signals.low.argmax(axis=0), rank)
    return np.select(
        [
            none,
            is_higher & low,
            is_higher & high,
            is_lower & high,
            is_lower & low,
            high & (first_high <= first_low),
            low,
        ],
        [
            Variation.NO_LIMITS,
            Variation.CONCERNING_LOW,
            Variation.IMPROVING_HIGH,
            Variation.CONCERNING_HIGH,
            Variation.IMPROVING_LOW,
            Variation.NEITHER_HIGH,
            Variation.NEITHER_LOW,
        ],
        Variation.COMMON_CAUSE,
    ).astype(np.int8)


def assurance(chart: Chart, target: np.ndarray | float, better: Better | np.ndarray) -> np.ndarray:
    """The Assurance of each month's limits (series × months) against a target: one, one a series (S × 1), or each.

    A target on a limit is outside what is usual, so it is passed or failed for sure, as in Making Data Count since
    v2.1.  It cannot be told without limits, without a target (NaN), and where neither way is good.
    """
    wanted = np.broadcast_to(np.asarray(better, object), chart.values.shape[:1])[:, None]
    targets = np.broadcast_to(np.asarray(target, float), chart.values.shape)
    side = chart.against(targets)
    unknown = (chart.no_limits != NoLimits.HAS_LIMITS) | np.isnan(targets)
    unknown = unknown | ((wanted != Better.HIGHER) & (wanted != Better.LOWER))
    easy = np.where(wanted == Better.HIGHER, side < 0, side > 0)
    return np.select(
        [unknown, side == 0, easy],
        [Assurance.CANNOT_TELL, Assurance.HIT_AND_MISS, Assurance.CONSISTENTLY_PASSES],
        Assurance.CONSISTENTLY_FAILS,
    ).astype(np.int8)
