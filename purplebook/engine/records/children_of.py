"""The children behind one total, period by period."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from purplebook.engine.base import Engine
from purplebook.engine.plan import CHILD, Scan
from purplebook.language.expressions import Column, IsMissing, Not
from purplebook.language.measures import Total, TotalKind
from purplebook.language.periods import Period
from purplebook.tables.schema import LINK

Members = Counter[str]
"""How often each child (our own key, no number of the council's) is among the rows of one figure."""


def children_of(engine: Engine, total: Total, periods: Sequence[Period]) -> dict[str, Members]:
    """How often each child is among the rows of a total, by period; the engine's periods in order."""
    table = total.cohort.table
    child = Column(table, "person_id", LINK)
    kind = TotalKind.CHILDREN if total.kind is TotalKind.CHILDREN else TotalKind.ROWS
    only = (*total.cohort.only, Not(IsMissing(child)))
    counted = Total(kind, replace(total.cohort, only=only))
    answer = engine.totals(Scan(table, total.cohort.clock, ((CHILD, child),), ((CHILD,),), (counted,)))
    members: dict[str, Members] = defaultdict(Counter)
    columns = (answer.column(name).to_pylist() for name in ("period", CHILD, "t0"))
    for place, person, times in zip(*columns, strict=True):
        if times:
            members[periods[place].key][person] = times
    return members
