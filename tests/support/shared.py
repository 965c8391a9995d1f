"""Where the shared samples lie, which are no part of the repository."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

SHARED_VARIABLE = "PURPLEBOOK_SHARED"


def shared_folder(root: Path, environment: Mapping[str, str]) -> Path | None:
    """Where the shared material lies: the folder that PURPLEBOOK_SHARED names, else `../shared` when it is there.

    Whoever names a folder means that its tests are to run, so one that does not exist is an error.
    """
    named = environment.get(SHARED_VARIABLE)
    folder = Path(named) if named else root.parent / "shared"
    if folder.is_dir():
        return folder
    if named:
        raise FileNotFoundError(f"{SHARED_VARIABLE} names {named}, and there is no such folder.")
    return None
