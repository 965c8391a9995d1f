"""A load in progress: it holds the store's lock, fills a staging folder, and becomes visible in one step or not at all.

The order of the steps is the whole point.  The tables, then the manifest, are on the disk in the staging folder; the
folder is renamed into `snapshots/`; the pointer is replaced.  Killed before the last step, the load never happened.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from purplebook.errors import StoreError
from purplebook.store.files import make_private_folder, move, remove_folder, settle_folder, write_whole
from purplebook.store.loaded import Loaded
from purplebook.store.manifest import from_bytes, sha256_of_bytes
from purplebook.store.pointer import Pointer, Published, read_pointer, write_pointer
from purplebook.store.snapshot import SNAPSHOTS_FOLDER, Snapshot
from purplebook.store.writing import ABOUT_TO_PUBLISH, STAGING_PREFIX, writing


@dataclass(frozen=True)
class Loading:
    """A load that holds the lock.  Sources write under `staging`; `publish` makes it the current snapshot."""

    store: Path
    staging: Path

    def publish(
        self,
        loaded: Loaded,
        *,
        as_at: date,
        created_at: datetime | None = None,
        before: Callable[[Snapshot], None] = lambda snapshot: None,
    ) -> Snapshot:
        """Make what was loaded the current snapshot, in one step that a reader sees whole or not at all.

        `before` is handed the snapshot when it is whole and nobody can see it yet, to work out what lies beside it.
        """
        try:
            return self._publish(loaded, as_at=as_at, created_at=created_at or datetime.now(UTC), before=before)
        except OSError as fault:
            raise StoreError(
                f"The load could not be written to {self.store}: {fault.strerror or 'the disk refused'}. What was "
                "there before is unchanged. Make room or ask for the right to write there, then load again."
            ) from fault

    def _publish(
        self, loaded: Loaded, *, as_at: date, created_at: datetime, before: Callable[[Snapshot], None]
    ) -> Snapshot:
        # What writes tables is only known to who does.
        from purplebook.store.staging import write_snapshot

        pointer = read_pointer(self.store)
        snapshot_id = _next_id(self.store, as_at)
        created = created_at.isoformat(timespec="seconds")
        content = write_snapshot(self.staging, loaded, snapshot_id=snapshot_id, as_at=as_at, created_at=created)
        # Should we be stopped between the next two steps, this names the folder that nobody ever saw.
        write_whole(self.store / ABOUT_TO_PUBLISH, snapshot_id.encode())
        target = self.store / SNAPSHOTS_FOLDER / snapshot_id
        move(self.staging, target)
        settle_folder(target.parent)
        manifest = from_bytes(content)
        snapshot = Snapshot(path=target, manifest=manifest)
        before(snapshot)
        version = max(pointer.format_version, manifest.format_version)
        published = (*pointer.snapshots, Published(snapshot_id, sha256_of_bytes(content)))
        write_pointer(self.store, Pointer(published, version))
        (self.store / ABOUT_TO_PUBLISH).unlink()
        return snapshot


@contextlib.contextmanager
def start_loading(
    store: Path, *, wait_seconds: float, on_wait: Callable[[str], None] | None = None
) -> Iterator[Loading]:
    """Take the lock, clear what stopped loads left behind, and lend a staging folder until the block ends."""
    with writing(store, wait_seconds=wait_seconds, on_wait=on_wait):
        staging = store / f"{STAGING_PREFIX}{os.urandom(6).hex()}"
        make_private_folder(staging)
        try:
            yield Loading(store=store, staging=staging)
        finally:
            remove_folder(staging)


def _next_id(store: Path, as_at: date) -> str:
    """The next free id of the day: folders that are not ours to remove keep their number."""
    taken = [path.name for path in (store / SNAPSHOTS_FOLDER).glob(f"{as_at.isoformat()}-*")]
    taken += [entry.id for entry in read_pointer(store).snapshots if entry.id.startswith(f"{as_at.isoformat()}-")]
    numbers = [int(name[11:]) for name in taken if name[11:].isdigit()]
    return f"{as_at.isoformat()}-{max(numbers, default=0) + 1:04}"
