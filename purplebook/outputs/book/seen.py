"""What a reader sees of one indicator: its months, each with its verdict, what is usual, and what is still to come."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period
from purplebook.results.judgement.word import Verdict, Word
from purplebook.results.lateness import ToCome


@dataclass(frozen=True)
class SeenMonth:
    """One month: its figure and the whole numbers behind it, what is usual for the month alone, and what is said of it.

    `is_higher` is which way it is unlike what is usual.  `low`, `high` and `usual` are in the unit of the value, and
    `came` and `left` a stock's arrivals and leavers.
    """

    period: Period
    value: float | None
    top: int | None
    bottom: int | None
    verdict: Verdict
    is_higher: bool | None = None
    low: float | None = None
    high: float | None = None
    usual: float | None = None
    to_come: ToCome | None = None
    part_to_come: ToCome | None = None
    came: int | None = None
    left: int | None = None

    @property
    def decimal(self) -> Decimal | None:
        """The value as figures are written."""
        return None if self.value is None else Decimal(str(self.value))

    @property
    def is_filling(self) -> bool:
        """Whether records of it are still to come."""
        return self.verdict.word is Word.FILLING


@dataclass(frozen=True)
class Seen:
    """One indicator's months, oldest first, and the place of the newest that is judged (None: none is).

    `starts` are the places at which a person accepted a new baseline, with its reason in words; `offered` the place at
    which a new level is offered; `usual_months` are the months that say what is usual, and `usual` the ends of what any
    month is when nothing changes.
    """

    item: Indicator
    months: tuple[SeenMonth, ...]
    newest: int | None
    starts: tuple[tuple[int, str], ...] = ()
    offered: int | None = None
    usual_months: tuple[Period, Period] | None = None
    usual: tuple[float, float] | None = None
    knows_families: bool = True

    @property
    def judged(self) -> SeenMonth | None:
        """The newest month that is judged."""
        return None if self.newest is None else self.months[self.newest]

    @property
    def filling(self) -> tuple[SeenMonth, ...]:
        """The months still filling up that have a figure, oldest first."""
        return tuple(month for month in self.months if month.is_filling and month.value is not None)

    def covers(self, period: Period) -> bool:
        """Whether the records cover a period: what they do not hold must not seem to have been less."""
        blank = [month.period.last_day for month in self.months if month.verdict.word is Word.NOT_COVERED]
        return not blank or period.first_day > blank[-1]

    def at(self, period: Period) -> SeenMonth | None:
        """One of its months."""
        return next((month for month in self.months if month.period == period), None)
