"""Whether a council says nothing of itself but whose records these are: then what ships holds as it is.

A new folder has a file for everything that can be said, in which there are remarks alone.
"""

from __future__ import annotations

from pathlib import Path

from purplebook.council.file_names import DEFINITIONS, FILES, ONCE_IN_THE_STORE, PAPERS
from purplebook.council.own_blocks import without_remarks
from purplebook.council.place import Place


def says_nothing(place: Place) -> bool:
    """Whether no file says anything that could change an indicator, or holds anything that could be a fault."""
    folder = place.folder
    if any(_is_taken(place.store_path / name) for name in ONCE_IN_THE_STORE):
        return False
    if folder is None:
        return True
    if place.file is None or place.is_old:
        return False
    others = {path.name for path in folder.glob("*.toml")} - {place.file.path.name}
    return (
        others <= set(FILES)
        and all(_has_remarks_alone(folder / name) for name in FILES if _is_taken(folder / name))
        and _is_folder_of_remarks(folder / DEFINITIONS, "*.py")
        and _is_folder_of_remarks(folder / PAPERS, "*.md")
    )


def _is_taken(path: Path) -> bool:
    return path.is_symlink() or path.exists()


def _is_folder_of_remarks(folder: Path, files: str) -> bool:
    if not _is_taken(folder):
        return True
    return folder.is_dir() and all(_has_remarks_alone(path) for path in folder.glob(files))


def _has_remarks_alone(path: Path) -> bool:
    """Whether it is a file of remarks that everybody can see; of any doubt somebody else is to tell."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    if not all(line.isprintable() for line in text.split("\n")):
        return False
    if path.suffix == ".md":
        return not without_remarks(text).strip()
    return all(not line.strip() or line.lstrip().startswith("#") for line in text.split("\n"))
