"""The children behind the months of one indicator, as numbers: whose rows come together, who stays, who leaves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class ChildMonths:
    """One indicator's rows behind its months: parallel arrays, one entry for each month and child.

    Averages have an entry for each row, with its `value`.  For a stock the children of a month are those who are in it
    at its end: who came and who left follows from two months.

    month    the place of the month, from nought
    child    a number from nought; the same child has one number in all months
    family   a number from nought for each family or meeting; a child without a known link has one of its own
    top      what the child adds to the numerator in the month
    bottom   what it adds to the denominator (of a count the same as `top`)
    value    the row's value, for means and medians

    Without `has_families` the source has no link of families: only the months' own spread is known, and that is said.
    """

    month: np.ndarray
    child: np.ndarray
    family: np.ndarray
    top: np.ndarray
    bottom: np.ndarray
    value: np.ndarray | None = None
    has_families: bool = True
