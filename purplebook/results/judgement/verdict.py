"""One verdict in words on one figure, with one sentence that says why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from purplebook.language.indicators import Better


class Word(StrEnum):
    """What is said of a figure.

    TOO_SMALL: there are figures, and too few to say.  NO_VERDICT: there is nothing that could be judged or compared,
    such as a missing value, an immature month, another definition.
    """

    BETTER = "better"
    WORSE = "worse"
    HIGHER = "higher than usual"
    LOWER = "lower than usual"
    NO_REAL_CHANGE = "no real change"
    TOO_SMALL = "too small to say"
    NO_VERDICT = "no verdict"


class Evidence(StrEnum):
    """What a verdict rests on."""

    HISTORY = "its own history"
    COMPARISON = "one other figure"
    NEIGHBOURS = "its neighbours"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Verdict:
    """A word, one sentence that says why, and what it rests on.

    `is_final` says that no other evidence can help: the figure itself is missing or not yet complete.
    """

    word: Word
    why: str
    evidence: Evidence
    is_final: bool = False


@dataclass(frozen=True)
class Subject:
    """What is judged: an indicator's name, the period in words, its polarity, and how its values are written."""

    name: str
    when: str
    better: Better
    unit: str = ""
    places: int = 0

    def value(self, number: float, *, places: int | None = None) -> str:
        """A number as readers see it: 1,234 or 62.5%."""
        return f"{number:,.{self.places if places is None else places}f}{self.unit}"


def word_for(better: Better, *, is_higher: bool) -> Word:
    """What a real difference is called: by polarity, or plainly where neither way is good."""
    if better is Better.NEITHER:
        return Word.HIGHER if is_higher else Word.LOWER
    return Word.BETTER if is_higher == (better is Better.HIGHER) else Word.WORSE
