"""Small random tables, kept narrow so that children, dates and links collide as often as they can.

Few children, two authorities that use the same identifiers, dates on month ends, 29 February, Easter and bank holidays,
some outside the calendar of working days, and plenty of cells that are not recorded.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from purplebook import tables
from purplebook.language.expressions import Column
from tests.generative.chance import Chance

AUTHORITIES = ("899", "898")

USED: dict[str, tuple[str, ...]] = {
    "person": ("person_id", "sex", "born_on", "expected_birth_on", "is_mother"),
    "referral": (
        "referral_id", "person_id", "referred_on", "closed_on", "source_code", "is_no_further_action", "outcome_codes",
        "earlier_referrals_supplied", "team_id", "worker_id",
    ),
    "assessment": (
        "assessment_id", "person_id", "referral_id", "started_on", "authorised_on", "child_seen", "outcome_codes",
        "is_social_care_needed", "team_id",
    ),
    "placement": (
        "placement_id", "person_id", "started_on", "ended_on", "placement_type", "is_in_authority", "weekly_cost",
    ),
    "care_leaver_snapshot": ("person_id", "snapshot_on", "in_touch", "pathway_plan_on", "worker_id"),
    "involvement": ("involvement_id", "person_id", "team_id", "worker_id", "started_on", "ended_on", "context"),
    "team": ("team_id", "name", "parent_team_id"),
    "worker": ("worker_id", "level_code", "started_on", "ended_on", "is_agency", "caseload_supplied"),
}  # fmt: skip
"""The tables that random definitions speak of, with the columns that they read."""

DAYS = (
    date(2015, 4, 1),
    date(2015, 3, 31),
    date(2016, 2, 29),
    date(2015, 4, 30),
    date(2016, 2, 28),
    date(2016, 3, 1),
    date(2015, 4, 3),  # Good Friday
    date(2015, 4, 2),
    date(2015, 4, 6),  # Easter Monday
    date(2015, 4, 7),
    date(2016, 3, 31),
    date(2016, 3, 28),  # Easter Monday
    date(2015, 12, 24),
    date(2015, 12, 28),  # Boxing Day, moved from a Saturday
    date(2015, 5, 4),
    date(2016, 1, 31),
    date(2015, 2, 28),
    date(2012, 2, 29),
    date(2000, 2, 29),
    date(1999, 3, 1),
    date(1998, 2, 28),
    date(1984, 12, 31),  # the day before the calendar of working days starts
    date(2051, 1, 1),  # the day after it ends
    date(1900, 1, 1),
    date(2200, 12, 31),
)
WORDS = ("A", "B", "a")
IDENTIFIERS = ("1", "2", "3", "4")


def column(table: str, name: str) -> Column:
    """A column as definitions speak of it."""
    return Column(table, name, tables.TABLES_BY_NAME[table].column(name).kind)


def columns_of(table: str, *kinds: str) -> tuple[Column, ...]:
    """The columns in use of some kinds."""
    return tuple(found for name in USED[table] if (found := column(table, name)).kind in kinds)


def _cell(chance: Chance, kind: str) -> Any:
    match kind:
        case "date":
            near = (*DAYS[:6], *DAYS[:6], None, None, None, *DAYS)
            return chance.pick((*near, DAYS[0] + timedelta(days=chance.number(-12, 370))))
        case "link":
            return chance.pick(("1", "1", *IDENTIFIERS, None))
        case "identifier":
            return chance.pick(IDENTIFIERS)
        case "yes_no":
            return chance.pick((True, False, None))
        case "whole_number":
            return chance.pick((0, 1, 2, -3, None))
        case "decimal":
            return chance.pick((Decimal("0.00"), Decimal("0.01"), Decimal("2.50"), None))
        case "codes":
            return chance.pick((["A"], ["A", "B"], ["B"], [], None))
    return chance.pick((*WORDS, None))


def write_rows(chance: Chance, table: str) -> list[dict[str, Any]]:
    """Up to seven rows of one table; an identifier stands once in each authority."""
    declared = tables.TABLES_BY_NAME[table]
    rows: list[dict[str, Any]] = []
    seen: set[tuple[str, str]] = set()
    for _ in range(chance.number(0, 7)):
        row: dict[str, Any] = {"authority_code": chance.pick((AUTHORITIES[0], *AUTHORITIES))}
        row |= {name: _cell(chance, declared.column(name).kind) for name in USED[table]}
        identifier = next((row[name] for name in USED[table] if declared.column(name).kind == "identifier"), None)
        if identifier is None or (row["authority_code"], identifier) not in seen:
            seen.add((row["authority_code"], identifier or ""))
            rows.append(row)
    return rows
