"""Parts of a printed figure that no indicator states: they are counted from the rows behind one, and from the tables.

children               different children behind several indicators
longest                the longest single duration
longest of those in both   the longest duration of one indicator among the rows of another
visits in time         of the visits in the month that ends on the day to children with a plan, the share that came
                       within the standard of the visit before, or of the plan's start
with any plan          of those an indicator is about, the share with any open plan for children in need
with any pathway plan  … with any pathway plan, however old
aged                   those looked after of some ages in whole years, unaccompanied asylum-seeking children apart
stable of all          of all looked after, the share two years in one placement or placed for adoption
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import chain, pairwise
from typing import Any

import purplebook as pb
from purplebook_demo.paper_2015.tally.extract import Extract
from purplebook_demo.paper_2015.tally.printed import Printed

Row = Mapping[str, Any]
DAYS_BETWEEN_VISITS = 10
SPELL = "started_on", "ended_on"
FOR_ADOPTION = ("A3", "A4", "A5", "A6")
"""Placement types of a child placed for adoption."""


def children(item: Printed, extract: Extract) -> int:
    names = item.indicator.split(";")
    return len({row["la_child_id"] for name in names for row in _rows(extract, name, item.period)})


def longest(item: Printed, extract: Extract) -> int:
    return _longest(_rows(extract, item.indicator, item.period))


def longest_in_both(item: Printed, extract: Extract) -> int:
    timed, among = item.indicator.split(";")
    wanted = {row["la_child_id"] for row in _rows(extract, among, item.period)}
    return _longest(row for row in _rows(extract, timed, item.period) if row["la_child_id"] in wanted)


def visits_in_time(item: Printed, extract: Extract) -> Fraction:
    last = pb.period(item.period).last_day
    working_days = _WorkingDays(last)
    seen: dict[str, list[date]] = {}
    for visit in _table(extract, "visit", "person_id", "visit_type", "seen", "visited_on"):
        if visit["visit_type"] == "CP" and visit["seen"] == "Y" and visit["visited_on"] <= last:
            seen.setdefault(visit["person_id"], []).append(visit["visited_on"])
    in_time = visits = 0
    for plan in _table(extract, "child_protection_plan", "person_id", "is_other_authority_plan", *SPELL):
        if plan["is_other_authority_plan"] or plan["started_on"] > last:
            continue
        of_plan = [day for day in sorted(seen.get(plan["person_id"], ())) if _is_during(day, plan)]
        for before, day in pairwise(chain([plan["started_on"]], of_plan)):
            if (day.year, day.month) == (last.year, last.month):
                visits += 1
                in_time += working_days.between(before, day) <= DAYS_BETWEEN_VISITS
    return Fraction(100 * in_time, visits)


def with_any_plan(item: Printed, extract: Extract) -> Fraction:
    last = pb.period(item.period).last_day
    planned = {
        plan["person_id"]
        for plan in _table(extract, "plan", "person_id", "plan_type", *SPELL)
        if plan["plan_type"] == "CIN" and _is_open(plan, last)
    }
    return _share_with(item, extract, planned.__contains__)


def with_any_pathway_plan(item: Printed, extract: Extract) -> Fraction:
    last = pb.period(item.period).last_day
    planned = {
        leaver["person_id"]
        for leaver in _table(extract, "care_leaver_snapshot", "person_id", "snapshot_on", "pathway_plan_on")
        if leaver["snapshot_on"] == last and leaver["pathway_plan_on"] is not None
    }
    return _share_with(item, extract, planned.__contains__)


def aged(item: Printed, extract: Extract) -> int:
    last = pb.period(item.period).last_day
    (ages,) = item.groups
    youngest, oldest = (int(age) for age in ages.split(" to "))
    born = {person["la_child_id"]: person["born_on"] for person in _table(extract, "person", "la_child_id", "born_on")}
    apart = {row["la_child_id"] for row in _rows(extract, item.indicator, item.period)}
    looked_after = _rows(extract, item.indicator, item.period, among=True)
    return sum(
        youngest <= _age(born[row["la_child_id"]], last) <= oldest
        for row in looked_after
        if row["la_child_id"] not in apart
    )


def stable_of_all(item: Printed, extract: Extract) -> Fraction:
    last = pb.period(item.period).last_day
    since = last.replace(year=last.year - 2)
    periods = {row["looked_after_period_id"] for row in _rows(extract, "LA01", item.period)}
    current = [
        placement
        for placement in _table(extract, "placement", "person_id", "looked_after_period_id", "placement_type", *SPELL)
        if placement["looked_after_period_id"] in periods and _is_open(placement, last)
    ]
    stable = {
        placement["person_id"]
        for placement in current
        if placement["started_on"] <= since or placement["placement_type"] in FOR_ADOPTION
    }
    return Fraction(100 * len(stable), len({row["la_child_id"] for row in _rows(extract, "LA01", item.period)}))


FROM_RECORDS: Mapping[str, Callable[[Printed, Extract], int | Fraction]] = {
    "children": children,
    "longest": longest,
    "longest of those in both": longest_in_both,
    "visits in time": visits_in_time,
    "with any plan": with_any_plan,
    "with any pathway plan": with_any_pathway_plan,
    "aged": aged,
    "stable of all": stable_of_all,
}
"""How each of these parts is counted."""


class _WorkingDays:
    """The working days up to a day, in order, so that those between two days are counted by place."""

    def __init__(self, last: date) -> None:
        first = last.replace(year=last.year - 15)
        days = (first + timedelta(days=number) for number in range((last - first).days + 1))
        self.days = [day for day in days if pb.is_working_day(day)]

    def between(self, first: date, last: date) -> int:
        return bisect_right(self.days, last) - bisect_right(self.days, first)


def _share_with(item: Printed, extract: Extract, has: Callable[[str], bool]) -> Fraction:
    """Of those an indicator is about, in some groups where it names them, the share of whom something is so."""
    person = {row["la_child_id"]: row["person_id"] for row in _table(extract, "person", "la_child_id", "person_id")}
    about = [
        row
        for row in _rows(extract, item.indicator, item.period, among=True)
        if not item.groups or row[item.breakdown] in item.groups
    ]
    return Fraction(100 * sum(has(person[row["la_child_id"]]) for row in about), len(about))


def _longest(rows: Iterator[Row] | Sequence[Row]) -> int:
    return max((int(str(row["value"])) for row in rows if row["value"] is not None), default=0)


def _rows(extract: Extract, name: str, period: str, *, among: bool = False) -> Sequence[Row]:
    return extract.store.rows(name, period=period, among=among, as_at=extract.as_at).to_arrow().to_pylist()


def _table(extract: Extract, name: str, *columns: str) -> Sequence[Row]:
    # Every cell of a table as an object of its own would take longer than all that is counted from it.
    return extract.store.table(name, as_at=extract.as_at).to_arrow().select(columns).to_pylist()


def _is_open(spell: Row, day: date) -> bool:
    return spell["started_on"] <= day and (spell["ended_on"] is None or spell["ended_on"] > day)


def _is_during(day: date, spell: Row) -> bool:
    return spell["started_on"] <= day and (spell["ended_on"] is None or day <= spell["ended_on"])


def _age(born_on: date, day: date) -> int:
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
