"""`purplebook settings`: what a council has set, from where, and since when."""

from __future__ import annotations

from pathlib import Path

import click

from purplebook.commands.answers import form_of, format_options, write_answer
from purplebook.commands.place import council_at, store_option

FIRST_TO_GO = ("until", "since")


@click.command(short_help="Show what is set, from where, and since when.")
@click.option("--own", "is_own", is_flag=True, help="Leave out what ships and the council has not changed.")
@store_option
@format_options
def settings(is_own: bool, store_path: Path | None, form: str | None, is_json: bool, out: Path | None) -> None:
    """Show every setting of the council: its names, standards, targets, events, baselines, sentences and definitions.

    Each says from which file and line it comes, or that it ships, and from when to when it holds.
    """
    import pyarrow as pa

    from purplebook.council.settings import SHIPPED

    chosen = form_of(form, is_json=is_json, out=out)
    council = council_at(store_path)
    rows = [vars(each) for each in council.settings if not is_own or each.origin != SHIPPED]
    names = ("setting", "value", "since", "until", "origin")
    table = pa.table({name: pa.array([row[name] for row in rows], pa.string()) for name in names})
    title = f"Settings of {council.words.name}" if council.words.name else "Settings"
    write_answer(table, form=chosen, out=out, title=title, first_to_go=FIRST_TO_GO)
