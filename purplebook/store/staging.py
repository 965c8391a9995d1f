"""Turning what a load read into a whole snapshot folder, still out of sight.

Every canonical table gets a file, empty when no source file supplied it, so that readers always find all tables under
the full schema.  Publishing the folder is `loading.py`'s business.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from purplebook import __version__
from purplebook.store.files import (
    PRIVATE_FILE,
    PRIVATE_FOLDER,
    move,
    remove_folder,
    settle_file,
    settle_folder,
    sha256_of,
)
from purplebook.store.loaded import Batch, Loaded
from purplebook.store.manifest import BatchEntry, FileEntry, Manifest, TableEntry, to_bytes
from purplebook.store.snapshot import ISSUES_FILE, MANIFEST_FILE
from purplebook.tables import DATA_TABLES, TABLES_BY_NAME, Table, code, load_batch
from purplebook.tables.arrow import arrow_schema
from purplebook.tables.codes import ALL_CODE_SETS


def write_snapshot(folder: Path, loaded: Loaded, *, snapshot_id: str, as_at: date, created_at: str) -> bytes:
    """Make `folder` a whole snapshot of what was loaded; return the manifest's bytes, which are written last."""
    unknown = set(loaded.table_paths) - set(TABLES_BY_NAME)
    if unknown:
        raise ValueError(f"a load handed over tables that are not canonical: {sorted(unknown)}")
    move(loaded.issues_path, folder / ISSUES_FILE)
    authorities = _authorities(loaded.table_paths)
    supplied = frozenset(loaded.table_paths) | {load_batch.name, code.name}
    for table in TABLES_BY_NAME.values():
        target = folder / f"{table.name}.parquet"
        if table.name in loaded.table_paths:
            _take(loaded.table_paths[table.name], table, into=folder)
        elif table is load_batch:
            pq.write_table(_batch_table(loaded.batches, authorities), target)
        elif table is code:
            pq.write_table(_code_table(), target)
        else:
            pq.write_table(arrow_schema(table).empty_table(), target)
    files = {name: _files_of(folder, name) for name in TABLES_BY_NAME}
    names = [_name_in(folder, path) for paths in files.values() for path in paths] + [ISSUES_FILE]
    _clear_all_but(folder, names)
    manifest = Manifest(
        snapshot_id=snapshot_id,
        as_at=as_at,
        created_at=created_at,
        purplebook_version=__version__,
        authorities=authorities,
        tables=tuple(_table_entry(folder, name, paths, is_supplied=name in supplied) for name, paths in files.items()),
        batches=tuple(_batch_entry(batch) for batch in loaded.batches),
        issues=_file_entry(folder, folder / ISSUES_FILE),
        issue_count=loaded.issue_count,
        rejected_count=loaded.rejected_count,
        warnings=tuple(loaded.warnings),
    )
    for name in names:
        settle_file(folder / name)
    for parts in sorted({(folder / name).parent for name in names} - {folder}):
        parts.chmod(PRIVATE_FOLDER)
        settle_folder(parts)
    content = to_bytes(manifest)
    (folder / MANIFEST_FILE).touch(mode=PRIVATE_FILE)
    (folder / MANIFEST_FILE).write_bytes(content)
    settle_file(folder / MANIFEST_FILE)
    settle_folder(folder)
    return content


def _take(path: Path, table: Table, *, into: Path) -> None:
    """Move a table that a source staged into the snapshot: one file, or a folder of parts."""
    parts = sorted(path.iterdir()) if path.is_dir() else [path]
    if not parts:
        raise ValueError(f"the table '{table.name}' was staged as a folder without parts")
    for part in parts:
        _require_schema(part, table)
    move(path, into / (table.name if path.is_dir() else f"{table.name}.parquet"))


def _files_of(folder: Path, name: str) -> list[Path]:
    """The files of a table in the order of their rows."""
    return sorted((folder / name).iterdir()) if (folder / name).is_dir() else [folder / f"{name}.parquet"]


def _name_in(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()


def _require_schema(path: Path, table: Table) -> None:
    """A source that writes another schema is a fault of ours, and must not become a snapshot."""
    # DuckDB marks columns in which it saw no null as required; that is no other schema.
    schema, wanted = pq.read_schema(path), arrow_schema(table)
    if (schema.names, schema.types) != (wanted.names, wanted.types):
        odd = sorted(set(schema.names) ^ set(wanted.names)) or [
            f.name for f in wanted if f.type != schema.field(f.name).type
        ]
        raise ValueError(
            f"the table '{table.name}' was staged under another schema; look at: {', '.join(odd) or 'order'}"
        )


def _authorities(paths: Mapping[str, Path]) -> tuple[str, ...]:
    """Every authority code in the data tables, read one row group at a time."""
    codes: set[str] = set()
    for table in DATA_TABLES:
        if table.name not in paths:
            continue
        path = paths[table.name]
        for part in sorted(path.iterdir()) if path.is_dir() else [path]:
            with pq.ParquetFile(part, read_dictionary=["authority_code"]) as file:
                for batch in file.iter_batches(columns=["authority_code"]):
                    codes.update(_texts_in(batch.column(0)))
    return tuple(sorted(codes))


def _texts_in(cells: pa.DictionaryArray) -> set[str]:
    """Each text that some cell has."""
    if len(cells.dictionary) > 1:
        return set(filter(None, cells.unique().to_pylist()))
    # Of one authority, as nearly always, there is nothing to look for: Arrow's functions need not even be imported.
    return set(filter(None, cells.dictionary.to_pylist())) if cells.null_count < len(cells) else set()


def _batch_table(batches: Iterable[Batch], authorities: tuple[str, ...]) -> pa.Table:
    """The batches as rows of the canonical table `load_batch`."""
    rows = [
        {
            "batch_id": batch.batch_id,
            "file_name": batch.file_name,
            "sheet": batch.sheet,
            "format": batch.source_format,
            "authority_code": authorities[0] if len(authorities) == 1 else None,
            "extracted_on": batch.extracted_on,
            "sha256": batch.sha256,
            "rows_read": batch.rows_read,
            "rows_rejected": batch.rows_rejected,
        }
        for batch in batches
    ]
    return pa.Table.from_pylist(rows, schema=arrow_schema(load_batch))


def _code_table() -> pa.Table:
    """What the codes meant when this snapshot was loaded, so that it can be read on its own years later."""
    rows = [
        {
            "code_set": code_set.name,
            "code": value.code,
            "label": value.label,
            "group_label": value.group or None,
            "valid_from_on": value.valid_from_on,
            "valid_to_on": value.valid_to_on,
        }
        for code_set in ALL_CODE_SETS
        for value in code_set.codes
    ]
    return pa.Table.from_pylist(rows, schema=arrow_schema(code))


def _clear_all_but(folder: Path, names: Iterable[str]) -> None:
    """Remove what the sources left in the staging folder, such as spilled rows."""
    kept = {name.partition("/")[0] for name in names}
    for path in folder.iterdir():
        if path.name not in kept:
            remove_folder(path) if path.is_dir() else path.unlink()


def _table_entry(folder: Path, name: str, paths: Iterable[Path], *, is_supplied: bool) -> TableEntry:
    paths = tuple(paths)
    return TableEntry(
        name=name,
        row_count=sum(pq.read_metadata(path).num_rows for path in paths),
        is_supplied=is_supplied,
        files=tuple(_file_entry(folder, path) for path in paths),
    )


def _file_entry(folder: Path, path: Path) -> FileEntry:
    return FileEntry(name=_name_in(folder, path), sha256=sha256_of(path), size=path.stat().st_size)


def _batch_entry(batch: Batch) -> BatchEntry:
    known = dataclasses.asdict(batch)
    counts = {f"{fate}_count": known.pop(f"rows_{fate}") for fate in ("read", "loaded", "rejected")}
    return BatchEntry(**known, **counts)
