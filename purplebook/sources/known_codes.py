"""Which codes a column may hold, asked of the tables' own code sets."""

from __future__ import annotations

from purplebook.tables import Column
from purplebook.tables.codes import CODE_SETS


def codes_of(column: Column) -> tuple[str, ...] | None:
    """The codes that `column` may hold; None when it has no code set."""
    if column.code_set is None:
        return None
    return tuple(value.code for value in CODE_SETS[column.code_set].codes)
