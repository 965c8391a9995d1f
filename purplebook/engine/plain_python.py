"""The slow engine that says what every definition means.

One row, one period, one group at a time, in plain Python, straight from the words of the definition.  It shares no code
with the planner or the SQL writer: its only work is to be read, and to be compared with.
"""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from purplebook import tables
from purplebook.engine.working_days import FIRST_DAY, LAST_DAY, is_working_day
from purplebook.language import expressions as ex
from purplebook.language.indicators import Indicator
from purplebook.language.measures import (
    Clock,
    During,
    EveryRow,
    InLatestSnapshot,
    OpenAtEnd,
    OpenDuring,
    Total,
    TotalKind,
)
from purplebook.language.periods import Period

Row = Mapping[str, Any]
Data = Mapping[str, Sequence[Row]]
Key = tuple[str, str, int, tuple[str, ...], tuple[str, ...]]
"""Indicator, authority, place of the period in the sequence, names of the breakdowns, groups."""


def compute(
    data: Data,
    indicators: Iterable[Indicator],
    periods: Sequence[Period],
    *,
    crossed: Sequence[tuple[str, ...]] = (),
) -> dict[Key, tuple[int, int | None]]:
    """Top and bottom of every indicator, period, breakdown and group in which at least one row counts."""
    memory = Memory(data)
    results: dict[Key, tuple[int, int | None]] = {}
    for item in indicators:
        groupings = [(), *((part.name,) for part in item.by), *crossed]
        tops = _groups(memory, item, item.measure.top, periods, groupings)
        bottoms = _groups(memory, item, item.measure.bottom, periods, groupings) if item.measure.bottom else None
        for key in {**tops, **(bottoms or {})}:
            top, bottom = tops.get(key, 0), None if bottoms is None else bottoms.get(key, 0)
            if top or bottom:
                results[(item.id, *key)] = (top, bottom)
    return results


def rows_behind(data: Data, total: Total, period: Period) -> list[Row]:
    """The rows that a total counts in one period, in the order of the data."""
    memory = Memory(data)
    return [sight.row for sight in _chosen(memory, total, period)]


def _groups(
    memory: Memory, item: Indicator, total: Total, periods: Sequence[Period], groupings: Sequence[tuple[str, ...]]
) -> dict[tuple[str, int, tuple[str, ...], tuple[str, ...]], int]:
    answers = {}
    for number, period in enumerate(periods):
        groups: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[Sight]] = defaultdict(list)
        for sight in _chosen(memory, total, period):
            labels = {part.name: _label(sight(part.expression)) for part in item.by}
            for names in groupings:
                groups[sight.row["authority_code"], names, tuple(labels[name] for name in names)].append(sight)
        for (authority, names, labels_of_group), sights in groups.items():
            answers[authority, number, names, labels_of_group] = _work_out(total, sights)
    return answers


def _label(value: Any) -> str:
    if value is None:
        return "Not recorded"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _chosen(memory: Memory, total: Total, period: Period) -> list[Sight]:
    table = total.cohort.table
    taken = _latest_taking(total.cohort.clock, memory, table, period)
    sights = (
        Sight(row, table=table, memory=memory, period=period)
        for row in memory.rows(table)
        if _counts_in(total.cohort.clock, row, period, taken)
    )
    return [sight for sight in sights if all(sight(term) is True for term in total.cohort.only)]


def _latest_taking(clock: Clock, memory: Memory, table: str, period: Period) -> dict[str, date]:
    """The last day on or before the period's end on which each authority took its register."""
    latest: dict[str, date] = {}
    if isinstance(clock, InLatestSnapshot):
        for row in memory.rows(table):
            day = row.get(clock.taken_on.name)
            sight = Sight(row, table=table, memory=memory, period=None)
            if day is not None and day <= period.last_day and all(sight(term) is True for term in clock.among):
                latest[row["authority_code"]] = max(day, latest.get(row["authority_code"], day))
    return latest


def _counts_in(clock: Clock, row: Row, period: Period, taken: Mapping[str, date]) -> bool:
    if isinstance(clock, EveryRow):
        return True
    if isinstance(clock, During):
        day = _months_later(row.get(clock.day.name), clock.months_later)
        return day is not None and period.first_day <= day <= period.last_day
    if isinstance(clock, OpenAtEnd):
        start = row.get(clock.start.name)
        end = None if clock.end is None else row.get(clock.end.name)
        return start is not None and start <= period.last_day and (end is None or end > period.last_day)
    if isinstance(clock, OpenDuring):
        start, end = row.get(clock.start.name), row.get(clock.end.name)
        return start is not None and start <= period.last_day and (end is None or end >= period.first_day)
    day = row.get(clock.taken_on.name)
    return day is not None and day == taken.get(row["authority_code"])


@cache
def _working_days(early: date, late: date) -> int:
    """One day after the other, once for each pair: of a town's contacts most wait as long as others of their day."""
    return sum(is_working_day(early + timedelta(days=n)) for n in range(1, (late - early).days + 1))


def _months_later(day: date | None, months: int) -> date | None:
    if day is None:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _work_out(total: Total, sights: Sequence[Sight]) -> int:
    if total.kind is TotalKind.ROWS:
        return len(sights)
    if total.kind is TotalKind.CHILDREN:
        return len({sight.row.get("person_id") for sight in sights} - {None})
    assert total.value is not None
    values = sorted(sight(total.value) for sight in sights)
    if total.kind is TotalKind.SUM:
        return sum(values)
    return values[(len(values) - 1) // 2] + values[len(values) // 2]


class Memory:
    """The rows of every table, found by one column at a time."""

    def __init__(self, data: Data) -> None:
        self._data = data
        self._found: dict[tuple[str, str], dict[tuple[str, Any], list[Row]]] = {}

    def rows(self, table: str) -> Sequence[Row]:
        return self._data.get(table, ())

    def matching(self, table: str, column: str, authority: str, value: Any) -> list[Row]:
        if value is None:
            return []
        if (table, column) not in self._found:
            index: dict[tuple[str, Any], list[Row]] = defaultdict(list)
            for row in self.rows(table):
                index[row["authority_code"], row.get(column)].append(row)
            self._found[table, column] = index
        return self._found[table, column].get((authority, value), [])


class Sight:
    """One row seen from one period.  Call it with an expression to get its value, or None when that is unknown."""

    def __init__(self, row: Row, *, table: str, memory: Memory, period: Period | None, this: Row | None = None) -> None:
        self.row, self.table, self.memory, self.period, self.this = row, table, memory, period, this

    def __call__(self, node: ex.Expression) -> Any:
        meaning: Callable[[Any], Any] = getattr(self, type(node).__name__)
        return meaning(node)

    def _of(self, row: Row, table: str, node: ex.Expression) -> Any:
        return Sight(row, table=table, memory=self.memory, period=self.period)(node)

    def Literal(self, node: ex.Literal) -> Any:
        return node.value

    def Column(self, node: ex.Column) -> Any:
        if node.table == self.table:
            return self.row.get(node.name)
        return self.Lookup(ex.Lookup(node, ex.Column(self.table, "person_id", "link")))

    def ThisRow(self, node: ex.ThisRow) -> Any:
        assert self.this is not None
        return self.this.get(node.column.name)

    def PeriodDay(self, node: ex.PeriodDay) -> date:
        assert self.period is not None
        return self.period.first_day if node.which == "first" else self.period.last_day

    def Standard(self, node: ex.Standard) -> int | None:
        if node.on is None:
            assert self.period is not None
            day = self.period.last_day
        else:
            day = self(node.on)
        in_force = [value for since, value in node.values if day is not None and since <= day]
        return in_force[-1] if in_force else None

    def Compare(self, node: ex.Compare) -> bool | None:
        left, right = self(node.left), self(node.right)
        if left is None or right is None:
            return None
        return {
            "=": left == right,
            "<": left < right,
            "<=": left <= right,
            ">": left > right,
            ">=": left >= right,
        }[node.op]

    def IsIn(self, node: ex.IsIn) -> bool | None:
        value = self(node.source)
        return None if value is None else value in node.values

    def IsNot(self, node: ex.IsNot) -> bool:
        return self(node.source) not in node.values

    def IsMissing(self, node: ex.IsMissing) -> bool:
        return self(node.source) is None

    def Contains(self, node: ex.Contains) -> bool:
        return node.value in (self(node.source) or ())

    def Not(self, node: ex.Not) -> bool | None:
        value = self(node.source)
        return None if value is None else not value

    def Called(self, node: ex.Called) -> bool | None:
        return self(node.source)

    def AllOf(self, node: ex.AllOf) -> bool | None:
        values = [self(term) for term in node.terms]
        return False if False in values else None if None in values else True

    def AnyOf(self, node: ex.AnyOf) -> bool | None:
        values = [self(term) for term in node.terms]
        return True if True in values else None if None in values else False

    def AddMonths(self, node: ex.AddMonths) -> date | None:
        months = node.months if isinstance(node.months, int) else self(node.months)
        return None if months is None else _months_later(self(node.source), months)

    def DaysBetween(self, node: ex.DaysBetween) -> int | None:
        start, end = self(node.start), self(node.end)
        return None if start is None or end is None else (end - start).days

    def WorkingDaysBetween(self, node: ex.WorkingDaysBetween) -> int | None:
        start, end = self(node.start), self(node.end)
        if start is None or end is None or not all(FIRST_DAY <= day <= LAST_DAY for day in (start, end)):
            return None
        passed = _working_days(min(start, end), max(start, end))
        return passed if start <= end else -passed

    def AgeOn(self, node: ex.AgeOn) -> int | None:
        born, on = self(node.born), self(node.on)
        if born is None or on is None:
            return None
        return on.year - born.year - ((on.month, on.day) < (born.month, born.day))

    def ReturnYear(self, node: ex.ReturnYear) -> int | None:
        day = self(node.source)
        return None if day is None else day.year + (day.month >= 4)

    def Hundredths(self, node: ex.Hundredths) -> int | None:
        value = self(node.source)
        return None if value is None else int(value * 100)

    def Band(self, node: ex.Band) -> str | None:
        value = self(node.source)
        if value is None:
            return None
        low = None
        for edge in node.edges:
            if value < edge:
                return f"Under {edge}" if low is None else f"{low}" if edge - low == 1 else f"{low} to {edge - 1}"
            low = edge
        return f"{low} and over"

    def AtLeast(self, node: ex.AtLeast) -> int | None:
        value = self(node.source)
        return None if value is None else max(value, node.minimum)

    def Relabelled(self, node: ex.Relabelled) -> str | None:
        value = self(node.source)
        return None if value is None else dict(node.pairs).get(value, node.otherwise)

    def When(self, node: ex.When) -> str | None:
        return node.label if self(node.condition) is True else None

    def FirstOf(self, node: ex.FirstOf) -> Any:
        return next((value for value in map(self, node.terms) if value is not None), None)

    def Lookup(self, node: ex.Lookup) -> Any:
        target = tables.TABLES_BY_NAME[tables.TABLES_BY_NAME[node.by.table].column(node.by.name).to or ""]
        rows = self.memory.matching(target.name, target.key[0], self.row["authority_code"], self.row.get(node.by.name))
        return self._of(rows[0], target.name, node.value) if rows else None

    def Related(self, node: ex.Related) -> Any:
        rows = node.rows
        others = self.memory.matching(rows.table, rows.theirs, self.row["authority_code"], self.row.get(rows.ours))
        sights = [
            Sight(other, table=rows.table, memory=self.memory, period=self.period, this=self.row) for other in others
        ]
        chosen = [sight for sight in sights if all(sight(term) is True for term in rows.conditions)]
        if node.kind == "exists":
            return bool(chosen)
        if node.kind == "count":
            return len(chosen)
        assert node.value is not None
        if node.kind == "different":
            return len({sight(node.value) for sight in chosen} - {None})
        if node.kind == "last":
            assert node.by is not None
            pairs = [(sight(node.by), sight(node.value)) for sight in chosen]
            return max((pair for pair in pairs if None not in pair), default=(None, None))[1]
        values = [value for value in (sight(node.value) for sight in chosen) if value is not None]
        return (min if node.kind == "earliest" else max)(values, default=None)
