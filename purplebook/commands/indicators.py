"""`purplebook indicators`: every indicator there is."""

from __future__ import annotations

from pathlib import Path

import click

from purplebook.commands.answers import form_of, format_options, write_listing
from purplebook.commands.place import council_place_if_any, store_option


@click.command(short_help="List every indicator.")
@click.argument("words", nargs=-1)
@click.option("--next-free", is_flag=True, help="The ids that a new indicator can take instead, one for each series.")
@store_option
@format_options
def indicators(
    words: tuple[str, ...],
    next_free: bool,
    store_path: Path | None,
    form: str | None,
    is_json: bool,
    out: Path | None,
) -> None:
    """List every indicator with its breakdowns; where there is a council's folder, its own as well.

    With WORDS, only those that have all of them, or words that begin so, in their title or text.
    """
    from purplebook.run.indicators import indicators as listed
    from purplebook.run.indicators import next_free as free

    place = council_place_if_any(store_path)
    answer = free(place) if next_free else listed(place, words=words)
    chosen = form_of(form, is_json=is_json, out=out)
    write_listing(answer, form=chosen, out=out)
