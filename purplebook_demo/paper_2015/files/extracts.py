"""The records as the case system held them on the evening of a day: what an extract of that day contains.

Rows recorded later are absent, later dates are empty and with them what depends on them, and what a system works out on
the day is worked out for that day.  Nothing is drawn by chance here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.schema import CODES, DATE, Table
from purplebook_demo.paper_2015.calendar import RECORDS_END, add_days, last_of_month, months
from purplebook_demo.paper_2015.held import HELD, MAY_LIE_AHEAD, Held
from purplebook_demo.paper_2015.worked_out import work_out

Row = dict[str, object]
Tables = dict[str, list[Row]]

MONTH_ENDS: tuple[date, ...] = tuple(last_of_month(month) for month in months(date(2015, 1, 1), RECORDS_END))
"""The days of the twelve extracts of 2015."""


@dataclass(frozen=True)
class Records:
    """Everything that happened up to the end of the records, and when each row was recorded."""

    tables: Tables
    recorded_on: dict[str, tuple[date, ...]]


def as_it_stood(records: Records, *, on: date) -> Tables:
    """Every canonical table as it was held on the evening of the day."""
    held = {
        name: _held(HELD[name], TABLES_BY_NAME[name], rows, records.recorded_on[name], on)
        for name, rows in records.tables.items()
    }
    return work_out(held, on)


def _held(declared: Held, table: Table, rows: list[Row], recorded_on: Sequence[date], on: date) -> list[Row]:
    """The rows recorded by the day, without what it could not know."""
    empty = {column.name: () if column.kind == CODES else None for column in table.columns}
    dates = [column.name for column in table.columns if column.kind == DATE and column.name not in MAY_LIE_AHEAD]
    blanks = [(name, {each: empty[each] for each in (name, *declared.until.get(name, ()))}) for name in dates]
    day_after = add_days(on, 1)
    found: list[Row] = []
    for row, day in zip(rows, recorded_on, strict=True):
        if day > on:
            continue
        for name, blank in blanks:
            if (row.get(name) or on) >= day_after:  # type: ignore[operator]
                row = {**row, **{each: value for each, value in blank.items() if each in row}}
        found.append(row)
    return found
