"""Finds a council's folder: the nearest `council.toml` upwards, or `purplebook.toml`, and the store it names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from purplebook.council.faults import CouncilError
from purplebook.council.file_names import COUNCIL_FILE, OLD_FILE
from purplebook.errors import StoreError

if TYPE_CHECKING:
    from purplebook.council.identity import Identity
    from purplebook.council.toml_file import TomlFile


@dataclass(frozen=True)
class Place:
    """A store, and the council's folder that names it; a store that no folder names has neither file nor identity."""

    store_path: Path
    file: TomlFile | None = None
    identity: Identity | None = None

    @property
    def folder(self) -> Path | None:
        """The council's folder."""
        return None if self.file is None else self.file.path.parent

    @property
    def is_old(self) -> bool:
        """Whether an earlier purplebook made the folder."""
        return self.file is not None and self.file.path.name == OLD_FILE


def find_place(named: Path | None) -> Place:
    """The place of a folder or a store that is named, or the nearest upwards; StoreError when there is none.

    CouncilError says what is wrong in the file that names the council.
    """
    if named is None:
        file = _nearest(Path.cwd())
        if file is None:
            raise StoreError(
                f"There is no {COUNCIL_FILE} here or in a folder above. Make one with `purplebook init`, or name the "
                "folder of the records with --store."
            )
        return _read(file)
    named = named.resolve()
    try:
        inside = _file_in(named)
    except PermissionError as fault:
        raise StoreError(
            f"You may not read {named}. Ask whoever keeps the records for the right to read them, or name another "
            "folder with --store."
        ) from fault
    if inside is not None:
        return _read(inside)
    above = _nearest(named.parent)
    place = None if above is None else _read(above)
    if place is not None and place.store_path.resolve() == named:
        return place
    return Place(named)


def _read(path: Path) -> Place:
    # A store that no folder names needs no reader of such files.
    from purplebook.council.identity import read_identity, read_old_identity, store_path
    from purplebook.council.toml_file import read_toml

    file = read_toml(path)
    identity = None
    if not file.faults:
        identity = read_old_identity(file) if path.name == OLD_FILE else read_identity(file)
    if file.faults or identity is None:
        raise CouncilError(file.faults)
    return Place(store_path(path, identity), file, identity)


def _nearest(folder: Path) -> Path | None:
    folders = (folder.resolve(), *folder.resolve().parents)
    return next((file for parent in folders if (file := _file_in(parent)) is not None), None)


def _file_in(folder: Path) -> Path | None:
    return next((folder / name for name in (COUNCIL_FILE, OLD_FILE) if (folder / name).exists()), None)
