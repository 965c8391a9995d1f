"""Columns that are brought onto a row at the load, so that a definition can count by them without joining tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import duckdb

from purplebook.sources.conform import Conformed
from purplebook.sources.raw import RawTable

_PERIOD_END = r"""
    CASE WHEN regexp_full_match(period, 'FY\d{4}-\d{2}') THEN make_date(CAST(period[3:6] AS INT) + 1, 3, 31)
         WHEN regexp_full_match(period, '\d{4}-\d{2}-Q[1-4]')
             THEN last_day(make_date(CAST(period[1:4] AS INT), 4, 1) + to_months(3 * CAST(period[10:10] AS INT) - 1))
         WHEN regexp_full_match(period, '\d{4}-(0[1-9]|1[0-2])')
             THEN last_day(make_date(CAST(period[1:4] AS INT), CAST(period[6:7] AS INT), 1))
         WHEN regexp_full_match(period, '\d{4}-\d{2}-\d{2}') THEN TRY_CAST(period AS DATE)
         WHEN regexp_full_match(period, '.*(-to-|\.\.)\d{4}-\d{2}-\d{2}') THEN TRY_CAST(period[-10:] AS DATE)
    END"""
"""The last day of a period by its short name; a bare year names the middle of it, which ends nothing."""


def fill_derived(connection: duckdb.DuckDBPyConnection, conformed: Sequence[Conformed]) -> tuple[Conformed, ...]:
    """Fill what rows take from those they belong to, and the last day of reported values' periods.

    Factors take the child and the day from their assessments, and findings the day from their audits.
    """
    by_name = {settled.table.name: settled for settled in conformed}
    filled: dict[str, tuple[str, ...]] = {}
    factor, assessment, value = (by_name.get(name) for name in ("assessment_factor", "assessment", "reference_value"))
    finding, audit = by_name.get("audit_finding"), by_name.get("audit")
    if factor is not None and assessment is not None:
        connection.execute(
            f"""UPDATE {factor.name_in_database} AS factor
                SET person_id = coalesce(factor.person_id, assessment.person_id),
                    assessed_on = coalesce(factor.assessed_on, assessment.authorised_on)
                FROM {assessment.name_in_database} AS assessment
                WHERE assessment.assessment_id = factor.assessment_id
                  AND assessment.authority_code = factor.authority_code AND NOT assessment.is_rejected"""
        )
        filled["assessment_factor"] = ("person_id", "assessed_on")
    if finding is not None and audit is not None:
        connection.execute(
            f"""UPDATE {finding.name_in_database} AS finding
                SET audited_on = coalesce(finding.audited_on, audit.completed_on)
                FROM {audit.name_in_database} AS audit
                WHERE audit.audit_id = finding.audit_id
                  AND audit.authority_code = finding.authority_code AND NOT audit.is_rejected"""
        )
        filled["audit_finding"] = ("audited_on",)
    if value is not None:
        connection.execute(
            f"UPDATE {value.name_in_database} SET period_ended_on = {_PERIOD_END} WHERE period_ended_on IS NULL"
        )
        filled["reference_value"] = ("period_ended_on",)
    return tuple(
        replace(settled, raws=tuple(_with_headers(raw, filled[settled.table.name]) for raw in settled.raws))
        if settled.table.name in filled
        else settled
        for settled in conformed
    )


def _with_headers(raw: RawTable, columns: Sequence[str]) -> RawTable:
    """The same, with the columns among those that the file had: it gave what they are worked out from."""
    return replace(raw, headers={**dict.fromkeys(columns, "worked out at the load"), **raw.headers})
