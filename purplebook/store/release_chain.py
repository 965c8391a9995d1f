"""Reading releases, and what is wrong with them: each is held by the list, and by the release that was made after it.

The manifest of a release holds the hash of the manifest before it, whatever day either is of.  To forge one, every
later one would have to be forged too.  Releases that an older purplebook made hold no such link; the first made
since then holds the last of those.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from purplebook.errors import StoreError
from purplebook.store.snapshot import Problem

RELEASES_FOLDER = "releases"
LIST_FILE = "releases.json"
MANIFEST_FILE = "manifest.json"
PUBLISHING_FILE = "publishing.json"
LIST_VERSION = 1
OLD_DRAFT = ".draft"
"""What an older purplebook called a release that it had not finished."""
AFTER = "after"
NAME = re.compile(r"(\d{4}-\d\d-\d\d)-v[1-9]\d*")
SHA256 = re.compile(r"[0-9a-f]{64}")
ALTERED = "it is missing, or was altered after it was published"
NOT_AS_PUBLISHED = "is not as it was published"
LIST_IS_BROKEN = "cannot be read"
NOT_LISTED = (
    f"is a release that {LIST_FILE} does not name: the list was cut short or taken away, or the folder was put there"
)

Fault = tuple[str, str]
"""A file of the store, and what is wrong with it as the rest of a sentence."""


@dataclass(frozen=True)
class Entry:
    """One line of the list of releases."""

    id: str
    made_at: str
    manifest_sha256: str

    @property
    def written(self) -> dict[str, str]:
        """As the list holds it."""
        return asdict(self)


@dataclass(frozen=True)
class Release:
    """One published release: its folder, when it was made, its manifest and the manifest's hash."""

    id: str
    path: Path
    made_at: str
    manifest: Mapping[str, Any]
    manifest_sha256: str

    @property
    def as_at(self) -> date:
        """The day that its figures are of."""
        return date.fromisoformat(self.manifest["as_at"])

    def content(self, name: str) -> bytes:
        """The bytes of one of its files, which are those it was written with; StoreError otherwise."""
        wanted = {entry["name"]: entry["sha256"] for entry in self.manifest["files"]}
        path = self.path / name
        if name not in wanted:
            raise StoreError(f"Release {self.id} has no file '{name}'. It has: {', '.join(sorted(wanted))}.")
        try:
            content = path.read_bytes()
        except OSError as fault:
            raise StoreError(f"{path} cannot be read ({fault.strerror}). Put it back from a backup.") from fault
        if hashlib.sha256(content).hexdigest() != wanted[name]:
            raise StoreError(f"{path} {NOT_AS_PUBLISHED}. Put it back from a backup; make no new one by hand.")
        return content

    def file(self, name: str) -> Path:
        """Where one of its files is, after checking that it is as it was written; StoreError otherwise."""
        self.content(name)
        return self.path / name


def look(store: Path) -> tuple[tuple[Release, ...], tuple[Fault, ...]]:
    """Every release that can be read, in the order they were made, and every fault of the list and the manifests."""
    known, faults = _look(store)
    # A release may be published while we look: what seemed to be out of the list is asked for once more.
    return _look(store) if faults else (known, faults)


def released(store: Path, entry: Entry) -> Release:
    """The release of a line of the list; StoreError when its manifest is not the one that was listed."""
    release, fault = _manifest_of(store, entry)
    if release is None:
        raise StoreError(f"{store / fault[0]} {fault[1]}. Put it back from a backup; make no new one by hand.")
    return release


def listed(store: Path) -> tuple[Entry, ...]:
    """The lines of the list of releases; ValueError when it is not one."""
    path = store / RELEASES_FOLDER / LIST_FILE
    if not path.exists():
        return ()
    try:
        known = json.loads(path.read_bytes())
        entries = tuple(_entry(entry) for entry in known["releases"])
        if known.get("version", LIST_VERSION) > LIST_VERSION:
            raise StoreError(f"{path} was written by a newer version of purplebook than this one. Update purplebook.")
    except (OSError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise ValueError("not a list of releases") from fault
    if len({entry.id for entry in entries}) < len(entries):
        raise ValueError("a release is named twice")
    return entries


def about_to_be_published(store: Path) -> Entry | None:
    """The release that is whole and in its place but not listed yet, because its making goes on or was stopped."""
    try:
        entry = _entry(json.loads((store / RELEASES_FOLDER / PUBLISHING_FILE).read_bytes()))
        content = (store / RELEASES_FOLDER / entry.id / MANIFEST_FILE).read_bytes()
        is_listed = entry.id in {known.id for known in listed(store)}
    except (OSError, ValueError, KeyError, TypeError):
        return None
    is_it = hashlib.sha256(content).hexdigest() == entry.manifest_sha256
    return entry if is_it and not is_listed else None


def check_releases(store: Path) -> tuple[Problem, ...]:
    """Every file of every release that is missing, was altered or does not belong, and every break of the chain."""
    known, faults = look(store)
    problems = [Problem(None, name, f"it {fault}") for name, fault in faults]
    named = {release.path.name for release in known} | {name.split("/")[1] for name, _ in faults}
    publishing = about_to_be_published(store)
    named |= {publishing.id} if publishing else set()
    folders = sorted(path.name for path in (store / RELEASES_FOLDER).glob("*") if path.is_dir())
    problems += [
        Problem(None, f"{RELEASES_FOLDER}/{name}", "no book of this store made it, or it was stopped while it did")
        for name in folders
        if name not in named and LIST_IS_BROKEN not in dict(faults).values()
    ]
    for release in known:
        for entry in release.manifest["files"]:
            try:
                release.content(entry["name"])
            except StoreError:
                problems.append(Problem(None, f"{RELEASES_FOLDER}/{release.id}/{entry['name']}", ALTERED))
        names = {MANIFEST_FILE, *(entry["name"] for entry in release.manifest["files"])}
        strange = sorted(path.name for path in release.path.glob("*") if path.name not in names)
        problems += [
            Problem(None, f"{RELEASES_FOLDER}/{release.id}/{name}", "no book of this store wrote it")
            for name in strange
        ]
    return tuple(problems)


def unchained(store: Path) -> tuple[str, ...]:
    """The releases of an older purplebook, which hold no hash of the one before them."""
    return tuple(release.id for release in look(store)[0] if AFTER not in release.manifest)


def _look(store: Path) -> tuple[tuple[Release, ...], tuple[Fault, ...]]:
    root = store / RELEASES_FOLDER
    if not root.is_dir():
        return (), ()
    try:
        entries = listed(store)
    except ValueError:
        # Nothing more can be said of folders when it is not known which of them are releases.
        return (), ((f"{RELEASES_FOLDER}/{LIST_FILE}", LIST_IS_BROKEN),)
    known, faults = [], []
    for entry in entries:
        release, fault = _manifest_of(store, entry)
        known += [release] if release else []
        faults += [] if release else [fault]
    faults += _breaks(known) if len(known) == len(entries) else []
    publishing = about_to_be_published(store)
    ours = {entry.id for entry in (*entries, *([publishing] if publishing else []))}
    for path in sorted(root.iterdir()):
        if path.name not in ours and not path.name.endswith(OLD_DRAFT) and (path / MANIFEST_FILE).exists():
            faults.append((f"{RELEASES_FOLDER}/{path.name}", NOT_LISTED))
    return tuple(known), tuple(faults)


def _breaks(known: list[Release]) -> list[Fault]:
    """Where the chain is broken: a release that does not hold the hash of the one before it."""
    faults, before = [], None
    for release in known:
        link = release.manifest.get(AFTER)
        wanted = None if before is None else {"release": before.id, "manifest_sha256": before.manifest_sha256}
        is_old = AFTER not in release.manifest and (before is None or AFTER not in before.manifest)
        if not is_old and link != wanted:
            earlier = "that it is the first" if before is None else f"the hash of {before.id}, which was made before it"
            faults.append(
                (
                    f"{RELEASES_FOLDER}/{release.id}/{MANIFEST_FILE}",
                    f"does not hold {earlier}: a release was forged, taken out or put in",
                )
            )
        before = release
    return faults


def _manifest_of(store: Path, entry: Entry) -> tuple[Release | None, Fault]:
    """The release of a line of the list, or what is wrong with its manifest."""
    folder = store / RELEASES_FOLDER / entry.id
    name = f"{RELEASES_FOLDER}/{entry.id}/{MANIFEST_FILE}"
    try:
        content = (folder / MANIFEST_FILE).read_bytes()
    except OSError as fault:
        return None, (name, f"cannot be read ({fault.strerror})")
    if hashlib.sha256(content).hexdigest() != entry.manifest_sha256:
        return None, (name, NOT_AS_PUBLISHED)
    try:
        manifest = json.loads(content)
        day = NAME.fullmatch(entry.id)
        is_its_own = manifest["release"] == entry.id and day is not None and manifest["as_at"] == day[1]
        is_its_own &= all(_is_file(file) for file in manifest["files"])
    except (ValueError, KeyError, TypeError, RecursionError):
        is_its_own, manifest = False, {}
    if not is_its_own:
        return None, (name, "is not the manifest of this release")
    return Release(entry.id, folder, entry.made_at, manifest, entry.manifest_sha256), ("", "")


def _is_file(file: Mapping[str, Any]) -> bool:
    """Whether it is a plain file of the folder, and no way out of it."""
    name = file["name"]
    return name == Path(name).name and name not in ("", ".", "..") and SHA256.fullmatch(file["sha256"]) is not None


def _entry(known: Mapping[str, Any]) -> Entry:
    entry = Entry(**{key: known[key] for key in ("id", "made_at", "manifest_sha256")})
    if not (NAME.fullmatch(entry.id) and SHA256.fullmatch(entry.manifest_sha256) and isinstance(entry.made_at, str)):
        raise ValueError("not a line of the list")
    return entry
