"""No figure of docs/performance.md is typed: its tables are what benchmarks/results/ holds."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RESULTS = sorted((ROOT / "benchmarks" / "results").glob("*.json"))


def test_the_tables_are_what_the_results_say() -> None:
    done = subprocess.run([sys.executable, "benchmarks/render.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", RESULTS, ids=lambda path: path.stem)
def test_a_result_says_when_and_on_what_it_was_measured(path: Path) -> None:
    found = json.loads(path.read_text(encoding="utf-8"))
    assert {"measured_on", "python", "duckdb", "cores", "size"} <= set(found)


def test_every_size_was_measured_against_every_rival() -> None:
    names = {path.stem for path in RESULTS}
    sizes = ("council", "region", "england")
    assert {f"{name}-{size}" for name in ("all-indicators", "distance", "rivals") for size in sizes} <= names
