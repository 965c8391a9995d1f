"""The tables about reference as definitions speak of them.  Written by `make docs`: do not edit."""

from purplebook import tables
from purplebook.language.expressions import Column
from purplebook.language.handles.common_columns import TableRows


class ReferenceValueRows(TableRows):
    """One published, target, population, activity or earlier reported value."""

    measure_code: Column
    """What is measured: an indicator's code, or a name such as population_0_17."""
    period: Column
    """The period the value is for, by its short name, such as FY2014-15."""
    period_ended_on: Column
    """Last day of that period; filled from its name at the load where the file does not give it."""
    area_level: Column
    """The kind of area."""
    area_code: Column
    """The area: a three-digit authority code, or the national code of a region or of England."""
    value: Column
    """The value, in the measure's own unit; empty when it was withheld."""
    numerator: Column
    """The number above the line, where the source gives it."""
    denominator: Column
    """The number below the line, where the source gives it."""
    value_kind: Column
    """What kind of value it is, so that a target is never taken for a result."""
    polarity: Column
    """Which direction is better."""
    suppressed: Column
    """Why there is no value; empty when there is one."""
    source: Column
    """Where the value was published."""
    published_on: Column
    """Day on which it was published; later editions are rows of their own."""


reference_value = ReferenceValueRows(tables.reference_value)
