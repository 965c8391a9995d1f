"""What is said of a figure: a word that a councillor understands, whether that is good, and one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from purplebook.language.indicators import Better
from purplebook.language.periods import Period


class Word(StrEnum):
    """What is said of a month.

    TOO_FEW: there are figures, and too few (children or months) to tell.  NOT_JUDGED: no rule is for such a figure.
    """

    HIGHER = "higher than usual"
    LOWER = "lower than usual"
    CHANGED_LEVEL = "has changed level"
    NO_SIGN = "no sign of a change"
    TOO_FEW = "too few to tell"
    FILLING = "still filling up"
    NOT_COVERED = "not yet covered"
    NO_FIGURE = "no figure"
    NOT_JUDGED = "not judged"

    @property
    def is_signal(self) -> bool:
        """Whether it says that something is unlike what is usual."""
        return self in (Word.HIGHER, Word.LOWER, Word.CHANGED_LEVEL)


class Way(StrEnum):
    """Whether what is higher, lower or changed is better or worse; NEITHER where it is neither, or nothing changed."""

    BETTER = "better"
    WORSE = "worse"
    NEITHER = "neither"


@dataclass(frozen=True)
class Verdict:
    """What is said of one month: the word, which way that is, one sentence, and the window of months it is seen in."""

    word: Word
    way: Way
    sentence: str
    months: int
    month: Period


def way_of(better: Better, *, is_higher: bool | None) -> Way:
    """Which way a signal is, by the indicator's polarity; NEITHER without a signal."""
    if is_higher is None or better is Better.NEITHER:
        return Way.NEITHER
    return Way.BETTER if is_higher == (better is Better.HIGHER) else Way.WORSE
