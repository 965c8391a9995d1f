"""The files of a new council's folder, each explained by comments; all but `council.toml` say nothing yet."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from purplebook.council.file_names import FILES, STORE_FOLDER

FOLDER = "purplebook.council"
AS_IT_IS = {**{name: name for name in FILES}, "papers/own.md": "papers.md", "definitions/own.py": "definitions.txt"}
"""Where each file goes in the council's folder, and what it ships as."""


def new_folder(
    *, code: str, name: str, is_invented: bool = False, store_folder: str = STORE_FOLDER
) -> Mapping[str, str]:
    """The text of every file by its path in the folder."""
    council = _shipped("council.toml").replace("{store}", quoted(store_folder)).replace("{code}", code)
    council = council.replace("{name}", quoted(name))
    if is_invented:
        line = f'code = "{code}"\n'
        council = council.replace(line, f"{line}invented = true # There is no such council.\n")
    return {"council.toml": council, **{path: _shipped(shipped) for path, shipped in AS_IT_IS.items()}}


def quoted(words: str) -> str:
    """Words as they stand between quotation marks in TOML."""
    return words.replace("\\", "\\\\").replace('"', '\\"')


def _shipped(name: str) -> str:
    return files(FOLDER).joinpath("new", name).read_text("utf-8")
