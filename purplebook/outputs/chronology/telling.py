"""The words in which a table's dates are declared: what is said of each, or why nothing is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from purplebook.language.nouns import column_phrase, singular
from purplebook.outputs.chronology.sentence import Condition, Sentence, parse_condition, parse_sentence
from purplebook.tables.schema import DATE, Table

Row = Mapping[str, object]


@dataclass(frozen=True)
class Told:
    """A date that is an event, told unless another date of the row is filled, and only where a condition holds."""

    sentence: Sentence
    unless: str = ""
    only: Condition | None = None

    def applies(self, row: Row) -> bool:
        """Whether the event is told of this row."""
        return not (self.unless and row.get(self.unless) is not None) and (self.only is None or self.only.holds(row))


@dataclass(frozen=True)
class NotTold:
    """A date that is not an event, with the reason."""

    reason: str


@dataclass(frozen=True)
class Tally:
    """One thing that is counted when routine events are gathered: in how many of them a column holds a value."""

    condition: Condition
    words: str


@dataclass(frozen=True)
class Routine:
    """Events that come often, so a run of them with nothing between is gathered into one line."""

    plural: str
    tallies: tuple[Tally, ...] = ()


@dataclass(frozen=True)
class TableWords:
    """What is said of the dates of one table."""

    table: str
    dates: Mapping[str, Told | NotTold]
    routine: Routine | None = None


def told(sentence: str, *, unless: str = "", only: str = "") -> Told:
    """An event with its sentence; `unless` names a date, `only` is a condition."""
    return Told(parse_sentence(sentence), unless, parse_condition(only) if only else None)


def not_told(reason: str) -> NotTold:
    """No event, because …"""
    return NotTold(reason)


def routine(plural: str, **tallies: str) -> Routine:
    """Gather runs of these events; each tally is `column=value` and the words, keyed by any name."""
    pairs = (text.partition("? ") for text in tallies.values())
    return Routine(plural, tuple(Tally(parse_condition(condition), words) for condition, _, words in pairs))


def about(name: str, *, gathered: Routine | None = None, **dates: str | Told | NotTold) -> TableWords:
    """The words for one table's dates, by column; a bare text is a sentence."""
    return TableWords(
        name, {column: told(words) if isinstance(words, str) else words for column, words in dates.items()}, gathered
    )


def date_columns(table: Table) -> tuple[str, ...]:
    """The columns of a table that hold days, in order."""
    return tuple(column.name for column in table.columns if column.kind == DATE)


def plain_words(table: Table, column: str) -> Told:
    """What is said of a date that nobody wrote a sentence for: "Placement began", "Referral: closing date"."""
    noun = singular(table.name)
    match column:
        case "started_on":
            return told(f"{noun} began")
        case "ended_on":
            return told(f"{noun} ended")
    return told(f"{noun}: {column_phrase(table.name, column)}")
