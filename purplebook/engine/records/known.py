"""What was known on a day: the one place that says so.

    a row      is known from the first of its days on; one that has no day at all may hold
    a day      that comes later is not known yet, and neither is a cell that was written on that day

Which days a table's rows have, which of them are events, and which cells hang on which day, the table's own declaration
says.  A chronology, and Ofsted's lists of a day that is past, ask here.
"""

from __future__ import annotations

from datetime import date

from purplebook.engine.sql.dialect import Dialect
from purplebook.tables.schema import DATE, Column, Table

KEPT = ("row_id", "authority_code", "load_batch_id", "source_row")
"""Where the row came from, which is known from the first."""


def known_sql(
    table: Table, *, source: str, on: date, dialect: Dialect, has_begun: bool = False, keeps_days_ahead: bool = False
) -> str:
    """The SQL of a table's rows as they were known on a day, from rows of `source`: own columns, KEPT, `has_no_day`.

    `has_begun` leaves out rows whose own day, the table's `happens_on`, is still to come, though an earlier day of
    theirs has passed: an assessment that was asked for and not begun.  `keeps_days_ahead` leaves days that are planned,
    and births, as they stand.
    """
    day = dialect.literal(on)
    kept = {column.name for column in table.columns if keeps_days_ahead and (column.is_planned or column.is_birth)}
    cells = [_cell(column, day, is_kept=column.name in kept) for column in table.columns]
    no_day = " AND ".join(f"{name} IS NULL" for name in table.days) or "FALSE"
    known = _is_known(table, day, kept=frozenset(kept))
    if has_begun and table.happens_on:
        known += f" AND ({table.happens_on} IS NULL OR {table.happens_on} <= {day})"
    return f"SELECT {', '.join([*cells, *KEPT])}, ({no_day}) AS has_no_day\nFROM {source}\nWHERE {known}"


def _is_known(table: Table, day: str, *, kept: frozenset[str]) -> str:
    """Whether one of a row's events has come, or it has none; only rows about people have a story of events."""
    events = [name for name in table.days if table.story.is_told(name)] if table.is_about_a_person else []
    if not events:
        return "TRUE"
    come = " OR ".join(f"{name} IS NOT NULL" if name in kept else f"{name} <= {day}" for name in events)
    none = " AND ".join(f"{name} IS NULL" for name in events)
    return f"(({come}) OR ({none}))"


def _cell(column: Column, day: str, *, is_kept: bool) -> str:
    name = column.name
    if column.kind == DATE and not is_kept:
        return f"CASE WHEN {name} <= {day} THEN {name} END AS {name}"
    if column.hangs_on:
        return f"CASE WHEN {column.hangs_on} > {day} THEN NULL ELSE {name} END AS {name}"
    return name
