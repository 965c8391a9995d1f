"""Writes the views that draw values from related rows: one for each way in which rows are related."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from purplebook import tables
from purplebook.engine.plan import Scan
from purplebook.engine.sql.dialect import ONLY, Dialect
from purplebook.engine.sql.stage import Stage
from purplebook.language import expressions as ex

RelatedHome = dict[tuple[str, ex.Related], tuple[str, str, bool]]
"""Where each related value of a table is kept: the view, the column, and whether it has a row for each period."""


PLACE_ID = "r.row_id * 100000 + p.period"
"""One number for a row in a period, which joins faster than the two; no run has 100,000 periods."""


@dataclass(frozen=True)
class View:
    """One step of a query.  `by_period` tells whether it depends on the periods, and so on this query alone."""

    name: str
    sql: str
    by_period: bool


def expressions_of(scan: Scan) -> list[ex.Expression]:
    """Everything that a scan's breakdowns, conditions and values say of a row."""
    expressions = [expression for _, expression in scan.dimensions]
    for total in scan.totals:
        expressions += total.cohort.only
        if total.value is not None:
            expressions.append(total.value)
    return expressions


def own_columns(scan: Scan) -> set[str]:
    """The columns of the scanned table that any expression reads, on the row itself or as "this row"."""
    names: set[str] = set()
    for expression in expressions_of(scan):
        for node in ex.walk_here(expression):
            match node:
                case ex.Column(table, name) if table == scan.table:
                    names.add(name)
                case ex.Related(_, rows):
                    names.add(rows.ours)
                    names |= {
                        part.column.name
                        for part in ex.walk(node)
                        if isinstance(part, ex.ThisRow) and part.column.table == scan.table
                    }
    return names


def related_views(scan: Scan, dialect: Dialect) -> tuple[RelatedHome, tuple[View, ...]]:
    """A view for each way in which rows are related, holding every value drawn that way, in the order they need."""
    groups: dict[tuple[str, str, str, str, bool, int], list[ex.Related]] = {}
    for expression in expressions_of(scan):
        _collect(expression, scan.table, groups)
    homes: RelatedHome = {}
    views: list[View] = []
    # What is nested inside another related row must be written before it.
    for number, (key, nodes) in enumerate(sorted(groups.items(), key=lambda item: item[0][5])):
        root, *_, by_period, _ = key
        sql = _related_view(root, nodes, homes, dialect, by_period)
        # A view that does not change with the period is the same in every query, and its name says so.
        name = f"related_{number}" if by_period else f"drawn_from_{root}_{sha256(sql.encode()).hexdigest()[:8]}"
        views.append(View(name, sql, by_period))
        for i, node in enumerate(nodes):
            homes[root, node] = (name, f"x{i}", by_period)
    return homes, tuple(views)


def _collect(
    node: ex.Expression, root: str, groups: dict[tuple[str, str, str, str, bool, int], list[ex.Related]]
) -> int:
    """Gather the related values in `node`, said about rows of `root`; return how deeply they are nested."""
    match node:
        case ex.Related(_, rows, value, by):
            inside = [*rows.conditions, *(part for part in (value, by) if part is not None)]
            depth = 1 + max((_collect(part, rows.table, groups) for part in inside), default=0)
            key = (root, rows.table, rows.theirs, rows.ours, ex.depends_on_period(node), depth)
            members = groups.setdefault(key, [])
            if node not in members:
                members.append(node)
            return depth
        case ex.Lookup(value, by):
            target = tables.TABLES_BY_NAME[by.table].column(by.name).to or ""
            return _collect(value, target, groups)
    return max((_collect(part, root, groups) for part in ex.children_of(node)), default=0)


def _related_view(root: str, nodes: list[ex.Related], homes: RelatedHome, dialect: Dialect, by_period: bool) -> str:
    rows = nodes[0].rows
    stage = Stage(
        dialect, table=rows.table, row="other", this="this", related=homes, period="this" if by_period else None
    )
    conditions = [" AND ".join(map(stage.sql, node.rows.conditions)) or "TRUE" for node in nodes]
    columns = []
    for i, node in enumerate(nodes):
        only = "" if len(nodes) == 1 else f" FILTER (WHERE {conditions[i]})"
        columns.append(f"{_drawn(node, stage, dialect).replace(ONLY, only)} AS x{i}")
    where = f"\n  WHERE {conditions[0]}" if len(nodes) == 1 else ""
    keys = "this.place_id" if by_period else "this.row_id"
    listed = ",\n    ".join([keys, *columns])
    return (
        f"  SELECT\n    {listed}\n  FROM {'place' if by_period else root} AS this\n"
        f"  JOIN {rows.table} AS other ON other.authority_code = this.authority_code "
        f"AND other.{rows.theirs} = this.{rows.ours}{stage.join_sql()}{where}\n  GROUP BY {keys}"
    )


def _drawn(node: ex.Related, stage: Stage, dialect: Dialect) -> str:
    """The aggregate that draws one value from related rows, with a mark where its filter goes."""
    match node.kind:
        case "exists":
            return f"COUNT(*){ONLY} > 0"
        case "count":
            return f"COUNT(*){ONLY}"
    assert node.value is not None
    value = stage.sql(node.value)
    match node.kind:
        case "different":
            return f"COUNT(DISTINCT {value}){ONLY}"
        case "earliest":
            return f"MIN({value}){ONLY}"
        case "latest":
            return f"MAX({value}){ONLY}"
    assert node.by is not None
    return dialect.last_by(value, stage.sql(node.by))
