"""Whether a code may stand in a cell of a day."""

from __future__ import annotations

from datetime import date

from purplebook.tables.codes import CodeSet


def accepts(code_set: CodeSet, code: str, *, on: date | None = None) -> bool:
    """Whether the set holds `code` and, when a day is named, whether it may be used that day."""
    value = code_set.find(code)
    if value is None or on is None:
        return value is not None
    is_begun = value.valid_from_on is None or value.valid_from_on <= on
    return is_begun and (value.valid_to_on is None or on <= value.valid_to_on)
