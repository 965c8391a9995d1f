"""What is asked of one series, and what is answered of each of its months."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from purplebook.results.judgement.children import ChildMonths
from purplebook.results.judgement.kind import Kind
from purplebook.results.judgement.word import Word


@dataclass(frozen=True)
class Asked:
    """Everything that one series is judged by.

    `top` are the months' numerators (for counts and stocks the count), `bottom` their denominators (None for counts),
    `value` the values as printed; NaN where there is no figure.  Averages have their rows in `children`.

    covered_from  the place of the first month whose look-back the records cover
    judged_to     the place of the newest month that may be judged (−1: none); later ones are still filling up
    starts        places of months at which a person accepted a new baseline
    months        the calendar number of each month (1 to 12), for what the calendar does; () for no calendar
    is_median     of averages, whether they are medians
    """

    kind: Kind
    top: np.ndarray
    bottom: np.ndarray | None
    value: np.ndarray
    children: ChildMonths | None
    covered_from: int
    judged_to: int
    starts: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    is_median: bool = False


@dataclass(frozen=True)
class JudgedMonth:
    """What is said of one month.

    window        how many months together tell it: the longest that is beyond, 1 if none is
    observed      what that window came to: a count, or a percentage (0 to 100), mean or median
    expected      what is usual for such a window, with `low` and `high`, the ends of what is usual (both included)
    is_higher     which way it is beyond; None if it is not.  Of a month still filling up only True: it is above already
    smallest_seen the least lasting change that would show eight times in ten within six months (rare events: a year):
                  of percentages in points, of all else as a share of what is usual (0.45 is 45%)
    since         the place of the first month of the change that is being told
    why_none      why nothing is judged, in words that begin in lower case; "" where it is
    alone_low     the ends of what is usual for the month by itself, and its middle (`alone_expected`), however long the
    alone_high    window is that tells

    The numbers are NaN where there are none.
    """

    word: Word
    window: int = 1
    observed: float = np.nan
    expected: float = np.nan
    low: float = np.nan
    high: float = np.nan
    is_higher: bool | None = None
    smallest_seen: float | None = None
    since: int | None = None
    why_none: str = ""
    alone_low: float = np.nan
    alone_expected: float = np.nan
    alone_high: float = np.nan


@dataclass(frozen=True)
class JudgedSeries:
    """All months of a series, and what they are judged by now.

    kind             the kind of rule that judged: RARE where a count turned out to be
    baseline         the places of the first and the last month that say what is usual; None before there are twelve
    level            what is usual for one month: a count, a percentage, a mean or median
    phi              how many times more it varies than single children would make it (1: just as much)
    has_families     whether families were known; without them only the months' own spread was
    offers_baseline  the place where the level changed, for a person to accept as a new baseline
    usual            the ends of what any month of the usual size is when nothing changes, for targets
    """

    months: tuple[JudgedMonth, ...]
    kind: Kind
    baseline: tuple[int, int] | None = None
    level: float | None = None
    phi: float = 1.0
    has_families: bool = True
    offers_baseline: int | None = None
    usual: tuple[float, float] | None = None
