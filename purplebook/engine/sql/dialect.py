"""The places where SQL dialects differ: one method each, overridden by each engine."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from purplebook.language.expressions import LiteralValue

ONLY = "/*only*/"
"""Stands in an aggregate where its filter goes."""

SQL_TYPES = {
    **dict.fromkeys(("identifier", "link", "text", "code", "details"), "VARCHAR"),
    "codes": "VARCHAR[]",
    "date": "DATE",
    "yes_no": "BOOLEAN",
    "whole_number": "BIGINT",
    "decimal": "DECIMAL(12, 2)",
}
"""How a kind of column is called in DuckDB."""


class Dialect:
    """DuckDB's way of writing; other engines override single methods."""

    text_type = "VARCHAR"

    def literal(self, value: LiteralValue) -> str:
        """A value quoted for SQL.  Every value in a query passes through here."""
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        if isinstance(value, date):
            return f"DATE '{value.isoformat()}'"
        if isinstance(value, str):
            return "'" + value.replace("'", "''") + "'"
        if isinstance(value, Decimal):
            return format(value, "f")
        return str(value)

    def days_between(self, start: str, end: str) -> str:
        """Calendar days from one date to another."""
        return f"DATE_DIFF('day', {start}, {end})"

    def add_months(self, day: str, months: str) -> str:
        """The same day of another month, or its last day where it is shorter."""
        return f"CAST({day} + TO_MONTHS({months}) AS DATE)"

    def list_contains(self, source: str, value: str) -> str:
        """Whether a list holds a value; false for a missing list."""
        return f"COALESCE(LIST_CONTAINS({source}, {value}), FALSE)"

    def last_by(self, value: str, by: str) -> str:
        """The value with the latest `by`; of several on the same day, the largest; ONLY marks its filter's place."""
        pair = f"CASE WHEN {value} IS NOT NULL AND {by} IS NOT NULL THEN STRUCT_PACK(day := {by}, item := {value}) END"
        return f"STRUCT_EXTRACT(MAX({pair}){ONLY}, 'item')"

    def twice_median(self, value: str, only: str) -> str:
        """The sum of the two middle values, which is a whole number."""
        # QUANTILE_DISC takes the lower of two middle values; of the negated values it takes the upper.
        low = f"QUANTILE_DISC({value}, 0.5) FILTER (WHERE {only})"
        high = f"QUANTILE_DISC(-{value}, 0.5) FILTER (WHERE {only})"
        return f"({low}) - ({high})"
