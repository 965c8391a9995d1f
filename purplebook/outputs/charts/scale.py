"""Where an axis ends and where its ticks stand. Every axis of ours starts at zero."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

STEPS = (1, 2, 5)


def ticks(largest: Decimal, *, at_most: int = 5) -> tuple[int, ...]:
    """Round whole numbers from 0 to the first at or above `largest`: 0, 50, 100 … 250."""
    power = 1
    while True:
        for step in (first * power for first in STEPS):
            count = int((max(largest, Decimal(1)) / step).to_integral_value(ROUND_CEILING))
            if count <= at_most:
                return tuple(step * index for index in range(count + 1))
        power *= 10
