"""Alters one definition in every small way, to see whether a worked example notices.

A mutant is the definition that someone might have written by mistake: a limit one day out, another date of the same
table, a condition forgotten.  One that no example tells from the real definition is a gap in the examples.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from decimal import Decimal
from typing import Any

from purplebook import tables
from purplebook.language import expressions as ex
from purplebook.language.indicators import Indicator
from purplebook.language.measured import is_known
from purplebook.language.measures import (
    WORKED_OUT_OVER_ROWS,
    During,
    EveryRow,
    InLatestSnapshot,
    Measure,
    OpenAtEnd,
    OpenDuring,
    Shape,
    Total,
    TotalKind,
)
from purplebook.language.once import THE_LATEST

Change = tuple[str, Any]
"""What was changed, in words, and what stands there now."""

NEARBY = {"<=": ("<", "="), "<": ("<=", "="), ">=": (">", "="), ">": (">=", "="), "=": ()}

LABELS_ONLY = (ex.Relabelled, ex.Band)
"""Parts whose values are names of groups."""


_SETTLED: ContextVar[frozenset[ex.Expression]] = ContextVar("_SETTLED", default=frozenset())


def mutants(
    indicator: Indicator, *, settled: frozenset[ex.Expression] = frozenset()
) -> tuple[tuple[str, Indicator], ...]:
    """Every small change to what the indicator counts, described; breakdowns and wording are left alone.

    The insides of the named conditions of `settled` are left alone too: the examples of another indicator notice a
    change there.  Without the condition, or with it turned round, this one must still give another answer.
    """
    token = _SETTLED.set(settled)
    try:
        by_measure = {measure: says for says, measure in reversed(tuple(_measures(indicator.measure)))}
    finally:
        _SETTLED.reset(token)
    by_measure.pop(indicator.measure, None)
    return tuple(
        (says, dataclasses.replace(indicator, measure=measure)) for measure, says in reversed(by_measure.items())
    )


def _measures(measure: Measure) -> Iterator[tuple[str, Measure]]:
    if measure.shape is Shape.SUM:
        yield from ((says, dataclasses.replace(measure, top=total)) for says, total in _sum(measure.top))
    elif measure.shape is Shape.RATIO and measure.bottom is not None:
        yield from _of_two_sums(measure, measure.bottom)
    elif measure.shape in (Shape.PERCENTAGE, Shape.SHARE, *WORKED_OUT_OVER_ROWS) and measure.bottom is not None:
        yield from _of_two_totals(measure, measure.bottom)
    else:
        yield from ((says, dataclasses.replace(measure, top=total)) for says, total in _total(measure.top))
        if measure.bottom is not None:
            yield from ((says, dataclasses.replace(measure, bottom=total)) for says, total in _total(measure.bottom))


def _of_two_totals(measure: Measure, bottom: Total) -> Iterator[tuple[str, Measure]]:
    """Change what both totals share in both; what only the top has, in the top."""
    # "Where the value is known" is not written by anyone: it changes with the value only.
    written = bottom.cohort.only[: -1 if measure.top.value is not None else None]
    known = bottom.cohort.only[len(written) :]
    extra = measure.top.cohort.only[len(bottom.cohort.only) :]
    for says, changed in _cohort(dataclasses.replace(bottom.cohort, only=written)):
        cohort = changed.where(*known)
        top = dataclasses.replace(measure.top, cohort=cohort.where(*extra))
        yield says, dataclasses.replace(measure, top=top, bottom=dataclasses.replace(bottom, cohort=cohort))
    table = bottom.cohort.table
    for place in range(len(extra)):
        for says, terms in _one_term(extra, place, table):
            top = dataclasses.replace(measure.top, cohort=bottom.cohort.where(*terms))
            yield f"in the top, {says}", dataclasses.replace(measure, top=top)
    if measure.top.value is not None:
        # The rows counted are those where the value is known: both change together.
        for says, value in _node(measure.top.value, table):
            cohort = dataclasses.replace(bottom.cohort, only=(*written, is_known(value)))
            yield (
                f"value: {says}",
                dataclasses.replace(
                    measure,
                    top=dataclasses.replace(measure.top, cohort=cohort, value=value),
                    bottom=dataclasses.replace(bottom, cohort=cohort),
                ),
            )
    elif measure.shape is Shape.PERCENTAGE and _may_hold_a_child_twice(bottom.cohort):
        both = [dataclasses.replace(total, kind=TotalKind.CHILDREN) for total in (measure.top, bottom)]
        yield "count children, not rows", dataclasses.replace(measure, top=both[0], bottom=both[1])
        rows = [dataclasses.replace(total, kind=TotalKind.ROWS) for total in (measure.top, bottom)]
        yield "count rows, not children", dataclasses.replace(measure, top=rows[0], bottom=rows[1])


def _of_two_sums(measure: Measure, bottom: Total) -> Iterator[tuple[str, Measure]]:
    """Change whose numbers are added up, above and below; that the values are known is not written by anyone."""
    top, table = measure.top, bottom.cohort.table
    if top.value != bottom.value:
        for says, total in _sum(top):
            yield f"above, {says}", dataclasses.replace(measure, top=total)
        for says, total in _sum(bottom):
            yield f"below, {says}", dataclasses.replace(measure, bottom=total)
        return
    written, known = bottom.cohort.only[:-1], bottom.cohort.only[-1:]
    extra = top.cohort.only[len(bottom.cohort.only) :]

    def measured(cohort: Any, terms: tuple) -> Measure:
        both = (dataclasses.replace(top, cohort=cohort.where(*terms)), dataclasses.replace(bottom, cohort=cohort))
        return dataclasses.replace(measure, top=both[0], bottom=both[1])

    for says, changed in _cohort(dataclasses.replace(bottom.cohort, only=written)):
        yield says, measured(changed.where(*known), extra)
    for place in range(len(extra)):
        for says, terms in _one_term(extra, place, table):
            yield f"in the top, {says}", measured(bottom.cohort, terms)


def _sum(total: Total) -> Iterator[tuple[str, Total]]:
    written, known = total.cohort.only[:-1], total.cohort.only[-1:]
    for says, changed in _cohort(dataclasses.replace(total.cohort, only=written)):
        yield says, dataclasses.replace(total, cohort=changed.where(*known))
    for says, value in _node(total.value, total.cohort.table):
        cohort = dataclasses.replace(total.cohort, only=(*written, ex.Not(ex.IsMissing(value))))
        yield f"value: {says}", dataclasses.replace(total, cohort=cohort, value=value)


def _total(total: Total) -> Iterator[tuple[str, Total]]:
    for says, cohort in _cohort(total.cohort):
        yield says, dataclasses.replace(total, cohort=cohort)
    if total.kind is TotalKind.CHILDREN:
        yield "count rows, not children", dataclasses.replace(total, kind=TotalKind.ROWS)
    elif (
        total.kind is TotalKind.ROWS
        and not total.cohort.has_each_child_once
        and tables.TABLES_BY_NAME[total.cohort.table].is_about_a_person
    ):
        yield "count children, not rows", dataclasses.replace(total, kind=TotalKind.CHILDREN)


def _may_hold_a_child_twice(cohort: Any) -> bool:
    return tables.TABLES_BY_NAME[cohort.table].is_about_a_person and not cohort.has_each_child_once


def _cohort(cohort: Any) -> Iterator[tuple[str, Any]]:
    for says, clock in _clock(cohort.clock, cohort.table):
        yield says, dataclasses.replace(cohort, clock=clock)
    for place in range(len(cohort.only)):
        for says, terms in _one_term(cohort.only, place, cohort.table):
            yield says, dataclasses.replace(cohort, only=terms)


def _clock(clock: Any, table: str) -> Iterator[Change]:
    match clock:
        case During(day, months):
            for other in _other_dates(day, table):
                yield f"dated by {other.name}, not {day.name}", During(other, months)
            yield f"so far by {day.name}, not in the period", OpenAtEnd(day, None)
            if months:
                yield "months later +1", During(day, months + 1)
                yield "months later −1", During(day, months - 1)
        case OpenAtEnd(start, end):
            yield f"started in the period by {start.name}, not open at its end", During(start)
            if end is not None:
                yield f"ended in the period by {end.name}, not open at its end", During(end)
                yield "ended rows stay open", OpenAtEnd(start, None)
            for other in _other_dates(start, table):
                if other != end:
                    yield f"open from {other.name}, not {start.name}", OpenAtEnd(other, end)
        case OpenDuring(start, end):
            yield f"started in the period by {start.name}, not open on some day of it", During(start)
            yield f"ended in the period by {end.name}, not open on some day of it", During(end)
            yield "open at the end of the period, not on some day of it", OpenAtEnd(start, end)
            yield "ended rows stay open", OpenAtEnd(start, None)
            for other in _other_dates(start, table):
                if other != end:
                    yield f"open from {other.name}, not {start.name}", OpenDuring(other, end)
        case EveryRow():
            for column in tables.TABLES_BY_NAME[table].columns:
                if column.kind == "date":
                    day = ex.Column(table, column.name, "date")
                    yield f"so far by {column.name}, not every row", OpenAtEnd(day, None)
        case InLatestSnapshot(taken):
            yield "taken in the period, not the latest taking", During(taken)
            yield "every taking so far, not the latest", OpenAtEnd(taken, None)


def _other_dates(day: ex.Column, table: str) -> Iterator[ex.Column]:
    for column in tables.TABLES_BY_NAME[table].columns:
        if column.kind == "date" and column.name != day.name:
            yield ex.Column(table, column.name, "date")


def _one_term(terms: tuple, place: int, table: str) -> Iterator[tuple[str, tuple]]:
    """The conditions with one left out, turned round, or changed inside."""
    before, term, after = terms[:place], terms[place], terms[place + 1 :]
    yield f"condition dropped: {_short(term)}", before + after
    yield f"condition negated: {_short(term)}", (*before, ex.not_(term), *after)
    for says, changed in _node(term, table):
        yield says, (*before, changed, *after)


def _node(node: Any, table: str) -> Iterator[Change]:
    """Every small change to an expression about a row of `table`."""
    yield from _here(node, table)
    match node:
        case ex.RelatedRows():
            for place in range(len(node.conditions)):
                for says, terms in _one_term(node.conditions, place, node.table):
                    yield f"among related {node.table}, {says}", dataclasses.replace(node, conditions=terms)
            return
        case ex.Lookup(value, by):
            target = tables.TABLES_BY_NAME[by.table].column(by.name).to or table
            yield from _inside(node, "value", value, lambda inner: _node(inner, target))
            return
        case ex.Related(_, rows, value, _):
            yield from _inside(node, "rows", rows, lambda inner: _node(inner, table))
            if value is not None:
                yield from _inside(node, "value", value, lambda inner: _node(inner, rows.table))
            return
        case ex.Called(_, phrase) if phrase == THE_LATEST or node in _SETTLED.get():
            # `once_for_each_child()` is one word of the language, and has a test of its own.
            return
        case ex.Standard(values=(_,)):
            # With one value for every day, the day on which it is taken makes no difference.
            return
        case ex.AllOf(terms) | ex.AnyOf(terms):
            for place in range(len(terms)):
                for says, changed in _one_term(terms, place, table):
                    if changed:
                        yield says, dataclasses.replace(node, terms=changed)
            return
    if not dataclasses.is_dataclass(node) or isinstance(node, LABELS_ONLY):
        return
    for field in dataclasses.fields(node):
        value = getattr(node, field.name)
        if isinstance(value, ex.Expression):
            yield from _inside(node, field.name, value, lambda inner: _node(inner, table))
        elif field.name == "terms":
            for place, term in enumerate(value):
                for says, changed in _node(term, table):
                    yield says, dataclasses.replace(node, terms=(*value[:place], changed, *value[place + 1 :]))


def _inside(node: Any, field: str, value: Any, change: Callable[[Any], Iterator[Change]]) -> Iterator[Change]:
    for says, changed in change(value):
        yield says, dataclasses.replace(node, **{field: changed})


def _here(node: Any, table: str) -> Iterator[Change]:
    """The changes to this part alone."""
    match node:
        case ex.Literal(bool()):
            yield f"{node.value} became {not node.value}", ex.Literal(not node.value)
        case ex.Literal(int() | Decimal()):
            yield f"{node.value} became {node.value + 1}", ex.Literal(node.value + 1)
            yield f"{node.value} became {node.value - 1}", ex.Literal(node.value - 1)
        case ex.Standard(name, _, values):
            for step in (1, -1):
                moved = tuple((since, number + step) for since, number in values)
                yield f"standard '{name}' {step:+}", dataclasses.replace(node, values=moved)
        case ex.AddMonths(source, int() as months):
            for step in (1, -1):
                yield f"{months:+} months became {months + step:+}", ex.AddMonths(source, months + step)
        case ex.Compare(operator, left, right):
            for other in NEARBY[operator]:
                yield f"{_short(node)}: {operator} became {other}", ex.Compare(other, left, right)
        case ex.DaysBetween(start, end):
            yield "days became working days", ex.WorkingDaysBetween(start, end)
        case ex.WorkingDaysBetween(start, end):
            yield "working days became days", ex.DaysBetween(start, end)
        case ex.PeriodDay(which):
            other = "first" if which == "last" else "last"
            yield f"the period's {which} day became its {other}", ex.PeriodDay(other)
        case ex.IsIn(source, values) | ex.IsNot(source, values) if len(values) > 1:
            for value in values:
                fewer = tuple(other for other in values if other != value)
                yield f"{_short(source)}: {value} dropped", dataclasses.replace(node, values=fewer)
        case ex.AtLeast(source, minimum):
            yield f"at least {minimum} became at least {minimum - 1}", ex.AtLeast(source, minimum - 1)
            yield f"at least {minimum} became at least {minimum + 1}", ex.AtLeast(source, minimum + 1)
        case ex.Related("different", rows):
            yield "the number of different values became the number of rows", ex.Related("count", rows)
        case ex.Related("earliest" | "latest" as kind, rows, value):
            other = "latest" if kind == "earliest" else "earliest"
            yield f"the {kind} became the {other}", ex.Related(other, rows, value)
        case ex.Column(own, name, "date") if own == table:
            for other in _other_dates(node, table):
                yield f"{name} became {other.name}", other
        case ex.ThisRow(column) if column.kind == "date":
            for other in _other_dates(column, column.table):
                yield f"this row's {column.name} became {other.name}", ex.ThisRow(other)


def _short(node: Any) -> str:
    """Enough words to find the part again."""
    match node:
        case ex.Column(table, name, _):
            return f"{table}.{name}"
        case ex.ThisRow(column):
            return f"this row's {column.name}"
        case ex.Literal(value):
            return str(value)
        case ex.PeriodDay(which):
            return f"the period's {which} day"
        case ex.Standard(name, _, _):
            return name
        case ex.Compare(operator, left, right):
            return f"{_short(left)} {operator} {_short(right)}"
        case ex.IsIn(source, values):
            return f"{_short(source)} in {', '.join(map(str, values))}"
        case ex.IsNot(source, values):
            return f"{_short(source)} not {', '.join(map(str, values))}"
        case ex.IsMissing(source):
            return f"{_short(source)} missing"
        case ex.Contains(source, value):
            return f"{_short(source)} contains {value}"
        case ex.Not(source):
            return f"not ({_short(source)})"
        case ex.AllOf(terms):
            return f"all of ({'; '.join(map(_short, terms))})"
        case ex.AnyOf(terms):
            return f"any of ({'; '.join(map(_short, terms))})"
        case ex.Called(_, phrase):
            return phrase
        case ex.Related(kind, rows, _, _):
            conditions = "; ".join(map(_short, rows.conditions))
            return f"{kind} {rows.table}" + (f" where {conditions}" if conditions else "")
        case ex.Lookup(value, _):
            return _short(value)
        case ex.AddMonths(source, months):
            return f"{_short(source)} {f'{months:+}' if isinstance(months, int) else f'+ {months.name}'} months"
        case ex.DaysBetween(start, end) | ex.WorkingDaysBetween(start, end):
            kind = "days" if isinstance(node, ex.DaysBetween) else "working days"
            return f"{kind} {_short(start)} to {_short(end)}"
        case ex.AgeOn(_, on):
            return f"age on {_short(on)}"
    return type(node).__name__
