"""What the guide to the purple book tells people to write and to expect is what the program reads and says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from purplebook.council.baselines import read_baselines
from purplebook.council.commentary import read_commentary
from purplebook.council.events import read_events
from purplebook.council.standards import read_standards
from purplebook.council.targets import read_targets
from purplebook.council.toml_file import TomlFile, read_toml
from purplebook.definitions import INDICATORS, indicator_by_id
from purplebook.results.book.make import STATUSES
from purplebook.results.compare import unit_of
from purplebook.results.judgement.word import Word

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "guide" / "purple-book.md").read_text("utf-8")


def block(word: str) -> str:
    """The TOML of the guide that declares a `word`."""
    (found,) = (text for text in re.findall(r"^```toml\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE) if word in text)
    return found


IDS = tuple(item.id for item in INDICATORS)


def read(word: str, folder: Path) -> TomlFile:
    """The file that the guide declares a `word` in."""
    (folder / "own.toml").write_text(block(word), "utf-8")
    return read_toml(folder / "own.toml")


def test_its_targets_can_be_read(tmp_path: Path):
    file = read("[[target]]", tmp_path)
    (target,) = read_targets(file, INDICATORS)
    assert not file.faults and target.unit == unit_of(indicator_by_id(target.indicator))


def test_its_baselines_can_be_read(tmp_path: Path):
    file = read("[[baseline]]", tmp_path)
    (baseline,) = read_baselines(file, IDS)
    assert not file.faults and baseline.indicator == "RF01"


def test_its_comments_events_and_standards_can_be_read(tmp_path: Path):
    comments, events = read("[[commentary]]", tmp_path), read("[[event]]", tmp_path)
    standards = read("[child_protection_visit]", tmp_path)
    assert len(read_commentary(comments, IDS)) == 1
    assert len(read_events(events, IDS, today=date(2026, 11, 30))) == 1
    assert len(read_standards(standards)) == 1
    assert not [*comments.faults, *events.faults, *standards.faults]


@pytest.mark.parametrize("word", Word)
def test_every_verdict_is_explained(word: Word):
    # Two verdicts that differ only in direction share a line: "higher, lower than usual".
    explained = [line.split("|")[1] for line in GUIDE.splitlines() if line.startswith("| ")]
    assert any(set(word.value.split()) <= set(re.findall(r"\w+", cell)) for cell in explained)


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_is_explained(status: str):
    assert f"*{status}*" in GUIDE
