"""Where an axis ends and where its ticks stand. Every axis of ours starts at zero."""

from __future__ import annotations

from decimal import Decimal

STEPS = (1, 2, 5)


def ticks(largest: Decimal, *, at_most: int = 5) -> tuple[int, ...]:
    """Round whole numbers from 0 to the first at or above `largest`: 0, 50, 100 … 250."""
    step = 1
    power = 1
    while True:
        for first in STEPS:
            step = first * power
            count = -(-max(largest, Decimal(1)) // step)
            if count <= at_most:
                return tuple(step * index for index in range(int(count) + 1))
        power *= 10
