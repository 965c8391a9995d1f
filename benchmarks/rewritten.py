"""Another snapshot made of a snapshot by rewriting rows, as if it had been loaded so."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from purplebook.store import Snapshot
from purplebook.store.hashed import read_hash
from purplebook.store.manifest import FileEntry, TableEntry


def rewritten(snapshot: Snapshot, folder: Path, change: Callable[[str, pa.Table], pa.Table]) -> Snapshot:
    """A copy of a snapshot in `folder` whose tables are what `change` makes of each; the manifest says so of them.

    `change` is given a table's name and its rows, and returns those very rows where it changes nothing.
    """
    path = shutil.copytree(snapshot.path, folder)
    copy = dataclasses.replace(snapshot, path=path, marks={}, said={}, beside={})

    def entry(table: TableEntry) -> TableEntry:
        files = []
        for file in table.files:
            place = path / file.name
            before = pq.read_table(place)
            after = change(table.name, before)
            if after is before:
                files.append(file)
                continue
            place.chmod(0o600)
            pq.write_table(after, place)
            files.append(FileEntry(file.name, read_hash(place)[0], place.stat().st_size))
        rows = sum(pq.read_metadata(path / file.name).num_rows for file in files)
        return dataclasses.replace(table, files=tuple(files), row_count=rows)

    tables = tuple(entry(table) for table in snapshot.manifest.tables)
    return dataclasses.replace(copy, manifest=dataclasses.replace(snapshot.manifest, tables=tables))
