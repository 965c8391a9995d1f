"""`purplebook book`: make the purple book of a day and freeze it as a release."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from purplebook.commands.days import DAY
from purplebook.commands.place import council_place, store_option
from purplebook.commands.progress import progress
from purplebook.run.endings import check_folder


@click.command(short_help="Make the purple book of a month's end, and freeze it.")
@click.option("--as-at", type=DAY, metavar="DAY", required=True, help="The last day of a month, such as 2015-08-31.")
@click.option(
    "--status",
    type=click.Choice(("provisional", "validated", "returned", "published")),
    default="provisional",
    show_default=True,
    help="How sure the figures are.",
)
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Copy the release's files to this folder."
)
@store_option
def book(as_at: str, status: str, out: Path | None, store_path: Path | None) -> None:
    """Freeze every figure of the month that ends on --as-at, with what it came from.

    Five years of every indicator, judged by its own history and held against targets and published figures. Another
    book of the same day becomes a new release that says what changed. What the council's folder says of targets,
    events, baselines, standards and indicators of its own is used.
    """
    from purplebook.run.book import book as make

    if out is not None:
        check_folder(out, what="a release of the book", example="book")
    place = council_place(store_path)
    with progress("Making the book") as say:
        made = make(place, as_at=as_at, status=status, progress=say)
    release = made.release
    if out is not None:
        _copy(made.files, out)
    word = "is made" if made.is_new else "stands already: nothing it is made of has changed"
    verdicts = ", ".join(f"{count} {verdict}" for verdict, count in made.verdicts.items())
    click.echo(f"Release {release.id} {word}. {len(made.book.lines)} indicators: {verdicts}.")
    click.echo(f"Read it: {made.page}")
    if made.previous:
        click.echo(f"What changed since {made.previous}: purplebook changes {release.id}")
    else:
        click.echo("It is the first release. Another book, after more records, will say what changed.")
    if made.book.lateness.note:
        click.echo(f"purplebook: {made.book.lateness.note}", err=True)


def _copy(files: Sequence[Path], out: Path) -> None:
    from purplebook.run.written import write_folder

    contents = {file.name: file.read_bytes() for file in files}
    write_folder(out, contents, what_to_do="Name a folder that you may write to: --out book.")
    click.echo(f"purplebook: the release's files are copied to {out}: counts only, no child's data.", err=True)
