"""The value of an expression for many rows at once."""

from __future__ import annotations

import numpy as np

from purplebook.engine.columns.calendars import months_later, of_days, return_year, working_days, year_month_day
from purplebook.engine.columns.drawn import drawn
from purplebook.engine.columns.values import NONE, Values, fixed, no_values, number_of_day, relabelled, same_terms
from purplebook.engine.columns.view import View
from purplebook.engine.sql.stage import band_labels
from purplebook.language import expressions as ex
from purplebook.tables import TABLES_BY_NAME

PERSON, PERSON_ID = "person", "person_id"


def worked_out(view: View, node: ex.Expression) -> Values:
    """The value of an expression for each row of a view."""
    if node.is_condition:
        # False is nought, true is one.
        data = np.where(view.holds(node, want=False), 0, NONE)
        return Values(np.where(view.holds(node), 1, data).astype(np.int32))
    match node:
        case ex.Column(table, name):
            if table != view.table:
                return _looked_up(view, node, table, view.link(PERSON_ID))
            values = view.run.records.column(table, name)
            return values if view.rows is None else values.take(view.rows)
        case ex.ThisRow(column):
            assert view.asker is not None
            return view.asker.value(column)
        case ex.Literal(value):
            return fixed(value, view.count)
        case ex.PeriodDay(which):
            assert view.period is not None
            return Values((view.run.periods.first if which == "first" else view.run.periods.last)[view.period])
        case ex.Standard(_, _, values, on):
            return _in_force(values, view.value(ex.PERIOD.last_day if on is None else on))
        case ex.DaysBetween(start, end):
            return _difference(view.value(start), view.value(end))
        case ex.WorkingDaysBetween(start, end):
            return _difference(*(Values(of_days(working_days, view.value(day).data)) for day in (start, end)))
        case ex.AddMonths(source, months):
            return _months_later(view, source, months)
        case ex.AgeOn(born, on):
            days = [Values(of_days(year_month_day, view.value(day).data)) for day in (born, on)]
            lived = _difference(*days)
            # A year is ten thousand of the numbers, and no two days of a year are as far apart.
            return Values(np.where(lived.known, lived.data // 10_000, NONE).astype(np.int32))
        case ex.ReturnYear(source):
            return Values(of_days(return_year, view.value(source).data))
        case ex.Hundredths(source):
            return Values(view.value(source).scaled(100).data)
        case ex.AtLeast(source, minimum):
            value = view.value(source)
            return Values(np.where(value.known, np.maximum(value.data, minimum), NONE))
        case ex.Band(source, edges):
            value = view.value(source)
            place = np.searchsorted(np.array(edges), value.data, side="right")
            return relabelled(np.where(value.known, place, NONE), band_labels(edges))
        case ex.Relabelled(source, pairs, otherwise):
            value, label = view.value(source), dict(pairs)
            names = [label.get(one, otherwise) for one in value.labels or ()]
            return relabelled(value.data, names)
        case ex.When(condition, label):
            return Values(np.where(view.holds(condition), 0, NONE).astype(np.int32), (label,))
        case ex.FirstOf(terms):
            parts = same_terms([view.value(term) for term in terms])
            data = parts[-1].data
            for part in reversed(parts[:-1]):
                data = np.where(part.known, part.data, data)
            return parts[0].like(data)
        case ex.Lookup(value, by):
            target = TABLES_BY_NAME[by.table].column(by.name).to or ""
            return _looked_up(view, value, target, view.link(by.name))
        case ex.Related():
            return drawn(view, node)
    raise NotImplementedError(f"{type(node).__name__} has no value.")


def _looked_up(view: View, node: ex.Expression, table: str, rows: np.ndarray) -> Values:
    """A value of the rows of another table that these rows name."""
    run = view.run
    is_there = (rows >= 0) & (rows < run.records.count(table))
    if run.parts.is_fixed(node):
        whole = run.table(table).value(node)
        if is_there.all():
            return whole.take(rows)
        padded = np.append(whole.data, np.array([NONE], whole.data.dtype))
        return whole.like(padded[np.where(is_there, rows, -1)])
    at = np.flatnonzero(is_there)
    period = None if view.period is None else view.period[at]
    value = View(run, table, rows[at], period=period).value(node)
    made = no_values(view.count, labels=value.labels).data.astype(value.data.dtype)
    made[at] = value.data
    return value.like(made)


def _in_force(values: tuple, on: Values) -> Values:
    since = np.array([number_of_day(day) for day, _ in values])
    numbers = np.array([NONE, *(number for _, number in values)], np.int32)
    place = np.searchsorted(since, on.data, side="right")
    return Values(numbers[np.where(on.known, place, 0)])


def _difference(start: Values, end: Values) -> Values:
    known = start.known & end.known
    made = end.data - start.data
    return Values(made if known.all() else np.where(known, made, NONE))


def _months_later(view: View, source: ex.Expression, months: int | ex.Standard) -> Values:
    day = view.value(source).data
    if isinstance(months, int):
        return Values(of_days(months_later(months), day))
    count = view.value(months)
    made = np.full(view.count, NONE, np.int32)
    for each in np.unique(count.data[count.known]):
        at = np.flatnonzero(count.data == each)
        made[at] = of_days(months_later(int(each)), day[at])
    return Values(made)
