"""What the records hold about one child, as it was known on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from purplebook.engine.base import Engine
from purplebook.engine.records.known import known_sql
from purplebook.engine.records.open import open_engine
from purplebook.store import Snapshot
from purplebook.tables import DATA_TABLES, TABLES_BY_NAME, Table

Row = dict[str, Any]

PERSON_TABLES: tuple[Table, ...] = tuple(table for table in DATA_TABLES if table.is_about_a_person)
"""The tables whose rows point at a person, and the persons themselves, in the order of a child's journey."""


@dataclass(frozen=True)
class ChildRecords:
    """Every row about one child that was known on a day, by table, with what its rows lead to.

    A row holds, under `table.column`, the values of other tables' rows that point at it, where the table's story names
    them.  `undated` counts the rows that have no day at all; `files` gives each batch its file and sheet; `family` are
    the numbers of everyone else who is recorded in the same family.
    """

    rows: Mapping[str, Sequence[Row]]
    undated: Mapping[str, int]
    teams: Mapping[str, str]
    files: Mapping[str, tuple[str | None, str | None]]
    family: tuple[str, ...]


def child_records(snapshot: Snapshot, *, authority_code: str, person_id: str, as_at: date) -> ChildRecords:
    """What was known of one person on a day."""
    stored = [table for table in PERSON_TABLES if table.name in snapshot.table_names]
    rows: dict[str, list[Row]] = {}
    undated: dict[str, int] = {}
    with open_engine(snapshot, (), authorities=(authority_code,)) as engine:
        for table in stored:
            rows[table.name] = _rows(engine, table, authority_code=authority_code, person_id=person_id, as_at=as_at)
            undated[table.name] = sum(row.pop("has_no_day") for row in rows[table.name])
        _add_linked(engine, rows, snapshot, authority_code=authority_code)
        facts = rows.get("person_attribute", [])
        return ChildRecords(
            rows=rows,
            undated=undated,
            teams=_team_names(engine, authority_code=authority_code),
            files=_files(engine),
            family=_family(engine, facts, authority_code=authority_code, person_id=person_id),
        )


def _rows(engine: Engine, table: Table, *, authority_code: str, person_id: str, as_at: date) -> list[Row]:
    literal = engine.dialect.literal
    own = (
        f"(SELECT * FROM {table.name} WHERE authority_code = {literal(authority_code)} "
        f"AND person_id = {literal(person_id)})"
    )
    known = known_sql(table, source=own, on=as_at, dialect=engine.dialect)
    return engine.run(f"{known}\nORDER BY row_id").to_pylist()


def _add_linked(engine: Engine, rows: Mapping[str, list[Row]], snapshot: Snapshot, *, authority_code: str) -> None:
    """Give each row the values of other tables' rows that point at it, where a sentence names them."""
    literal = engine.dialect.literal
    for name, own in rows.items():
        key = TABLES_BY_NAME[name].key[0]
        for linked, column in sorted(set(TABLES_BY_NAME[name].story.linked())):
            if not own or linked not in snapshot.table_names:
                continue
            keys = ", ".join(literal(row[key]) for row in own)
            pointing = engine.run(
                f"SELECT {key}, {column} FROM {linked} WHERE {key} IN ({keys}) "
                f"AND authority_code = {literal(authority_code)} ORDER BY row_id"
            ).to_pylist()
            for row in own:
                row[f"{linked}.{column}"] = [
                    other[column] for other in pointing if other[key] == row[key] and other[column] is not None
                ]


def _team_names(engine: Engine, *, authority_code: str) -> dict[str, str]:
    authority = engine.dialect.literal(authority_code)
    teams = engine.run(f"SELECT team_id, name FROM team WHERE authority_code = {authority}").to_pylist()
    return {row["team_id"]: row["name"] for row in teams}


def _files(engine: Engine) -> dict[str, tuple[str | None, str | None]]:
    batches = engine.run("SELECT batch_id, file_name, sheet FROM load_batch").to_pylist()
    return {row["batch_id"]: (row["file_name"], row["sheet"]) for row in batches}


def _family(engine: Engine, facts: Sequence[Row], *, authority_code: str, person_id: str) -> tuple[str, ...]:
    families = [row["value_text"] for row in facts if row["attribute_type"] == "FAMILY" and row["value_text"]]
    if not families:
        return ()
    literal = engine.dialect.literal
    listed = ", ".join(map(literal, families))
    others = engine.run(
        "SELECT DISTINCT COALESCE(person.la_child_id, person.person_id) AS number\n"
        "FROM person_attribute AS fact JOIN person ON person.authority_code = fact.authority_code "
        "AND person.person_id = fact.person_id\n"
        f"WHERE fact.attribute_type = 'FAMILY' AND fact.value_text IN ({listed})\n"
        f"AND fact.authority_code = {literal(authority_code)}\n"
        f"AND fact.person_id <> {literal(person_id)}\n"
        "ORDER BY number"
    )
    return tuple(others.column("number").to_pylist())
