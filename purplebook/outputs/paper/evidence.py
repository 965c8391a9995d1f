"""What is recorded beside the figures of a paper, and whether it bears out what a sentence leans on.

It knows nothing of sentences: it is asked about one piece of evidence at a time, for the words it prints or for whether
it is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from purplebook.language.councils import CouncilEvent, CouncilWords, Meeting
from purplebook.language.evidence import (
    AgendaItem,
    AnyFigure,
    ByStatus,
    Committee,
    Definition,
    EventWords,
    Evidence,
    Law,
    MeetingDay,
    OfficerTitle,
    PartnershipNow,
    Register,
    ToCome,
    VerdictOn,
)
from purplebook.language.periods import long_day
from purplebook.outputs.paper.gaps import Need
from purplebook.results.judgement.word import Word
from purplebook.results.known import Known

UNNAMED = CouncilWords(code="", name="Our Council")


@dataclass(frozen=True)
class Recorded:
    """All that a paper may lean on besides its figures.

    `rows` says how many rows there are of each register that a sentence leans on, `lacking` what of the records each
    indicator misses, in words, and `populations` what each rate of a period is divided by, with its year and source.
    """

    council: CouncilWords = UNNAMED
    rows: Mapping[Register, int] = field(default_factory=dict)
    known: Known = field(default_factory=Known)
    lacking: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    populations: Mapping[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True)
class Witness:
    """What is recorded, asked on one day for one paper; `shown` are the indicators of which the paper has a figure."""

    recorded: Recorded
    as_at: date
    shown: frozenset[str]

    def bears_out(self, evidence: Evidence) -> bool:
        """Whether what a sentence leans on is there."""
        match evidence:
            case Register():
                return self.recorded.rows.get(evidence, 0) > 0
            case Definition(indicator):
                return indicator in self.shown
            case AnyFigure():
                return bool(self.shown)
            case _:
                return self.words(evidence) is not None

    def words(self, evidence: Evidence) -> str | None:
        """What a piece of evidence prints; None where it is not there."""
        council = self.recorded.council
        match evidence:
            case Law(words=words):
                return words if evidence.holds_on(self.as_at) else None
            case Committee():
                return council.committee
            case OfficerTitle(roles):
                return next((council.officers[role] for role in roles if council.officers.get(role)), None)
            case PartnershipNow(kind, otherwise):
                named = council.partnership(kind, on=self.as_at)
                return named or (None if otherwise is None else self.words(otherwise))
            case MeetingDay():
                meeting = self._meeting()
                return None if meeting is None else long_day(meeting.held_on)
            case AgendaItem():
                meeting = self._meeting()
                return None if meeting is None or meeting.agenda_item is None else str(meeting.agenda_item)
            case EventWords():
                events = [f"{_without_stop(event.words)} ({long_day(event.on)})" for event in self._events(evidence)]
                return "; ".join(events) or None
            case ToCome(indicator, period):
                come = self.recorded.known.to_come(indicator, period)
                if come is None:
                    return None
                return f"{come.low:,} to {come.high:,}"
            case VerdictOn(indicator, in_short):
                standing = self.recorded.known.standing.get(indicator)
                if standing is None or standing.verdict.word is Word.NO_FIGURE:
                    return None
                return standing.in_short if in_short else standing.sentence.removesuffix(".")
            case ByStatus():
                return evidence.of(self.recorded.known.status)
            case _:
                return None

    def need(self, evidence: Evidence) -> Need:
        """What would let a sentence be printed that leans on this."""
        match evidence:
            case Register(table, column, codes, _, period):
                kind = f" whose {column.replace('_', ' ')} is {' or '.join(codes)}" if column else ""
                when = f" in {period.label}" if period else ""
                return Need("register", table, f"rows of the {table.replace('_', ' ')} register{kind}{when}")
            case Definition(indicator):
                return Need("figure", indicator, f"a figure of {indicator}")
            case VerdictOn(indicator):
                return Need("figure", indicator, f"a figure of {indicator} for a month")
            case AnyFigure():
                return Need("figure", "any", "a figure of any indicator")
            case Committee():
                return Need("setting", "committee", "the name of the committee (`committee` in council.toml)")
            case OfficerTitle(roles):
                role_names = " or ".join(f"`{role}`" for role in roles)
                return Need(
                    "setting", roles[0], f"an officer's title ({role_names} among the officers in council.toml)"
                )
            case PartnershipNow(kind):
                return Need("setting", kind, f"the name of the {kind.replace('_', ' ')} partnership (council.toml)")
            case MeetingDay() | AgendaItem():
                what = "day" if isinstance(evidence, MeetingDay) else "agenda item"
                words = f"the {what} of the meeting that hears the paper of {long_day(self.as_at)} (council.toml)"
                return Need("setting", f"meeting {what}", words)
            case _:
                return Need("event", "events", "an event of the council's (events.toml)")

    def _meeting(self) -> Meeting | None:
        return next((meeting for meeting in self.recorded.council.meetings if meeting.as_at == self.as_at), None)

    def _events(self, asked: EventWords) -> tuple[CouncilEvent, ...]:
        return tuple(
            event
            for event in sorted(self.recorded.council.events, key=lambda event: event.on)
            if asked.period.first_day <= event.on <= min(asked.period.last_day, self.as_at)
            and set(event.indicators) & set(asked.indicators)
        )


def _without_stop(words: str) -> str:
    """The words as they stand inside a sentence."""
    bare = words.strip().removesuffix(".")
    return bare[0].lower() + bare[1:] if bare.split(" ")[0] in ("The", "A", "An") else bare
