"""From a store to a frozen release: the book of a day, what changed since the release before, and the files of both."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from purplebook.definitions import INDICATORS
from purplebook.definitions.reference import read_targets, targets_with
from purplebook.errors import UserError
from purplebook.outputs.book.freeze import records_hash, release_facts, release_files
from purplebook.results.book.baselines_file import read_baselines
from purplebook.results.book.commentary import read_commentary
from purplebook.results.book.ledger import changes, restated, shared_periods
from purplebook.results.book.make import Book, make_book
from purplebook.store import Snapshot, Store
from purplebook.store.published import held_files, held_tables
from purplebook.store.releases import Release, publish, releases

TARGETS, BASELINES, COMMENTARY = "targets.toml", "baselines.toml", "commentary.toml"
STANDS_FOR = {"899": "870"}
"""The invented council's code, and the real one of the 2015 paper, whose published figures it is held against."""


def make_release(
    store: Store, day: date, *, status: str, told: Callable[[str], None] = lambda message: None
) -> tuple[Release, bool, Book]:
    """Make the book of a day and freeze it; the release, whether it is new, and the book."""
    made = _made(store, day, status, told)
    facts = release_facts(
        made,
        previous=None,
        published={each.name: each.source_sha256 for each in held_files(store.path)},
        targets_sha256=_hash_of(store.path / TARGETS),
        baselines_sha256=_hash_of(store.path / BASELINES),
        commentary_sha256=_hash_of(store.path / COMMENTARY),
    )
    previous = _before(store, day, facts)
    changed, listed = None, ()
    if previous is not None:
        told("finding what changed")
        old = pq.read_table(previous.file("figures.parquet"))
        changed = shared_periods(changes(old, made.figures), old=old, new=made.figures)
        listed = restated(changed, INDICATORS, old=records_of(store, previous), new=made.snapshot)
    told("writing")
    name = previous.id if previous else ""
    files = release_files(made, changed=changed, restated=listed, before=name)
    release, is_new = publish(store.path, as_at=day, files=files, facts={**facts, "previous": name or None})
    return release, is_new, made


def records_of(store: Store, release: Release) -> Snapshot | None:
    """The records that a release was made from, where they are still there and the same."""
    wanted = release.manifest["snapshot"]
    try:
        found = store.snapshot(wanted["id"], verify=False)
    except UserError:
        return None
    return found if records_hash(found) == wanted["sha256"] else None


def _made(store: Store, day: date, status: str, told: Callable[[str], None]) -> Book:
    targets, baselines, commentary = (store.path / name for name in (TARGETS, BASELINES, COMMENTARY))
    return make_book(
        store.snapshots(),
        INDICATORS,
        as_at=day,
        snapshot=store.snapshot_for(day),
        status=status,
        held=held_tables(store.path),
        targets=targets_with(read_targets(targets) if targets.exists() else ()),
        baselines=read_baselines(baselines, INDICATORS) if baselines.exists() else {},
        comments=read_commentary(commentary, INDICATORS) if commentary.exists() else (),
        stands_for=STANDS_FOR,
        progress=told,
    )


def _before(store: Store, day: date, facts: Mapping[str, Any]) -> Release | None:
    """The release that a new one is held against: the latest of this day or an earlier one.

    A book made again of the same things is held against what it was held against before, so that its bytes are too.
    """
    earlier = [each for each in releases(store.path) if each.as_at <= day]
    latest = next((each for each in reversed(earlier) if each.as_at == day), None)
    if latest is not None and all(
        latest.manifest.get(name) == value for name, value in facts.items() if name != "previous"
    ):
        return next((each for each in earlier if each.id == latest.manifest["previous"]), None)
    return max(earlier, key=lambda each: (each.as_at, earlier.index(each)), default=None)


def _hash_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""
