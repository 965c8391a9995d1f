"""`purplebook list`: the children behind a figure, with the row of the source file that each came from."""

from __future__ import annotations

from pathlib import Path

import click

from purplebook.commands.answers import form_of, format_options, say_it_holds_children, write_answer
from purplebook.commands.days import DAY
from purplebook.commands.place import as_at_option, authority_option, council_place, store_option


@click.command("list", short_help="List the children behind a figure.")
@click.argument("indicator")
@as_at_option
@click.option("--among", "is_among", is_flag=True, help="List those the figure is a part of: its denominator.")
@click.option(
    "--period",
    "words",
    type=DAY,
    multiple=True,
    metavar="PERIOD",
    help="The period, as for `figures`. May be said again. Without it: the year to date.",
)
@authority_option
@store_option
@format_options
def list_behind(
    indicator: str,
    as_at: str | None,
    is_among: bool,
    words: tuple[str, ...],
    authorities: tuple[str, ...],
    store_path: Path | None,
    form: str | None,
    is_json: bool,
    out: Path | None,
) -> None:
    """List who is behind the figure of INDICATOR: exactly as many rows as the figure says.

    Of several periods, or of every `month`, it lists each, one after another, and says in a column which it is.

    The list holds children's identifiers. Keep it as you keep the records themselves.
    """
    from purplebook.run.rows import rows

    chosen_form = form_of(form, is_json=is_json, out=out)
    place = council_place(store_path)
    answer = rows(place, indicator, period=words, among=is_among, as_at=as_at, authority=authorities)
    breakdowns = [breakdown.name for breakdown in answer.indicator.by]
    write_answer(answer.table, form=chosen_form, out=out, title=answer.headline, first_to_go=breakdowns)
    say_it_holds_children(out)
