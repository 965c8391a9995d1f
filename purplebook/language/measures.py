"""What can be worked out about a set of rows: whole numbers an engine counts, and how two of them make a figure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from purplebook.language.expressions import Expression
from purplebook.language.hashed_once import HashedOnce
from purplebook.language.measured import (
    forwards,
    known,
    number_of_people,
    of_children,
    part_of,
    population_named,
    rows_of,
    unit,
)
from purplebook.language.places import refuse
from purplebook.language.who_counts import (
    Clock,
    Cohort,
    During,
    EveryRow,
    InLatestSnapshot,
    OpenAtEnd,
    OpenDuring,
    days_of,
)

__all__ = [
    "WORKED_OUT_OVER_ROWS",
    "Clock",
    "Cohort",
    "During",
    "EveryRow",
    "InLatestSnapshot",
    "Measure",
    "OpenAtEnd",
    "OpenDuring",
    "Shape",
    "Total",
    "TotalKind",
    "count",
    "count_children",
    "days_of",
    "difference",
    "mean_of",
    "median_of",
    "percentage_of",
    "percentage_of_children",
    "percentage_of_sum",
    "rate_of",
    "rate_of_children",
    "ratio_of",
    "reported",
    "share_of",
    "sum_of",
]


class TotalKind(StrEnum):
    """What an engine does with the chosen rows."""

    ROWS = "rows"
    CHILDREN = "children"
    SUM = "sum"
    MEDIAN = "median"


@dataclass(frozen=True)
class Total(HashedOnce):
    """One whole number the engine brings back for each period and group.

    `median` brings back twice the median, which is the sum of the two middle values, so that it stays whole.
    """

    kind: TotalKind
    cohort: Cohort
    value: Expression | None = None

    @property
    def counts_each_child_once(self) -> bool:
        """Whether a child adds one at most, however many rows there are of it."""
        return self.kind is TotalKind.CHILDREN or self.cohort.has_each_child_once


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
    REPORTED = "reported"


WORKED_OUT_OVER_ROWS = (Shape.MEAN, Shape.MEDIAN, Shape.REPORTED)
"""Shapes whose rows are all on one side: the value is worked out over them, and none are only among."""


@dataclass(frozen=True)
class Measure:
    """A shape with its totals.

    count       top
    percentage  top ÷ bottom × 100
    share       a group's top ÷ everyone's top × 100
    mean        top (a sum) ÷ bottom (rows with a value) ÷ `unit_days`
    reported    the same, where there is one row: a value that others worked out, as it was reported
    median      top (twice the median) ÷ 2 ÷ `unit_days`; bottom counts the rows with a value
    rate        top ÷ a dated population × `per`
    difference  top − bottom
    sum         top, a sum ÷ `unit_days`
    ratio       top (a sum) ÷ bottom (another sum) ÷ `unit_days` × `per`
    """

    shape: Shape
    top: Total
    bottom: Total | None = None
    per: int = 1
    population: str | None = None
    unit_days: str = "1"  # how many days make one unit, as exact text: "30.4375" for months
    by_group: bool = False  # a rate that may be divided, each part by the people of the whole area

    @property
    def described(self) -> str:
        """What it is, for a message that refuses it."""
        return f"a measure ({self.shape.value}), which is worked out already"


def count(cohort: Cohort) -> Measure:
    """How many rows: each event or spell counts, so a child may count more than once."""
    return Measure(Shape.COUNT, Total(TotalKind.ROWS, rows_of(cohort, "count()")))


def count_children(cohort: Cohort) -> Measure:
    """How many different children."""
    return Measure(Shape.COUNT, Total(TotalKind.CHILDREN, of_children(cohort, "count_children()")))


def percentage_of_children(cohort: Cohort, *, that: Expression) -> Measure:
    """Of the different children with such rows, the percentage with one for which the condition is true."""
    among = forwards(of_children(cohort, "percentage_of_children()"), that)
    return Measure(
        Shape.PERCENTAGE, Total(TotalKind.CHILDREN, part_of(among, that)), Total(TotalKind.CHILDREN, among), per=100
    )


def percentage_of_sum(value: Expression, *, among: Cohort, that: Expression) -> Measure:
    """Of all that the rows' whole numbers come to, the percentage on rows for which the condition is true."""
    chosen = known(value, among, "percentage_of_sum()")
    return Measure(
        Shape.RATIO, Total(TotalKind.SUM, part_of(chosen, that), value), Total(TotalKind.SUM, chosen, value), per=100
    )


def ratio_of(
    value: Expression, *, among: Cohort, to: Expression, of: Cohort, per: int = 1, unit_days: str = "1"
) -> Measure:
    """What the whole numbers of some rows come to, for each of what those of others come to.

    `per` multiplies and `unit_days` divides: days lost for each whole-time worker, × 100 ÷ the 253 working days of a
    year, are a percentage.
    """
    top = Total(TotalKind.SUM, known(value, among, "ratio_of()"), value)
    bottom = Total(TotalKind.SUM, known(to, of, "ratio_of(…, to=…, of=…)"), to)
    return Measure(Shape.RATIO, top, bottom, per=number_of_people(per), unit_days=unit(unit_days))


def sum_of(value: Expression, *, among: Cohort, unit_days: str = "1") -> Measure:
    """What the rows' whole numbers come to, over the rows where they are known.

    A decimal is counted in hundredths: sum_of(hundredths(cost), among=…, unit_days="100") is in whole pounds.
    """
    total = Total(TotalKind.SUM, known(value, among, "sum_of()"), value)
    return Measure(Shape.SUM, total, unit_days=unit(unit_days))


def percentage_of(cohort: Cohort, *, that: Expression) -> Measure:
    """Of the rows, the percentage for which the condition is true.

    A row of which a length of time in the condition is less than no time is left out, above the line and below it.
    """
    among = forwards(rows_of(cohort, "percentage_of()"), that)
    return Measure(Shape.PERCENTAGE, Total(TotalKind.ROWS, part_of(among, that)), Total(TotalKind.ROWS, among), per=100)


def share_of(cohort: Cohort) -> Measure:
    """Each group's percentage of all the rows, groups not recorded included."""
    rows = Total(TotalKind.ROWS, rows_of(cohort, "share_of()"))
    return Measure(Shape.SHARE, rows, rows, per=100)


def mean_of(value: Expression, *, among: Cohort, unit_days: str = "1") -> Measure:
    """The average of a whole number over the rows where it is known."""
    chosen = known(value, among, "mean_of()")
    total = Total(TotalKind.SUM, chosen, value)
    return Measure(Shape.MEAN, total, Total(TotalKind.ROWS, chosen), unit_days=unit(unit_days))


def median_of(value: Expression, *, among: Cohort, unit_days: str = "1") -> Measure:
    """The middle value over the rows where it is known, exactly; of two middle values, half way between them."""
    chosen = known(value, among, "median_of()")
    total = Total(TotalKind.MEDIAN, chosen, value)
    return Measure(Shape.MEDIAN, total, Total(TotalKind.ROWS, chosen), unit_days=unit(unit_days))


def reported(value: Expression, *, among: Cohort, unit_days: str = "1") -> Measure:
    """The value itself, which others worked out and one row holds; of several such rows, the average.

    A decimal is counted in hundredths: reported(hundredths(value), among=…, unit_days="100").
    """
    chosen = known(value, among, "reported()")
    total = Total(TotalKind.SUM, chosen, value)
    return Measure(Shape.REPORTED, total, Total(TotalKind.ROWS, chosen), unit_days=unit(unit_days))


def rate_of(cohort: Cohort, *, per: int, population: str, by_group: bool = False) -> Measure:
    """Rows for every `per` people of a named, dated population.

    With `by_group` it may be divided by what is not a kind of people, such as the factor found: each group is then
    so many for every `per` people of the whole area.
    """
    rows = Total(TotalKind.ROWS, rows_of(cohort, "rate_of()"))
    return Measure(
        Shape.RATE, rows, per=number_of_people(per), population=population_named(population), by_group=by_group
    )


def rate_of_children(cohort: Cohort, *, per: int, population: str) -> Measure:
    """Different children for every `per` people of a named, dated population."""
    children = Total(TotalKind.CHILDREN, of_children(cohort, "rate_of_children()"))
    return Measure(Shape.RATE, children, per=number_of_people(per), population=population_named(population))


def difference(plus: Cohort, minus: Cohort) -> Measure:
    """Rows of the first kind less rows of the second."""
    first, second = rows_of(plus, "difference()"), rows_of(minus, "difference()")
    if first == second:
        refuse("difference() takes the same rows away from themselves, so it would always be nought.")
    return Measure(Shape.DIFFERENCE, Total(TotalKind.ROWS, first), Total(TotalKind.ROWS, second))
