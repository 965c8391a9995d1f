"""What the guide to a council's own folder tells people to write is what the program reads."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support.council_folder import read_folder

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "guide" / "your-council.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    """The examples of the guide in one language, in its order."""
    return re.findall(rf"^```{language}\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)


def test_every_example_can_be_used_as_it_stands(tmp_path: Path):
    council, standards, targets, events = blocks("toml")
    (sentences,), (definitions,) = blocks("markdown"), blocks("python")
    folder = {
        "standards.toml": standards,
        "targets.toml": targets,
        "events.toml": events,
        "papers/own.md": sentences,
        "definitions/own.py": definitions,
    }
    made = read_folder(tmp_path, folder, council=council)
    assert (made.words.committee, made.words.colours) == ("Children's Services Committee", {"heading": "#4C2C7A"})
    assert len(made.targets) == len(made.words.events) == len(made.words.sentences) == 1
    assert made.standards["child_protection_visit"].expression.values[-2:][0][1] == 15
    assert made.indicators[-1].id == "LOCAL-CP01"


def test_every_file_that_a_council_may_keep_is_in_its_table():
    named = set(re.findall(r"^\| `([^`]+)`", GUIDE, re.MULTILINE))
    assert named >= {
        f"{name}.toml" for name in ("council", "standards", "targets", "events", "baselines", "commentary")
    }
