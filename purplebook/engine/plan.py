"""Groups what indicators ask for into as few passes over the data as their definitions allow.

Two totals share a pass when they count rows of the same table at the same time: the same table and the same clock.
A total that several indicators need is asked for once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from purplebook.errors import DefinitionError
from purplebook.language.expressions import Column, Expression
from purplebook.language.indicators import Indicator
from purplebook.language.measures import WORKED_OUT_OVER_ROWS, Clock, Total
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.schema import LINK, WHOLE_NUMBER

Grouping = tuple[str, ...]
"""The names of the breakdowns that divide a figure at once; () is everyone, two names are crossed."""

CHILD, ROW = "each_child", "each_row"
"""Breakdowns that no definition declares: each child by our own key, and each row, of whatever table is counted."""

_OF_EACH: Mapping[str, Callable[[str], Expression]] = MappingProxyType(
    {
        CHILD: lambda table: Column(table, "person_id", LINK),
        ROW: lambda table: Column(table, "row_id", WHOLE_NUMBER),
    }
)


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
    """One indicator with the groupings wanted of it; `each` divides it by child too, and an average by row."""

    indicator: Indicator
    groupings: tuple[Grouping, ...]
    each: bool = False

    def each_of(self, table: str) -> Grouping:
        """How its totals over a table are divided down to the child or the row; () where they are not."""
        child = (CHILD,) if TABLES_BY_NAME[table].is_about_a_person else ()
        if not self.each:
            return ()
        return (*child, ROW) if self.indicator.measure.shape in WORKED_OUT_OVER_ROWS else child


def request(
    indicator: Indicator, *, crossed: Sequence[Grouping] = (), breakdowns: bool = True, each: bool = False
) -> Request:
    """Ask for everyone and each single breakdown, plus crossed ones; every name must be one of the indicator's.

    With `each`, for each child too (and each row of an average), in the same pass.
    """
    single = tuple((item.name,) for item in indicator.by) if breakdowns else ()
    for grouping in crossed:
        for name in grouping:
            indicator.breakdown(name)
        if len(set(grouping)) < len(grouping):
            raise DefinitionError(f"{indicator.id}: a breakdown cannot be crossed with itself.")
    return Request(indicator, tuple(dict.fromkeys(((), *single, *crossed))), each)


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
        for name in item.each_of(table):
            dimensions[name] = _OF_EACH[name](table)
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
        groupings=tuple(dict.fromkeys(grouping for item, _ in wanted for grouping in _groupings(item, table))),
        totals=tuple(dict.fromkeys(total for _, total in wanted)),
    )


def _groupings(item: Request, table: str) -> tuple[Grouping, ...]:
    each = item.each_of(table)
    return (*item.groupings, each) if each else item.groupings
