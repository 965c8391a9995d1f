"""A snapshot as one more source of a load, so that files can be added to the day that is loaded already.

Its rows go back to text and are settled once more with the new ones: children and links meet as if all the files had
been loaded together, and every row keeps the file that it came from, its batch and its issues.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from purplebook.errors import BadInputError
from purplebook.sources import canonical_csv, local_registers
from purplebook.sources.faults import POINTS_NOWHERE
from purplebook.sources.raw import AUTHORITY, RawFiles, RawTable, Source, quoted_text
from purplebook.store import Snapshot
from purplebook.store.loaded import RowIssue
from purplebook.store.parquet_sql import parquet_rows
from purplebook.tables import DATA_TABLES, Table

READ_ALONE = (canonical_csv.NAME, local_registers.NAME)
"""Formats whose files are read one by one.  Files of any other are read together: years, lists and tables of one."""


def check_can_be_added(before: Snapshot, sources: Sequence[Source]) -> None:
    """Raise BadInputError when these files cannot be added to a snapshot without being read together with its own."""
    batches = before.manifest.batches
    faults = []
    names = {batch.file_name for batch in batches}
    for name in dict.fromkeys(source.file_name for source in sources if source.file_name in names):
        faults.append(
            f"{name}: {before.id} holds a file of this name already. Rename it where it is another, or load all the "
            "files of the day together where it takes that one's place."
        )
    shared = {batch.source_format for batch in batches} & {source.source_format for source in sources}
    for name in sorted(shared - set(READ_ALONE)):
        told = ", ".join(dict.fromkeys(source.file_name for source in sources if source.source_format == name))
        faults.append(
            f"{told}: {before.id} holds files of the same format ({name}), which are read together. Load all the files "
            "of the day together."
        )
    if faults:
        raise BadInputError("\n".join(faults))


def raw_files_of(before: Snapshot, *, work: Path) -> tuple[RawFiles, ...]:
    """Everything that a snapshot holds, as what was found in its files: one for each day of extraction."""
    work.mkdir(parents=True, exist_ok=True)
    issues = [
        RowIssue(**issue)
        for issue in before.issues().to_pylist()
        # A link that led nowhere may lead somewhere now, and is looked at again.
        if issue["reason"] != POINTS_NOWHERE.reason
    ]
    found = []
    batches = {batch.batch_id: batch for batch in before.manifest.batches}
    sources = {
        key: Source(batch.file_name, batch.sheet, batch.source_format, batch.sha256) for key, batch in batches.items()
    }
    if any(source.batch_id != key for key, source in sources.items()):
        raise BadInputError(f"{before.id} was not loaded from files, so no file can be added to it.")
    tables = [raw for table in DATA_TABLES for raw in _raw_tables(before, table, sources=sources, work=work)]
    for day in dict.fromkeys(batch.extracted_on for batch in batches.values()):
        own = {key: source for key, source in sources.items() if batches[key].extracted_on == day}
        places = {(source.file_name, source.sheet) for source in own.values()}
        found.append(
            RawFiles(
                tables=tuple(raw for raw in tables if raw.source.batch_id in own),
                extracted_on=day,
                sources=tuple(own.values()),
                rows_taken={key: batches[key].loaded_count for key in own},
                issues=tuple(issue for issue in issues if (issue.file_name, issue.sheet) in places),
                covers_from=_said(before, "covers_from"),
                covers_to=_said(before, "covers_to"),
            )
        )
    return tuple(found)


def forget_told_again(connection: duckdb.DuckDBPyConnection, before: Snapshot) -> None:
    """Take away the issues that were found in the snapshot's rows again, under our names for the columns."""
    connection.register("before_issue", before.issues())
    same = (
        "b.file_name = i.file_name AND b.sheet IS NOT DISTINCT FROM i.sheet AND b.row = i.row AND b.reason = i.reason"
    )
    connection.execute(
        f"""DELETE FROM row_issue AS i
            WHERE EXISTS (SELECT 1 FROM before_issue AS b WHERE {same}) AND NOT EXISTS (
                SELECT 1 FROM before_issue AS b WHERE {same} AND b."column" IS NOT DISTINCT FROM i.column_name)"""
    )
    connection.unregister("before_issue")


def _said(before: Snapshot, what: str) -> dict[str, date]:
    supplied = [table.name for table in DATA_TABLES if before.is_supplied(table.name)]
    days = {name: getattr(before, what)(name) for name in supplied}
    return {name: day for name, day in days.items() if day is not None}


def _raw_tables(before: Snapshot, table: Table, *, sources: dict[str, Source], work: Path) -> list[RawTable]:
    """The rows of one table in text, those of each batch on their own; a table without rows goes to the first batch."""
    if not before.is_supplied(table.name):
        return []
    rows = before.read(table.name)
    missing = before.missing_columns(table.name)
    names = [name for name in table.column_names if name not in missing]
    text = {name: _text(rows.column(name)) for name in (*names, AUTHORITY)}
    extra = pa.array(
        [_cells(cells) for cells in rows.column("source_cells").to_pylist()], pa.map_(pa.string(), pa.string())
    )
    numbers = rows.column("source_row").cast(pa.int64())
    path = work / f"{table.name}.parquet"
    content = {"source_row": numbers, "extra": extra, "batch": rows.column("load_batch_id"), **text}
    pq.write_table(pa.table(content), path, compression="none", write_statistics=False)
    headers = {name: name for name in (*names, AUTHORITY)}
    keys = rows.column("load_batch_id").unique().to_pylist() or list(sources)[:1]
    return [
        RawTable(
            table,
            sources[key],
            f"(SELECT * EXCLUDE (batch) FROM {parquet_rows([path])} WHERE batch = {quoted_text(key)})",
            headers,
            are_dates_in_order=True,
        )
        for key in keys
    ]


def _text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_list(column.type):
        return pa.chunked_array(
            [[None if codes is None else ";".join(codes) for codes in column.to_pylist()]], pa.string()
        )
    return column.cast(pa.string())


def _cells(kept: str | None) -> list[tuple[str, str]] | None:
    return list(json.loads(kept).items()) if kept else None
