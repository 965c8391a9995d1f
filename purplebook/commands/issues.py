"""`purplebook issues`: what was wrong with the rows of a load."""

from __future__ import annotations

from pathlib import Path

import click

from purplebook.commands.answers import form_of, format_options, write_answer
from purplebook.commands.place import as_at_option, read_day, snapshot_at, store_option


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
    import pyarrow.parquet as pq

    chosen_form = form_of(form, is_json=is_json, out=out)
    snapshot = snapshot_at(store_path, read_day(as_at))
    found = pq.read_table(snapshot.issues_path)
    if not has_rows:
        found = (
            found.group_by(["file_name", "sheet", "column", "reason", "what_to_do", "is_rejected"])
            .aggregate([([], "count_all")])
            .rename_columns({"count_all": "rows"})
            .sort_by([("rows", "descending"), ("file_name", "ascending")])
        )
    if chosen_form == "table" and not found.num_rows:
        click.echo(f"No row of {snapshot.id} had an issue.")
        return
    write_answer(found, form=chosen_form, out=out, title=f"Issues of {snapshot.id}")
