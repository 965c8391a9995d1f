"""`purplebook list`: the children behind a figure, with the row of the source file that each came from."""

from __future__ import annotations

from pathlib import Path

import click

from purplebook.commands.answers import form_of, format_options, say_it_holds_children, write_answer
from purplebook.commands.place import as_at_option, authority_option, council_at, read_day, snapshot_at, store_option


@click.command("list", short_help="List the children behind a figure.")
@click.argument("indicator")
@as_at_option
@click.option("--among", "is_among", is_flag=True, help="List those the figure is a part of: its denominator.")
@click.option("--period", "word", metavar="PERIOD", help="The period, as for `figures`. Without it: the year to date.")
@authority_option
@store_option
@format_options
def list_behind(
    indicator: str,
    as_at: str | None,
    is_among: bool,
    word: str | None,
    authorities: tuple[str, ...],
    store_path: Path | None,
    form: str | None,
    is_json: bool,
    out: Path | None,
) -> None:
    """List who is behind the figure of INDICATOR: exactly as many rows as the figure says.

    The list holds children's identifiers. Keep it as you keep the records themselves.
    """
    from purplebook.commands.figures import one_period
    from purplebook.definitions import indicator_by_id
    from purplebook.results import list_rows

    chosen_form = form_of(form, is_json=is_json, out=out)
    item = indicator_by_id(indicator, indicators=council_at(store_path).indicators)
    asked = read_day(as_at)
    snapshot = snapshot_at(store_path, asked)
    day = asked or snapshot.as_at
    period = one_period(word, as_at=day)
    found = list_rows(snapshot, item, period=period, among=is_among, authorities=authorities)
    which = "among whom" if is_among else "behind"
    title = f"{found.num_rows:,} {which} {item.id}, {period.label}"
    write_answer(found, form=chosen_form, out=out, title=title, first_to_go=[each.name for each in item.by])
    say_it_holds_children(out)
