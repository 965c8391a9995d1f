"""The whole of reading, on one screen: files → their formats → text rows → canonical tables, issues and batches."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Protocol

import duckdb

from purplebook.errors import BadInputError, UserError
from purplebook.sources import (
    annex_a,
    canonical_csv,
    cin_census,
    conform,
    local_registers,
    ssd,
    ssda903,
    workforce_census,
)
from purplebook.sources.batches import batches_of
from purplebook.sources.coverage import authority_warnings, covers_to, ending_warnings, later_row_warnings
from purplebook.sources.coverage_gap import gap_warnings
from purplebook.sources.days import asks_for_days, teach_days
from purplebook.sources.derived import fill_derived
from purplebook.sources.files import OLD_OFFICE, ZIP, InputFile, examine, gather, layout_hint, name_fault, shortened
from purplebook.sources.from_snapshot import check_can_be_added, forget_told_again, raw_files_of
from purplebook.sources.nearest_format import nearest_hint
from purplebook.sources.no_room import is_no_room
from purplebook.sources.postcodes import fill_distances
from purplebook.sources.raw import RawFiles, RawTable, quoted_text
from purplebook.sources.sense import report_nonsense
from purplebook.sources.still_open import report_grown_up
from purplebook.sources.together import Together
from purplebook.sources.workbook_cells import workbook_fault, workbook_warnings
from purplebook.store import Snapshot
from purplebook.store.hashed import Mark, is_unchanged, mark_of
from purplebook.store.loaded import Loaded, RowIssue
from purplebook.store.parquet_sql import parquet_rows
from purplebook.tables import DATA_TABLES


class InputFormat(Protocol):
    """What a module of one format offers.  `recognise` judges by content, never by the name alone."""

    @property
    def TITLE(self) -> str:
        """How messages name the format."""
        ...

    def recognise(self, file: InputFile) -> bool:
        """Whether the file is of this format."""
        ...

    def read(
        self, files: Sequence[InputFile], *, work: Path, as_at: date | None, progress: Callable[[str], None]
    ) -> RawFiles:
        """Return the rows in text under our column names; raises BadInputError with every fault it finds."""
        ...


FORMATS: tuple[InputFormat, ...] = (
    local_registers,
    ssda903,
    ssd,
    cin_census,
    workforce_census,
    canonical_csv,
    annex_a,
)
"""Asked in this order.  Canonical CSV would take a register or a return, Annex A any workbook, so they come last."""

MEMORY_LIMITS = ("400MB", "3GB")
"""What DuckDB may hold in memory; beyond it, it works on disk inside the staging folder.

Little at first, so that a return of any size loads on any machine; much only when a step cannot do with little.
"""


def read_files(
    paths: Sequence[Path],
    *,
    staging: Path,
    authority_code: str,
    as_at: date | None,
    covers_from: date | None = None,
    databases: Sequence[str] = (),
    before: Snapshot | None = None,
    progress: Callable[[str], None] = lambda message: None,
) -> Loaded:
    """Turn files into canonical tables under `staging`; a folder means every file in it.

    `before` is a snapshot to which the files are added: its rows are read with theirs.

    `databases` are SQLAlchemy addresses of databases that hold the Standard Safeguarding Dataset.

    `covers_from` is the day from which the records are complete, where the format does not say so itself.

    Raises BadInputError, with every fault of every file, when any file cannot be read as a whole.  A faulty row never
    stops a load: it is listed among the issues.
    """
    named_paths, faults, warnings = gather(paths) if paths or not databases else ((), (), ())
    marks = {path: mark_of(path) for path, _ in named_paths if path.is_file()}
    files, unreadable = _examine_all(named_paths)
    chosen, more = _formats_of(files, faults=(*faults, *unreadable), progress=progress)
    warnings = (*warnings, *more)
    staging.mkdir(parents=True, exist_ok=True)
    work = staging / ".work"
    try:
        raws = _read_all(chosen, databases, work=work, as_at=as_at, covers_from=covers_from, progress=progress)
        if before is not None:
            check_can_be_added(before, [source for raw in raws for source in raw.sources])
            raws = (*raw_files_of(before, work=work / "before"), *raws)
        settle = partial(
            _settle_all,
            raws,
            files=files,
            staging=staging,
            authority_code=authority_code,
            as_at=as_at,
            before=before,
            warnings=warnings,
            progress=progress,
        )
        loaded = _within_memory(settle, limits=_memory_limits(raws), spill=work / "spill")
        check_unchanged(files, marks)
        return loaded
    except UserError:
        raise
    except Exception as error:
        if not is_no_room(error):
            raise
        raise UserError(
            "There was too little memory or disk space to load these files. The store is as it was. Free some space on "
            "its disk and load again, or load fewer files at once."
        ) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def check_unchanged(files: Sequence[InputFile], marks: Mapping[Path, Mark]) -> None:
    """Refuse files that were written to while they were read: what was loaded may be neither the old nor the new."""
    changed = [
        file.name
        for file in files
        if file.path in marks and not is_unchanged(file.path, marks[file.path], sha256=file.sha256)
    ]
    if changed:
        raise BadInputError(
            f"{', '.join(changed)}: changed while being read, so nothing was loaded. Wait until what writes there has "
            "ended, and load again."
        )


def _memory_limits(raws: Sequence[RawFiles]) -> tuple[str, ...]:
    """The limits worth trying: DuckDB's own reader of CSV takes more than the least of them for its buffers."""
    is_gathered = all(table.reread is None for raw in raws for table in raw.tables)
    return MEMORY_LIMITS if is_gathered else MEMORY_LIMITS[-1:]


def _within_memory(
    settle: Callable[[duckdb.DuckDBPyConnection], Loaded], *, limits: Sequence[str], spill: Path
) -> Loaded:
    """Settle within the first of the limits that is enough; what an attempt leaves behind, the next writes over."""
    for limit in limits:
        with duckdb.connect(":memory:") as connection:
            connection.execute(f"SET temp_directory = {quoted_text(str(spill))}")
            connection.execute(f"SET memory_limit = '{limit}'")
            try:
                return settle(connection)
            except duckdb.OutOfMemoryException:
                if limit == limits[-1]:
                    raise
    raise AssertionError("there is no limit to try")


def _read_all(
    chosen: Sequence[tuple[InputFormat, tuple[InputFile, ...]]],
    databases: Sequence[str],
    *,
    work: Path,
    as_at: date | None,
    covers_from: date | None,
    progress: Callable[[str], None],
) -> tuple[RawFiles, ...]:
    """What each format found in its files; raises BadInputError with the faults of all of them."""
    readers = [partial(input_format.read, files) for input_format, files in chosen]
    readers += [partial(ssd.read_database, address) for address in databases]
    raw_files, faults = [], []
    for at, read in enumerate(readers):
        own_work = work / str(at)
        own_work.mkdir(parents=True, exist_ok=True)
        try:
            raw = read(work=own_work, as_at=as_at, progress=progress)
        except BadInputError as error:
            faults.append(str(error))
            continue
        if covers_from is not None:
            raw = replace(raw, covers_from={table.name: covers_from for table in DATA_TABLES})
        raw_files.append(raw)
    if faults:
        raise BadInputError("\n".join(faults))
    return tuple(raw_files)


def _examine_all(named_paths: Sequence[tuple[Path, str]]) -> tuple[tuple[InputFile, ...], tuple[str, ...]]:
    files, faults = [], []
    for path, name in named_paths:
        try:
            files.append(examine(path, name=name))
        except OSError:
            faults.append(f"{path}: the file cannot be opened. Close it elsewhere, or ask for the right to read it.")
    return tuple(files), tuple(faults)


def _formats_of(
    files: Sequence[InputFile], *, faults: Sequence[str], progress: Callable[[str], None]
) -> tuple[tuple[tuple[InputFormat, tuple[InputFile, ...]], ...], tuple[str, ...]]:
    """Each format that some file has, with its files, and what is odd about workbooks; one of no format is bad input.

    A workbook's oddities are asked here, while its sheets are at hand.
    """
    faults = list(faults)
    warnings: list[str] = []
    by_format: dict[str, list[InputFile]] = {}
    for file in files:
        progress(f"looking at {file.name}")
        fault = name_fault(file) or workbook_fault(file)
        recognised = [input_format for input_format in FORMATS if fault is None and input_format.recognise(file)]
        if fault is None and not recognised:
            titles = ", ".join(input_format.TITLE for input_format in FORMATS)
            hint = layout_hint(file) or nearest_hint(file)
            fault = (
                f"{file.name}: no format that purplebook knows ({titles}).{hint} "
                f"Check that it is the right file; leave others out of the folder."
            )
        if fault is not None:
            faults.append(fault)
        else:
            by_format.setdefault(recognised[0].TITLE, []).append(file)
            warnings += _oddities_of(file)
    if faults:
        raise BadInputError("\n".join(shortened(faults)))
    chosen = tuple(
        (input_format, tuple(by_format[input_format.TITLE]))
        for input_format in FORMATS
        if input_format.TITLE in by_format
    )
    return chosen, tuple(warnings)


def _oddities_of(file: InputFile) -> tuple[str, ...]:
    """What is odd about a workbook; a damaged one is told by its reader."""
    if file.kind not in (ZIP, OLD_OFFICE):
        return ()
    try:
        return workbook_warnings(file)
    except BadInputError:
        return ()


def _settle_all(
    raw_files: Sequence[RawFiles],
    connection: duckdb.DuckDBPyConnection,
    *,
    files: Sequence[InputFile],
    staging: Path,
    authority_code: str,
    as_at: date | None,
    before: Snapshot | None,
    warnings: Sequence[str],
    progress: Callable[[str], None],
) -> Loaded:
    conform.prepare(connection)
    if any(asks_for_days(table.relation) for raw in raw_files for table in raw.tables):
        teach_days(connection)
    together = Together(connection)
    order = [table.name for table in DATA_TABLES]
    extracted_on = {source.batch_id: raw.extracted_on for raw in raw_files for source in raw.sources}
    tables = [table for raw in raw_files for table in raw.tables]
    conformed, faults = [], []
    for _, group in groupby(sorted(tables, key=lambda raw: order.index(raw.table.name)), key=_table_name):
        raws = tuple(group)
        progress(f"checking {raws[0].table.name}")
        try:
            settled = conform.settle_table(
                connection, raws=raws, authority_code=authority_code, extracted_on=extracted_on
            )
        except BadInputError as error:
            faults.append(str(error))
            continue
        conform.reject_repeated_keys(connection, settled, within_format=True)
        together.join(settled)
        if together.is_any_joined or len({part.source.source_format for part in settled.raws}) > 1:
            conform.reject_repeated_keys(connection, settled)
        report_nonsense(connection, settled)
        conformed.append(settled)
    if faults:
        raise BadInputError("\n".join(faults))
    for settled in conformed:
        for part in settled.raws:
            conform.add_found_issues(connection, part.issues, batch_id=part.source.batch_id)
        # A conference names the plan it led to, whose table comes after its own.
        together.follow(settled)
    _add_found_issues(connection, raw_files)
    conformed, distances = fill_distances(connection, fill_derived(connection, conformed))
    progress("checking links between tables")
    link_warnings = conform.check_links(connection, conformed)
    table_paths = {}
    for settled in conformed:
        progress(f"writing {settled.table.name}")
        path = staging / f"{settled.table.name}.parquet"
        days = {"covers_from": _covers_from(raw_files, settled), "covers_to": covers_to(raw_files, settled)}
        conform.write_table(connection, settled, to=path, **days)
        table_paths[settled.table.name] = path
    later = later_row_warnings(connection, conformed, as_at=as_at)
    described = as_at or max((raw.extracted_on for raw in raw_files if raw.extracted_on is not None), default=None)
    grown_up = report_grown_up(connection, conformed, day=described)
    if before is not None:
        forget_told_again(connection, before)
    batches = batches_of(connection, raw_files, conformed, files=files)
    issues_path = staging / "row_issue.parquet"
    connection.execute(
        f"""COPY (SELECT DISTINCT file_name, sheet, row, column_name AS "column", value, reason, what_to_do, is_rejected
                  FROM row_issue ORDER BY ALL NULLS LAST)
            TO {quoted_text(str(issues_path))} (FORMAT parquet, COMPRESSION zstd)"""
    )
    # One cell of a return may become cells of several tables, and is still one fault.
    (issue_count,) = connection.execute(f"SELECT count(*) FROM {parquet_rows([issues_path])}").fetchall()[0]
    empty = [
        f"{batch.file_name}: the file has a header and no rows."
        if batch.sheet is None
        else f"{batch.file_name}, sheet '{batch.sheet}': the sheet has a header and no rows."
        for batch in batches
        # Annex A says it of its lists itself, by their numbers.
        if batch.rows_read == 0 and (batch.sheet is None or batch.source_format != annex_a.NAME)
    ]
    return Loaded(
        table_paths=table_paths,
        batches=batches,
        issues_path=issues_path,
        issue_count=issue_count,
        rejected_count=sum(batch.rows_rejected for batch in batches),
        warnings=(
            *_warnings_of(before),
            *warnings,
            *ending_warnings(raw_files),
            *authority_warnings(raw_files, authority_code=authority_code),
            *later,
            *(warning for raw in raw_files for warning in raw.warnings),
            *empty,
            *link_warnings,
            *gap_warnings(raw_files, conformed),
            *distances,
            *grown_up,
            *together.choices,
        ),
    )


def _warnings_of(before: Snapshot | None) -> tuple[str, ...]:
    """What was said when the snapshot was loaded to which files are added; which tables lack is worked out anew."""
    said = before.manifest.warnings if before is not None else ()
    return tuple(warning for warning in said if not warning.startswith(conform.LINKS_UNCHECKED))


def _add_found_issues(connection: duckdb.DuckDBPyConnection, raw_files: Sequence[RawFiles]) -> None:
    """Add what the formats' own readers found, each issue to its own file or sheet."""
    for raw in raw_files:
        by_place: dict[tuple[str, str | None], list[RowIssue]] = {}
        for issue in raw.issues:
            by_place.setdefault((issue.file_name, issue.sheet), []).append(issue)
        for source in raw.sources:
            own = by_place.get((source.file_name, source.sheet), [])
            conform.add_found_issues(connection, own, batch_id=source.batch_id)


def _covers_from(raw_files: Sequence[RawFiles], settled: conform.Conformed) -> date | None:
    """The day from which some format's records of the table are complete; None when one of them holds everything."""
    formats = {part.source.source_format for part in settled.raws}
    days = [
        raw.covers_from.get(settled.table.name)
        for raw in raw_files
        if any(source.source_format in formats for source in raw.sources)
    ]
    return None if None in days else min((day for day in days if day is not None), default=None)


def _table_name(raw: RawTable) -> str:
    return raw.table.name
