"""`purplebook init`: a place for an authority's records."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import click

from purplebook.commands.own_name import own_name


@click.command(short_help="Make a place for an authority's records.")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--authority", "code", default="899", show_default=True, help="The authority's three-digit code.")
@click.option("--name", default="Our Council", show_default=True, help="The authority's name, as papers print it.")
@click.option("--json", "is_json", is_flag=True, help="Answer in JSON.")
def init(folder: Path, code: str, name: str, is_json: bool) -> None:
    """Make DIR with a purplebook.toml and an empty store, readable by you alone."""
    from purplebook.run.init import init as make

    place = make(folder, authority=code, name=name)
    if is_json:
        click.echo(json.dumps({"folder": str(folder), "store": str(place.store_path), "authority": code}))
        return
    click.echo(f"{folder} is ready for the records of {name} ({code}).")
    click.echo(f"Next: cd {shlex.quote(str(folder))} && {own_name()} load FILES")
