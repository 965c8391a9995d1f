"""A folder → a council's own, with an empty store for its records, readable by its owner alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from purplebook.council import find_place
from purplebook.council.authority_codes import CODE, known_authority, why_unknown
from purplebook.council.file_names import COUNCIL_FILE, OLD_FILE, ONCE_IN_THE_STORE, STORE_FOLDER
from purplebook.council.new_folder import new_folder
from purplebook.errors import BadInputError
from purplebook.store import Store
from purplebook.store.files import make_private_folder, write_whole


@dataclass(frozen=True)
class MadeFolder:
    """A council's folder; `moved` says what became of the files of an earlier purplebook."""

    folder: Path
    authority: str
    name: str
    store_folder: Path
    council_file: Path
    moved: tuple[str, ...]


def init(folder: Path, *, authority: str | None, name: str | None = None, is_invented: bool = False) -> MadeFolder:
    """Make a council's files and an empty store; in a folder of an earlier purplebook the files are added."""
    code = _checked(authority, is_invented=is_invented)
    if folder.exists() and not folder.is_dir():
        raise BadInputError(f"{folder} is a file. Name a new folder for the records.")
    if (folder / COUNCIL_FILE).exists():
        raise BadInputError(f"There is a {COUNCIL_FILE} in {folder} already. Use it, or name another folder.")
    name = None if name is None else _plain(name)
    is_old, store_folder = (folder / OLD_FILE).exists(), STORE_FOLDER
    moved: tuple[str, ...] = ()
    if is_old:
        name, store_folder, moved = _taken_over(folder, name)
    name = name or _name_of(code)
    if not folder.exists():
        make_private_folder(folder)
    if not is_old:
        Store.create(folder / store_folder)
    texts = new_folder(code=code, name=name, is_invented=is_invented, store_folder=store_folder)
    # The council's own file comes last: without it the folder is none yet, and init can be run again.
    for path in sorted(texts, key=lambda path: path == COUNCIL_FILE):
        if (folder / path).exists():
            continue
        if not (folder / path).parent.exists():
            make_private_folder((folder / path).parent)
        write_whole(folder / path, texts[path].encode())
    return MadeFolder(folder, code, name, folder / store_folder, folder / COUNCIL_FILE, moved)


def empty_store(folder: Path) -> Path:
    """Make a store alone, for records that say themselves whose they are."""
    return Store.create(folder).path


def _checked(code: str | None, *, is_invented: bool) -> str:
    """The code, when it is one; nobody's is ever guessed."""
    if code is None:
        raise BadInputError(
            "Say whose records these are: --authority CODE, the three digits by which the Department for Education "
            "knows the authority. For a council that is made up, say --invented as well."
        )
    code = code.strip()
    if is_invented and not CODE.fullmatch(code):
        raise BadInputError(f"'{code}' is not an authority's code. It is three digits, such as 000.")
    if is_invented and (area := known_authority(code)) is not None:
        raise BadInputError(
            f"{code} is {area.name}, which is not invented. Leave --invented out, or take a code that no authority "
            "has, such as 000."
        )
    if not is_invented and known_authority(code) is None:
        raise BadInputError(f"{why_unknown(code)} For a council that is made up, say --invented as well.")
    return code


def _plain(name: str) -> str:
    """The name on one line, as papers print it and a file can hold it."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())
    if not plain:
        raise BadInputError("The name is empty. Write --name and the council's name as papers print it.")
    return plain


def _name_of(code: str) -> str:
    area = known_authority(code)
    return area.name if area else "Invented Council"


def _taken_over(folder: Path, name: str | None) -> tuple[str | None, str, tuple[str, ...]]:
    """What a folder of an earlier purplebook said, with its files moved to where they are read now."""
    place = find_place(folder)
    lines = [f"{folder / OLD_FILE} is no longer read: what it said stands in council.toml."]
    for file in ONCE_IN_THE_STORE:
        if (place.store_path / file).is_file() and not (folder / file).exists():
            (place.store_path / file).rename(folder / file)
            lines.append(f"{place.store_path / file} is now {folder / file}.")
    identity = place.identity
    store_folder = identity.store_folder if identity else "store"
    return name or (identity.name if identity else None), store_folder, tuple(lines)
