"""The list of several periods is the list of each, one after another, and says of which period a row is."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import purplebook


def listed(say, loaded: Path, *words: str) -> list[dict[str, str]]:
    told = say("list", "RF01", *words, "--store", loaded, "--format", "csv")
    assert told.exit_code == 0, told.output
    return list(csv.DictReader(io.StringIO(told.stdout)))


def test_each_period_has_the_rows_of_its_own_list_in_the_order_asked(loaded: Path, say):
    keys = ("2015-04", "FY2014-15", "2015-08")
    together = listed(say, loaded, *(word for key in keys for word in ("--period", key)))
    alone = {key: listed(say, loaded, "--period", key) for key in keys}
    assert together == [{"in_period": key, **row} for key in keys for row in alone[key]]
    assert len(together) > len(alone["2015-04"]) > 0
    assert not any("in_period" in row for rows in alone.values() for row in rows)


def test_the_name_of_a_kind_of_period_lists_each_of_them(loaded: Path, say):
    found = listed(say, loaded, "--period", "quarter")
    assert {row["in_period"] for row in found} <= {"2014-15-Q1", "2014-15-Q2", "2014-15-Q3", "2014-15-Q4", "2015-16-Q1"}
    assert len({row["in_period"] for row in found}) > 1


def test_the_title_names_a_few_periods_and_the_ends_of_many(loaded: Path):
    store = purplebook.open_store(loaded)
    two = store.rows("RF01", period=("2015-04", "2015-08"))
    assert two.title == "behind RF01, April 2015 and August 2015"
    many = store.rows("RF01", period=("2015-04", "2015-05", "2015-06", "2015-07"))
    assert many.title == "behind RF01, 4 periods from April 2015 to July 2015"
    assert len(two) == sum(len(store.rows("RF01", period=key)) for key in ("2015-04", "2015-08"))


def test_a_period_that_ends_after_the_records_is_refused(loaded: Path, say):
    told = say("list", "RF01", "--period", "2015-08", "--period", "2016-05", "--store", loaded)
    assert told.exit_code != 0 and told.stdout == "" and "31 May 2016" in told.stderr
