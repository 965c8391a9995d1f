"""Refuses what Python does with plain values and a definition cannot: `and`, `&`, `+`, `in`, words after a dot.

Without this a definition would run and silently mean something else: `a and b` is b, whatever a says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from purplebook.language.places import nearest, refuse, refuse_word
from purplebook.tables.schema import CODES, DATE

HOW_TO_JOIN = (
    "`and`, `or` and `not` cannot be used in a definition.\n"
    "Write all_of(x, y), any_of(x, y) or not_(x) instead. Between two limits: all_of(day >= first, day <= last)."
)
_OTHER_TONGUES = {
    "equals": "is_",
    "eq": "is_",
    "isin": "is_in",
    "is_one_of": "is_in",
    "isnull": "is_missing",
    "is_null": "is_missing",
    "isna": "is_missing",
    "is_none": "is_missing",
    "notnull": "is_recorded",
    "notna": "is_recorded",
    "is_not_null": "is_recorded",
    "between": "all_of(x >= first, x <= last)",
}
"""Words of pandas and SQL, and ours for the same."""


class NotTrueOrFalse:
    """What stands for rows or values nobody has looked at yet, and so is neither true nor false."""

    _how_to_join = HOW_TO_JOIN

    def __bool__(self) -> bool:
        refuse(self._how_to_join)

    def __and__(self, other: object) -> NoReturn:
        refuse(f"`&` is not a word of definitions.\n{self._how_to_join}")

    def __or__(self, other: object) -> NoReturn:
        refuse(f"`|` is not a word of definitions.\n{self._how_to_join}")

    def __invert__(self) -> NoReturn:
        refuse(f"`~` is not a word of definitions.\n{self._how_to_join}")

    __rand__, __ror__ = __and__, __or__


class NoPlainValue(NotTrueOrFalse):
    """A value that is worked out later, row by row: Python must not work with it now."""

    @property
    def gives(self) -> str:
        """The kind of its values."""
        raise NotImplementedError

    @property
    def written(self) -> str:
        """How it is written, for a message."""
        raise NotImplementedError

    def __contains__(self, value: object) -> bool:
        word = "contains" if self.gives == CODES else "is_in"
        refuse(f"`in` is not a word of definitions. Write {self.written}.{word}({value!r}).")

    def _no_arithmetic(self, other: object) -> NoReturn:
        if self.gives == DATE:
            refuse(
                f"Nothing can be added to {self.written} or taken away from it. The time between two dates is "
                "days_between(start, end) or working_days_between(start, end); another day is date.add_months(6)."
            )
        refuse(f"{self.written} cannot be calculated with. Measures such as ratio_of(…) divide and add up.")

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _no_arithmetic

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> NoReturn:
            if name.startswith("_"):
                raise AttributeError(name)
            known = [word for word in dir(type(self)) if not word.startswith("_")]
            near = _OTHER_TONGUES.get(name.casefold()) or nearest(name, known)
            hint = f" Did you mean '{near}'?" if near else ""
            refuse_word(f"{self.written}.{name} is not a word of definitions.{hint}")
