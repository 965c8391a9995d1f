"""`purplebook figures`: the figures themselves, one row for each indicator, period, breakdown and group."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from purplebook.commands.answers import form_of, format_options, write_answer
from purplebook.commands.days import DAY
from purplebook.commands.place import as_at_option, authority_option, council_place, store_option
from purplebook.commands.progress import progress

FIRST_TO_GO = ("edition", "area", "period_start", "period_end")
"""What a narrow terminal does without: the name of the period says its days."""
EASILY_READ = 200
"""Lines of a table that a person can still find something in."""


@click.command(short_help="Work out figures.")
@as_at_option
@click.option("--indicator", "names", multiple=True, metavar="ID", help="Only this indicator. May be said again.")
@click.option(
    "--by",
    "divisions",
    multiple=True,
    metavar="BREAKDOWN",
    help="Divide by this breakdown too; team+age_band crosses two; `every` takes each there is. May be said again.",
)
@click.option(
    "--period",
    "periods",
    type=DAY,
    multiple=True,
    metavar="PERIOD",
    help="2015-08, 2015-16-Q1, FY2014-15, 2015-08-31 or 2015-07-01..2015-08-31; or every month, quarter, year, "
    "year-to-date or rolling-12-months of this year and last. Without it: the year to date. May be said again.",
)
@click.option(
    "--since", type=DAY, metavar="DATE", help="Where every month, quarter … begins, instead of 1 April of last year."
)
@authority_option
@store_option
@format_options
def figures(
    as_at: str | None,
    names: tuple[str, ...],
    divisions: tuple[str, ...],
    periods: tuple[str, ...],
    since: str | None,
    authorities: tuple[str, ...],
    store_path: Path | None,
    form: str | None,
    is_json: bool,
    out: Path | None,
) -> None:
    """Work out figures for a day and the periods up to it."""
    from purplebook.run.figures import asked, write_figures
    from purplebook.run.figures import figures as work_out

    chosen_form = form_of(form, is_json=is_json, out=out)
    place = council_place(store_path)
    question = asked(place, names, period=periods, since=since, by=divisions, as_at=as_at, authority=authorities)
    if chosen_form == "parquet" and out is not None:
        with progress("Counting"):
            notes = write_figures(question, out)
        _say(notes)
        return
    with progress("Counting"):
        answer = work_out(question)
    notes = (*(answer.warnings if chosen_form == "json" else answer.grouped_warnings()), *answer.notes)
    _say(notes)
    authorities_held = answer.held
    if chosen_form == "table" and len(answer) > EASILY_READ and len(authorities_held) > 1 and not authorities:
        click.echo(
            f"purplebook: these are the figures of {len(authorities_held)} authorities. Name one with --authority "
            f"{authorities_held[0]}, or write all of them to a file with --out figures.csv.",
            err=True,
        )
    shown = answer.readable() if chosen_form == "table" else answer.table
    # One status for all says little; where they differ it says why a value is missing, and stays.
    first_to_go = tuple(name for name in FIRST_TO_GO if name != "area" or len(authorities_held) == 1) + (
        ("status",) if len(shown.column("status").unique()) == 1 else ()
    )
    write_answer(
        shown,
        form=chosen_form,
        out=out,
        title=answer.title,
        numbers=("value",),
        first_to_go=first_to_go,
        notes=notes,
    )


def _say(notes: Iterable[str]) -> None:
    """What must be known beside the figures, where no program takes it for one of them."""
    for note in notes:
        click.echo(f"purplebook: {note}", err=True)
