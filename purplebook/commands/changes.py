"""`purplebook changes`: what a release restated, by how much, and which children came into a figure or left it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import click

from purplebook.commands.place import council_at, open_store, store_option
from purplebook.errors import BadInputError, NoDataError

if TYPE_CHECKING:
    from purplebook.language.indicators import Indicator


@click.command(short_help="What a release changed, and which children.")
@click.argument("release")
@click.option("--indicator", help="Only this indicator.")
@click.option("--period", help="Only this period, such as 2015-07; with --indicator the children are listed.")
@click.option(
    "--children", type=click.Path(path_type=Path, dir_okay=False), help="Write the children to this CSV file."
)
@store_option
def changes(
    release: str, indicator: str | None, period: str | None, children: Path | None, store_path: Path | None
) -> None:
    """List the headline figures that RELEASE (or the latest of that day) changed.

    With --indicator and --period the children who came into the figure or left it are listed by the council's own
    number, from the records of both releases.
    """
    from purplebook.commands.endings import ending_of
    from purplebook.definitions import indicator_by_id
    from purplebook.store.releases import release_named

    if children is not None:
        ending_of(children, (".csv",), what="a list of children", example="children")
    store = open_store(store_path)
    found = release_named(store.path, release)
    before = found.manifest["previous"]
    if not before:
        click.echo(f"{found.id} is the first release, so it changed nothing.")
        return
    rows = _rows(found, indicator, period)
    if not rows:
        click.echo(f"Nothing of this kind differs between {before} and {found.id}.")
        return
    differ = "1 figure differs" if len(rows) == 1 else f"{len(rows):,} figures differ"
    click.echo(f"{differ} between {before} and {found.id}:\n")
    for row in rows:
        moved = f"{row['old_value'] or '–'} → {row['new_value'] or '–'}"
        people = f"{row['entered']} in, {row['left']} out" if row["entered"] else "children not known"
        click.echo(f"{row['indicator']:<15} {row['period']:<24} {moved:<24} {people:<18} {row['why']}")
    if indicator and period:
        item = indicator_by_id(indicator, indicators=council_at(store_path).indicators)
        _children(store, found, release_named(store.path, before), item, period, children)
    elif children is not None:
        raise BadInputError("Name one figure to list its children: --indicator RF01 --period 2015-07.")


def _rows(release, indicator: str | None, period: str | None) -> list[dict[str, str]]:
    with release.file("changes.csv").open(encoding="utf-8", newline="") as stream:
        return [
            row
            for row in csv.DictReader(stream)
            if (indicator is None or row["indicator"].casefold() == indicator.casefold())
            and (period is None or row["period"] == period)
        ]


def _children(store, release, before, indicator: Indicator, period: str, to: Path | None) -> None:
    import pyarrow as pa

    from purplebook.commands.answers import csv_text
    from purplebook.language.periods import parse_period
    from purplebook.results.book.came_and_went import came_and_went
    from purplebook.run.release import records_of
    from purplebook.store.files import write_whole

    old, new = records_of(store, before), records_of(store, release)
    if old is None or new is None:
        raise NoDataError(
            "The records of one of the two releases are no longer in the store, so no child can be named."
        )
    moved = came_and_went(old, new, indicator, period=parse_period(period))
    lines = [(each.la_child_id, each.way, each.times) for each in moved]
    if not lines:
        click.echo(
            "\nNo child came or went: the same children's records say otherwise, or what is counted is no child's."
        )
        return
    if to is None:
        click.echo("\nChild           Came or went")
        for number, way, times in lines:
            click.echo(f"{number:<15} {way}{f' ({times} times)' if times > 1 else ''}")
        return
    try:
        columns = dict(zip(("la_child_id", "came_or_went", "times"), map(list, zip(*lines, strict=True)), strict=True))
        # Whole or not at all, and for the owner alone: it names children.
        write_whole(to, csv_text(pa.table(columns)).encode())
    except OSError as fault:
        raise BadInputError(
            f"{to} cannot be written: {fault.strerror or 'the disk refused'}. Name another file."
        ) from fault
    click.echo(
        f"purplebook: {to} holds children's numbers. Keep it where only those who need it can read it.", err=True
    )
