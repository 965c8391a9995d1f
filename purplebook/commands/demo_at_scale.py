"""`purplebook demo --scale region` and `england`: the records of many invented authorities, straight into a store."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from purplebook.commands.own_name import own_name
from purplebook.commands.progress import progress
from purplebook.run.place import STORE_FOLDER


def invent_authorities(scale_name: str, out: Path, *, seed: int | None, extracts: int, processes: int) -> None:
    """Make the store and say what is in it, with commands to go on with."""
    from purplebook.run.opened import make_store
    from purplebook_demo.scale.authorities import SCALES
    from purplebook_demo.scale.make import DEFAULT_SEED, make_snapshots

    scale = SCALES[scale_name]
    store = make_store(out / STORE_FOLDER)
    with progress(f"Inventing {scale.authority_count} authorities") as say:
        made = make_snapshots(
            store,
            scale,
            seed=DEFAULT_SEED if seed is None else seed,
            extracts=extracts,
            processes=processes,
            progress=say,
        )
    for snapshot in (loaded.snapshot for loaded in made):
        tables = snapshot.manifest.tables
        rows = sum(table.row_count for table in tables)
        people = next(table.row_count for table in tables if table.name == "person")
        megabytes = sum(file.size for file in snapshot.manifest.files) // 1_000_000
        click.echo(
            f"{snapshot.id}: {len(snapshot.authorities)} invented authorities ({snapshot.authorities[0]} to "
            f"{snapshot.authorities[-1]}), {people:,} children, {rows:,} rows, {megabytes:,} MB."
        )
    words, where = own_name(), f"--store {shlex.quote(str(out / STORE_FOLDER))}"
    latest = made[-1].snapshot
    click.echo(
        f"Next, for one authority or for all of them:\n"
        f"  {words} figures {where} --authority {latest.authorities[0]}\n"
        f"  {words} figures {where} --indicator CP01 --period {latest.as_at}\n"
        f"  {words} list CP01 {where} --period {latest.as_at} --authority {latest.authorities[0]}"
    )
