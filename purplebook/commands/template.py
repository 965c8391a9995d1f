"""`purplebook template`: an empty register to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from purplebook.errors import BadInputError


@click.command(short_help="Write an empty register to fill in.")
@click.argument("name", required=False, metavar="[NAME]")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Where to write it: .xlsx or .csv.")
def template(name: str | None, out: Path | None) -> None:
    """Write the register NAME, empty, with its drop-down lists and how to fill it in; without NAME, list them.

    A filled register is loaded like any other file, with all the other files of its day: `purplebook load FILES`. Each
    load makes a new snapshot, which holds nothing of the one before.
    """
    from purplebook.run.template import registers
    from purplebook.run.template import template as write_template

    if name is None:
        if out is not None:
            raise BadInputError("Name the register to write; `purplebook template` alone lists them.")
        titles = registers()
        width = max(map(len, titles))
        for register, title in titles.items():
            click.echo(f"{register:<{width}}  {title}")
        return
    written, holds = write_template(name, out=out)
    click.echo(f"{written}: {holds}")
