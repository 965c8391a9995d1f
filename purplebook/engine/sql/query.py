"""Writes one scan as one SQL query, with each step named in plain words.

place      every row once for each period it counts in
related_…  values drawn from other rows, for each row (and period) that asks for them
flagged    for each row and period: its group in every breakdown, and whether it belongs to each total
at last    the totals of every group, all periods and breakdowns at once
"""

from __future__ import annotations

from purplebook import tables
from purplebook.engine.plan import Scan
from purplebook.engine.sql.dialect import ONLY, Dialect
from purplebook.engine.sql.stage import Stage
from purplebook.language import expressions as ex
from purplebook.language.measures import Clock, During, InLatestSnapshot, OpenAtEnd, Total, TotalKind

NOT_RECORDED = "Not recorded"

RelatedHome = dict[tuple[str, ex.Related], tuple[str, str, bool]]


def totals_query(scan: Scan, dialect: Dialect) -> str:
    """The query whose rows are authority_code, period, each breakdown (null where not divided by it), t0, t1 …"""
    names = [name for name, _ in scan.dimensions]
    outputs = ["authority_code", "period", *names]
    outputs += [f"{_output(i, total.kind, dialect)} AS t{i}" for i, total in enumerate(scan.totals)]
    groupings = ",\n  ".join("(" + ", ".join(("authority_code", "period", *names)) + ")" for names in scan.groupings)
    columns = ",\n  ".join(outputs)
    # The order makes a table of figures the same on every run and every machine.
    order = ", ".join(f"{name} NULLS FIRST" for name in ("authority_code", "period", *names))
    return (
        f"{_steps(scan, dialect)}\nSELECT\n  {columns}\nFROM flagged\n"
        f"GROUP BY GROUPING SETS (\n  {groupings}\n)\nORDER BY {order}"
    )


def rows_query(scan: Scan, total: Total, dialect: Dialect) -> str:
    """The query for the rows behind one total: authority_code, period, row_id, person_id, the breakdowns and the value.

    For a count of children it gives one row for each child: the one with the lowest row_id.
    """
    i = scan.totals.index(total)
    columns = ["authority_code", "period", "row_id", "person_id", *(name for name, _ in scan.dimensions)]
    if total.value is not None:
        columns.append(f"v{i} AS value")
    once = ""
    if total.kind is TotalKind.CHILDREN:
        once = " AND person_id IS NOT NULL"
        each_child = "PARTITION BY authority_code, period, person_id ORDER BY row_id NULLS LAST"
        once += f"\nQUALIFY ROW_NUMBER() OVER ({each_child}) = 1"
    listed = ",\n  ".join(columns)
    order = "ORDER BY authority_code, period, row_id"
    return f"{_steps(scan, dialect)}\nSELECT\n  {listed}\nFROM flagged\nWHERE t{i}{once}\n{order}"


def _output(i: int, kind: TotalKind, dialect: Dialect) -> str:
    match kind:
        case TotalKind.ROWS:
            return f"COUNT(*) FILTER (WHERE t{i})"
        case TotalKind.CHILDREN:
            return f"COUNT(DISTINCT person_id) FILTER (WHERE t{i})"
        case TotalKind.SUM:
            return f"CAST(SUM(v{i}) FILTER (WHERE t{i}) AS BIGINT)"
        case TotalKind.MEDIAN:
            return f"CAST({dialect.twice_median(f'v{i}', f't{i}')} AS BIGINT)"


def _steps(scan: Scan, dialect: Dialect) -> str:
    """The WITH clause up to and including `flagged`."""
    homes, views = _related_views(scan, dialect)
    stage = Stage(dialect, table=scan.table, row="place", related=homes, period="place")
    has_person = tables.TABLES_BY_NAME[scan.table].is_about_a_person
    person_id = "place.person_id" if has_person else f"CAST(NULL AS {dialect.text_type})"
    columns = ["place.authority_code", "place.period", "place.row_id", f"{person_id} AS person_id"]
    for name, expression in scan.dimensions:
        label = dialect.literal(NOT_RECORDED)
        columns.append(f"COALESCE(CAST({stage.sql(expression)} AS {dialect.text_type}), {label}) AS {name}")
    for i, total in enumerate(scan.totals):
        only = " AND ".join(map(stage.sql, total.cohort.only)) or "TRUE"
        columns.append(f"({only}) AS t{i}")
        if total.value is not None:
            columns.append(f"CAST({stage.sql(total.value)} AS BIGINT) AS v{i}")
    listed = ",\n    ".join(columns)
    flagged = f"flagged AS (\n  SELECT\n    {listed}\n  FROM place{stage.join_sql()}\n)"
    return "WITH " + ", ".join([_place(scan, dialect), *views, flagged])


def _place(scan: Scan, dialect: Dialect) -> str:
    wanted = {"row_id", "authority_code"} | _own_columns(scan)
    if tables.TABLES_BY_NAME[scan.table].is_about_a_person:
        wanted.add("person_id")
    columns = ", ".join(f"r.{name}" for name in sorted(wanted))
    return (
        f"place AS (\n  SELECT {columns}, p.period, p.first_day, p.last_day\n"
        f"  FROM {scan.table} AS r\n  JOIN {_clock(scan.table, scan.clock, dialect)}\n)"
    )


def _clock(table: str, clock: Clock, dialect: Dialect) -> str:
    """When a row counts: the join between rows and reporting periods."""
    match clock:
        case During(day, 0):
            return f"periods AS p ON r.{day.name} BETWEEN p.first_day AND p.last_day"
        case During(day, months_later):
            shifted = dialect.add_months(f"r.{day.name}", months_later)
            return f"periods AS p ON {shifted} BETWEEN p.first_day AND p.last_day"
        case OpenAtEnd(start, end):
            if end is None:
                return f"periods AS p ON r.{start.name} <= p.last_day"
            # A missing end must be asked for by name: GREATEST and LEAST skip nulls, and once put every such row in
            # every period.
            return (
                f"periods AS p ON r.{start.name} <= p.last_day AND (r.{end.name} IS NULL OR r.{end.name} > p.last_day)"
            )
        case InLatestSnapshot(taken):
            latest = (
                "SELECT taken.authority_code, periods.period, periods.first_day, periods.last_day, "
                "MAX(taken.taken_on) AS taken_on\n"
                f"    FROM (SELECT DISTINCT authority_code, {taken.name} AS taken_on FROM {table}) AS taken\n"
                "    JOIN periods ON taken.taken_on <= periods.last_day\n    GROUP BY ALL"
            )
            return f"(\n    {latest}\n  ) AS p ON p.authority_code = r.authority_code AND p.taken_on = r.{taken.name}"


def _expressions(scan: Scan) -> list[ex.Expression]:
    found = [expression for _, expression in scan.dimensions]
    for total in scan.totals:
        found += total.cohort.only
        if total.value is not None:
            found.append(total.value)
    return found


def _own_columns(scan: Scan) -> set[str]:
    """The columns of the scanned table that any expression reads, on the row itself or as "this row"."""
    names: set[str] = set()
    for expression in _expressions(scan):
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


def _related_views(scan: Scan, dialect: Dialect) -> tuple[RelatedHome, list[str]]:
    """Write a view for each way in which rows are related, holding every value drawn that way."""
    groups: dict[tuple[str, str, str, str, bool, int], list[ex.Related]] = {}
    for expression in _expressions(scan):
        _collect(expression, scan.table, groups)
    homes: RelatedHome = {}
    views: list[str] = []
    # What is nested inside another related row must be written before it.
    for number, (key, nodes) in enumerate(sorted(groups.items(), key=lambda item: item[0][5])):
        root, *_, by_period, _ = key
        name = f"related_{number}"
        views.append(_related_view(name, root, nodes, homes, dialect, by_period))
        for i, node in enumerate(nodes):
            homes[root, node] = (name, f"x{i}", by_period)
    return homes, views


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


def _related_view(
    name: str, root: str, nodes: list[ex.Related], homes: RelatedHome, dialect: Dialect, by_period: bool
) -> str:
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
    keys = "this.row_id, this.period" if by_period else "this.row_id"
    listed = ",\n    ".join([keys, *columns])
    return (
        f"{name} AS (\n  SELECT\n    {listed}\n  FROM {'place' if by_period else root} AS this\n"
        f"  JOIN {rows.table} AS other ON other.authority_code = this.authority_code "
        f"AND other.{rows.theirs} = this.{rows.ours}{stage.join_sql()}{where}\n  GROUP BY {keys}\n)"
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
        case "earliest":
            return f"MIN({value}){ONLY}"
        case "latest":
            return f"MAX({value}){ONLY}"
    assert node.by is not None
    return dialect.last_by(value, stage.sql(node.by))
