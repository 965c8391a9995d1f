"""What every test may lean on: how Hypothesis runs, and where the read-only shared material lies."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from purplebook.store.lock import exclusive_lock
from tests.support.made_once import made_once
from tests.support.shared import SHARED_VARIABLE, shared_folder
from tests.support.tiny_demo import make_tiny_demo

ROOT = Path(__file__).resolve().parent.parent

# CI must fail for the change it looks at and never for luck: the same cases every time, and no time limits, because two
# cores are shared with the rest of the suite.  `HYPOTHESIS_PROFILE=explore` looks for new cases.
settings.register_profile(
    "ci", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", deadline=None, max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


BEGUN_FIRST = ("test_every_month.py", "test_figures_on_the_demo.py", "test_killed_loads.py")
"""The files that take longest: one that is begun last keeps one worker busy while the other has nothing to do.
The first of them makes the council that many others look at, the second needs nothing of it."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest and end with the unit tests, whose many small files share out evenly.

    It is for `--dist loadfile`, which hands files out in this order when it is told `--no-loadscope-reorder`.
    """

    def turn(item: pytest.Item) -> tuple[int, bool, bool]:
        first = BEGUN_FIRST.index(item.path.name) if item.path.name in BEGUN_FIRST else len(BEGUN_FIRST)
        room = item.path.relative_to(ROOT).parts[1]
        return first, room == "unit", room != "whole"

    items.sort(key=turn)


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real samples; a test that needs it skips without it."""
    folder = shared_folder(ROOT, os.environ)
    if folder is None:
        pytest.skip(f"needs the shared samples: lay them in ../shared or name their folder in {SHARED_VARIABLE}")
    return folder


@pytest.fixture(scope="session")
def demo_output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `purplebook demo` makes, made once for all workers.  Nobody may change it."""
    base = tmp_path_factory.getbasetemp()
    base = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder, done = base / "demo-output", base / "demo-output.done"
    with exclusive_lock(base / "demo-output.lock", wait_seconds=300):
        if not done.exists():
            subprocess.run(
                [sys.executable, "-m", "purplebook", "demo", "--out", str(folder)],
                cwd=ROOT,
                check=True,
                stdout=subprocess.DEVNULL,
            )
            done.touch()
    return folder


@pytest.fixture(scope="session")
def tiny_store(demo_output: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the invented council made tiny, with its files beside it.  Nobody may change it."""
    return made_once(tmp_path_factory, "tiny-demo", lambda folder: make_tiny_demo(demo_output, folder)) / "store"
