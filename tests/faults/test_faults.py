"""A small run of each harness; `make faults` runs them for hours, with other seeds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import mutated, spoiled

SECONDS = float(os.environ.get("FAULTS_SECONDS", "inf"))
"""How long each may take: `make faults` gives them hours.  The small run is bounded by its tries alone."""
IS_SMALL = "FAULTS_SECONDS" not in os.environ
SEED = int(os.environ.get("FAULTS_SEED", "31082015"))
NO_END = 10**9


def test_a_spoiled_file_of_a_store_is_refused_or_the_answer_is_right(tmp_path: Path):
    seen = spoiled.run(tmp_path, seed=SEED, tries=10 if IS_SMALL else NO_END, seconds=SECONDS)
    assert seen["tries"] and seen["refused"] + seen["right"] == 2 * seen["tries"]


def test_a_mutated_file_is_loaded_with_every_row_accounted_for_or_refused(tmp_path: Path):
    seen = mutated.run(tmp_path, seed=SEED, tries=24 if IS_SMALL else NO_END, seconds=SECONDS)
    assert seen["tries"] == seen["loaded"] + seen["refused"]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork are not known on Windows")
def test_a_command_killed_at_random_leaves_a_store_that_is_whole_and_goes_on(tmp_path: Path, root: Path):
    kills = 4 if IS_SMALL else NO_END
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.struck", str(tmp_path), str(SEED), str(kills), str(SECONDS)],
        cwd=root,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert not IS_SMALL or (answer["tries"] == kills and list(answer["hit"]) == ["load", "annexa", "book", "paper"])
