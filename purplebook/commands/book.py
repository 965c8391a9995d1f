"""`purplebook book`: make the purple book of a day and freeze it as a release."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from purplebook.commands.endings import check_folder
from purplebook.commands.place import council_at, open_store, read_day, store_option
from purplebook.commands.progress import progress
from purplebook.errors import BadInputError

if TYPE_CHECKING:
    from purplebook.results.book.make import Book
    from purplebook.store.releases import Release


@click.command(short_help="Make the purple book of a month's end, and freeze it.")
@click.option("--as-at", metavar="DAY", required=True, help="The last day of a month, such as 2015-08-31.")
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
    from purplebook.run.release import make_release

    if out is not None:
        check_folder(out, what="a release of the book", example="book")
    day = read_day(as_at)
    assert day is not None
    store, council = open_store(store_path), council_at(store_path)
    with progress("Making the book") as told:
        release, is_new, made = make_release(store, day, status=status, council=council, told=told)
    if out is not None:
        _copy(release, out)
    word = "is made" if is_new else "stands already: nothing it is made of has changed"
    click.echo(f"Release {release.id} {word}. {_counted(made)}")
    click.echo(f"Read it: {release.path / 'book.html'}")
    if release.manifest["previous"]:
        click.echo(f"What changed since {release.manifest['previous']}: purplebook changes {release.id}")
    else:
        click.echo("It is the first release. Another book, after more records, will say what changed.")
    if made.lateness.note:
        click.echo(f"purplebook: {made.lateness.note}", err=True)


def _counted(made: Book) -> str:
    from collections import Counter

    words = Counter(str(line.verdict.word) for line in made.lines)
    listed = ", ".join(f"{count} {word}" for word, count in words.most_common())
    return f"{len(made.lines)} indicators: {listed}."


def _copy(release: Release, out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        for entry in release.manifest["files"]:
            (out / entry["name"]).write_bytes(release.file(entry["name"]).read_bytes())
        (out / "manifest.json").write_bytes((release.path / "manifest.json").read_bytes())
    except OSError as fault:
        raise BadInputError(
            f"{out} cannot be written: {fault.strerror or 'the disk refused'}. Name a folder that you may write to."
        ) from fault
    click.echo(f"purplebook: the release's files are copied to {out}: counts only, no child's data.", err=True)
