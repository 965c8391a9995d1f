"""The calendar of working days in England, as a running count for each day.

The working days after one day up to and including another are the difference of two counts, so engines look days up
instead of knowing about weekends.  Outside the calendar the count is unknown, never guessed.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

import pyarrow as pa

FIRST_DAY = date(1985, 1, 1)
LAST_DAY = date(2050, 12, 31)


@cache
def bank_holidays() -> frozenset[date]:
    """Every bank holiday in England within the calendar, one-off ones included."""
    import holidays

    years = range(FIRST_DAY.year, LAST_DAY.year + 1)
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=years))


def is_working_day(day: date) -> bool:
    """Monday to Friday, except bank holidays in England."""
    return day.weekday() < 5 and day not in bank_holidays()


@cache
def running_count() -> MappingProxyType[date, int]:
    """How many working days there have been from the calendar's first day up to and including each day."""
    counts: dict[date, int] = {}
    total = 0
    day = FIRST_DAY
    while day <= LAST_DAY:
        total += is_working_day(day)
        counts[day] = total
        day += timedelta(days=1)
    return MappingProxyType(counts)


@cache
def days_table() -> pa.Table:
    """The running count as a table with the columns `day` and `working_day`."""
    counts = running_count()
    return pa.table({"day": pa.array(counts.keys(), pa.date32()), "working_day": pa.array(counts.values(), pa.int32())})
