"""What can be worked out about a set of rows: whole numbers an engine counts, and how two of them make a figure."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum

from purplebook.errors import DefinitionError
from purplebook.language.expressions import Column, Expression, IsMissing, Not, condition


@dataclass(frozen=True)
class During:
    """Rows count in the period in which `day` falls, or in which the same day some months later falls.

    Counting months later is how a follow-up is measured: everyone counted has been followed for the whole time.
    """

    day: Column
    months_later: int = 0


@dataclass(frozen=True)
class OpenAtEnd:
    """Rows count at the period's last day: started on or before it, and not ended by it.

    A row that ends on the last day is not open at the end of that day.  Without an `end` a started row stays.
    """

    start: Column
    end: Column | None


@dataclass(frozen=True)
class OpenDuring:
    """Rows count in every period on some day of which they were open: from `start` to `end`, both days included."""

    start: Column
    end: Column


@dataclass(frozen=True)
class InLatestSnapshot:
    """Rows of the register's latest taking on or before the period's last day.

    Only rows for which every condition of `among` is true tell when the register was taken.  They speak of the row's
    own columns: another register in the same table, taken on other days, must not hide this one.
    """

    taken_on: Column
    among: tuple[Expression, ...] = ()


Clock = During | OpenAtEnd | OpenDuring | InLatestSnapshot


def days_of(clock: Clock) -> tuple[Column, ...]:
    """The columns with the days by which a clock places a row, without what else it asks of the row."""
    match clock:
        case During(day, _):
            return (day,)
        case OpenAtEnd(start, end):
            return (start,) if end is None else (start, end)
        case OpenDuring(start, end):
            return (start, end)
    return (clock.taken_on,)


@dataclass(frozen=True)
class Cohort:
    """Who is counted, and when."""

    table: str
    clock: Clock
    only: tuple[Expression, ...] = ()

    def where(self, *conditions: Expression) -> Cohort:
        """Only the rows for which every condition is true."""
        return dataclasses.replace(self, only=self.only + tuple(map(condition, conditions)))


class TotalKind(StrEnum):
    """What an engine does with the chosen rows."""

    ROWS = "rows"
    CHILDREN = "children"
    SUM = "sum"
    MEDIAN = "median"


@dataclass(frozen=True)
class Total:
    """One whole number the engine brings back for each period and group.

    `median` brings back twice the median, which is the sum of the two middle values, so that it stays whole.
    """

    kind: TotalKind
    cohort: Cohort
    value: Expression | None = None


class Shape(StrEnum):
    """How the totals become a figure."""

    COUNT = "count"
    PERCENTAGE = "percentage"
    SHARE = "share"
    MEAN = "mean"
    MEDIAN = "median"
    RATE = "rate"
    DIFFERENCE = "difference"
    RATIO = "ratio"
    SUM = "sum"


@dataclass(frozen=True)
class Measure:
    """A shape with its totals.

    count       top
    percentage  top ÷ bottom × 100
    share       a group's top ÷ everyone's top × 100
    mean        top (a sum) ÷ bottom (rows with a value) ÷ `unit_days`
    median      top (twice the median) ÷ 2 ÷ `unit_days`; bottom counts the rows with a value
    rate        top ÷ a dated population × `per`
    difference  top − bottom
    sum         top, a sum
    ratio       top (a sum) ÷ bottom (another sum) ÷ `unit_days` × `per`
    """

    shape: Shape
    top: Total
    bottom: Total | None = None
    per: int = 1
    population: str | None = None
    unit_days: str = "1"  # how many days make one unit, as exact text: "30.4375" for months
    by_group: bool = False  # a rate that may be divided, each part by the people of the whole area


def count(cohort: Cohort) -> Measure:
    """How many rows: each event or spell counts, so a child may count more than once."""
    return Measure(Shape.COUNT, Total(TotalKind.ROWS, cohort))


def count_children(cohort: Cohort) -> Measure:
    """How many different children."""
    return Measure(Shape.COUNT, Total(TotalKind.CHILDREN, cohort))


def percentage_of_children(cohort: Cohort, *, that: Expression) -> Measure:
    """Of the different children with such rows, the percentage with one for which the condition is true."""
    return Measure(
        Shape.PERCENTAGE, Total(TotalKind.CHILDREN, cohort.where(that)), Total(TotalKind.CHILDREN, cohort), per=100
    )


def percentage_of_sum(value: Expression, *, among: Cohort, that: Expression) -> Measure:
    """Of all that the rows' whole numbers come to, the percentage on rows for which the condition is true."""
    known = among.where(Not(IsMissing(value)))
    return Measure(
        Shape.RATIO, Total(TotalKind.SUM, known.where(that), value), Total(TotalKind.SUM, known, value), per=100
    )


def ratio_of(
    value: Expression, *, among: Cohort, to: Expression, of: Cohort, per: int = 1, unit_days: str = "1"
) -> Measure:
    """What the whole numbers of some rows come to, for each of what those of others come to.

    `per` multiplies and `unit_days` divides: days lost for each whole-time worker, × 100 ÷ the 253 working days of a
    year, are a percentage.
    """
    top = Total(TotalKind.SUM, among.where(Not(IsMissing(value))), value)
    bottom = Total(TotalKind.SUM, of.where(Not(IsMissing(to))), to)
    return Measure(Shape.RATIO, top, bottom, per=per, unit_days=unit_days)


def sum_of(value: Expression, *, among: Cohort) -> Measure:
    """What the rows' whole numbers come to, over the rows where they are known."""
    return Measure(Shape.SUM, Total(TotalKind.SUM, among.where(Not(IsMissing(value))), value))


def percentage_of(cohort: Cohort, *, that: Expression) -> Measure:
    """Of the rows, the percentage for which the condition is true."""
    return Measure(Shape.PERCENTAGE, Total(TotalKind.ROWS, cohort.where(that)), Total(TotalKind.ROWS, cohort), per=100)


def share_of(cohort: Cohort) -> Measure:
    """Each group's percentage of all the rows, groups not recorded included."""
    rows = Total(TotalKind.ROWS, cohort)
    return Measure(Shape.SHARE, rows, rows, per=100)


def mean_of(value: Expression, *, among: Cohort, unit_days: str = "1") -> Measure:
    """The average of a whole number over the rows where it is known."""
    known = among.where(Not(IsMissing(value)))
    return Measure(Shape.MEAN, Total(TotalKind.SUM, known, value), Total(TotalKind.ROWS, known), unit_days=unit_days)


def median_of(value: Expression, *, among: Cohort, unit_days: str = "1") -> Measure:
    """The middle value over the rows where it is known, exactly; of two middle values, half way between them."""
    known = among.where(Not(IsMissing(value)))
    return Measure(
        Shape.MEDIAN, Total(TotalKind.MEDIAN, known, value), Total(TotalKind.ROWS, known), unit_days=unit_days
    )


def rate_of(cohort: Cohort, *, per: int, population: str, by_group: bool = False) -> Measure:
    """Rows for every `per` people of a named, dated population.

    With `by_group` it may be divided by what is not a kind of people, such as the factor found: each group is then
    so many for every `per` people of the whole area.
    """
    if per <= 0:
        raise DefinitionError(f"A rate needs a positive number of people, not {per}.")
    return Measure(Shape.RATE, Total(TotalKind.ROWS, cohort), per=per, population=population, by_group=by_group)


def rate_of_children(cohort: Cohort, *, per: int, population: str) -> Measure:
    """Different children for every `per` people of a named, dated population."""
    made = rate_of(cohort, per=per, population=population)
    return dataclasses.replace(made, top=Total(TotalKind.CHILDREN, cohort))


def difference(plus: Cohort, minus: Cohort) -> Measure:
    """Rows of the first kind less rows of the second."""
    return Measure(Shape.DIFFERENCE, Total(TotalKind.ROWS, plus), Total(TotalKind.ROWS, minus))
