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
    last, size = np.ones_like(mode), _FIRST_STEPS
    place = mode
    while last.max(initial=0.0) > _NEGLIGIBLE:
        steps = step * np.arange(size, dtype=float).reshape(-1, *([1] * mode.ndim))
        ratios = by(np.maximum(place + steps, 0.0))
        ratios[0] = ratios[0] * last
        # One after the other, so the products are those of a loop.
        parts.append(np.cumprod(ratios, axis=0))
        last, place, size = parts[-1][-1], place + step * size, 2 * size
    return np.concatenate(parts)


def _tails(k: np.ndarray, spread: _Spread) -> Tails:
    up, down = spread.mode.copy(), spread.mode.copy()
    up_weight, down_weight = np.ones_like(up), np.ones_like(up)
    total = np.ones_like(up)
    below, above, at = (np.where(is_so, 1.0, 0.0) for is_so in (up <= k, up >= k, up == k))
    while max(up_weight.max(initial=0.0), down_weight.max(initial=0.0)) > _NEGLIGIBLE:
        up_weight = up_weight * spread.up_by(up)
        # Below nought there is nothing: the weight is nought from there on.
        down_weight = down_weight * spread.down_by(np.maximum(down, 0.0))
        up, down = up + 1.0, down - 1.0
        total = total + up_weight + down_weight
        below = below + np.where(up <= k, up_weight, 0.0) + np.where(down <= k, down_weight, 0.0)
        above = above + np.where(up >= k, up_weight, 0.0) + np.where(down >= k, down_weight, 0.0)
        at = at + np.where(up == k, up_weight, 0.0) + np.where(down == k, down_weight, 0.0)
    sure = spread.certain
    return Tails(
        *(
            np.where(spread.is_certain, np.where(known, 1.0, 0.0), sums / total)
            for known, sums in ((k >= sure, below), (k <= sure, above), (k == sure, at))
        )
    )
