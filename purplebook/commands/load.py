"""`purplebook load`: files become the next snapshot, or the store stays as it was."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from purplebook.commands.place import AUTHORITY_CODE, as_at_option, check_not_ahead, read_day, store_option
from purplebook.commands.progress import progress
from purplebook.errors import BadInputError

if TYPE_CHECKING:
    from purplebook.store import Snapshot

ADDRESS = "://"
"""What the address of a database has and the path of a file has not."""


@click.command(short_help="Load files as one new snapshot.")
@click.argument("files", nargs=-1, required=True, metavar="FILES…", type=str)
@as_at_option
@click.option(
    "--covers-from",
    "covers",
    metavar="DATE",
    help="The day from which the records are complete. No figure is shown for periods before it.",
)
@click.option("--authority", "code", help="The three-digit code of whose records these are.")
@store_option
@click.option("--json", "is_json", is_flag=True, help="Answer in JSON.")
def load(
    files: tuple[str, ...],
    as_at: str | None,
    covers: str | None,
    code: str | None,
    store_path: Path | None,
    is_json: bool,
) -> None:
    """Load FILES as one new snapshot.

    FILES are Ofsted's Annex A workbook, the children in need census, the SSDA903 return, the Standard Safeguarding
    Dataset, the social work workforce census, local registers or CSV files in purplebook's own tables, or folders of
    them, of several formats at once. The address of a database with the Standard Safeguarding Dataset stands for its
    tables: postgresql+psycopg://server/database. Leave its password out of it, where the database allows, because the
    shell keeps what you type.

    Each row is loaded or listed by `purplebook issues` with the reason. A file that cannot be read as a whole stops the
    load, and then the store is as it was.
    """
    from purplebook.council import find_place
    from purplebook.run.load import load_files
    from purplebook.store import Store

    day = read_day(as_at)
    check_not_ahead(day, today=date.today())
    covers_from = read_day(covers)
    place = find_place(store_path)
    code = code or (place.identity.code if place.identity else None)
    if code is None or not re.fullmatch(AUTHORITY_CODE, code):
        raise BadInputError("Say whose records these are by the three digits of the authority: --authority CODE.")
    with progress("Loading") as say:
        snapshot = load_files(
            Store.open(place.store_path),
            [Path(name) for name in files if ADDRESS not in name],
            databases=[name for name in files if ADDRESS in name],
            authority_code=code,
            as_at=day,
            covers_from=covers_from,
            progress=say,
            waiting=_say_who_is_loading,
        )
    for warning in snapshot.manifest.warnings:
        click.echo(f"purplebook: {warning}", err=True)
    click.echo(json.dumps(load_summary(snapshot)) if is_json else load_words(snapshot))


def _say_who_is_loading(holder: str) -> None:
    click.echo(f"purplebook: waiting for another load to end: {holder}.", err=True)


def load_summary(snapshot: Snapshot) -> dict[str, object]:
    """What a load did, in counts, for a program."""
    batches = snapshot.manifest.batches
    return {
        "snapshot": snapshot.id,
        "as_at": snapshot.as_at.isoformat(),
        "rows_read": sum(batch.read_count for batch in batches),
        "rows_loaded": sum(batch.loaded_count for batch in batches),
        "rows_rejected": sum(batch.rejected_count for batch in batches),
        "issues": snapshot.manifest.issue_count,
        "tables": {table.name: table.row_count for table in snapshot.manifest.tables if table.is_supplied},
        "warnings": list(snapshot.manifest.warnings),
    }


def load_words(snapshot: Snapshot) -> str:
    """What a load did, for a person."""
    from purplebook.tables import DATA_TABLES

    batches, manifest = snapshot.manifest.batches, snapshot.manifest
    read, rejected = (sum(getattr(b, f"{fate}_count") for b in batches) for fate in ("read", "rejected"))
    lines = [
        f"Snapshot {snapshot.id}: {read - rejected:,} of {read:,} rows loaded from {len(batches)} "
        f"{'file or sheet' if len(batches) == 1 else 'files and sheets'}."
    ]
    if rejected:
        lines.append(f"Rows read {read:,} = rows loaded {read - rejected:,} + rows rejected {rejected:,}.")
    if manifest.issue_count:
        lines.append(
            f"{manifest.issue_count:,} {'issue' if manifest.issue_count == 1 else 'issues'} found, {rejected:,} "
            f"{'row' if rejected == 1 else 'rows'} left out: `purplebook issues` lists them."
        )
    missing = [table.name for table in DATA_TABLES if not snapshot.is_supplied(table.name)]
    if missing:
        lines.append(f"No file supplied these tables, and their figures say so: {', '.join(missing)}.")
    return "\n".join(lines)
