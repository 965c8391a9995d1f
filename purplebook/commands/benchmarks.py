"""`purplebook benchmarks`: the published statistics that figures are compared with, and two ways to get them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from purplebook.commands.answers import form_of, format_options, write_answer
from purplebook.commands.place import store_option
from purplebook.commands.progress import progress
from purplebook.run.place import find_place

if TYPE_CHECKING:
    from purplebook.run.benchmarks import Taken

FIRST_TO_GO = ("why_not", "symbols", "areas", "edition", "title")


@click.group(invoke_without_command=True, short_help="Get and list published statistics to compare with.")
@store_option
@click.option("--files", is_flag=True, help="List the files that are held instead of the measures.")
@format_options
@click.pass_context
def benchmarks(
    context: click.Context, store_path: Path | None, files: bool, form: str | None, is_json: bool, out: Path | None
) -> None:
    """List the published statistics that are held: each measure with its years, areas and editions.

    `purplebook benchmarks import FILES` takes files that you downloaded, `purplebook benchmarks refresh` asks the
    Department's service. Nothing is fetched unless you ask for it, and nothing of any record is ever sent.
    """
    if context.invoked_subcommand is not None:
        # What stands before the subcommand's name is meant for it too.
        context.obj = store_path
        return
    chosen = form_of(form, is_json=is_json, out=out)
    from purplebook.run.benchmarks import benchmarks as held

    answer = held(find_place(store_path), files=files)
    write_answer(answer.table, form=chosen, out=out, title=answer.title, first_to_go=FIRST_TO_GO)


@benchmarks.command("import", short_help="Take published files that you downloaded.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILES...")
@store_option
@click.option("--issues", "issues_out", type=click.Path(path_type=Path), help="Write every row left out to this file.")
@click.pass_context
def import_files(
    context: click.Context, paths: tuple[Path, ...], store_path: Path | None, issues_out: Path | None
) -> None:
    """Take the Department's CSV files, or an extract with one row for each figure (CSV or Parquet).

    A file is known by its columns. One with a column that nobody knows is refused whole, because its meaning may have
    moved. The symbols c, z, x, k, low, u and - are kept as they are and never become a number.
    """
    from purplebook.run.benchmarks import import_files as take
    from purplebook.run.benchmarks import rows_left_out

    form = form_of(None, is_json=False, out=issues_out) if issues_out else ""
    place = find_place(store_path or context.obj)
    with progress("Reading") as say:
        taken = take(place, paths, progress=say, waiting=_say_who)
    _say(taken)
    if issues_out is not None:
        # One who asks for the rows gets a file of rows, not a table for a terminal.
        left_out = rows_left_out([file.read for file in taken])
        write_answer(left_out, form="csv" if form == "table" else form, out=issues_out)


@benchmarks.command("refresh", short_help="Ask the Department's statistics service.")
@store_option
@click.option("--base", metavar="ADDRESS", help="Another address of the service.")
@click.option(
    "--publication",
    "slugs",
    multiple=True,
    metavar="NAME",
    help="Only this publication, as its address ends: characteristics-of-children-in-need. May be said again.",
)
@click.pass_context
def refresh(context: click.Context, store_path: Path | None, base: str | None, slugs: tuple[str, ...]) -> None:
    """Ask the Department's Explore Education Statistics service for the newest figures.

    Only the question which statistics there are is sent; nothing of any record is. Not every publication is there: for
    the others, download the CSV files and use `purplebook benchmarks import`.
    """
    from purplebook.run.benchmarks import refresh as ask

    def say_where(address: str) -> None:
        click.echo(f"Asking {address}. Nothing of your records is sent.", err=True)

    place = find_place(store_path or context.obj)
    with progress("Asking"):
        taken, left_out = ask(place, base=base, publications=slugs, asking=say_where, waiting=_say_who)
    _say(taken)
    for line in left_out:
        click.echo(line)


def _say_who(holder: str) -> None:
    click.echo(f"Waiting: {holder}", err=True)


def _say(taken: Iterable[Taken]) -> None:
    """Say of each file what became of it."""
    from purplebook.run.benchmarks import many, reason_lines

    for file in taken:
        read = file.read
        if not file.is_new:
            click.echo(f"{read.name}: held already since {file.entry.added_at[:10]}; nothing was changed.")
            continue
        years = read.table.column("year").to_pylist()
        measures, areas = (len(read.table.column(name).unique()) for name in ("measure", "area"))
        symbols = read.table.column("value").null_count
        are = "is a symbol and not a number" if symbols == 1 else "are symbols and not numbers"
        click.echo(
            f"{read.name}: {many(read.table.num_rows, 'figure')} held ({read.layout}): {many(measures, 'measure')}, "
            f"{min(years)} to {max(years)}, {many(areas, 'area')}; {symbols:,} of them {are}."
        )
        for line in reason_lines(file.reasons):
            click.echo(f"  {line}")
