"""`purplebook indicators`: every indicator there is."""

from __future__ import annotations

from pathlib import Path

import click

from purplebook.commands.answers import form_of, format_options, write_answer


@click.command(short_help="List every indicator.")
@click.option("--next-free", is_flag=True, help="The ids that a new indicator can take instead, one for each series.")
@format_options
def indicators(next_free: bool, form: str | None, is_json: bool, out: Path | None) -> None:
    """List every indicator with its breakdowns."""
    import pyarrow as pa

    from purplebook.definitions import INDICATORS
    from purplebook.definitions.catalogue import SERIES, next_free_ids

    if next_free:
        title = "The next free ids"
        rows = [
            {"series": letters, "about": SERIES[letters], "next_free": identifier}
            for letters, identifier in next_free_ids(INDICATORS).items()
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
            for item in INDICATORS
        ]
    write_answer(pa.Table.from_pylist(rows), form=form_of(form, is_json=is_json, out=out), out=out, title=title)
