"""What is not plausible, table by table: the one place where the checks are declared.

A check is a condition in SQL about a row `r`, the birth of its person `p.born_on` where it is about one, the last day
on which anything began for a person, `a.last_on`, and `$as_at`, the last day the records describe.  A condition that
cannot be answered, since a cell is empty, is not a fault.  What is true of a table's days, its declaration says.
"""

from __future__ import annotations

from dataclasses import dataclass

from purplebook.tables import Table
from purplebook.tables.schema import DATE, DECIMAL, WHOLE_NUMBER

LONGEST_DAYS, PREGNANCY_DAYS, OLDEST_CHILD, OLDEST_LOOKED_AFTER, NO_DISTANCE = 2000, 280, 25, 18, 999
LAST_DEALT_WITH = "a.last_on"


@dataclass(frozen=True)
class Check:
    """One fault that a cell of `column` can have: what to call it, and the condition for it in SQL."""

    column: str
    title: str
    sql: str


def checks_of(table: Table) -> tuple[Check, ...]:
    """Every check of a table, in the order of its columns."""
    checks: list[Check] = []
    for column in table.columns:
        name = column.name
        if column.kind == DATE:
            checks.append(Check(name, "placeholders (1900 or before)", f"r.{name} <= DATE '1900-12-31'"))
            if not column.is_planned:
                checks.append(Check(name, "after the day of the extract", f"r.{name} > $as_at"))
            if table.is_about_a_person and not column.is_birth:
                checks.append(_birth(table, name))
        if column.kind in (WHOLE_NUMBER, DECIMAL) and not table.may_be_negative:
            checks.append(Check(name, "negative", f"r.{name} < 0"))
        checks += _special(table, name)
    return tuple(checks)


def _birth(table: Table, name: str) -> Check:
    if table.is_only_after_birth:
        return Check(name, "before birth", f"r.{name} < p.born_on")
    return Check(name, "over 40 weeks before birth", f"r.{name} < p.born_on - {PREGNANCY_DAYS}")


def _special(table: Table, name: str) -> list[Check]:
    checks = [Check(name, f"before {start}", f"r.{name} < r.{start}") for start, end in table.runs if end == name]
    if table.is_short:
        checks += [
            Check(name, f"over {LONGEST_DAYS:,} days after {start}", f"r.{name} - r.{start} > {LONGEST_DAYS}")
            for start, end in table.runs
            if end == name
        ]
    match table.name, name:
        case "person", "born_on":
            old = f"r.person_role = 'CHILD' AND r.born_on + INTERVAL {OLDEST_CHILD} YEAR < {LAST_DEALT_WITH}"
            checks.append(Check(name, f"of children over {OLDEST_CHILD} when last dealt with", old))
        case "looked_after_period" | "looked_after_episode" | "placement", "ended_on":
            last = f"coalesce(r.ended_on, $as_at) > p.born_on + INTERVAL {OLDEST_LOOKED_AFTER} YEAR"
            checks.append(Check(name, f"looked after beyond {OLDEST_LOOKED_AFTER}", last))
        case "placement", "distance_miles":
            checks.append(Check(name, f"{NO_DISTANCE} miles or more", f"r.distance_miles >= {NO_DISTANCE}"))
    return checks
