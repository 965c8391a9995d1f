"""Dates written month first (12/31/2015): noticed for a whole column, never put right by guessing.

A column is refused when some of its dates can only be month first and none can only be day first.  One odd date in a
column that is otherwise sound is an issue of its row, no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import duckdb

from purplebook.sources.faults import NOT_A_DATE
from purplebook.sources.raw import RawTable, quoted_name, quoted_text
from purplebook.tables.schema import DATE

_MONTH_FIRST = r"^\s*((0?[1-9]|1[0-2])/(1[3-9]|2[0-9]|3[01])/[0-9]{4}|[0-9]{4}-(1[3-9]|2[0-9]|3[01])-(0?[1-9]|1[0-2]))"
_DAY_FIRST = r"^\s*((1[3-9]|2[0-9]|3[01])/(0?[1-9]|1[0-2])/[0-9]{4}|[0-9]{4}-(0?[1-9]|1[0-2])-(1[3-9]|2[0-9]|3[01]))"


def are_month_first(texts: Iterable[str]) -> bool:
    """Whether some of the dates can only be month first and none can only be day first."""
    found = False
    for text in texts:
        if re.match(_DAY_FIRST, text):
            return False
        found = found or re.match(_MONTH_FIRST, text) is not None
    return found


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
            if column.kind != DATE or column.name not in raw.headers:
                continue
            header = raw.headers[column.name]
            suspects = connection.execute(
                "SELECT 1 FROM row_issue WHERE batch_id = ? AND column_name = ? AND reason = ? "
                "AND regexp_matches(value, ?) LIMIT 1",
                [raw.source.batch_id, header, NOT_A_DATE.reason, _MONTH_FIRST],
            ).fetchone()
            if suspects is None:
                continue
            sound = connection.execute(
                f"SELECT 1 FROM {raw.relation} "
                f"WHERE regexp_matches({quoted_name(column.name)}, {quoted_text(_DAY_FIRST)}) LIMIT 1"
            ).fetchone()
            if sound is None:
                messages.append(wrong_date_order(place=raw.source.place, header=header))
    return tuple(messages)
