"""What is said of one figure held against another one, or beside neighbours: a word, its way and one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from purplebook.language.indicators import Better
from purplebook.results.judgement.word import Way, Word, way_of


@dataclass(frozen=True)
class Compared:
    """What came of holding two figures against each other, and one sentence that says why."""

    word: Word
    way: Way
    why: str


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


def differs(subject: Subject, why: str, *, is_higher: bool) -> Compared:
    """A figure that differs by more than chance."""
    return Compared(Word.HIGHER if is_higher else Word.LOWER, way_of(subject.better, is_higher=is_higher), why)


def not_told(word: Word, why: str) -> Compared:
    """A figure of which no difference is told."""
    return Compared(word, Way.NEITHER, why)
