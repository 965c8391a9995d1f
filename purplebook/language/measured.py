"""Checks what a measure is given: rows with a clock, a condition for a part of them, a whole number to add up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from purplebook.language.backwards import never_backwards
from purplebook.language.kinds import check_is
from purplebook.language.nodes import AllOf, Expression, IsMissing, Not
from purplebook.language.places import nearest, refuse
from purplebook.language.reach import check_reach
from purplebook.language.related import RelatedRows, condition
from purplebook.language.who_counts import Cohort
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.schema import DATE, WHOLE_NUMBER, Table

PUPILS = {
    f"PUPILS_{group.upper()}": f"pupils of {group} background"
    for group in ("Asian", "Black", "Mixed", "Other", "White")
}
"""The pupils of a school census by ethnic group: the measure code by which a council gives them, and their name."""

POPULATIONS = ("children aged 0 to 17", *PUPILS.values())
"""The populations with a name; any other is loaded, and named by its measure code, such as POPULATION_5_15."""

_UNITS_IN_WORDS = {"days": "1", "weeks": "7", "months": "30.4375", "years": "365.25", "hundredths": "100"}


def rows_of(cohort: Any, word: str) -> Cohort:
    """The cohort; what is none is refused with the way to write one."""
    if isinstance(cohort, Cohort):
        return cohort
    table = getattr(cohort, "table", None) if not isinstance(cohort, Expression) else None
    if isinstance(table, Table):
        days = [column.name for column in table.columns if column.kind == DATE] or ["…"]
        refuse(
            f"{word} is given all rows of '{table.name}' and no day that says when each counts. "
            f"Write {table.name}.dated({table.name}.{days[0]})"
            + (f", or another of its dates: {', '.join(days[1:])}." if days[1:] else ".")
        )
    if isinstance(cohort, RelatedRows):
        refuse(
            f"{word} counts rows of its own, and {cohort.written} is related to others. Write .count() or .exists()."
        )
    if isinstance(cohort, Expression):
        what = "a condition" if cohort.is_condition else "a value"
        refuse(
            f"{word} needs rows to count, and {cohort.written} is {what} of one row. "
            f"Write {_table_of(cohort)}.dated(…).where({cohort.written if cohort.is_condition else 'a condition'})."
        )
    refuse(f"{word} needs rows to count, such as contact.dated(contact.contacted_on), not {_said(cohort)}.")


def of_children(cohort: Any, word: str) -> Cohort:
    """The cohort, of rows that are about children."""
    rows = rows_of(cohort, word)
    if not TABLES_BY_NAME[rows.table].is_about_a_person:
        refuse(f"{word} counts children, and rows of '{rows.table}' are about none. Count rows instead.")
    return rows


def forwards(cohort: Cohort, that: Any) -> Cohort:
    """The cohort without rows of which a length of time that the condition asks about is less than no time."""
    if not isinstance(that, Expression):
        return cohort
    return cohort.where(*never_backwards(that, among=cohort.only))


def part_of(cohort: Cohort, that: Any) -> Cohort:
    """The rows of the cohort for which the condition is true, which must be able to leave some out."""
    if isinstance(that, Cohort):
        refuse(
            "that=… takes a condition such as referral.closed_on.is_missing(), not another cohort. The part of a "
            "percentage is chosen among its whole."
        )
    if isinstance(that, tuple | list):
        refuse("that=… takes one condition. Join several with all_of(x, y) or any_of(x, y).")
    term = condition(that)
    if term in cohort.only:
        refuse(f"{term.written} is true of every row counted already, so the percentage would always be 100.")
    return cohort.where(term)


def known(value: Any, among: Any, word: str) -> Cohort:
    """The rows of a cohort in which a whole number of their own is known, and no length of time less than none."""
    rows = rows_of(among, f"{word} among")
    if not isinstance(value, Expression) or isinstance(value, RelatedRows):
        refuse(f"{word} needs a whole number of each row, such as days_between(start, end), not {_said(value)}.")
    check_is(value, (WHOLE_NUMBER,), word)
    check_reach(value, table=rows.table)
    return rows.where(is_known(value, among=rows.only))


def is_known(value: Expression, *, among: Sequence[Expression] = ()) -> Expression:
    """The value is there, and is no length of time that ends before it begins, unless `among` says so already."""
    there = Not(IsMissing(value))
    backwards = never_backwards(value, among=among)
    return AllOf((there, *backwards)) if backwards else there


def number_of_people(per: Any) -> int:
    """For how many a rate is given."""
    if type(per) is not int or per <= 0:
        refuse(f"A rate needs a positive number of people, not {per!r}. Write per=10_000.")
    return per


def population_named(name: Any) -> str:
    """The name of a population that exists or can be loaded."""
    if name in POPULATIONS or (isinstance(name, str) and re.fullmatch(r"[A-Z][A-Z0-9_]*", name)):
        return name
    near = nearest(name, POPULATIONS) or POPULATIONS[0]
    refuse(
        f"There is no population {name!r}. Write {near!r}, or the measure code of one that you load, such as "
        "POPULATION_5_15."
    )


def unit(days: Any) -> str:
    """How many days make a unit, as exact text."""
    if days in _UNITS_IN_WORDS:
        refuse(f'unit_days says how many days make one unit: for {days} write unit_days="{_UNITS_IN_WORDS[days]}".')
    if not isinstance(days, str):
        refuse(f'unit_days is exact text, such as unit_days="30.4375" for months, not {days!r}.')
    try:
        is_positive = Decimal(days) > 0
    except InvalidOperation:
        near = nearest(days, _UNITS_IN_WORDS)
        hint = f' For {near} write unit_days="{_UNITS_IN_WORDS[near]}".' if near else ""
        refuse(f"There is no unit {days!r}. unit_days says how many days make one.{hint}")
    if not is_positive:
        refuse(f"unit_days must be above nought, not {days!r}.")
    return days


def _table_of(value: Expression) -> str:
    return getattr(value, "table", "") if "table" in vars(value) else "rows"


def _said(value: Any) -> str:
    if isinstance(value, Expression):
        return value.written
    return getattr(value, "described", None) or repr(value)
