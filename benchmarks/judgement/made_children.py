"""Series made of children: families of one to four come together, siblings often have one answer and leave together.

Each function makes one series as the judgement is asked of it: 60 months from April, steady unless it is to change from
month 42 on.  Nothing of the judgement's own sums is used here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from purplebook.results.judgement.children import ChildMonths
from purplebook.results.judgement.judge import Asked
from purplebook.results.judgement.kind import Kind

MONTHS, CHANGE = 60, 42
CALENDAR = tuple((3 + month) % 12 + 1 for month in range(MONTHS))
DAYS = np.array([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])[np.array(CALENDAR) - 1] / (365 / 12)

SIZES = np.array([1, 2, 3, 4])
OF_SIZE = np.array([0.62, 0.22, 0.11, 0.05])
"""How many of the families have so many children: Σg² ÷ Σg is 2.07."""
CHILDREN_EACH = float(SIZES @ OF_SIZE)

SAME_ANSWER, LEAVE_TOGETHER = 0.5, 0.7
"""How often siblings have one answer, and how often they leave in one month."""


@dataclass(frozen=True)
class Arrivals:
    """Children who come: the month, the family and the child's own number."""

    month: np.ndarray
    family: np.ndarray

    @property
    def child(self) -> np.ndarray:
        return np.arange(len(self.month))


def arrivals(rng: np.random.Generator, expected: np.ndarray, *, siblings: bool = True) -> Arrivals:
    """Families come by chance; `expected` is how many children come in each month on average."""
    families = rng.poisson(np.maximum(expected, 0.0) / (CHILDREN_EACH if siblings else 1.0))
    month = np.repeat(np.arange(len(expected)), families)
    sizes = rng.choice(SIZES, p=OF_SIZE, size=len(month)) if siblings else np.ones(len(month), int)
    return Arrivals(np.repeat(month, sizes), np.repeat(np.arange(len(month)), sizes))


def alike(rng: np.random.Generator, family: np.ndarray, draw, *, share: float) -> np.ndarray:
    """A draw for each child, which with the chance `share` is that of the whole family."""
    own = draw(len(family))
    families = int(family.max()) + 1 if len(family) else 0
    common, is_common = draw(families), rng.random(families) < share
    return np.where(is_common[family], common[family], own)


def after_change(by: float, *, spike: bool = False) -> np.ndarray:
    """A factor for each month: 1, and `by` from the change on (or in that month alone)."""
    months = np.arange(MONTHS)
    return np.where(months == CHANGE if spike else months >= CHANGE, by, 1.0)


def count(
    rng: np.random.Generator,
    *,
    usual: float,
    siblings: bool = True,
    august: float = 1.0,
    by: float = 1.0,
    spike: bool = False,
) -> Asked:
    """How many come in each month."""
    season = np.where(np.array(CALENDAR) == 8, august, 1.0)
    came = arrivals(rng, usual * DAYS * season * after_change(by, spike=spike), siblings=siblings)
    ones = np.ones(len(came.month), int)
    top = np.bincount(came.month, minlength=MONTHS).astype(float)
    children = ChildMonths(came.month, came.child, came.family, ones, ones)
    return asked(Kind.COUNT, top, None, top, children)


def share(
    rng: np.random.Generator, *, size: float, usual: float, points: float = 0.0, uneven: bool = False, climbs: int = 0
) -> Asked:
    """Of those who come in a month, the share with an answer; it climbs from nought where the look-back is not held."""
    expected = size * DAYS
    if uneven:
        expected = np.clip(rng.gamma(2.0, size / 2.0, MONTHS), 5.0, 60.0)
    came = arrivals(rng, expected)
    chance = usual + np.where(np.arange(MONTHS) >= CHANGE, points, 0.0)
    if climbs:
        chance = chance * np.minimum(np.arange(MONTHS) / climbs, 1.0)
    drawn = alike(rng, came.family, rng.random, share=SAME_ANSWER)
    yes = (drawn < chance[came.month]).astype(int)
    return share_asked(Kind.SHARE, came.month, came.child, came.family, yes, covered_from=climbs)


def stays(rng: np.random.Generator, family: np.ndarray, *, months: float, mixed: bool = False) -> np.ndarray:
    """How long each child stays: by chance alone, or (mixed) a third of them for a short time only."""

    def draw(many: int) -> np.ndarray:
        if not mixed:
            return rng.exponential(months, many)
        is_short = rng.random(many) < 1 / 3
        return rng.exponential(np.where(is_short, months / 8, months * (1 - 1 / 24) * 1.5), many)

    return alike(rng, family, draw, share=LEAVE_TOGETHER)


@dataclass(frozen=True)
class Inside:
    """Who is in a stock at the end of each month: parallel arrays of months, children and families."""

    month: np.ndarray
    child: np.ndarray
    family: np.ndarray


def inside(
    rng: np.random.Generator,
    *,
    usual: float,
    stay: float,
    mixed: bool = False,
    at_once: float = 1.0,
    arriving: float = 1.0,
) -> Inside:
    """A stock that has long been steady; from the change on it has another level at once, or other arrivals."""
    before = int(8 * stay) + 1
    factor = np.concatenate([np.ones(before), after_change(arriving * at_once)])
    came = arrivals(rng, usual / stay * factor)
    began = came.month - before + rng.random(len(came.month))
    # Siblings come on one day.
    began = began[np.unique(came.family, return_index=True)[1]][np.unique(came.family, return_inverse=True)[1]]
    family, ended = came.family, began + stays(rng, came.family, months=stay, mixed=mixed)
    more = arrivals(rng, np.array([usual * max(at_once - 1.0, 0.0)]))
    if len(more.family):
        start = CHANGE + rng.random(int(more.family.max()) + 1)[more.family]
        began = np.concatenate([began, start])
        ended = np.concatenate([ended, start + stays(rng, more.family, months=stay, mixed=mixed)])
        family = np.concatenate([family, more.family + family.max() + 1])
    if at_once < 1.0:
        leaves = (rng.random(int(family.max()) + 1) < 1.0 - at_once)[family]
        ended = np.where(leaves & (began < CHANGE), np.minimum(ended, CHANGE + 0.5), ended)
    first = np.maximum(np.floor(began), 0).astype(int)
    last = np.minimum(np.floor(ended), MONTHS).astype(int)
    many = np.maximum(last - first, 0)
    child = np.repeat(np.arange(len(first)), many)
    month = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many) + np.repeat(first, many)
    _, numbered = np.unique(child, return_inverse=True)
    _, families = np.unique(family[child], return_inverse=True)
    return Inside(month, numbered, families)


def stock(rng: np.random.Generator, **how: float) -> Asked:
    """How many are in a stock at each month's end."""
    there = inside(rng, **how)  # pyright: ignore[reportArgumentType]
    ones = np.ones(len(there.month), int)
    top = np.bincount(there.month, minlength=MONTHS).astype(float)
    return asked(Kind.STOCK, top, None, top, ChildMonths(there.month, there.child, there.family, ones, ones))


def stock_share(
    rng: np.random.Generator,
    *,
    size: float,
    stay: float,
    usual: float,
    lasts: float,
    points: float = 0.0,
    at_once: bool = False,
) -> Asked:
    """Of a stock, the share with an answer that lasts so many months on average; new answers change by `points`."""
    there = inside(rng, usual=size, stay=stay)
    order = np.lexsort((there.month, there.child))
    month, child, family = there.month[order], there.child[order], there.family[order]
    chance = usual + np.where(np.arange(MONTHS) >= CHANGE, points, 0.0)
    # One drawing for a family and month, which each sibling takes or has its own.
    _, of_month = np.unique(family * MONTHS + month, return_inverse=True)
    drawn = alike(rng, of_month, rng.random, share=SAME_ANSWER)
    renews = alike(rng, of_month, rng.random, share=SAME_ANSWER) < 1.0 / lasts
    is_first = np.diff(child, prepend=-1) != 0
    if at_once:
        renews = renews | (month == CHANGE)
    newest = np.maximum.accumulate(np.where(is_first | renews, np.arange(len(month)), 0))
    yes = (drawn[newest] < chance[month[newest]]).astype(int)
    return share_asked(Kind.STOCK_SHARE, month, child, family, yes)


def average(rng: np.random.Generator, *, size: float, by: float = 1.0, is_median: bool = True) -> Asked:
    """How long those who come in a month took, in days: siblings often the same."""
    came = arrivals(rng, size * DAYS)
    days = alike(rng, came.family, lambda many: rng.gamma(4.0, 45.0 / 4.0, many), share=SAME_ANSWER)
    days = np.round(days * after_change(by)[came.month])
    value = np.full(MONTHS, np.nan)
    for month in np.unique(came.month):
        chosen = days[came.month == month]
        value[month] = np.median(chosen) if is_median else chosen.mean()
    ones = np.ones(len(days), int)
    bottom = np.bincount(came.month, minlength=MONTHS).astype(float)
    top = np.bincount(came.month, days, minlength=MONTHS)
    children = ChildMonths(came.month, came.child, came.family, days.astype(int), ones, value=days)
    return Asked(Kind.AVERAGE, top, bottom, value, children, 0, MONTHS - 1, months=CALENDAR, is_median=is_median)


def share_asked(
    kind: Kind, month: np.ndarray, child: np.ndarray, family: np.ndarray, yes: np.ndarray, *, covered_from: int = 0
) -> Asked:
    """What is asked of a percentage, from its rows."""
    top = np.bincount(month, yes, minlength=MONTHS)
    bottom = np.bincount(month, minlength=MONTHS).astype(float)
    value = np.where(bottom > 0, 100.0 * top / np.maximum(bottom, 1.0), np.nan)
    children = ChildMonths(month, child, family, yes, np.ones(len(yes), int))
    return asked(kind, top, bottom, value, children, covered_from=covered_from)


def asked(
    kind: Kind,
    top: np.ndarray,
    bottom: np.ndarray | None,
    value: np.ndarray,
    children: ChildMonths,
    *,
    covered_from: int = 0,
) -> Asked:
    """What is asked of a series of which every month is complete."""
    return Asked(kind, top, bottom, value, children, covered_from, MONTHS - 1, months=CALENDAR)
