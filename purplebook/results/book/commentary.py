"""What people may say about the figures of a book, and what they may not.

A month that is still filling up may not be called a fall: the next extract would contradict it, in public.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from purplebook.council import Comment
from purplebook.errors import BadInputError
from purplebook.results.book.verdicts import Line

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
        if line is not None and line.to_come is not None and fall is not None:
            faults.append(
                f"{comment.indicator}: the commentary says '{fall[0]}' of {line.period.label}, and records of that "
                f"month are still to come (about {line.to_come.expected:,}, between {line.to_come.low:,} and "
                f"{line.to_come.high:,}). Say what is known, or wait for the next extract."
            )
    if faults:
        raise BadInputError("\n".join(faults))
    return wanted
