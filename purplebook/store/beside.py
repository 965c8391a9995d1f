"""Where what is worked out of a snapshot's records lies: beside the snapshots, never in them.

A snapshot's folder is never changed after it was published, and its hash says which records it holds.  What is worked
out of it is no part of it: it may be missing, cut or altered, and is then made anew from the records.  It holds
children's records, so it is as private as they are.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection
from pathlib import Path

from purplebook.store.files import make_private_folder, parts_left, remove_folder, write_whole
from purplebook.store.pieces import AlteredError, open_pieces
from purplebook.store.pointer import POINTER_FILE
from purplebook.store.snapshot import SNAPSHOTS_FOLDER, Snapshot

CODED_FOLDER = "coded"
SUFFIX = ".columns"


def coded_path(snapshot: Snapshot, authority: str) -> Path:
    """The file of one authority's coded columns, whether or not it is there."""
    place = snapshot.authorities.index(authority)
    return snapshot.store_path / CODED_FOLDER / snapshot.id / f"{place:04}{SUFFIX}"


def is_in_a_store(snapshot: Snapshot) -> bool:
    """Whether a snapshot lies where a store keeps it: a copy of one that stands alone has no place beside it."""
    return snapshot.path.parent.name == SNAPSHOTS_FOLDER and (snapshot.store_path / POINTER_FILE).exists()


def write_coded(path: Path, content: bytes) -> None:
    """Put a file of coded columns in its place, in one step and for its owner alone; OSError where it cannot be."""
    make_private_folder(path.parent.parent)
    make_private_folder(path.parent)
    write_whole(path, content)


def coded_left_over(store: Path, *, published: Collection[str]) -> tuple[Path, ...]:
    """What stopped commands left half written, and what belongs to no published snapshot."""
    left: list[Path] = []
    for folder in sorted((store / CODED_FOLDER).glob("*")):
        left += parts_left(folder) if folder.name in published else [folder]
    return tuple(left)


def clear_coded(store: Path, *, published: Collection[str]) -> None:
    """Remove what `coded_left_over` names."""
    for path in coded_left_over(store, published=published):
        remove_folder(path) if path.is_dir() else path.unlink(missing_ok=True)


def altered_coded(store: Path) -> tuple[Path, ...]:
    """The files of coded columns that are not as they were written.  Every byte is read."""
    return tuple(path for path in sorted((store / CODED_FOLDER).glob(f"*/*{SUFFIX}")) if not _is_whole(path))


def _is_whole(path: Path) -> bool:
    try:
        with contextlib.closing(open_pieces(path)) as pieces:
            return all(pieces.read(number) is not None for number in range(len(pieces)))
    except AlteredError:
        return False
