"""Random definitions, built backwards from the type that is wanted, so that every one means something.

What the words of the language refuse because nobody means it, such as a code that no set holds, engines must still work
out alike: there the tree is put together without the words.

`Author` knows where it stands: which row is in view, which row is "this row", and whether the reporting period may be
named there.  Each method writes an expression of one type.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from purplebook import tables
from purplebook.language import expressions as ex
from purplebook.language import measures as me
from purplebook.language.indicators import Breakdown, Indicator, indicator
from purplebook.language.periods import (
    Period,
    between,
    day,
    financial_year,
    month,
    quarter,
    rolling_year,
    year_to_date,
)
from tests.generative import unchecked
from tests.generative.chance import Chance
from tests.generative.tables import DAYS, USED, WORDS, columns_of

PERIODS: tuple[Period, ...] = (
    month(2015, 4),
    month(2015, 3),
    month(2016, 2),
    month(2016, 3),
    quarter(2015, 1),
    financial_year(2015),
    year_to_date(date(2016, 2, 29)),
    rolling_year(date(2016, 2, 29)),
    day(date(2016, 2, 29)),
    between(date(2015, 4, 1), date(2015, 4, 6)),
)

STANDARD = ex.Standard("visits", "days", ((date(2015, 4, 1), 1), (date(2016, 2, 29), 3)))

OPERATORS = ("<", "<=", "=", ">=", ">")

RELATIONS: tuple[tuple[str, str, str, str], ...] = (
    ("referral", "referral_id", "assessment", "referral_id"),
    ("assessment", "referral_id", "referral", "referral_id"),
    ("team", "team_id", "referral", "team_id"),
    ("team", "parent_team_id", "team", "team_id"),
    ("referral", "worker_id", "worker", "worker_id"),
    ("involvement", "worker_id", "worker", "worker_id"),
    ("referral", "team_id", "team", "team_id"),
)
"""Links other than the child: their table and column, our table and column."""


@dataclass(frozen=True)
class Place:
    """Where an expression stands.

    `inner_period` says whether a related row or a looked-up row further in may name the period.
    """

    table: str
    this: str | None = None
    period: bool = True
    inner_period: bool = True

    @property
    def has_person(self) -> bool:
        return "person_id" in USED[self.table]


class Author:
    """Writes expressions by drawing one choice after another."""

    def __init__(self, chance: Chance) -> None:
        self.chance, self.pick = chance, chance.pick

    def one_of(self, *writers: Callable[[], ex.Expression] | None) -> ex.Expression:
        """Let one of the writers that can be used here write."""
        return self.pick([writer for writer in writers if writer])()

    def own(self, place: Place, *kinds: str) -> Callable[[], ex.Expression] | None:
        """A column of some kinds: of the row in view, of this row, or of the person."""
        found: list[ex.Expression] = list(columns_of(place.table, *kinds))
        if place.this:
            found += map(ex.ThisRow, columns_of(place.this, *kinds))
        elif place.has_person and place.table != "person":
            found += columns_of("person", *(kind for kind in kinds if kind not in ("identifier", "link")))
        return (lambda: self.pick(found)) if found else None

    def day(self, place: Place, depth: int) -> ex.Expression:
        plain = (
            self.own(place, "date"),
            (lambda: self.pick((ex.PERIOD.last_day, ex.PERIOD.first_day))) if place.period else None,
            lambda: ex.Literal(self.pick(DAYS)),
        )
        if not depth:
            return self.one_of(*plain)
        return self.one_of(
            *plain,
            *[lambda: self.day(place, depth - 1).add_months(self.chance.number(-13, 13))] * 3,
            lambda: ex.first_of(self.day(place, depth - 1), self.day(place, depth - 1)),
            *[self.related(place, depth, self.day)] * 3,
            *[self.lookup(place, depth, self.day)] * 2,
        )

    def number(self, place: Place, depth: int) -> ex.Expression:
        decimal = self.own(place, "decimal")
        plain = (
            lambda: ex.DaysBetween(self.day(place, 0), self.day(place, 0)),
            lambda: ex.WorkingDaysBetween(self.day(place, 0), self.day(place, 0)),
            lambda: self.age(place, 0),
            self.own(place, "whole_number"),
            (lambda: STANDARD) if place.period else None,
            lambda: STANDARD.in_force(self.day(place, 0)),
            lambda: ex.return_year(self.day(place, 0)),
            decimal and (lambda: ex.hundredths(decimal())),
        )
        if not depth:
            return self.one_of(*plain)
        return self.one_of(
            *plain,
            lambda: ex.DaysBetween(self.day(place, depth - 1), self.day(place, depth - 1)),
            lambda: ex.WorkingDaysBetween(self.day(place, depth - 1), self.day(place, depth - 1)),
            lambda: self.age(place, depth - 1),
            lambda: STANDARD.in_force(self.day(place, depth - 1)),
            lambda: ex.return_year(self.day(place, depth - 1)),
            lambda: self.number(place, depth - 1).at_least(self.chance.number(-1, 3)),
            lambda: ex.first_of(self.number(place, depth - 1), self.number(place, depth - 1)),
            self.counted(place, depth, "count"),
            self.different(place, depth),
            *[self.related(place, depth, self.number)] * 3,
            *[self.lookup(place, depth, self.number)] * 2,
        )

    def age(self, place: Place, depth: int) -> ex.Expression:
        # Any two days: an age on the day itself, or of the period, has its odd answers too.
        on, born = self.day(place, depth), self.day(place, depth)
        return ex.AgeOn(born, on)

    def text(self, place: Place, depth: int) -> ex.Expression:
        own = self.own(place, "code", "text", "identifier", "link")
        if not depth:
            return self.one_of(own)
        return self.one_of(
            own,
            lambda: self.number(place, depth - 1).in_bands(*self.pick(((1, 5), (0, 1, 2), (10,)))),
            lambda: ex.Relabelled(
                self.text(place, depth - 1), self.pick(((("A", "Ay"), ("a", "Ay")), ())), otherwise="O'Other"
            ),
            lambda: ex.when(self.truth(place, depth - 1), self.pick(("Yes", "it's"))),
            lambda: ex.first_of(self.text(place, depth - 1), self.text(place, depth - 1)),
            *[self.related(place, depth, self.text)] * 3,
            *[self.lookup(place, depth, self.text)] * 2,
        )

    def truth(self, place: Place, depth: int) -> ex.Expression:
        yes_no, decimal, several = (self.own(place, kind) for kind in ("yes_no", "decimal", "codes"))
        inner = max(depth - 1, 0)
        plain = (
            lambda: self.compared(self.day(place, inner), self.day(place, inner)),
            lambda: self.compared(self.number(place, inner), ex.Literal(self.chance.number(-2, 20))),
            lambda: self.compared(self.text(place, inner), self.text(place, 0)),
            lambda: self.compared(self.number(place, inner), self.number(place, 0)),
            lambda: ex.IsIn(self.text(place, inner), self.some(WORDS)),
            lambda: ex.IsNot(self.text(place, inner), self.some(WORDS)),
            lambda: self.number(place, inner).is_in(*self.some((0, 1, 2))),
            lambda: self.one_of(
                lambda: self.text(place, inner),
                lambda: self.day(place, inner),
                lambda: self.number(place, inner),
                several,
            ).is_missing(),
            yes_no and (lambda: yes_no().is_(self.pick((True, False)))),
            yes_no and (lambda: yes_no().is_not(self.pick((True, False)))),
            decimal and (lambda: self.compared(decimal(), ex.Literal(self.pick((Decimal("2.50"), Decimal(0), 1))))),
            several and (lambda: ex.Contains(several(), self.pick(WORDS))),
        )
        if not depth:
            return self.one_of(*plain)

        def terms() -> tuple[ex.Expression, ...]:
            return tuple(self.truth(place, depth - 1) for _ in range(self.chance.number(1, 3)))

        return self.one_of(
            *plain,
            lambda: ex.not_(self.truth(place, depth - 1)),
            lambda: ex.AllOf(terms()),
            lambda: ex.any_of(*terms()),
            lambda: ex.called("as we say", self.truth(place, depth - 1)),
            self.counted(place, depth, "exists"),
            self.counted(place, depth, "exists"),
        )

    def earlier(self, inside: Place) -> ex.Compare:
        days = columns_of(inside.table, "date")
        if not days:
            return self.compared(*columns_of(inside.table, "identifier", "text")[:2])
        day = self.pick(days)
        return self.compared(day, ex.ThisRow(self.pick((day, *days))))

    def compared(self, left: ex.Expression, right: ex.Expression) -> ex.Compare:
        return ex.Compare(self.pick(OPERATORS), left, right)

    def some(self, values: tuple) -> tuple:
        return self.pick((values[:1], values[1:], values[:2]))

    def rows(self, place: Place, depth: int) -> tuple[ex.RelatedRows, Place]:
        """Related rows of any kind, and the place that their conditions stand in."""
        ways = [ex.RelatedRows(*way[:2], way[3]) for way in RELATIONS if way[2] == place.table]
        if place.has_person:
            ways += [
                ex.RelatedRows(table, "person_id", "person_id") for table in USED if "person_id" in USED[table]
            ] + [ex.RelatedRows(place.table, "person_id", "person_id")] * 2
        rows = self.pick(ways)
        inside = Place(rows.table, this=place.table, period=place.inner_period, inner_period=False)
        conditions = tuple(self.truth(inside, depth - 1) for _ in range(self.pick((0, 0, 1, 2))))
        if rows.table == place.table and self.pick((True, False)):
            # Rows of the same kind and child are most often asked for to find earlier ones.
            conditions = (self.earlier(inside), *conditions)
        return rows.where(*conditions), inside

    def counted(self, place: Place, depth: int, kind: str) -> Callable[[], ex.Expression] | None:
        if not (place.has_person or any(way[2] == place.table for way in RELATIONS)):
            return None
        return lambda: ex.Related(kind, self.rows(place, depth)[0])

    def different(self, place: Place, depth: int) -> Callable[[], ex.Expression] | None:
        if not (place.has_person or any(way[2] == place.table for way in RELATIONS)):
            return None

        def written() -> ex.Expression:
            rows, inside = self.rows(place, depth)
            return ex.Related("different", rows, self.pick((self.day, self.text, self.number))(inside, depth - 1))

        return written

    def related(
        self, place: Place, depth: int, write: Callable[[Place, int], ex.Expression]
    ) -> Callable[[], ex.Expression] | None:
        if not (place.has_person or any(way[2] == place.table for way in RELATIONS)):
            return None

        def written() -> ex.Expression:
            rows, inside = self.rows(place, depth)
            value = write(inside, depth - 1)
            days = columns_of(rows.table, "date")
            kind = self.pick(("latest", "earliest", "last", "last") if days else ("latest", "earliest"))
            return ex.Related(kind, rows, value, self.pick(days) if kind == "last" else None)

        return written

    def lookup(
        self, place: Place, depth: int, write: Callable[[Place, int], ex.Expression]
    ) -> Callable[[], ex.Expression] | None:
        declared = tables.TABLES_BY_NAME[place.table]
        links = [link for link in columns_of(place.table, "link") if declared.column(link.name).to in USED]
        if not links:
            return None

        def written() -> ex.Expression:
            by = self.pick(links)
            inside = Place(declared.column(by.name).to or "", period=place.period, inner_period=False)
            return ex.Lookup(write(inside, depth - 1), by)

        return written

    def cohort(self, table: str, depth: int) -> me.Cohort:
        days = columns_of(table, "date")
        clock = self.pick(("during", "open", "open_during", "by_end", "later", "snapshot", "every"))
        match clock:
            case "during":
                made: me.Clock = me.During(self.pick(days))
            case "later":
                made = me.During(self.pick(days), self.pick((6, -1, 12)))
            case "open":
                made = me.OpenAtEnd(self.pick(days), self.pick(days))
            case "open_during":
                made = me.OpenDuring(self.pick(days), self.pick(days))
            case "by_end":
                made = me.OpenAtEnd(self.pick(days), None)
            case "every":
                made = me.EveryRow()
            case _:
                made = me.InLatestSnapshot(self.pick(days))
        return me.Cohort(table, made, tuple(self.truth(Place(table), depth) for _ in range(self.chance.number(0, 1))))

    def measure(self, table: str, depth: int) -> me.Measure:
        cohort = self.cohort(table, depth)
        place = Place(table)
        match self.pick((*me.Shape, "children", "children", "of children")):
            case me.Shape.COUNT:
                return me.count(cohort)
            case me.Shape.PERCENTAGE:
                return unchecked.percentage(cohort, self.truth(place, depth))
            case me.Shape.SHARE:
                return me.share_of(cohort)
            case me.Shape.MEAN | me.Shape.MEDIAN | me.Shape.REPORTED as shape:
                return unchecked.over_rows(shape, self.number(place, depth), cohort)
            case me.Shape.RATE:
                return me.rate_of(
                    cohort, per=10_000, population="children aged 0 to 17", by_group=self.pick((True, False))
                )
            case me.Shape.DIFFERENCE:
                return unchecked.difference(cohort, self.cohort(table, depth))
            case me.Shape.RATIO:
                value = self.number(place, depth)
                if self.pick((True, False)):
                    return unchecked.percentage_of_sum(value, cohort, self.truth(place, depth))
                other = self.cohort(table, depth)
                return unchecked.ratio(value, cohort, self.number(place, depth), other)
            case me.Shape.SUM:
                return unchecked.added_up(self.number(place, depth), cohort)
            case "of children":
                return unchecked.percentage(cohort, self.truth(place, depth), kind=me.TotalKind.CHILDREN)
        return me.Measure(me.Shape.COUNT, me.Total(me.TotalKind.CHILDREN, cohort))

    def breakdowns(self, table: str, depth: int) -> tuple[Breakdown, ...]:
        writers = {
            "text": self.text,
            "truth": self.truth,
            "number": self.number,
        }
        wanted = ((), ("text",), ("truth",), ("text", "truth"), ("number", "truth"), ("number", "text"))
        return tuple(Breakdown(name, name, writers[name](Place(table), depth)) for name in self.pick(wanted))


def write_indicators(chance: Chance) -> tuple[Indicator, ...]:
    """One to three indicators on one table, which share their breakdowns as real ones do."""
    author = Author(chance)
    table = author.pick(("referral", "assessment", *(name for name in USED if columns_of(name, "date"))))
    by = author.breakdowns(table, chance.number(0, 2))
    made = []
    for number in range(chance.number(1, 3)):
        measure = author.measure(table, chance.number(0, 2))
        own = () if measure.shape is me.Shape.RATE and not measure.by_group else by
        made.append(
            indicator(f"RF{number}", "Generated", measure, theme="Front door", counts="rows", source="chance", by=own)
        )
    return tuple(made)
