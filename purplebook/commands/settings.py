"""`purplebook settings`: what a council has set, from where, and since when."""

from __future__ import annotations

from pathlib import Path

import click

from purplebook.commands.answers import form_of, format_options, write_listing
from purplebook.commands.place import council_place, store_option

FIRST_TO_GO = ("until", "since")


@click.command(short_help="Show what is set, from where, and since when.")
@click.option("--own", "is_own", is_flag=True, help="Leave out what ships and the council has not changed.")
@store_option
@format_options
def settings(is_own: bool, store_path: Path | None, form: str | None, is_json: bool, out: Path | None) -> None:
    """Show every setting of the council: its names, standards, targets, events, baselines, sentences and definitions.

    Each says from which file and line it comes, or that it ships, and from when to when it holds.
    """
    from purplebook.run.settings import settings as listed

    chosen = form_of(form, is_json=is_json, out=out)
    answer = listed(council_place(store_path), own_only=is_own)
    write_listing(answer, form=chosen, out=out, first_to_go=FIRST_TO_GO)
