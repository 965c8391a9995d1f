"""The words in which a table says what a chronology tells of its rows: a sentence for each day, or why there is none.

Referral[ from {source_code}][: {presenting_issue}][is_no_further_action=true?, no further action]

`{column}` is the value as a reader knows it: a code's label, a day in words; `{column|words}` says the words where it
is not recorded.  `{table.column}` lists a column of the rows of another table that point at this one.  A part in square
brackets is said only where all its values are recorded and its conditions, joined by `&`, are all true.

These are words and no more: `outputs/chronology/` reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_LINKED = re.compile(r"\{(\w+)\.(\w+)[|}]")


@dataclass(frozen=True)
class Told:
    """A day that is an event, told unless the day `unless` is filled, and only where the condition `only` holds."""

    sentence: str
    unless: str = ""
    only: str = ""


@dataclass(frozen=True)
class NotTold:
    """A day that is not an event, with the reason."""

    reason: str


@dataclass(frozen=True)
class Routine:
    """Events that come often, so a run of them with nothing between is gathered into one line.

    Each of `tallies` is `column=value? words`: in how many of the run that holds.
    """

    plural: str
    tallies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Story:
    """What is said of a table's days, by column; a bare text is a sentence.  A day not named gets plain words."""

    days: Mapping[str, str | Told | NotTold] = field(default_factory=dict, hash=False)
    routine: Routine | None = None

    def is_told(self, column: str) -> bool:
        """Whether a day is an event."""
        return not isinstance(self.days.get(column), NotTold)

    def linked(self) -> Iterator[tuple[str, str]]:
        """Every (table, column) of other tables' rows that a sentence lists."""
        for telling in self.days.values():
            if not isinstance(telling, NotTold):
                yield from _LINKED.findall(telling.sentence if isinstance(telling, Told) else telling)
