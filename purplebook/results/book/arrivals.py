"""What a stock is made of from month to month: the children who came since the month before, and those who left."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from purplebook.results.judgement.children import ChildMonths


@dataclass(frozen=True)
class Arrivals:
    """By month, how many came since the month before and how many left; the first month has nobody to compare with."""

    came: np.ndarray
    left: np.ndarray


def arrivals_of(children: ChildMonths, *, months: int) -> Arrivals | None:
    """The arrivals and leavers of a stock; None where nobody stays from one month to the next, so it is none."""
    inside = children.top > 0
    keys = np.sort(children.child[inside].astype(np.int64) * (months + 1) + children.month[inside])
    keys = keys[np.diff(keys, prepend=-1) > 0]
    month = keys % (months + 1)
    # In order, the month before a child's month and the one after it stand beside it, where there are any.
    is_new = (np.diff(keys, prepend=-1) > 1) | (month == 0)
    goes = np.diff(keys, append=np.iinfo(np.int64).max) > 1
    if is_new.all():
        return None
    came = np.bincount(month[is_new], minlength=months)[:months]
    # Who is not there in the next month has left by then.
    left = np.bincount(month[goes] + 1, minlength=months + 1)[:months]
    return Arrivals(came, left)
