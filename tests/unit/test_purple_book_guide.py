"""What the guide to the purple book tells people to write and to expect is what the program reads and says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from purplebook.definitions import INDICATORS, indicator_by_id
from purplebook.definitions.reference import read_targets
from purplebook.results.book.baselines_file import read_baselines
from purplebook.results.book.make import STATUSES
from purplebook.results.compare import unit_of
from purplebook.results.judgement.verdict import Word

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "guide" / "purple-book.md").read_text("utf-8")


def block(word: str) -> str:
    """The TOML of the guide that declares a `word`."""
    (found,) = (text for text in re.findall(r"^```toml\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE) if word in text)
    return found


def test_its_targets_can_be_read(tmp_path: Path):
    (tmp_path / "targets.toml").write_text(block("[[target]]"), "utf-8")
    (target,) = read_targets(tmp_path / "targets.toml")
    assert target.unit == unit_of(indicator_by_id(target.indicator))


def test_its_baselines_can_be_read(tmp_path: Path):
    (tmp_path / "baselines.toml").write_text(block("[[baseline]]"), "utf-8")
    ((name, starts),) = read_baselines(tmp_path / "baselines.toml", INDICATORS).items()
    assert name == "RF01"
    assert len(starts) == 1


@pytest.mark.parametrize("word", Word)
def test_every_verdict_is_explained(word: Word):
    # Two verdicts that differ only in direction share a line: "higher, lower than usual".
    explained = [line.split("|")[1] for line in GUIDE.splitlines() if line.startswith("| ")]
    assert any(set(word.value.split()) <= set(re.findall(r"\w+", cell)) for cell in explained)


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_is_explained(status: str):
    assert f"*{status}*" in GUIDE
