"""What people may say about the figures of a book, and what they may not.

A month that is still filling up may not be called a fall: the next extract would contradict it, in public.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from purplebook.council import Comment
from purplebook.errors import BadInputError
from purplebook.language.periods import Period
from purplebook.results.book.verdicts import Line
from purplebook.results.judgement.word import Word
from purplebook.results.lateness import ToCome

FALL = re.compile(
    r"\b(fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|decreas\w*|declin\w*|reduc\w*|lower\w*|fewer|down|dip(?:s|ped|ping)?"
    r"|less than|smaller)\b",
    re.IGNORECASE,
)
"""Words that call a figure smaller than before."""


def of_month(comments: Iterable[Comment], lines: Sequence[Line], *, as_at: date) -> tuple[Comment, ...]:
    """The comments for the book of one month; BadInputError where one calls a month that is filling up a fall."""
    wanted = tuple(comment for comment in comments if comment.month == as_at)
    by_id = {line.indicator.id: line for line in lines}
    faults = []
    for comment in wanted:
        line = by_id.get(comment.indicator)
        fall = FALL.search(comment.text)
        filling = None if line is None else _filling(line, as_at)
        if filling is not None and fall is not None:
            month, come = filling
            faults.append(
                f"{comment.indicator}: the commentary says '{fall[0]}' of {month.label}, and records of that month are "
                f"still to come{_how_many(come)}. Say what is known, or wait for the next extract."
            )
    if faults:
        raise BadInputError("\n".join(faults))
    return wanted


def _filling(line: Line, as_at: date) -> tuple[Period, ToCome | None] | None:
    """The month that ends on a day, where it is still filling up, and what is expected of it."""
    for one in (line, *line.later):
        if one.period.last_day == as_at and one.verdict.word is Word.FILLING:
            return one.period, one.to_come
    return None


def _how_many(come: ToCome | None) -> str:
    return "" if come is None else f" (about {come.expected:,}, between {come.low:,} and {come.high:,})"
