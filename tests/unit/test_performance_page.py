"""No figure of docs/performance.md is typed: its tables are what benchmarks/results/ holds."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import code_measured

ROOT = Path(__file__).resolve().parents[2]
RESULTS = sorted((ROOT / "benchmarks" / "results").glob("*.json"))


def test_the_tables_are_what_the_results_say() -> None:
    done = subprocess.run([sys.executable, "benchmarks/render.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", RESULTS, ids=lambda path: path.stem)
def test_a_result_says_when_and_on_what_it_was_measured(path: Path) -> None:
    found = json.loads(path.read_text(encoding="utf-8"))
    assert {"measured_on", "python", "duckdb", "cores", "size"} <= set(found)


def test_a_change_of_a_room_is_noticed_and_one_of_another_room_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for room in ("engine", "language", "definitions", "outputs"):
        (tmp_path / "purplebook" / room / "inner").mkdir(parents=True)
        (tmp_path / "purplebook" / room / "inner" / "file.py").write_text(f"{room} = 1\n")
    monkeypatch.setattr(code_measured, "ROOT", tmp_path)
    found = {"rooms": code_measured.rooms_now("distance")}
    (tmp_path / "purplebook" / "outputs" / "inner" / "file.py").write_text("outputs = 2\n")
    assert not code_measured.has_changed("distance", found)
    (tmp_path / "purplebook" / "engine" / "inner" / "file.py").write_text("engine = 2\n")
    assert code_measured.has_changed("distance", found)
    assert code_measured.has_changed("distance", {})


def test_every_result_is_of_a_benchmark_whose_rooms_are_known() -> None:
    assert {path.stem.rpartition("-")[0] for path in RESULTS} <= set(code_measured.ROOMS)


def test_every_size_was_measured_against_every_rival() -> None:
    names = {path.stem for path in RESULTS}
    sizes = ("council", "region", "england")
    assert {f"{name}-{size}" for name in ("all-indicators", "distance", "rivals") for size in sizes} <= names
