"""A small place to work in, and the command line run as a person runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from purplebook.cli import main
from tests.support.council_folder import INVENTED
from tests.support.made_once import made_once

Run = Callable[..., subprocess.CompletedProcess[str]]
Say = Callable[..., Result]

PEOPLE = """person_id,la_child_id,sex,born_on
P000001,899000001,F,2005-03-01
P000002,899000002,M,2009-11-30
P000003,899000003,F,2014-02-28
"""
REFERRALS = """referral_id,person_id,referred_on,source_code,is_no_further_action
R1,P000001,2015-04-01,6,false
R2,P000002,2015-08-31,2A,false
R3,P000002,2015-03-31,2A,true
"""


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """The invented council as it stood at the end of each month of 2015, with the books of July and August."""

    def make(folder: Path) -> None:
        for words in (
            ("demo", "--every-month", "--out", folder),
            ("book", "--as-at", "2015-07-31", "--store", folder),
            ("book", "--as-at", "2015-08-31", "--store", folder),
        ):
            subprocess.run(
                [sys.executable, "-m", "purplebook", *map(str, words)],
                cwd=root,
                check=True,
                stdout=subprocess.DEVNULL,
            )

    return made_once(tmp_path_factory, "every-month-book", make)


@pytest.fixture(scope="session")
def region(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A folder with the invented region in `a region`, and in `said.txt` what making it said."""

    def make(folder: Path) -> None:
        folder.mkdir()
        done = subprocess.run(
            [sys.executable, "-m", "purplebook", "demo", "--scale", "region", "--out", str(folder / "a region")],
            cwd=root,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        (folder / "said.txt").write_text(done.stdout)

    return made_once(tmp_path_factory, "region", make)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with two small tables in it."""
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "person.csv").write_text(PEOPLE)
    (folder / "referral.csv").write_text(REFERRALS)
    return folder


@pytest.fixture
def say() -> Say:
    """Say words to the command line inside this process; the answer has an exit code, output and standard error."""
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def place(tmp_path: Path, say: Say) -> Path:
    """A folder made by `purplebook init`."""
    assert say("init", tmp_path / "place", *INVENTED).exit_code == 0
    return tmp_path / "place"


@pytest.fixture
def loaded(place: Path, files: Path, say: Say) -> Path:
    """That folder with the two tables loaded as at 31 August 2015; gives its store."""
    answer = say("load", files, "--store", place, "--as-at", "2015-08-31")
    assert answer.exit_code == 0, answer.output
    return place / "store"


@pytest.fixture
def run(root: Path) -> Run:
    """Run the command line in a process of its own, away from any purplebook.toml."""

    def command(*words: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        environment = {key: value for key, value in os.environ.items() if key != "PURPLEBOOK_STORE"}
        return subprocess.run(
            [sys.executable, "-m", "purplebook", *map(str, words)],
            cwd=cwd or root,
            env=environment | {"PYTHONPATH": str(root)},
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )

    return command
