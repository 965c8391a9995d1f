"""The words with which a definition speaks of one row, and what they make.

Every expression is a frozen dataclass, so two definitions that say the same thing are equal: the planner sees shared
work, a test can alter one part, and the English comes from the same tree.  Nothing here knows about SQL or about data.

Missing values follow three-valued logic: a comparison with something not recorded is neither true nor false, and a row
counts only where the condition is true.
"""

from __future__ import annotations

from typing import Any

from purplebook.language.kinds import check_is, go_together
from purplebook.language.node import children_of, depends_on_period, walk, walk_here
from purplebook.language.nodes import (
    AddMonths,
    AgeOn,
    AllOf,
    AnyOf,
    AtLeast,
    Band,
    Called,
    Column,
    Compare,
    Contains,
    DaysBetween,
    Expression,
    FirstOf,
    Hundredths,
    IsIn,
    IsMissing,
    IsNot,
    Literal,
    LiteralValue,
    Lookup,
    Not,
    PeriodDay,
    Relabelled,
    ReturnYear,
    Standard,
    ThisRow,
    When,
    WorkingDaysBetween,
    literal,
)
from purplebook.language.places import refuse
from purplebook.language.related import Related, RelatedRows, check_nesting, condition
from purplebook.language.together import check_possible
from purplebook.tables.schema import CODES, DATE, DECIMAL

__all__ = [
    "PERIOD",
    "AddMonths",
    "AgeOn",
    "AllOf",
    "AnyOf",
    "AtLeast",
    "Band",
    "Called",
    "Column",
    "Compare",
    "Contains",
    "DaysBetween",
    "Expression",
    "FirstOf",
    "Hundredths",
    "IsIn",
    "IsMissing",
    "IsNot",
    "Literal",
    "LiteralValue",
    "Lookup",
    "Not",
    "PeriodDay",
    "Relabelled",
    "Related",
    "RelatedRows",
    "ReturnYear",
    "Standard",
    "ThisRow",
    "When",
    "WorkingDaysBetween",
    "age_on",
    "all_of",
    "any_of",
    "called",
    "check_nesting",
    "children_of",
    "condition",
    "days_between",
    "depends_on_period",
    "first_of",
    "hundredths",
    "literal",
    "not_",
    "return_year",
    "this_row",
    "walk",
    "walk_here",
    "when",
    "working_days_between",
]


class PERIOD:
    """The reporting period, filled in by the engine: every period of the run at once."""

    first_day = PeriodDay("first")
    last_day = PeriodDay("last")


def all_of(*terms: Expression) -> AllOf:
    """Every condition is true."""
    if not terms:
        refuse("all_of() needs at least one condition: all_of(x, y).")
    checked = tuple(map(condition, terms))
    check_possible(checked)
    return AllOf(checked)


def any_of(*terms: Expression) -> AnyOf:
    """At least one condition is true."""
    if not terms:
        refuse("any_of() needs at least one condition: any_of(x, y).")
    return AnyOf(tuple(map(condition, terms)))


def not_(term: Expression) -> Not:
    """The condition is false; one that cannot be decided stays undecided."""
    return Not(condition(term))


def days_between(start: Expression, end: Expression) -> DaysBetween:
    """Calendar days from `start` to `end`; the start is day 0."""
    return DaysBetween(*_two_dates(start, end, "days_between()"))


def working_days_between(start: Expression, end: Expression) -> WorkingDaysBetween:
    """Working days in England after `start` up to and including `end`; the start is day 0."""
    return WorkingDaysBetween(*_two_dates(start, end, "working_days_between()"))


def age_on(day: Expression, *, born: Expression) -> AgeOn:
    """Completed years on `day`."""
    on, birth = _two_dates(day, born, "age_on()")
    if isinstance(birth, PeriodDay) or (isinstance(on, Column) and on.name == "born_on"):
        refuse("age_on() takes the day first and the date of birth second: age_on(PERIOD.last_day, born=…).")
    return AgeOn(birth, on)


def return_year(day: Expression) -> ReturnYear:
    """The year in which the financial year of `day` ends, by which yearly returns are named."""
    return ReturnYear(_date(day, "return_year()"))


def hundredths(value: Expression) -> Hundredths:
    """A decimal column in hundredths, as a whole number: engines add whole numbers only."""
    check_is(_expression(value, "hundredths()"), (DECIMAL,), "hundredths()")
    return Hundredths(value)


def when(term: Expression, label: str) -> When:
    """`label` where the condition is true, otherwise nothing."""
    checked = condition(term)
    if not isinstance(label, str) or not label.strip():
        refuse(f"when() takes the condition and then the group's name in quotation marks, not {label!r}.")
    return When(checked, label)


def first_of(*terms: Expression) -> FirstOf:
    """The first of these that is recorded."""
    if not terms:
        refuse("first_of() needs at least one value: first_of(x, y).")
    for term in terms:
        _expression(term, "first_of()")
        if term.gives == CODES or not go_together(terms[0].gives, term.gives):
            refuse(
                f"first_of() takes values of one kind: {terms[0].written} and {term.written} are two. "
                "To name a group write when(condition, 'name')."
            )
    return FirstOf(terms)


def called(phrase: str, term: Expression) -> Called:
    """The condition itself, which descriptions call `phrase`."""
    if not isinstance(phrase, str) or not phrase.strip():
        refuse("called() takes the phrase first: called('on a plan', condition).")
    return Called(condition(term), phrase)


def this_row(column: Column) -> ThisRow:
    """Inside a condition on related rows: this column of the row being counted."""
    if not isinstance(column, Column):
        refuse(
            f"this_row() takes a column of the row being counted, such as referral.referred_on, not {_said(column)}."
        )
    return ThisRow(column)


def _two_dates(start: Any, end: Any, word: str) -> tuple[Expression, Expression]:
    first, last = _date(start, word), _date(end, word)
    if first == last and not isinstance(first, Literal):
        refuse(f"{word} is given {first.written} twice, so it would always be nought.")
    return first, last


def _date(value: Any, word: str) -> Expression:
    # A fixed day may stand in a definition, though a standard's day is better kept in standards.toml.
    day = value if isinstance(value, Expression) else literal(value)
    check_is(day, (DATE,), word)
    return day


def _expression(value: Any, word: str) -> Expression:
    if isinstance(value, Expression) and not isinstance(value, RelatedRows):
        return value
    hint = " To name a group write when(condition, 'name')." if isinstance(value, str) else ""
    refuse(f"{word} takes a column or what is worked out from one, not {_said(value)}.{hint}")


def _said(value: Any) -> str:
    return value.written if isinstance(value, Expression) else repr(value)
