"""How much more a figure varies than single children would make it: families come together, months differ.

Of what families say and what the months say, the larger is taken: the months alone are few, and families know nothing
of what else moves a month.
"""

from __future__ import annotations

import numpy as np

from purplebook.results.judgement.base import Base
from purplebook.results.judgement.children import ChildMonths


def ratio(top: np.ndarray, bottom: np.ndarray, *, otherwise: float) -> np.ndarray:
    """Top ÷ bottom where bottom is above nought, `otherwise` elsewhere."""
    is_some = bottom > 0
    return np.where(is_some, top / np.where(is_some, bottom, 1.0), otherwise)


def of_mean(alike: np.ndarray) -> float:
    """The variance of a mean of months as a share of one month's; `alike` is how alike months 0, 1, 2 … apart are."""
    count = len(alike)
    pairs = np.concatenate([[count], 2.0 * np.arange(count - 1, 0, -1.0)])
    return float((pairs * alike).sum()) / (count * count)


def student(z: float, known_from: np.ndarray) -> np.ndarray:
    """How much wider a variance must be taken that is known from so many independent events only, `z` deviations out.

    As Student's t is wider than the normal distribution: t ÷ z, squared, to the first order.
    """
    return 1.0 + (z * z + 1.0) / (2.0 * known_from)


def families_in_blocks(children: ChildMonths, base: Base, *, months: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Σ T², Σ T·B and Σ B² over families within blocks of `months` months, for each number of baseline months.

    T and B are what a family adds above and below the line within a block: the same family that comes again within half
    a year makes half a year's count vary more.  Blocks that the baseline does not hold whole are left out.
    """
    count = len(base.places)
    last = int(base.places[-1]) if count else -1
    inside = (children.month >= base.first) & (children.month <= last)
    block = (children.month[inside] - base.first) // months
    blocks = int(last - base.first) // months + 1 if count else 1
    _, which = np.unique(children.family[inside].astype(np.int64) * blocks + block, return_inverse=True)
    top = np.bincount(which, children.top[inside])
    bottom = np.bincount(which, children.bottom[inside])
    of_block = np.zeros(len(top), np.int64)
    of_block[which] = block
    whole = (base.places - base.first + 1) // months
    # One block at least, though it is not whole: better than to know nothing.
    held = np.concatenate([[0], np.maximum(whole, 1)]) if count else np.zeros(1, np.int64)
    sums = []
    for product in (top * top, top * bottom, bottom * bottom):
        running = np.concatenate([[0.0], np.cumsum(np.bincount(of_block, product, minlength=blocks))])
        sums.append(running[np.minimum(held, blocks)])
    return sums[0], sums[1], sums[2]


def in_blocks(values: np.ndarray, base: Base, *, months: int) -> np.ndarray:
    """The sum of a month's values over the same whole blocks, for each number of baseline months."""
    sums = np.zeros(len(base.places) + 1)
    running = np.concatenate([[0.0], np.cumsum(np.nan_to_num(values))])
    for number, place in enumerate(base.places, start=1):
        whole = max((int(place) - base.first + 1) // months, 1) * months
        sums[number] = running[min(base.first + whole, base.months)] - running[base.first]
    return sums
