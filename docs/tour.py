"""Takes the guided tour and writes it down: every command is run, and what it prints is what the pages show.

The templates hold the words; the figures, the child's number and the excerpts come from the invented council as it is
made today.  `make docs` writes the pages anew, and a test takes the tour again and compares.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = ROOT / "docs" / "templates"
PAGE = "docs/guide/tour.md"
README = "README.md"
README_START, README_END = "<!-- Written by `make docs`: the tour. -->", "<!-- The end of the tour. -->"
WRITTEN = (
    "<!-- Written by `make docs` from docs/templates/tour.md and what the commands print. Change those, not this. -->"
)

DAY = "2015-08-31"
HEADLINE = "CP01"
DEMO_FOLDER = "demo-output"
COLUMNS = "110"
LEFT_OUT = "…"

_STEP = re.compile(r"^```tour(?P<shown>[^\n]*)\n(?P<command>[^\n]+)\n```$", flags=re.MULTILINE)
_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Tour:
    """A tour that was taken: the page, the part of the README, and the commands in the order in which they ran."""

    page: str
    readme: str
    commands: tuple[str, ...]
    facts: Mapping[str, str]


def take(folder: Path) -> Tour:
    """Run the ten commands in an empty folder and write down what they print."""
    template = (TEMPLATES / "tour.md").read_text("utf-8")
    commands: list[str] = []
    first = _STEP.search(template)
    assert first is not None
    printed = {first["command"]: run(first["command"], cwd=folder)}
    place = folder / DEMO_FOLDER
    facts = facts_of(place)

    def step(match: re.Match[str]) -> str:
        command = fill(match["command"], facts)
        commands.append(command)
        text = printed[command] if command in printed else run(command, cwd=place)
        return f"```bash\n{command}\n```\n\n```text\n{excerpt(text, match['shown'])}\n```"

    page = _STEP.sub(step, template)
    readme = fill((TEMPLATES / "readme-tour.md").read_text("utf-8"), facts)
    return Tour(f"{WRITTEN}\n\n{_filled_outside_blocks(page, facts)}", readme, tuple(commands), facts)


def facts_of(place: Path) -> dict[str, str]:
    """What the words of the tour need to know of the invented council: figures, and the child who is followed."""

    def answer(words: str) -> list[dict[str, object]]:
        return json.loads(run(f"purplebook {words} --json", cwd=place))

    figure = answer(f"figures --indicator {HEADLINE} --period {DAY}")[0]
    child = str(answer(f"list {HEADLINE} --period {DAY}")[0]["la_child_id"])
    counted = answer(f"counted {child} --period {DAY}")
    other = the_other(counted)
    below = answer(f"figures --indicator {other['indicator']} --period {DAY}")[0]
    return {
        "day": DAY,
        "title": str(next(row["title"] for row in counted if row["indicator"] == HEADLINE)),
        "sentence": paper_sentence(place),
        "children": str(figure["numerator"]),
        "child": child,
        "events": str(len(answer(f"chronology {child}"))),
        "counted": str(len(counted)),
        "other": str(other["indicator"]),
        "other_title": str(other["title"]),
        "part": str(other["part"]),
        "other_says": _says(other, below),
    }


def the_other(counted: list[dict[str, object]]) -> dict[str, object]:
    """The figure that the tour looks at last: one with the child only among, else any percentage, else the first."""
    others = [row for row in counted if row["indicator"] != HEADLINE]
    wanted: tuple[Callable[[dict[str, object]], bool], ...] = (
        lambda row: row["part"] == "only among",
        lambda row: row["among"] is not None,
        lambda row: True,
    )
    return next(row for fits in wanted for row in [*others, *counted] if fits(row))


def _says(other: Mapping[str, object], figure: Mapping[str, object]) -> str:
    top, bottom, name = figure["numerator"], figure["denominator"], other["indicator"]
    if other["part"] == "only among":
        return (
            f"The child is one of the {bottom} beneath the line and not one of the {top} above it.\n"
            f"`purplebook list {name} --period {DAY} --among` lists the {bottom}; without `--among`, the {top}."
        )
    if other["among"] is not None:
        return f"The child is one of the {top} above the line, and of the {bottom} beneath it."
    return f"`purplebook list {name} --period {DAY}` lists everyone in it, this child among them."


def paper_sentence(place: Path) -> str:
    """The first sentence of the paper's paragraph 1.2, as its web page has it."""
    (path,) = (place / "paper").glob("safeguarding-activity-report-*.html")
    found = re.search(r'id="p1\.2">.*?<span>([^<]*)</span>\s*</p>', path.read_text("utf-8"), flags=re.DOTALL)
    assert found is not None, "the paper has no paragraph 1.2 any more: change docs/templates/tour.md"
    return unescape(found[1]).partition(". ")[0] + "."


def run(command: str, *, cwd: Path) -> str:
    """Type a command and return what it prints; what it says beside that (progress, warnings) is not shown."""
    environment = {key: value for key, value in os.environ.items() if key != "PURPLEBOOK_STORE"}
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        cwd=cwd,
        env=environment | {"PYTHONPATH": str(ROOT), "COLUMNS": COLUMNS},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode:
        raise RuntimeError(f"`{command}` ended with {done.returncode}: {done.stderr}")
    return done.stdout


def excerpt(text: str, shown: str) -> str:
    """The first and last lines that are wanted (`first=4 last=1`), with a mark for what is left out between."""
    counts = {name: int(number) for name, _, number in (word.partition("=") for word in shown.split())}
    lines = text.rstrip("\n").split("\n")
    first, last = counts.get("first", len(lines)), counts.get("last", 0)
    if first + last >= len(lines):
        return "\n".join(lines)
    return "\n".join([*lines[:first], LEFT_OUT, *(lines[-last:] if last else [])])


def fill(text: str, facts: Mapping[str, str]) -> str:
    """The text with every {name} replaced; a name that nobody knows is a fault of the template."""
    return _PLACE.sub(lambda match: facts[match[1]], text)


def _filled_outside_blocks(page: str, facts: Mapping[str, str]) -> str:
    """Fill the words between the blocks of code: what a command printed stays as it is."""
    parts = re.split(r"(^```.*?^```$)", page, flags=re.DOTALL | re.MULTILINE)
    return "".join(part if part.startswith("```") else fill(part, facts) for part in parts)


def readme_with(tour: Tour, readme: str) -> str:
    """The README with the tour between its two marks."""
    before, start, rest = readme.partition(README_START)
    _, end, after = rest.partition(README_END)
    assert start and end, f"README.md has lost its marks: {README_START} and {README_END}"
    return f"{before}{start}\n\n{tour.readme}\n{end}{after}"


def pages_of(tour: Tour) -> dict[str, str]:
    """Every page that a tour writes, by its path from the root."""
    return {PAGE: tour.page, README: readme_with(tour, (ROOT / README).read_text("utf-8"))}
