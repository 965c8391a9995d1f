"""When each row was recorded in the case system: most within days of the event, some weeks later.

The day is no column of any file; it decides only from which extract on a row is there.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date

from purplebook.tables import TABLES_BY_NAME
from purplebook_demo.paper_2015.calendar import PAPER_DAY, add_days
from purplebook_demo.paper_2015.chance import between, weighted
from purplebook_demo.paper_2015.held import AT_ONCE, HELD, Held

Row = dict[str, object]
Tables = dict[str, list[Row]]
NotBefore = Mapping[str, Sequence[date | None]]

FROM_THE_START = date.min


def recorded_days(rng: random.Random, tables: Tables, not_before: NotBefore) -> dict[str, tuple[date, ...]]:
    """For each table, the day on which each of its rows was recorded.

    All that happened by the day of the paper was recorded by then, so that its figures stand whatever the delays are;
    only the rows for which `not_before` gives a later day come after it.
    """
    days: dict[str, dict[object, date]] = {}
    found: dict[str, tuple[date, ...]] = {}
    for name, declared in HELD.items():
        floors = not_before.get(name) or [None] * len(tables[name])
        found[name] = _of_table(rng, name, declared, tables[name], floors, days)
    return found


def _of_table(
    rng: random.Random,
    name: str,
    declared: Held,
    rows: list[Row],
    floors: Sequence[date | None],
    days: dict[str, dict[object, date]],
) -> tuple[date, ...]:
    table = TABLES_BY_NAME[name]
    key = table.key[0]
    mine = days.setdefault(name, {})
    parents = [(column, days[table.column(column).to or name]) for column in declared.after]
    found: list[date] = []
    first_of_plan: dict[object, date] = {}
    for row, floor in zip(rows, floors, strict=True):
        happened_on = _event(row, declared.event)
        recorded_on = happened_on
        if declared.delays is not AT_ONCE:
            recorded_on = add_days(happened_on, between(rng, *weighted(rng, declared.delays)))
        if happened_on <= PAPER_DAY < recorded_on and floor is None:
            recorded_on = PAPER_DAY
        for column, parent in parents:
            recorded_on = max(recorded_on, parent.get(row.get(column), FROM_THE_START))
        recorded_on = max(recorded_on, floor or FROM_THE_START)
        if name == "child_protection_conference" and (plan_id := row["child_protection_plan_id"]):
            # A conference belongs to a plan that its first conference brings into the system.
            recorded_on = max(recorded_on, first_of_plan.setdefault(plan_id, recorded_on))
        mine[row[key]] = recorded_on
        found.append(recorded_on)
    return tuple(found)


def _event(row: Row, columns: tuple[str, ...]) -> date:
    for column in columns:
        value = row.get(column)
        if isinstance(value, date):
            return value
        if isinstance(value, int):
            return date(value, 3, 31)
    return FROM_THE_START
