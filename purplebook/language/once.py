"""Each child once, where a child may have several rows at one time: two open plans, two periods of care.

The row that began last speaks for the child; of two that began on one day, the one whose identifier comes last.  A row
that was never closed before the next began is the older one, so what counts is what holds now.
"""

from __future__ import annotations

from collections.abc import Sequence

from purplebook.language.node import depends_on_period, walk, walk_here
from purplebook.language.nodes import (
    AllOf,
    AnyOf,
    Called,
    Column,
    Compare,
    Expression,
    IsMissing,
    Not,
    PeriodDay,
    ThisRow,
)
from purplebook.language.places import refuse
from purplebook.language.related import Related, RelatedRows
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.schema import IDENTIFIER

THE_LATEST = "it is the only one of its child, or the one that began last"
"""What the condition is called in a sentence; of events, the last began last too."""

FIRST, LAST = PeriodDay("first"), PeriodDay("last")


def in_period(day: Column) -> tuple[Expression, ...]:
    """The row's day falls in the period."""
    return Compare(">=", day, FIRST), Compare("<=", day, LAST)


def open_by_end(start: Column, end: Column | None) -> tuple[Expression, ...]:
    """The row has begun by the end of the period and, where it has an end, has not ended by then."""
    begun = Compare("<=", start, LAST)
    return (begun,) if end is None else (begun, AnyOf((IsMissing(end), Compare(">", end, LAST))))


def open_in_period(start: Column, end: Column) -> tuple[Expression, ...]:
    """The row was open on some day of the period."""
    return Compare("<=", start, LAST), AnyOf((IsMissing(end), Compare(">=", end, FIRST)))


def latest_of_child(
    table: str, *, by: Column, at_that_time: Sequence[Expression], only: Sequence[Expression]
) -> Expression:
    """True of a row where no other row of the same child counts at that time too and comes later.

    `at_that_time` says when a row of the table counts, `only` what else is asked of it.  What is asked of the child,
    and not of the row, is true of all the child's rows, and is not asked again.
    """
    declared = TABLES_BY_NAME[table]
    if not declared.is_about_a_person:
        refuse(f"Rows of '{table}' are about no child, so none of them speaks for one.")
    key = declared.column(declared.key[0])
    if len(declared.key) != 1 or key.kind != IDENTIFIER:
        refuse(f"Rows of '{table}' have no identifier that tells two of one day apart. Write count_children(…).")
    identifier = Column(table, key.name, key.kind)
    asked = [term for term in only if _is_of_the_row(term, table)]
    for term in asked:
        if any(part.looks_elsewhere and depends_on_period(part) for part in walk_here(term)):
            refuse(
                "once_for_each_child() cannot ask of a child's other rows what is looked up for each reporting period. "
                "Write it before that .where(…)."
            )
    later = AnyOf(
        (
            Compare(">", by, ThisRow(by)),
            AllOf((Compare("=", by, ThisRow(by)), Compare(">", identifier, ThisRow(identifier)))),
        )
    )
    others = RelatedRows(table, "person_id", "person_id", (*at_that_time, *asked, later))
    return Called(Not(Related("exists", others)), THE_LATEST)


def _is_of_the_row(term: Expression, table: str) -> bool:
    """Whether two rows of one child can differ in it."""
    return any(
        (isinstance(part, Column) and part.table == table)
        or (isinstance(part, Related) and not _is_of_the_child(part))
        or (part.looks_elsewhere and not isinstance(part, Related))
        for part in walk_here(term)
    )


def _is_of_the_child(node: Related) -> bool:
    return node.rows.ours == "person_id" and not any(isinstance(part, ThisRow) for part in walk(node))
