"""Tells one child's records as events: what happened, on which day, in which team, and the row that says so."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from purplebook.outputs.chronology.sentence import inside
from purplebook.outputs.chronology.telling import tellings
from purplebook.results.child import Child
from purplebook.results.child_records import LATEST_ONLY, PERSON_TABLES, KnownOfChild, Row
from purplebook.tables import TABLES_BY_NAME, Table
from purplebook.tables.story import NotTold

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
    """One child's events up to a day, in order, with what is known of the child.

    Before `complete_from` the records may lack events; of the tables of `latest_only` they hold the latest row alone.
    """

    child: Child
    as_at: date
    snapshot_id: str
    events: tuple[Event, ...]
    facts: tuple[Row, ...]
    family: tuple[str, ...]
    rows: Mapping[str, Sequence[Row]]
    undated: Mapping[str, int]
    complete_from: date | None
    latest_only: tuple[str, ...]

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


def story_of(known: KnownOfChild, *, tables: Collection[str] = ()) -> Story:
    """The story of one child as the records tell it; only the tables named, where some are.

    A day after `as_at` is not known yet: a spell that ends later is told as one that has not ended.
    """
    rows = known.records.rows
    allocations = sorted(
        (row for row in rows.get("involvement", ()) if row["started_on"]), key=lambda row: row["started_on"]
    )
    teams = known.records.teams
    events: list[Event] = []
    wanted = [table for table in PERSON_TABLES if table.name in rows and (not tables or table.name in tables)]
    for table in wanted:
        for row in rows[table.name]:
            for day, words in _said_by_day(table, row):
                team = teams.get(row["team_id"]) if row.get("team_id") else _allocated(allocations, day, teams)
                name, sheet = known.records.files.get(row["load_batch_id"], (None, None))
                events.append(Event(day, words, team, table.name, row, name, sheet))
    return Story(
        child=known.child,
        as_at=known.as_at,
        snapshot_id=known.snapshot_id,
        events=tuple(sorted(events, key=_place)),
        facts=tuple(rows.get("person_attribute", ())),
        family=known.records.family,
        rows=rows,
        undated={table.name: count for table in wanted if (count := known.records.undated[table.name])},
        complete_from=known.complete_from,
        latest_only=tuple(table.name for table in wanted if any(row.get(LATEST_ONLY) for row in rows[table.name])),
    )


def _said_by_day(table: Table, row: Row) -> Iterator[tuple[date, str]]:
    """What a row says, day by day: two events of one row on one day are one line."""
    sentences_of: dict[date, list[str]] = {}
    for column, telling in tellings(table).items():
        if isinstance(telling, NotTold) or row[column] is None or not telling.applies(row):
            continue
        sentences_of.setdefault(row[column], []).append(telling.sentence.say(table.name, row))
    for day, sentences in sentences_of.items():
        yield day, "; ".join([sentences[0], *map(inside, sentences[1:])])


def _place(event: Event) -> tuple[date, int, bool, int]:
    """Where an event stands: by day, then as a child's journey meets the tables, what ends before what begins."""
    order = [table.name for table in PERSON_TABLES].index(event.table)
    is_end = any(event.row.get(name) == event.happened_on != event.row.get("started_on") for name in ENDS)
    return event.happened_on, order, not is_end, event.row["row_id"]


def _allocated(allocations: Sequence[Row], day: date, teams: Mapping[str, str]) -> str | None:
    open_then = [
        row for row in allocations if row["started_on"] <= day and (row["ended_on"] is None or row["ended_on"] >= day)
    ]
    return teams.get(open_then[-1]["team_id"]) if open_then else None
