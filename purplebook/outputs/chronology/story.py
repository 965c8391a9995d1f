"""Gathers one child's events from a snapshot: what happened, on which day, in which team, and the row that says so."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from purplebook.engine.duckdb_engine import DuckDBEngine
from purplebook.outputs.chronology.events import PERSON_TABLES, tellings
from purplebook.outputs.chronology.sentence import inside
from purplebook.outputs.chronology.telling import NotTold, Told, date_columns
from purplebook.results.child import Child
from purplebook.results.snapshots import open_engine
from purplebook.store import Snapshot
from purplebook.tables import TABLES_BY_NAME, Table

Row = dict[str, Any]

STORY_SCHEMA = pa.schema(
    [
        ("happened_on", pa.date32()),
        ("event", pa.string()),
        ("team", pa.string()),
        ("table", pa.string()),
        ("record", pa.string()),
        ("file_name", pa.string()),
        ("sheet", pa.string()),
        ("source_row", pa.int64()),
    ]
)
ENDS = ("ended_on", "closed_on")
"""Dates that end a spell: on one day an old spell ends before a new one of the same kind begins."""


@dataclass(frozen=True)
class Event:
    """One thing that happened, in words, with the row it comes from."""

    happened_on: date
    words: str
    team: str | None
    table: str
    row: Row
    file_name: str | None
    sheet: str | None

    @property
    def record(self) -> str:
        """The key of the row, without the child's own number."""
        key = (name for name in TABLES_BY_NAME[self.table].key if name != "person_id")
        return " ".join(str(self.row[name]) for name in key)


@dataclass(frozen=True)
class Story:
    """One child's events up to a day, in order, with what is known of the child."""

    child: Child
    as_at: date
    snapshot_id: str
    events: tuple[Event, ...]
    facts: tuple[Row, ...]
    family: tuple[str, ...]
    rows: Mapping[str, Sequence[Row]]
    undated: Mapping[str, int]

    def table(self) -> pa.Table:
        """Every event as a row of STORY_SCHEMA."""
        rows = [
            {
                "happened_on": event.happened_on,
                "event": event.words,
                "team": event.team,
                "table": event.table,
                "record": event.record,
                "file_name": event.file_name,
                "sheet": event.sheet,
                "source_row": event.row["source_row"],
            }
            for event in self.events
        ]
        return pa.Table.from_pylist(rows, schema=STORY_SCHEMA)


def story_of(snapshot: Snapshot, child: Child, *, as_at: date, tables: Collection[str] = ()) -> Story:
    """The story of one child as the snapshot tells it, up to a day; only the tables named, where some are.

    A day after `as_at` is not known yet: a spell that ends later is told as one that has not ended.
    """
    held = [table for table in PERSON_TABLES if table.name in snapshot.table_names]
    with open_engine(snapshot, ()) as engine:
        recorded = {table.name: _rows(engine, table, child) for table in held}
        rows = {table.name: _known_by(recorded[table.name], table, as_at) for table in held}
        _add_linked(engine, rows, snapshot, child)
        teams = _names(engine, "team", "team_id", "name", child)
        files = _files(engine)
        family = _family(engine, rows.get("person_attribute", []), child)
    allocations = sorted(
        (row for row in rows.get("involvement", ()) if row["started_on"]), key=lambda row: row["started_on"]
    )
    events: list[Event] = []
    wanted = [table for table in held if not tables or table.name in tables]
    for table in wanted:
        for row in rows[table.name]:
            for day, words in _told(table, row):
                team = teams.get(row["team_id"]) if row.get("team_id") else _allocated(allocations, day, teams)
                name, sheet = files.get(row["load_batch_id"], (None, None))
                events.append(Event(day, words, team, table.name, row, name, sheet))
    return Story(
        child=child,
        as_at=as_at,
        snapshot_id=snapshot.id,
        events=tuple(sorted(events, key=_place)),
        facts=tuple(rows.get("person_attribute", ())),
        family=family,
        rows=rows,
        undated={table.name: count for table in wanted if (count := _undated(recorded[table.name], table))},
    )


def _rows(engine: DuckDBEngine, table: Table, child: Child) -> list[Row]:
    authority, person = engine.dialect.literal(child.authority_code), engine.dialect.literal(child.person_id)
    return engine.run(
        f"SELECT * EXCLUDE (source_cells) FROM {table.name}\n"
        f"WHERE authority_code = {authority} AND person_id = {person} ORDER BY row_id"
    ).to_pylist()


def _undated(rows: Sequence[Row], table: Table) -> int:
    """How many rows have no day at all, and so no place in a story."""
    return sum(not any(row[column] for column in date_columns(table)) for row in rows)


def _known_by(found: Sequence[Row], table: Table, as_at: date) -> list[Row]:
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


def _add_linked(engine: DuckDBEngine, rows: Mapping[str, list[Row]], snapshot: Snapshot, child: Child) -> None:
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


def _told(table: Table, row: Row) -> Iterator[tuple[date, str]]:
    """What a row says, day by day: two events of one row on one day are one line."""
    said: dict[date, list[str]] = {}
    for column, telling in tellings(table).items():
        if isinstance(telling, NotTold) or row[column] is None or not telling.applies(row):
            continue
        said.setdefault(row[column], []).append(telling.sentence.say(table.name, row))
    for day, sentences in said.items():
        yield day, "; ".join([sentences[0], *map(inside, sentences[1:])])


def _place(event: Event) -> tuple[date, int, bool, int]:
    """Where an event stands: by day, then as a child's journey meets the tables, what ends before what begins."""
    order = [table.name for table in PERSON_TABLES].index(event.table)
    is_end = any(event.row.get(name) == event.happened_on != event.row.get("started_on") for name in ENDS)
    return event.happened_on, order, not is_end, event.row["row_id"]


def _allocated(allocations: Sequence[Row], day: date, teams: Mapping[str, str]) -> str | None:
    held = [
        row for row in allocations if row["started_on"] <= day and (row["ended_on"] is None or row["ended_on"] >= day)
    ]
    return teams.get(held[-1]["team_id"]) if held else None


def _names(engine: DuckDBEngine, table: str, key: str, name: str, child: Child) -> dict[str, str]:
    authority = engine.dialect.literal(child.authority_code)
    found = engine.run(f"SELECT {key} AS key, {name} AS name FROM {table} WHERE authority_code = {authority}")
    return {row["key"]: row["name"] for row in found.to_pylist()}


def _files(engine: DuckDBEngine) -> dict[str, tuple[str | None, str | None]]:
    found = engine.run("SELECT batch_id, file_name, sheet FROM load_batch").to_pylist()
    return {row["batch_id"]: (row["file_name"], row["sheet"]) for row in found}


def _family(engine: DuckDBEngine, facts: Sequence[Row], child: Child) -> tuple[str, ...]:
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
