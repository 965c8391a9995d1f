"""Exact tail probabilities of counts, summed outwards from the likeliest count.

Weights relative to the likeliest count need neither powers, factorials nor logarithms: only + × and ÷, in a fixed
order, so the sums are the same on every machine.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

_NEGLIGIBLE = 1e-20
_FIRST_STEPS = 32

Ratio = Callable[[np.ndarray], np.ndarray]
"""From a count to the weight of its neighbour, as a multiple of its own."""


@dataclass(frozen=True)
class Tails:
    """The chances of a count or fewer, a count or more, and exactly it.  Less than about 1e-18 is nought."""

    at_most: np.ndarray
    at_least: np.ndarray
    exactly: np.ndarray


@dataclass(frozen=True)
class _Spread:
    """Counts around the likeliest one: the weight of each neighbour as a multiple of one's own.

    Where there is no chance about it (`is_certain`), the count is `certain`.
    """

    mode: np.ndarray
    up_by: Ratio
    down_by: Ratio
    is_certain: np.ndarray
    certain: np.ndarray


def poisson_tails(counts: np.ndarray, expected: np.ndarray) -> Tails:
    """Tails of a Poisson count around what is expected (nought or more), for whole arrays."""
    k, mean = np.broadcast_arrays(np.asarray(counts, float), np.asarray(expected, float))
    return _tails(k, _poisson(mean))


def binomial_tails(counts: np.ndarray, size: np.ndarray, share: np.ndarray) -> Tails:
    """Tails of a count among `size`, each counted with the chance `share`, for whole arrays."""
    k, n, p = np.broadcast_arrays(np.asarray(counts, float), np.asarray(size, float), np.asarray(share, float))
    return _tails(k, _binomial(n, p))


def poisson_ends(expected: np.ndarray, *, tail: float) -> tuple[np.ndarray, np.ndarray]:
    """The least and the greatest count whose tail is not below `tail`, around each of what is expected."""
    return _ends(_poisson(np.asarray(expected, float)), tail)


def binomial_ends(size: np.ndarray, share: np.ndarray, *, tail: float) -> tuple[np.ndarray, np.ndarray]:
    """The least and the greatest count among each `size` whose tail is not below `tail`."""
    n, p = np.broadcast_arrays(np.asarray(size, float), np.asarray(share, float))
    return _ends(_binomial(n, p), tail)


def negative_binomial_ends(
    expected: np.ndarray, variance: np.ndarray, *, tail: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The least and the greatest count whose tail is not below its `tail`, around each of what is expected.

    A variance of no more than is expected is a Poisson count's.
    """
    mean, spread, tails = np.broadcast_arrays(*(np.asarray(each, float) for each in (expected, variance, tail)))
    some = mean > 0
    safe = np.where(some, mean, 1.0)
    wide = np.maximum(np.where(some, spread, 1.0), safe)
    square, more = safe * safe / wide, 1.0 - safe / wide
    return _ends(
        _Spread(
            np.maximum(np.floor((square - more) / (1.0 - more)), 0.0),
            lambda j: (more * j + square) / (j + 1.0),
            lambda j: j / np.where(j > 0, more * (j - 1.0) + square, 1.0),
            ~some,
            np.zeros_like(safe),
        ),
        tails,
    )


def beta_binomial_ends(
    size: np.ndarray, share: np.ndarray, alike: np.ndarray, *, tail: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The least and the greatest count among each `size` whose tail is not below its `tail`.

    `alike` is the correlation of any two of them, from 0 (binomial) to below 1; `share` lies between 0 and 1.
    """
    n, p, same, tails = np.broadcast_arrays(*(np.asarray(each, float) for each in (size, share, alike, tail)))
    yes, no = p * (1.0 - same), (1.0 - p) * (1.0 - same)
    return _ends(
        _Spread(
            np.minimum(np.floor((n + 1.0) * p), n),
            lambda j: (
                np.maximum(n - j, 0.0) * (j * same + yes) / ((j + 1.0) * (np.maximum(n - j - 1.0, 0.0) * same + no))
            ),
            lambda j: j * ((n - j) * same + no) / ((n - j + 1.0) * (np.maximum(j - 1.0, 0.0) * same + yes)),
            np.zeros(n.shape, bool),
            np.zeros_like(n),
        ),
        tails,
    )


def _poisson(mean: np.ndarray) -> _Spread:
    some = mean > 0
    safe = np.where(some, mean, 1.0)
    return _Spread(np.floor(safe), lambda j: safe / (j + 1.0), lambda j: j / safe, ~some, np.zeros_like(safe))


def _binomial(n: np.ndarray, p: np.ndarray) -> _Spread:
    inside = (p > 0) & (p < 1)
    safe = np.where(inside, p, 0.5)
    odds = safe / (1.0 - safe)
    return _Spread(
        np.minimum(np.floor((n + 1.0) * safe), n),
        lambda j: np.maximum(n - j, 0.0) / (j + 1.0) * odds,
        lambda j: j / (n - j + 1.0) / odds,
        ~inside,
        np.where(p <= 0, 0.0, n),
    )


def _ends(spread: _Spread, tail: float | np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    upwards, downwards = _weights(spread.mode, spread.up_by, 1.0), _weights(spread.mode, spread.down_by, -1.0)
    # From the far ends inwards, so that a tail is the sum of its own weights.
    at_least, at_most = (np.cumsum(side[::-1], axis=0)[::-1] for side in (upwards, downwards))
    total = at_least[0] + at_most[0] - 1.0
    least = spread.mode - ((at_most >= tail * total).sum(axis=0) - 1.0)
    most = spread.mode + ((at_least >= tail * total).sum(axis=0) - 1.0)
    least, most = (np.where(spread.is_certain, spread.certain, end) for end in (least, most))
    return least, most


def _weights(mode: np.ndarray, by: Ratio, step: float) -> np.ndarray:
    """The weights from the likeliest count outwards on one side, itself first, until all are negligible."""
    parts: list[np.ndarray] = [np.ones((1, *mode.shape))]
    taken = 0
    while parts[-1][-1].max(initial=0.0) > _NEGLIGIBLE:
        size = _FIRST_STEPS << (len(parts) - 1)
        parts.append(_next_weights(mode, by, step, after=parts[-1][-1], taken=taken, size=size))
        taken += size
    return np.concatenate(parts)


def _next_weights(mode: np.ndarray, by: Ratio, step: float, *, after: np.ndarray, taken: int, size: int) -> np.ndarray:
    """The `size` weights that come `after` one, which lies `taken` counts out on this side."""
    steps = step * np.arange(taken, taken + size, dtype=float).reshape(-1, *([1] * mode.ndim))
    # Below nought there is nothing: the weight is nought from there on.
    ratios = by(np.maximum(mode + steps, 0.0))
    ratios[0] = ratios[0] * after
    # One after the other, so the products are those of a loop.
    return np.cumprod(ratios, axis=0)


def _both_sides(spread: _Spread) -> tuple[np.ndarray, np.ndarray]:
    """The weights above the likeliest count and those below it, outwards, as far as any of either is not negligible."""
    upwards, downwards = ([np.ones((1, *spread.mode.shape))] for _ in range(2))
    taken = 0
    while max(side[-1][-1].max(initial=0.0) for side in (upwards, downwards)) > _NEGLIGIBLE:
        size = _FIRST_STEPS << (len(upwards) - 1)
        for side, by, step in ((upwards, spread.up_by, 1.0), (downwards, spread.down_by, -1.0)):
            side.append(_next_weights(spread.mode, by, step, after=side[-1][-1], taken=taken, size=size))
        taken += size
    up, down = (np.concatenate(side)[1:] for side in (upwards, downwards))
    largest = np.maximum(up, down).reshape(len(up), spread.mode.size).max(axis=1, initial=0.0)
    needed = min(int(np.count_nonzero(largest > _NEGLIGIBLE)) + 1, len(up))
    return up[:needed], down[:needed]


def _tails(k: np.ndarray, spread: _Spread) -> Tails:
    up_weights, down_weights = _both_sides(spread)
    steps = np.arange(1.0, len(up_weights) + 1).reshape(-1, *([1] * spread.mode.ndim))
    counts = _outwards(spread.mode, spread.mode + steps, spread.mode - steps)
    weights = _outwards(np.ones_like(spread.mode), up_weights, down_weights)
    total = _added(weights)
    sure = spread.certain
    return Tails(
        *(
            np.where(spread.is_certain, np.where(known, 1.0, 0.0), _added(np.where(chosen, weights, 0.0)) / total)
            for known, chosen in ((k >= sure, counts <= k), (k <= sure, counts >= k), (k == sure, counts == k))
        )
    )


def _outwards(middle: np.ndarray, up: np.ndarray, down: np.ndarray) -> np.ndarray:
    """The middle, then each step up with the same step down."""
    sides = np.stack([up, down], axis=1).reshape(2 * len(up), *middle.shape)
    return np.concatenate([middle[None], sides])


def _added(weights: np.ndarray) -> np.ndarray:
    """The sum of the weights from the likeliest outwards: one after the other, so that it is that of a loop."""
    return np.add.accumulate(weights, axis=0)[-1]
