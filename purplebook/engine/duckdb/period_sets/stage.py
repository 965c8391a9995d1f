"""Writes conditions as sets of periods."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from purplebook.engine.duckdb.period_sets.source import only_source
from purplebook.engine.sql.dialect import Dialect
from purplebook.engine.sql.related import RelatedHome
from purplebook.engine.sql.stage import Stage
from purplebook.language import expressions as ex

MOST_PERIODS = 120
"""How many periods one query can serve: a HUGEINT has 127 bits beside its sign."""

NONE = "CAST(0 AS HUGEINT)"


class NotInSetsError(Exception):
    """This cannot be said in sets of periods; the plain query can say it."""


class PeriodStage(Stage):
    """A stage that stands beside the table of periods and takes what is known of their days from there."""

    def _working_day(self, day: str) -> str:
        for end in ("first", "last"):
            if day == f"{self.period}.{end}_day":
                return f"{self.period}.{end}_working_day"
        return super()._working_day(day)

    def _age(self, born: str, on: str) -> str:
        return self.whole_years(self.day_number(born), self.day_number(on))

    def whole_years(self, born: str, on: str) -> str:
        """Completed years between two days that are written as whole numbers."""
        # 20150831 - 20070901 = 79930: seven whole years of ten thousand.  The added thousands of years keep the
        # number above nought, where whole division rounds down.
        return f"(({on} - {born} + 100000000) // 10000 - 10000)"

    def day_number(self, day: str) -> str:
        """A day as a whole number: 31 August 2015 is 20150831."""
        for end in ("first", "last"):
            if day == f"{self.period}.{end}_day":
                return f"{self.period}.{end}_number"
        return f"(YEAR({day}) * 10000 + MONTH({day}) * 100 + DAY({day}))"


class Calendars:
    """For every value that conditions about periods read: in which periods they hold, decided once for each value.

    `every` is the set of all periods of the run.
    """

    def __init__(self, dialect: Dialect, related: RelatedHome, *, every: str) -> None:
        self.dialect, self.related, self.every = dialect, related, every
        self._asked: dict[tuple[str, ex.Expression], dict[tuple[ex.Expression, bool], str]] = {}

    def column(self, table: str, source: ex.Expression, node: ex.Expression, *, want: bool) -> tuple[str, str]:
        """The step and the column that hold the periods in which `node` is true, or false where `want` is False."""
        asked = self._asked.setdefault((table, source), {})
        name = f"holds_{list(self._asked).index((table, source))}"
        return name, asked.setdefault((node, want), f"h{len(asked)}")

    def steps(self) -> list[tuple[str, str]]:
        """Every step with its SQL."""
        return [
            (f"holds_{number}", self._step(table, source, asked))
            for number, ((table, source), asked) in enumerate(self._asked.items())
        ]

    def _step(self, table: str, source: ex.Expression, asked: Mapping[tuple[ex.Expression, bool], str]) -> str:
        rows = Stage(self.dialect, table=table, row="other", related=self.related)
        value = rows.sql(source)
        stage = PeriodStage(
            self.dialect, table=table, row="other", related={}, period="p", known={source: "seen.value"}
        )
        columns = []
        for (node, want), name in asked.items():
            condition = stage.sql(node)
            columns.append(f"BIT_OR(p.bit) FILTER (WHERE {condition if want else f'NOT {condition}'}) AS {name}")
        listed = ",\n    ".join(["seen.value", *columns])
        seen = f"(SELECT DISTINCT {value} AS value FROM {table} AS other{rows.join_sql()}) AS seen"
        # What is looked up for a value alone is looked up before the value stands beside every period.
        joins = "\n  CROSS JOIN some_periods AS p" + stage.join_sql()
        if "p." not in stage.join_sql():
            joins = stage.join_sql() + "\n  CROSS JOIN some_periods AS p"
        return f"  SELECT\n    {listed}\n  FROM {seen}{joins}\n  GROUP BY seen.value"


class SetStage(Stage):
    """One SELECT over rows, as `Stage`, that can also say in which periods a condition is true of a row.

    `sets` names the columns that hold sets worked out already.
    """

    def __init__(
        self,
        dialect: Dialect,
        calendars: Calendars,
        *,
        table: str,
        row: str,
        related: RelatedHome,
        this: str | None = None,
        sets: Mapping[ex.Expression, tuple[str, str]] | None = None,
        known: Mapping[ex.Expression, str] | None = None,
    ) -> None:
        super().__init__(dialect, table=table, row=row, related=related, this=this, known=known)
        self.calendars, self.sets = calendars, sets or {}

    def period_set(self, node: ex.Expression, *, want: bool = True) -> str:
        """The periods in which a condition is true, or false where `want` is False; NotInSetsError."""
        if not ex.depends_on_period(node):
            condition = self.sql(node)
            return f"CASE WHEN {condition if want else f'NOT {condition}'} THEN {self.calendars.every} ELSE {NONE} END"
        if only_source(node) is not None:
            return self._decided(node, want)
        match node:
            case ex.Called(source):
                return self.period_set(source, want=want)
            case ex.Not(source):
                return self.period_set(source, want=not want)
            case ex.AllOf(terms) | ex.AnyOf(terms):
                sign = " & " if isinstance(node, ex.AllOf) == want else " | "
                return "(" + sign.join(self.period_set(term, want=want) for term in terms) + ")"
            case ex.Related("exists"):
                # That something exists is never undecided.
                held = self.set_column(node)
                return held if want else f"XOR({held}, {self.calendars.every})"
        raise NotInSetsError

    def set_column(self, node: ex.Expression) -> str:
        """The set that was worked out for a look at related rows."""
        if node not in self.sets:
            raise NotInSetsError
        view, column = self.sets[node]
        alias = self._join(("set", view), "held", view, f"{{alias}}.row_id = {self.row}.row_id")
        return f"COALESCE({alias}.{column}, {NONE})"

    def _decided(self, node: ex.Expression, want: bool) -> str:
        source = only_source(node)
        match source:
            case None:
                raise NotInSetsError
            case ex.ThisRow(column):
                table, seen = column.table, column
            case ex.Column(table, _):
                seen = source
            case _:
                table, seen = self.table, source
        if seen is not source:
            node = _with(node, source, seen)
        if any(isinstance(part, ex.ThisRow) for part in ex.walk_here(node)):
            raise NotInSetsError
        view, name = self.calendars.column(table, seen, node, want=want)
        value = self.sql(source)
        alias = self._join(("holds", view, value), "holds", view, f"{{alias}}.value = {value}")
        return f"COALESCE({alias}.{name}, {NONE})"


def _with(node: ex.Expression, old: ex.Expression, new: ex.Expression) -> ex.Expression:
    """The same expression with one part for another."""
    if node == old:
        return new
    changed = {}
    for field in dataclasses.fields(node):  # type: ignore[arg-type]
        value = getattr(node, field.name)
        if isinstance(value, ex.Expression):
            changed[field.name] = _with(value, old, new)
        elif isinstance(value, tuple):
            changed[field.name] = tuple(_with(v, old, new) if isinstance(v, ex.Expression) else v for v in value)
    return dataclasses.replace(node, **changed)  # type: ignore[type-var]
