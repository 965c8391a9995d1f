"""`purplebook check`: is every file of the store as it was written, and how good are the records in it?"""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from purplebook.commands.place import as_at_option, council_at, open_store, read_day, store_option
from purplebook.commands.progress import progress
from purplebook.errors import BadInputError, StoreError

if TYPE_CHECKING:
    from purplebook.results.quality import Quality

ENDINGS = (".html", ".xlsx")


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
    from purplebook.commands.answers import check_file
    from purplebook.commands.endings import ending_of
    from purplebook.outputs.quality.fix_first import lines_of, plain_values
    from purplebook.results.quality import quality_of
    from purplebook.store import check_store
    from purplebook.store.pointer import read_pointer

    if out is not None:
        ending_of(out, ENDINGS, what="a page of data quality", example="quality")
        check_file(out)
    asked = read_day(as_at)
    store = open_store(store_path)
    with progress("Checking"):
        problems = check_store(store)
    count = len(read_pointer(store.path).snapshots)
    answer = {"snapshots": count, "problems": [dataclasses.asdict(each) for each in problems]}
    if problems:
        if is_json:
            click.echo(json.dumps(answer))
            sys.exit(StoreError.exit_code)
        listed = "\n".join(f"  {problem}" for problem in problems)
        raise StoreError(
            f"{store.path} is not as it was written:\n{listed}\nPut these back from a backup, or load again."
        )
    quality, indicators = None, council_at(store_path).indicators
    if count or asked is not None or out is not None:
        quality = quality_of(store.latest() if asked is None else store.snapshot_for(asked), indicators)
    if is_json:
        click.echo(json.dumps(answer | ({"quality": plain_values(quality)} if quality else {})))
    else:
        click.echo(f"{store.path}: {count} {'snapshot is' if count == 1 else 'snapshots are'} as written.")
        if quality is not None:
            click.echo("\n".join(["", *lines_of(quality)]))
    if out is not None and quality is not None:
        _write(quality, out)


def _write(quality: Quality, out: Path) -> None:
    from purplebook.outputs.quality.quality_page import quality_page_bytes
    from purplebook.outputs.quality.quality_workbook import quality_workbook_bytes

    made = quality_page_bytes(quality) if out.suffix.lower() == ".html" else quality_workbook_bytes(quality)
    try:
        out.write_bytes(made)
    except OSError as fault:
        raise BadInputError(f"{out} cannot be written: {fault.strerror or 'the disk refused'}.") from fault
    click.echo(f"purplebook: {out} is written: counts only, no child's data.", err=True)
