"""What a definition can say about one row.

Every expression is a frozen dataclass, so two definitions that say the same thing are equal: the planner sees shared
work, a test can alter one part, and the English comes from the same tree.  Nothing here knows about SQL or about data.

Missing values follow three-valued logic: a comparison with something not recorded is neither true nor false, and a row
counts only where the condition is true.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from purplebook.errors import DefinitionError

LiteralValue = bool | int | str | date | Decimal


class Expression:
    """A value worked out for one row, in one reporting period.

    Compare with <=, <, >=, > or `.is_()`.  `==` stays free to mean "the same definition".
    """

    def __bool__(self) -> bool:
        raise DefinitionError(
            "`and`, `or` and `not` cannot be used in a definition.\n"
            "Write all_of(x, y), any_of(x, y) or not_(x) instead."
        )

    def __le__(self, other: Any) -> Compare:
        return Compare("<=", self, literal(other))

    def __lt__(self, other: Any) -> Compare:
        return Compare("<", self, literal(other))

    def __ge__(self, other: Any) -> Compare:
        return Compare(">=", self, literal(other))

    def __gt__(self, other: Any) -> Compare:
        return Compare(">", self, literal(other))

    def is_(self, value: Any) -> Compare:
        """Recorded, and equal to `value`."""
        return Compare("=", self, literal(value))

    def is_in(self, *values: LiteralValue) -> IsIn:
        """Recorded, and one of `values`."""
        return IsIn(self, values)

    def is_not(self, *values: LiteralValue) -> IsNot:
        """Anything but one of `values`; a value that is not recorded qualifies."""
        return IsNot(self, values)

    def is_missing(self) -> IsMissing:
        """Not recorded."""
        return IsMissing(self)

    def is_recorded(self) -> Not:
        """Recorded."""
        return Not(IsMissing(self))

    def contains(self, value: str) -> Contains:
        """A list of codes holds `value`; a list that is not recorded holds nothing."""
        return Contains(self, value)

    def add_months(self, months: int | Standard) -> AddMonths:
        """The same day some months later (or earlier): the month's last day where that day does not exist."""
        return AddMonths(self, months)

    def in_bands(self, *edges: int) -> Band:
        """The band a whole number falls in: in_bands(1, 5) gives "Under 1", "1 to 4", "5 and over"."""
        return Band(self, edges)

    def at_least(self, minimum: int) -> AtLeast:
        """The number itself, or `minimum` where it is smaller."""
        return AtLeast(self, minimum)

    def relabelled(self, pairs: dict[str, str], *, otherwise: str) -> Relabelled:
        """Each code replaced by its label; codes without one become `otherwise`."""
        return Relabelled(self, tuple(pairs.items()), otherwise)


@dataclass(frozen=True)
class Literal(Expression):
    """A fixed value."""

    value: LiteralValue


@dataclass(frozen=True)
class Column(Expression):
    """A column of the row in view."""

    table: str
    name: str
    kind: str  # a kind of purplebook.tables.schema


@dataclass(frozen=True)
class ThisRow(Expression):
    """Inside a condition on related rows: a column of the row being counted."""

    column: Column


@dataclass(frozen=True)
class PeriodDay(Expression):
    """The first or the last day of the reporting period."""

    which: str  # "first" | "last"


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

    def in_force(self, on: Expression) -> Standard:
        """The number that applied on a day of the row: a standard that changes is not held against earlier work."""
        return dataclasses.replace(self, on=on)


@dataclass(frozen=True)
class Compare(Expression):
    op: str
    left: Expression
    right: Expression


@dataclass(frozen=True)
class IsIn(Expression):
    source: Expression
    values: tuple


@dataclass(frozen=True)
class IsNot(Expression):
    source: Expression
    values: tuple


@dataclass(frozen=True)
class IsMissing(Expression):
    source: Expression


@dataclass(frozen=True)
class Contains(Expression):
    source: Expression
    value: str


@dataclass(frozen=True)
class Not(Expression):
    source: Expression


@dataclass(frozen=True)
class AllOf(Expression):
    terms: tuple


@dataclass(frozen=True)
class AnyOf(Expression):
    terms: tuple


@dataclass(frozen=True)
class AddMonths(Expression):
    source: Expression
    months: int | Standard


@dataclass(frozen=True)
class DaysBetween(Expression):
    """Calendar days from start to end; the start is day 0."""

    start: Expression
    end: Expression


@dataclass(frozen=True)
class WorkingDaysBetween(Expression):
    """Working days after `start` up to and including `end`: the start is day 0."""

    start: Expression
    end: Expression


@dataclass(frozen=True)
class AgeOn(Expression):
    """Completed years; someone born on 29 February has the birthday on 1 March in other years."""

    born: Expression
    on: Expression


@dataclass(frozen=True)
class ReturnYear(Expression):
    """The year in which the financial year of a day ends: 2015 for every day from 1 April 2014 to 31 March 2015."""

    source: Expression


@dataclass(frozen=True)
class Hundredths(Expression):
    """A decimal number in hundredths, as a whole number."""

    source: Expression


@dataclass(frozen=True)
class Band(Expression):
    source: Expression
    edges: tuple


@dataclass(frozen=True)
class AtLeast(Expression):
    source: Expression
    minimum: int


@dataclass(frozen=True)
class Relabelled(Expression):
    source: Expression
    pairs: tuple
    otherwise: str


@dataclass(frozen=True)
class When(Expression):
    """A label where the condition is true, otherwise nothing."""

    condition: Expression
    label: str


@dataclass(frozen=True)
class FirstOf(Expression):
    """The first of several values that is recorded."""

    terms: tuple


@dataclass(frozen=True)
class Lookup(Expression):
    """A value of the one row in another table whose key is `by` on the row in view."""

    value: Expression
    by: Column


@dataclass(frozen=True)
class RelatedRows(Expression):
    """Rows of `table` whose `theirs` column equals `ours` on the row in view, and for which every condition is true."""

    table: str
    theirs: str
    ours: str
    conditions: tuple = ()

    def where(self, *conditions: Expression) -> RelatedRows:
        """Only the related rows for which every condition is true.

        A bare column means the related row; the row being counted is written `this_row(column)`.
        """
        checked = tuple(map(condition, conditions))
        for term in checked:
            for node in walk_here(term):
                if isinstance(node, Column) and node.table != self.table:
                    raise DefinitionError(
                        f"A condition on related rows of '{self.table}' names '{node.table}.{node.name}'. "
                        f"Write this_row({node.table}.{node.name}) for a column of the row being counted."
                    )
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
        check_nesting(value, table=self.table)
        return Related("different", self, value)

    def earliest(self, value: Expression) -> Related:
        """The smallest value among them; nothing when there is none."""
        check_nesting(value, table=self.table)
        return Related("earliest", self, value)

    def latest(self, value: Expression) -> Related:
        """The largest value among them; nothing when there is none."""
        check_nesting(value, table=self.table)
        return Related("latest", self, value)

    def last(self, value: Expression, *, by: Expression) -> Related:
        """The value on the row with the latest `by`; of several on the same day, the largest."""
        check_nesting(value, table=self.table)
        check_nesting(by, table=self.table)
        return Related("last", self, value, by)


@dataclass(frozen=True)
class Related(Expression):
    """One value drawn from related rows."""

    kind: str  # exists | count | different | earliest | latest | last
    rows: RelatedRows
    value: Expression | None = None
    by: Expression | None = None


@dataclass(frozen=True)
class Called(Expression):
    """A condition with a name, so that a sentence can say it in a few words and explain it below."""

    source: Expression
    phrase: str


class PERIOD:
    """The reporting period, filled in by the engine: every period of the run at once."""

    first_day = PeriodDay("first")
    last_day = PeriodDay("last")


def literal(value: Any) -> Expression:
    """Wrap a plain value; anything but a whole number, text, a yes/no, an exact decimal or a date is refused."""
    if isinstance(value, Expression):
        return value
    if isinstance(value, bool | int | str | date | Decimal):
        return Literal(value)
    raise DefinitionError(f"Cannot compare with {value!r}: use a whole number, Decimal, text, True/False or a date.")


def all_of(*terms: Expression) -> AllOf:
    """Every condition is true."""
    if not terms:
        raise DefinitionError("all_of() needs at least one condition: all_of(x, y).")
    return AllOf(tuple(map(condition, terms)))


def any_of(*terms: Expression) -> AnyOf:
    """At least one condition is true."""
    if not terms:
        raise DefinitionError("any_of() needs at least one condition: any_of(x, y).")
    return AnyOf(tuple(map(condition, terms)))


def not_(term: Expression) -> Not:
    """The condition is false; one that cannot be decided stays undecided."""
    return Not(condition(term))


def days_between(start: Expression, end: Expression) -> DaysBetween:
    """Calendar days from `start` to `end`; the start is day 0."""
    return DaysBetween(start, end)


def working_days_between(start: Expression, end: Expression) -> WorkingDaysBetween:
    """Working days in England after `start` up to and including `end`; the start is day 0."""
    return WorkingDaysBetween(start, end)


def age_on(day: Expression, *, born: Expression) -> AgeOn:
    """Completed years on `day`."""
    return AgeOn(born, day)


def return_year(day: Expression) -> ReturnYear:
    """The year in which the financial year of `day` ends, by which yearly returns are named."""
    return ReturnYear(day)


def hundredths(value: Expression) -> Hundredths:
    """A decimal column in hundredths, as a whole number: engines add whole numbers only."""
    return Hundredths(value)


def when(term: Expression, label: str) -> When:
    """`label` where the condition is true, otherwise nothing."""
    return When(condition(term), label)


def first_of(*terms: Expression) -> FirstOf:
    """The first of these that is recorded."""
    if not terms:
        raise DefinitionError("first_of() needs at least one value: first_of(x, y).")
    return FirstOf(terms)


def called(phrase: str, term: Expression) -> Called:
    """The condition itself, which descriptions call `phrase`."""
    return Called(condition(term), phrase)


def this_row(column: Column) -> ThisRow:
    """Inside a condition on related rows: this column of the row being counted."""
    return ThisRow(column)


def condition(term: Any) -> Expression:
    """Check that `term` can be true or false; a DefinitionError says how to write it otherwise."""
    if isinstance(term, bool):
        raise DefinitionError(
            "A condition came out as plain True or False, not as a condition on the data.\n"
            'Write column.is_("value") instead of column == "value".'
        )
    if isinstance(term, Related) and term.kind == "exists":
        return term
    if not isinstance(term, Compare | IsIn | IsNot | IsMissing | Contains | Not | AllOf | AnyOf | Called):
        raise DefinitionError(f"Expected a condition such as `column >= 1`, got {term!r}.")
    return term


def children_of(node: Expression) -> Iterator[Expression]:
    """The expressions directly inside `node`."""
    for field in dataclasses.fields(node):  # type: ignore[arg-type]
        value = getattr(node, field.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Expression):
                yield item


def walk(node: Expression) -> Iterator[Expression]:
    """Every expression inside `node`, itself included."""
    yield node
    for child in children_of(node):
        yield from walk(child)


def walk_here(node: Expression) -> Iterator[Expression]:
    """Every expression said about the same row as `node`: it does not look inside look-ups, related or outer rows."""
    yield node
    if isinstance(node, Lookup):
        yield node.by
    elif not isinstance(node, Related | ThisRow):
        for child in children_of(node):
            yield from walk_here(child)


def depends_on_period(node: Expression) -> bool:
    """Whether the value can differ from one reporting period to another."""
    return any(isinstance(part, PeriodDay) or (isinstance(part, Standard) and part.on is None) for part in walk(node))


def check_nesting(node: Expression, *, table: str) -> None:
    """Refuse, inside a look at rows of `table`, another look that changes with the reporting period.

    Such a value would need a row of its own for each row and period, which no query of ours makes.
    """
    for part in walk_here(node):
        if isinstance(part, Related | Lookup) and depends_on_period(part):
            raise DefinitionError(
                f"What is looked up in '{table}' holds another look at related rows that changes with the reporting "
                "period. Move the PERIOD condition out of the inner one."
            )
