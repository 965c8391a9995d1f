"""Small random tables, kept narrow so that children, dates and links collide as often as they can.

Few children, two authorities that use the same identifiers, dates on month ends, 29 February, Easter and bank holidays,
some outside the calendar of working days, and plenty of cells that are not recorded.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from purplebook import tables
from purplebook.language.expressions import Column

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
IDENTIFIERS = ("1", "2", "3")


def column(table: str, name: str) -> Column:
    """A column as definitions speak of it."""
    return Column(table, name, tables.TABLES_BY_NAME[table].column(name).kind)


def columns_of(table: str, *kinds: str) -> tuple[Column, ...]:
    """The columns in use of some kinds."""
    return tuple(found for name in USED[table] if (found := column(table, name)).kind in kinds)


def _cells(kind: str) -> st.SearchStrategy[Any]:
    match kind:
        case "date":
            near = st.sampled_from(DAYS[:8])
            return st.one_of(
                near, st.none(), near, st.sampled_from(DAYS), st.dates(date(2015, 3, 20), date(2016, 4, 5))
            )
        case "link":
            return st.sampled_from((*IDENTIFIERS, "1", None))
        case "yes_no":
            return st.sampled_from((True, False, None))
        case "whole_number":
            return st.sampled_from((0, 1, 2, -3, None))
        case "decimal":
            return st.sampled_from((Decimal("0.00"), Decimal("0.01"), Decimal("2.50"), None))
        case "codes":
            return st.sampled_from((["A"], ["A", "B"], ["B"], [], None))
    return st.sampled_from((*WORDS, None))


def _rows(table: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    declared = tables.TABLES_BY_NAME[table]
    own = {"authority_code": st.sampled_from(AUTHORITIES)}
    for name in USED[table]:
        kind = declared.column(name).kind
        own[name] = st.sampled_from(IDENTIFIERS) if kind == "identifier" else _cells(kind)
    key = declared.key if "identifier" in {declared.column(name).kind for name in declared.key} else ()
    unique = (lambda row: (row["authority_code"], *(row[name] for name in key))) if key else None
    return st.lists(st.fixed_dictionaries(own), max_size=7, unique_by=unique)


ROWS = {table: _rows(table) for table in USED}


def data_for(names: Sequence[str]) -> st.SearchStrategy[dict[str, list[dict[str, Any]]]]:
    """Rows for the tables that a definition reads."""
    return st.fixed_dictionaries({name: ROWS[name] for name in names})
