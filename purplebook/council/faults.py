"""What is wrong in a council's folder: one kind of fault, with the file, the line, and what to write instead."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from purplebook.errors import BadInputError


@dataclass(frozen=True)
class Fault:
    """One thing that cannot be used: where it stands, what is wrong, and what to write instead."""

    file: Path
    line: int | None
    what: str
    instead: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else str(self.file)
        return f"{place}: {self.what} {self.instead}".rstrip()


class CouncilError(BadInputError):
    """A council's folder cannot be used as it stands; nothing of it was taken."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        first = str(self.faults[0])
        listed = "".join(f"\n  {fault}" for fault in self.faults)
        super().__init__(
            first
            if len(self.faults) == 1
            else f"{len(self.faults)} things must be put right, and nothing was read:{listed}"
        )


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a wrong one was most likely meant to be, or None."""
    by_folded = {name.casefold(): name for name in known}
    close = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def suggestion(word: str, known: Sequence[str]) -> str:
    """What to write instead of a wrong word: the nearest right one, or all there are."""
    close = nearest(word, known)
    return f"Write {close}." if close else f"Write one of {', '.join(known)}."
