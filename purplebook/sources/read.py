"""The whole of reading, on one screen: files → one format → text rows → canonical tables, issues and batches."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Protocol

import duckdb

from purplebook.errors import BadInputError, UserError
from purplebook.sources import annex_a, canonical_csv, conform
from purplebook.sources.files import InputFile, examine, gather, name_fault
from purplebook.sources.loaded import Batch, Loaded
from purplebook.sources.raw import RawFiles, RawTable, quoted_text
from purplebook.sources.workbook import workbook_fault
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


FORMATS: tuple[InputFormat, ...] = (canonical_csv, annex_a)

MEMORY_LIMIT = "3GB"
"""What DuckDB may hold in memory; beyond it, it works on disk inside the staging folder."""


def read_files(
    paths: Sequence[Path],
    *,
    staging: Path,
    authority_code: str,
    as_at: date | None,
    covers_from: date | None = None,
    progress: Callable[[str], None] = lambda message: None,
) -> Loaded:
    """Turn files into canonical tables under `staging`; a folder means every file in it.

    `covers_from` is the day from which the records are complete, where the format does not say so itself.

    Raises BadInputError, with every fault of every file, when any file cannot be read as a whole.  A faulty row never
    stops a load: it is listed among the issues.
    """
    found, faults, warnings = gather(paths)
    files, unreadable = _examine_all(found)
    chosen = _choose_format(files, faults=(*faults, *unreadable))
    staging.mkdir(parents=True, exist_ok=True)
    work = staging / ".work"
    work.mkdir(exist_ok=True)
    try:
        with duckdb.connect(":memory:") as connection:
            connection.execute(f"SET temp_directory = {quoted_text(str(work / 'spill'))}")
            connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
            raw = chosen.read(files, work=work, as_at=as_at, progress=progress)
            if covers_from is not None:
                raw = replace(raw, covers_from={table.name: covers_from for table in DATA_TABLES})
            return _settle_all(
                connection, raw, staging=staging, authority_code=authority_code, warnings=warnings, progress=progress
            )
    except (duckdb.OutOfMemoryException, duckdb.IOException) as error:
        raise UserError(
            f"There was too little memory or disk space to load these files. Free some space under {staging.parent} "
            "and load again, or load fewer files at once."
        ) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _examine_all(paths: Sequence[Path]) -> tuple[tuple[InputFile, ...], tuple[str, ...]]:
    files, faults = [], []
    for path in paths:
        try:
            files.append(examine(path))
        except OSError:
            faults.append(f"{path}: the file cannot be opened. Close it elsewhere, or ask for the right to read it.")
    return tuple(files), tuple(faults)


def _choose_format(files: Sequence[InputFile], *, faults: Sequence[str]) -> InputFormat:
    """The one format that every file has; a file of no format, or two formats at once, is bad input."""
    faults = list(faults)
    by_format: dict[str, list[str]] = {}
    for file in files:
        fault = name_fault(file) or workbook_fault(file)
        recognised = [each for each in FORMATS if fault is None and each.recognise(file)]
        if fault is None and not recognised:
            fault = (
                f"{file.name}: neither a CSV file with the columns of a table nor a workbook with Annex A lists. "
                "Check that it is the right file; leave others out of the folder."
            )
        if fault is not None:
            faults.append(fault)
        else:
            by_format.setdefault(recognised[0].TITLE, []).append(file.name)
    if len(by_format) > 1:
        groups = "; ".join(f"{title}: {', '.join(names)}" for title, names in by_format.items())
        faults.append(f"These files are of two formats ({groups}). Load one format at a time.")
    if faults:
        raise BadInputError("\n".join(faults))
    title = next(iter(by_format))
    return next(each for each in FORMATS if each.TITLE == title)


def _settle_all(
    connection: duckdb.DuckDBPyConnection,
    raw: RawFiles,
    *,
    staging: Path,
    authority_code: str,
    warnings: Sequence[str],
    progress: Callable[[str], None],
) -> Loaded:
    conform.prepare(connection)
    order = [table.name for table in DATA_TABLES]
    conformed, faults = [], []
    for _, group in groupby(sorted(raw.tables, key=lambda each: order.index(each.table.name)), key=_table_name):
        raws = tuple(group)
        progress(f"checking {raws[0].table.name}")
        try:
            conformed.append(
                conform.settle_table(
                    connection, raws=raws, authority_code=authority_code, extracted_on=raw.extracted_on
                )
            )
        except BadInputError as error:
            faults.append(str(error))
    if faults:
        raise BadInputError("\n".join(faults))
    for each in conformed:
        for part in each.raws:
            conform.add_found_issues(connection, part.issues, batch_id=part.source.batch_id)
    for source in raw.sources:
        own = tuple(
            issue for issue in raw.issues if issue.sheet == source.sheet and issue.file_name == source.file_name
        )
        conform.add_found_issues(connection, own, batch_id=source.batch_id)
    progress("checking links between tables")
    link_warnings = conform.check_links(connection, conformed)
    table_paths = {}
    for each in conformed:
        progress(f"writing {each.table.name}")
        path = staging / f"{each.table.name}.parquet"
        conform.write_table(connection, each, to=path, covers_from=raw.covers_from.get(each.table.name))
        table_paths[each.table.name] = path
    batches = _batches(connection, raw, conformed)
    issues_path = staging / "row_issue.parquet"
    connection.execute(
        f"""COPY (SELECT file_name, sheet, row, column_name AS "column", value, reason, what_to_do, is_rejected
                  FROM row_issue ORDER BY ALL NULLS LAST)
            TO {quoted_text(str(issues_path))} (FORMAT parquet, COMPRESSION zstd)"""
    )
    issue_count = connection.execute("SELECT count(*) FROM row_issue").fetchall()[0][0]
    empty = [
        f"{batch.file_name}: the file has a header and no rows."
        for batch in batches
        if batch.rows_read == 0 and batch.sheet is None
    ]
    return Loaded(
        table_paths=table_paths,
        batches=batches,
        issues_path=issues_path,
        issue_count=issue_count,
        rejected_count=sum(batch.rows_rejected for batch in batches),
        warnings=(*warnings, *raw.warnings, *empty, *link_warnings),
    )


def _batches(
    connection: duckdb.DuckDBPyConnection, raw: RawFiles, conformed: Sequence[conform.Conformed]
) -> tuple[Batch, ...]:
    """What became of every row of every source."""
    settled, rejected = conform.rows_by_batch(conformed), conform.rejected_by_batch(connection)
    left_out_early = {
        part.source.batch_id: sum(issue.is_rejected for issue in part.issues)
        for each in conformed
        for part in each.raws
    }
    batches = []
    for source in raw.sources:
        key = source.batch_id
        rows_read = raw.rows_read.get(key, settled.get(key, 0) + left_out_early.get(key, 0))
        rows_rejected = rejected.get(key, 0)
        batches.append(
            Batch(
                batch_id=key,
                file_name=source.file_name,
                sheet=source.sheet,
                source_format=source.source_format,
                extracted_on=raw.extracted_on,
                sha256=source.sha256,
                rows_read=rows_read,
                rows_loaded=rows_read - rows_rejected,
                rows_rejected=rows_rejected,
            )
        )
    return tuple(batches)


def _table_name(raw: RawTable) -> str:
    return raw.table.name
