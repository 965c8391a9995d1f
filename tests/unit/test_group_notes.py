"""Groups that do not add up say so: someone is in two of them, or in none."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from purplebook.definitions import indicator_by_id
from purplebook.language.periods import parse_period
from purplebook.results.group_notes import group_notes

ITEMS = [indicator_by_id(name) for name in ("RF01-CHILDREN", "RF01", "AS01")]


def table(*rows: tuple[str, str, str, str, int | None]) -> pa.Table:
    names = ("indicator", "period", "breakdown", "group", "numerator")
    columns: dict[str, Any] = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))
    ends = [parse_period(row[1]).last_day for row in rows]
    columns |= {"numerator": pa.array(columns["numerator"], pa.int64())}
    return pa.table({**columns, "area": ["899"] * len(rows), "period_end": ends})


def test_a_child_in_two_groups_is_told_with_both_numbers_and_the_period():
    given = table(
        ("RF01-CHILDREN", "FY2014-15", "all", "all", 1457),
        ("RF01-CHILDREN", "FY2014-15", "source", "2A", 547),
        ("RF01-CHILDREN", "FY2014-15", "source", "6", 1000),
    )
    assert list(group_notes(given, ITEMS).values()) == [
        "RF01-CHILDREN by source: the groups do not add up, because someone can be in more than one group: 1,547 in "
        "them and 1,457 in all (2014-15)."
    ]


def test_a_child_in_no_group_is_told_and_the_newest_period_speaks_for_all():
    given = table(
        ("RF01", "2015-07", "all", "all", 5),
        ("RF01", "2015-07", "team", "A", 4),
        ("RF01", "2015-08", "all", "all", 6),
        ("RF01", "2015-08", "team", "A", 4),
    )
    (said,) = group_notes(given, ITEMS).values()
    assert said == (
        "RF01 by team: the groups do not add up, because some are in no group: 4 in them and 6 in all (August 2015)."
    )


def test_nothing_is_said_of_groups_that_add_up_of_percentages_or_of_what_has_no_figure():
    given = table(
        ("RF01", "2015-08", "all", "all", 6),
        ("RF01", "2015-08", "team", "A", 4),
        ("RF01", "2015-08", "team", "B", 2),
        ("AS01", "2015-08", "all", "all", 6),
        ("AS01", "2015-08", "team", "A", 2),
        ("RF01-CHILDREN", "2015-08", "all", "all", None),
        ("RF01-CHILDREN", "2015-08", "team", "A", None),
    )
    assert list(group_notes(given, ITEMS).values()) == []


def test_what_is_said_stands_in_the_order_of_the_indicators_and_of_their_divisions():
    given = table(
        ("RF01", "2015-08", "all", "all", 6),
        ("RF01", "2015-08", "team", "A", 4),
        ("RF01", "2015-08", "age_band", "1 to 4", 7),
        ("RF01-CHILDREN", "2015-07", "all", "all", 6),
        ("RF01-CHILDREN", "2015-07", "age_band", "1 to 4", 4),
    )
    assert list(group_notes(given, ITEMS)) == [("RF01-CHILDREN", "age_band"), ("RF01", "team"), ("RF01", "age_band")]
