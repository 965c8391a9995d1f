"""The small file that says which snapshots are published, and which of them is the current one.

Replacing this file in one step is what publishes a load.  A snapshot folder it does not list does not exist for a
reader, whatever lies on the disk.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from purplebook.errors import StoreError
from purplebook.store.files import write_whole

FORMAT_VERSION = 2
POINTER_FILE = "current.json"


@dataclass(frozen=True)
class Published:
    """One published snapshot and the hash of its manifest."""

    id: str
    manifest_sha256: str


@dataclass(frozen=True)
class Pointer:
    """The published snapshots in the order they were loaded; the current one is that of the latest day, loaded last.

    `format_version` is the highest of their manifests', so that an older purplebook says that it is too old.
    """

    snapshots: tuple[Published, ...] = ()
    format_version: int = 1

    @property
    def current(self) -> Published | None:
        """The snapshot of the latest day, and of its loads the last; None in a new store.

        An earlier day that is loaded later, to have its figures too, does not become how things stand.
        """
        return max(reversed(self.snapshots), key=lambda entry: entry.id[:10], default=None)

    def find(self, snapshot_id: str) -> Published | None:
        """The published snapshot with this id, or None."""
        return next((entry for entry in self.snapshots if entry.id == snapshot_id), None)


def read_pointer(store: Path) -> Pointer:
    """Read the pointer of the store in this folder; StoreError when it is missing or cannot be read."""
    path = store / POINTER_FILE
    try:
        known = json.loads(path.read_bytes())
        if known["format_version"] > FORMAT_VERSION:
            raise StoreError(
                f"The store {store} was written by a newer version of purplebook than this one. Update purplebook."
            )
        return Pointer(tuple(Published(**entry) for entry in known["snapshots"]), known["format_version"])
    except FileNotFoundError:
        raise StoreError(
            f"There is no store in {store}. Make one with `purplebook init`, or name another with --store."
        ) from None
    except PermissionError as fault:
        raise StoreError(
            f"You may not read the store in {store}. Ask whoever keeps it for the right to read it, or name another "
            "with --store."
        ) from fault
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise StoreError(
            f"The file {path} cannot be read, so the current snapshot is not known. Put it back from a backup; the "
            "snapshots themselves are untouched."
        ) from fault


def write_pointer(store: Path, pointer: Pointer) -> None:
    """Publish: from this moment readers see these snapshots and no others."""
    current = pointer.current
    known = {
        "format_version": pointer.format_version,
        "current": current.id if current else None,
        "snapshots": [asdict(entry) for entry in pointer.snapshots],
    }
    write_whole(store / POINTER_FILE, (json.dumps(known, indent=2) + "\n").encode())
