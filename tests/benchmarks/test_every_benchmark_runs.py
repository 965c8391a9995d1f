"""Every benchmark still works: each is run on a tiny council, where it measures nothing and keeps nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HOME = ROOT / "benchmarks"
BENCHMARKS = sorted(path.name for path in HOME.glob("bench_*.py"))


@pytest.mark.parametrize("name", BENCHMARKS)
def test_a_benchmark_runs_at_a_tiny_size_and_keeps_nothing_of_it(name: str, tiny_store: Path, tmp_path: Path):
    kept = {path.name: path.read_bytes() for path in (HOME / "results").iterdir()}
    done = subprocess.run(
        [sys.executable, str(HOME / name), "--size", "tiny", "--data", str(tiny_store)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip(), "it says nothing"
    assert {path.name: path.read_bytes() for path in (HOME / "results").iterdir()} == kept


def test_a_tiny_run_must_say_on_what():
    done = subprocess.run(
        [sys.executable, str(HOME / BENCHMARKS[0]), "--size", "tiny"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "say --data STORE" in done.stderr


def test_the_simulation_of_the_judgement_runs_at_a_tiny_size_and_writes_its_page(tmp_path: Path):
    page = tmp_path / "page.md"
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.judgement", "--size", "tiny", "--out", str(page)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    text = page.read_text("utf-8")
    written = (ROOT / "docs" / "judgement.md").read_text("utf-8")
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings == [line for line in written.splitlines() if line.startswith("#")]
