"""What the invented council says of itself: the files of its folder, as a real council would write them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

NAMES = ("council.toml", "targets.toml", "events.toml", "baselines.toml")


def council_files() -> Mapping[str, str]:
    """The text of every file by its path in the council's folder."""
    folder = files("purplebook_demo.paper_2015.council")
    texts = {name: folder.joinpath(name).read_text("utf-8") for name in NAMES}
    papers = sorted(item.name for item in folder.joinpath("papers").iterdir() if item.name.endswith(".md"))
    return texts | {f"papers/{name}": folder.joinpath("papers", name).read_text("utf-8") for name in papers}


def write_council(folder: Path) -> None:
    """Write the council's files into its folder."""
    for name, text in council_files().items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
