"""Counts what is empty, not known or cannot be in the records of a snapshot, column by column.

Counts only: no identifier and no cell of a record leaves here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import duckdb

from purplebook.engine.records.empty_cells import EmptyCells, count_empty, supplied_tables
from purplebook.engine.records.plausible import LAST_DEALT_WITH, Check, checks_of
from purplebook.store import Snapshot
from purplebook.store.parquet_sql import parquet_rows
from purplebook.store.spilling import spill_folder
from purplebook.tables import DATA_TABLES, Table


@dataclass(frozen=True)
class ColumnCounts:
    """One column: the rows it can be told of; those empty, with a code for "not known", or with what cannot be.

    `not_applicable` counts the other rows of the table.  `implausible_by` counts each check; a row may fail several.
    """

    table: str
    column: str
    rows: int
    not_applicable: int
    missing: int
    unknown: int
    implausible: int
    implausible_by: Mapping[str, int]


@dataclass(frozen=True)
class TableIssues:
    """The issues of one column of one file, as they were recorded at load, without the values."""

    file_name: str
    sheet: str | None
    column: str | None
    reason: str
    what_to_do: str
    is_rejected: bool
    rows: int


@dataclass(frozen=True)
class QualityCounts:
    """Every column that a file supplied, and the issues of the load."""

    columns: tuple[ColumnCounts, ...]
    issues: tuple[TableIssues, ...]


def count_quality(snapshot: Snapshot) -> QualityCounts:
    """Count over each table that a file supplied."""
    columns: list[ColumnCounts] = []
    empty = count_empty(snapshot)
    with (
        snapshot.reading(),
        spill_folder(snapshot.store_path) as spill,
        duckdb.connect(config={"temp_directory": spill}) as database,
    ):
        for table in supplied_tables(snapshot):
            columns += _columns_of(database, snapshot, table, empty)
        return QualityCounts(tuple(columns), _issues(database, snapshot))


def _columns_of(
    database: duckdb.DuckDBPyConnection,
    snapshot: Snapshot,
    table: Table,
    empty: Mapping[tuple[str, str], EmptyCells],
) -> list[ColumnCounts]:
    stored = set(snapshot.stored_columns(table.name))
    columns = [column for column in table.columns if column.name in stored]
    asked_checks = [check for check in checks_of(table) if _can_ask(check, stored)]
    checks = {column.name: [check for check in asked_checks if check.column == column.name] for column in columns}
    asked: list[str] = []
    for column in columns:
        sql = [check.sql for check in checks[column.name]]
        asked += [" OR ".join(f"({condition})" for condition in sql) or "false", *sql]
    counts = ",\n".join(f"COUNT(*) FILTER (WHERE {condition})" for condition in asked)
    birth = ""
    parameters: dict[str, object] = {}
    has_person = "person_id" in stored
    if has_person:
        birth = (
            "LEFT JOIN (SELECT authority_code, person_id, MIN(born_on) AS born_on "
            f"FROM {parquet_rows(snapshot.table_paths('person'))} "
            "GROUP BY ALL) AS p ON p.authority_code = r.authority_code AND p.person_id = r.person_id"
        )
    activity = ""
    if has_person and LAST_DEALT_WITH in counts:
        activity = (
            f"LEFT JOIN ({_last_dealt_with(snapshot)}) AS a "
            "ON a.authority_code = r.authority_code AND a.person_id = r.person_id"
        )
    if "$as_at" in counts + activity:
        parameters["as_at"] = snapshot.as_at
    asked_of = f"{parquet_rows(snapshot.table_paths(table.name))} AS r {birth} {activity}"
    row = database.execute(f"SELECT {counts}\nFROM {asked_of}", parameters).fetchone() or ()
    numbers = iter(row)
    return [
        ColumnCounts(
            table=table.name,
            column=column.name,
            **vars(empty[table.name, column.name]),
            implausible=next(numbers),
            implausible_by={check.title: next(numbers) for check in checks[column.name]},
        )
        for column in columns
    ]


def _last_dealt_with(snapshot: Snapshot) -> str:
    """The SQL of each person's last day on which something happened."""
    parts = ["SELECT '' AS authority_code, '' AS person_id, CAST(NULL AS DATE) AS day WHERE false"]
    for table in DATA_TABLES:
        name, column = table.name, table.dealt_with_on
        is_there = column is not None and name in snapshot.table_names and snapshot.is_supplied(name)
        if is_there and {"person_id", column} <= set(snapshot.stored_columns(name)):
            parts.append(
                f"SELECT authority_code, person_id, MAX({column}) AS day "
                f"FROM {parquet_rows(snapshot.table_paths(name))} WHERE {column} <= $as_at GROUP BY ALL"
            )
    return f"SELECT authority_code, person_id, MAX(day) AS last_on FROM ({' UNION ALL '.join(parts)}) GROUP BY ALL"


def _can_ask(check: Check, stored: set[str]) -> bool:
    return set(re.findall(r"\br\.(\w+)", check.sql)) <= stored


def _issues(database: duckdb.DuckDBPyConnection, snapshot: Snapshot) -> tuple[TableIssues, ...]:
    issues = database.execute(
        'SELECT file_name, sheet, "column", reason, what_to_do, is_rejected, COUNT(*) AS rows '
        f"FROM {parquet_rows([snapshot.issues_path])} GROUP BY ALL "
        "ORDER BY rows DESC, file_name, sheet, 3, reason, what_to_do",
    ).fetchall()
    return tuple(TableIssues(*row) for row in issues)
