"""The numbers that stand in a document's words, each with its place: those that a reader takes for a fact.

Commands are tried by tests of their own, and what a command wrote is held by it; here are the words between, with the
comments beside commands.  What a name holds (CP01, SSDA903, `2015-08`), a heading's number and an address are no facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

NUMBER = re.compile(r"(?<![\w.,/-])\d[\d,]*(\.\d+)?(?![\w]|-\d)")
_BLOCK = re.compile(r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
_WRITTEN = re.compile(
    r"^<!-- (?:Written by|Written from|results:).*?(?:^<!-- .*?end.*?-->$|\Z)", re.DOTALL | re.MULTILINE | re.I
)
_COMMENT = re.compile(r"(?:^|\s)# .*$", re.MULTILINE)
_NOT_WORDS = (
    re.compile(r"`[^`\n]+`"),
    re.compile(r"\]\([^)]+\)"),
    re.compile(r"^#+ \d+\. ", re.MULTILINE),
    re.compile(r"^\d+\. ", re.MULTILINE),
)


@dataclass(frozen=True)
class Found:
    """A number with the place where it starts, and the words around it."""

    number: str
    start: int
    around: str


def _blank(match: re.Match[str]) -> str:
    """Spaces for what is no words, so that places stay as they are."""
    return re.sub(r"[^\n]", " ", match[0])


def _comments_only(match: re.Match[str]) -> str:
    if match["kind"] != "bash":
        return _blank(match)
    comments = [(at.start(), at.end()) for at in _COMMENT.finditer(match[0])]
    kept = [char if any(start <= i < end for start, end in comments) else " " for i, char in enumerate(match[0])]
    return "".join(char if match[0][i] != "\n" else "\n" for i, char in enumerate(kept))


def words_of(document: str) -> str:
    """The document with everything blanked that is not words, and line ends as spaces."""
    text = _WRITTEN.sub(_blank, document)
    text = _BLOCK.sub(_comments_only, text)
    for pattern in _NOT_WORDS:
        text = pattern.sub(_blank, text)
    return text.replace("\n", " ")


def numbers_of(words: str) -> Iterator[Found]:
    """Every number of a document's words, in order."""
    for match in NUMBER.finditer(words):
        around = " ".join(words[max(0, match.start() - 60) : match.end() + 60].split())
        yield Found(match[0], match.start(), around)
