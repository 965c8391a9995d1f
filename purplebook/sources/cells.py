"""How one cell of text becomes a value of its column's kind: the SQL of each kind, in one place.

DuckDB reads every cell as text and these expressions settle it; nothing is inferred from the data, so a file's first
thousand rows cannot change how its last row is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from purplebook.sources import faults
from purplebook.sources.days import day_sql
from purplebook.sources.excel_errors import EXCEL_ERROR, EXCEL_ERRORS
from purplebook.sources.faults import Fault
from purplebook.sources.known_codes import unknown_code
from purplebook.sources.raw import quoted_text
from purplebook.tables import Column
from purplebook.tables.schema import CODE, CODES, DATE, DECIMAL, DETAILS, WHOLE_NUMBER, YES_NO

BLANKS = " \t\r\n\u00a0\ufeff\u200b"
_NOT_BLANK = r"[^\s\x{00a0}\x{feff}\x{200b}]"
_YES, _NO = ("true", "yes", "y", "t", "1"), ("false", "no", "n", "f", "0")


@dataclass(frozen=True)
class Settled:
    """`value` is the SQL of a cell's typed value; `is_faulty` is a short condition, true when any fault is found.

    Each fault stands beside the condition that finds it.  Conditions use the value by the name given to `settle`, so
    that it is computed once.
    """

    value: str
    is_faulty: str
    faults: tuple[tuple[str, Fault], ...]


def trimmed(cell: str) -> str:
    """The cell without blanks at its ends; NULL when nothing is left.

    Nearly every cell needs nothing: a look at its two ends is three times as quick as trimming it.
    """
    is_trim = f"regexp_matches({cell}, '^{_NOT_BLANK}(.*{_NOT_BLANK})?$')"
    return f"CASE WHEN {is_trim} THEN {cell} ELSE nullif(trim({cell}, {quoted_text(BLANKS)}), '') END"


def settle(column: Column, *, cell: str, value: str, codes: Sequence[str] | None) -> Settled:
    """Return how `column` is settled from the trimmed text named `cell`; `value` is the result's name."""
    settled = _settle(column, cell=cell, value=value, codes=codes)
    if not settled.faults and settled.is_faulty == "false":
        return settled
    is_error = f"({settled.is_faulty} AND {_is_error(cell)})"
    return Settled(settled.value, settled.is_faulty, ((is_error, EXCEL_ERROR), *settled.faults))


def _is_error(cell: str) -> str:
    return f"(starts_with({cell}, '#') AND {cell} IN ({', '.join(map(quoted_text, sorted(EXCEL_ERRORS)))}))"


def _settle(column: Column, *, cell: str, value: str, codes: Sequence[str] | None) -> Settled:
    unread = f"({cell} IS NOT NULL AND {value} IS NULL)"
    if column.kind == DATE:
        day, in_range = day_sql(cell), day_sql(cell, is_within=True)
        is_date = f"({unread} AND {day} IS NOT NULL)"
        two_digits, number = (
            f"({unread} AND regexp_full_match({cell}, {quoted_text(pattern)}))"
            for pattern in (faults.TWO_DIGIT_YEAR_PATTERN, faults.DAY_NUMBER_PATTERN)
        )
        return Settled(
            in_range,
            unread,
            (
                (two_digits, faults.TWO_DIGIT_YEAR),
                (is_date, faults.DATE_OUT_OF_RANGE),
                (number, faults.DAY_NUMBER),
                (unread, faults.NOT_A_DATE),
            ),
        )
    if column.kind == YES_NO:
        yes, no = (", ".join(map(quoted_text, words)) for words in (_YES, _NO))
        sql = f"CASE WHEN lower({cell}) IN ({yes}) THEN true WHEN lower({cell}) IN ({no}) THEN false END"
        return Settled(sql, unread, ((unread, faults.NOT_YES_OR_NO),))
    if column.kind == WHOLE_NUMBER:
        # TRY_CAST alone would turn 1.5 into 2, so the text is looked at first.
        digits = f"regexp_full_match({cell}, '[+-]?[0-9]{{1,18}}(\\.0*)?')"
        sql = f"CASE WHEN {digits} THEN TRY_CAST(split_part({cell}, '.', 1) AS BIGINT) END"
        return Settled(sql, unread, ((unread, faults.NOT_A_WHOLE_NUMBER),))
    if column.kind == DECIMAL:
        digits = f"regexp_full_match({cell}, '[+-]?([0-9]{{1,10}}(\\.[0-9]*)?|\\.[0-9]+)')"
        sql = f"CASE WHEN {digits} THEN TRY_CAST({cell} AS DECIMAL(12, 2)) END"
        rounded = f"({value} IS NOT NULL AND regexp_matches({cell}, '\\.[0-9]{{2}}[0-9]*[1-9]'))"
        return Settled(
            sql, f"({unread} OR {rounded})", ((unread, faults.NOT_A_NUMBER), (rounded, faults.TOO_MANY_DECIMALS))
        )
    if column.kind == CODE and codes is not None:
        known = ", ".join(map(quoted_text, codes))
        sql = f"CASE WHEN {cell} IN ({known}) THEN {cell} WHEN upper({cell}) IN ({known}) THEN upper({cell}) END"
        fault = unknown_code(column.code_set) if column.code_set else faults.UNKNOWN_CODE
        return Settled(sql, unread, ((unread, fault),))
    if column.kind == CODES:
        fault = unknown_code(column.code_set, is_list=True) if column.code_set else faults.UNKNOWN_CODE_IN_LIST
        return _settle_list(cell=cell, codes=codes, fault=fault)
    if column.kind == DETAILS:
        return Settled(cell, "false", ())
    # Text is taken as it stands, so an error of Excel's has to be looked for.
    return Settled(f"CASE WHEN NOT {_is_error(cell)} THEN {cell} END", unread, ())


def _settle_list(*, cell: str, codes: Sequence[str] | None, fault: Fault) -> Settled:
    parts = f"list_filter([trim(part) FOR part IN string_split({cell}, ';')], lambda part: part <> '')"
    if codes is None:
        return Settled(f"CASE WHEN {cell} IS NOT NULL THEN nullif({parts}, []) END", "false", ())
    known = "[" + ", ".join(map(quoted_text, codes)) + "]"
    parts = (
        f"list_transform({parts}, lambda part: CASE WHEN list_contains({known}, part) THEN part ELSE upper(part) END)"
    )
    is_known = f"list_contains({known}, part)"
    sql = f"CASE WHEN {cell} IS NOT NULL THEN nullif(list_filter({parts}, lambda part: {is_known}), []) END"
    lost = f"({cell} IS NOT NULL AND len(list_filter({parts}, lambda part: NOT {is_known})) > 0)"
    return Settled(sql, lost, ((lost, fault),))
