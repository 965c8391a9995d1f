"""`purplebook load`: files become the next snapshot, or the store stays as it was."""

from __future__ import annotations

import json
from pathlib import Path

import click

from purplebook.commands.days import DAY
from purplebook.commands.place import as_at_option, store_option
from purplebook.commands.progress import progress
from purplebook.run.place import find_place


@click.command(short_help="Load files as one new snapshot.")
@click.argument("files", nargs=-1, required=True, metavar="FILES…", type=str)
@as_at_option
@click.option(
    "--covers-from",
    "covers",
    type=DAY,
    metavar="DATE",
    help="The day from which the records are complete. No figure is shown for periods before it.",
)
@click.option("--authority", "code", help="The three-digit code of whose records these are.")
@click.option("--add", is_flag=True, help="Add the files to what is loaded of the day.")
@click.option("--replace", is_flag=True, help="Do without rows of the day that these files lack.")
@store_option
@click.option("--json", "is_json", is_flag=True, help="Answer in JSON.")
def load(
    files: tuple[str, ...],
    as_at: str | None,
    covers: str | None,
    code: str | None,
    add: bool,
    replace: bool,
    store_path: Path | None,
    is_json: bool,
) -> None:
    """Load FILES as one new snapshot.

    FILES are Ofsted's Annex A workbook, the children in need census, the SSDA903 return, the Standard Safeguarding
    Dataset, the social work workforce census, local registers or CSV files in purplebook's own tables, or folders of
    them, of several formats at once. The address of a database with the Standard Safeguarding Dataset stands for its
    tables: postgresql+psycopg://server/database. Leave its password out of it, where the database allows, because the
    shell keeps what you type.

    A load takes the place of what is loaded of its day. One that lacks rows of it, such as a register alone, is refused
    unless --add keeps them or --replace does without.

    Each row is loaded or listed by `purplebook issues` with the reason. A file that cannot be read as a whole stops the
    load, and then the store is as it was.
    """
    from purplebook.run.load import load as load_all

    with progress("Loading") as say:
        answer = load_all(
            find_place(store_path),
            files,
            as_at=as_at,
            covers_from=covers,
            authority=code,
            add=add,
            replace=replace,
            progress=say,
            waiting=_say_who_is_loading,
        )
    for warning in answer.warnings:
        click.echo(f"purplebook: {warning}", err=True)
    click.echo(json.dumps(answer.plain) if is_json else answer.text)


def _say_who_is_loading(holder: str) -> None:
    click.echo(f"purplebook: waiting for another load to end: {holder}.", err=True)
