"""Writing to a store: one command at a time, each beginning by clearing what a stopped one left behind.

What is left behind is never what was published: a staging folder, a file half written, a snapshot's folder that was
moved into place a moment before the pointer would have named it.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from purplebook.store.beside import clear_coded, coded_left_over
from purplebook.store.files import clear_parts, parts_left, remove_folder
from purplebook.store.lock import exclusive_lock, is_free
from purplebook.store.pointer import read_pointer
from purplebook.store.snapshot import SNAPSHOTS_FOLDER
from purplebook.store.spilling import clear_spills, spills_left

LOCK_FILE = "lock"
STAGING_PREFIX = "staging-"
ABOUT_TO_PUBLISH = "publishing"
WAIT_SECONDS = 30.0
FOLDERS_WITH_PARTS = (".", "published", "releases")


@contextlib.contextmanager
def writing(
    store: Path, *, wait_seconds: float = WAIT_SECONDS, on_wait: Callable[[str], None] | None = None
) -> Iterator[None]:
    """Hold the store's lock, with what stopped commands left cleared away; when another keeps it, say who."""
    with exclusive_lock(store / LOCK_FILE, wait_seconds=wait_seconds, on_wait=on_wait):
        _clear_left_overs(store)
        yield


def left_overs(store: Path) -> tuple[str, ...]:
    """What a stopped command left in the store, by its path there: the next command that writes clears it.

    Nothing while a command writes, for what lies there then is that command's own.
    """
    is_quiet = not (store / LOCK_FILE).exists() or is_free(store / LOCK_FILE)
    left = [path.relative_to(store).as_posix() for path in spills_left(store)]
    if is_quiet:
        left += [path.name for path in store.glob(f"{STAGING_PREFIX}*")]
        unpublished = unpublished_folder(store)
        if unpublished and (store / SNAPSHOTS_FOLDER / unpublished).exists():
            left.append(f"{SNAPSHOTS_FOLDER}/{unpublished}")
        for folder in FOLDERS_WITH_PARTS:
            left += [path.relative_to(store).as_posix() for path in parts_left(store / folder)]
        left += [path.relative_to(store).as_posix() for path in coded_left_over(store, published=_published(store))]
    return tuple(sorted(left))


def _published(store: Path) -> frozenset[str]:
    return frozenset(entry.id for entry in read_pointer(store).snapshots)


def unpublished_folder(store: Path) -> str | None:
    """The id of a snapshot folder that a stopped load moved into place but never published, if there is one."""
    try:
        snapshot_id = (store / ABOUT_TO_PUBLISH).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    # What is named here is removed: believe nothing but the name of a snapshot.
    if not re.fullmatch(r"\d{4}-\d\d-\d\d-\d{4,}", snapshot_id) or read_pointer(store).find(snapshot_id):
        return None
    return snapshot_id


def _clear_left_overs(store: Path) -> None:
    """Remove what stopped commands left: only their own, never what the pointer lists or a stranger made."""
    clear_spills(store)
    for path in store.glob(f"{STAGING_PREFIX}*"):
        remove_folder(path)
    for folder in FOLDERS_WITH_PARTS:
        clear_parts(store / folder)
    clear_coded(store, published=_published(store))
    left = unpublished_folder(store)
    if left:
        remove_folder(store / SNAPSHOTS_FOLDER / left)
    (store / ABOUT_TO_PUBLISH).unlink(missing_ok=True)
