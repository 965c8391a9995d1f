"""`purplebook figures`: the figures themselves, one row for each indicator, period, breakdown and group."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from purplebook.commands.answers import form_of, format_options, write_answer
from purplebook.commands.place import as_at_option, authority_option, council_at, read_day, snapshot_at, store_option
from purplebook.commands.progress import progress
from purplebook.commands.readable import grouped_warnings, readable
from purplebook.errors import BadInputError

if TYPE_CHECKING:
    from purplebook.language.indicators import Indicator
    from purplebook.language.periods import Period

EVERY = "every"
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
    multiple=True,
    metavar="PERIOD",
    help="2015-08, 2015-16-Q1, FY2014-15, 2015-08-31 or 2015-07-01..2015-08-31; or every month, quarter, year, "
    "year-to-date or rolling-12-months of this year and last. Without it: the year to date. May be said again.",
)
@click.option("--since", metavar="DATE", help="Where every month, quarter … begins, instead of 1 April of last year.")
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
    from purplebook.definitions import indicator_by_id
    from purplebook.results import compute_figures
    from purplebook.results.populations import population_notes
    from purplebook.results.snapshots import chosen_authorities, setting_of

    chosen_form = form_of(form, is_json=is_json, out=out)
    day = read_day(as_at)
    every = council_at(store_path).indicators
    chosen = tuple(dict.fromkeys(indicator_by_id(name, indicators=every) for name in names)) if names else every
    snapshot = snapshot_at(store_path, day)
    wanted = periods_wanted(periods, as_at=day or snapshot.as_at, since=read_day(since))
    is_every = EVERY in divisions
    crossed = tuple(tuple(each.split("+")) for each in divisions if each != EVERY)
    if not names:
        chosen = tuple(item for item in every if has_breakdowns(item, crossed))
        if not chosen:
            raise BadInputError(
                f"No indicator has the breakdown {', '.join('+'.join(each) for each in crossed)}. "
                "`purplebook indicators` lists the breakdowns of each."
            )
    with progress("Counting"):
        found = compute_figures(
            snapshot, chosen, periods=wanted, crossed=crossed, breakdowns=is_every, authorities=authorities
        )
    for warning in found.warnings if chosen_form == "json" else grouped_warnings(found.warnings, chosen):
        click.echo(f"purplebook: {warning}", err=True)
    for note in population_notes(
        setting_of(snapshot).populations,
        chosen,
        authorities=chosen_authorities(snapshot, authorities),
        periods=wanted,
    ):
        click.echo(f"purplebook: {note}", err=True)
    held, is_long = snapshot.authorities, found.table.num_rows > EASILY_READ
    if chosen_form == "table" and is_long and len(held) > 1 and not authorities:
        click.echo(
            f"purplebook: these are the figures of {len(held)} authorities. Name one with --authority "
            f"{held[0]}, or write all of them to a file with --out figures.csv.",
            err=True,
        )
    shown = readable(found.table, chosen) if chosen_form == "table" else found.table
    # One status for all says little; where they differ it says why a value is missing, and stays.
    first_to_go = tuple(name for name in FIRST_TO_GO if name != "area" or len(held) == 1) + (
        ("status",) if len(shown.column("status").unique()) == 1 else ()
    )
    write_answer(
        shown, form=chosen_form, out=out, title=f"Figures of {snapshot.id}", numbers=("value",), first_to_go=first_to_go
    )


def has_breakdowns(item: Indicator, crossed: tuple[tuple[str, ...], ...]) -> bool:
    """Whether an indicator can be divided in each of these ways."""
    return {name for each in crossed for name in each} <= {each.name for each in item.by}


def one_period(word: str | None, *, as_at: date) -> Period:
    """The one period that a list is about: the year to date, or the one asked for."""
    periods = periods_wanted((word,) if word else (), as_at=as_at, since=None)
    if len(periods) != 1:
        raise BadInputError(f"'{word}' is {len(periods)} periods. Name one, such as {as_at:%Y-%m} or {as_at}.")
    return periods[0]


def periods_wanted(words: tuple[str, ...], *, as_at: date, since: date | None) -> tuple[Period, ...]:
    """The periods that the words ask for, each once, in the order asked."""
    from purplebook.language.periods import (
        PeriodKind,
        add_months,
        parse_period,
        periods_up_to,
        year_start,
        year_to_date,
    )

    start = since or add_months(year_start(as_at), -12)
    found: list[Period] = [] if words else [year_to_date(as_at)]
    for word in words:
        if word in set(PeriodKind):
            found += periods_up_to(as_at, PeriodKind(word), since=start)
        else:
            found.append(parse_period(word))
    return tuple(dict.fromkeys(found))
