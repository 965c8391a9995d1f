"""From a store to a frozen release: the book of a day, what changed since the release before, and the files of both."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa

from purplebook.council import Council, council_of
from purplebook.errors import UserError
from purplebook.outputs.book.freeze import release_files
from purplebook.results.book.ledger import changes, restated, shared_periods
from purplebook.results.book.made_of import release_facts
from purplebook.results.book.make import Book, make_book
from purplebook.results.book.retold import retold
from purplebook.results.book.verdict_table import verdict_table
from purplebook.run.whose import check_whose
from purplebook.store import Snapshot, Store
from purplebook.store.published import held_files, held_tables
from purplebook.store.records_hash import records_hash
from purplebook.store.releases import Contents, Release, check_takes_releases, publish
from purplebook.store.whole_parquet import read_whole


def make_release(
    store: Store,
    day: date,
    *,
    status: str,
    council: Council | None = None,
    told: Callable[[str], None] = lambda message: None,
) -> tuple[Release, bool, Book]:
    """Make the book of a day and freeze it; the release, whether it is new, and the book.

    Without a council named, it is the one in whose folder the store lies.
    """
    council = council or council_of(store.path)
    snapshot = store.snapshot_for(day)
    check_whose(council, snapshot)
    check_takes_releases(store.path)
    book = _made(store, snapshot, day, status, council, told)
    facts = release_facts(
        book,
        previous=None,
        published={file.name: file.source_sha256 for file in held_files(store.path)},
        council=council,
    )

    def contents(earlier: Sequence[Release]) -> Contents:
        previous = _before(earlier, day, facts)
        changed, listed, told_anew = None, (), ()
        if previous is not None:
            told("finding what changed")
            old = _table(previous, "figures.parquet")
            changed = shared_periods(changes(old, book.figures), old=old, new=book.figures)
            told_anew = retold(_table(previous, "judged.parquet"), verdict_table(book.judged), book.indicators)
            listed = restated(changed, council.indicators, old=records_of(store, previous), new=book.snapshot)
        told("writing")
        name = previous.id if previous else ""
        files = release_files(book, changed=changed, restated=listed, retold=told_anew, before=name)
        return files, {**facts, "previous": name or None}

    release, is_new = publish(store.path, as_at=day, contents=contents)
    return release, is_new, book


def _table(release: Release, name: str) -> pa.Table:
    return read_whole(pa.BufferReader(release.content(name)))


def records_of(store: Store, release: Release) -> Snapshot | None:
    """The records that a release was made from, where they are still there and the same."""
    wanted = release.manifest["snapshot"]
    try:
        snapshot = store.snapshot(wanted["id"], verify=False)
    except UserError:
        return None
    return snapshot if records_hash(snapshot) == wanted["sha256"] else None


def _made(
    store: Store, snapshot: Snapshot, day: date, status: str, council: Council, progress: Callable[[str], None]
) -> Book:
    return make_book(
        store.snapshots(),
        council.indicators,
        as_at=day,
        snapshot=snapshot,
        status=status,
        held=held_tables(store.path),
        council=council,
        progress=progress,
    )


def _before(made: Sequence[Release], day: date, facts: Mapping[str, Any]) -> Release | None:
    """The release that a new one is held against: the latest of this day or an earlier one.

    A book made again of the same things is held against what it was held against before, so that its bytes are too.
    """
    earlier = [release for release in made if release.as_at <= day]
    latest = next((release for release in reversed(earlier) if release.as_at == day), None)
    if latest is not None and all(
        latest.manifest.get(name) == value for name, value in facts.items() if name != "previous"
    ):
        return next((release for release in earlier if release.id == latest.manifest["previous"]), None)
    return max(earlier, key=lambda release: (release.as_at, earlier.index(release)), default=None)
