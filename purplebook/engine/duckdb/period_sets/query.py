"""Writes one scan as one query in sets of periods.

holds_…    for every value that a condition about periods reads: the periods in which the condition holds
base       every row that counts in any period, with the set of periods in which it counts
related_…  what is drawn from related rows: sets of periods, or one value for each row and period
rows       each row once: its groups, the set of periods for each total, and what is needed beside its periods
flagged    for each row and period: its group in every breakdown, and whether it belongs to each total
at last    the totals of every group, all periods and breakdowns at once
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from purplebook import tables
from purplebook.engine.duckdb.period_sets.clock import SPREAD, clock_condition, latest_step, of_own_columns
from purplebook.engine.duckdb.period_sets.labels import LabelType, authority_type, label_sql, label_type
from purplebook.engine.duckdb.period_sets.person import AboutPeople, about_people
from purplebook.engine.duckdb.period_sets.related import RelatedSteps, related_steps
from purplebook.engine.duckdb.period_sets.stage import Calendars, NotInSetsError, PeriodStage, SetStage
from purplebook.engine.duckdb.period_sets.totals import children_step, totals_sql
from purplebook.engine.plan import Scan
from purplebook.engine.sql.dialect import Dialect
from purplebook.engine.sql.query import NOT_RECORDED
from purplebook.engine.sql.related import RelatedHome, expressions_of, own_columns, related_views
from purplebook.engine.sql.stage import Stage
from purplebook.language import expressions as ex
from purplebook.language.measures import EveryRow, InLatestSnapshot, TotalKind


@dataclass(frozen=True)
class SetQuery:
    """The steps as (name, SQL), each a table that the next ones read, and the query that ends them.

    `types` must be there before any step runs.  `people` is a step that other scans share.
    """

    steps: tuple[tuple[str, str], ...]
    last: str
    types: tuple[LabelType, ...]
    people: AboutPeople | None = None

    @property
    def sql(self) -> str:
        """All of it as one query."""
        people = [(self.people.name, self.people.sql)] if self.people else []
        written = ", ".join(f"{name} AS MATERIALIZED (\n{sql}\n)" for name, sql in (*people, *self.steps))
        return f"WITH {written}\n{self.last}"


def totals_in_sets(scan: Scan, dialect: Dialect, *, period_count: int, kept: frozenset[str]) -> SetQuery | None:
    """The query for the totals of a scan, or None where it cannot be said in sets of periods.

    It answers as `totals_query` does, but that groups are left out in which nothing belongs to any total.  The views of
    `shared_views` must be in the database.
    """
    try:
        return _Writer(scan, dialect, period_count, kept).query()
    except NotInSetsError:
        return None


@dataclass
class _Columns:
    """Columns that one step hands to the next, each once."""

    prefix: str
    names: dict[str, str] = field(default_factory=dict)

    def name(self, sql: str) -> str:
        return self.names.setdefault(sql, f"{self.prefix}{len(self.names)}")

    def selected(self) -> list[str]:
        return [f"{sql} AS {name}" for sql, name in self.names.items()]


class _Writer:
    def __init__(self, scan: Scan, dialect: Dialect, period_count: int, kept: frozenset[str]) -> None:
        self.scan, self.dialect = scan, dialect
        homes, views = related_views(scan, dialect)
        if any(not view.by_period and view.name not in kept for view in views):
            raise NotInSetsError
        self.related: RelatedHome = {key: home for key, home in homes.items() if not home[2]}
        every = f"CAST({2**period_count - 1} AS HUGEINT)"
        self.calendars = Calendars(dialect, self.related, every=every)
        self.has_person = tables.TABLES_BY_NAME[scan.table].is_about_a_person
        self.types: dict[str, LabelType | None] = {
            name: label_type(expression, dialect) for name, expression in scan.dimensions
        }
        self.authority = authority_type(scan.table, dialect)
        self.people = None
        if self.has_person:
            self.people = about_people(scan, dialect, self.types, self.related)
        self.carried = _Columns("c")
        self.left_over = False
        """Whether a count of children has a condition that can be looked at only beside each period."""

    def query(self) -> SetQuery:
        base = self._base()
        related = related_steps(self._looks(), self.dialect, self.calendars, self.related)
        rows, flagged, repeated = self._rows_and_flagged(
            related, "base" if related.steps else f"(\n{base}\n  ) AS base"
        )
        steps = [
            *self.calendars.steps(),
            *([("latest", latest_step(self.scan.table, self.scan.clock, self.dialect))] if self._is_register() else []),
            # A step that only one other reads is written inside it.
            *([("base", base), *related.steps] if related.steps else []),
            ("rows", rows),
            ("spread", SPREAD),
            *((f"children_{i}", children_step(i)) for i in repeated),
            ("flagged", flagged),
        ]
        wanted = (self.authority, *self.types.values(), *related.types.values())
        types = {item.name: item for item in wanted if item is not None}
        last = totals_sql(self.scan, self.dialect, repeated, constant=self._constant())
        return SetQuery(tuple(steps), last, tuple(types.values()), self.people)

    def _constant(self) -> frozenset[str] | None:
        """The breakdowns in which all rows of a child fall into one group, where its first row can speak for it."""
        if self.left_over:
            return None
        return self.people.groups if self.people else frozenset()

    def _is_register(self) -> bool:
        return isinstance(self.scan.clock, InLatestSnapshot)

    def _looks(self) -> list[ex.Related]:
        """Every look at related rows that changes with the period; it must be said about the row itself."""
        found: dict[ex.Related, None] = {}
        for expression in expressions_of(self.scan):
            for node in ex.walk_here(expression):
                if isinstance(node, ex.Lookup) and ex.depends_on_period(node):
                    raise NotInSetsError
                if isinstance(node, ex.Related) and ex.depends_on_period(node):
                    found[node] = None
        return list(found)

    def _base(self) -> str:
        scan = self.scan
        stage = SetStage(self.dialect, self.calendars, table=scan.table, row="r", related=self.related)
        register = ""
        if isinstance(scan.clock, InLatestSnapshot):
            clock = "latest.clock"
            register = (
                "\n  JOIN latest ON latest.authority_code = r.authority_code "
                f"AND latest.taken_on = r.{scan.clock.taken_on.name}"
            )
        elif isinstance(scan.clock, EveryRow):
            clock = self.calendars.every
        else:
            clock = stage.period_set(clock_condition(scan.clock))
        wanted = [of_own_columns(total.cohort, stage) for total in scan.totals]
        where = "" if None in wanted else " AND (" + " OR ".join(dict.fromkeys(filter(None, wanted))) + ")"
        names = {"row_id", "authority_code"} | own_columns(scan) | ({"person_id"} if self.has_person else set())
        listed = ", ".join(f"r.{name}" for name in sorted(names))
        return (
            f"  SELECT {listed}, {clock} AS clock\n  FROM {scan.table} AS r{register}{stage.join_sql()}\n"
            f"  WHERE {clock} <> 0{where}"
        )

    def _rows_and_flagged(self, related: RelatedSteps, source: str) -> tuple[str, str, tuple[int, ...]]:
        scan, dialect = self.scan, self.dialect
        row = SetStage(
            dialect,
            self.calendars,
            table=scan.table,
            row="base",
            related=self.related,
            sets=related.sets,
            known=self.people.known if self.people else {},
        )
        known: dict[ex.Expression, str] = {}
        place = PeriodStage(dialect, table=scan.table, row="rows", related={}, period="p", known=known)
        sets, rest = [], []
        for total in scan.totals:
            held, left = ["base.clock"], []
            for term in total.cohort.only:
                try:
                    held.append(row.period_set(term))
                except NotInSetsError:
                    left.append(term)
            sets.append(" & ".join(held))
            rest.append(left)
            self.left_over |= bool(left) and total.kind is TotalKind.CHILDREN
        columns = ["rows.authority_code", "p.period"]
        fixed, free = [], []
        for name, expression in scan.dimensions:
            if ex.depends_on_period(expression):
                self._know(expression, row, place, known, related)
                free.append((name, expression))
            else:
                fixed.append(f"{self._label(name, expression, row, {})} AS {name}")
        for total, left in zip(scan.totals, rest, strict=True):
            for node in (*left, *(() if total.value is None else (total.value,))):
                self._know(node, row, place, known, related)
        for name, expression in scan.dimensions:
            if (name, expression) in free:
                columns.append(f"{self._label(name, expression, place, related.types)} AS {name}")
            else:
                columns.append(f"rows.{name}")
        repeated = tuple(i for i, total in enumerate(scan.totals) if total.kind is TotalKind.CHILDREN)
        for i, (total, left) in enumerate(zip(scan.totals, rest, strict=True)):
            terms = [f"(rows.s{i} & p.bit) <> 0", *map(place.sql, left)]
            columns.append(f"({' AND '.join(terms)}) AS t{i}")
            if total.value is not None:
                columns.append(f"CAST({place.sql(total.value)} AS BIGINT) AS v{i}")
            if i in repeated:
                child = "rows.person_id IS NOT NULL"
                columns.append(f"{child} AND (children_{i}.again & p.bit) = 0 AS once{i}")
                columns.append(f"{child} AND (children_{i}.before & p.bit) = 0 AS first{i}")
                columns.append(f"CASE WHEN {child} THEN children_{i}.child END AS child{i}")
        children = "".join(f"\n  JOIN children_{i} ON children_{i}.row_id = rows.row_id" for i in repeated)
        flagged = (
            f"  SELECT\n    {_lines(columns)}\n  FROM rows{children}\n  JOIN spread AS p ON p.held = rows.held"
            f"{self._drawn_joins(known, related)}{place.join_sql()}"
        )
        return self._rows(row, source, sets, fixed, bool(repeated)), flagged, repeated

    def _rows(self, row: SetStage, source: str, sets: list[str], fixed: list[str], counts_children: bool) -> str:
        listed = [
            "base.row_id",
            f"CAST(base.authority_code AS {self.authority.name}) AS authority_code",
            *fixed,
            *self.carried.selected(),
            *(f"{sql} AS s{i}" for i, sql in enumerate(sets)),
        ]
        if counts_children:
            person = "base.person_id" if self.has_person else f"CAST(NULL AS {self.dialect.text_type})"
            listed.append(f"{person} AS person_id")
        some = " | ".join(f"s{i}" for i in range(len(sets)))
        people = ""
        if self.people:
            people = (
                f"\n  LEFT JOIN {self.people.name} AS about ON about.about_authority = base.authority_code "
                "AND about.about_person = base.person_id"
            )
        return (
            f"  SELECT *, {some} AS held FROM (\n  SELECT\n    {_lines(listed)}\n"
            f"  FROM {source}{people}{row.join_sql()}\n  )"
        )

    def _label(
        self, name: str, expression: ex.Expression, stage: Stage, drawn: Mapping[ex.Expression, LabelType]
    ) -> str:
        kind = self.types[name]
        literal = self.dialect.literal(NOT_RECORDED)
        if kind is not None and self.people and name in self.people.groups:
            return f"COALESCE({stage.sql(expression)}, CAST({literal} AS {kind.name}))"
        if kind is None:
            return f"COALESCE(CAST({stage.sql(expression)} AS {self.dialect.text_type}), {literal})"
        group = stage.sql(expression) if drawn.get(expression) == kind else label_sql(expression, stage, kind.name)
        return f"COALESCE({group}, CAST({literal} AS {kind.name}))"

    def _know(
        self,
        node: ex.Expression,
        row: SetStage,
        place: PeriodStage,
        known: dict[ex.Expression, str],
        related: RelatedSteps,
    ) -> None:
        """Have every part of an expression that one look at the row settles carried in a column of `rows`."""
        match node:
            case ex.Literal() | ex.PeriodDay() | ex.Standard(on=None):
                return
            case _ if not ex.depends_on_period(node):
                known[node] = f"rows.{self.carried.name(row.sql(node))}"
            case ex.AgeOn(born, ex.PeriodDay() as on) if not ex.depends_on_period(born):
                number = f"rows.{self.carried.name(place.day_number(row.sql(born)))}"
                known[node] = place.whole_years(number, place.day_number(place.sql(on)))
            case ex.Related("exists"):
                known[node] = f"((rows.{self.carried.name(row.set_column(node))} & p.bit) <> 0)"
            case ex.Related(kind):
                view, column = related.drawn[node]
                known[node] = f"COALESCE({view}.{column}, 0)" if kind in ("count", "different") else f"{view}.{column}"
            case _:
                for part in ex.children_of(node):
                    self._know(part, row, place, known, related)

    def _drawn_joins(self, known: dict[ex.Expression, str], related: RelatedSteps) -> str:
        views = dict.fromkeys(related.drawn[node][0] for node in known if node in related.drawn)
        return "".join(
            f"\n  LEFT JOIN {view} ON {view}.row_id = rows.row_id AND {view}.period = p.period" for view in views
        )


def _lines(columns: list[str]) -> str:
    return ",\n    ".join(columns)
