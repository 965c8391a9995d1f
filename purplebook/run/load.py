"""Files or a database → one new snapshot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq

from purplebook.engine.kept.beside import keep
from purplebook.errors import BadInputError, StoreError
from purplebook.run.addresses import check_words, is_address
from purplebook.run.place import Place, check_not_ahead
from purplebook.run.progress import Progress, silent
from purplebook.run.words import read_day, several
from purplebook.sources.apart import read_apart
from purplebook.store import Batch, Loaded, Snapshot, Store
from purplebook.store.loaded import issue_schema
from purplebook.store.whole_parquet import read_whole
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
    add: bool = False,
    replace: bool = False,
    progress: Progress = silent,
    waiting: Progress = silent,
) -> LoadResult:
    """Load files, folders of them, or databases by their address; the place says whose they are unless this does.

    `add` adds the files to the snapshot of the day.  Without it, one that would take the place of that snapshot and
    lacks rows of it is refused, unless `replace` says so.
    """
    if add and replace:
        raise BadInputError("--add keeps what is loaded of the day and --replace does without it: give one of the two.")
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
        is_added=add,
        may_replace=replace,
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
        pq.write_table(issue_schema().empty_table(), issues)
        loaded = Loaded(
            table_paths={path.name: path for path in sorted(folder.iterdir())},
            batches=batches,
            issues_path=issues,
            issue_count=0,
            rejected_count=0,
            warnings=(),
        )
        return LoadResult(loading.publish(loaded, as_at=as_at, before=keep))


def load_files(
    store: Store,
    paths: Sequence[Path],
    *,
    authority_code: str,
    as_at: date | None,
    covers_from: date | None = None,
    databases: Sequence[str] = (),
    is_added: bool = False,
    may_replace: bool = True,
    progress: Progress = silent,
    waiting: Progress = silent,
) -> Snapshot:
    """Load files as one new snapshot of their day; when anything fails the store is as it was.

    `waiting` is told who is loading when another load must end first; `may_replace` says that rows of the day that
    these files lack may be hidden.
    """
    progress("waiting for the store")
    with store.loading(on_wait=waiting) as loading:
        before = _added_to(store, as_at) if is_added else None
        as_at = before.as_at if before is not None else as_at
        loaded = read_apart(
            paths,
            staging=loading.staging / "read",
            authority_code=authority_code,
            as_at=as_at,
            covers_from=covers_from,
            databases=databases,
            before=before,
            progress=progress,
        )
        told_days = (batch.extracted_on for batch in loaded.batches if batch.extracted_on)
        described = as_at or max(told_days, default=None)
        if described is None:
            raise BadInputError(
                "These files do not say which day they describe. Say it: `purplebook load FILES --as-at 2015-08-31`."
            )
        _refuse_nothing(loaded, before=before)
        said = _said_of_others(store, loaded, as_at=described, may_replace=may_replace)
        progress("publishing the snapshot")
        warnings = tuple(dict.fromkeys((*said, *loaded.warnings)))
        return loading.publish(replace(loaded, warnings=warnings), as_at=described, before=keep)


def _added_to(store: Store, as_at: date | None) -> Snapshot:
    """The snapshot that files are added to: the last of the day that is named, or of the latest day."""
    if as_at is None:
        return store.latest()
    of_the_day = [snapshot for snapshot in store.snapshots() if snapshot.as_at == as_at]
    if not of_the_day:
        raise BadInputError(
            f"Nothing is loaded of {as_at.isoformat()}, so there is nothing to add these files to. Load them without "
            "--add, with the other files of the day."
        )
    return store.snapshot(of_the_day[-1].id)


def _refuse_nothing(loaded: Loaded, *, before: Snapshot | None) -> None:
    """Refuse a load without a row: as the latest snapshot it would hide everything loaded before."""
    there = {batch.batch_id for batch in before.manifest.batches} if before is not None else set()
    batches = [batch for batch in loaded.batches if batch.batch_id not in there]
    read = sum(batch.rows_read for batch in batches)
    if sum(batch.rows_loaded for batch in batches):
        return
    names = ", ".join(dict.fromkeys(batch.file_name for batch in batches))
    if not read:
        raise BadInputError(
            f"{names}: headers and no rows, so nothing was loaded and the store is as it was. Fill in what is "
            "empty, or name files that hold rows."
        )
    issues = read_whole(loaded.issues_path).to_pylist()
    reasons = dict.fromkeys(f"{issue['reason']}: {issue['what_to_do']}" for issue in issues if issue["is_rejected"])
    shown = "".join(f"\n  {reason}" for reason in list(reasons)[:5])
    rows = "The one row" if read == 1 else f"None of the {read:,} rows"
    raise BadInputError(
        f"{names}: {rows} could {'not ' if read == 1 else ''}be loaded, so the store is as it was.{shown}"
    )


def _said_of_others(store: Store, loaded: Loaded, *, as_at: date, may_replace: bool) -> tuple[str, ...]:
    """What should be known of the snapshots that are there.

    Raises BadInputError when the load would take the place of one of its day that holds rows of tables that it lacks,
    and it may not.
    """
    try:
        before = store.snapshots()
    except StoreError:
        # A damaged snapshot is told by `purplebook check`, and stops no load.
        return ()
    if not before:
        return ()
    latest = max(reversed(before), key=lambda snapshot: snapshot.as_at)
    of_the_day = [snapshot for snapshot in before if snapshot.as_at == as_at]
    if of_the_day:
        lacking = _lacking(of_the_day[-1], loaded)
        names = ", ".join(lacking)
        what = f"{of_the_day[-1].id} also holds rows of {names}, which these files lack."
        if lacking and not may_replace:
            raise BadInputError(
                f"{what} Nothing was loaded. To add these files to what is loaded of that day, load them with --add; "
                "to do without those rows, with --replace."
            )
        said = f"This load replaces {of_the_day[-1].id} as the snapshot of its day, which also held rows of {names}."
        return (said,) if lacking else ()
    if latest.as_at > as_at:
        return (
            f"{latest.id} is of a later day and stays the latest: commands answer from it unless --as-at names a day.",
        )
    lacking = _lacking(latest, loaded)
    if not lacking:
        return ()
    return (
        f"This load replaces {latest.id} as the latest snapshot, which also held rows of {', '.join(lacking)}. Load "
        "all the files of a day together.",
    )


def _lacking(snapshot: Snapshot, loaded: Loaded) -> list[str]:
    """The tables of which a snapshot holds rows and a load does not."""
    filled = [table.name for table in snapshot.manifest.tables if table.row_count]
    return [
        name
        for name in filled
        if name in DATA_TABLE_NAMES and (name not in loaded.table_paths or not _row_count(loaded.table_paths[name]))
    ]


def _row_count(path: Path) -> int:
    """How many rows a table has that lies in one file, or in the files of a folder."""
    parts = sorted(path.glob("*.parquet")) if path.is_dir() else [path]
    return sum(pq.read_metadata(part).num_rows for part in parts)
