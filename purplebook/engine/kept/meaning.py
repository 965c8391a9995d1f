"""What coded columns hang on besides the records: how they are coded, and what is declared of a table."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.codes.unknown import UNKNOWN_CODES
from purplebook.tables.schema import COMMON_COLUMNS

CODING = 1
"""Raised whenever the same records would be coded otherwise: files of another number are made anew."""


@cache
def declared(table: str) -> str:
    """A hash of what is declared of a table's columns: files made under another declaration are made anew."""
    known = TABLES_BY_NAME[table]
    said = [
        (one.name, one.kind, one.to, one.applies, UNKNOWN_CODES.get(one.code_set or "", ()))
        for one in (*COMMON_COLUMNS, *known.columns)
    ]
    return sha256(repr((known.key, said)).encode()).hexdigest()[:16]
