"""The canonical tables as definitions speak of them: `referral.referred_on`, `referral.dated(...)`.

A handle for each table, with its columns, stands in `handles/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from purplebook.language.expressions import (
    Column,
    Expression,
    Lookup,
    PeriodDay,
    Related,
    RelatedRows,
    Standard,
    check_nesting,
    condition,
    walk,
)
from purplebook.language.kinds import check_same_thing, go_together
from purplebook.language.no_plain_value import NotTrueOrFalse
from purplebook.language.places import did_you_mean, nearest, refuse, refuse_word
from purplebook.language.reach import check_reach
from purplebook.language.who_counts import Cohort, During, EveryRow, InLatestSnapshot, OpenAtEnd, OpenDuring
from purplebook.tables import COMMON_COLUMNS, TABLES_BY_NAME
from purplebook.tables.schema import DATE, LINK, Table

_ENDS, _STARTS = ("ended_on", "closed_on"), ("started_on", "start_on")


class Rows(NotTrueOrFalse):
    """The rows of one canonical table; each attribute is a column."""

    _how_to_join = "The rows of two tables cannot be joined. Write one.where(same_child(other).exists()) on a cohort."

    def __init__(self, table: Table) -> None:
        self.table = table
        vars(self).update(
            {column.name: Column(table.name, column.name, column.kind) for column in table.columns + COMMON_COLUMNS}
        )

    @property
    def described(self) -> str:
        """What it is, for a message that refuses it."""
        return f"all rows of '{self.table.name}'"

    if not TYPE_CHECKING:
        # Editors and type checkers know the columns from `handles/`, and take any other word for a mistake.

        def __getattr__(self, name: str) -> NoReturn:
            if name.startswith("_"):
                raise AttributeError(name)
            self._refuse_word(name)

    def _refuse_word(self, name: str) -> NoReturn:
        if name in ("where", "only"):
            days = ", ".join(f"{self.table.name}.{day}" for day in _dates_of(self.table)) or "a date"
            refuse_word(
                f"'{self.table.name}' has no day yet that says when a row counts. Write "
                f"{self.table.name}.dated(day).where(…), with one of {days}."
            )
        near = nearest(name, (*self.table.column_names, "dated", "open_at_period_end", "by_period_end"))
        meant = f" Did you mean {self.table.name}.{near}?" if near else ""
        columns = ", ".join(self.table.column_names)
        refuse_word(f"There is no column '{name}' in '{self.table.name}'.{meant} Its columns are: {columns}.")

    def column(self, name: str) -> Column:
        """The column called `name`, for a function that takes any table that has one."""
        return getattr(self, name)

    def dated(self, day: Column, *, months_later: int = 0) -> Cohort:
        """Rows counted in the period in which `day` falls, or in which that day some months later falls."""
        if type(months_later) is not int:
            refuse(f"months_later is a whole number, not {months_later!r}.")
        return Cohort(self.table.name, During(self._own_date(day), months_later))

    def open_at_period_end(self, start: Column, end: Column) -> Cohort:
        """Rows started on or before the last day of the period and not ended on or before it."""
        return Cohort(self.table.name, OpenAtEnd(*self._spell(start, end)))

    def open_during_period(self, start: Column, end: Column) -> Cohort:
        """Rows open on some day of the period; a row that ended on its first day was."""
        return Cohort(self.table.name, OpenDuring(*self._spell(start, end)))

    def by_period_end(self, day: Column) -> Cohort:
        """Rows whose `day` is on or before the last day of the period: everything so far."""
        return Cohort(self.table.name, OpenAtEnd(self._own_date(day), None))

    def at_period_end(self) -> Cohort:
        """Every row, at the period's last day, for what no day of its own places in a period; conditions choose."""
        return Cohort(self.table.name, EveryRow())

    def in_latest_snapshot(self, taken_on: Column, *, among: tuple[Expression, ...] = ()) -> Cohort:
        """Rows of the latest taking of a register on or before the last day of the period.

        Rows that do not meet the conditions of `among` are left out, and say nothing about when it was taken.
        """
        if not isinstance(among, tuple):
            refuse("among=… takes conditions in brackets with a comma: among=(condition,).")
        for term in among:
            if any(isinstance(node, Lookup | Related | PeriodDay | Standard) for node in walk(condition(term))):
                refuse("Which rows belong to a register may be told only by the row's own columns.")
            check_reach(term, table=self.table.name)
        return Cohort(self.table.name, InLatestSnapshot(self._own_date(taken_on), among), among)

    def _spell(self, start: Any, end: Any) -> tuple[Column, Column]:
        first, last = self._own_date(start), self._own_date(end)
        if first == last or first.name in _ENDS or last.name in _STARTS:
            refuse(f"A spell runs from its start to its end, not from {first.written} to {last.written}.")
        return first, last

    def _own_date(self, column: Any) -> Column:
        named = column.written if isinstance(column, Expression) else column
        if not isinstance(column, Column) or column.table != self.table.name or column.kind != DATE:
            own = [f"{self.table.name}.{day}" for day in _dates_of(self.table)]
            wanted = column.name if isinstance(column, Column) else column
            refuse(
                f"'{named}' is not a date column of '{self.table.name}'. The date that places a row in a period "
                f"must be one of its own dates. {did_you_mean(f'{self.table.name}.{wanted}', own)}"
            )
        return column


def same_child(rows: Rows) -> RelatedRows:
    """Rows of another table (or the same one) about the same child."""
    if not isinstance(rows, Rows):
        refuse(f"same_child() takes a table, such as same_child(visit), not {_said(rows)}. Conditions go in .where(…).")
    if not rows.table.is_about_a_person:
        refuse(f"Rows of '{rows.table.name}' are about no child. Write linked(theirs, ours) instead.")
    return RelatedRows(rows.table.name, "person_id", "person_id")


def linked(theirs: Column, ours: Column) -> RelatedRows:
    """Rows of another table whose column `theirs` equals `ours` on the row in view."""
    for column in (theirs, ours):
        if not isinstance(column, Column):
            refuse(f"linked() takes two columns, theirs and ours, not {_said(column)}.")
    if not go_together(theirs.kind, ours.kind):
        refuse(f"linked() takes two columns of one kind, and {theirs.written} is never equal to {ours.written}.")
    check_same_thing(theirs, ours)
    return RelatedRows(theirs.table, theirs.name, ours.name, ours_of=ours.table)


def lookup(value: Expression, *, by: Column) -> Lookup:
    """A value of the one row that a link column points at."""
    if not isinstance(by, Column):
        refuse(f"lookup(…, by=…) takes a link column, such as by=referral.team_id, not {_said(by)}.")
    declared = TABLES_BY_NAME[by.table].column(by.name)
    if declared.kind != LINK:
        links = [f"{by.table}.{column.name}" for column in TABLES_BY_NAME[by.table].columns if column.kind == LINK]
        refuse(
            f"'{by.table}.{by.name}' is not a link to another table, so nothing can be looked up. "
            f"{did_you_mean(by.written, links)}"
        )
    if not isinstance(value, Expression) or isinstance(value, RelatedRows):
        refuse(f"lookup() takes a value of '{declared.to}', such as one of its columns, not {_said(value)}.")
    check_reach(value, table=declared.to or "")
    check_nesting(value, table=declared.to or "")
    return Lookup(value, by)


def _dates_of(table: Table) -> list[str]:
    return [column.name for column in table.columns if column.kind == DATE]


def _said(value: Any) -> str:
    if isinstance(value, Expression):
        return value.written
    return getattr(value, "described", None) or repr(value)
