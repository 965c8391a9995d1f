"""What a council says of itself, as far as papers, books and charts print it: names, titles, days, its own words.

This file knows nothing of the files these come from: `council/` reads them.  What is not said is None or empty, and
whatever leans on it is not printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

NOBODY: Mapping[str, str] = MappingProxyType({})
OFFICERS = ("director", "lead_officer", "lead_councillor", "head_of_service", "quality_lead", "author")
"""The roles whose titles a council may say.  People are never named."""
PARTNERSHIPS = ("safeguarding", "improvement", "corporate_parenting", "health_and_wellbeing", "adoption_agency")
"""The partnerships and boards whose names a council may say, each with the days between which the name held."""


@dataclass(frozen=True)
class PartnershipName:
    """What a partnership or board was called from one day to another; an end that is None is not known yet."""

    kind: str
    name: str
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True)
class Meeting:
    """The committee meeting that hears the paper of an as-at day."""

    as_at: date
    held_on: date
    agenda_item: int | None = None


@dataclass(frozen=True)
class CouncilEvent:
    """Something that happened on a day and may explain a figure; no indicators named means that it bears on all."""

    on: date
    words: str
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True)
class OwnSentence:
    """A sentence of the council's own in its paper, printed in a section, from one day to another."""

    section: str
    words: str
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True)
class CouncilWords:
    """What one council says of itself.  `code` is its number at the Department, `name` what it is called."""

    code: str
    name: str
    committee: str | None = None
    officers: Mapping[str, str] = field(default_factory=lambda: NOBODY)
    partnerships: tuple[PartnershipName, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    events: tuple[CouncilEvent, ...] = ()
    sentences: tuple[OwnSentence, ...] = ()
    colours: Mapping[str, str] = field(default_factory=lambda: NOBODY)

    def partnership(self, kind: str, *, on: date) -> str | None:
        """What the partnership of a kind was called on a day; None when nothing is said of it."""
        return next(
            (
                entry.name
                for entry in self.partnerships
                if entry.kind == kind
                and (entry.first_day is None or entry.first_day <= on)
                and (entry.last_day is None or on <= entry.last_day)
            ),
            None,
        )
