"""`purplebook check`: is every file of the store as it was written, and how good are the records in it?"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from purplebook.commands.answers import check_file
from purplebook.commands.place import as_at_option, say_notices, store_option
from purplebook.commands.progress import progress
from purplebook.errors import BadInputError, StoreError
from purplebook.run.endings import ending_of
from purplebook.run.place import find_place


@click.command(short_help="Check the store, and say what to fix first in the records.")
@as_at_option
@store_option
@click.option("--json", "is_json", is_flag=True, help="Answer in JSON.")
@click.option("--out", type=click.Path(path_type=Path), help="Write the whole page to this file (.html or .xlsx).")
def check(as_at: str | None, store_path: Path | None, is_json: bool, out: Path | None) -> None:
    """Read every byte of the store, name each file that was altered, and say what to fix first in the records.

    The page is of the latest snapshot, or of the one that answers for --as-at. It holds counts and no child's data:
    what is empty, not known or cannot be, column by column, which indicators that weakens, and the issues of the load.
    """
    from purplebook.run.check import check as look

    if out is not None:
        if out.suffix.lower() == ".json":
            raise BadInputError(
                f"{out}: the page can be written as .html or .xlsx, such as --out quality.html. For JSON say "
                "--json without --out: it is printed, and `> FILE` keeps it."
            )
        ending_of(out, (".html", ".xlsx"), what="a page of data quality", example="quality")
        check_file(out)
    place = find_place(store_path)
    with progress("Checking"):
        answer = look(place, as_at=as_at, out=out)
    if answer.problems:
        if is_json:
            click.echo(json.dumps(answer.plain))
            sys.exit(StoreError.exit_code)
        listed = "\n".join(f"  {problem}" for problem in answer.problems)
        raise StoreError(
            f"{answer.store_path} is not as it was written:\n{listed}\nPut these back from a backup, or load again."
        )
    say_notices(place)
    for note in answer.notes:
        click.echo(f"purplebook: {note}", err=True)
    count = answer.snapshots
    if is_json:
        click.echo(json.dumps(answer.plain))
    else:
        click.echo(f"{answer.store_path}: {count} {'snapshot is' if count == 1 else 'snapshots are'} as written.")
        if answer.lines:
            click.echo("\n".join(["", *answer.lines]))
    if out is not None:
        _write(answer.page(out.suffix), out)


def _write(content: bytes, out: Path) -> None:
    from purplebook.run.written import write_file

    write_file(out, content, what_to_do="Name a file in a folder that is there and yours: --out quality.html.")
    click.echo(f"purplebook: {out} is written: counts only, no child's data.", err=True)
