"""`purplebook formats`: which formats can supply which indicators, before anything is loaded."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from purplebook.commands.answers import form_of, format_options, write_answer, write_page
from purplebook.commands.place import council_place_if_any

WIDTH_WITHOUT_A_TERMINAL = 80


@click.command(short_help="Say which formats can supply which indicators.")
@click.argument("names", nargs=-1, metavar="[INDICATOR|FORMAT…]")
@format_options
def formats(names: tuple[str, ...], form: str | None, is_json: bool, out: Path | None) -> None:
    """Say what each format can supply: wholly, partly and what is lacking, or not and why.

    Without a name, how many indicators each format can supply; with an INDICATOR, who can supply it; with a FORMAT, all
    that it can; with several, all that they can in one load. Nothing is read: the answer comes from the definitions and
    from what each format is known to hold.
    """
    from purplebook.run.formats import formats as compare

    written = form_of(form, is_json=is_json, out=out)
    answer = compare(names, place=council_place_if_any(None))
    if written != "table":
        write_answer(answer.table, form=written, out=out, title="What each format can supply")
        return
    width = shutil.get_terminal_size((WIDTH_WITHOUT_A_TERMINAL, 24)).columns if out is None else 100
    write_page(answer.text(width=width), out=out)
