"""A breakdown: one way to divide figures into groups."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from purplebook.language.nodes import Expression
from purplebook.language.places import did_you_mean, refuse
from purplebook.language.reach import Need, check_need, needs_of
from purplebook.language.related import RelatedRows
from purplebook.tables.codes import CODE_SETS
from purplebook.tables.schema import CODES, DATE, DECIMAL, DETAILS


@dataclass(frozen=True)
class Breakdown:
    """A way to divide figures into groups: `name` on the command line, `title` for readers.

    `code_set` names the code set whose labels the groups have, where groups are bare codes.  Groups are shown in
    `order`, then any others by name, those not recorded last.
    """

    name: str
    title: str
    expression: Expression
    code_set: str | None = None
    order: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not isinstance(self.name, str) or not re.fullmatch(r"[a-z][a-z0-9_]*", self.name):
            refuse(f"{self.name!r} is no name for a breakdown. Write small letters and underlines, such as age_band.")
        if not isinstance(self.title, str) or not self.title.strip():
            refuse(f"Breakdown '{self.name}' needs a title for readers, such as 'Age', not {self.title!r}.")
        self._check_groups()
        if self.code_set is not None and self.code_set not in CODE_SETS:
            refuse(f"Breakdown '{self.name}': no code set '{self.code_set}'. {did_you_mean(self.code_set, CODE_SETS)}")
        if not isinstance(self.order, tuple) or len(set(self.order)) < len(self.order):
            refuse(f"Breakdown '{self.name}': order=… takes each group once, in brackets: order=('Yes', 'No').")

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """What the rows must have that it divides."""
        return tuple(needs_of(self.expression))

    def _check_groups(self) -> None:
        value = self.expression
        if not isinstance(value, Expression):
            refuse(
                f"Breakdown '{self.name}' needs a column or what is worked out from one, such as person.sex, "
                f"not {value!r}."
            )
        if isinstance(value, RelatedRows):
            refuse(f"Breakdown '{self.name}': {value.written} are rows. Write .last(a column, by=a date) or .exists().")
        if value.gives in (CODES, DATE, DECIMAL, DETAILS):
            hint = " Write …in_bands(1, 5, 10) on an age or a length of time." if value.gives == DATE else ""
            refuse(f"Breakdown '{self.name}': {value.written} cannot be divided by, for it makes no groups.{hint}")


def check_breakdowns(identifier: str, by: object, *, tables: tuple[str, ...]) -> None:
    """Refuse breakdowns that are none, that share a name, or that rows of these tables do not have."""
    if not isinstance(by, tuple):
        refuse(f"{identifier}: by=… takes breakdowns in brackets with a comma: by=(age_band(day),).")
    for item in by:
        if not isinstance(item, Breakdown):
            written = item.written if isinstance(item, Expression) else repr(item)
            refuse(
                f"{identifier}: by=… takes breakdowns, and {written} is none. Write coded('name', 'Title', {written})."
            )
    names = [item.name for item in by]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        refuse(f"{identifier}: two breakdowns have the same name, '{twice}'. Give one of them another name.")
    for item in by:
        for need in item.needs:
            for table in tables:
                check_need(need, table=table)
