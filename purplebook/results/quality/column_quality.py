"""The data quality of a snapshot in numbers: columns, issues recorded at load, and what to fix first.

Counts only: no identifier and no cell of a record.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import duckdb

from purplebook.language.indicators import Indicator
from purplebook.results.quality.checks import (
    DEALT_WITH,
    LAST_DEALT_WITH,
    MAY_BE_EMPTY,
    UNKNOWN_CODES,
    Check,
    checks_of,
)
from purplebook.results.quality.weakens import indicators_by_column
from purplebook.results.values import percentage
from purplebook.store import Snapshot
from purplebook.tables import DATA_TABLES, Column, Table
from purplebook.tables.schema import CODES, TEXT


@dataclass(frozen=True)
class ColumnQuality:
    """One column: its rows, those without a value, with a code for "not known", and with a value that cannot be.

    `is_empty_an_answer` is true where the column's meaning says what emptiness means, such as "empty while open"; such
    rows are counted as missing and not as affected.  `implausible_by` counts each check; a row may fail several.
    """

    table: str
    column: str
    rows: int
    missing: int
    unknown: int
    implausible: int
    implausible_by: Mapping[str, int]
    is_supplied: bool
    is_empty_an_answer: bool
    indicators: tuple[str, ...]

    @property
    def affected(self) -> int:
        """How many rows somebody could put right: none where no file supplied the column."""
        if not self.is_supplied:
            return 0
        return self.unknown + self.implausible + (0 if self.is_empty_an_answer else self.missing)

    @property
    def weight(self) -> int:
        """What it is ranked by: the indicators weakened times the rows affected."""
        return len(self.indicators) * self.affected

    def share(self, count: int, *, places: int) -> Decimal | None:
        """A count as a percentage of the rows, rounded half up; None where there is no row."""
        return percentage(count, self.rows, places=places)


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
class Quality:
    """The data quality of a snapshot."""

    snapshot_id: str
    as_at: date
    columns: tuple[ColumnQuality, ...]
    issues: tuple[TableIssues, ...]

    @property
    def to_fix(self) -> tuple[ColumnQuality, ...]:
        """The columns that weaken an indicator, those first that weaken most."""
        weak = [each for each in self.columns if each.weight]
        return tuple(sorted(weak, key=lambda each: (-each.weight, each.table, each.column)))


def quality_of(snapshot: Snapshot, indicators: Sequence[Indicator]) -> Quality:
    """Count the data quality of a snapshot, in one pass over each table that a file supplied."""
    read = indicators_by_column(indicators)
    columns: list[ColumnQuality] = []
    with duckdb.connect() as database:
        for table in DATA_TABLES:
            if table.name in snapshot.table_names and snapshot.is_supplied(table.name):
                columns += _columns_of(database, snapshot, table, read)
        issues = _issues(database, snapshot)
    return Quality(snapshot.id, snapshot.as_at, tuple(columns), issues)


def is_empty_an_answer(column: Column) -> bool:
    """Whether the column's meaning says what it means that a cell is empty, other than that nobody knows."""
    said = re.search(r"\bempty\b(.*)|\bfilled on\b(.*)", column.meaning)
    return bool(said) and not re.search(r"does not say|not known|not recorded", column.meaning)


def _columns_of(
    database: duckdb.DuckDBPyConnection,
    snapshot: Snapshot,
    table: Table,
    read: Mapping[tuple[str, str], tuple[str, ...]],
) -> list[ColumnQuality]:
    stored = set(_stored(database, snapshot, table.name))
    columns = [column for column in table.columns if column.name in stored]
    checks = {
        column.name: [each for each in checks_of(table) if each.column == column.name and _can_ask(each, stored)]
        for column in columns
    }
    asked: list[str] = ["true"]
    for column in columns:
        sql = [each.sql for each in checks[column.name]]
        asked += [_missing(column), _unknown(column), " OR ".join(f"({each})" for each in sql) or "false", *sql]
    counts = ",\n".join(f"COUNT(*) FILTER (WHERE {each})" for each in asked)
    birth = ""
    parameters: dict[str, object] = {"paths": _paths(snapshot, table.name)}
    has_person = "person_id" in stored
    if has_person:
        parameters["people"] = _paths(snapshot, "person")
        birth = (
            "LEFT JOIN (SELECT authority_code, person_id, MIN(born_on) AS born_on FROM read_parquet($people) "
            "GROUP BY ALL) AS p ON p.authority_code = r.authority_code AND p.person_id = r.person_id"
        )
    activity = ""
    if has_person and LAST_DEALT_WITH in counts:
        activity = (
            f"LEFT JOIN ({_last_dealt_with(database, snapshot, parameters)}) AS a "
            "ON a.authority_code = r.authority_code AND a.person_id = r.person_id"
        )
    if "$as_at" in counts + activity:
        parameters["as_at"] = snapshot.as_at
    asked_of = f"read_parquet($paths) AS r {birth} {activity}"
    row = database.execute(f"SELECT {counts}\nFROM {asked_of}", parameters).fetchone() or ()
    numbers = iter(row)
    rows, missing_columns = next(numbers), snapshot.missing_columns(table.name)
    return [
        ColumnQuality(
            table=table.name,
            column=column.name,
            rows=rows,
            missing=next(numbers),
            unknown=next(numbers),
            implausible=next(numbers),
            implausible_by={each.title: next(numbers) for each in checks[column.name]},
            is_supplied=column.name not in missing_columns,
            is_empty_an_answer=is_empty_an_answer(column) or (table.name, column.name) in MAY_BE_EMPTY,
            indicators=read.get((table.name, column.name), ()),
        )
        for column in columns
    ]


def _last_dealt_with(database: duckdb.DuckDBPyConnection, snapshot: Snapshot, parameters: dict[str, object]) -> str:
    """The SQL of each person's last day on which something happened; the paths it reads are added to `parameters`."""
    parts = ["SELECT '' AS authority_code, '' AS person_id, CAST(NULL AS DATE) AS day WHERE false"]
    for name, column in DEALT_WITH.items():
        is_there = name in snapshot.table_names and snapshot.is_supplied(name)
        if is_there and {"person_id", column} <= set(_stored(database, snapshot, name)):
            parameters[f"of_{name}"] = _paths(snapshot, name)
            parts.append(
                f"SELECT authority_code, person_id, MAX({column}) AS day FROM read_parquet($of_{name}) "
                f"WHERE {column} <= $as_at GROUP BY ALL"
            )
    return f"SELECT authority_code, person_id, MAX(day) AS last_on FROM ({' UNION ALL '.join(parts)}) GROUP BY ALL"


def _paths(snapshot: Snapshot, name: str) -> list[str]:
    return [str(path) for path in snapshot.table_paths(name)]


def _stored(database: duckdb.DuckDBPyConnection, snapshot: Snapshot, name: str) -> list[str]:
    """The columns a table has in this snapshot: an older purplebook may have written fewer."""
    found = database.execute("DESCRIBE SELECT * FROM read_parquet($paths)", {"paths": _paths(snapshot, name)})
    return [row[0] for row in found.fetchall()]


def _can_ask(check: Check, stored: set[str]) -> bool:
    return set(re.findall(r"\br\.(\w+)", check.sql)) <= stored


def _missing(column: Column) -> str:
    name = f"r.{column.name}"
    if column.kind == CODES:
        return f"{name} IS NULL OR len({name}) = 0"
    return f"{name} IS NULL OR trim({name}) = ''" if column.kind == TEXT else f"{name} IS NULL"


def _unknown(column: Column) -> str:
    codes = ", ".join(f"'{each}'" for each in UNKNOWN_CODES.get(column.code_set or "", ()))
    if not codes:
        return "false"
    return f"list_has_any(r.{column.name}, [{codes}])" if column.kind == CODES else f"r.{column.name} IN ({codes})"


def _issues(database: duckdb.DuckDBPyConnection, snapshot: Snapshot) -> tuple[TableIssues, ...]:
    found = database.execute(
        'SELECT file_name, sheet, "column", reason, what_to_do, is_rejected, COUNT(*) AS rows '
        "FROM read_parquet($path) GROUP BY ALL ORDER BY rows DESC, file_name, sheet, 3, reason, what_to_do",
        {"path": str(snapshot.issues_path)},
    ).fetchall()
    return tuple(TableIssues(*row) for row in found)
