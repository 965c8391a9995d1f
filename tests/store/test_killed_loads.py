"""Killed at any moment, a load leaves the last good snapshot readable and no half-written one visible."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork are not known on Windows")
def test_a_load_killed_before_any_of_its_steps_or_at_random_leaves_the_store_whole(tmp_path: Path, root: Path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.killed_loads", str(tmp_path / "store"), "25"],
        cwd=root,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    # Every one of a load's steps was struck, the last of them after the folder was in place.
    assert seen["killed"] == seen["steps"] - 1 > 100
    assert seen["struck"] == 25
    assert seen["left_overs"] == seen["folders"] == 0
