"""Files or a database → one new snapshot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq

from purplebook.errors import BadInputError, StoreError
from purplebook.run.progress import Progress, silent
from purplebook.sources import read_files
from purplebook.store import Loaded, Snapshot, Store
from purplebook.tables import DATA_TABLES

DATA_TABLE_NAMES = frozenset(table.name for table in DATA_TABLES)


def load_files(
    store: Store,
    paths: Sequence[Path],
    *,
    authority_code: str,
    as_at: date | None,
    covers_from: date | None = None,
    databases: Sequence[str] = (),
    progress: Progress = silent,
    waiting: Progress = silent,
) -> Snapshot:
    """Load files as one new snapshot, which becomes the current one; when anything fails the store is as it was.

    `waiting` is told who is loading when another load must end first.
    """
    progress("waiting for the store")
    with store.loading(on_wait=waiting) as loading:
        loaded = read_files(
            paths,
            staging=loading.staging / "read",
            authority_code=authority_code,
            as_at=as_at,
            covers_from=covers_from,
            databases=databases,
            progress=progress,
        )
        described = as_at or max((batch.extracted_on for batch in loaded.batches if batch.extracted_on), default=None)
        if described is None:
            raise BadInputError(
                "These files do not say which day they describe. Say it: `purplebook load FILES --as-at 2015-08-31`."
            )
        _refuse_nothing(loaded)
        lost = replaced_warnings(store, loaded, as_at=described)
        progress("publishing the snapshot")
        return loading.publish(replace(loaded, warnings=(*lost, *loaded.warnings)), as_at=described)


def _refuse_nothing(loaded: Loaded) -> None:
    """Refuse a load without a row: as the latest snapshot it would hide everything loaded before."""
    read = sum(batch.rows_read for batch in loaded.batches)
    if sum(batch.rows_loaded for batch in loaded.batches):
        return
    names = ", ".join(dict.fromkeys(batch.file_name for batch in loaded.batches))
    if not read:
        raise BadInputError(
            f"{names}: headers and no rows, so nothing was loaded and the store is as it was. Fill in what is "
            "empty, or name files that hold rows."
        )
    found = pq.read_table(loaded.issues_path).to_pylist()
    reasons = dict.fromkeys(f"{issue['reason']}: {issue['what_to_do']}" for issue in found if issue["is_rejected"])
    shown = "".join(f"\n  {reason}" for reason in list(reasons)[:5])
    rows = "The one row" if read == 1 else f"None of the {read:,} rows"
    raise BadInputError(
        f"{names}: {rows} could {'not ' if read == 1 else ''}be loaded, so the store is as it was.{shown}"
    )


def replaced_warnings(store: Store, loaded: Loaded, *, as_at: date) -> tuple[str, ...]:
    """A warning when the snapshot that this load takes the place of held rows of tables that this load lacks.

    That is the last one of the same day; of another day, the last one of all, since figures are asked of the latest.
    """
    try:
        before = store.snapshots()
    except StoreError:
        # A damaged snapshot is told by `purplebook check`, and stops no load.
        return ()
    if not before:
        return ()
    of_the_day = [snapshot for snapshot in before if snapshot.as_at == as_at]
    replaced = (of_the_day or before)[-1]
    held = [table.name for table in replaced.manifest.tables if table.row_count]
    lacking = [
        name
        for name in held
        if name in DATA_TABLE_NAMES and (name not in loaded.table_paths or not _row_count(loaded.table_paths[name]))
    ]
    if not lacking:
        return ()
    return (
        f"This load replaces {replaced.id} as the {'snapshot of its day' if of_the_day else 'latest snapshot'}, which "
        f"also held rows of {', '.join(lacking)}. Load all the files of a day together.",
    )


def _row_count(path: Path) -> int:
    """How many rows a table has that lies in one file, or in the files of a folder."""
    parts = sorted(path.glob("*.parquet")) if path.is_dir() else [path]
    return sum(pq.read_metadata(part).num_rows for part in parts)
