"""What a definition can say about other rows: those of the same child, and those a link leads to."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from purplebook.language.kinds import WORDS, check_is
from purplebook.language.node import depends_on_period, walk_here
from purplebook.language.nodes import Column, Expression, ThisRow
from purplebook.language.places import refuse
from purplebook.tables.schema import CODE, CODES, DATE, DECIMAL, LINK, TEXT, WHOLE_NUMBER, YES_NO


@dataclass(frozen=True)
class RelatedRows(Expression):
    """Rows of `table` whose `theirs` column equals `ours` on the row in view, and for which every condition is true.

    `ours_of` is the table that `ours` was written of, where one was: it says nothing of what the rows are.
    """

    table: str
    theirs: str
    ours: str
    conditions: tuple = ()
    ours_of: str = dataclasses.field(default="", compare=False, repr=False)

    @property
    def gives(self) -> str:
        return ""

    @property
    def written(self) -> str:
        return f"same_child({self.table})" if self.theirs == "person_id" else f"linked({self.table}.{self.theirs}, …)"

    def where(self, *conditions: Expression) -> RelatedRows:
        """Only the related rows for which every condition is true.

        A bare column means the related row; the row being counted is written `this_row(column)`.
        """
        checked = tuple(map(condition, conditions))
        for term in checked:
            self._check_own(term, "A condition")
            check_nesting(term, table=self.table)
        return dataclasses.replace(self, conditions=self.conditions + checked)

    def exists(self) -> Related:
        """There is at least one such row."""
        return Related("exists", self)

    def count(self) -> Related:
        """How many such rows there are."""
        return Related("count", self)

    def count_different(self, value: Expression) -> Related:
        """How many different values there are among them; rows without one add nothing."""
        return Related("different", self, self._value(value, "count_different"))

    def earliest(self, value: Expression) -> Related:
        """The smallest value among them; nothing when there is none."""
        return Related("earliest", self, self._ordered(value, "earliest"))

    def latest(self, value: Expression) -> Related:
        """The largest value among them; nothing when there is none."""
        return Related("latest", self, self._ordered(value, "latest"))

    def last(self, value: Expression, *, by: Expression) -> Related:
        """The value on the row with the latest `by`; of several on the same day, the largest."""
        self._value(value, "last")
        check_is(self._value(by, "last(…, by=…)"), (DATE, WHOLE_NUMBER, DECIMAL), "last(…, by=…)")
        return Related("last", self, value, by)

    def _value(self, value: Any, word: str) -> Expression:
        if not isinstance(value, Expression) or isinstance(value, RelatedRows):
            refuse(f"{word}() takes a value of the related rows, such as a column of '{self.table}', not {value!r}.")
        if value.gives == CODES:
            refuse(f"{word}() takes one value of a row, and {value.written} holds several codes.")
        self._check_own(value, f"{word}()", f"It takes a value of the related rows, which are of '{self.table}'.")
        check_nesting(value, table=self.table)
        return value

    def _ordered(self, value: Any, word: str) -> Expression:
        self._value(value, word)
        if value.gives in (CODE, TEXT, LINK, YES_NO):
            refuse(
                f"{word}() needs what has an order, and {value.written} has none. "
                f"Write .last({value.written}, by=a date of '{self.table}')."
            )
        return value

    def _check_own(self, term: Expression, what: str, instead: str = "") -> None:
        for node in walk_here(term):
            if isinstance(node, Column) and node.table != self.table:
                this = f"Write this_row({node.written}) for a column of the row being counted."
                refuse(f"{what} on related rows of '{self.table}' names '{node.written}'. {instead or this}")


@dataclass(frozen=True)
class Related(Expression):
    """One value drawn from related rows."""

    looks_elsewhere: ClassVar[bool] = True
    kind: str  # exists | count | different | earliest | latest | last
    rows: RelatedRows
    value: Expression | None = None
    by: Expression | None = None

    @property
    def is_condition(self) -> bool:
        return self.kind == "exists"

    @property
    def gives(self) -> str:
        if self.kind == "exists":
            return YES_NO
        return WHOLE_NUMBER if self.value is None or self.kind == "different" else self.value.gives

    @property
    def written(self) -> str:
        word = "count_different" if self.kind == "different" else self.kind
        return f"{self.rows.written}.{word}({'…' if self.value is not None else ''})"

    @property
    def code_set(self) -> str | None:
        return None if self.value is None or self.kind == "different" else self.value.code_set

    @property
    def points_at(self) -> str | None:
        return None if self.value is None or self.kind == "different" else self.value.points_at

    def said_here(self) -> Iterator[Expression]:
        return iter(())


def condition(term: Any) -> Expression:
    """Check that `term` can be true or false; a DefinitionError says how to write it otherwise."""
    if isinstance(term, bool):
        refuse(
            "A condition came out as plain True or False, not as a condition on the data.\n"
            'Write column.is_("value") instead of column == "value".'
        )
    if isinstance(term, Expression) and term.is_condition:
        return term
    refuse(f"Expected a condition such as `column >= 1`, got {_described(term)}.{_instead(term)}")


def _described(term: Any) -> str:
    if isinstance(term, Expression):
        return f"{term.written}, which is not true or false"
    # A cohort, a measure or the rows of a table say themselves what they are.
    return getattr(term, "described", None) or repr(term)


def _instead(term: Any) -> str:
    if isinstance(term, RelatedRows):
        return f" Write {term.written}.exists()."
    if not isinstance(term, Expression):
        return ""
    if term.gives == YES_NO:
        return f" Write {term.written}.is_(True)."
    if isinstance(term, Column | ThisRow) and term.gives in WORDS:
        return f" Write {term.written}.is_(…) or {term.written}.is_recorded()."
    return f" Compare it with something, or write {term.written}.is_recorded()."


def check_nesting(node: Expression, *, table: str) -> None:
    """Refuse, inside a look at rows of `table`, another look that changes with the reporting period.

    Such a value would need a row of its own for each row and period, which no query of ours makes.
    """
    for part in walk_here(node):
        if part.looks_elsewhere and depends_on_period(part):
            refuse(
                f"What is looked up in '{table}' holds another look at related rows that changes with the reporting "
                "period. Move the PERIOD condition out of the inner one."
            )
