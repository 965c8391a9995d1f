"""Types, keys and codes, settled once for every format: text rows go in, canonical Parquet files and issues come out.

    raw text          →  settled table           →  Parquet, ordered by key
    "31/02/2015"         NULL and an issue          never a guess, never a lost row

This file knows the tables and nothing of any format.  Everything runs inside DuckDB, which spills to disk, so a file
of ten million rows needs no more memory than a small one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from purplebook.errors import BadInputError
from purplebook.sources import faults
from purplebook.sources.cells import Settled, settle, trimmed
from purplebook.sources.date_order import wrong_date_orders
from purplebook.sources.faults import Fault
from purplebook.sources.known_codes import codes_of
from purplebook.sources.loaded import RowIssue
from purplebook.sources.raw import RawTable, quoted_name, quoted_text
from purplebook.tables import Table

MAY_BE_EMPTY_IN_A_KEY = (("workforce_snapshot", "worker_id"),)
"""The census's line of vacancies names no worker: its other two key columns tell it apart."""

ISSUE_COLUMNS = (
    "file_name VARCHAR, sheet VARCHAR, row BIGINT, column_name VARCHAR, value VARCHAR, reason VARCHAR, "
    "what_to_do VARCHAR, is_rejected BOOLEAN, batch_id VARCHAR"
)


@dataclass(frozen=True)
class Conformed:
    """One canonical table in its final form; the settled rows stay in the temporary table `name_in_database`."""

    table: Table
    name_in_database: str
    raws: tuple[RawTable, ...]


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the temporary table that gathers every issue."""
    connection.execute(f"CREATE OR REPLACE TEMP TABLE row_issue ({ISSUE_COLUMNS})")


def settle_table(
    connection: duckdb.DuckDBPyConnection,
    *,
    raws: Sequence[RawTable],
    authority_code: str,
    extracted_on: date | None,
) -> Conformed:
    """Settle every cell of one canonical table from all its sources, and gather the issues of cells and keys.

    Raises BadInputError when a column's dates are plainly written month first.
    """
    table = raws[0].table
    name = f"settled_{table.name}"

    def build(parts: Sequence[RawTable]) -> None:
        selects = (
            _settled_sql(raw, at=at, authority_code=authority_code, extracted_on=extracted_on)
            for at, raw in enumerate(parts)
        )
        connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS " + "\nUNION ALL ".join(selects))

    try:
        build(raws)
        is_sure = _holds_every_row(connection, name=name, raws=raws)
    except duckdb.Error:
        if all(raw.reread is None for raw in raws):
            raise
        is_sure = False
    if not is_sure:
        raws = tuple(raw.reread() if raw.reread is not None else raw for raw in raws)
        build(raws)
    _gather_cell_issues(connection, name=name, raws=raws)
    wrong = wrong_date_orders(connection, raws=raws)
    if wrong:
        raise BadInputError("\n".join(wrong))
    _reject_bad_keys(connection, name=name, table=table, raws=raws)
    return Conformed(table, name, tuple(raws))


def write_table(connection: duckdb.DuckDBPyConnection, conformed: Conformed, *, to: Path) -> None:
    """Write the rows that were not rejected, ordered by authority and key, so the same files give the same bytes."""
    table, name = conformed.table, conformed.name_in_database
    sources = ", ".join(
        f"({at}, {quoted_text(raw.source.source_format)}, {quoted_text(raw.source.batch_id)})"
        for at, raw in enumerate(conformed.raws)
    )
    columns = ", ".join(quoted_name(column) for column in table.column_names)
    order = ", ".join(f"{quoted_name(column)} NULLS LAST" for column in ("authority_code", *table.key))
    connection.execute(
        f"""COPY (
            SELECT {columns}, row_number() OVER () AS row_id, authority_code, source_format, load_batch_id,
                   source_row, source_cells
            FROM (
                SELECT settled.*, source_format, load_batch_id
                FROM {name} AS settled
                JOIN (VALUES {sources}) AS source(source_at, source_format, load_batch_id) USING (source_at)
                WHERE NOT is_rejected
                ORDER BY {order}, source_at, source_row
            )
        ) TO {quoted_text(str(to))} (FORMAT parquet, COMPRESSION zstd)"""
    )


def check_links(connection: duckdb.DuckDBPyConnection, conformed: Sequence[Conformed]) -> tuple[str, ...]:
    """List every link that points nowhere; return a warning for each table that links need and no file held."""
    by_name = {each.table.name: each for each in conformed}
    missing: dict[str, list[str]] = {}
    for each in conformed:
        for column in each.table.columns:
            if column.to is None:
                continue
            if column.to not in by_name:
                if _has_a_value(connection, name=each.name_in_database, column=column.name):
                    missing.setdefault(column.to, []).append(f"{each.table.name}.{column.name}")
                continue
            target = by_name[column.to]
            _add_issues(
                connection,
                f"""SELECT source_at, source_row, {quoted_text(column.name)} AS column_name, {quoted_name(column.name)} AS value
                    FROM {each.name_in_database} AS child
                    WHERE NOT is_rejected AND {quoted_name(column.name)} IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM {target.name_in_database} AS target
                        WHERE NOT target.is_rejected AND target.authority_code = child.authority_code
                          AND target.{quoted_name(target.table.key[0])} = child.{quoted_name(column.name)})""",
                raws=each.raws,
                fault=faults.POINTS_NOWHERE,
            )
    return tuple(
        f"No file held the table '{target}', so these links were not checked: {', '.join(columns)}."
        for target, columns in sorted(missing.items())
    )


def add_found_issues(connection: duckdb.DuckDBPyConnection, issues: Sequence[RowIssue], *, batch_id: str) -> None:
    """Add issues that a format's own reader found."""
    if not issues:
        return
    found = pa.Table.from_pylist([asdict(issue) for issue in issues], schema=_FOUND_SCHEMA)
    connection.register("found_issue", found)
    connection.execute(f"INSERT INTO row_issue SELECT *, {quoted_text(batch_id)} FROM found_issue")
    connection.unregister("found_issue")


def rows_by_batch(connection: duckdb.DuckDBPyConnection, conformed: Sequence[Conformed]) -> dict[str, int]:
    """Count the rows that were settled, rejected ones too, for each batch."""
    counts: dict[str, int] = {}
    for each in conformed:
        found = connection.execute(f"SELECT source_at, count(*) FROM {each.name_in_database} GROUP BY ALL").fetchall()
        for at, count in found:
            batch_id = each.raws[at].source.batch_id
            counts[batch_id] = counts.get(batch_id, 0) + count
    return counts


def rejected_by_batch(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Count the rows of each batch that were left out."""
    sql = "SELECT batch_id, count(DISTINCT row) FROM row_issue WHERE is_rejected GROUP BY ALL"
    return dict(connection.execute(sql).fetchall())


def _settled_sql(raw: RawTable, *, at: int, authority_code: str, extracted_on: date | None) -> str:
    """One SELECT, in three stages: trim each cell, settle it by kind, then name what went wrong with it."""
    table = raw.table
    given = [column for column in table.columns if column.name in raw.headers]
    settled = {
        column.name: settle(column, cell=f'"cell {column.name}"', value=f'"{column.name}"', codes=codes_of(column))
        for column in given
    }
    names = [column.name for column in given]
    has_authority = "authority_code" in raw.headers
    cells = [f'{trimmed(quoted_name(name))} AS "cell {name}"' for name in names]
    values = [f'{settled[name].value} AS "{name}"' for name in names]
    if has_authority:
        settled["authority_code"] = Settled("", ((_BAD_AUTHORITY, faults.NOT_AN_AUTHORITY),))
        cells.append(f'{trimmed("authority_code")} AS "cell authority_code"')
        valid = """CASE WHEN regexp_full_match("cell authority_code", '[0-9]{3}') THEN "cell authority_code" END"""
        values.append(f"coalesce({valid}, {quoted_text(authority_code)}) AS authority_code")
        names.append("authority_code")
    else:
        values.append(f"{quoted_text(authority_code)} AS authority_code")
    later_birth = table.name == "person" and extracted_on is not None and "born_on" in names
    is_unborn = f"(born_on > DATE '{extracted_on}')" if later_birth else "false"
    outputs = []
    for column in table.columns:
        typed = f'"{column.name}"' if column.name in names else f"CAST(NULL AS {_DUCKDB_TYPES[column.kind]})"
        if later_birth and column.name == "born_on":
            typed = f"CASE WHEN NOT {is_unborn} THEN born_on END"
        if later_birth and column.name == "expected_birth_on":
            typed = f"coalesce({typed}, CASE WHEN {is_unborn} THEN born_on END)"
        outputs.append(f'{typed} AS "{column.name}"')
    checks = [(name, condition, fault) for name in names for condition, fault in settled[name].faults]
    any_fault = " OR ".join(condition for _, condition, _ in checks) or "false"
    first_faults = []
    for name in names:
        if settled[name].faults:
            cases = " ".join(
                f"WHEN {condition} THEN {{'column_name': {quoted_text(raw.headers[name])}, 'name': '{name}', "
                f"'value': \"cell {name}\", 'reason': {quoted_text(fault.reason)}, "
                f"'what_to_do': {quoted_text(fault.what_to_do)}}}"
                for condition, fault in settled[name].faults
            )
            first_faults.append(f"CASE {cases} END")
    found = f"list_filter([{', '.join(first_faults)}], lambda fault: fault IS NOT NULL)" if first_faults else "NULL"
    moved = f'MAP {{{quoted_text(raw.headers["born_on"])}: "cell born_on"}}' if later_birth else "NULL"
    return f"""
        SELECT {", ".join(outputs)}, authority_code, source_row, {at} AS source_at, false AS is_rejected, cell_faults,
               CASE WHEN extra IS NOT NULL OR cell_faults IS NOT NULL OR {is_unborn} THEN to_json(map_concat(
                   extra, CASE WHEN {is_unborn} THEN {moved} END,
                   map_from_entries([{{'key': fault.column_name, 'value': fault.value}} FOR fault IN cell_faults])
               ))::VARCHAR END AS source_cells
        FROM (
            SELECT *, CASE WHEN {any_fault} THEN {found} END AS cell_faults
            FROM (
                SELECT *, {", ".join(values)}
                FROM (SELECT source_row, extra{"".join(", " + cell for cell in cells)} FROM {raw.relation})
            )
        )"""


_FOUND_SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("file_name", "sheet")),
        ("row", pa.int64()),
        *((name, pa.string()) for name in ("column", "value", "reason", "what_to_do")),
        ("is_rejected", pa.bool_()),
    ]
)
_BAD_AUTHORITY = """("cell authority_code" IS NOT NULL AND NOT regexp_full_match("cell authority_code", '[0-9]{3}'))"""
_DUCKDB_TYPES = {
    "identifier": "VARCHAR",
    "link": "VARCHAR",
    "text": "VARCHAR",
    "code": "VARCHAR",
    "details": "VARCHAR",
    "codes": "VARCHAR[]",
    "date": "DATE",
    "yes_no": "BOOLEAN",
    "whole_number": "BIGINT",
    "decimal": "DECIMAL(12, 2)",
}


def _holds_every_row(connection: duckdb.DuckDBPyConnection, *, name: str, raws: Sequence[RawTable]) -> bool:
    """DuckDB 2.0 once gave no rows and no error for a file with Windows line ends, so its count is checked."""
    counts = dict(connection.execute(f"SELECT source_at, count(*) FROM {name} GROUP BY ALL").fetchall())
    for at, raw in enumerate(raws):
        if raw.checks is not None:
            lines, count_surely = raw.checks
            if counts.get(at, 0) != lines and counts.get(at, 0) != count_surely():
                return False
    return True


def _gather_cell_issues(connection: duckdb.DuckDBPyConnection, *, name: str, raws: Sequence[RawTable]) -> None:
    _add_issues(
        connection,
        f"""SELECT source_at, source_row, fault.column_name, fault.value, fault.reason AS reason,
                   fault.what_to_do AS what_to_do
            FROM (SELECT source_at, source_row, unnest(cell_faults) AS fault FROM {name} WHERE cell_faults IS NOT NULL)""",
        raws=raws,
        fault=None,
    )


def _reject_bad_keys(
    connection: duckdb.DuckDBPyConnection, *, name: str, table: Table, raws: Sequence[RawTable]
) -> None:
    """Mark rows without a key, and all but the first of rows with the same key, as rejected."""
    required = [column for column in table.key if (table.name, column) not in MAY_BE_EMPTY_IN_A_KEY]
    keys = ", ".join(quoted_name(column) for column in table.key)
    shown = "concat_ws(', ', " + ", ".join(f"{quoted_name(column)}::VARCHAR" for column in table.key) + ")"
    no_key = " OR ".join(f"{quoted_name(column)} IS NULL" for column in required)
    label = quoted_text(", ".join(raws[0].headers.get(column, column) for column in table.key))
    rejects = f"SELECT source_at, source_row, {label} AS column_name, {shown} AS value FROM {name}"
    _add_issues(connection, f"{rejects} WHERE {no_key}", raws=raws, fault=faults.NO_KEY, is_rejected=True)
    connection.execute(f"UPDATE {name} SET is_rejected = true WHERE {no_key}")
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE repeated_key AS
            SELECT authority_code, {keys} FROM {name} WHERE NOT is_rejected
            GROUP BY ALL HAVING count(*) > 1"""
    )
    if connection.execute("SELECT count(*) FROM repeated_key").fetchall()[0][0] == 0:
        return
    same = " AND ".join(
        f"r.{quoted_name(c)} IS NOT DISTINCT FROM s.{quoted_name(c)}" for c in ("authority_code", *table.key)
    )
    own_keys = ", ".join(f"s.{quoted_name(column)}" for column in ("authority_code", *table.key))
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE later_row AS
            SELECT s.rowid AS row_in_table FROM {name} AS s JOIN repeated_key AS r ON {same}
            WHERE NOT s.is_rejected
            QUALIFY row_number() OVER (PARTITION BY {own_keys} ORDER BY s.source_at, s.source_row, s.rowid) > 1"""
    )
    chosen = "rowid IN (SELECT row_in_table FROM later_row)"
    _add_issues(connection, f"{rejects} WHERE {chosen}", raws=raws, fault=faults.REPEATED_KEY, is_rejected=True)
    connection.execute(f"UPDATE {name} SET is_rejected = true WHERE {chosen}")


def _add_issues(
    connection: duckdb.DuckDBPyConnection,
    found: str,
    *,
    raws: Sequence[RawTable],
    fault: Fault | None,
    is_rejected: bool = False,
) -> None:
    """Add the rows of the query `found`; `fault` gives the words unless the query does."""
    places = ", ".join(
        f"({at}, {quoted_text(raw.source.file_name)}, "
        f"{quoted_text(raw.source.sheet) if raw.source.sheet is not None else 'NULL'}, {quoted_text(raw.source.batch_id)})"
        for at, raw in enumerate(raws)
    )
    words = "reason, what_to_do" if fault is None else f"{quoted_text(fault.reason)}, {quoted_text(fault.what_to_do)}"
    connection.execute(
        f"""INSERT INTO row_issue
            SELECT file_name, sheet, source_row, column_name, value, {words}, {str(is_rejected).lower()}, batch_id
            FROM ({found}) AS found
            JOIN (VALUES {places}) AS place(source_at, file_name, sheet, batch_id) USING (source_at)"""
    )


def _has_a_value(connection: duckdb.DuckDBPyConnection, *, name: str, column: str) -> bool:
    found = connection.execute(f"SELECT 1 FROM {name} WHERE {quoted_name(column)} IS NOT NULL LIMIT 1").fetchone()
    return found is not None
