"""What each cell says may be sound and the row still make no sense: an end before its start, two open at once.

The row is kept as it is, because only the case record can say which day is wrong; the issue names it.
"""

from __future__ import annotations

import duckdb

from purplebook.sources.conform import Conformed, add_issues, header_sql, more_cells_sql
from purplebook.sources.faults import Fault
from purplebook.sources.raw import quoted_name

SPANS = (
    ("started_on", "ended_on"),
    ("referred_on", "closed_on"),
    ("started_on", "authorised_on"),
    ("strategy_discussion_on", "ended_on"),
    ("born_on", "died_on"),
)
"""Days of which the second cannot come before the first, in any table that has both; a table may say others."""
ONE_AT_A_TIME = ("child_protection_plan", "looked_after_period", "looked_after_episode")
"""Tables of which a child can have no two rows open on one day; one may begin on the day the other ends."""
NO_DISTANCE, NOT_KNOWN = "900", "999.90"
"""Miles.  Nothing in the country is so far from anything else; 999.9 is the return's way of writing not known."""

ENDS_FIRST = Fault("it ends before it begins", "The row was loaded as it is. Correct the day that is wrong.")
OVERLAPS = Fault(
    "it begins while another of this child's is still open",
    "The row was loaded as it is. Close the earlier one, or correct the day that is wrong.",
)
NOT_A_DISTANCE = Fault(
    "further than any two places in the country", "The cell was left empty. Leave it empty when it is not known."
)


def report_nonsense(connection: duckdb.DuckDBPyConnection, settled: Conformed) -> None:
    """List the rows of one settled table that contradict themselves or another row; empty a distance that is none."""
    for begins, ends in dict.fromkeys((*SPANS, *settled.table.runs)):
        if {begins, ends} <= set(settled.table.column_names):
            wrong = f"NOT is_rejected AND {quoted_name(ends)} < {quoted_name(begins)}"
            _report(
                connection,
                settled,
                column=ends,
                rows=f"SELECT * FROM {settled.name_in_database} WHERE {wrong}",
                fault=ENDS_FIRST,
            )
    if settled.table.name in ONE_AT_A_TIME:
        _report(connection, settled, column="started_on", rows=_overlapping(settled), fault=OVERLAPS)
    if "distance_miles" in settled.table.column_names:
        wrong = f"NOT is_rejected AND distance_miles >= {NO_DISTANCE} AND distance_miles <> {NOT_KNOWN}"
        rows = f"SELECT * FROM {settled.name_in_database} WHERE {wrong}"
        _report(connection, settled, column="distance_miles", rows=rows, fault=NOT_A_DISTANCE)
        kept = f"MAP {{{header_sql(settled, 'distance_miles')}: distance_miles::VARCHAR}}"
        connection.execute(
            f"""UPDATE {settled.name_in_database}
                SET distance_miles = NULL, source_cells = {more_cells_sql("source_cells", kept)}
                WHERE {wrong}"""
        )


def _overlapping(settled: Conformed) -> str:
    order = f"PARTITION BY authority_code, person_id ORDER BY started_on, ended_on NULLS LAST, {settled.table.key[0]}"
    # Short breaks run beside one another by their nature.
    is_episodes = settled.table.name == "looked_after_episode"
    others = " AND coalesce(legal_status_code, '') NOT IN ('V3', 'V4')" if is_episodes else ""
    return f"""
        SELECT * FROM {settled.name_in_database}
        WHERE NOT is_rejected AND person_id IS NOT NULL AND started_on IS NOT NULL{others}
        QUALIFY started_on < max(coalesce(ended_on, DATE '9999-12-31')) OVER (
            {order} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)"""


def _report(connection: duckdb.DuckDBPyConnection, settled: Conformed, *, column: str, rows: str, fault: Fault) -> None:
    query = f"""SELECT source_at, source_row, {header_sql(settled, column)} AS column_name,
                       {quoted_name(column)}::VARCHAR AS value FROM ({rows})"""
    add_issues(connection, query, raws=settled.raws, fault=fault)
