"""`purplebook counted`: the way back from a child to every figure that counts the child."""

from __future__ import annotations

from pathlib import Path

import click

from purplebook.commands.answers import form_of, format_options, say_it_holds_children, write_answer
from purplebook.commands.one_child import AboutOneChild, child_argument
from purplebook.commands.place import as_at_option, council_at, read_day, snapshot_at, store_option
from purplebook.errors import NoDataError


@click.command(cls=AboutOneChild, short_help="List the figures that count one child.")
@child_argument
@as_at_option
@click.option("--period", "word", metavar="PERIOD", help="The period, as for `figures`. Without it: the year to date.")
@store_option
@format_options
def counted(
    child: str,
    authority: str | None,
    as_at: str | None,
    word: str | None,
    store_path: Path | None,
    form: str | None,
    is_json: bool,
    out: Path | None,
) -> None:
    """List every indicator that counts CHILD in a period, and how often: the way back from a child to the figures.

    "counted" is how many rows of `purplebook list` are the child's, "among" how many of `list --among`, so a child who
    is only among stands in the bottom of a percentage and not in its top.
    """
    from purplebook.commands.figures import one_period
    from purplebook.results.child import find_child
    from purplebook.results.counted import counted_in

    chosen_form = form_of(form, is_json=is_json, out=out)
    asked = read_day(as_at)
    snapshot = snapshot_at(store_path, asked)
    period = one_period(word, as_at=asked or snapshot.as_at)
    indicators = council_at(store_path).indicators
    found = counted_in(snapshot, indicators, child=find_child(snapshot, child, authority_code=authority), period=period)
    if len(found.not_asked) == len(indicators):
        raise NoDataError(f"No indicator can be listed for {period.label}: the records do not hold or do not cover it.")
    if found.not_asked:
        click.echo(
            f"purplebook: {len(found.not_asked)} of {len(indicators)} indicators have no list for this period, since "
            f"the records do not hold or do not cover it: {', '.join(found.not_asked)}",
            err=True,
        )
    if chosen_form == "table" and out is None:
        count = found.table.num_rows
        if not count:
            click.echo(f"No indicator lists the child, {period.label}.")
            return
        click.echo(f"{count} of {len(indicators)} indicators list{'s' * (count == 1)} the child, {period.label}:\n")
    write_answer(found.table, form=chosen_form, out=out, title="Figures that count the child")
    say_it_holds_children(out)
