"""Reads what the records hold about one child, as it was known on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from purplebook.engine.duckdb.engine import DuckDBEngine
from purplebook.outputs.chronology.events import tellings
from purplebook.outputs.chronology.telling import Told, date_columns
from purplebook.results.child import Child
from purplebook.store import Snapshot
from purplebook.tables import TABLES_BY_NAME, Table

Row = dict[str, Any]


def rows_of(engine: DuckDBEngine, table: Table, child: Child) -> list[Row]:
    """Every row of a table about the child, in stored order."""
    authority, person = engine.dialect.literal(child.authority_code), engine.dialect.literal(child.person_id)
    return engine.run(
        f"SELECT * EXCLUDE (source_cells) FROM {table.name}\n"
        f"WHERE authority_code = {authority} AND person_id = {person} ORDER BY row_id"
    ).to_pylist()


def undated_count(rows: Sequence[Row], table: Table) -> int:
    """How many rows have no day at all, and so no place in a story."""
    return sum(not any(row[column] for column in date_columns(table)) for row in rows)


def known_by(found: Sequence[Row], table: Table, as_at: date) -> list[Row]:
    """The rows as they were known on a day: what comes later is left open."""
    days = date_columns(table)
    told = [column for column, telling in tellings(table).items() if isinstance(telling, Told)]
    rows = []
    for row in found:
        known = {name: None if name in days and value and value > as_at else value for name, value in row.items()}
        # A row that has only days to come is not known yet; one that has no day at all may hold.
        if any(known[column] for column in told) or not any(row[column] for column in told):
            rows.append(known)
    return rows


def add_linked(engine: DuckDBEngine, rows: Mapping[str, list[Row]], snapshot: Snapshot, child: Child) -> None:
    """Give each row the values of other tables' rows that point at it, where a sentence names them."""
    for name, own in rows.items():
        wanted = {
            field
            for telling in tellings(TABLES_BY_NAME[name]).values()
            if isinstance(telling, Told)
            for field in telling.sentence.fields
            if "." in field
        }
        key = TABLES_BY_NAME[name].key[0]
        for field in sorted(wanted):
            linked, column = field.split(".")
            if not own or linked not in snapshot.table_names:
                continue
            keys = ", ".join(engine.dialect.literal(row[key]) for row in own)
            found = engine.run(
                f"SELECT {key}, {column} FROM {linked} WHERE {key} IN ({keys}) "
                f"AND authority_code = {engine.dialect.literal(child.authority_code)} ORDER BY row_id"
            ).to_pylist()
            for row in own:
                row[field] = [each[column] for each in found if each[key] == row[key] and each[column] is not None]


def team_names(engine: DuckDBEngine, child: Child) -> dict[str, str]:
    """The names of the authority's teams, by key."""
    authority = engine.dialect.literal(child.authority_code)
    found = engine.run(f"SELECT team_id, name FROM team WHERE authority_code = {authority}").to_pylist()
    return {row["team_id"]: row["name"] for row in found}


def files_of(engine: DuckDBEngine) -> dict[str, tuple[str | None, str | None]]:
    """The file and the sheet of each batch that was loaded."""
    found = engine.run("SELECT batch_id, file_name, sheet FROM load_batch").to_pylist()
    return {row["batch_id"]: (row["file_name"], row["sheet"]) for row in found}


def family_of(engine: DuckDBEngine, facts: Sequence[Row], child: Child) -> tuple[str, ...]:
    """The numbers of everyone else who is recorded in the same family, in order."""
    families = [row["value_text"] for row in facts if row["attribute_type"] == "FAMILY" and row["value_text"]]
    if not families:
        return ()
    literal = engine.dialect.literal
    listed = ", ".join(map(literal, families))
    found = engine.run(
        "SELECT DISTINCT COALESCE(person.la_child_id, person.person_id) AS number\n"
        "FROM person_attribute AS fact JOIN person ON person.authority_code = fact.authority_code "
        "AND person.person_id = fact.person_id\n"
        f"WHERE fact.attribute_type = 'FAMILY' AND fact.value_text IN ({listed})\n"
        f"AND fact.authority_code = {literal(child.authority_code)}\n"
        f"AND fact.person_id <> {literal(child.person_id)}\n"
        "ORDER BY number"
    )
    return tuple(found.column("number").to_pylist())
