"""One month of a chart of months: its value, what is usual, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from purplebook.language.periods import Period


class Mark(StrEnum):
    """What a point stands out as.  Each has a shape of its own, so that colour is never alone."""

    NONE = ""
    BETTER = "better"
    WORSE = "worse"
    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True)
class MonthPoint:
    """One month as it is drawn.

    `value` is None where there is no figure or the records do not cover the month: nothing is drawn there.  `low` and
    `high` are the expected range of the month alone, `usual` the level that it is measured by.  A month that is filling
    up is hollow, and `may_end` is where late records may bring it.  With a month that `is_new` a baseline that a person
    accepted begins, or another definition; at one that `is_offered` a new level is offered and not yet accepted.
    `came` and `left` are the arrivals and leavers of a stock since the month before.
    """

    month: Period
    value: float | None
    low: float | None = None
    high: float | None = None
    usual: float | None = None
    mark: Mark = Mark.NONE
    is_filling: bool = False
    may_end: tuple[float, float] | None = None
    is_new: bool = False
    is_offered: bool = False
    came: int | None = None
    left: int | None = None

    @property
    def has_range(self) -> bool:
        """Whether an expected range is known."""
        return self.low is not None and self.high is not None
