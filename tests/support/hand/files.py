"""The council's files, opened in DuckDB as they lie: one view for each file, and a calendar of working days.

Knows nothing of the product: no type is taken from its tables, every column is read as DuckDB reads it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import duckdb

BANK_HOLIDAYS = frozenset(
    date.fromisoformat(day)
    for day in (
        "2007-01-01 2007-04-06 2007-04-09 2007-05-07 2007-05-28 2007-08-27 2007-12-25 2007-12-26 "
        "2008-01-01 2008-03-21 2008-03-24 2008-05-05 2008-05-26 2008-08-25 2008-12-25 2008-12-26 "
        "2009-01-01 2009-04-10 2009-04-13 2009-05-04 2009-05-25 2009-08-31 2009-12-25 2009-12-28 "
        "2010-01-01 2010-04-02 2010-04-05 2010-05-03 2010-05-31 2010-08-30 2010-12-27 2010-12-28 "
        "2011-01-03 2011-04-22 2011-04-25 2011-04-29 2011-05-02 2011-05-30 2011-08-29 2011-12-26 2011-12-27 "
        "2012-01-02 2012-04-06 2012-04-09 2012-05-07 2012-06-04 2012-06-05 2012-08-27 2012-12-25 2012-12-26 "
        "2013-01-01 2013-03-29 2013-04-01 2013-05-06 2013-05-27 2013-08-26 2013-12-25 2013-12-26 "
        "2014-01-01 2014-04-18 2014-04-21 2014-05-05 2014-05-26 2014-08-25 2014-12-25 2014-12-26 "
        "2015-01-01 2015-04-03 2015-04-06 2015-05-04 2015-05-25 2015-08-31 2015-12-25 2015-12-28"
    ).split()
)


def open_files(folder: Path) -> duckdb.DuckDBPyConnection:
    """The CSV files of a folder as tables named like the files, and `working_day(day, number)`.

    `number` counts the working days up to and with the day, so the working days from one day to another, the first
    being day 0, are the difference of their numbers.
    """
    connection = duckdb.connect()
    for path in sorted(folder.glob("*.csv")):
        connection.execute(
            f"CREATE TABLE {path.stem} AS SELECT * FROM read_csv(?, header = true, sample_size = -1)", [str(path)]
        )
    connection.execute("CREATE TABLE working_day (day DATE, number INTEGER)")
    connection.executemany(
        "INSERT INTO working_day VALUES (?, ?)", list(_numbered(date(2007, 1, 1), date(2015, 12, 31)))
    )
    return connection


def _numbered(first: date, last: date) -> Iterator[tuple[date, int]]:
    """Every day with the count of working days so far."""
    number, day = 0, first
    while day <= last:
        number += day.weekday() < 5 and day not in BANK_HOLIDAYS
        yield day, number
        day += timedelta(days=1)
