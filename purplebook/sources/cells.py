"""How one cell of text becomes a value of its column's kind, and what is wrong with it: one place for every format.

Nothing is inferred from the data, so a file's first thousand rows cannot change how its last row is read.  A text is
read once, however often it stands in a column: `settling.py` asks about each distinct one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any

from purplebook.sources import faults
from purplebook.sources.days import any_day, iso_day
from purplebook.sources.excel_errors import EXCEL_ERROR, EXCEL_ERRORS
from purplebook.sources.faults import Fault, unread_date
from purplebook.sources.known_codes import codes_of, unknown_code
from purplebook.sources.raw import quoted_text
from purplebook.tables import Column
from purplebook.tables.schema import CODE, CODES, DATE, DECIMAL, WHOLE_NUMBER, YES_NO

BLANKS = " \t\r\n\u00a0\ufeff\u200b"
_NOT_BLANK = r"[^\s\x{00a0}\x{feff}\x{200b}]"
_ANSWERS: dict[str, bool] = {
    **dict.fromkeys(("true", "yes", "y", "t", "1"), True),
    **dict.fromkeys(("false", "no", "n", "f", "0"), False),
}
_WHOLE_NUMBER = re.compile(r"([+-]?[0-9]{1,18})(?:\.0*)?")
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,10}(?:\.[0-9]*)?|\.[0-9]+)")
_DECIMALS_LOST = re.compile(r"\.[0-9]{2}[0-9]*[1-9]")
_CENT, _TOO_LARGE = Decimal("0.01"), Decimal(10) ** 10

Read = tuple[Any, Fault | None]
"""A cell's value, None for one that cannot be read, and what is wrong with it.  A number that is rounded has both."""
Reader = Callable[[str], Read]


def trimmed(cell: str) -> str:
    """The SQL of a cell without blanks at its ends; NULL when nothing is left.

    Nearly every cell needs nothing: a look at its two ends is three times as quick as trimming it.
    """
    is_trim = f"regexp_matches({cell}, '^{_NOT_BLANK}(.*{_NOT_BLANK})?$')"
    return f"CASE WHEN {is_trim} THEN {cell} ELSE nullif(trim({cell}, {quoted_text(BLANKS)}), '') END"


@lru_cache(maxsize=2_000)
def reader_of(column: Column) -> Reader | None:
    """What reads the column's cells, each without blanks at its ends; None where a cell is taken as it stands."""
    codes = codes_of(column)
    if column.kind == CODE and codes is not None:
        return _code_reader(frozenset(codes), unknown_code(column.code_set or ""))
    if column.kind == CODES:
        if codes is None:
            return _list_of_any
        return _list_reader(frozenset(codes), unknown_code(column.code_set or "", is_list=True))
    return {DATE: _date, YES_NO: _yes_no, WHOLE_NUMBER: _whole_number, DECIMAL: _decimal}.get(column.kind)


def _unread(cell: str, fault: Fault) -> Read:
    return None, EXCEL_ERROR if cell in EXCEL_ERRORS else fault


@lru_cache(maxsize=50_000)
def _date(cell: str) -> Read:
    if day := iso_day(cell):
        return date.fromisoformat(day), None
    fault = unread_date(cell)
    return _unread(cell, faults.DATE_OUT_OF_RANGE if fault is not faults.TWO_DIGIT_YEAR and any_day(cell) else fault)


def _yes_no(cell: str) -> Read:
    answer = _ANSWERS.get(cell.lower())
    return _unread(cell, faults.NOT_YES_OR_NO) if answer is None else (answer, None)


def _whole_number(cell: str) -> Read:
    # 1.5 is no whole number, and is not to become 2.
    match = _WHOLE_NUMBER.fullmatch(cell)
    return _unread(cell, faults.NOT_A_WHOLE_NUMBER) if match is None else (int(match[1]), None)


def _decimal(cell: str) -> Read:
    if _NUMBER.fullmatch(cell) is None:
        return _unread(cell, faults.NOT_A_NUMBER)
    number = Decimal(cell).quantize(_CENT, rounding=ROUND_HALF_UP)
    if abs(number) >= _TOO_LARGE:
        return _unread(cell, faults.NOT_A_NUMBER)
    return number, faults.TOO_MANY_DECIMALS if _DECIMALS_LOST.search(cell) else None


def _code_reader(codes: frozenset[str], fault: Fault) -> Reader:
    def read(cell: str) -> Read:
        code = cell if cell in codes else _in_capitals(cell)
        return (code, None) if code in codes else _unread(cell, fault)

    return read


def _list_reader(codes: frozenset[str], fault: Fault) -> Reader:
    def read(cell: str) -> Read:
        parts = [part if part in codes else _in_capitals(part) for part in _parts(cell)]
        kept = [part for part in parts if part in codes]
        return kept or None, None if len(kept) == len(parts) else _unread(cell, fault)[1]

    return read


def _list_of_any(cell: str) -> Read:
    return _parts(cell) or None, None


def _parts(cell: str) -> list[str]:
    return [part for each in cell.split(";") if (part := each.strip(" "))]


def _in_capitals(text: str) -> str:
    """Letter by letter: no letter becomes two, as ß would."""
    return text.upper() if text.isascii() else "".join(up if len(up := each.upper()) == 1 else each for each in text)
