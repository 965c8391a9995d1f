"""`purplebook indicators`: every indicator there is."""

from __future__ import annotations

from pathlib import Path

import click

from purplebook.commands.answers import format_options, write_answer


@click.command(short_help="List every indicator.")
@format_options
def indicators(form: str, is_json: bool, out: Path | None) -> None:
    """List every indicator with its breakdowns."""
    import pyarrow as pa

    from purplebook.definitions import INDICATORS

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
    write_answer(pa.Table.from_pylist(rows), form="json" if is_json else form, out=out, title="Indicators")
