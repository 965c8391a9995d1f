"""`purplebook init`: a place for an authority's records."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import click

from purplebook.commands.own_name import own_name
from purplebook.commands.place import AUTHORITY_CODE, CONFIGURATION_FILE, STORE_FOLDER, configuration_text
from purplebook.errors import BadInputError


@click.command(short_help="Make a place for an authority's records.")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--authority", "code", default="899", show_default=True, help="The authority's three-digit code.")
@click.option("--name", default="Our Council", show_default=True, help="The authority's name, as papers print it.")
@click.option("--json", "is_json", is_flag=True, help="Answer in JSON.")
def init(folder: Path, code: str, name: str, is_json: bool) -> None:
    """Make DIR with a purplebook.toml and an empty store, readable by you alone."""
    from purplebook.store import Store
    from purplebook.store.files import make_private_folder, write_whole

    if not re.fullmatch(AUTHORITY_CODE, code):
        raise BadInputError(f"'{code}' is not an authority's code. It is three digits, such as 899.")
    if folder.exists() and not folder.is_dir():
        raise BadInputError(f"{folder} is a file. Name a new folder for the records.")
    if (folder / CONFIGURATION_FILE).exists():
        raise BadInputError(f"There is a {CONFIGURATION_FILE} in {folder} already. Use it, or name another folder.")
    if not folder.exists():
        make_private_folder(folder)
    Store.create(folder / STORE_FOLDER)
    write_whole(folder / CONFIGURATION_FILE, configuration_text(code=code, name=name).encode())
    if is_json:
        click.echo(json.dumps({"folder": str(folder), "store": str(folder / STORE_FOLDER), "authority": code}))
        return
    click.echo(f"{folder} is ready for the records of {name} ({code}).")
    click.echo(f"Next: cd {shlex.quote(str(folder))} && {own_name()} load FILES")
