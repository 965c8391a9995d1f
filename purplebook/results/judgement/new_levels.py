"""After a change of level the new level is what months are seen beside: a fall from it is told, accepted or not.

Only a person sets a baseline anew.  But a percentage that rose by half and then halved would for months be "has changed
level" by a mean that the halving still has to wear down, and nobody would be told of the fall.
"""

from __future__ import annotations

from dataclasses import replace

from purplebook.results.judgement.asked import Asked, JudgedMonth, JudgedSeries
from purplebook.results.judgement.judge import Known, judged_series
from purplebook.results.judgement.word import Word


def judged_beside_levels(asked: Asked) -> JudgedSeries:
    """The series judged; of a month in a changed level that lies the other way of that level, that is said.

    Each month by the months before it, as ever: the level is of the months since the change that is being told.
    """
    known: Known = {}
    judged = judged_series(asked, known=known)
    changes = {month.since for month in judged.months if month.word is Word.CHANGED_LEVEL and month.since is not None}
    if not changes:
        return judged
    beside = {
        since: judged_series(replace(asked, starts=(*asked.starts, since)), known=known).months for since in changes
    }
    months = tuple(_turned(month, beside, place) for place, month in enumerate(judged.months))
    return replace(judged, months=months)


def _turned(month: JudgedMonth, beside: dict[int, tuple[JudgedMonth, ...]], place: int) -> JudgedMonth:
    """The month as it is beside the new level, where it is told there and the other way; else as it was."""
    if month.word is not Word.CHANGED_LEVEL or month.since is None:
        return month
    other = beside[month.since][place]
    turns = other.word.is_signal and other.is_higher is not None and other.is_higher != month.is_higher
    return other if turns else month
