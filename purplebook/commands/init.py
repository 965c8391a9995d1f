"""`purplebook init`: a council's own folder, with an empty store for its records."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import click

from purplebook.commands.own_name import own_name
from purplebook.errors import BadInputError


@click.command(short_help="Make a council's folder, with a place for its records.")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--authority", "code", metavar="CODE", help="The authority's three digits, as the Department has them.")
@click.option("--name", help="The name that papers print. Without it, the authority's.")
@click.option("--invented", "is_invented", is_flag=True, help="There is no such council: it is made up, to try things.")
@click.option("--json", "is_json", is_flag=True, help="Answer in JSON.")
def init(folder: Path, code: str | None, name: str | None, is_invented: bool, is_json: bool) -> None:
    """Make DIR: council.toml and the other files in which a council says what is its own, and an empty store.

    Each file explains itself, and all but council.toml may stay as they are. In a folder of an earlier purplebook the
    files are added, and what it kept in the folder of the store moves beside them.
    """
    from purplebook.council.identity import COUNCIL_FILE, OLD_FILE, STORE_FOLDER
    from purplebook.council.new_folder import new_folder
    from purplebook.store import Store
    from purplebook.store.files import make_private_folder, write_whole

    code = _checked(code, is_invented=is_invented)
    if folder.exists() and not folder.is_dir():
        raise BadInputError(f"{folder} is a file. Name a new folder for the records.")
    if (folder / COUNCIL_FILE).exists():
        raise BadInputError(f"There is a {COUNCIL_FILE} in {folder} already. Use it, or name another folder.")
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
    if is_json:
        click.echo(json.dumps({"folder": str(folder), "store": str(folder / store_folder), "authority": code}))
        return
    for line in moved:
        click.echo(line)
    click.echo(
        f"{folder} is ready for the records of {name} ({code}). {folder / COUNCIL_FILE} says what else it can hold."
    )
    click.echo(f"Next: cd {shlex.quote(str(folder))} && {own_name()} load FILES")


def _checked(code: str | None, *, is_invented: bool) -> str:
    """The code, when it is one; nobody's is ever guessed."""
    from purplebook.council.authority_codes import CODE, known_authority, why_unknown

    if code is None:
        raise BadInputError(
            "Say whose records these are: --authority CODE, the three digits by which the Department for Education "
            "knows the authority. For a council that is made up, say --invented as well."
        )
    code = code.strip()
    if is_invented and not CODE.fullmatch(code):
        raise BadInputError(f"'{code}' is not an authority's code. It is three digits, such as 000.")
    if not is_invented and known_authority(code) is None:
        raise BadInputError(f"{why_unknown(code)} For a council that is made up, say --invented as well.")
    return code


def _name_of(code: str) -> str:
    from purplebook.council.authority_codes import known_authority

    area = known_authority(code)
    return area.name if area else "Invented Council"


def _taken_over(folder: Path, name: str | None) -> tuple[str | None, str, tuple[str, ...]]:
    """What a folder of an earlier purplebook said, with its files moved to where they are read now."""
    from purplebook.council import find_place
    from purplebook.council.folder import ONCE_IN_THE_STORE
    from purplebook.council.identity import OLD_FILE

    place = find_place(folder)
    said = [f"{folder / OLD_FILE} is no longer read: what it said stands in council.toml."]
    for file in ONCE_IN_THE_STORE:
        if (place.store_path / file).is_file() and not (folder / file).exists():
            (place.store_path / file).rename(folder / file)
            said.append(f"{place.store_path / file} is now {folder / file}.")
    identity = place.identity
    store_folder = identity.store_folder if identity else "store"
    return name or (identity.name if identity else None), store_folder, tuple(said)
