"""The rows of one table with the day on which each reached the case system: what an extract of any day would hold.

A row is in an extract from the day it was recorded; what was entered later than the row itself, such as how an episode
ended, is in it from a day of its own.  An event that lies ahead is recorded when it happens, so it is never told early.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from purplebook_demo.scale.calendar import BEYOND, NEVER
from purplebook_demo.scale.cells import Cells
from purplebook_demo.scale.chance import Stream

LAGS = (0,) * 15 + (1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 7, 9, 13, 20, 34, 60, 125)
"""Days from an event to its record: most are entered at once, one in thirty after a month or more."""


@dataclass(frozen=True)
class Later:
    """Cells that were entered on a later day than their row."""

    recorded: np.ndarray
    names: tuple[str, ...]


@dataclass(frozen=True)
class Draft:
    """One table of one authority, in the order in which it is stored."""

    table: str
    columns: Mapping[str, Cells]
    recorded: np.ndarray
    later: tuple[Later, ...] = ()


@dataclass(frozen=True)
class Rows:
    """One table of one authority as an extract holds it."""

    table: str
    columns: Mapping[str, Cells]
    count: int


def as_known_on(draft: Draft, day: int) -> Rows:
    """The rows and cells that had been recorded by the day."""
    kept = np.flatnonzero(draft.recorded <= day)
    columns = {name: cells.take(kept) for name, cells in draft.columns.items()}
    for later in draft.later:
        hidden = later.recorded[kept] > day
        if hidden.any():
            columns |= {name: columns[name].without(hidden) for name in later.names}
    return Rows(draft.table, columns, len(kept))


def recorded(stream: Stream, days: np.ndarray, *, lateness: int, after: np.ndarray | None = None) -> np.ndarray:
    """The day on which each event was recorded, never before the record `after` which it hangs on.

    `lateness` stretches the lags: 100 is usual.  An event without a day is never recorded.
    """
    entered = days + stream.quantile(len(days), LAGS) * lateness // 100
    if after is not None:
        entered = np.maximum(entered, after)
    return np.where(days == NEVER, BEYOND, entered)
