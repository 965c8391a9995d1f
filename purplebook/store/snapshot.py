"""One published load, read-only: where each table lies and what the manifest says of it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from purplebook.errors import NoDataError, StoreError
from purplebook.store.hashed import Mark, is_unchanged, read_hash
from purplebook.store.manifest import FileEntry, Manifest, from_bytes, sha256_of_bytes
from purplebook.store.pointer import Published
from purplebook.store.whole_parquet import read_whole
from purplebook.tables import TABLES_BY_NAME

if TYPE_CHECKING:
    import pyarrow as pa

MANIFEST_FILE = "manifest.json"
ISSUES_FILE = "issues.parquet"
SNAPSHOTS_FOLDER = "snapshots"


@dataclass(frozen=True)
class Problem:
    """One file of a store that is not as it was written, in words for the person who looks after it."""

    snapshot_id: str | None
    file: str
    fault: str

    def __str__(self) -> str:
        where = f"snapshots/{self.snapshot_id}/{self.file}" if self.snapshot_id else self.file
        return f"{where}: {self.fault}"


@dataclass(frozen=True)
class Said:
    """What the files of a table say of it: their columns, and what the load knew of its days and of its sources.

    `supplied` are the columns that some source file had, where that was noted.
    """

    columns: tuple[str, ...]
    covers_from: date | None = None
    covers_to: date | None = None
    supplied: frozenset[str] | None = None


@dataclass(frozen=True)
class Snapshot:
    """The records as they were known at `as_at`.  The folder is never changed after it is published.

    A file is looked at before it is read for the first time, and again when it was read: what is read inside `reading`
    are the bytes whose hash the manifest has.
    """

    path: Path
    manifest: Manifest
    marks: dict[str, Mark] = field(default_factory=dict, compare=False, repr=False)
    """The files that were looked at, each as it was then."""
    said: dict[str, Said] = field(default_factory=dict, compare=False, repr=False)
    """What the tables that were asked about say of themselves."""
    beside: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    """What was read of what lies beside the snapshot, by whoever reads it."""

    @property
    def id(self) -> str:
        """The name of the snapshot: the day it describes and its number among that day's loads."""
        return self.manifest.snapshot_id

    @property
    def as_at(self) -> date:
        """The last day the records describe."""
        return self.manifest.as_at

    @property
    def authorities(self) -> tuple[str, ...]:
        """The codes of the authorities whose records these are."""
        return self.manifest.authorities

    @property
    def store_path(self) -> Path:
        """The folder of the store."""
        return self.path.parent.parent

    @property
    def issues_path(self) -> Path:
        """The Parquet file that lists every fault found in a row."""
        self._look_at((self.manifest.issues,))
        return self.path / ISSUES_FILE

    def issues(self) -> pa.Table:
        """Every fault found in a row."""
        with self.reading():
            return read_whole(self.issues_path)

    @property
    def table_names(self) -> tuple[str, ...]:
        """Every table of the snapshot, supplied or not, in the order of a child's journey."""
        return tuple(table.name for table in self.manifest.tables)

    @property
    def missing_tables(self) -> frozenset[str]:
        """The tables that no source file supplied."""
        return frozenset(table.name for table in self.manifest.tables if not table.is_supplied)

    def table_paths(self, name: str) -> tuple[Path, ...]:
        """The Parquet files of a canonical table in the order of their rows: one, or the parts of a large table.

        Every table has one at least, empty when no file supplied it, and all parts have the same schema.
        """
        entry = self.manifest.table(name)
        if entry is None:
            raise NoDataError(
                f"The snapshot {self.id} has no table '{name}': it was loaded before that table was introduced. "
                "Load the source files again."
            )
        self._look_at(entry.files)
        return tuple(self.path / file.name for file in entry.files)

    @contextlib.contextmanager
    def reading(self, *names: str) -> Iterator[None]:
        """Read files inside; StoreError at the end when one of them, or of the tables named, changed meanwhile."""
        try:
            yield
        except Exception:
            # A fault that a changed file brought about is no fault of ours.
            self._check_unchanged(names)
            raise
        self._check_unchanged(names)

    def _look_at(self, files: Sequence[FileEntry]) -> None:
        """Hold files that are to be read against the manifest, once; StoreError when one is not as it was loaded."""
        faults = [_fault(self.path, file, self.marks) for file in files if file.name not in self.marks]
        problems = [Problem(self.id, file, fault) for file, fault in faults if fault]
        if problems:
            raise StoreError(_refusal(self.id, problems))

    def _check_unchanged(self, names: Sequence[str]) -> None:
        tables = [self.manifest.table(name) for name in names]
        wanted = {file.name for table in tables if table for file in table.files} or set(self.marks)
        for file in self.manifest.files:
            mark = self.marks.get(file.name) if file.name in wanted else None
            if mark is not None and not is_unchanged(self.path / file.name, mark, sha256=file.sha256):
                raise StoreError(
                    f"{self.path / file.name} was changed while it was read, so no figure is made from it. Run this "
                    "again when nothing writes there; `purplebook check` looks at the whole store."
                )

    def read(self, name: str, *, columns: Sequence[str] | None = None) -> pa.Table:
        """The rows of a table, or some columns of them, in stored order."""
        import pyarrow as pa

        with self.reading(name):
            return pa.concat_tables([read_whole(path, columns=columns) for path in self.table_paths(name)])

    def stored_columns(self, name: str) -> tuple[str, ...]:
        """The columns that a table's files have: fewer than the table's, where one was introduced since."""
        return self.said_of(name).columns

    def is_supplied(self, name: str) -> bool:
        """Whether a source file held this table: when not, nought rows means "not known", not "none"."""
        entry = self.manifest.table(name)
        return entry is not None and entry.is_supplied

    def covers_from(self, name: str) -> date | None:
        """The day from which a table's records are complete, or None when nothing said so."""
        return self.said_of(name).covers_from

    def covers_to(self, name: str) -> date | None:
        """The day to which a table's records go, or None when they reach the snapshot's day or nothing said so."""
        return self.said_of(name).covers_to

    def said_of(self, name: str) -> Said:
        """What the files of a table say of it."""
        # A book asks thousands of times, and a snapshot never changes.
        if name not in self.said:
            from purplebook.store.parquet_schema import said_by

            with self.reading(name):
                self.said[name] = said_by(self.table_paths(name)[0])
        return self.said[name]

    def missing_columns(self, name: str) -> frozenset[str]:
        """The columns of a table that no source file had: their emptiness says nothing about the records."""
        supplied = self.said_of(name).supplied
        return frozenset() if supplied is None else frozenset(TABLES_BY_NAME[name].column_names) - supplied


def open_snapshot(store: Path, published: Published, *, verify: bool = True) -> Snapshot:
    """Open one published snapshot; StoreError names what is missing or was altered.

    The manifest is always held against the hash in the pointer.  `verify` also reads every file once, about a second
    for a gigabyte.
    """
    path = store / SNAPSHOTS_FOLDER / published.id
    if not path.is_dir():
        raise StoreError(
            f"The store's pointer names the snapshot {published.id}, but its folder {path} is not there. Put the "
            "folder back from a backup, or load the source files into a new store."
        )
    manifest, problem = read_manifest(path, published)
    problems = [problem] if problem else []
    marks: dict[str, Mark] = {}
    if manifest and verify:
        problems += altered_files(path, manifest, marks=marks)
    if manifest is None or problems:
        raise StoreError(_refusal(published.id, problems))
    return Snapshot(path=path, manifest=manifest, marks=marks)


def _refusal(snapshot_id: str, problems: Sequence[Problem]) -> str:
    listed = "\n".join(f"  {problem}" for problem in problems)
    return (
        f"The snapshot {snapshot_id} is not as it was loaded, so no figure is made from it:\n{listed}\n"
        "Put it back from a backup or load the source files again. `purplebook check` looks at the whole store."
    )


def read_manifest(path: Path, published: Published) -> tuple[Manifest | None, Problem | None]:
    """Read a snapshot's manifest and hold it against the pointer: the manifest, or what is wrong with it."""
    try:
        content = (path / MANIFEST_FILE).read_bytes()
    except FileNotFoundError:
        return None, Problem(published.id, MANIFEST_FILE, "the file is missing")
    except OSError:
        return None, Problem(published.id, MANIFEST_FILE, "the file cannot be read")
    if sha256_of_bytes(content) != published.manifest_sha256:
        return None, Problem(published.id, MANIFEST_FILE, "the file was altered or cut short after it was loaded")
    return from_bytes(content), None


def altered_files(path: Path, manifest: Manifest, *, marks: dict[str, Mark] | None = None) -> list[Problem]:
    """Every file of the snapshot that is missing or does not have the bytes it was written with.

    The marks of those that have are put into `marks`.
    """
    faults = [_fault(path, entry, {} if marks is None else marks) for entry in manifest.files]
    return [Problem(manifest.snapshot_id, name, fault) for name, fault in faults if fault]


def _fault(path: Path, entry: FileEntry, marks: dict[str, Mark]) -> tuple[str, str | None]:
    """The file's name, and what is wrong with it; the mark of one that is as it was written is noted."""
    try:
        size = (path / entry.name).stat().st_size
        if size != entry.size:
            return entry.name, f"the file was altered after it was loaded: it has {size:,} bytes, not {entry.size:,}"
        sha256, mark = read_hash(path / entry.name)
        if sha256 != entry.sha256:
            return entry.name, "the file was altered after it was loaded: its SHA-256 hash differs"
    except FileNotFoundError:
        return entry.name, "the file is missing"
    except OSError:
        return entry.name, "the file cannot be read"
    marks[entry.name] = mark
    return entry.name, None
