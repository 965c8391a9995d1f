"""Releases: figures frozen with all that they came from.  A folder for each, written once and never changed.

    store/releases/
      releases.json                every release in the order they were made, when, and the hash of its manifest
      2015-08-31-v1/
        manifest.json              what it was made of, the hash of every file, and of the manifest before it
        figures.parquet …

Nothing in a release's folder tells the day or the machine it was made on: the same records and definitions give the
same bytes anywhere.  When it was made stands in `releases.json`, whose replacement is the moment it is published.

A release is never taken back: a folder with a manifest is never removed, and while one is not in the list nothing new
is published.  `release_chain.py` reads them and says what is wrong with them; this file publishes.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from purplebook.errors import NoDataError, StoreError
from purplebook.store.files import make_private_folder, move, remove_folder, settle_folder, write_new, write_whole
from purplebook.store.release_chain import (
    AFTER,
    LIST_FILE,
    LIST_VERSION,
    MANIFEST_FILE,
    NOT_LISTED,
    PUBLISHING_FILE,
    RELEASES_FOLDER,
    Entry,
    Release,
    about_to_be_published,
    listed,
    look,
    released,
)
from purplebook.store.writing import STAGING_PREFIX, writing

Contents = tuple[Mapping[str, bytes], Mapping[str, Any]]
"""The files of a release, and the facts of what they came from."""


def releases(store: Path) -> tuple[Release, ...]:
    """Every release in the order they were made; none in a store that has no book yet.

    StoreError names a manifest that is missing or not as it was written, and a release that the list leaves out.
    """
    known, faults = look(store)
    if faults:
        name, fault = faults[0]
        what_to_do = "Put it back from a backup; make no new one by hand."
        if fault == NOT_LISTED:
            what_to_do = f"Put {LIST_FILE} back from a backup, or move away a folder that no book made."
        raise StoreError(f"{store / name} {fault}. {what_to_do}")
    return known


def release_named(store: Path, name: str) -> Release:
    """The release called `name`, or the latest of the day `name`; NoDataError lists those there are."""
    all_releases = releases(store)
    for release in reversed(all_releases):
        if name in (release.id, release.as_at.isoformat()):
            return release
    known = ", ".join(release.id for release in all_releases) or "none yet; make one with `purplebook book --as-at DAY`"
    raise NoDataError(f"There is no release '{name}'. There are: {known}.")


def check_takes_releases(store: Path) -> None:
    """Refuse a store where no release could be written, before anybody works for minutes on one: StoreError."""
    with _explained(store):
        make_private_folder(store / RELEASES_FOLDER)


def publish(
    store: Path,
    *,
    as_at: date,
    contents: Callable[[Sequence[Release]], Contents],
    made_at: datetime | None = None,
) -> tuple[Release, bool]:
    """Freeze files as the next release of a day; return it, and whether it is new.

    `contents` gives the files and facts of a release that comes after some others.  Should another be published while
    it works, it is asked again, with the store locked.  When nothing differs from the latest release of the day, that
    one is returned: making the same book twice is no restatement.
    """
    before = releases(store)
    files, facts = contents(before)
    with _explained(store):
        make_private_folder(store / RELEASES_FOLDER)
        with writing(store):
            _finish_stopped(store)
            earlier = releases(store)
            if earlier != before:
                files, facts = contents(earlier)
            existing = [release for release in earlier if release.as_at == as_at]
            if existing and _same(existing[-1].manifest, _manifest(existing[-1].id, as_at, files, facts)):
                return existing[-1], False
            name = f"{as_at.isoformat()}-v{len(existing) + 1}"
            manifest = _manifest(name, as_at, files, facts, after=earlier[-1] if earlier else None)
            stamp = (made_at or datetime.now(UTC)).isoformat(timespec="seconds")
            return _freeze(store, name, {**files, MANIFEST_FILE: _written(manifest)}, made_at=stamp), True


@contextlib.contextmanager
def _explained(store: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise StoreError(
            f"The release could not be written to {store / RELEASES_FOLDER}: {fault.strerror or 'the disk refused'}. "
            "What was there before is unchanged. Make room or ask for the right to write there, then make the book "
            "again."
        ) from fault


def _freeze(store: Path, name: str, files: Mapping[str, bytes], *, made_at: str) -> Release:
    """Write a release out of sight, move it into place and list it."""
    root = store / RELEASES_FOLDER
    draft = store / f"{STAGING_PREFIX}release"
    make_private_folder(draft)
    try:
        for file, content in files.items():
            write_new(draft / file, content)
        settle_folder(draft)
        entry = Entry(name, made_at, hashlib.sha256(files[MANIFEST_FILE]).hexdigest())
        # Should we be stopped before it is listed, this says that the folder is ours and may be.
        write_whole(root / PUBLISHING_FILE, _written(entry.written))
        move(draft, root / name)
    finally:
        remove_folder(draft)
    settle_folder(root)
    return _list(store, entry)


def _list(store: Path, entry: Entry) -> Release:
    root = store / RELEASES_FOLDER
    entries = [known.written for known in (*listed(store), entry)]
    write_whole(root / LIST_FILE, _written({"version": LIST_VERSION, "releases": entries}))
    (root / PUBLISHING_FILE).unlink(missing_ok=True)
    return released(store, entry)


def _finish_stopped(store: Path) -> None:
    """List a release whose making was stopped when it was whole and in its place: it is frozen, and is kept."""
    entry = about_to_be_published(store)
    if entry is not None:
        release = released(store, entry)
        for file in release.manifest["files"]:
            release.content(file["name"])
        _list(store, entry)
    (store / RELEASES_FOLDER / PUBLISHING_FILE).unlink(missing_ok=True)


def _manifest(
    name: str, as_at: date, files: Mapping[str, bytes], facts: Mapping[str, Any], *, after: Release | None = None
) -> dict[str, Any]:
    hashes = [
        {"name": file, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        for file, content in sorted(files.items())
    ]
    link = None if after is None else {"release": after.id, "manifest_sha256": after.manifest_sha256}
    return {"version": 2, "release": name, "as_at": as_at.isoformat(), **facts, AFTER: link, "files": hashes}


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    # A release names the one before it, which for a second making of the same book is itself; an older purplebook
    # wrote no link.
    left, right = (
        {key: value for key, value in manifest.items() if key not in ("previous", "version", AFTER)}
        for manifest in (one, other)
    )
    return left == right


def _written(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
