"""The records of one authority as they were known on a day: nothing dated after it, and what hangs on that left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import duckdb

from purplebook.language.periods import add_months
from purplebook.results.snapshots import columns_lacking
from purplebook.store import Snapshot
from purplebook.tables import DATA_TABLES
from purplebook.tables.schema import Table

HAPPENED_ON = {
    "contact": "contacted_on",
    "early_help": "started_on",
    "referral": "referred_on",
    "assessment": "started_on",
    "section_47_enquiry": "strategy_discussion_on",
    "child_protection_conference": "held_on",
    "child_protection_plan": "started_on",
    "visit": "visited_on",
    "plan": "started_on",
    "looked_after_period": "started_on",
    "looked_after_episode": "started_on",
    "placement": "started_on",
    "legal_status": "started_on",
    "looked_after_review": "reviewed_on",
    "health_check": "checked_on",
    "missing_episode": "started_on",
    "permanence_case": "decision_maker_agreed_on",
    "adopter": "enquired_on",
    "care_leaver_snapshot": "snapshot_on",
    "involvement": "started_on",
    "person_attribute": "started_on",
}
"""The date by which a row begins: a row that begins after the day was not known on it."""
TABLE_OF_LIST = {
    1: "contact",
    2: "early_help",
    3: "referral",
    4: "assessment",
    5: "section_47_enquiry",
    6: "referral",
    7: "child_protection_plan",
    8: "looked_after_period",
    9: "care_leaver_snapshot",
    10: "permanence_case",
    11: "adopter",
}
"""The table whose rows each list shows: without it the list is not empty but not known."""
AROUND_BIRTHDAY = "OC3_BIRTHDAY"
HANGS_ON = {
    ("referral", "closure_reason_code"): "closed_on",
    ("assessment", "is_social_care_needed"): "authorised_on",
    ("section_47_enquiry", "is_initial_conference_not_required"): "ended_on",
    ("looked_after_period", "end_reason_code"): "ended_on",
    ("looked_after_episode", "end_reason_code"): "ended_on",
    ("permanence_case", "reversed_reason"): "reversed_on",
    ("permanence_case", "order_type"): "ordered_on",
    ("adopter", "children_placed_count"): "placed_on",
    ("adopter", "left_reason"): "left_on",
}
"""Cells that were written when something ended, and the date of that end."""
NOT_AN_EVENT = ("born_on", "expected_birth_on", "due_on", "known_on")
"""Dates that may lie ahead, or that say only when somebody wrote a fact down."""


@dataclass(frozen=True)
class Scope:
    """Whose records, as at which day, and the first days of the six and twelve months that end on it.

    The six months to 15 August begin on 16 February: what happened on 15 February is outside.
    """

    authority: str
    as_at: date

    @property
    def six_months_from(self) -> date:
        """The first day of the six months."""
        return add_months(self.as_at, -6) + timedelta(days=1)

    @property
    def year_from(self) -> date:
        """The first day of the twelve months."""
        return add_months(self.as_at, -12) + timedelta(days=1)


def reaches_back(snapshot: Snapshot, table: str, first: date) -> bool:
    """Whether the records of a table are complete from the day, as far as the files say."""
    since = snapshot.covers_from(table)
    return since is None or since <= first


def reaches_on(snapshot: Snapshot, table: str, last: date) -> bool:
    """Whether the records of a table go on to the day, as far as the files say."""
    end = snapshot.covers_to(table)
    return end is None or end >= last


def not_supplied(snapshot: Snapshot) -> dict[int, str]:
    """The lists that are not known, and the table that no file held for each.

    The yearly return tells of young people around a birthday: it is no register, and list 9 is one.
    """
    found = {number: table for number, table in TABLE_OF_LIST.items() if not snapshot.is_supplied(table)}
    register = TABLE_OF_LIST[9]
    if snapshot.read(register, columns=["basis"]).column(0).unique().to_pylist() == [AROUND_BIRTHDAY]:
        found[9] = f"a register ({register})"
    return found


def open_known(snapshot: Snapshot, scope: Scope) -> duckdb.DuckDBPyConnection:
    """A connection in which every table is a view of what was known; close it after use.

    The view `day` has one row: the day, the two first days, whether the day is that of the extract, and for each table
    that is counted over a year whether its records reach so far (`counts_<table>`).
    """
    connection = duckdb.connect(config={"threads": 1})
    held = set(snapshot.table_names)
    for table in DATA_TABLES:
        if table.name in held:
            connection.execute(_view(snapshot, table, scope))
    counted = ", ".join(
        f"{'TRUE' if reaches_back(snapshot, name, scope.year_from) else 'FALSE'} AS counts_{name}"
        for name in HAPPENED_ON
    )
    connection.execute(
        f"CREATE VIEW day AS SELECT DATE '{scope.as_at}' AS as_at, DATE '{scope.six_months_from}' AS six_from, "
        f"DATE '{scope.year_from}' AS year_from, {scope.as_at == snapshot.as_at} AS is_extract_day, {counted}"
    )
    return connection


def _view(snapshot: Snapshot, table: Table, scope: Scope) -> str:
    shown = [_cell(table, name, scope.as_at) for name in table.column_names]
    files = ", ".join("'" + str(path).replace("'", "''") + "'" for path in snapshot.table_paths(table.name))
    begins = HAPPENED_ON.get(table.name)
    known = f" AND ({begins} IS NULL OR {begins} <= DATE '{scope.as_at}')" if begins else ""
    more = "".join(f", CAST(NULL AS {sql}) AS {name}" for name, sql in columns_lacking(snapshot, table))
    return (
        f"CREATE VIEW {table.name} AS SELECT {', '.join(shown)}, row_id FROM "
        f"(SELECT *{more} FROM read_parquet([{files}]) WHERE authority_code = '{scope.authority}'{known})"
    )


def _cell(table: Table, name: str, as_at: date) -> str:
    if table.column(name).kind == "date" and name not in NOT_AN_EVENT:
        return f"CASE WHEN {name} <= DATE '{as_at}' THEN {name} END AS {name}"
    ended = HANGS_ON.get((table.name, name))
    return f"CASE WHEN {ended} > DATE '{as_at}' THEN NULL ELSE {name} END AS {name}" if ended else name
