"""What people say about the figures of a book, from `commentary.toml`, and what they may not say.

    [[commentary]]
    indicator = "RF01"
    month = 2015-08-31
    by = "Head of service"
    text = "A second front-door team began in June."

A month that is still filling up may not be called a fall: the next extract would contradict it, in public.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from purplebook.errors import BadInputError
from purplebook.language.indicators import Indicator
from purplebook.results.book.own_file import entries_of
from purplebook.results.book.verdicts import Line

KEYS = ("indicator", "month", "by", "text")
EXAMPLE = '[[commentary]]\nindicator = "RF01"\nmonth = 2015-08-31\nby = "Head of service"\ntext = "Two teams now."'
FALL = re.compile(
    r"\b(fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|decreas\w*|declin\w*|reduc\w*|lower\w*|fewer|down|dip(?:s|ped|ping)?"
    r"|less than|smaller)\b",
    re.IGNORECASE,
)
"""Words that call a figure smaller than before."""


@dataclass(frozen=True)
class Comment:
    """What one person says about one indicator in the book of one month."""

    indicator: str
    month: date
    by: str
    text: str


def read_commentary(path: Path, indicators: Sequence[Indicator]) -> tuple[Comment, ...]:
    """The commentary of a council's file; BadInputError says which entry cannot be used, and why."""
    found = []
    for where, entry in entries_of(path, name="commentary", keys=KEYS, example=EXAMPLE, indicators=indicators):
        if type(entry["month"]) is not date:
            raise BadInputError(f"{where}: month must be the last day of the book's month, such as 2015-08-31.")
        if not str(entry["by"]).strip() or not str(entry["text"]).strip():
            raise BadInputError(f"{where}: say who says it and what: by and text may not be empty.")
        found.append(Comment(entry["indicator"], entry["month"], str(entry["by"]), str(entry["text"]).strip()))
    return tuple(found)


def of_month(comments: Iterable[Comment], lines: Sequence[Line], *, as_at: date) -> tuple[Comment, ...]:
    """The comments for the book of one month; BadInputError where one calls a month that is filling up a fall."""
    wanted = tuple(comment for comment in comments if comment.month == as_at)
    by_id = {line.indicator.id: line for line in lines}
    faults = []
    for comment in wanted:
        line = by_id.get(comment.indicator)
        said = FALL.search(comment.text)
        if line is not None and line.to_come is not None and said is not None:
            faults.append(
                f"{comment.indicator}: the commentary says '{said[0]}' of {line.period.label}, and records of that "
                f"month are still to come (about {line.to_come.expected:,}, between {line.to_come.low:,} and "
                f"{line.to_come.high:,}). Say what is known, or wait for the next extract."
            )
    if faults:
        raise BadInputError("\n".join(faults))
    return wanted
