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

LOW_MEAN = 5
"""A count that is usually below five a month is rare, and a smaller stock is not judged: the low-mean warning of NHS
England's Making Data Count v2.6."""

FEWEST_IN_DENOMINATOR = 11
"""No verdict on a percentage of ten or fewer: the school and college performance tables of 2012 withheld these."""

FEWEST_EVENTS = 10
"""No verdict on fewer than ten events in all: public health guidance (OHID) gives no standardised rate below ten."""

WIDEST_POINTS = 20
"""A difference known only to within ±20 percentage points tells too little.  Ours."""

WIDEST_SHARE = 0.5
"""A rate known only to within half of itself either way tells too little.  Ours."""

FEWEST_NEIGHBOURS = 5
"""No funnel of fewer neighbours: half of the ten that the statistical neighbour model names.  Ours."""
