"""Who is behind many figures at once: the children in each, so that two releases can be told apart child by child."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from purplebook.engine.records.children_of import Members, children_of
from purplebook.engine.records.open import open_engine
from purplebook.engine.row_lists import listed_total
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Total
from purplebook.language.periods import Period
from purplebook.store import Snapshot
from purplebook.tables import TABLES_BY_NAME


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
    members: dict[Total, dict[str, Members]] = {}
    with open_engine(snapshot, periods) as engine:
        for item in items:
            for is_among in (False, True):
                total = listed_total(item, among=is_among)
                if total not in members and TABLES_BY_NAME[total.cohort.table].is_about_a_person:
                    members[total] = children_of(engine, total, periods)
    behind = {}
    for item in items:
        if listed_total(item, among=False) not in members:
            continue
        counted, among = (members.get(listed_total(item, among=is_among), {}) for is_among in (False, True))
        for period in wanted[item.id]:
            behind[item.id, period.key] = Behind(counted.get(period.key, Counter()), among.get(period.key, Counter()))
    return behind
