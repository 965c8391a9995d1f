"""Children and families by month, as grids: how many stay from one month to a later one, and how alike months are."""

from __future__ import annotations

import numpy as np

from purplebook.results.judgement.children import ChildMonths


def grid(rows: np.ndarray, month: np.ndarray, values: np.ndarray, *, months: int) -> np.ndarray:
    """Values summed by row (child or family) and month."""
    count = int(rows.max()) + 1 if len(rows) else 0
    inside = month < months
    place = rows[inside].astype(np.int64) * months + month[inside]
    return np.bincount(place, values[inside], minlength=count * months).reshape(count, months)


def families_of(children: ChildMonths) -> np.ndarray:
    """The family of each child by its number."""
    count = int(children.child.max()) + 1 if len(children.child) else 0
    family = np.zeros(count, np.int64)
    family[children.child] = children.family
    return family


def summed(values: np.ndarray, family: np.ndarray) -> np.ndarray:
    """A grid of children summed by family."""
    if not len(family):
        return values
    order = np.argsort(family, kind="stable")
    starts = np.flatnonzero(np.diff(family[order], prepend=-1))
    return np.add.reduceat(values[order], starts, axis=0)
