"""Counts what is empty, not known or cannot be in the records of a snapshot, column by column.

Counts only: no identifier and no cell of a record leaves here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import duckdb

from purplebook.engine.records.plausible import LAST_DEALT_WITH, Check, checks_of
from purplebook.store import Snapshot
from purplebook.store.parquet_sql import parquet_rows
from purplebook.store.spilling import spill_folder
from purplebook.tables import DATA_TABLES, Column, Table
from purplebook.tables.codes.unknown import UNKNOWN_CODES
from purplebook.tables.schema import CODES, TEXT, Where


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


def count_quality(snapshot: Snapshot, *, only: Collection[tuple[str, str]] | None = None) -> QualityCounts:
    """Count in one pass over each table that a file supplied.

    With `only`, of those columns by (table, column) alone what is empty or not known: nothing else is looked at.
    """
    columns: list[ColumnCounts] = []
    with (
        snapshot.reading(),
        spill_folder(snapshot.store_path) as spill,
        duckdb.connect(config={"temp_directory": spill}) as database,
    ):
        for table in DATA_TABLES:
            asked = None if only is None else {column for name, column in only if name == table.name}
            if asked != set() and table.name in snapshot.table_names and snapshot.is_supplied(table.name):
                columns += _columns_of(database, snapshot, table, only=asked)
        return QualityCounts(tuple(columns), _issues(database, snapshot) if only is None else ())


def _columns_of(
    database: duckdb.DuckDBPyConnection,
    snapshot: Snapshot,
    table: Table,
    *,
    only: Collection[str] | None,
) -> list[ColumnCounts]:
    stored = set(_stored(database, snapshot, table.name))
    columns = [column for column in table.columns if column.name in stored and (only is None or column.name in only)]
    asked_checks = [check for check in checks_of(table) if _can_ask(check, stored)] if only is None else []
    checks = {column.name: [check for check in asked_checks if check.column == column.name] for column in columns}
    asked: list[str] = ["true"]
    for column in columns:
        sql = [check.sql for check in checks[column.name]]
        applies = _applies(column, stored)
        asked += [
            applies,
            f"({applies}) AND ({_missing(column)})",
            f"({applies}) AND ({_unknown(column)})",
            " OR ".join(f"({condition})" for condition in sql) or "false",
            *sql,
        ]
    counts = ",\n".join(f"COUNT(*) FILTER (WHERE {condition})" for condition in asked)
    birth = ""
    parameters: dict[str, object] = {}
    has_person = "person_id" in stored and only is None
    if has_person:
        birth = (
            "LEFT JOIN (SELECT authority_code, person_id, MIN(born_on) AS born_on "
            f"FROM {parquet_rows(snapshot.table_paths('person'))} "
            "GROUP BY ALL) AS p ON p.authority_code = r.authority_code AND p.person_id = r.person_id"
        )
    activity = ""
    if has_person and LAST_DEALT_WITH in counts:
        activity = (
            f"LEFT JOIN ({_last_dealt_with(database, snapshot)}) AS a "
            "ON a.authority_code = r.authority_code AND a.person_id = r.person_id"
        )
    if "$as_at" in counts + activity:
        parameters["as_at"] = snapshot.as_at
    asked_of = f"{parquet_rows(snapshot.table_paths(table.name))} AS r {birth} {activity}"
    row = database.execute(f"SELECT {counts}\nFROM {asked_of}", parameters).fetchone() or ()
    numbers = iter(row)
    every = next(numbers)
    return [
        ColumnCounts(
            table=table.name,
            column=column.name,
            rows=(rows := next(numbers)),
            not_applicable=every - rows,
            missing=next(numbers),
            unknown=next(numbers),
            implausible=next(numbers),
            implausible_by={check.title: next(numbers) for check in checks[column.name]},
        )
        for column in columns
    ]


def _last_dealt_with(database: duckdb.DuckDBPyConnection, snapshot: Snapshot) -> str:
    """The SQL of each person's last day on which something happened."""
    parts = ["SELECT '' AS authority_code, '' AS person_id, CAST(NULL AS DATE) AS day WHERE false"]
    for table in DATA_TABLES:
        name, column = table.name, table.dealt_with_on
        is_there = column is not None and name in snapshot.table_names and snapshot.is_supplied(name)
        if is_there and {"person_id", column} <= set(_stored(database, snapshot, name)):
            parts.append(
                f"SELECT authority_code, person_id, MAX({column}) AS day "
                f"FROM {parquet_rows(snapshot.table_paths(name))} WHERE {column} <= $as_at GROUP BY ALL"
            )
    return f"SELECT authority_code, person_id, MAX(day) AS last_on FROM ({' UNION ALL '.join(parts)}) GROUP BY ALL"


def _stored(database: duckdb.DuckDBPyConnection, snapshot: Snapshot, name: str) -> list[str]:
    """The columns a table has in this snapshot: an older purplebook may have written fewer."""
    description = database.execute(f"DESCRIBE SELECT * FROM {parquet_rows(snapshot.table_paths(name))}")
    return [row[0] for row in description.fetchall()]


def _can_ask(check: Check, stored: set[str]) -> bool:
    return set(re.findall(r"\br\.(\w+)", check.sql)) <= stored


def _applies(column: Column, stored: set[str]) -> str:
    """Of which rows the column can be told: all of its conditions hold that the snapshot's columns can answer."""
    return " AND ".join(_condition(where) for where in column.applies if where.column in stored) or "true"


def _condition(where: Where) -> str:
    name = f"r.{where.column}"
    if where.is_filled is not None:
        return f"{name} IS {'NOT ' if where.is_filled else ''}NULL"
    values = ", ".join(f"'{value}'" for value in where.among or where.not_among)
    return f"coalesce(CAST({name} AS VARCHAR) {'' if where.among else 'NOT '}IN ({values}), true)"


def _missing(column: Column) -> str:
    name = f"r.{column.name}"
    if column.kind == CODES:
        return f"{name} IS NULL OR len({name}) = 0"
    return f"{name} IS NULL OR trim({name}) = ''" if column.kind == TEXT else f"{name} IS NULL"


def _unknown(column: Column) -> str:
    codes = ", ".join(f"'{code}'" for code in UNKNOWN_CODES.get(column.code_set or "", ()))
    if not codes:
        return "false"
    return f"list_has_any(r.{column.name}, [{codes}])" if column.kind == CODES else f"r.{column.name} IN ({codes})"


def _issues(database: duckdb.DuckDBPyConnection, snapshot: Snapshot) -> tuple[TableIssues, ...]:
    issues = database.execute(
        'SELECT file_name, sheet, "column", reason, what_to_do, is_rejected, COUNT(*) AS rows '
        f"FROM {parquet_rows([snapshot.issues_path])} GROUP BY ALL "
        "ORDER BY rows DESC, file_name, sheet, 3, reason, what_to_do",
    ).fetchall()
    return tuple(TableIssues(*row) for row in issues)
