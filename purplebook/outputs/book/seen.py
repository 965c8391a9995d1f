"""What a reader sees of one indicator: its months, each with its verdict, what is usual, and what is still to come."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period
from purplebook.results.judgement.word import Verdict, Word
from purplebook.results.lateness import ToCome

RECENT = 6
"""How many of the last judged months the front page tells of."""


@dataclass(frozen=True)
class SeenMonth:
    """One month: its figure and the whole numbers behind it, what is usual for the month alone, and what is said of it.

    `is_higher` is which way it is unlike what is usual, and `since` the place of the month in which that began.  `low`,
    `high` and `usual` are in the unit of the value.  `came` and `left` are a stock's arrivals and leavers.
    """

    period: Period
    value: float | None
    top: int | None
    bottom: int | None
    verdict: Verdict
    is_higher: bool | None = None
    since: int | None = None
    low: float | None = None
    high: float | None = None
    usual: float | None = None
    to_come: ToCome | None = None
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
class Tale:
    """One change as it is told once: its newest month, the month it began with, and whether it is over by now."""

    newest: SeenMonth
    began: Period
    months: int
    is_over: bool


def began_text(tale: Tale | None) -> str:
    """When a change began, where it still goes on and its sentence does not say so already."""
    if tale is None or tale.is_over or tale.months <= 1 or tale.newest.verdict.word is Word.CHANGED_LEVEL:
        return ""
    return f" It began in {tale.began.label}."


@dataclass(frozen=True)
class Seen:
    """One indicator's months, oldest first, and the place of the newest that is judged (None: none is).

    `starts` are the places at which a person accepted a new baseline, with its reason in words; `offered` the place at
    which a new level is offered; `usual_months` the months that say what is usual.
    """

    item: Indicator
    months: tuple[SeenMonth, ...]
    newest: int | None
    starts: tuple[tuple[int, str], ...] = ()
    offered: int | None = None
    usual_months: tuple[Period, Period] | None = None
    knows_families: bool = True

    @property
    def judged(self) -> SeenMonth | None:
        """The newest month that is judged."""
        return None if self.newest is None else self.months[self.newest]

    @property
    def filling(self) -> tuple[SeenMonth, ...]:
        """The months still filling up that have a figure, oldest first."""
        return tuple(month for month in self.months if month.is_filling and month.value is not None)

    @property
    def tale(self) -> Tale | None:
        """The change that the last judged months tell, if they tell one; once, however many months tell it."""
        if self.newest is None:
            return None
        recent = range(max(self.newest - RECENT + 1, 0), self.newest + 1)
        last = next((place for place in reversed(recent) if self.months[place].verdict.word.is_signal), None)
        if last is None:
            return None
        month = self.months[last]
        began = last - month.verdict.months + 1 if month.since is None else month.since
        return Tale(month, self.months[max(began, 0)].period, last - began + 1, is_over=last < self.newest)
