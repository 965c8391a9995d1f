"""What each cell says may be sound and the row still make no sense: an end before its start, two open at once.

The row is kept as it is, because only the case record can say which day is wrong; the issue names it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import duckdb

from purplebook.sources.conform import Conformed, add_issues, header_sql, more_cells_sql
from purplebook.sources.faults import Fault
from purplebook.sources.identifiers import is_cut_sql
from purplebook.sources.raw import quoted_name
from purplebook.tables.schema import IDENTIFIER

SPANS = (
    ("started_on", "ended_on"),
    ("referred_on", "closed_on"),
    ("started_on", "authorised_on"),
    ("strategy_discussion_on", "ended_on"),
    ("born_on", "died_on"),
)
"""Days of which the second cannot come before the first, in any table that has both; a table may say others."""
ONE_AT_A_TIME: Mapping[str, tuple[str, str, str]] = {
    "referral": ("referred_on", "closed_on", "NOT coalesce(is_no_further_action, false)"),
    "plan": ("started_on", "ended_on", "plan_type = 'CIN'"),
    "child_protection_plan": ("started_on", "ended_on", "true"),
    "looked_after_period": ("started_on", "ended_on", "true"),
    # Short breaks run beside one another by their nature.
    "looked_after_episode": ("started_on", "ended_on", "coalesce(legal_status_code, '') NOT IN ('V3', 'V4')"),
}
"""Tables of which a child can have no two rows open on one day, with their first and last day and which rows it is so
of; one may begin on the day the other ends."""
NO_DISTANCE, NOT_KNOWN = "900", "999.90"
"""Miles.  Nothing in the country is so far from anything else; 999.9 is the return's way of writing not known."""

ENDS_FIRST = Fault("it ends before it begins", "The row was loaded as it is. Correct the day that is wrong.")
OVERLAPS = Fault(
    "it begins while another of this child's is still open",
    "The row was loaded as it is. Close the earlier one, or correct the day that is wrong.",
)
CUT_NUMBER = Fault(
    "the number was cut by Excel, which wrote it in scientific notation",
    "The row was loaded under what is left of the number, which several may share. Format the column as text in Excel, "
    "export again, and load again.",
)
OWN_NUMBERS = ("la_child_id", "nhs_number", "former_upn", "legacy_id", "social_work_england_number")
"""Numbers that others gave, which are text with us."""
NOT_A_DISTANCE = Fault(
    "further than any two places in the country", "The cell was left empty. Leave it empty when it is not known."
)


def report_nonsense(connection: duckdb.DuckDBPyConnection, settled: Conformed) -> None:
    """List the rows of one settled table that contradict themselves or another row; empty a distance that is none."""
    conditions: list[tuple[str, Fault, str]] = []
    for begins, ends in dict.fromkeys((*SPANS, *settled.table.runs)):
        if {begins, ends} <= set(settled.table.column_names):
            wrong = f"NOT is_rejected AND {quoted_name(ends)} < {quoted_name(begins)}"
            conditions.append((ends, ENDS_FIRST, wrong))
    for column in settled.table.columns:
        if column.kind == IDENTIFIER or column.name in OWN_NUMBERS:
            conditions.append((column.name, CUT_NUMBER, is_cut_sql(quoted_name(column.name))))
    if "distance_miles" in settled.table.column_names:
        wrong = f"NOT is_rejected AND distance_miles >= {NO_DISTANCE} AND distance_miles <> {NOT_KNOWN}"
        conditions.append(("distance_miles", NOT_A_DISTANCE, wrong))
    for column, fault, wrong in _met(connection, settled, conditions):
        rows = f"SELECT * FROM {settled.name_in_database} WHERE {wrong}"
        _report(connection, settled, column=column, rows=rows, fault=fault)
        if fault is NOT_A_DISTANCE:
            kept = f"MAP {{{header_sql(settled, column)}: distance_miles::VARCHAR}}"
            connection.execute(
                f"""UPDATE {settled.name_in_database}
                    SET distance_miles = NULL, source_cells = {more_cells_sql("source_cells", kept)}
                    WHERE {wrong}"""
            )
    if settled.table.name in ONE_AT_A_TIME:
        column = ONE_AT_A_TIME[settled.table.name][0]
        _report(connection, settled, column=column, rows=_overlapping(settled), fault=OVERLAPS)


def _met(
    connection: duckdb.DuckDBPyConnection, settled: Conformed, conditions: Sequence[tuple[str, Fault, str]]
) -> list[tuple[str, Fault, str]]:
    """The conditions that some row meets, asked all at once: nearly always none."""
    if not conditions:
        return []
    asked = ", ".join(f"bool_or({wrong})" for _, _, wrong in conditions)
    (answers,) = connection.execute(f"SELECT {asked} FROM {settled.name_in_database}").fetchall()
    return [condition for condition, is_met in zip(conditions, answers, strict=True) if is_met]


def _overlapping(settled: Conformed) -> str:
    begins, ends, which = ONE_AT_A_TIME[settled.table.name]
    # Where a file has no last days, each of its rows would seem open for ever.
    closing = ", ".join(str(at) for at, raw in enumerate(settled.raws) if ends in raw.headers) or "NULL"
    order = f"PARTITION BY authority_code, person_id ORDER BY {begins}, {ends} NULLS LAST, {settled.table.key[0]}"
    return f"""
        SELECT * FROM {settled.name_in_database}
        WHERE NOT is_rejected AND person_id IS NOT NULL AND {begins} IS NOT NULL AND source_at IN ({closing})
          AND {which}
        QUALIFY {begins} < max(coalesce({ends}, DATE '9999-12-31')) OVER (
            {order} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)"""


def _report(connection: duckdb.DuckDBPyConnection, settled: Conformed, *, column: str, rows: str, fault: Fault) -> None:
    query = f"""SELECT source_at, source_row, {header_sql(settled, column)} AS column_name,
                       {quoted_name(column)}::VARCHAR AS value FROM ({rows})"""
    add_issues(connection, query, raws=settled.raws, fault=fault)
