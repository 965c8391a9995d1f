"""Who is behind many figures at once: the children in each, so that two releases can be told apart child by child."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from purplebook.engine.duckdb.engine import DuckDBEngine
from purplebook.engine.plan import plan, request
from purplebook.engine.row_lists import listed_total
from purplebook.engine.sql.query import rows_query
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Total
from purplebook.language.periods import Period
from purplebook.results.snapshots import open_engine
from purplebook.store import Snapshot
from purplebook.tables import TABLES_BY_NAME

Members = Counter[str]
"""How often each child (our own key, no number of the council's) is among the rows of one figure."""


@dataclass(frozen=True)
class Behind:
    """The children in what a figure counts, and in what it is a part of (the same where it is no part)."""

    counted: Members = field(default_factory=Counter)
    among: Members = field(default_factory=Counter)


def children_behind(
    snapshot: Snapshot, wanted: Mapping[str, Sequence[Period]], indicators: Iterable[Indicator]
) -> dict[tuple[str, str], Behind]:
    """The children behind each figure wanted, by indicator and period; figures about no children are left out."""
    items = [item for item in indicators if item.id in wanted]
    periods = tuple(dict.fromkeys(period for name in wanted for period in wanted[name]))
    if not items or not periods:
        return {}
    found: dict[Total, dict[str, Members]] = {}
    with open_engine(snapshot, periods) as engine:
        for item in items:
            for is_among in (False, True):
                total = listed_total(item, among=is_among)
                if total not in found and TABLES_BY_NAME[total.cohort.table].is_about_a_person:
                    found[total] = _members(engine, item, total, periods)
    behind = {}
    for item in items:
        if listed_total(item, among=False) not in found:
            continue
        counted, among = (found.get(listed_total(item, among=is_among), {}) for is_among in (False, True))
        for period in wanted[item.id]:
            behind[item.id, period.key] = Behind(counted.get(period.key, Counter()), among.get(period.key, Counter()))
    return behind


def _members(engine: DuckDBEngine, item: Indicator, total: Total, periods: Sequence[Period]) -> dict[str, Members]:
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
