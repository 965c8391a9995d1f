"""A folder → a place for an authority's records, empty and readable by its owner alone."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from purplebook.errors import BadInputError
from purplebook.run.place import AUTHORITY_CODE, CONFIGURATION_FILE, STORE_FOLDER, Place, configuration_text
from purplebook.store import Store
from purplebook.store.files import make_private_folder, write_whole


def init(folder: Path, *, authority: str, name: str) -> Place:
    """Make a folder with a purplebook.toml and an empty store."""
    if not re.fullmatch(AUTHORITY_CODE, authority):
        raise BadInputError(f"'{authority}' is not an authority's code. It is three digits, such as 899.")
    if folder.exists() and not folder.is_dir():
        raise BadInputError(f"{folder} is a file. Name a new folder for the records.")
    if (folder / CONFIGURATION_FILE).exists():
        raise BadInputError(f"There is a {CONFIGURATION_FILE} in {folder} already. Use it, or name another folder.")
    if not folder.exists():
        make_private_folder(folder)
    place = empty_store(folder / STORE_FOLDER)
    write_whole(folder / CONFIGURATION_FILE, configuration_text(code=authority, name=name).encode())
    return replace(place, authority_code=authority, authority_name=name)


def empty_store(folder: Path) -> Place:
    """Make a store alone, for records that say themselves whose they are."""
    return Place(Store.create(folder).path, None, None)
