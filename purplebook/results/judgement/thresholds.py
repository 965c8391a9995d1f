"""Every number that a judgement turns on, with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Level:
    """How sure an interval is: `name` for readers, `tail` left out at each end, `z` of the normal distribution."""

    name: str
    tail: float
    z: float


SURE_95 = Level("95%", 0.025, 1.959963984540054)
SURE_998 = Level("99.8%", 0.001, 3.090232306167813)
"""The two levels of public health funnels: Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202."""

RANGE_FACTOR_HUNDREDTHS = 266
"""Limits are 2.66 average moving ranges from the mean (3 ÷ 1.128): NHS England, Making Data Count, SQL tool v2.6."""

LARGE_RANGE_THOUSANDTHS = 3267
"""A moving range above 3.267 average ranges is left out of the average: Nelson, J. Quality Technology 14 (1982) 172.

NHSRplotthedots 0.2.2 does so unless told not to.  NHS England's own Excel and SQL tools (v2.6) can, and do not unless
told to.  We do so unless told not to, because one odd month would otherwise widen the limits that should find it.
"""

SHIFT_POINTS = 7
TREND_POINTS = 7
FEWEST_RUN_POINTS, MOST_RUN_POINTS = 6, 8
"""Seven in a row: NHSRplotthedots 0.2.2 and Making Data Count until v2.5; v2.6 (January 2024) allows 6 to 8."""

NEAR_WINDOW, NEAR_POINTS = 3, 2
"""Two of three points in the outer third, all three on one side of the mean: Making Data Count since v2.1 (2021).

A point beyond the limit counts as near it, as since v2.6 (2024); NHSRplotthedots 0.2.2 does not count it.
"""

FEWEST_POINTS = 12
"""A baseline needs twelve points: Making Data Count v2.6 (points of a partition), NHSRplotthedots (robust limits).

Twelve months also hold each season once.
"""

FEWEST_RANGES = FEWEST_POINTS - 1
"""As many pairs of neighbouring months as twelve months in a row have.  Ours: gaps must not thin out the evidence."""

LOW_MEAN = 5
"""A count that is usually below five is too small for an XmR chart: the low-mean warning of Making Data Count v2.6."""

FEWEST_IN_DENOMINATOR = 11
"""No verdict on a percentage of ten or fewer: the school and college performance tables of 2012 withheld these."""

FEWEST_EVENTS = 10
"""No verdict on fewer than ten events in all: public health guidance (OHID) gives no standardised rate below ten."""

WIDEST_POINTS = 20
"""A difference known only to within ±20 percentage points is too small to say.  Ours."""

WIDEST_SHARE = 0.5
"""A rate known only to within half of itself either way is too small to say.  Ours."""

FEWEST_NEIGHBOURS = 5
"""No funnel of fewer neighbours: half of the ten that the statistical neighbour model names.  Ours."""
