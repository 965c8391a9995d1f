"""Faults that someone could plant in the SQL by mistake, each as a change to the text of a query or to the dialect."""

from __future__ import annotations

import re
from collections.abc import Callable

from purplebook.engine.sql.dialect import Dialect

TextFault = Callable[[str], str]


def _swap(old: str, new: str) -> TextFault:
    return lambda sql: sql.replace(old, new)


def _match(pattern: str, new: str) -> TextFault:
    return lambda sql: re.sub(pattern, new, sql)


def _unknown_is_false_before_not(sql: str) -> str:
    """(NOT x) becomes (NOT COALESCE(x, FALSE))."""
    start = sql.find("(NOT ")
    while start >= 0:
        depth, end = 1, start + 5
        while depth:
            depth += {"(": 1, ")": -1}.get(sql[end], 0)
            end += 1
        sql = f"{sql[:start]}(NOT COALESCE({sql[start + 5 : end - 1]}, FALSE)){sql[end:]}"
        start = sql.find("(NOT ", start + 5)
    return sql


def _last_grouping_lost(sql: str) -> str:
    return re.sub(r",\n  \([^()]*\)\n\)$", "\n)", sql)


TEXT_FAULTS: dict[str, TextFault] = {
    "the last day of the period is left out": _swap("AND p.last_day\n", "AND p.last_day - 1\n"),
    "the first day of the period is left out": _swap(" BETWEEN p.first_day ", " BETWEEN p.first_day + 1 "),
    "what ends on the last day is still open": _swap(" > p.last_day)", " >= p.last_day)"),
    "what starts on the last day is not open": _match(r"(ON r\.\w+) <= p\.last_day", r"\1 < p.last_day"),
    "what has no end is not open": _match(r"(\(r\.\w+ IS NULL) OR r\.", r"\1 AND r."),
    "related rows of another authority are taken": _swap("other.authority_code = this.authority_code AND ", ""),
    "a row of another authority is looked up": _match(
        r"(LEFT JOIN \w+ AS \w+ ON )\w+\.authority_code = \w+\.authority_code AND ", r"\1"
    ),
    "a register of another authority is the latest": _match(
        r"p\.authority_code = r\.authority_code AND (p\.taken_on)", r"\1"
    ),
    "a row of the same day counts as earlier": _match(r"(other\.\w+) < (this\.\w+)", r"\1 <= \2"),
    "the birthday itself is not counted": _swap(" < MONTH(", " <= MONTH("),
    "rows without a group are dropped": _swap(", 'Not recorded')", ", NULL)"),
    "what cannot be decided counts as not so": _unknown_is_false_before_not,
    "children are counted once for each row": _swap("COUNT(DISTINCT person_id)", "COUNT(person_id)"),
    "the last grouping is lost": _last_grouping_lost,
    "the first working day is day 1": _match(r"\((\w+\.working_day) - (\w+\.working_day)\)", r"(\1 - \2 + 1)"),
    "not being A leaves out what is not recorded": _match(r" IS NULL OR (.+?) NOT IN", r" IS NOT NULL AND \1 NOT IN"),
    "no related row is neither true nor false": _match(r"COALESCE\((drawn_\d+\.x\d+), FALSE\)", r"\1"),
    "no related rows are not nought": _match(r"COALESCE\((drawn_\d+\.x\d+), 0\)", r"\1"),
    "the first row is taken for the last": _swap("STRUCT_EXTRACT(MAX(", "STRUCT_EXTRACT(MIN("),
    "a row that is not there has a value when looked up": _match(
        r"CASE WHEN \w+_\d+\.\w+ IS NOT NULL THEN (.+?) END", r"\1"
    ),
    "the edge of a band belongs below": _match(r"(WHEN [^\n]+?) < (\d+ THEN)", r"\1 <= \2"),
    "nothing is recorded in an empty list": _swap("LIST_CONTAINS(", "NOT LIST_CONTAINS("),
    "the smaller of two numbers is taken": _match(r" < (-?\d+) THEN \1 ELSE", r" > \1 THEN \1 ELSE"),
}


class MonthsOfThirtyDays(Dialect):
    def add_months(self, day: str, months: int) -> str:
        return f"CAST({day} + INTERVAL ({30 * months}) DAY AS DATE)"


class MonthsThatOverflow(Dialect):
    """31 January and a month is 2 or 3 March."""

    def add_months(self, day: str, months: int) -> str:
        first = f"CAST(DATE_TRUNC('month', {day}) + INTERVAL ({months}) MONTH AS DATE)"
        return f"({first} + CAST(DAY({day}) - 1 AS INTEGER))"


class StartIsDayOne(Dialect):
    def days_between(self, start: str, end: str) -> str:
        return f"(DATE_DIFF('day', {start}, {end}) + 1)"


class LowerMiddle(Dialect):
    """Of an even number of values, the lower of the two in the middle."""

    def twice_median(self, value: str, only: str) -> str:
        return f"2 * QUANTILE_DISC({value}, 0.5) FILTER (WHERE {only})"


class MissingListIsUnknown(Dialect):
    def list_contains(self, source: str, value: str) -> str:
        return f"LIST_CONTAINS({source}, {value})"


DIALECT_FAULTS: dict[str, Dialect] = {
    "a month is thirty days": MonthsOfThirtyDays(),
    "a month later runs over the month's end": MonthsThatOverflow(),
    "the start is day 1": StartIsDayOne(),
    "the median of an even number of values is the lower one": LowerMiddle(),
    "a list that is not recorded may hold anything": MissingListIsUnknown(),
}
