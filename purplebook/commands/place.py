"""The options that say where the records are, and of which day and authority; and the place that they name.

Heavy imports wait until a command runs, here and in every command, so that `purplebook --help` is quick.
"""

from __future__ import annotations

from pathlib import Path

import click

from purplebook.commands.days import DAY
from purplebook.run.place import COUNCIL_FILE, Place, find_place, place_if_any

store_option = click.option(
    "--store",
    "store_path",
    type=click.Path(path_type=Path),
    envvar="PURPLEBOOK_STORE",
    help=f"The folder of the records. Without it, the nearest {COUNCIL_FILE} upwards says where they are.",
)
authority_option = click.option(
    "--authority",
    "authorities",
    multiple=True,
    metavar="CODE",
    help="Only this authority, where the records are of many. May be said again.",
)
as_at_option = click.option("--as-at", "as_at", type=DAY, metavar="DATE", help="The day, such as 2015-08-31.")


def council_place(store_path: Path | None) -> Place:
    """The place named or nearest; what a person should know of its council's folder is said."""
    place = find_place(store_path)
    say_notices(place)
    return place


def council_place_if_any(store_path: Path | None) -> Place | None:
    """The place as above, or None where none is named and none is found: then what ships holds."""
    place = place_if_any(store_path)
    if place is not None:
        say_notices(place)
    return place


def say_notices(place: Place) -> None:
    """Say what a person should know of the council's folder."""
    for notice in place.notices:
        click.echo(f"purplebook: {notice}", err=True)
