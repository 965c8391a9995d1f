"""`purplebook demo --scale region`, typed as a user would, and the commands that it ends with."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from purplebook.cli import main
from purplebook.store import Store


def say(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "purplebook", *words], capture_output=True, text=True)


def test_a_region_is_nineteen_authorities_of_different_sizes_and_says_so(region: Path):
    folder, said = region / "a region", (region / "said.txt").read_text()
    snapshot = Store.open(folder / "store").latest()
    assert snapshot.authorities == tuple(str(code) for code in range(501, 520))
    assert said.startswith("2025-03-31-0001: 19 invented authorities (501 to 519), ")
    assert sum(table.row_count for table in snapshot.manifest.tables) > 6_000_000
    assert len(snapshot.table_paths("visit")) == 4


def test_the_commands_it_ends_with_can_be_typed(region: Path):
    said = (region / "said.txt").read_text()
    commands = [shlex.split(line) for line in said.splitlines() if line.startswith("  ")]
    assert len(commands) == 3
    figures, all_of_one, listed = (say(*words[words.index(kind) :]) for words, kind in zip(
        commands, ("figures", "figures", "list"), strict=True
    ))  # fmt: skip
    assert figures.returncode == all_of_one.returncode == listed.returncode == 0
    assert len(figures.stdout.splitlines()) > 60
    lines = all_of_one.stdout.splitlines()
    assert len(lines) == 20
    (plans,) = [int(line.split()[-2]) for line in lines if line.split()[2] == "501"]
    assert len(listed.stdout.splitlines()) == plans + 1


def test_figures_of_many_authorities_say_how_to_see_one(region: Path):
    folder = region / "a region"
    store = str(folder / "store")
    every = say("figures", "--store", store)
    assert every.returncode == 0 and "19 authorities. Name one with --authority 501" in every.stderr
    one = say("figures", "--store", store, "--authority", "519", "--authority", "502", "--indicator", "RF01", "--json")
    assert [row["area"] for row in json.loads(one.stdout)] == ["502", "519"]
    stranger = say("figures", "--store", store, "--authority", "870")
    assert stranger.returncode == 5 and "no records of authority 870" in stranger.stderr


def test_a_paper_is_about_one_authority(region: Path, tmp_path: Path):
    store = str(region / "a region" / "store")
    words = ("paper", "--store", store, "--as-at", "2025-03-31", "--out", str(tmp_path))
    refused = say(*words)
    assert refused.returncode == 2 and "19 authorities, and a paper is about one" in refused.stderr
    made = say(*words, "--authority", "507")
    assert made.returncode == 0 and {path.suffix for path in tmp_path.iterdir()} == {".docx", ".pdf", ".html"}


def test_the_store_is_as_it_was_written(region: Path):
    done = say("check", "--store", str(region / "a region" / "store"))
    assert done.returncode == 0 and "1 snapshot is as written" in done.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--scale", "world"), "'world' is not one of 'council', 'region', 'england'"),
        (("--scale", "region", "--extracts", "0"), "0 is not in the range 1<=x<=12"),
        (("--scale", "region", "--seed", "-1"), "-1 is not in the range"),
        (("--scale", "region", "--processes", "many"), "'many' is not a valid integer"),
        (("--seed", "7"), "--seed goes with --scale region or england"),
        (("--extracts", "2"), "--extracts goes with --scale region or england"),
        (("--processes", "2"), "--processes goes with --scale region or england"),
    ],
)
def test_options_that_make_no_sense_are_refused_in_words(words: tuple[str, ...], says: str, tmp_path: Path):
    answer = CliRunner().invoke(main, ["demo", "--out", str(tmp_path / "demo"), *words])
    assert answer.exit_code == 2 and says in answer.output
    assert not (tmp_path / "demo").exists()


def test_a_folder_that_no_demo_made_is_left_alone(tmp_path: Path):
    (tmp_path / "records.txt").write_text("somebody's")
    answer = CliRunner().invoke(main, ["demo", "--scale", "region", "--out", str(tmp_path)])
    assert answer.exit_code == 2 and "no demo made" in answer.output
    assert [path.name for path in tmp_path.iterdir()] == ["records.txt"]
