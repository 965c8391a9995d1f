"""`purplebook counted`: the way back from a child to every figure that counts the child."""

from __future__ import annotations

from pathlib import Path

import click

from purplebook.commands.answers import form_of, format_options, say_it_holds_children, write_answer
from purplebook.commands.days import DAY
from purplebook.commands.one_child import AboutOneChild, child_argument
from purplebook.commands.place import as_at_option, council_place, store_option


@click.command(cls=AboutOneChild, short_help="List the figures that count one child.")
@child_argument
@as_at_option
@click.option(
    "--period", "word", type=DAY, metavar="PERIOD", help="The period, as for `figures`. Without it: the year to date."
)
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
    from purplebook.run.counted import counted as find

    chosen_form = form_of(form, is_json=is_json, out=out)
    answer = find(council_place(store_path), child, period=word, as_at=as_at, authority=authority)
    notes = answer.notes
    for note in notes:
        click.echo(f"purplebook: {note}", err=True)
    if chosen_form == "table" and out is None:
        count, label = len(answer), answer.period.label
        if not count:
            click.echo(f"No indicator lists the child, {label}.")
            return
        click.echo(f"{count} of {answer.asked} indicators list{'s' * (count == 1)} the child, {label}:\n")
    write_answer(answer.table, form=chosen_form, out=out, title="Figures that count the child", notes=notes)
    say_it_holds_children(out)
