"""Whether the files held what a definition needs, so that "no file says" is never shown as nought.

A file may lack a whole table, or a column of one: Ofsted's Annex A has no link from an assessment to its referral, so
"referrals that went on to assessment" would come out as 0%.  What no file supplied has no value; this reads a
definition and finds conditions that could then never be true.  A condition that only leaves rows out does no harm:
without its column nothing is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

from purplebook.language import expressions as ex
from purplebook.language.indicators import EVER, Indicator
from purplebook.language.measures import During, InLatestSnapshot, OpenDuring, Total, days_of
from purplebook.language.periods import Period, add_months, long_day

KINDS = (
    ("child_protection_conference", "conference_type"),
    ("early_help", "assessment_type"),
    ("health_check", "check_type"),
    ("plan", "plan_type"),
    ("visit", "visit_type"),
)
"""Tables that hold rows of several kinds, and the column that tells them apart.

A kind that nobody has was not recorded: no council holds core groups or Family Help for no child at all and says so.
"""


@dataclass(frozen=True)
class Supply:
    """What the files did not hold: whole tables, and (table, column) pairs of the others.

    `covers_from` says from which day the records of a table are complete, `covers_to` to which day they go.  Tables of
    `latest_only` hold one row for each child, the latest, so nothing can be counted up from them.  `known_facts` are
    the kinds of fact about people that are recorded for anybody at all (None: not looked at): a kind nobody has was not
    asked about.
    """

    missing_tables: frozenset[str] = frozenset()
    missing_columns: frozenset[tuple[str, str]] = frozenset()
    covers_from: Mapping[str, date] = field(default_factory=dict)
    latest_only: frozenset[str] = frozenset()
    known_facts: frozenset[str] | None = None
    first_taken: Mapping[str, date] = field(default_factory=dict)
    """The first day on which each register was taken: of a day before it a register says nothing."""
    covers_to: Mapping[str, date] = field(default_factory=dict)
    known_kinds: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    """The kinds of row recorded at all, by (table, column) of KINDS; one not looked at has no entry."""

    @cached_property
    def first_end(self) -> date | None:
        """The first day to which the records of any table go; None where they go on for all."""
        return min(self.covers_to.values(), default=None)

    @cached_property
    def last_beginning(self) -> date | None:
        """The day from which the records of every table are complete; None where that is said of none."""
        return max(self.covers_from.values(), default=None)

    def holds(self, table: str, column: str) -> bool:
        """Whether some file had this column, or this kind of fact written as `attribute_type KIND`."""
        if column.startswith("attribute_type ") and self.known_facts is not None:
            return column.removeprefix("attribute_type ") in self.known_facts
        name, _, kind = column.partition(" ")
        if kind and (table, name) in self.known_kinds:
            return kind in self.known_kinds[table, name]
        return table not in self.missing_tables and (table, column) not in self.missing_columns


def unsupplied(item: Indicator, supply: Supply) -> tuple[str, ...]:
    """The tables and columns for want of which an indicator cannot be worked out, in words; () when it can."""
    lacks: list[str] = []
    for total in (item.measure.top, item.measure.bottom):
        if total is None:
            continue
        reader = _Reader(total.cohort.table, supply)
        for column in days_of(total.cohort.clock):
            if not supply.holds(column.table, column.name):
                lacks += _named([(column.table, column.name)], supply)
        for term in (*total.cohort.only, *item.needs):
            if not reader.can_be(term, True):
                lacks += _named(list(_wanted(term, total.cohort.table)), supply)
    return tuple(dict.fromkeys(lacks))


def is_covered(item: Indicator, period: Period, supply: Supply, *, ever: int | None = None) -> bool:
    """Whether the records are complete for as far back as a figure of this period counts, and go on to its end.

    With `ever`, what looks back without limit is covered after so many months; else its figures are given from the
    first day on, with a warning.
    """
    return why_not_covered(item, period, supply, ever=ever) is None


def why_not_covered(item: Indicator, period: Period, supply: Supply, *, ever: int | None = None) -> str | None:
    """What is wanting of the records that a figure of this period counts, in words; None when nothing is."""
    return Coverage(item, supply, ever=ever).why_not(period)


@dataclass(frozen=True)
class Coverage:
    """How far back and how far on the records go of what one indicator counts, for who asks of many periods."""

    item: Indicator
    supply: Supply
    ever: int | None = None

    def covers(self, period: Period) -> bool:
        """Whether nothing is wanting of a figure of this period."""
        return self.why_not(period) is None

    def why_not(self, period: Period) -> str | None:
        """What is wanting of the records that a figure of this period counts, in words; None when nothing is."""
        end = _end_of(self.item, self.supply, after=period.last_day)
        if end is not None:
            return f"the records go only to {long_day(end)}"
        for total, since, first in self._totals:
            if since is not None and _counted_from(total, period) < since:
                return f"the records are complete only from {long_day(since)}"
            if first is not None and period.last_day < first:
                return f"the register was first taken on {long_day(first)}"
        return _too_short(self.item, period, self.supply, self.ever)

    @cached_property
    def _totals(self) -> tuple[tuple[Total, date | None, date | None], ...]:
        """Each total with the day from which its rows are complete, and that on which its register was first taken."""
        counted = [total for total in (self.item.measure.top, self.item.measure.bottom) if total is not None]
        return tuple(
            (
                total,
                _complete_from(self.item, total.cohort.table, self.supply),
                self.supply.first_taken.get(total.cohort.table)
                if isinstance(total.cohort.clock, InLatestSnapshot)
                else None,
            )
            for total in counted
        )


def _counted_from(total: Total, period: Period) -> date:
    """The first day of a period that is counted: events from its first day, what is open at its last."""
    clock = total.cohort.clock
    if isinstance(clock, During):
        return add_months(period.first_day, -clock.months_later) if clock.months_later else period.first_day
    return period.first_day if isinstance(clock, OpenDuring) else period.last_day


def seen_from(item: Indicator, period: Period, *, months: int) -> date:
    """The first day that a figure looks at: before the first event of a period, or up to the last day of a stock."""
    if isinstance(item.measure.top.cohort.clock, During | OpenDuring):
        return add_months(period.first_day, -months)
    return add_months(period.last_day, -months) + timedelta(days=1)


def _too_short(item: Indicator, period: Period, supply: Supply, ever: int | None) -> str | None:
    """How the records fall short of what the figure looks back on, in words; None where they do not."""
    months = ever if item.look_back_months == EVER else item.look_back_months
    if not months or supply.last_beginning is None:
        return None
    seen = seen_from(item, period, months=months)
    if seen >= supply.last_beginning:
        return None
    starts = [supply.covers_from[name] for name in item.tables_read if name in supply.covers_from]
    if not starts or seen >= max(starts):
        return None
    return f"it looks back {months} months, and the records are complete only from {long_day(max(starts))}"


def _complete_from(item: Indicator, table: str, supply: Supply) -> date | None:
    """From when the rows of a total are complete, and those that the indicator cannot do without."""
    names = (table, *item.tables_needed)
    return max((supply.covers_from[name] for name in names if name in supply.covers_from), default=None)


def _end_of(item: Indicator, supply: Supply, *, after: date) -> date | None:
    """The day to which the records go that a figure of a later day needs; None when they go on to that day.

    What had not happened or ended by then may have since, whether events are counted or what is open.  A table that a
    condition looks at is needed as it is needed to be supplied at all: visits of last year make none of this year's.
    """
    if supply.first_end is None or supply.first_end >= after:
        return None
    ends = {name: end for name, end in supply.covers_to.items() if end < after}
    for total in (item.measure.top, item.measure.bottom):
        if total is not None and total.cohort.table in ends:
            return ends[total.cohort.table]
    known = unsupplied(item, supply)
    for name in sorted(ends, key=lambda name: ends[name]):
        if unsupplied(item, replace(supply, missing_tables=supply.missing_tables | {name})) != known:
            return ends[name]
    every = replace(supply, missing_tables=supply.missing_tables | ends.keys())
    return None if unsupplied(item, every) == known else max(ends.values())


def _named(columns: list[tuple[str, str]], supply: Supply) -> Iterator[str]:
    for table, column in columns:
        if table in supply.latest_only:
            yield f"the history of {table.replace('_', ' ')}s"
        if table in supply.missing_tables:
            yield f"{table.replace('_', ' ')} records"
        elif not supply.holds(table, column):
            yield f"{table}.{column}"


def _wanted(term: ex.Expression, table: str) -> Iterator[tuple[str, str]]:
    """Every column that a condition reads, links included."""
    for node in ex.walk(term):
        match node:
            case ex.Column(of_table, name):
                yield of_table, name
            case ex.Compare("=", ex.Column("person_attribute", "attribute_type"), ex.Literal(kind)):
                yield "person_attribute", f"attribute_type {kind}"
            case ex.Compare("=", ex.Column(of_table, name), ex.Literal(kind)) if (of_table, name) in KINDS:
                yield of_table, f"{name} {kind}"
            case ex.Related(_, rows):
                yield rows.table, rows.theirs
                yield table, rows.ours


class _Reader:
    """Reads expressions about rows of one table, knowing only which columns some file had."""

    def __init__(self, table: str, supply: Supply) -> None:
        self.table, self.supply = table, supply

    def can_be(self, node: ex.Expression, truth: bool) -> bool:
        """Whether a condition could come out as `truth` for any row."""
        match node:
            case ex.Called(source):
                return self.can_be(source, truth)
            case ex.Not(source):
                return self.can_be(source, not truth)
            case ex.AllOf(terms):
                return (all if truth else any)(self.can_be(term, truth) for term in terms)
            case ex.AnyOf(terms):
                return (any if truth else all)(self.can_be(term, truth) for term in terms)
            case ex.IsMissing(source):
                return truth or self.has_value(source)
            case ex.IsNot():
                return truth or self.has_value(node.source)
            case ex.Contains(source, _):
                return not truth or self.has_value(source)
            case ex.Related("exists", rows):
                return not truth or self.can_exist(rows)
            case ex.Compare(_, ex.Related("count" | "different", rows), _) if rows.table in self.supply.latest_only:
                return False
            case ex.Compare(op, ex.Related("count" | "different", rows), _) if op in (">", ">="):
                return not truth or self.can_exist(rows)
            case ex.Compare("=", ex.Column("person_attribute", "attribute_type"), ex.Literal(kind)):
                known = self.supply.known_facts
                return self.supply.holds("person_attribute", "attribute_type") and (known is None or kind in known)
            case ex.Compare("=", ex.Column(table, name), ex.Literal(kind)) if (table, name) in KINDS:
                return self.supply.holds(table, name) and (not truth or self.supply.holds(table, f"{name} {kind}"))
            case ex.Compare(_, left, right):
                return self.has_value(left) and self.has_value(right)
            case ex.IsIn(source, _):
                return self.has_value(source)
        return True

    def has_value(self, node: ex.Expression) -> bool:
        """Whether an expression could have a value for any row."""
        match node:
            case ex.Column(table, name):
                return self.supply.holds(table, name)
            case ex.ThisRow(column):
                return self.supply.holds(column.table, column.name)
            case ex.FirstOf(terms):
                return any(map(self.has_value, terms))
            case ex.Related(kind, rows, value):
                if value is None or kind in ("exists", "count", "different"):
                    return True
                return self.can_exist(rows) and _Reader(rows.table, self.supply).has_value(value)
            case ex.When(term, _):
                return self.can_be(term, True)
        return all(map(self.has_value, ex.children_of(node)))

    def can_exist(self, rows: ex.RelatedRows) -> bool:
        """Whether there could be a related row of this kind."""
        linked = self.supply.holds(rows.table, rows.theirs) and self.supply.holds(self.table, rows.ours)
        reader = _Reader(rows.table, self.supply)
        return linked and all(reader.can_be(term, True) for term in rows.conditions)
