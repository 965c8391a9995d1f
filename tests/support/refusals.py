"""Holds a refused definition to what its writer needs: the file, the line and the right word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from purplebook.errors import DefinitionError

ROOT = Path(__file__).resolve().parents[2]

Wrong = Callable[[], object]


def check_refused(wrong: Wrong, says: str) -> None:
    """The definition is refused at a line of its own, with these words, and nobody sees a traceback."""
    with pytest.raises(DefinitionError) as caught:
        wrong()
    place, _, problem = str(caught.value).partition(": ")
    code = wrong.__code__  # type: ignore[attr-defined]
    lines = {line for _, _, line in code.co_lines() if line}
    file = Path(code.co_filename).relative_to(ROOT).as_posix()
    assert place.split(" ")[0] in {f"{file}:{line}" for line in lines}, place
    assert says in problem, problem
    assert caught.value.exit_code == 4
