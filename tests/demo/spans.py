"""Helpers that read the demo's rows as spans of time."""

from __future__ import annotations

from datetime import date

from purplebook_demo.paper_2015.calendar import PAPER_DAY

Row = dict[str, object]


def day(row: Row, column: str) -> date:
    """The cell as a day; a test that meets anything else fails here."""
    value = row[column]
    assert isinstance(value, date), column
    return value


def last_day(row: Row, column: str = "ended_on") -> date:
    """The end of the span, or the day of the extract."""
    value = row.get(column)
    return value if isinstance(value, date) else PAPER_DAY


def by(rows: list[Row], column: str) -> dict[object, Row]:
    """Rows by their key."""
    return {row[column]: row for row in rows}


def grouped(rows: list[Row], column: str) -> dict[object, list[Row]]:
    """Rows that share a value."""
    groups: dict[object, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[column], []).append(row)
    return groups


def periods_of_care(tables: dict[str, list[Row]]) -> list[Row]:
    """Periods of care that are not made of short breaks alone."""
    others = {row["looked_after_period_id"] for row in tables["looked_after_episode"] if is_other_than_breaks(row)}
    return [row for row in tables["looked_after_period"] if row["looked_after_period_id"] in others]


def is_other_than_breaks(row: Row) -> bool:
    """Whether the legal status is any but an agreed series of short breaks."""
    return row["legal_status_code"] not in ("V3", "V4")


def open_on(rows: list[Row], when: date, started: str = "started_on", ended: str = "ended_on") -> list[Row]:
    """Spans begun by the day and not ended on or before it."""
    return [row for row in rows if day(row, started) <= when and (row[ended] is None or day(row, ended) > when)]
