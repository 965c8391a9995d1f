"""The options that say where the records are, and of which day and authority.

Heavy imports wait until a command runs, here and in every command, so that `purplebook --help` is quick.
"""

from __future__ import annotations

from pathlib import Path

import click

from purplebook.run.place import CONFIGURATION_FILE

store_option = click.option(
    "--store",
    "store_path",
    type=click.Path(path_type=Path),
    envvar="PURPLEBOOK_STORE",
    help=f"The folder of the records. Without it, the nearest {CONFIGURATION_FILE} upwards says where they are.",
)
authority_option = click.option(
    "--authority",
    "authorities",
    multiple=True,
    metavar="CODE",
    help="Only this authority, where the records are of many. May be said again.",
)
as_at_option = click.option("--as-at", "as_at", metavar="DATE", help="The day, such as 2015-08-31.")
