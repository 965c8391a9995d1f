"""`purplebook init`: a council's own folder, with an empty store for its records."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import click

from purplebook.commands.own_name import own_name


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
    from purplebook.run.init import init as make

    made = make(folder, authority=code, name=name, is_invented=is_invented)
    if is_json:
        click.echo(json.dumps({"folder": str(folder), "store": str(made.store_folder), "authority": made.authority}))
        return
    for line in made.moved:
        click.echo(line)
    click.echo(
        f"{folder} is ready for the records of {made.name} ({made.authority}). {made.council_file} says what else it "
        "can hold."
    )
    click.echo(f"Next: cd {shlex.quote(str(folder))} && {own_name()} load FILES")
