"""Where a declaration stands in its file, and which word its writer may have meant.

A definition is refused while its file runs, so the place is found on the way that led here: the nearest line outside
this room.  Where a shipped function of `definitions/` stands between, the line that called it is the analyst's.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from types import FrameType
from typing import NoReturn

from purplebook.errors import DefinitionError

_PACKAGE = Path(__file__).resolve().parents[1]
_HOME = str(_PACKAGE.parent) + os.sep
_LANGUAGE = str(_PACKAGE / "language")
_DEFINITIONS = str(_PACKAGE / "definitions")
_MADE_BY_PYTHON = "<"
"""Code without a file, such as the __init__ of a dataclass, has a name like <string>."""


class RefusedDefinition(DefinitionError):
    """A definition that was refused at `place`, its file and line; `problem` is what is wrong and what to write."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {problem}")
        self.place, self.problem = place, problem


class UnknownWord(RefusedDefinition, AttributeError):
    """A word that the language does not have; Python may ask for any, so it is an AttributeError too."""


def refuse(problem: str) -> NoReturn:
    """Raise a DefinitionError with the file and line of the declaration that is running."""
    raise RefusedDefinition(place_of_declaration(), problem)


def refuse_word(problem: str) -> NoReturn:
    """The same for a word after a dot that does not exist."""
    raise UnknownWord(place_of_declaration(), problem)


def place_of_declaration() -> str:
    """File and line of the declaration that is running: `definitions/own.py:12`."""
    inner = _outside_the_language(sys._getframe(1))
    outer = inner
    while outer.f_back is not None and _is_a_shipped_function(outer):
        outer = _outside_the_language(outer.f_back)
    if outer is inner:
        return _place(inner)
    return f"{_place(outer)} (through {_place(inner)})"


def _outside_the_language(frame: FrameType) -> FrameType:
    while frame.f_back is not None and frame.f_code.co_filename.startswith((_LANGUAGE, _MADE_BY_PYTHON)):
        frame = frame.f_back
    return frame


def _is_a_shipped_function(frame: FrameType) -> bool:
    return frame.f_code.co_filename.startswith(_DEFINITIONS) and frame.f_code.co_name != "<module>"


def _place(frame: FrameType) -> str:
    path = frame.f_code.co_filename
    for root in (_HOME, os.getcwd() + os.sep):
        path = path.removeprefix(root)
    return f"{path}:{frame.f_lineno}"


def nearest(word: object, known: Iterable[str], *, likeness: float = 0.6) -> str:
    """The known word most like `word`, or "" when none is that much like it; 1.0 is the same word."""
    by_fold = {name.casefold(): name for name in known}
    alike = get_close_matches(str(word).casefold(), list(by_fold), n=1, cutoff=likeness)
    return by_fold[alike[0]] if alike else ""


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """A question with the nearest known word in front of the list of all of them, short lists only in full."""
    names = tuple(known)
    near = nearest(word, names)
    listed = ", ".join(names[:40]) + (f" … ({len(names)} in all)" if len(names) > 40 else "")
    return (f"Did you mean '{near}'? " if near else "") + f"There are: {listed}."
