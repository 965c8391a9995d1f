"""Is the store as it was written?  Reads every byte of every snapshot and names each file that is not."""

from __future__ import annotations

from pathlib import Path

from purplebook.store.pointer import Published, read_pointer
from purplebook.store.published import check_published
from purplebook.store.release_chain import check_releases
from purplebook.store.snapshot import (
    MANIFEST_FILE,
    SNAPSHOTS_FOLDER,
    Problem,
    altered_files,
    read_manifest,
)
from purplebook.store.store import Store
from purplebook.store.writing import unpublished_folder


def check_store(store: Store) -> tuple[Problem, ...]:
    """Every file of the store that was altered, is missing or does not belong; empty when all is well."""
    pointer = read_pointer(store.path)
    problems = [problem for entry in pointer.snapshots for problem in _check_snapshot(store.path, entry)]
    unknown = {path.name for path in (store.path / SNAPSHOTS_FOLDER).glob("*")}
    # A load stopped at its last step leaves a folder that nobody ever saw; the next load clears it.  One may also be
    # publishing while we look: the pointer is asked last, when a folder that is no longer about to appear is in it.
    unknown.discard(unpublished_folder(store.path) or "")
    unknown -= {entry.id for entry in read_pointer(store.path).snapshots}
    problems += [
        Problem(None, f"{SNAPSHOTS_FOLDER}/{name}", "no load of this store wrote it") for name in sorted(unknown)
    ]
    return (*problems, *check_published(store.path), *check_releases(store.path))


def _check_snapshot(store: Path, entry: Published) -> list[Problem]:
    path = store / SNAPSHOTS_FOLDER / entry.id
    if not path.is_dir():
        return [Problem(None, f"{SNAPSHOTS_FOLDER}/{entry.id}", "the folder is missing")]
    manifest, problem = read_manifest(path, entry)
    if manifest is None:
        return [problem] if problem else []
    expected = {file.name for file in manifest.files} | {MANIFEST_FILE}
    folders = {name.rpartition("/")[0] for name in expected}
    names = {file.relative_to(path).as_posix() for file in path.rglob("*")}
    # A folder that does not belong is named once, not with everything in it.
    extra = sorted(name for name in names - expected - folders if name.rpartition("/")[0] in folders)
    return altered_files(path, manifest) + [Problem(entry.id, name, "no load wrote this file") for name in extra]
