"""Groups what indicators ask for into as few passes over the data as their definitions allow.

Two totals share a pass when they count rows of the same table at the same time: the same table and the same clock.
A total that several indicators need is asked for once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from purplebook.errors import DefinitionError
from purplebook.language.expressions import Expression
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Clock, Total

Grouping = tuple[str, ...]
"""The names of the breakdowns that divide a figure at once; () is everyone, two names are crossed."""


@dataclass(frozen=True)
class Scan:
    """One pass: its table and clock, the breakdowns, the groupings and the totals it brings back."""

    table: str
    clock: Clock
    dimensions: tuple[tuple[str, Expression], ...]
    groupings: tuple[Grouping, ...]
    totals: tuple[Total, ...]


@dataclass(frozen=True)
class Request:
    """One indicator with the groupings wanted of it."""

    indicator: Indicator
    groupings: tuple[Grouping, ...]


def request(indicator: Indicator, *, crossed: Sequence[Grouping] = (), breakdowns: bool = True) -> Request:
    """Ask for everyone and each single breakdown, plus crossed ones; every name must be one of the indicator's."""
    single = tuple((item.name,) for item in indicator.by) if breakdowns else ()
    for grouping in crossed:
        for name in grouping:
            indicator.breakdown(name)
        if len(set(grouping)) < len(grouping):
            raise DefinitionError(f"{indicator.id}: a breakdown cannot be crossed with itself.")
    return Request(indicator, tuple(dict.fromkeys(((), *single, *crossed))))


def totals_of(indicator: Indicator) -> tuple[Total, ...]:
    """The totals an indicator needs, top first, each once."""
    measure = indicator.measure
    return tuple(dict.fromkeys(total for total in (measure.top, measure.bottom) if total is not None))


def plan(requests: Sequence[Request]) -> tuple[Scan, ...]:
    """Return one scan for each table and clock, in the order in which they are first needed."""
    shared: dict[tuple[str, Clock], list[tuple[Request, Total]]] = {}
    for item in requests:
        for total in totals_of(item.indicator):
            shared.setdefault((total.cohort.table, total.cohort.clock), []).append((item, total))
    return tuple(_scan(table, clock, wanted) for (table, clock), wanted in shared.items())


def _scan(table: str, clock: Clock, wanted: list[tuple[Request, Total]]) -> Scan:
    dimensions: dict[str, Expression] = {}
    for item, _ in wanted:
        for name in dict.fromkeys(name for grouping in item.groupings for name in grouping):
            expression = item.indicator.breakdown(name).expression
            if dimensions.setdefault(name, expression) != expression:
                raise DefinitionError(
                    f"{item.indicator.id}: breakdown '{name}' means something else in another indicator on '{table}'. "
                    "Give it another name."
                )
    return Scan(
        table=table,
        clock=clock,
        dimensions=tuple(dimensions.items()),
        groupings=tuple(dict.fromkeys(grouping for item, _ in wanted for grouping in item.groupings)),
        totals=tuple(dict.fromkeys(total for _, total in wanted)),
    )
