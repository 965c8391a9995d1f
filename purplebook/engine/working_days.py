"""The calendar of working days in England, as a running count for each day.

The working days after one day up to and including another are the difference of two counts, so engines look days up
instead of knowing about weekends.  Outside the calendar the count is unknown, never guessed.  The bank holidays lie in
`bank_holidays.csv`, which `docs/bank_holidays.py` writes: to work them out at every start took a quarter of a second.
"""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pyarrow as pa

FIRST_DAY = date(1985, 1, 1)
LAST_DAY = date(2050, 12, 31)
BANK_HOLIDAYS = Path(__file__).with_name("bank_holidays.csv")


@cache
def bank_holidays() -> frozenset[date]:
    """Every bank holiday in England within the calendar, one-off ones included."""
    with BANK_HOLIDAYS.open(encoding="utf-8", newline="") as file:
        return frozenset(date.fromisoformat(row["day"]) for row in csv.DictReader(file))


def is_working_day(day: date) -> bool:
    """Monday to Friday, except bank holidays in England."""
    return day.weekday() < 5 and day not in bank_holidays()


@cache
def _days_and_counts() -> tuple[np.ndarray, np.ndarray]:
    days = np.arange(np.datetime64(FIRST_DAY), np.datetime64(LAST_DAY) + 1)
    is_worked = np.is_busday(days, holidays=np.array(list(bank_holidays()), dtype=days.dtype))
    return days, is_worked.cumsum()


@cache
def running_count() -> MappingProxyType[date, int]:
    """How many working days there have been from the calendar's first day up to and including each day."""
    days, counts = _days_and_counts()
    return MappingProxyType(dict(zip(days.tolist(), counts.tolist(), strict=True)))


@cache
def days_table() -> pa.Table:
    """The running count as a table with the columns `day` and `working_day`."""
    days, counts = _days_and_counts()
    return pa.table({"day": _column(days, pa.date32()), "working_day": _column(counts, pa.int32())})


def _column(numbers: np.ndarray, kind: pa.DataType) -> pa.Array:
    # As they lie in memory: asked what kind of array it is given, pyarrow brings numpy's masked ones first.
    return pa.Array.from_buffers(kind, len(numbers), [None, pa.py_buffer(numbers.astype(np.int32))])
