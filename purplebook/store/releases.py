"""Releases: figures frozen with all that they came from.  A folder for each, written once and never changed.

    store/releases/
      releases.json                every release in the order they were made, when, and the hash of its manifest
      2015-08-31-v1/
        manifest.json              what it was made of, and the hash of every file
        figures.parquet …

Nothing in a release's folder tells the day or the machine it was made on: the same records and definitions give the
same bytes anywhere.  When it was made stands in `releases.json`, whose replacement is the moment it is published.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from purplebook.errors import NoDataError, StoreError
from purplebook.store.files import make_private_folder, move, remove_folder, settle_file, settle_folder, write_whole
from purplebook.store.loading import LOCK_FILE
from purplebook.store.lock import exclusive_lock
from purplebook.store.snapshot import Problem

RELEASES_FOLDER = "releases"
LIST_FILE = "releases.json"
MANIFEST_FILE = "manifest.json"
LIST_VERSION = 1
DRAFT = ".draft"
WAIT_SECONDS = 30.0
ALTERED = "it is missing, or was altered after it was published"


@dataclass(frozen=True)
class Release:
    """One published release: its folder, when it was made, and its manifest."""

    id: str
    path: Path
    made_at: str
    manifest: Mapping[str, Any]

    @property
    def as_at(self) -> date:
        """The day that its figures are of."""
        return date.fromisoformat(self.manifest["as_at"])

    def file(self, name: str) -> Path:
        """One of its files, after checking that it is as it was written; StoreError otherwise."""
        wanted = {entry["name"]: entry["sha256"] for entry in self.manifest["files"]}
        path = self.path / name
        if name not in wanted:
            raise StoreError(f"Release {self.id} has no file '{name}'. It has: {', '.join(sorted(wanted))}.")
        try:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as fault:
            raise StoreError(f"{path} cannot be read ({fault.strerror}). Put it back from a backup.") from fault
        if digest != wanted[name]:
            raise StoreError(f"{path} is not as it was published. Put it back from a backup; make no new one by hand.")
        return path


def releases(store: Path) -> tuple[Release, ...]:
    """Every release in the order they were made; none in a store that has no book yet.

    StoreError names a manifest that is missing or not as it was written.
    """
    all_releases = []
    for entry in _listed(store):
        path = store / RELEASES_FOLDER / entry["id"] / MANIFEST_FILE
        try:
            content = path.read_bytes()
        except OSError as fault:
            raise StoreError(f"{path} cannot be read ({fault.strerror}). Put it back from a backup.") from fault
        if hashlib.sha256(content).hexdigest() != entry["manifest_sha256"]:
            raise StoreError(f"{path} is not as it was published. Put it back from a backup; make no new one by hand.")
        all_releases.append(Release(entry["id"], path.parent, entry["made_at"], json.loads(content)))
    return tuple(all_releases)


def release_named(store: Path, name: str) -> Release:
    """The release called `name`, or the latest of the day `name`; NoDataError lists those there are."""
    all_releases = releases(store)
    for release in reversed(all_releases):
        if name in (release.id, release.as_at.isoformat()):
            return release
    known = ", ".join(release.id for release in all_releases) or "none yet; make one with `purplebook book --as-at DAY`"
    raise NoDataError(f"There is no release '{name}'. There are: {known}.")


def check_releases(store: Path) -> tuple[Problem, ...]:
    """Every file of every release that is missing, was altered or does not belong."""
    root = store / RELEASES_FOLDER
    if not root.exists():
        return ()
    try:
        all_releases = releases(store)
    except StoreError as fault:
        return (Problem(None, RELEASES_FOLDER, str(fault)),)
    problems = []
    for release in all_releases:
        for entry in release.manifest["files"]:
            try:
                release.file(entry["name"])
            except StoreError:
                problems.append(Problem(None, f"{RELEASES_FOLDER}/{release.id}/{entry['name']}", ALTERED))
        known = {MANIFEST_FILE, *(entry["name"] for entry in release.manifest["files"])}
        strange = sorted(path.name for path in release.path.glob("*") if path.name not in known)
        problems += [
            Problem(None, f"{RELEASES_FOLDER}/{release.id}/{name}", "no book of this store wrote it")
            for name in strange
        ]
    return tuple(problems)


def publish(
    store: Path, *, as_at: date, files: Mapping[str, bytes], facts: Mapping[str, Any], made_at: datetime | None = None
) -> tuple[Release, bool]:
    """Freeze these files as the next release of a day; return it, and whether it is new.

    `facts` are what the files came from.  When nothing differs from the latest release of the day, that one is
    returned: making the same book twice is no restatement.
    """
    root = store / RELEASES_FOLDER
    make_private_folder(root)
    with exclusive_lock(store / LOCK_FILE, wait_seconds=WAIT_SECONDS):
        existing = [release for release in releases(store) if release.as_at == as_at]
        if existing and _same(existing[-1].manifest, _manifest(existing[-1].id, as_at, files, facts)):
            return existing[-1], False
        name = f"{as_at.isoformat()}-v{len(existing) + 1}"
        manifest = _manifest(name, as_at, files, facts)
        draft = root / (name + DRAFT)
        remove_folder(draft)
        make_private_folder(draft)
        manifest_bytes = _written(manifest)
        for file, content in {**files, MANIFEST_FILE: manifest_bytes}.items():
            (draft / file).write_bytes(content)
            settle_file(draft / file)
        settle_folder(draft)
        remove_folder(root / name)
        move(draft, root / name)
        stamp = (made_at or datetime.now(UTC)).isoformat(timespec="seconds")
        hashed = hashlib.sha256(manifest_bytes).hexdigest()
        listed = [*_listed(store), {"id": name, "made_at": stamp, "manifest_sha256": hashed}]
        write_whole(root / LIST_FILE, _written({"version": LIST_VERSION, "releases": listed}))
        return Release(name, root / name, stamp, manifest), True


def _manifest(name: str, as_at: date, files: Mapping[str, bytes], facts: Mapping[str, Any]) -> dict[str, Any]:
    hashes = [
        {"name": file, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        for file, content in sorted(files.items())
    ]
    return {"version": 1, "release": name, "as_at": as_at.isoformat(), **facts, "files": hashes}


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    # A release names the one before it, which for a second making of the same book is itself.
    left, right = ({key: value for key, value in manifest.items() if key != "previous"} for manifest in (one, other))
    return left == right


def _listed(store: Path) -> list[dict[str, str]]:
    path = store / RELEASES_FOLDER / LIST_FILE
    if not path.exists():
        return []
    try:
        entries = json.loads(path.read_bytes())["releases"]
        return [{key: entry[key] for key in ("id", "made_at", "manifest_sha256")} for entry in entries]
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise StoreError(f"{path} cannot be read. Put it back from a backup.") from fault


def _written(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
