"""What a sentence of a paper may lean on besides its figures: a register's rows, a setting, an event, a law in force.

A sentence is printed only when all that it leans on is there.  Some of these are also bindings, which print what they
find: the committee's name, an officer's title, the title of an Act.  This file knows nothing of where they are found.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from purplebook.language.periods import Period


@dataclass(frozen=True)
class Register:
    """Rows of a table: of some codes in a column where they are named, and of a period where a day and it are named."""

    table: str
    column: str | None = None
    codes: tuple[str, ...] = ()
    dated: str | None = None
    period: Period | None = None


@dataclass(frozen=True)
class Definition:
    """The sentence explains what an indicator counts: it stands where the paper has a figure of that indicator."""

    indicator: str


@dataclass(frozen=True)
class AnyFigure:
    """The sentence tells how the paper's figures are made: it stands where the paper has a figure at all."""


@dataclass(frozen=True)
class Law:
    """A dated fact of law, guidance or return: what it is called, from when to when it is so, and who says so."""

    key: str
    words: str
    first_day: date
    last_day: date | None
    source: str

    def holds_on(self, day: date) -> bool:
        """Whether it is so on a day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True)
class Committee:
    """The committee that the paper goes to, as the council calls it."""


@dataclass(frozen=True)
class OfficerTitle:
    """An officer's title by role, never a name; of several roles the first that the council has set."""

    roles: tuple[str, ...]


@dataclass(frozen=True)
class PartnershipNow:
    """What the council's partnership of a kind is called on the paper's day; `otherwise` is its name in law."""

    kind: str
    otherwise: Law | None = None


@dataclass(frozen=True)
class MeetingDay:
    """The day of the meeting that hears the paper."""


@dataclass(frozen=True)
class AgendaItem:
    """The place of the paper in that meeting's agenda, which the council's clerk decides."""


@dataclass(frozen=True)
class EventWords:
    """The council's events of a period that bear on some indicators, each with its day."""

    indicators: tuple[str, ...]
    period: Period


@dataclass(frozen=True)
class ToCome:
    """What a month's figure is expected to rise by as late records come; nothing is printed where nobody can say."""

    indicator: str
    period: Period


@dataclass(frozen=True)
class VerdictOn:
    """The verdict on an indicator's newest complete month, as the purple book gives it; `in_short` for a cell."""

    indicator: str
    in_short: bool = False


@dataclass(frozen=True)
class ByStatus:
    """Words that depend on how sure the figures are, by status; `provisional` stands for any that has none."""

    words: tuple[tuple[str, str], ...]

    def of(self, status: str) -> str:
        """The words for a status."""
        words = dict(self.words)
        return words.get(status, words["provisional"])


Evidence = (
    Register
    | Definition
    | AnyFigure
    | Law
    | Committee
    | OfficerTitle
    | PartnershipNow
    | MeetingDay
    | AgendaItem
    | EventWords
    | ToCome
    | VerdictOn
    | ByStatus
)
PRINTED = (
    Law,
    Committee,
    OfficerTitle,
    PartnershipNow,
    MeetingDay,
    AgendaItem,
    EventWords,
    ToCome,
    VerdictOn,
    ByStatus,
)
"""The evidence that prints what it finds, and can stand in a sentence's {place}."""
UNASKED = (EventWords, ToCome, VerdictOn, Definition, AnyFigure)
"""What nobody is asked to fill: there is nothing to say, or a sentence goes with figures whose gaps are told."""


def register(table: str, *, column: str | None = None, codes: tuple[str, ...] = ()) -> Register:
    """Rows of a table, whenever they were: `register("audit")`."""
    return Register(table, column, codes)
