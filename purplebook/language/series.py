"""Series that readers take for one and that count two things: which indicator stood for it, and until when.

A council that reported one thing until a day and another since says so in its own folder.

The parts are never joined: a chart breaks between them, no change is worked out across the break and no limits span it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from purplebook.errors import DefinitionError


@dataclass(frozen=True)
class Part:
    """One stretch of a series: the indicator that stands for it, for periods that end on or after `since`."""

    indicator: str
    since: date


@dataclass(frozen=True)
class BrokenSeries:
    """A series whose definition changed; `reason` says how, and why the two must not be read as one."""

    id: str
    title: str
    parts: tuple[Part, ...]
    reason: str

    def __post_init__(self) -> None:
        if len(self.parts) < 2 or any(one.since >= other.since for one, other in pairwise(self.parts)):
            raise DefinitionError(f"{self.id}: a broken series has two parts or more, in order of date.")
        if any(one.indicator == other.indicator for one, other in pairwise(self.parts)):
            raise DefinitionError(f"{self.id}: one indicator follows itself, so there is no break between the two.")

    def stood_for(self, last_day: date) -> str | None:
        """The indicator that stands for the series in a period that ends on `last_day`."""
        begun = [part.indicator for part in self.parts if part.since <= last_day]
        return begun[-1] if begun else None

    @property
    def breaks(self) -> tuple[date, ...]:
        """The first day of every part but the first."""
        return tuple(part.since for part in self.parts[1:])
