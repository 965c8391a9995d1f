"""`purplebook changes`: what a release restated, by how much, and which children came into a figure or left it."""

from __future__ import annotations

from pathlib import Path

import click

from purplebook.commands.answers import csv_text
from purplebook.commands.days import DAY
from purplebook.commands.place import council_place, store_option
from purplebook.run.endings import ending_of
from purplebook.run.place import Place


@click.command(short_help="What a release changed, and which children.")
@click.argument("release", type=DAY)
@click.option("--indicator", help="Only this indicator.")
@click.option("--period", type=DAY, help="Only this period, such as 2015-07; with --indicator the children are listed.")
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
    from purplebook.run.changes import changes as list_changes

    if children is not None:
        ending_of(children, (".csv",), what="a list of children", example="children")
    place = council_place(store_path)
    answer = list_changes(place, release, indicator=indicator, period=period)
    if answer.before is None:
        click.echo(f"{answer.release} is the first release, so it changed nothing.")
        return
    if not answer.rows:
        click.echo(f"Nothing of this kind differs between {answer.before} and {answer.release}.")
        return
    differ = "1 figure differs" if len(answer.rows) == 1 else f"{len(answer.rows):,} figures differ"
    click.echo(f"{differ} between {answer.before} and {answer.release}:\n")
    for row in answer.rows:
        moved = f"{row['old_value']} → {row['new_value']}"
        people = f"{row['entered']} in, {row['left']} out" if row["entered"] else "children not known"
        click.echo(f"{row['indicator']:<15} {row['period']:<24} {moved:<24} {people:<18} {row['why']}")
        click.echo(f"{'':<15} {row['title']}")
    if (indicator and period) or children is not None:
        _children(place, answer.release, indicator, period, children)


def _children(place: Place, release: str, indicator: str | None, period: str | None, to: Path | None) -> None:
    from purplebook.run.changes import children_of_change

    answer = children_of_change(place, release, indicator=indicator, period=period)
    if not len(answer):
        click.echo(
            "\nNo child came or went: the same children's records say otherwise, or what is counted is no child's."
        )
        return
    if to is None:
        click.echo("\nChild           Came or went")
        for row in answer.table.to_pylist():
            times = f" ({row['times']} times)" if row["times"] > 1 else ""
            click.echo(f"{row['la_child_id']:<15} {row['came_or_went']}{times}")
        return
    answer.write_private(to, csv_text(answer.table).encode())
    click.echo(
        f"purplebook: {to} holds children's numbers. Keep it where only those who need it can read it.", err=True
    )
