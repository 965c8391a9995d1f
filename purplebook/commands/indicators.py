"""`purplebook indicators`: every indicator there is."""

from __future__ import annotations

from pathlib import Path

import click

from purplebook.commands.answers import form_of, format_options, write_answer
from purplebook.commands.place import council_or_shipped, store_option


@click.command(short_help="List every indicator.")
@click.option("--next-free", is_flag=True, help="The ids that a new indicator can take instead, one for each series.")
@store_option
@format_options
def indicators(next_free: bool, store_path: Path | None, form: str | None, is_json: bool, out: Path | None) -> None:
    """List every indicator with its breakdowns; where there is a council's folder, its own as well."""
    import pyarrow as pa

    from purplebook.definitions import INDICATORS
    from purplebook.definitions.catalogue import SERIES, next_free_ids

    council = council_or_shipped(store_path)
    listed = council.indicators if council else INDICATORS
    if next_free:
        title = "The next free ids"
        rows = [
            {"series": letters, "about": SERIES[letters], "next_free": identifier}
            for letters, identifier in next_free_ids(listed).items()
        ]
    else:
        title = "Indicators"
        rows = [
            {
                "indicator": item.id,
                "edition": item.edition,
                "title": item.title,
                "theme": item.theme,
                "breakdowns": ", ".join(each.name for each in item.by),
            }
            for item in listed
        ]
    write_answer(pa.Table.from_pylist(rows), form=form_of(form, is_json=is_json, out=out), out=out, title=title)
