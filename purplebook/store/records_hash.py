"""One hash for all the records of a snapshot."""

from __future__ import annotations

import hashlib

from purplebook.store.snapshot import Snapshot
from purplebook.tables import load_batch


def records_hash(snapshot: Snapshot) -> str:
    """One hash for the bytes of all records; the day, machine and order of files of the load have no part in it."""
    lines = [
        f"{table.name} {file.sha256}"
        for table in sorted(snapshot.manifest.tables, key=lambda table: table.name)
        for file in table.files
        if table.name != load_batch.name
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
