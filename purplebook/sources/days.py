"""How a day is written, in files and by databases: one place for every reader, in Python and in DuckDB.

    2023-05-01 · 1/5/2023 · 1.5.2023 · 01-May-2023 · May  1 2023 12:00AM · 20230501
    2023-05-01T00:00:00.0000000+01:00 · 2023-05-01Z · 1/5/2023 12:00:00 AM

Days are read day first, never month first; a time of day is read and dropped.  A time in UTC is the day that it was
here: midnight of 1 May, in summer time, is 23:00 of 30 April there.  A day of another zone is the day as written.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

import duckdb
import pyarrow as pa

FIRST_DAY, LAST_DAY = "1900-01-02", "2100-12-31"

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = (
    "([0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|(?:19|20)[0-9]{6}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}"
    f"|[0-9]{{1,2}}[-/. ]{_MONTH}[-/. ,]{{1,2}}[0-9]{{4}}|{_MONTH} {{1,2}}[0-9]{{1,2}},? [0-9]{{4}})"
)
_CLOCK = "(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]{1,9})?)?"
_WRITTEN = f"(?i){_DAY}(?:(?:T| +){_CLOCK}(?: ?[AP]\\.?M\\.?)?)?(?: ?(?:Z|UTC|GMT|[-+][0-9]{{2}}:?[0-9]{{2}}))?"
_LAST_HOUR = "(?i).*(?:[T ]23:[0-5][0-9][0-9:.,]*|[T ]11:[0-5][0-9][0-9:.,]* ?P\\.?M\\.?) ?(?:Z|UTC|[-+]00:?00)"
_WORD = re.compile("[a-z]+")
_IS_WRITTEN, _IS_LAST_HOUR = re.compile(_WRITTEN), re.compile(_LAST_HOUR)


@lru_cache(maxsize=50_000)
def iso_day(text: str) -> str:
    """The day as YYYY-MM-DD; empty when the text is none, or before 2 January 1900 or after 2100."""
    day = any_day(text)
    return day if FIRST_DAY <= day <= LAST_DAY else ""


@lru_cache(maxsize=50_000)
def any_day(text: str) -> str:
    """The day as YYYY-MM-DD, however long ago; empty when the text is none."""
    if len(text) == 10 and _is_day(plain := _in_order(text)):
        return plain
    match = _IS_WRITTEN.fullmatch(text)
    if match is None:
        return ""
    try:
        day = _day(match[1].casefold())
        if _IS_LAST_HOUR.fullmatch(text) and _is_summer_time(day):
            day += timedelta(days=1)
    except (ValueError, OverflowError):
        return ""
    return day.isoformat()


def _in_order(text: str) -> str:
    """A text of ten letters as YYYY-MM-DD where it is written so or as DD/MM/YYYY, as nearly all are; else nothing."""
    if text[4] == text[7] == "-":
        return text
    return f"{text[6:]}-{text[3:5]}-{text[:2]}" if text[2] == text[5] == "/" else ""


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _day(written: str) -> date:
    """The day of the first part; ValueError when the calendar has no such day."""
    if word := _WORD.search(written):
        month = _MONTHS.index(word[0][:3]) + 1
        first, second = map(int, re.findall("[0-9]+", written))
        return date(second, month, first)
    if written.isdigit():
        return date(int(written[:4]), int(written[4:6]), int(written[6:]))
    parts = tuple(map(int, re.split("[-/.]", written)))
    return date(*parts) if len(re.split("[-/.]", written)[0]) == 4 else date(*reversed(parts))


def _is_summer_time(day: date) -> bool:
    """Whether the last hour of the day in UTC is the first of the next day here."""
    return _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)


def _last_sunday(year: int, month: int) -> date:
    end = date(year, month, 31)
    return end - timedelta(days=end.isoweekday() % 7)


def day_sql(cell: str) -> str:
    """The SQL of `any_day` as a DATE, NULL for none, on a connection that `teach_days` was called with.

    DuckDB reads the two ways in which nearly every cell is written.  All others come here: a text that is not of the
    form it expects costs DuckDB ten times as much as one that is.
    """
    # There is no year nought, though DuckDB knows one.
    year_first = f"length({cell}) = 10 AND {cell}[5] = '-' AND {cell}[:4] <> '0000'"
    year_last = f"length({cell}) = 10 AND {cell}[3] = '/' AND {cell}[7:] <> '0000'"
    plain = (
        f"CASE WHEN {year_first} THEN TRY_STRPTIME({cell}, '%Y-%m-%d') "
        f"WHEN {year_last} THEN TRY_STRPTIME({cell}, '%d/%m/%Y') END"
    )
    return f"CASE WHEN {cell} IS NOT NULL THEN coalesce(CAST({plain} AS DATE), {_OTHERWISE}({cell})) END"


_OTHERWISE = "day_written_otherwise"


def teach_days(connection: duckdb.DuckDBPyConnection) -> None:
    """Let a connection read days as `any_day` does."""
    kinds = {"type": "arrow", "null_handling": "special"}
    connection.create_function(_OTHERWISE, _days_of, ["VARCHAR"], "DATE", **kinds)  # pyright: ignore


def asks_for_days(sql: str) -> bool:
    """Whether SQL can only run on a connection that `teach_days` was called with."""
    return _OTHERWISE in sql


def _days_of(cells: pa.ChunkedArray) -> pa.Array:
    days = (any_day(cell) if cell else "" for cell in cells.to_pylist())
    return pa.array([_date_of(day) if day else None for day in days], pa.date32())


@lru_cache(maxsize=50_000)
def _date_of(day: str) -> date:
    return date.fromisoformat(day)
