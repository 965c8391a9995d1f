"""Who is counted, and when: the clocks that place rows in periods, and the conditions that choose among them."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from purplebook.language.hashed_once import HashedOnce
from purplebook.language.no_plain_value import NotTrueOrFalse
from purplebook.language.nodes import Called, Column, Expression
from purplebook.language.once import THE_LATEST, in_period, latest_of_child, open_by_end, open_in_period
from purplebook.language.places import nearest, refuse, refuse_word
from purplebook.language.reach import check_reach
from purplebook.language.related import condition
from purplebook.language.together import check_possible
from purplebook.tables import TABLES_BY_NAME


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


@dataclass(frozen=True)
class EveryRow:
    """Every row counts at every period's last day: what is true of it then is for the conditions to say."""


Clock = During | OpenAtEnd | OpenDuring | InLatestSnapshot | EveryRow


def days_of(clock: Clock) -> tuple[Column, ...]:
    """The columns with the days by which a clock places a row, without what else it asks of the row."""
    match clock:
        case During(day, _):
            return (day,)
        case OpenAtEnd(start, end):
            return (start,) if end is None else (start, end)
        case OpenDuring(start, end):
            return (start, end)
        case EveryRow():
            return ()
    return (clock.taken_on,)


@dataclass(frozen=True)
class Cohort(HashedOnce, NotTrueOrFalse):
    """Who is counted, and when."""

    table: str
    clock: Clock
    only: tuple[Expression, ...] = ()

    _how_to_join = (
        "A cohort is neither true nor false, so `and`, `or` and `not` cannot be used: `a and b` would mean b.\n"
        "Write one.where(*other.only) for the rows that are in both, or one.where(any_of(x, y)) for either."
    )

    @property
    def described(self) -> str:
        """What it is, for a message that refuses it."""
        return f"a cohort, which says who of '{self.table}' is counted and when"

    def where(self, *conditions: Expression) -> Cohort:
        """Only the rows for which every condition is true."""
        added = tuple(map(condition, conditions))
        for term in added:
            check_reach(term, table=self.table)
        check_possible(self.only + added)
        return dataclasses.replace(self, only=self.only + added)

    def once_for_each_child(self) -> Cohort:
        """Each child once: of several rows of a child that count at one time, the one that began last.

        Two that began on one day are told apart by their identifiers.  A look at other rows that changes with the
        period is written after this.
        """
        return dataclasses.replace(self, only=(*self.only, self._latest(len(self.only))))

    @property
    def has_each_child_once(self) -> bool:
        """Whether no two of its rows in one period are of one child."""
        # A row of `person` is one already.  Whatever else is asked leaves rows out and adds none.
        return TABLES_BY_NAME[self.table].key == ("person_id",) or any(
            isinstance(term, Called) and term.phrase == THE_LATEST and term == self._latest(place)
            for place, term in enumerate(self.only)
        )

    def _latest(self, place: int) -> Expression:
        match self.clock:
            case During(day, 0):
                return latest_of_child(self.table, by=day, at_that_time=in_period(day), only=self.only[:place])
            case OpenAtEnd(start, end):
                at_that_time = open_by_end(start, end)
                return latest_of_child(self.table, by=start, at_that_time=at_that_time, only=self.only[:place])
            case OpenDuring(start, end):
                at_that_time = open_in_period(start, end)
                return latest_of_child(self.table, by=start, at_that_time=at_that_time, only=self.only[:place])
        refuse("once_for_each_child() takes rows of a period or open on a day. Write count_children(…).")

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> NoReturn:
            if name.startswith("_"):
                raise AttributeError(name)
            column = nearest(name, TABLES_BY_NAME[self.table].column_names)
            hint = f" Write {self.table}.{column} inside .where(…)." if column else " It has .where(…) and .only."
            refuse_word(f"A cohort has no '{name}'.{hint}")
