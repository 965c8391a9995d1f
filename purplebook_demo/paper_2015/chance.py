"""Seeded chance: the few ways in which the demo draws at random.

Every stage takes its own stream by name, so changing one stage never moves the numbers of another.  Streams are seeded
with text (hashed by Python the same way everywhere); nothing here may depend on the order of a set or on `hash()`.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from typing import Generic, TypeVar

Value = TypeVar("Value")
Weighted = Sequence[tuple[Value, float]]

ONE_TO_FOUR_CHILDREN: tuple[tuple[int, float], ...] = ((1, 0.55), (2, 0.27), (3, 0.12), (4, 0.06))
MOSTLY_ONE_CHILD: tuple[tuple[int, float], ...] = ((1, 0.78), (2, 0.16), (3, 0.06))


def stream(seed: int | str, stage: str) -> random.Random:
    """The stream of random numbers of one stage."""
    return random.Random(f"purplebook demo, seed {seed}, stage {stage}")


def weighted(rng: random.Random, choices: Weighted[Value]) -> Value:
    """One of the values, each as likely as its weight."""
    mark = rng.random() * sum(weight for _, weight in choices)
    for value, weight in choices:
        mark -= weight
        if mark < 0:
            return value
    return choices[-1][0]


class Dealer(Generic[Value]):
    """Deals values by turns so that running shares keep close to the weights, where plain chance would drift."""

    def __init__(self, rng: random.Random, choices: Weighted[Value]) -> None:
        whole = sum(weight for _, weight in choices)
        self._rng = rng
        self._shares = [(value, weight / whole) for value, weight in choices]
        self._owed = [rng.random() * share for _, share in self._shares]

    def deal(self, size: int = 1) -> Value:
        """The value that is owed most, for a group of `size`; small shares wait their turn."""
        for index, (_, share) in enumerate(self._shares):
            self._owed[index] += share * size
        best = max(range(len(self._owed)), key=lambda index: self._owed[index] + self._rng.random() * 0.8)
        self._owed[best] -= size
        return self._shares[best][0]


def between(rng: random.Random, low: int, high: int) -> int:
    """A whole number from `low` to `high`, both included."""
    return low + int(rng.random() * (high - low + 1))


def pick(rng: random.Random, values: Sequence[Value]) -> Value:
    """One of the values, all equally likely."""
    return values[int(rng.random() * len(values))]


def day_between(rng: random.Random, first: date, last: date) -> date:
    """A calendar day from `first` to `last`, both included."""
    start = first.toordinal()
    return date.fromordinal(between(rng, start, max(start, last.toordinal())))


def spread(total: int, weights: Sequence[float]) -> tuple[int, ...]:
    """`total` shared out in proportion to the weights, as whole numbers that add up (largest remainders)."""
    whole = sum(weights)
    exact = [total * weight / whole for weight in weights]
    shares = [int(share) for share in exact]
    by_remainder = sorted(range(len(weights)), key=lambda index: (shares[index] - exact[index], index))
    for index in by_remainder[: total - sum(shares)]:
        shares[index] += 1
    return tuple(shares)


def group_sizes(rng: random.Random, total: int, sizes: Weighted[int] = ONE_TO_FOUR_CHILDREN) -> tuple[int, ...]:
    """Sizes of sibling groups that add up to `total` children."""
    groups: list[int] = []
    left = total
    while left > 0:
        size = min(left, weighted(rng, sizes))
        groups.append(size)
        left -= size
    return tuple(groups)


def deal_total(rng: random.Random, total: int, count: int, *, low: int) -> tuple[int, ...]:
    """`count` whole numbers of at least `low`, unequal as waiting times are, that add up to `total`."""
    if count == 0:
        return ()
    extra = spread(total - low * count, [0.35 + rng.random() ** 1.5 for _ in range(count)])
    return tuple(low + more for more in extra)
