"""The four special-cause rules of Making Data Count, on whole arrays and in whole numbers.

Boundaries, which whole numbers make exact:

- *astronomical point*: beyond a limit.  A point on the limit is within it.
- *shift*: so many points in a row on one side of the mean.  A point on the mean is on neither side and ends the run.
- *trend*: so many points in a row, each above (or each below) the one before.  Two equal points end the run.
- *two out of three near a limit*: of three points in a row on one side of the mean, two more than two thirds of the way
  to the limit, or beyond it.  A point on the two-thirds line is not near.

A month without a value ends every run: nothing is said across a month that nobody knows.  No run goes from one baseline
into the next.  An immature month can only rise, so it may be part of what is high and never of what is low.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from purplebook.results.judgement.thresholds import NEAR_POINTS, NEAR_WINDOW, RANGE_FACTOR_HUNDREDTHS


class Rule(StrEnum):
    """The rules by name, in the order in which Making Data Count lets one outweigh another."""

    TREND = "trend"
    SHIFT = "shift"
    TWO_OF_THREE = "two out of three near a limit"
    ASTRONOMICAL = "astronomical point"


RULES = tuple(Rule)


@dataclass(frozen=True)
class Points:
    """What the rules look at, all series × months: exact positions, and what may count as high or as low."""

    values: np.ndarray  # whole numbers
    same_as_before: np.ndarray  # whether the month before is of the same baseline
    deviations: np.ndarray  # value × points − sum: its sign is the side of the mean
    reach: np.ndarray  # average range × points, over `ranges`: see `_beyond`
    ranges: np.ndarray
    may_be_high: np.ndarray
    may_be_low: np.ndarray
    mature: np.ndarray


@dataclass(frozen=True)
class Signals:
    """Which points which rule marks, as rules (in the order of RULES) × series × months."""

    high: np.ndarray
    low: np.ndarray


def signals(points: Points, *, shift_points: int, trend_points: int) -> Signals:
    """Every point that each rule marks: all points of a run, and of two in three the near ones."""
    above = (points.deviations > 0) & points.may_be_high
    below = (points.deviations < 0) & points.may_be_low
    outside = _beyond(points, thirds=3)
    near = _beyond(points, thirds=2)
    joined = points.same_as_before
    rising, falling = _steps(points)
    high = {
        Rule.ASTRONOMICAL: above & outside,
        Rule.SHIFT: _run(above, joined, shift_points),
        Rule.TREND: _run_of_steps(rising, trend_points),
        Rule.TWO_OF_THREE: _two_of_three(above, near, joined),
    }
    low = {
        Rule.ASTRONOMICAL: below & outside,
        Rule.SHIFT: _run(below, joined, shift_points),
        Rule.TREND: _run_of_steps(falling, trend_points),
        Rule.TWO_OF_THREE: _two_of_three(below, near, joined),
    }
    return Signals(np.stack([high[rule] for rule in RULES]), np.stack([low[rule] for rule in RULES]))


def _beyond(points: Points, *, thirds: int) -> np.ndarray:
    """Further from the mean than so many thirds of the way to the limit, exactly."""
    return np.abs(points.deviations) * 300 * points.ranges > thirds * RANGE_FACTOR_HUNDREDTHS * points.reach


def _steps(points: Points) -> tuple[np.ndarray, np.ndarray]:
    """For each month whether it rose, or fell, from the month before, for certain."""
    rose, fell = np.zeros_like(points.mature), np.zeros_like(points.mature)
    change = np.diff(points.values, axis=1)
    joined = points.same_as_before[:, 1:]
    # If the earlier month may still rise, the later one may yet turn out not to be above it.
    rose[:, 1:] = (change > 0) & joined & points.may_be_high[:, 1:] & points.mature[:, :-1]
    fell[:, 1:] = (change < 0) & joined & points.may_be_low[:, 1:] & points.may_be_high[:, :-1]
    return rose, fell


def _run(is_so: np.ndarray, joined: np.ndarray, length: int) -> np.ndarray:
    """Every point of a stretch of at least `length` in one baseline."""
    return _spread(_ends(is_so, joined, length), length)


def _run_of_steps(stepped: np.ndarray, length: int) -> np.ndarray:
    """Every point of a stretch of `length` points, which has one step fewer."""
    ends = stepped.copy()
    for back in range(1, length - 1):
        ends &= _moved(stepped, back)
    return _spread(ends, length)


def _two_of_three(one_side: np.ndarray, near: np.ndarray, joined: np.ndarray) -> np.ndarray:
    near = near & one_side
    how_many = sum((_moved(near, back).astype(np.int8) for back in range(1, NEAR_WINDOW)), near.astype(np.int8))
    ends = _ends(one_side, joined, NEAR_WINDOW) & (how_many >= NEAR_POINTS)
    return _spread(ends, NEAR_WINDOW) & near


def _ends(is_so: np.ndarray, joined: np.ndarray, length: int) -> np.ndarray:
    ends = is_so.copy()
    for back in range(1, length):
        ends &= _moved(is_so, back) & _moved(joined, back - 1)
    return ends


def _moved(flags: np.ndarray, by: int) -> np.ndarray:
    """Each month's flag of so many months earlier; False before the first month."""
    if not by:
        return flags
    moved = np.zeros_like(flags)
    moved[:, by:] = flags[:, :-by]
    return moved


def _spread(ends: np.ndarray, length: int) -> np.ndarray:
    """From the last point of a stretch to all of its points."""
    marked = ends.copy()
    for back in range(1, min(length, ends.shape[1])):
        marked[:, :-back] |= ends[:, back:]
    return marked
