"""Where an axis begins and ends and where its ticks stand. Every axis of ours has zero on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

STEPS = (1, 2, 5)


@dataclass(frozen=True)
class Scale:
    """The ticks of an axis, from the lowest to the highest."""

    ticks: tuple[int, ...]

    def share_of(self, value: float) -> float:
        """How far up the axis a value lies: 0 at its foot, 1 at its top."""
        low, high = self.ticks[0], self.ticks[-1]
        return (value - low) / (high - low)


def scale_over(values: Sequence[float], *, at_most: int = 5) -> Scale:
    """An axis that holds all these values and zero, in round whole steps: 0, 50, 100; or -20, -10, 0, 10."""
    highest, lowest = (Decimal(str(end)) for end in (max(0.0, *values), max(0.0, *(-value for value in values))))
    above = ticks(highest, at_most=at_most) if highest or not lowest else (0,)
    below = ticks(lowest, at_most=at_most) if lowest else (0,)
    step = max(each[1] for each in (above, below) if len(each) > 1)
    count_above, count_below = (-(-int(each[-1]) // step) for each in (above, below))
    return Scale(tuple(step * number for number in range(-count_below, count_above + 1)))


def ticks(largest: Decimal, *, at_most: int = 5) -> tuple[int, ...]:
    """Round whole numbers from 0 to the first at or above `largest`: 0, 50, 100 … 250."""
    power = 1
    while True:
        for step in (first * power for first in STEPS):
            count = int((max(largest, Decimal(1)) / step).to_integral_value(ROUND_CEILING))
            if count <= at_most:
                return tuple(step * index for index in range(count + 1))
        power *= 10
