"""`purplebook issues`: what was wrong with the rows of a load."""

from __future__ import annotations

from pathlib import Path

import click

from purplebook.commands.answers import form_of, format_options, write_answer
from purplebook.commands.place import as_at_option, store_option
from purplebook.run.place import find_place


@click.command(short_help="List what was wrong with the rows of a load.")
@as_at_option
@click.option("--rows", "has_rows", is_flag=True, help="List every row and its value, which may be a child's data.")
@store_option
@format_options
def issues(
    as_at: str | None, has_rows: bool, store_path: Path | None, form: str | None, is_json: bool, out: Path | None
) -> None:
    """List what was wrong with the rows of the latest load: how often, where, and what to do.

    The counts hold nothing about a child and can be sent to whoever keeps the records.
    """
    from purplebook.run.issues import issues as listed

    chosen_form = form_of(form, is_json=is_json, out=out)
    answer = listed(find_place(store_path), as_at=as_at, each_row=has_rows)
    if chosen_form == "table" and not len(answer):
        click.echo(f"No row of {answer.snapshot_id} had an issue.")
        return
    write_answer(answer.table, form=chosen_form, out=out, title=answer.title)
