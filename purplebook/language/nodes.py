"""What a definition is made of: one frozen dataclass for each thing that can be said about one row.

Two definitions that say the same thing are equal: the planner sees shared work, a test can alter one part, and the
English comes from the same tree.  Nothing here knows about SQL or about data.  Each word checks what it is given when
it is written; the classes themselves check nothing, so that a program can build any tree.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar

from purplebook.language.kinds import check_code, check_compared, check_is, check_several, check_value, kind_of_value
from purplebook.language.lengths import check_length, check_months
from purplebook.language.node import Node
from purplebook.language.places import refuse
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.schema import CODE, CODES, DATE, IDENTIFIER, LINK, TEXT, WHOLE_NUMBER

LiteralValue = bool | int | str | date | Decimal


class Expression(Node):
    """A value worked out for one row, in one reporting period.

    Compare with <=, <, >=, > or `.is_()`.  `==` stays free to mean "the same definition".
    """

    def __le__(self, other: Any) -> Compare:
        return _compared("<=", self, other)

    def __lt__(self, other: Any) -> Compare:
        return _compared("<", self, other)

    def __ge__(self, other: Any) -> Compare:
        return _compared(">=", self, other)

    def __gt__(self, other: Any) -> Compare:
        return _compared(">", self, other)

    def is_(self, value: Any) -> Compare:
        """Recorded, and equal to `value`."""
        return _compared("=", self, value)

    def is_in(self, *values: LiteralValue) -> IsIn:
        """Recorded, and one of `values`."""
        check_several(self, values, word="is_in")
        return IsIn(self, values)

    def is_not(self, *values: LiteralValue) -> IsNot:
        """Anything but one of `values`; a value that is not recorded qualifies."""
        check_several(self, values, word="is_not")
        return IsNot(self, values)

    def is_missing(self) -> IsMissing:
        """Not recorded."""
        return IsMissing(self)

    def is_recorded(self) -> Not:
        """Recorded."""
        return Not(IsMissing(self))

    def contains(self, value: str) -> Contains:
        """A list of codes holds `value`; a list that is not recorded holds nothing."""
        if self.gives != CODES or self.is_condition:
            refuse(f"{self.written} holds one value, not a list of codes. Write {self.written}.is_({value!r}).")
        if not isinstance(value, str):
            refuse(f"contains() takes one code as text, not {value!r}. For several write any_of(…).")
        check_code(self, value)
        return Contains(self, value)

    def add_months(self, months: int | Standard) -> AddMonths:
        """The same day some months later (or earlier): the month's last day where that day does not exist."""
        check_is(self, (DATE,), "add_months()")
        check_months(months)
        return AddMonths(self, months)

    def in_bands(self, *edges: int) -> Band:
        """The band a whole number falls in: in_bands(1, 5) gives "Under 1", "1 to 4", "5 and over"."""
        check_is(self, (WHOLE_NUMBER,), "in_bands()")
        if not edges or any(type(edge) is not int for edge in edges) or list(edges) != sorted(set(edges)):
            refuse(f"in_bands{edges} needs whole numbers that rise, such as in_bands(1, 5, 10, 16).")
        return Band(self, edges)

    def at_least(self, minimum: int) -> AtLeast:
        """The number itself, or `minimum` where it is smaller."""
        check_is(self, (WHOLE_NUMBER,), "at_least()")
        if type(minimum) is not int:
            refuse(f"at_least() takes a whole number, not {minimum!r}. For a condition write {self.written} >= 1.")
        return AtLeast(self, minimum)

    def relabelled(self, pairs: dict[str, str], *, otherwise: str) -> Relabelled:
        """Each code replaced by its label; codes without one become `otherwise`."""
        check_is(self, (CODE, TEXT, IDENTIFIER, LINK), "relabelled()")
        for code in pairs:
            check_value(self, code)
        return Relabelled(self, tuple(pairs.items()), otherwise)


def _compared(op: str, left: Expression, other: Any) -> Compare:
    if other is None:
        refuse(f"Nothing is equal to None. Write {left.written}.is_missing() or .is_recorded().")
    right = literal(other)
    check_compared(op, left, right, fixed=right.value if isinstance(right, Literal) else None)
    check_length(left, right)
    return Compare(op, left, right)


def literal(value: Any) -> Expression:
    """Wrap a plain value; anything but a whole number, text, a yes/no, an exact decimal or a date is refused."""
    if isinstance(value, Expression):
        return value
    if isinstance(value, bool | int | str | date | Decimal):
        return Literal(value)
    hint = f" Write Decimal('{value}')." if isinstance(value, float) else ""
    refuse(f"Cannot compare with {value!r}: use a whole number, Decimal, text, True/False or a date.{hint}")


class Condition(Expression):
    """What is true, false or undecided of a row."""

    @property
    def is_condition(self) -> bool:
        return True


@dataclass(frozen=True)
class Literal(Expression):
    """A fixed value."""

    value: LiteralValue

    @property
    def gives(self) -> str:
        return DATE if isinstance(self.value, datetime) else kind_of_value(self.value)

    @property
    def written(self) -> str:
        return repr(self.value).removeprefix("datetime.")


@dataclass(frozen=True)
class Column(Expression):
    """A column of the row in view."""

    table: str
    name: str
    kind: str  # a kind of purplebook.tables.schema

    @property
    def gives(self) -> str:
        return self.kind

    @property
    def written(self) -> str:
        return f"{self.table}.{self.name}"

    @property
    def code_set(self) -> str | None:
        return TABLES_BY_NAME[self.table].column(self.name).code_set

    @property
    def points_at(self) -> str | None:
        if self.kind == LINK:
            return TABLES_BY_NAME[self.table].column(self.name).to
        return self.table if self.kind == IDENTIFIER else None


@dataclass(frozen=True)
class ThisRow(Expression):
    """Inside a condition on related rows: a column of the row being counted."""

    column: Column

    @property
    def gives(self) -> str:
        return self.column.gives

    @property
    def written(self) -> str:
        return f"this_row({self.column.written})"

    @property
    def code_set(self) -> str | None:
        return self.column.code_set

    @property
    def points_at(self) -> str | None:
        return self.column.points_at

    def said_here(self) -> Iterator[Expression]:
        return iter(())


@dataclass(frozen=True)
class PeriodDay(Expression):
    """The first or the last day of the reporting period."""

    which: str  # "first" | "last"

    @property
    def changes_by_itself(self) -> bool:
        return True

    @property
    def gives(self) -> str:
        return DATE

    @property
    def written(self) -> str:
        return f"PERIOD.{self.which}_day"


@dataclass(frozen=True)
class Standard(Expression):
    """A practice standard: a number with the day from which it applied.

    It is the number in force on `on`, or on the period's last day where no day is named.  What lies before the first
    value has no standard.
    """

    name: str
    unit: str
    values: tuple[tuple[date, int], ...]  # oldest first
    on: Expression | None = None

    @property
    def changes_by_itself(self) -> bool:
        return self.on is None

    @property
    def gives(self) -> str:
        return WHOLE_NUMBER

    @property
    def written(self) -> str:
        return f"standard('{self.name.replace(' ', '_')}')"

    def in_force(self, on: Expression) -> Standard:
        """The number that applied on a day of the row: a standard that changes is not held against earlier work."""
        if isinstance(on, date) or not isinstance(on, Expression):
            refuse(f"in_force() takes a date of the row, such as referral.referred_on, not {on}.")
        check_is(on, (DATE,), "in_force()")
        return dataclasses.replace(self, on=on)


@dataclass(frozen=True)
class Compare(Condition):
    op: str
    left: Expression
    right: Expression

    @property
    def written(self) -> str:
        if self.op == "=":
            return f"{self.left.written}.is_({self.right.written})"
        return f"{self.left.written} {self.op} {self.right.written}"


@dataclass(frozen=True)
class IsIn(Condition):
    source: Expression
    values: tuple

    @property
    def written(self) -> str:
        return f"{self.source.written}.is_in({', '.join(map(repr, self.values))})"


@dataclass(frozen=True)
class IsNot(Condition):
    source: Expression
    values: tuple

    @property
    def written(self) -> str:
        return f"{self.source.written}.is_not({', '.join(map(repr, self.values))})"


@dataclass(frozen=True)
class IsMissing(Condition):
    source: Expression

    @property
    def written(self) -> str:
        return f"{self.source.written}.is_missing()"


@dataclass(frozen=True)
class Contains(Condition):
    source: Expression
    value: str


@dataclass(frozen=True)
class Not(Condition):
    source: Expression

    @property
    def written(self) -> str:
        if isinstance(self.source, IsMissing):
            return f"{self.source.source.written}.is_recorded()"
        return f"not_({self.source.written})"


@dataclass(frozen=True)
class AllOf(Condition):
    terms: tuple


@dataclass(frozen=True)
class AnyOf(Condition):
    terms: tuple


@dataclass(frozen=True)
class Called(Condition):
    """A condition with a name, so that a sentence can say it in a few words and explain it below."""

    source: Expression
    phrase: str


class DateNode(Expression):
    @property
    def gives(self) -> str:
        return DATE


class NumberNode(Expression):
    @property
    def gives(self) -> str:
        return WHOLE_NUMBER


class TextNode(Expression):
    @property
    def gives(self) -> str:
        return TEXT


@dataclass(frozen=True)
class AddMonths(DateNode):
    source: Expression
    months: int | Standard


@dataclass(frozen=True)
class DaysBetween(NumberNode):
    """Calendar days from start to end; the start is day 0."""

    counted_in: ClassVar[str] = "days"
    start: Expression
    end: Expression


@dataclass(frozen=True)
class WorkingDaysBetween(NumberNode):
    """Working days after `start` up to and including `end`: the start is day 0."""

    counted_in: ClassVar[str] = "working days"
    start: Expression
    end: Expression


@dataclass(frozen=True)
class AgeOn(NumberNode):
    """Completed years; someone born on 29 February has the birthday on 1 March in other years."""

    counted_in: ClassVar[str] = "years"
    born: Expression
    on: Expression


@dataclass(frozen=True)
class ReturnYear(NumberNode):
    """The year in which the financial year of a day ends: 2015 for every day from 1 April 2014 to 31 March 2015."""

    source: Expression


@dataclass(frozen=True)
class Hundredths(NumberNode):
    """A decimal number in hundredths, as a whole number."""

    source: Expression


@dataclass(frozen=True)
class AtLeast(NumberNode):
    source: Expression
    minimum: int


@dataclass(frozen=True)
class Band(TextNode):
    source: Expression
    edges: tuple


@dataclass(frozen=True)
class Relabelled(TextNode):
    source: Expression
    pairs: tuple
    otherwise: str


@dataclass(frozen=True)
class When(TextNode):
    """A label where the condition is true, otherwise nothing."""

    condition: Expression
    label: str


@dataclass(frozen=True)
class FirstOf(Expression):
    """The first of several values that is recorded."""

    terms: tuple

    @property
    def gives(self) -> str:
        return self.terms[0].gives


@dataclass(frozen=True)
class Lookup(Expression):
    """A value of the one row in another table whose key is `by` on the row in view."""

    looks_elsewhere: ClassVar[bool] = True
    value: Expression
    by: Column

    @property
    def gives(self) -> str:
        return self.value.gives

    @property
    def written(self) -> str:
        return f"lookup({self.value.written}, by={self.by.written})"

    @property
    def code_set(self) -> str | None:
        return self.value.code_set

    @property
    def points_at(self) -> str | None:
        return self.value.points_at

    def said_here(self) -> Iterator[Expression]:
        yield self.by
