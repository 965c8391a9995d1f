"""The pages of docs/contributing/, done as they are written: in a scratch copy of the repository, step by step.

A page is read for three kinds of step, each a line of words and a block beneath it:

    New file `PATH`:                        the block is what the file holds
    In `PATH`, before `LINE`:               the block goes before the line that starts so (`after` goes behind it)
    In `PATH`, write `NEW` for `OLD`.       without a block; what is old must stand there once
    ```bash                                 each line is typed; all must end well
    It says:                                every line of the block stands in what the last commands printed
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_STEP = re.compile(
    r"(?P<says>^(?:New file|In|It says)[^\n]*:\n\n)?^```(?P<kind>\w+)\n(?P<block>.*?)^```$"
    r"|^(?P<write>In `[^\n]+`, write `[^\n]+` for `[^\n]+`\.)$",
    re.DOTALL | re.MULTILINE,
)
_NEW = re.compile(r"New file `(?P<path>[^`]+)`:")
_WRITE = re.compile(r"In `(?P<path>[^`]+)`, write `(?P<new>[^`]+)` for `(?P<old>[^`]+)`\.")
_EDIT = re.compile(r"In `(?P<path>[^`]+)`, (?P<side>before|after) `(?P<line>[^`]+)`:")


@dataclass(frozen=True)
class Step:
    """One block of a page and the line of words above it."""

    says: str
    kind: str
    block: str


def steps_of(page: str) -> Iterator[Step]:
    """The steps of a page in order."""
    for match in _STEP.finditer(page):
        yield Step((match["says"] or match["write"] or "").strip(), match["kind"] or "", match["block"] or "")


def do(page: str, copy: Path, *, store: Path) -> None:
    """Do every step of a page in a copy of the repository; an AssertionError says which one fails, and how.

    `purplebook` is asked about the records in `store`.
    """
    printed = ""
    for step in steps_of(page):
        if new := _NEW.match(step.says):
            path = copy / new["path"]
            assert not path.exists(), f"{new['path']} is there already"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.block, encoding="utf-8")
        elif write := _WRITE.match(step.says):
            replace(copy / write["path"], old=write["old"], new=write["new"])
        elif edit := _EDIT.match(step.says):
            insert(copy / edit["path"], step.block, side=edit["side"], line=edit["line"])
        elif step.says == "It says:":
            for line in filter(None, map(_plain, step.block.splitlines())):
                assert line in _plain(printed), f"“{line}” is not in what was printed:\n{printed}"
        elif step.kind == "bash":
            printed = "".join(type_in(line, copy, store=store) for line in step.block.splitlines() if line.strip())
        else:
            raise AssertionError(f"No step says what to do with this block:\n{step.block}")


def insert(path: Path, block: str, *, side: str, line: str) -> None:
    """Put a block before or after the only line that starts with some words, spaces before it left out of account."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    places = [place for place, text in enumerate(lines) if text.strip().startswith(line)]
    assert len(places) == 1, f"{path.name} has {len(places)} lines that start with “{line}”"
    place = places[0] + (side == "after")
    path.write_text("".join([*lines[:place], block, *lines[place:]]), encoding="utf-8")


def replace(path: Path, *, old: str, new: str) -> None:
    """Write something for what stands in the file once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"“{old}” stands in {path.name} {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")


def type_in(line: str, copy: Path, *, store: Path) -> str:
    """Type one command in the copy and return what it printed."""
    words = shlex.split(line, comments=True)
    if words[0] == "purplebook":
        words = [sys.executable, "-m", *words]
    elif words[0] == ".venv/bin/python":
        words[0] = sys.executable
    elif words[0].startswith(".venv/bin/"):
        words[0] = str(Path(sys.executable).with_name(words[0].rpartition("/")[2]))
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        words,
        cwd=copy,
        env=environment | {"PYTHONPATH": str(copy), "PURPLEBOOK_STORE": str(store), "COLUMNS": "160"},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, f"{line}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


def _plain(text: str) -> str:
    return " ".join(text.split())
