"""Children who are probably one and were not joined: listed in pairs, for a person to decide.

    A0071 and a0071, one without a date of birth      spelled otherwise
    two numbers with one NHS number or pupil number   the same child twice, or a number given to the wrong one
    1.23457E+11 beside 123456789012                   cut by Excel, which keeps six digits

Two who are known to be born on different days are no pair.  The pair stands in the issue's value, never in a message.
"""

from __future__ import annotations

import duckdb

from purplebook.sources.conform import Conformed, add_issues, header_sql
from purplebook.sources.faults import Fault
from purplebook.sources.identifiers import SPELLED_OTHERWISE, is_cut_sql, plain_number_sql

_NOT_JOINED = "The two were not joined. Correct the one that is wrong, or give both their date of birth."
_SAME_SPELLING = Fault(SPELLED_OTHERWISE, _NOT_JOINED)
_SAME_PUPIL = Fault(
    "probably one child: another row gives the same pupil number",
    "The two were not joined, since one format gives both. Give the child one number, or correct the pupil number.",
)
_SAME_PATIENT = Fault(
    "probably one child: another row gives the same NHS number",
    "The two were not joined, since one format gives both. Give the child one number, or correct the NHS number.",
)
_CUT_FROM = Fault(
    "probably one child: the number was cut by Excel, and another row's number begins alike",
    "The two were not joined. Write the number as text in every file.",
)


def report_probable_pairs(connection: duckdb.DuckDBPyConnection, settled: Conformed) -> None:
    """List each child of the settled persons that is probably one with an earlier child of theirs."""
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE one_child AS
            SELECT authority_code, coalesce(la_child_id, person_id) AS own, {plain_number_sql("own")} AS plain, upn,
                   regexp_replace(nhs_number, '[^0-9]', '', 'g') AS nhs_number, born_on, source_at, source_row
            FROM {settled.name_in_database} WHERE NOT is_rejected AND person_role = 'CHILD'"""
    )
    for column, same, fault in (
        ("la_child_id", "plain", _SAME_SPELLING),
        ("nhs_number", "nhs_number", _SAME_PATIENT),
        ("upn", "upn", _SAME_PUPIL),
    ):
        # Only numbers that stand more than once are joined with themselves.
        again = f"""(SELECT * FROM one_child WHERE {same} <> ''
                     QUALIFY count(*) OVER (PARTITION BY authority_code, {same}) > 1)"""
        condition = f"l.{same} = f.{same}"
        _list_pairs(connection, settled, column=column, of=again, with_=again, condition=condition, fault=fault)
    cut = f"(SELECT * FROM one_child WHERE {is_cut_sql('own')})"
    digits = "(SELECT * FROM one_child WHERE regexp_full_match(own, '[0-9]{7,}'))"
    decimals = "len(split_part(split_part(upper(l.own), 'E', 1), '.', 2))"
    half_a_step = f"0.5 * pow(10, TRY_CAST(split_part(upper(l.own), 'E+', 2) AS INT) - {decimals})"
    near = f"abs(TRY_CAST(f.own AS DOUBLE) - TRY_CAST(l.own AS DOUBLE)) <= {half_a_step}"
    (any_cut,) = connection.execute(f"SELECT count(*) FROM {cut}").fetchall()[0]
    if any_cut:
        _list_pairs(connection, settled, column="la_child_id", of=cut, with_=digits, condition=near, fault=_CUT_FROM)


def _list_pairs(
    connection: duckdb.DuckDBPyConnection,
    settled: Conformed,
    *,
    column: str,
    of: str,
    with_: str,
    condition: str,
    fault: Fault,
) -> None:
    """List each child `of` some that stands in a pair `with_` another, once, beside the first of the others."""
    is_later = "" if of != with_ else "AND (l.source_at, l.source_row, l.own) > (f.source_at, f.source_row, f.own)"
    add_issues(
        connection,
        f"""SELECT l.source_at, l.source_row, {header_sql(settled, column).replace("source_at", "l.source_at")}
                   AS column_name, l.own || ' and ' || f.own AS value
            FROM {of} AS l JOIN {with_} AS f ON l.authority_code = f.authority_code AND l.own <> f.own
                AND {condition} AND coalesce(l.born_on = f.born_on, true) {is_later}
            QUALIFY row_number() OVER (
                PARTITION BY l.source_at, l.source_row, l.own ORDER BY f.source_at, f.source_row, f.own) = 1""",
        raws=settled.raws,
        fault=fault,
    )
