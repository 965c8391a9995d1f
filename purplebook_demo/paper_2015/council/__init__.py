"""What the invented council says of itself: the files of its folder, as a real council would write them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

_OF_THE_PAPER = "# The paper is of this day,"
"""How the last lines of council.toml begin, which name the day that commands answer for."""
NAMES = ("council.toml", "targets.toml", "events.toml", "baselines.toml")


def council_files() -> Mapping[str, str]:
    """The text of every file by its path in the council's folder."""
    folder = files("purplebook_demo.paper_2015.council")
    texts = {name: folder.joinpath(name).read_text("utf-8") for name in NAMES}
    papers = sorted(item.name for item in folder.joinpath("papers").iterdir() if item.name.endswith(".md"))
    return texts | {f"papers/{name}": folder.joinpath("papers", name).read_text("utf-8") for name in papers}


def write_council(folder: Path, *, answers_for_paper: bool = True) -> None:
    """Write the council's files into its folder; commands that name no day answer for the paper's, or the latest."""
    for name, text in council_files().items():
        if not answers_for_paper:
            text = text.partition(_OF_THE_PAPER)[0].rstrip() + "\n" if _OF_THE_PAPER in text else text
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
