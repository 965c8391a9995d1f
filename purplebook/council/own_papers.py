"""Reads `papers/*.md`: a council's own sentences, each under the heading of the section that prints it.

    ## Early help

    [from 2015-04-01 to 2016-03-31]
    We have {CP01 on the day} plans, and a protocol on neglect.

A paragraph is a sentence or more that stay together.  A number may not be typed: figures are bound, as in the shipped
paper, so that no sentence can come to contradict its table.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from purplebook.council.faults import Fault
from purplebook.council.own_blocks import blocks_of, without_remarks
from purplebook.council.toml_file import text_of
from purplebook.definitions.papers.safeguarding_activity.terms import TERMS
from purplebook.errors import DefinitionError
from purplebook.language.councils import OwnSentence
from purplebook.language.indicators import Indicator
from purplebook.language.own_words import PLACE, own_text
from purplebook.language.paper_checks import TYPED_NUMBER

DAYS = re.compile(r"\[(?:from (?P<first>\S+))? ?(?:to (?P<last>\S+))?\]")
HOW_DAYS = "Write [from 2015-04-01 to 2016-03-31], or one of the two."
MARKS = ("#", "- ", "* ", "+ ", "|", "> ", "```", "![")
ALMOST = 0.8


@dataclass(frozen=True)
class OwnPaper:
    """The sentences of one file with their lines, and what is wrong with it."""

    path: Path
    sentences: tuple[OwnSentence, ...] = ()
    lines: tuple[int, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_papers(folder: Path, *, indicators: Sequence[Indicator], sections: Sequence[str]) -> tuple[OwnPaper, ...]:
    """Every file of a council's `papers/`, by name; none where there is no such folder."""
    if not folder.is_dir():
        return ()
    return tuple(read_paper(path, indicators=indicators, sections=sections) for path in sorted(folder.glob("*.md")))


def read_paper(path: Path, *, indicators: Sequence[Indicator], sections: Sequence[str]) -> OwnPaper:
    """The sentences of one file; `sections` are the headings of the shipped paper."""
    text = text_of(path)
    if isinstance(text, Fault):
        return OwnPaper(path, faults=(text,))
    reading = _Reading(path, indicators, sections)
    reading.remarks(text)
    for line, words in blocks_of(text):
        reading.take(line, words)
    return OwnPaper(path, tuple(reading.sentences), tuple(reading.lines), tuple(reading.faults))


class _Reading:
    """One walk down a file: the section and the days that hold for the paragraph that comes next."""

    def __init__(self, path: Path, indicators: Sequence[Indicator], sections: Sequence[str]) -> None:
        self.path, self.indicators, self.known = path, indicators, sections
        self.section: str | None = None
        self.sentences: list[OwnSentence] = []
        self.lines: list[int] = []
        self.faults: list[Fault] = []

    def remarks(self, text: str) -> None:
        """A remark that never ends would be printed."""
        bare = without_remarks(text)
        for sign in ("<!--", "-->"):
            if sign in bare:
                line = bare.count("\n", 0, bare.index(sign)) + 1
                self._fault(line, f"'{sign}' has no other half.", "Write <!-- before a remark and --> after it.")
                return

    def take(self, line: int, block: list[str]) -> None:
        if block[0].startswith("## ") and len(block) == 1:
            self._heading(line, block[0].removeprefix("## ").strip())
            return
        first = last = None
        if block[0].startswith("["):
            first, last = self._days(line, block[0])
            line, block = line + 1, block[1:]
        marked = next((text for text in block if text.startswith(MARKS)), None)
        if marked is not None:
            self._fault(
                line,
                f"'{marked.split(' ')[0]}' starts nothing that a paper of yours can hold yet.",
                "Write ## and a heading, or a plain paragraph.",
            )
            return
        if not block:
            self._fault(
                line, "days stand above no paragraph.", "Write them on the line above the paragraph they are for."
            )
            return
        if self.section is None:
            self._fault(
                line,
                "it is not said in which section this is printed.",
                "Write a heading above it, such as ## Early help.",
            )
            return
        words = " ".join(block)
        self._check(line, words)
        self.sentences.append(OwnSentence(self.section, words, first, last))
        self.lines.append(line)

    def _heading(self, line: int, heading: str) -> None:
        near = difflib.get_close_matches(heading, self.known, n=1, cutoff=ALMOST)
        if heading not in self.known and near:
            self._fault(line, f"there is no section '{heading}'.", f"Write ## {near[0]}.")
        if number := _typed_number(heading):
            self._fault(line, f"the number '{number}' is typed into a heading.", "Leave numbers out of headings.")
        self.section = heading

    def _days(self, line: int, words: str) -> tuple[date | None, date | None]:
        match = DAYS.fullmatch(words)
        try:
            first, last = (
                date.fromisoformat(match[name]) if match and match[name] else None for name in ("first", "last")
            )
        except ValueError:
            match, first, last = None, None, None
        if match is None or (first is None and last is None):
            self._fault(line, f"'{words}' is not between which days it holds.", HOW_DAYS)
        elif first is not None and last is not None and last < first:
            self._fault(line, f"it ends on {last}, before it begins on {first}.", "Put the earlier day first.")
        return first, last

    def _check(self, line: int, words: str) -> None:
        try:
            # Any day will do: the words that move with it are the same for all.
            own_text(words, as_at=date(2015, 8, 31), indicators=self.indicators)
        except DefinitionError as error:
            self._fault(line, str(error), "")
            return
        if number := _typed_number(PLACE.sub("", words)):
            how = "Bind it to a figure: {CP01 on the day}, {RF01 in the year to date}."
            self._fault(line, f"the number '{number}' is typed into a sentence.", how)

    def _fault(self, line: int, what: str, instead: str) -> None:
        self.faults.append(Fault(self.path, line, what, instead))


def _typed_number(words: str) -> str | None:
    """The first number that is typed, without those of terms such as section 47."""
    for term in sorted(TERMS, key=len, reverse=True):
        words = re.sub(re.escape(term), "", words, flags=re.IGNORECASE)
    typed = TYPED_NUMBER.search(words)
    if typed is None:
        return None
    return re.match(r"[\d,.]*\d|\w+", words[typed.start() :])[0]  # pyright: ignore[reportOptionalSubscript]
