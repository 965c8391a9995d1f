"""Reading the dataset from a folder of CSV or Parquet files, one for each table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import duckdb

from purplebook.errors import BadInputError
from purplebook.sources.careful_csv import lines_above
from purplebook.sources.days import teach_days
from purplebook.sources.faults import Fault
from purplebook.sources.files import InputFile
from purplebook.sources.raw import RawFiles, Source, quoted_name, quoted_text
from purplebook.sources.ssd.episodes import EPISODES, complete_episodes
from purplebook.sources.ssd.headings import header_of, heading_of_table
from purplebook.sources.ssd.mapping import BY_NAME, table_of
from purplebook.sources.ssd.relations import raw_table
from purplebook.sources.ssd.staging import Staged, stage_file
from purplebook.store.loaded import RowIssue
from purplebook.store.parquet_sql import parquet_rows

NAME = "ssd"
TITLE = "Standard Safeguarding Dataset"
MEMORY_LIMIT = "2GB"
NOT_JSON = Fault("not JSON", "The codes in this cell were left out; its text was kept. Export the table again.")


def recognise(file: InputFile) -> bool:
    """Whether the file's header is that of one table of the dataset."""
    return table_of(header_of(file)) is not None


def read(files: Sequence[InputFile], *, work: Path, as_at: date | None, progress: Callable[[str], None]) -> RawFiles:
    """Return the rows of each file as text; raises BadInputError with the faults of every header."""
    faults: list[str] = []
    warnings: list[str] = []
    staged: list[Staged] = []
    left_out: list[str] = []
    with connect(work) as connection:
        for at, file in enumerate(files):
            progress(f"reading {file.name}")
            name = table_of(header_of(file))
            if name not in BY_NAME:
                left_out.append(file.name)
                continue
            if file.encoding == "cp1252" and file.kind == "text":
                warnings.append(f"{file.name}: not UTF-8, so it was read as Windows-1252. Check names with accents.")
            source = Source(file.name, None, NAME, file.sha256)
            try:
                table = stage_file(
                    connection,
                    file,
                    ssd=BY_NAME[name],
                    source=source,
                    heading=heading_of_table(file),
                    work=work,
                    at=at,
                )
                warnings += lines_above(file.name, table.header_row)
                staged.append(table)
            except BadInputError as error:
                faults.append(str(error))
            except duckdb.Error:
                faults.append(f"{file.name}: the Parquet file is damaged and cannot be read. Export it again.")
        if faults:
            raise BadInputError("\n".join(faults))
        return as_raw_files(connection, staged, work=work, as_at=as_at, left_out=left_out, warnings=warnings)


def connect(work: Path) -> duckdb.DuckDBPyConnection:
    """A connection for staging, whose spilled rows stay under `work`."""
    connection = duckdb.connect(":memory:")
    connection.execute(f"SET temp_directory = {quoted_text(str(work / 'ssd_spill'))}")
    connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
    teach_days(connection)
    return connection


def as_raw_files(
    connection: duckdb.DuckDBPyConnection,
    staged: Sequence[Staged],
    *,
    work: Path,
    as_at: date | None,
    left_out: Sequence[str],
    warnings: Sequence[str] = (),
) -> RawFiles:
    """What staged tables become; raises BadInputError when care leavers are among them and no day is known."""
    if as_at is None and any(table.ssd.name == "ssd_care_leavers" for table in staged):
        raise BadInputError(
            "ssd_care_leavers says where young people stand on a day, and the dataset does not say which. "
            "Name the day on which it was extracted (--as-at)."
        )
    notices = list(warnings)
    done: list[Staged] = []
    for table in staged:
        if table.ssd.name == EPISODES:
            completed = complete_episodes(connection, table, all_staged=_by_table(staged), to=work)
            table = completed.staged
            notices += completed.warnings
        done.append(table)
    staged, by_table = done, _by_table(done)
    raws = [raw_table(table, part, all_staged=by_table, as_at=as_at) for table in staged for part in table.ssd.parts]
    if left_out:
        notices.append(f"These tables of the dataset have no place in the canonical tables: {', '.join(left_out)}.")
    return RawFiles(
        tables=tuple(raw for raw in raws if raw is not None),
        extracted_on=as_at,
        sources=tuple(table.source for table in staged),
        rows_taken={table.source.batch_id: table.row_count for table in staged},
        rows_above={table.source.batch_id: table.rows_above for table in staged},
        issues=tuple(issue for table in staged for issue in (*table.issues, *_json_issues(connection, table))),
        warnings=tuple(notices),
    )


def _by_table(staged: Sequence[Staged]) -> dict[str, list[Staged]]:
    tables: dict[str, list[Staged]] = {}
    for table in staged:
        tables.setdefault(table.ssd.name, []).append(table)
    return tables


def _json_issues(connection: duckdb.DuckDBPyConnection, staged: Staged) -> list[RowIssue]:
    """The cells that should hold JSON and do not: nothing can be taken from them."""
    issues = []
    for name in staged.ssd.json_columns:
        if name not in staged.headers:
            continue
        cell = quoted_name(name)
        rows = connection.execute(
            f"""SELECT source_row, {cell} FROM {parquet_rows([staged.path])}
                WHERE {cell} IS NOT NULL AND NOT json_valid({cell}) ORDER BY source_row"""
        ).fetchall()
        issues += [
            NOT_JSON.in_row(file_name=staged.source.file_name, row=row, column=staged.headers[name], value=value)
            for row, value in rows
        ]
    return issues
