"""Files or a database → one new snapshot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq

from purplebook.errors import BadInputError, StoreError
from purplebook.run.addresses import check_words, is_address
from purplebook.run.place import Place, check_not_ahead
from purplebook.run.progress import Progress, silent
from purplebook.run.words import read_day, several
from purplebook.sources import read_files
from purplebook.store import Batch, Loaded, Snapshot, Store
from purplebook.store.loaded import ISSUE_SCHEMA
from purplebook.tables import DATA_TABLES

DATA_TABLE_NAMES = frozenset(table.name for table in DATA_TABLES)


AUTHORITY_CODE = r"\d{3}"


@dataclass(frozen=True)
class LoadResult:
    """What a load did, in counts: nothing of it is a child's data."""

    snapshot: Snapshot

    @property
    def id(self) -> str:
        """The new snapshot's name."""
        return self.snapshot.id

    @property
    def as_at(self) -> date:
        """The last day its records describe."""
        return self.snapshot.as_at

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the person who loaded should know."""
        return tuple(self.snapshot.manifest.warnings)

    @property
    def plain(self) -> dict[str, object]:
        """All of it for a program."""
        manifest = self.snapshot.manifest
        return {
            "snapshot": self.id,
            "as_at": self.as_at.isoformat(),
            "rows_read": sum(batch.read_count for batch in manifest.batches),
            "rows_loaded": sum(batch.loaded_count for batch in manifest.batches),
            "rows_rejected": sum(batch.rejected_count for batch in manifest.batches),
            "issues": manifest.issue_count,
            "tables": {table.name: table.row_count for table in manifest.tables if table.is_supplied},
            "warnings": list(self.warnings),
        }

    @property
    def text(self) -> str:
        """All of it for a person."""
        batches, manifest = self.snapshot.manifest.batches, self.snapshot.manifest
        read, rejected = (sum(getattr(batch, f"{fate}_count") for batch in batches) for fate in ("read", "rejected"))
        lines = [
            f"Snapshot {self.id}: {read - rejected:,} of {read:,} rows loaded from {len(batches)} "
            f"{'file or sheet' if len(batches) == 1 else 'files and sheets'}."
        ]
        if rejected:
            lines.append(f"Rows read {read:,} = rows loaded {read - rejected:,} + rows rejected {rejected:,}.")
        if manifest.issue_count:
            lines.append(
                f"{manifest.issue_count:,} {'issue' if manifest.issue_count == 1 else 'issues'} found, {rejected:,} "
                f"{'row' if rejected == 1 else 'rows'} left out: `purplebook issues` lists them."
            )
        missing = [table.name for table in DATA_TABLES if not self.snapshot.is_supplied(table.name)]
        if missing:
            lines.append(f"No file supplied these tables, and their figures say so: {', '.join(missing)}.")
        return "\n".join(lines)

    def __repr__(self) -> str:
        return self.text


def load(
    place: Place,
    files: str | Path | Iterable[str | Path],
    *,
    as_at: str | date | None = None,
    covers_from: str | date | None = None,
    authority: str | None = None,
    progress: Progress = silent,
    waiting: Progress = silent,
) -> LoadResult:
    """Load files, folders of them, or databases by their address; the place says whose they are unless this does."""
    day = read_day(as_at)
    check_not_ahead(day, today=date.today())
    since = read_day(covers_from)
    code = authority or place.authority_code
    if code is None or not re.fullmatch(AUTHORITY_CODE, code):
        raise BadInputError("Say whose records these are by the three digits of the authority: --authority CODE.")
    named = [str(file) for file in several(files)]
    check_words(named)
    snapshot = load_files(
        place.store,
        [Path(name) for name in named if not is_address(name)],
        databases=[name for name in named if is_address(name)],
        authority_code=code,
        as_at=day,
        covers_from=since,
        progress=progress,
        waiting=waiting,
    )
    return LoadResult(snapshot)


def load_tables(place: Place, make: Callable[[Path], Sequence[Batch]], *, as_at: date) -> LoadResult:
    """Publish canonical tables that are made rather than read, such as an invented region's.

    `make` is lent an empty folder on the store's own disk.  It writes each table there as a folder of Parquet files,
    named as the table, and returns the batches that its rows name.  When it fails the store is as it was.
    """
    with place.store.loading() as loading:
        folder, issues = loading.staging / "tables", loading.staging / "row_issue.parquet"
        folder.mkdir()
        batches = tuple(make(folder))
        pq.write_table(ISSUE_SCHEMA.empty_table(), issues)
        loaded = Loaded(
            table_paths={path.name: path for path in sorted(folder.iterdir())},
            batches=batches,
            issues_path=issues,
            issue_count=0,
            rejected_count=0,
            warnings=(),
        )
        return LoadResult(loading.publish(loaded, as_at=as_at))


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
    issues = pq.read_table(loaded.issues_path).to_pylist()
    reasons = dict.fromkeys(f"{issue['reason']}: {issue['what_to_do']}" for issue in issues if issue["is_rejected"])
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
    filled = [table.name for table in replaced.manifest.tables if table.row_count]
    lacking = [
        name
        for name in filled
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
