"""What a snapshot says about itself: which tables, from which files, and the hash of every byte of them.

The manifest is written last, so a folder with a manifest is a whole one.  It holds counts, names and hashes, never a
cell of a record.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from purplebook.errors import StoreError

FORMAT_VERSION = 2
ONE_FILE_A_TABLE = 1
"""The version of a manifest whose tables lie in one file each: older purplebooks can read it, so it stays as it was."""


@dataclass(frozen=True)
class FileEntry:
    """One file of a snapshot, as it was when it was written."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True)
class TableEntry:
    """One table: its file, or the parts in which it lies, in the order of their rows.

    `is_supplied` is false when no source file held it, so that nought rows means "not known".
    """

    name: str
    row_count: int
    is_supplied: bool
    files: tuple[FileEntry, ...]


@dataclass(frozen=True)
class BatchEntry:
    """One file or sheet that was loaded, and what became of its rows."""

    batch_id: str
    file_name: str
    sheet: str | None
    source_format: str
    extracted_on: date | None
    sha256: str
    read_count: int
    loaded_count: int
    rejected_count: int


@dataclass(frozen=True)
class Manifest:
    """Everything known about a snapshot without opening a table."""

    snapshot_id: str
    as_at: date
    created_at: str
    purplebook_version: str
    authorities: tuple[str, ...]
    tables: tuple[TableEntry, ...]
    batches: tuple[BatchEntry, ...]
    issues: FileEntry
    issue_count: int
    rejected_count: int
    warnings: tuple[str, ...] = ()

    @property
    def format_version(self) -> int:
        """The oldest version of this file's layout that can say what is in the snapshot."""
        return ONE_FILE_A_TABLE if all(_is_one_file(table) for table in self.tables) else FORMAT_VERSION

    @property
    def files(self) -> tuple[FileEntry, ...]:
        """Every file of the snapshot except the manifest itself."""
        return (*(file for table in self.tables for file in table.files), self.issues)

    def table(self, name: str) -> TableEntry | None:
        """What is known of one table, or None when the snapshot is older than the table."""
        return next((table for table in self.tables if table.name == name), None)


def to_bytes(manifest: Manifest) -> bytes:
    """The manifest as readable JSON, always the same bytes for the same manifest."""
    known = dataclasses.asdict(manifest)
    known["tables"] = [_table_as_written(table) for table in manifest.tables]
    known["format_version"] = manifest.format_version
    return (json.dumps(known, indent=2, default=_iso, ensure_ascii=False) + "\n").encode()


def sha256_of_bytes(content: bytes) -> str:
    """The hash that the pointer keeps of a manifest."""
    return hashlib.sha256(content).hexdigest()


def from_bytes(content: bytes) -> Manifest:
    """Read a manifest back; ValueError when these are not the bytes of one."""
    try:
        return _manifest(json.loads(content))
    except (KeyError, TypeError, AttributeError, UnicodeDecodeError) as fault:
        raise ValueError("not a manifest") from fault


def _is_one_file(table: TableEntry) -> bool:
    return len(table.files) == 1 and "/" not in table.files[0].name


def _table_as_written(table: TableEntry) -> dict[str, Any]:
    known = dataclasses.asdict(table)
    files = known.pop("files")
    return {**known, "file": files[0]} if _is_one_file(table) else {**known, "parts": list(files)}


def _table_entry(known: Mapping[str, Any]) -> TableEntry:
    own = {name: value for name, value in known.items() if name not in ("file", "parts")}
    files = known["parts"] if "parts" in known else (known["file"],)
    return TableEntry(**own, files=tuple(FileEntry(**file) for file in files))


def _manifest(known: Mapping[str, Any]) -> Manifest:
    if known["format_version"] > FORMAT_VERSION:
        raise StoreError("This snapshot was written by a newer version of purplebook than this one. Update purplebook.")
    return Manifest(
        **{
            **{name: value for name, value in known.items() if name != "format_version"},
            "as_at": date.fromisoformat(known["as_at"]),
            "authorities": tuple(known["authorities"]),
            "tables": tuple(map(_table_entry, known["tables"])),
            "batches": tuple(
                BatchEntry(**{**batch, "extracted_on": _day(batch["extracted_on"])}) for batch in known["batches"]
            ),
            "issues": FileEntry(**known["issues"]),
            "warnings": tuple(known["warnings"]),
        }
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a manifest cannot hold a {type(value).__name__}")
