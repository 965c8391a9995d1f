"""Whether a council says nothing of itself but whose records these are: then what ships holds as it is."""

from __future__ import annotations

from purplebook.council.file_names import DEFINITIONS, FILES, ONCE_IN_THE_STORE, PAPERS
from purplebook.council.place import Place


def says_nothing(place: Place) -> bool:
    """Whether no file is there that could change an indicator, or in which there could be a fault to tell of."""
    folder = place.folder
    if any((place.store_path / name).exists() for name in ONCE_IN_THE_STORE):
        return False
    if folder is None:
        return True
    if place.file is None or place.is_old or any(path != place.file.path for path in folder.glob("*.toml")):
        return False
    return not any((folder / name).is_symlink() or (folder / name).exists() for name in (*FILES, PAPERS, DEFINITIONS))
