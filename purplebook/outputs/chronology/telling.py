"""What is told of each day of a row: the sentences that the tables declare, read and ready to be said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from purplebook.language.nouns import column_phrase, singular
from purplebook.outputs.chronology.sentence import Condition, Sentence, parse_condition, parse_sentence
from purplebook.tables.schema import Table
from purplebook.tables.story import NotTold, Told

Row = Mapping[str, object]


@dataclass(frozen=True)
class Telling:
    """A day that is an event, told unless another day of the row is filled, and only where a condition holds."""

    sentence: Sentence
    unless: str = ""
    only: Condition | None = None

    def applies(self, row: Row) -> bool:
        """Whether the event is told of this row."""
        return not (self.unless and row.get(self.unless) is not None) and (self.only is None or self.only.holds(row))


@dataclass(frozen=True)
class Tally:
    """One thing that is counted when routine events are gathered: in how many of them a column holds a value."""

    condition: Condition
    words: str


def tellings(table: Table) -> dict[str, Telling | NotTold]:
    """Every day of a table with what is said of it, or why nothing is; plain words where the table says nothing."""
    return {column: _telling(table.story.days.get(column) or plain_words(table, column)) for column in table.days}


def tallies(table: Table) -> tuple[Tally, ...]:
    """What is counted when a table's routine events are gathered."""
    if table.story.routine is None:
        return ()
    pairs = (text.partition("? ") for text in table.story.routine.tallies)
    return tuple(Tally(parse_condition(condition), words) for condition, _, words in pairs)


def plain_words(table: Table, column: str) -> str:
    """What is said of a day that nobody wrote a sentence for: "Placement began", "Referral: closing date"."""
    noun = singular(table.name)
    match column:
        case "started_on":
            return f"{noun} began"
        case "ended_on":
            return f"{noun} ended"
    return f"{noun}: {column_phrase(table.name, column)}"


@cache
def _telling(declared: str | Told | NotTold) -> Telling | NotTold:
    if isinstance(declared, NotTold):
        return declared
    if isinstance(declared, str):
        return Telling(parse_sentence(declared))
    return Telling(
        parse_sentence(declared.sentence), declared.unless, parse_condition(declared.only) if declared.only else None
    )
