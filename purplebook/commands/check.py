"""`purplebook check`: is every file of the store as it was written?"""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path

import click

from purplebook.commands.place import open_store, store_option
from purplebook.commands.progress import progress
from purplebook.errors import StoreError


@click.command(short_help="Say whether the store is as it was written.")
@store_option
@click.option("--json", "is_json", is_flag=True, help="Answer in JSON.")
def check(store_path: Path | None, is_json: bool) -> None:
    """Read every byte of the store and name each file that was altered, is missing or does not belong."""
    from purplebook.store import check_store
    from purplebook.store.pointer import read_pointer

    store = open_store(store_path)
    with progress("Checking"):
        problems = check_store(store)
    count = len(read_pointer(store.path).snapshots)
    if is_json:
        click.echo(json.dumps({"snapshots": count, "problems": [dataclasses.asdict(each) for each in problems]}))
    elif not problems:
        click.echo(f"{store.path}: {count} {'snapshot is' if count == 1 else 'snapshots are'} as written.")
    if not problems:
        return
    if is_json:
        sys.exit(StoreError.exit_code)
    listed = "\n".join(f"  {problem}" for problem in problems)
    raise StoreError(f"{store.path} is not as it was written:\n{listed}\nPut these back from a backup, or load again.")
