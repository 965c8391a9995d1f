"""Published statistics in a store: each file that was imported, as it was read, for ever, and a list of them.

    store/published/
      held.json                    every file that is held, in the order they came, with hashes
      0001-3f2a….parquet           the figures of one of them; never changed, never removed

Replacing `held.json` is the moment from which a file is held.  Of two files with the same figure the later one is
believed; the earlier stays, so that a paper made from it can be made again.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from purplebook.errors import StoreError
from purplebook.store.files import make_private_folder, write_whole
from purplebook.store.published_rows import PUBLISHED_SCHEMA, PublishedRead
from purplebook.store.snapshot import Problem
from purplebook.store.whole_parquet import read_whole
from purplebook.store.writing import WAIT_SECONDS, writing

PUBLISHED_FOLDER = "published"
LIST_FILE = "held.json"
LIST_VERSION = 1


@dataclass(frozen=True)
class HeldFile:
    """One file of published statistics that is held.

    `source_sha256` is the hash of the file that was imported, `sha256` that of what is kept of it; `origin` says where
    it came from: a file's name or an address.
    """

    file: str
    name: str
    layout: str
    origin: str
    source_sha256: str
    sha256: str
    figures: int
    rows_read: int
    rows_left_out: int
    added_at: str


def held_files(store: Path) -> tuple[HeldFile, ...]:
    """Every file of published statistics that the store holds, in the order they came; none in a new store."""
    path = store / PUBLISHED_FOLDER / LIST_FILE
    try:
        known = json.loads(path.read_bytes())
        if known["version"] > LIST_VERSION:
            raise StoreError(f"{path} was written by a newer version of purplebook than this one. Update purplebook.")
        return tuple(HeldFile(**entry) for entry in known["files"])
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise StoreError(
            f"The file {path} cannot be read, so it is not known which published statistics are held. Put it back from "
            "a backup; the records and the statistics themselves are untouched."
        ) from fault


def hold(
    store: Path,
    read: PublishedRead,
    *,
    origin: str,
    added_at: datetime | None = None,
    wait_seconds: float = WAIT_SECONDS,
    on_wait: Callable[[str], None] | None = None,
) -> tuple[HeldFile, bool]:
    """Keep what was read; return it and whether it is new.  The same file a second time changes nothing."""
    with writing(store, wait_seconds=wait_seconds, on_wait=on_wait):
        files = held_files(store)
        content = _bytes_of(read.table)
        digest = hashlib.sha256(content).hexdigest()
        for entry in files:
            if entry.sha256 == digest and entry.source_sha256 == read.sha256:
                return entry, False
        entry = HeldFile(
            file=f"{len(files) + 1:04}-{digest[:12]}.parquet",
            name=read.name,
            layout=read.layout,
            origin=origin,
            source_sha256=read.sha256,
            sha256=digest,
            figures=read.table.num_rows,
            rows_read=read.rows_read,
            rows_left_out=read.rows_read - read.rows_held,
            added_at=(added_at or datetime.now(UTC)).isoformat(timespec="seconds"),
        )
        folder = store / PUBLISHED_FOLDER
        try:
            make_private_folder(folder)
            write_whole(folder / entry.file, content)
            listed = {"version": LIST_VERSION, "files": [asdict(file) for file in (*files, entry)]}
            write_whole(folder / LIST_FILE, (json.dumps(listed, indent=2, ensure_ascii=False) + "\n").encode())
        except OSError as fault:
            raise StoreError(
                f"The statistics could not be written to {folder}: {fault.strerror or 'the disk refused'}. What was "
                "there before is unchanged. Make room or ask for the right to write there, then import again."
            ) from fault
        return entry, True


def held_tables(store: Path) -> tuple[pa.Table, ...]:
    """The figures of each file that is held, in the order they came; StoreError when one is not as it was written."""
    return tuple(_open(store, entry) for entry in held_files(store))


def check_published(store: Path) -> tuple[Problem, ...]:
    """Every held file that is missing or was altered, and every file among them that no import wrote."""
    entries = held_files(store)
    folder = store / PUBLISHED_FOLDER
    problems = [
        Problem(None, f"{PUBLISHED_FOLDER}/{entry.file}", why) for entry in entries if (why := _fault(folder, entry))
    ]
    known = {LIST_FILE, *(entry.file for entry in entries)}
    strange = sorted(path.name for path in folder.glob("*") if path.name not in known)
    problems += [
        Problem(None, f"{PUBLISHED_FOLDER}/{name}", "it is not in the list of what is held") for name in strange
    ]
    return tuple(problems)


def _bytes_of(table: pa.Table) -> bytes:
    stream = io.BytesIO()
    pq.write_table(table.cast(PUBLISHED_SCHEMA).combine_chunks(), stream, compression="zstd")
    return stream.getvalue()


def _fault(folder: Path, entry: HeldFile) -> str | None:
    return _content(folder, entry)[1]


def _content(folder: Path, entry: HeldFile) -> tuple[bytes, str | None]:
    """The bytes of a held file, and what is wrong with them: what is read is what was looked at."""
    try:
        content = (folder / entry.file).read_bytes()
    except FileNotFoundError:
        return b"", "the file is missing"
    except OSError:
        return b"", "the file cannot be read"
    is_same = hashlib.sha256(content).hexdigest() == entry.sha256
    return content, None if is_same else "the file was altered after it was imported: its SHA-256 hash differs"


def _open(store: Path, entry: HeldFile) -> pa.Table:
    folder = store / PUBLISHED_FOLDER
    content, why = _content(folder, entry)
    if why is not None:
        raise StoreError(
            f"{folder / entry.file}: {why}, so nothing is compared with it. Put it back from a backup, or import "
            f"'{entry.name}' into a new store."
        )
    return read_whole(pa.BufferReader(content), columns=PUBLISHED_SCHEMA.names).cast(PUBLISHED_SCHEMA)
