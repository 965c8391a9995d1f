"""Returns to care and short breaks: what real records hold that a tidy invention would not."""

from __future__ import annotations

import itertools
from collections import Counter
from datetime import timedelta

from purplebook_demo.paper_2015.calendar import PAPER_DAY, RECORDS_START
from purplebook_demo.paper_2015.generate import Tables
from tests.demo.spans import day, grouped, is_other_than_breaks, last_day, open_on, periods_of_care


def test_a_child_is_looked_after_once_at_a_time(demo: Tables) -> None:
    for rows in grouped(demo["looked_after_period"], "person_id").values():
        rows.sort(key=lambda row: day(row, "started_on"))
        for earlier, later in itertools.pairwise(rows):
            assert earlier["ended_on"] is not None
            assert day(earlier, "ended_on") < day(later, "started_on")


def test_a_few_children_come_back_into_care(demo: Tables) -> None:
    periods = grouped(periods_of_care(demo), "person_id")
    started = sum(day(row, "started_on") >= RECORDS_START for rows in periods.values() for row in rows)
    returns = sum(len(rows) - 1 for rows in periods.values())
    assert 0.05 <= returns / started <= 0.08


def test_a_second_period_is_marked_when_it_came_within_twelve_months(demo: Tables) -> None:
    marked = 0
    for rows in grouped(demo["looked_after_period"], "person_id").values():
        rows.sort(key=lambda row: day(row, "started_on"))
        assert rows[0]["is_second_period_supplied"] is False
        for earlier, later in itertools.pairwise(rows):
            is_soon = day(later, "started_on") - day(earlier, "ended_on") < timedelta(365)
            assert later["is_second_period_supplied"] is is_soon
            marked += is_soon
    assert marked > 15


def test_some_children_leave_care_twice_in_one_year(demo: Tables) -> None:
    left = Counter(
        (row["person_id"], (day(row, "ended_on") - timedelta(90)).year)
        for row in periods_of_care(demo)
        if row["ended_on"]
    )
    assert 4 <= sum(count > 1 for count in left.values()) <= 10


def test_children_on_short_breaks_have_no_other_episode_of_care(demo: Tables) -> None:
    breaks = {row["person_id"] for row in demo["looked_after_episode"] if not is_other_than_breaks(row)}
    others = {row["person_id"] for row in demo["looked_after_episode"] if is_other_than_breaks(row)}
    assert 10 <= len(breaks) <= 20
    assert not breaks & others


def test_some_short_breaks_are_open_and_some_are_over(demo: Tables) -> None:
    counted = {row["looked_after_period_id"] for row in periods_of_care(demo)}
    breaks = [row for row in demo["looked_after_period"] if row["looked_after_period_id"] not in counted]
    assert 3 <= len(open_on(breaks, PAPER_DAY)) <= 8
    assert sum(last_day(row) < PAPER_DAY for row in breaks) >= 5
