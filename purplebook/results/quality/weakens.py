"""Which indicators read a column, found by walking their declarations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from purplebook.language import expressions as ex
from purplebook.language.indicators import Breakdown, Indicator
from purplebook.language.measures import Clock, InLatestSnapshot, days_of
from purplebook.tables import TABLES_BY_NAME

Place = tuple[str, str]


def indicators_by_column(indicators: Sequence[Indicator]) -> Mapping[Place, tuple[str, ...]]:
    """The ids of the indicators whose figure or groups read each (table, column), in the order given."""
    ids_of: dict[Place, list[str]] = {}
    for item in indicators:
        for place in dict.fromkeys(read_by(item)):
            ids_of.setdefault(place, []).append(item.id)
    return {place: tuple(ids) for place, ids in ids_of.items()}


def read_by(item: Indicator) -> Iterator[Place]:
    """Every (table, column) that an indicator's figure or one of its breakdowns reads."""
    yield from read_by_figure(item)
    for part in item.by:
        yield from read_by_breakdown(item, part)


def read_by_figure(item: Indicator) -> Iterator[Place]:
    """Every (table, column) that the figure itself reads."""
    for total in (item.measure.top, item.measure.bottom):
        if total is not None:
            table = total.cohort.table
            terms = [*_of_clock(total.cohort.clock), *total.cohort.only]
            for term in terms if total.value is None else [*terms, total.value]:
                yield from _columns(term, table)


def read_by_breakdown(item: Indicator, part: Breakdown) -> Iterator[Place]:
    """Every (table, column) by which a breakdown puts the indicator's rows into groups."""
    bottom = item.measure.bottom
    yield from _columns(part.expression, (bottom or item.measure.top).cohort.table)


def _of_clock(clock: Clock) -> tuple[ex.Expression, ...]:
    among = clock.among if isinstance(clock, InLatestSnapshot) else ()
    return (*days_of(clock), *among)


def _columns(node: ex.Expression, table: str) -> Iterator[Place]:
    """The columns an expression about rows of `table` reads, with those that link to the rows it looks at."""
    if isinstance(node, ex.Column):
        yield node.table, node.name
    inside = table
    if isinstance(node, ex.RelatedRows):
        yield node.table, node.theirs
        yield table, node.ours
        inside = node.table
    if isinstance(node, ex.Related) and node.value is not None:
        yield from _columns(node.value, node.rows.table)
    if isinstance(node, ex.Lookup):
        yield from _columns(node.by, table)
        inside = TABLES_BY_NAME[node.by.table].column(node.by.name).to or table
    for child in ex.children_of(node):
        if not (isinstance(node, ex.Related) and child is node.value):
            yield from _columns(child, inside)
