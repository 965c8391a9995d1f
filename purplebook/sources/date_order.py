"""Dates written month first (12/31/2015): noticed for a whole column, never put right by guessing.

A column is refused when month first is what all of its dates agree on: two of them or more, and not a few among a
great many, can only be read so, and none can only be read day first.  One odd date is an issue of its row, no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

import duckdb

from purplebook.sources.faults import NOT_A_DATE
from purplebook.sources.raw import RawTable, quoted_name
from purplebook.tables.schema import DATE

_MONTH_FIRST = (
    r"^\s*((0?[1-9]|1[0-2])[-/.](1[3-9]|2[0-9]|3[01])[-/.][0-9]{4}"
    r"|[0-9]{4}[-/.](1[3-9]|2[0-9]|3[01])[-/.](0?[1-9]|1[0-2]))"
)
_YEAR_LAST = re.compile(r"\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_LEAST_COUNT, _LEAST_SHARE = 2, 0.1
"""A slip of the pen is one date, or a few of many; of dates truly written month first, more than half show it."""


def are_month_first(texts: Iterable[str]) -> bool:
    """Whether month first is the reading that all of a column's dates agree on; a date told twice counts once."""
    month_first, dates = 0, 0
    for text in set(texts):
        as_day_first, as_month_first = _readings(text)
        if as_day_first and not as_month_first:
            return False
        dates += as_day_first or as_month_first
        month_first += as_month_first and not as_day_first
    return month_first >= _LEAST_COUNT and month_first >= dates * _LEAST_SHARE


def _readings(text: str) -> tuple[bool, bool]:
    """Whether the text is a day of the calendar when read day before month, and when read month before day."""
    if text.isalnum():
        return False, False
    if match := _YEAR_LAST.match(text):
        first, second, year = map(int, match.groups())
    elif match := _YEAR_FIRST.match(text):
        year, second, first = map(int, match.groups())
    else:
        return False, False
    return _is_day(year, second, first), _is_day(year, first, second)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def wrong_date_order(*, place: str, header: str) -> str:
    """What to tell the user of a column whose dates are month first."""
    return (
        f"{place}, column '{header}': wrong date order. The dates are written with the month before the day. "
        "Write them as YYYY-MM-DD or DD/MM/YYYY and load again."
    )


def wrong_date_orders(connection: duckdb.DuckDBPyConnection, *, raws: Sequence[RawTable]) -> tuple[str, ...]:
    """Return one message for each column whose dates are written month first."""
    messages = []
    for raw in raws:
        for column in raw.table.columns:
            if column.kind != DATE or column.name not in raw.headers or raw.are_dates_in_order:
                continue
            header = raw.headers[column.name]
            suspects = connection.execute(
                "SELECT 1 FROM row_issue WHERE batch_id = ? AND column_name = ? AND reason = ? "
                "AND regexp_matches(value, ?) LIMIT 1",
                [raw.source.batch_id, header, NOT_A_DATE.reason, _MONTH_FIRST],
            ).fetchone()
            if suspects is None:
                continue
            days = connection.execute(
                f"SELECT DISTINCT left(trim({quoted_name(column.name)}, ' \t'), 10) FROM {raw.relation} "
                f"WHERE {quoted_name(column.name)} IS NOT NULL"
            ).fetchall()
            if are_month_first(text for (text,) in days):
                messages.append(wrong_date_order(place=raw.source.place, header=header))
    return tuple(messages)
