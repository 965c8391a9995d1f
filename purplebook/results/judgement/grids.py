"""Children and families by month, as grids: how many stay from one month to a later one, and how alike months are."""

from __future__ import annotations

import numpy as np

from purplebook.results.judgement.children import ChildMonths


def by_child(children: ChildMonths, *, months: int) -> tuple[np.ndarray, np.ndarray]:
    """What each child adds above the line in each month (children × months), and the family of each."""
    numbers, first, row = np.unique(children.child, return_index=True, return_inverse=True)
    return _grid(row, children.month, children.top, (len(numbers), months)), children.family[first]


def by_family(children: ChildMonths, *, months: int) -> tuple[np.ndarray, np.ndarray]:
    """What each family adds above and below the line in each month: twice families × months."""
    numbers, row = np.unique(children.family, return_inverse=True)
    shape = len(numbers), months
    return _grid(row, children.month, children.top, shape), _grid(row, children.month, children.bottom, shape)


def _grid(row: np.ndarray, month: np.ndarray, values: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    inside = month < shape[1]
    place = row[inside].astype(np.int64) * shape[1] + month[inside]
    return np.bincount(place, values[inside], minlength=shape[0] * shape[1]).reshape(shape)


def summed(values: np.ndarray, family: np.ndarray) -> np.ndarray:
    """A grid of children summed by family."""
    if not len(family):
        return values
    order = np.argsort(family, kind="stable")
    starts = np.flatnonzero(np.diff(family[order], prepend=-1))
    return np.add.reduceat(values[order], starts, axis=0)
