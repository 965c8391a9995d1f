"""A store: a folder of immutable snapshots and the small file that says which are published."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from purplebook.errors import NoDataError, StoreError
from purplebook.store.files import make_private_folder
from purplebook.store.loading import Loading, start_loading
from purplebook.store.pointer import POINTER_FILE, Pointer, read_pointer, write_pointer
from purplebook.store.snapshot import SNAPSHOTS_FOLDER, Snapshot, open_snapshot
from purplebook.store.writing import WAIT_SECONDS


@dataclass(frozen=True)
class Store:
    """The records of one purplebook, as they were at each load.  Resolve a snapshot once and hand it down."""

    path: Path

    @classmethod
    def create(cls, path: Path) -> Store:
        """Make an empty store in a folder that is empty or not there yet."""
        path = Path(path)
        if (path / POINTER_FILE).exists():
            raise StoreError(f"There is a store in {path} already. Use it, or name another folder.")
        # The empty folder of snapshots is what a creation that was stopped half way leaves.
        if path.exists() and (not path.is_dir() or any(entry.name != SNAPSHOTS_FOLDER for entry in path.iterdir())):
            raise StoreError(f"{path} is not an empty folder, so no store was made there. Name a new folder.")
        try:
            make_private_folder(path)
            make_private_folder(path / SNAPSHOTS_FOLDER)
            write_pointer(path, Pointer())
        except OSError as fault:
            raise StoreError(f"No store could be made in {path}: {fault.strerror}. Choose a folder you own.") from fault
        return cls(path)

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open an existing store; StoreError when there is none here."""
        read_pointer(Path(path))
        return cls(Path(path))

    def latest(self, *, verify: bool = True) -> Snapshot:
        """The snapshot of the latest day, loaded last; NoDataError when nothing has been loaded."""
        current = read_pointer(self.path).current
        if current is None:
            raise NoDataError(f"Nothing has been loaded into {self.path} yet. Load files with `purplebook load FILES`.")
        return open_snapshot(self.path, current, verify=verify)

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Every published snapshot in the order they were loaded, without reading their tables."""
        return tuple(open_snapshot(self.path, entry, verify=False) for entry in read_pointer(self.path).snapshots)

    def snapshot(self, snapshot_id: str, *, verify: bool = True) -> Snapshot:
        """The published snapshot with this id."""
        pointer = read_pointer(self.path)
        entry = pointer.find(snapshot_id)
        if entry is None:
            known = ", ".join(entry.id for entry in pointer.snapshots) or "none"
            raise StoreError(f"There is no snapshot '{snapshot_id}' in {self.path}. There are: {known}.")
        return open_snapshot(self.path, entry, verify=verify)

    def snapshot_for(self, day: date, *, verify: bool = True) -> Snapshot:
        """The snapshot that tells best how things stood on `day`: of those that reach it, the first, loaded last.

        Records of 31 August can say how things stood on 31 July; records of 31 July know nothing of August.
        """
        entries = read_pointer(self.path).snapshots
        if not entries:
            return self.latest()
        reaching = [entry for entry in entries if entry.id[:10] >= day.isoformat()]
        if not reaching:
            newest = max(entry.id[:10] for entry in entries)
            raise NoDataError(
                f"The records loaded reach no further than {newest}, so nothing can be said of {day.isoformat()}. "
                "Load a later extract, or ask for an earlier day."
            )
        return open_snapshot(self.path, min(reversed(reaching), key=lambda entry: entry.id[:10]), verify=verify)

    def loading(
        self, *, wait_seconds: float = WAIT_SECONDS, on_wait: Callable[[str], None] | None = None
    ) -> AbstractContextManager[Loading]:
        """Begin a load.  Only one at a time: another waits this long, then is refused with word of who is loading.

        `on_wait` is told at once who is loading when there is somebody to wait for.
        """
        read_pointer(self.path)
        return start_loading(self.path, wait_seconds=wait_seconds, on_wait=on_wait)
