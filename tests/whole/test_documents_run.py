"""Every command that the documents tell people to type, typed in a copy of what the demo makes.

The tour is taken as a whole in test_tour.py, and what it shows is compared with what is printed.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from docs.tour import README_END, README_START

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ("README.md", "docs/guide/performance-analyst.md", "docs/guide/purple-book.md")
TYPED_FIRST = ("purplebook book --as-at 2015-08-31", "purplebook book --as-at 2015-09-30")
"""The books that other commands ask about."""
MAKE_THE_REGION = "purplebook demo --scale region --out demo-region"
"""Typed once for all tests, into a folder of another name: it takes long."""
WANT_YOUR_OWN_FILES = (
    "purplebook load ~/extract/Annex_A.xlsx --as-at 2026-10-31",
    "purplebook load ~/returns --as-at 2026-10-31",
    "purplebook load postgresql+psycopg://server/ssd",
    "purplebook load extract/ --as-at 2015-08-31",
    "purplebook benchmarks import ~/Downloads/statistics.csv",
    "purplebook benchmarks refresh",
    "purplebook benchmarks",
)


def written_by_hand(name: str) -> str:
    """A document without the tour that `make docs` writes into it."""
    before, _, rest = (ROOT / name).read_text("utf-8").partition(README_START)
    return before + rest.partition(README_END)[2]


def commands() -> tuple[str, ...]:
    """Each `purplebook …` line of the documents' bash blocks, once, without its comment."""
    blocks = [
        block
        for name in DOCUMENTS
        for block in re.findall(r"^```bash\n(.*?)^```", written_by_hand(name), flags=re.DOTALL | re.MULTILINE)
    ]
    lines = [line.partition(" #")[0].strip() for block in blocks for line in block.splitlines()]
    return tuple(dict.fromkeys(line for line in lines if line.startswith("purplebook ")))


@dataclass(frozen=True)
class Typed:
    """A demo's folder that commands may write in, and how those ended that were typed first."""

    folder: Path
    ended: Mapping[str, subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def typed(demo_output: Path, region: Path, tmp_path_factory: pytest.TempPathFactory) -> Typed:
    """With the region and the two books that some commands ask about, made as the documents say.

    Workers share the commands out, so no other command may lean on one before it.
    """
    folder = tmp_path_factory.mktemp("documents") / "demo-output"
    shutil.copytree(demo_output, folder, ignore=shutil.ignore_patterns("files"))
    (folder / "demo-region").symlink_to(region / "a region")
    return Typed(folder, {line: typed_in(folder, line) for line in TYPED_FIRST})


def typed_in(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    environment = {name: text for name, text in os.environ.items() if name != "PURPLEBOOK_STORE"}
    return subprocess.run(
        [sys.executable, "-m", "purplebook", *shlex.split(line)[1:]],
        cwd=folder,
        env={**environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize("line", [line for line in commands() if line not in (*WANT_YOUR_OWN_FILES, MAKE_THE_REGION)])
def test_a_command_of_the_documents_ends_well(line: str, typed: Typed):
    done = typed.ended[line] if line in typed.ended else typed_in(typed.folder, line)
    assert done.returncode == 0, done.stderr


def test_the_documents_have_what_is_typed_before_all_else():
    assert {*TYPED_FIRST, MAKE_THE_REGION} <= set(commands())


def test_only_commands_that_the_documents_still_have_are_left_out():
    assert set(WANT_YOUR_OWN_FILES) <= set(commands())
    assert len(commands()) > 15


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_document_shows_output_that_was_typed_by_hand(name: str):
    assert "```text" not in written_by_hand(name)
