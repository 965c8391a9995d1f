"""Writes expressions about the rows of one place in a query, and collects the joins that they need there."""

from __future__ import annotations

from functools import singledispatchmethod

from purplebook import tables
from purplebook.engine.sql.dialect import Dialect
from purplebook.language import expressions as ex


class Stage:
    """One SELECT over rows named `row`; inside related rows, `this` names the row being counted.

    `related` tells where the value of each `Related` expression of a table is kept: (view, column, whether the view
    has a row for each period).
    """

    def __init__(
        self,
        dialect: Dialect,
        *,
        table: str,
        row: str,
        related: dict[tuple[str, ex.Related], tuple[str, str, bool]],
        this: str | None = None,
        period: str | None = None,
    ) -> None:
        self.dialect, self.table, self.row, self.this, self.period = dialect, table, row, this, period
        self.related = related
        self.joins: list[str] = []
        self._aliases: dict[tuple[str, ...], str] = {}

    def join_sql(self) -> str:
        """The joins that the expressions written so far need, one to a line."""
        return "".join(f"\n  LEFT JOIN {sql}" for sql in self.joins)

    def _join(self, key: tuple[str, ...], prefix: str, table: str, condition: str) -> str:
        """Join `table` once for each different key; return its alias.  `condition` speaks of the alias as {alias}."""
        alias = self._aliases.get(key)
        if alias is None:
            alias = self._aliases[key] = f"{prefix}_{len(self._aliases)}"
            self.joins.append(f"{table} AS {alias} ON " + condition.format(alias=alias))
        return alias

    @singledispatchmethod
    def sql(self, node: ex.Expression) -> str:
        """The SQL for an expression."""
        raise NotImplementedError(f"{type(node).__name__} cannot be written as SQL.")

    @sql.register
    def _(self, node: ex.Literal) -> str:
        return self.dialect.literal(node.value)

    @sql.register
    def _(self, node: ex.Column) -> str:
        if node.table == self.table:
            return f"{self.row}.{node.name}"
        # A person's own columns may be named straight from any row about that person.
        return self.sql(ex.Lookup(node, ex.Column(self.table, "person_id", "link")))

    @sql.register
    def _(self, node: ex.ThisRow) -> str:
        return f"{self.this}.{node.column.name}"

    @sql.register
    def _(self, node: ex.PeriodDay) -> str:
        return f"{self.period}.{node.which}_day"

    @sql.register
    def _(self, node: ex.Standard) -> str:
        day = f"{self.period}.last_day" if node.on is None else self.sql(node.on)
        cases = " ".join(
            f"WHEN {day} >= {self.dialect.literal(since)} THEN {value}" for since, value in reversed(node.values)
        )
        return f"CASE {cases} END"

    @sql.register
    def _(self, node: ex.Compare) -> str:
        return f"({self.sql(node.left)} {node.op} {self.sql(node.right)})"

    @sql.register
    def _(self, node: ex.IsIn) -> str:
        return f"({self.sql(node.source)} IN ({self._list(node.values)}))"

    @sql.register
    def _(self, node: ex.IsNot) -> str:
        source = self.sql(node.source)
        return f"({source} IS NULL OR {source} NOT IN ({self._list(node.values)}))"

    def _list(self, values: tuple) -> str:
        return ", ".join(map(self.dialect.literal, values))

    @sql.register
    def _(self, node: ex.IsMissing) -> str:
        return f"({self.sql(node.source)} IS NULL)"

    @sql.register
    def _(self, node: ex.Contains) -> str:
        return self.dialect.list_contains(self.sql(node.source), self.dialect.literal(node.value))

    @sql.register
    def _(self, node: ex.Not) -> str:
        return f"(NOT {self.sql(node.source)})"

    @sql.register
    def _(self, node: ex.Called) -> str:
        return self.sql(node.source)

    @sql.register
    def _(self, node: ex.AllOf) -> str:
        return "(" + " AND ".join(map(self.sql, node.terms)) + ")"

    @sql.register
    def _(self, node: ex.AnyOf) -> str:
        return "(" + " OR ".join(map(self.sql, node.terms)) + ")"

    @sql.register
    def _(self, node: ex.AddMonths) -> str:
        months = str(node.months) if isinstance(node.months, int) else self.sql(node.months)
        return self.dialect.add_months(self.sql(node.source), months)

    @sql.register
    def _(self, node: ex.DaysBetween) -> str:
        return self.dialect.days_between(self.sql(node.start), self.sql(node.end))

    @sql.register
    def _(self, node: ex.WorkingDaysBetween) -> str:
        start, end = (self._working_day(self.sql(day)) for day in (node.start, node.end))
        return f"({end} - {start})"

    def _working_day(self, day: str) -> str:
        alias = self._join(("working day", day), "workday", "days", f"{{alias}}.day = {day}")
        return f"{alias}.working_day"

    @sql.register
    def _(self, node: ex.AgeOn) -> str:
        return self._age(self.sql(node.born), self.sql(node.on))

    def _age(self, born: str, on: str) -> str:
        # Month and day as one number: 29 February comes after 28 February and before 1 March in every year.
        before_birthday = f"MONTH({on}) * 100 + DAY({on}) < MONTH({born}) * 100 + DAY({born})"
        return f"(YEAR({on}) - YEAR({born}) - CASE WHEN {before_birthday} THEN 1 ELSE 0 END)"

    @sql.register
    def _(self, node: ex.ReturnYear) -> str:
        day = self.sql(node.source)
        return f"(YEAR({day}) + CASE WHEN MONTH({day}) >= 4 THEN 1 ELSE 0 END)"

    @sql.register
    def _(self, node: ex.Hundredths) -> str:
        # The column has two decimal places, so nothing is rounded.
        return f"CAST({self.sql(node.source)} * 100 AS BIGINT)"

    @sql.register
    def _(self, node: ex.Band) -> str:
        source, literal, labels = self.sql(node.source), self.dialect.literal, band_labels(node.edges)
        cases = [
            f"WHEN {source} < {edge} THEN {literal(label)}" for edge, label in zip(node.edges, labels, strict=False)
        ]
        return f"CASE {' '.join(cases)} WHEN {source} >= {node.edges[-1]} THEN {literal(labels[-1])} END"

    @sql.register
    def _(self, node: ex.AtLeast) -> str:
        source = self.sql(node.source)
        return f"CASE WHEN {source} < {node.minimum} THEN {node.minimum} ELSE {source} END"

    @sql.register
    def _(self, node: ex.Relabelled) -> str:
        source, literal = self.sql(node.source), self.dialect.literal
        cases = " ".join(f"WHEN {literal(code)} THEN {literal(label)}" for code, label in node.pairs)
        labelled = f"CASE {source} {cases} ELSE {literal(node.otherwise)} END" if cases else literal(node.otherwise)
        return f"CASE WHEN {source} IS NOT NULL THEN {labelled} END"

    @sql.register
    def _(self, node: ex.When) -> str:
        # DuckDB 2.0 cannot compare a CASE that is one fixed text or nothing with another text.
        return f"NULLIF(CASE WHEN {self.sql(node.condition)} THEN {self.dialect.literal(node.label)} ELSE '' END, '')"

    @sql.register
    def _(self, node: ex.FirstOf) -> str:
        return f"COALESCE({', '.join(map(self.sql, node.terms))})"

    @sql.register
    def _(self, node: ex.Lookup) -> str:
        target = tables.TABLES_BY_NAME[tables.TABLES_BY_NAME[node.by.table].column(node.by.name).to or ""]
        alias = self._join(
            ("look-up", target.name, self.row, node.by.name),
            target.name,
            target.name,
            f"{{alias}}.authority_code = {self.row}.authority_code "
            f"AND {{alias}}.{target.key[0]} = {self.row}.{node.by.name}",
        )
        inner = Stage(
            self.dialect, table=target.name, row=alias, related=self.related, this=self.this, period=self.period
        )
        # What the looked-up value needs in turn is joined here, after the look-up itself.
        inner.joins, inner._aliases = self.joins, self._aliases
        value = inner.sql(node.value)
        if isinstance(node.value, ex.Column):
            return value
        # With no row to look at nothing is known: "is missing", a count or a fixed day would otherwise have a value.
        return f"CASE WHEN {alias}.{target.key[0]} IS NOT NULL THEN {value} END"

    @sql.register
    def _(self, node: ex.Related) -> str:
        view, column, by_period = self.related[self.table, node]
        key = "place_id" if by_period else "row_id"
        on = f"{{alias}}.{key} = {self.row}.{key}"
        alias = self._join(("related", view, self.row), "drawn", view, on)
        value = f"{alias}.{column}"
        match node.kind:
            case "exists":
                return f"COALESCE({value}, FALSE)"
            case "count" | "different":
                return f"COALESCE({value}, 0)"
        return value


def band_labels(edges: tuple[int, ...]) -> tuple[str, ...]:
    """The names of the bands between the edges, the lowest first."""
    names, low = [], None
    for edge in edges:
        names.append(f"Under {edge}" if low is None else f"{low}" if edge - low == 1 else f"{low} to {edge - 1}")
        low = edge
    return (*names, f"{low} and over")
