"""Measures put together without the words of the language.

The words refuse what nobody means, such as a condition that can never be true or a difference of the same rows; engines
must work that out alike all the same.
"""

from __future__ import annotations

import dataclasses

from purplebook.language import expressions as ex
from purplebook.language.measures import Cohort, Measure, Shape, Total, TotalKind


def only(cohort: Cohort, *terms: ex.Expression) -> Cohort:
    """The rows of the cohort for which the terms are true too."""
    return dataclasses.replace(cohort, only=(*cohort.only, *terms))


def percentage(cohort: Cohort, that: ex.Expression, *, kind: TotalKind = TotalKind.ROWS) -> Measure:
    """The percentage of rows, or of children, for which the condition is true."""
    return Measure(Shape.PERCENTAGE, Total(kind, only(cohort, that)), Total(kind, cohort), per=100)


def over_rows(shape: Shape, value: ex.Expression, cohort: Cohort) -> Measure:
    """A mean, a median or a reported value."""
    known = _known(value, cohort)
    kind = TotalKind.MEDIAN if shape is Shape.MEDIAN else TotalKind.SUM
    return Measure(shape, Total(kind, known, value), Total(TotalKind.ROWS, known))


def added_up(value: ex.Expression, cohort: Cohort) -> Measure:
    """The sum of a whole number."""
    return Measure(Shape.SUM, Total(TotalKind.SUM, _known(value, cohort), value))


def percentage_of_sum(value: ex.Expression, cohort: Cohort, that: ex.Expression) -> Measure:
    """The percentage of a sum that is on rows for which the condition is true."""
    known = _known(value, cohort)
    top = Total(TotalKind.SUM, only(known, that), value)
    return Measure(Shape.RATIO, top, Total(TotalKind.SUM, known, value), per=100)


def ratio(value: ex.Expression, cohort: Cohort, to: ex.Expression, of: Cohort) -> Measure:
    """One sum for each of another."""
    top = Total(TotalKind.SUM, _known(value, cohort), value)
    return Measure(Shape.RATIO, top, Total(TotalKind.SUM, _known(to, of), to), per=100, unit_days="253")


def difference(plus: Cohort, minus: Cohort) -> Measure:
    """Rows less other rows."""
    return Measure(Shape.DIFFERENCE, Total(TotalKind.ROWS, plus), Total(TotalKind.ROWS, minus))


def _known(value: ex.Expression, cohort: Cohort) -> Cohort:
    return only(cohort, ex.Not(ex.IsMissing(value)))
