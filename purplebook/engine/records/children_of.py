"""The children behind one total, period by period."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from purplebook.engine.base import Engine
from purplebook.engine.plan import plan, request
from purplebook.engine.sql.query import rows_query
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Total
from purplebook.language.periods import Period

Members = Counter[str]
"""How often each child (our own key, no number of the council's) is among the rows of one figure."""


def children_of(engine: Engine, item: Indicator, total: Total, periods: Sequence[Period]) -> dict[str, Members]:
    """How often each child is among the rows of a total of an indicator, by period; the engine's periods in order."""
    scan = next(scan for scan in plan([request(item, breakdowns=False)]) if total in scan.totals)
    answer = engine.run(
        "SELECT period, person_id, COUNT(*) AS times\n"
        f"FROM (\n{rows_query(scan, total, engine.dialect)}\n)\nWHERE person_id IS NOT NULL\nGROUP BY ALL"
    )
    members: dict[str, Members] = defaultdict(Counter)
    columns = (answer.column(name).to_pylist() for name in ("period", "person_id", "times"))
    for place, person, times in zip(*columns, strict=True):
        members[periods[place].key][person] = times
    return members
