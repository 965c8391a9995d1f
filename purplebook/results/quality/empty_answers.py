"""Which columns say themselves what an empty cell means."""

from __future__ import annotations

import re

from purplebook.tables import Column


def is_empty_an_answer(column: Column) -> bool:
    """Whether the column says what it means that a cell is empty, other than that nobody knows."""
    match = re.search(r"\bempty\b(.*)|\bfilled on\b(.*)", column.meaning)
    is_said = bool(match) and not re.search(r"does not say|not known|not recorded", column.meaning)
    return is_said or column.is_empty_an_answer
