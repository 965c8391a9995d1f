"""What a code set is: the bare codes that a column may hold, with their labels and days of validity.

This file holds no codes; each area's codes stand in a file of their own beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property


@dataclass(frozen=True)
class CodeValue:
    """One code: what it means, the group it is reported under, and the first and last day of its use."""

    code: str
    label: str
    group: str = ""
    valid_from_on: date | None = None
    valid_to_on: date | None = None


@dataclass(frozen=True)
class CodeSet:
    """A named list of codes, in the order in which they are shown."""

    name: str
    meaning: str
    codes: tuple[CodeValue, ...]

    def find(self, code: str) -> CodeValue | None:
        """Return the entry for `code`, or None when the set has no such code."""
        return self._by_code.get(code)

    @cached_property
    def _by_code(self) -> dict[str, CodeValue]:
        return {value.code: value for value in reversed(self.codes)}
