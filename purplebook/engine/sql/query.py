"""Writes one scan as one SQL query, with each step named in plain words.

place      every row once for each period it counts in
related_…  values drawn from other rows, for each row (and period) that asks for them
flagged    for each row and period: its group in every breakdown, and whether it belongs to each total
at last    the totals of every group, all periods and breakdowns at once
"""

from __future__ import annotations

from purplebook import tables
from purplebook.engine.plan import Scan
from purplebook.engine.sql.dialect import Dialect
from purplebook.engine.sql.related import PLACE_ID, View, own_columns, related_views
from purplebook.engine.sql.stage import Stage
from purplebook.language.measures import (
    Clock,
    During,
    EveryRow,
    InLatestSnapshot,
    OpenAtEnd,
    OpenDuring,
    Total,
    TotalKind,
)

NOT_RECORDED = "Not recorded"


def shared_views(scan: Scan, dialect: Dialect) -> tuple[View, ...]:
    """The steps of the query that do not depend on the periods, which an engine may work out once and keep."""
    return tuple(view for view in related_views(scan, dialect)[1] if not view.by_period)


def totals_query(scan: Scan, dialect: Dialect, *, kept: frozenset[str] = frozenset()) -> str:
    """The query whose rows are authority_code, period, each breakdown (null where not divided by it), t0, t1 …

    `kept` names shared views that are in the database already; without them the query stands on its own.
    """
    names = [name for name, _ in scan.dimensions]
    outputs = ["authority_code", "period", *names]
    outputs += [f"{_output(i, total.kind, dialect)} AS t{i}" for i, total in enumerate(scan.totals)]
    groupings = ",\n  ".join("(" + ", ".join(("authority_code", "period", *names)) + ")" for names in scan.groupings)
    columns = ",\n  ".join(outputs)
    return (
        f"{_steps(scan, dialect, kept)}\nSELECT\n  {columns}\nFROM flagged\nGROUP BY GROUPING SETS (\n  {groupings}\n)"
    )


def rows_query(scan: Scan, total: Total, dialect: Dialect, *, kept: frozenset[str] = frozenset()) -> str:
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
    return f"{_steps(scan, dialect, kept)}\nSELECT\n  {listed}\nFROM flagged\nWHERE t{i}{once}\n{order}"


def person_query(scan: Scan, dialect: Dialect, *, authority_code: str, person_id: str) -> str:
    """The query whose one row says, for each total of the scan, how many of its rows are about one person.

    The rows are those of `rows_query`; a count of children counts a person once.
    """
    counts = [f"COUNT(*) FILTER (WHERE t{i})" for i in range(len(scan.totals))]
    columns = [
        f"{f'LEAST({count}, 1)' if total.kind is TotalKind.CHILDREN else count} AS t{i}"
        for i, (total, count) in enumerate(zip(scan.totals, counts, strict=True))
    ]
    totals = ",\n  ".join(columns)
    person = f"authority_code = {dialect.literal(authority_code)} AND person_id = {dialect.literal(person_id)}"
    return f"{_steps(scan, dialect, frozenset())}\nSELECT\n  {totals}\nFROM flagged\nWHERE {person}"


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


def _steps(scan: Scan, dialect: Dialect, kept: frozenset[str]) -> str:
    """The WITH clause up to and including `flagged`, without the views that the engine keeps already."""
    homes, views = related_views(scan, dialect)
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
    steps = [f"{view.name} AS (\n{view.sql}\n)" for view in views if view.name not in kept]
    return "WITH " + ", ".join([_place(scan, dialect), *steps, flagged])


def _place(scan: Scan, dialect: Dialect) -> str:
    wanted = {"row_id", "authority_code"} | own_columns(scan)
    if tables.TABLES_BY_NAME[scan.table].is_about_a_person:
        wanted.add("person_id")
    columns = ", ".join(f"r.{name}" for name in sorted(wanted))
    return (
        f"place AS (\n  SELECT {columns}, {PLACE_ID} AS place_id, p.period, p.first_day, p.last_day\n"
        f"  FROM {scan.table} AS r\n  JOIN {_clock(scan.table, scan.clock, dialect)}\n)"
    )


def _clock(table: str, clock: Clock, dialect: Dialect) -> str:
    """When a row counts: the join between rows and reporting periods."""
    match clock:
        case During(day, 0):
            return f"periods AS p ON r.{day.name} BETWEEN p.first_day AND p.last_day"
        case During(day, months_later):
            shifted = dialect.add_months(f"r.{day.name}", str(months_later))
            return f"periods AS p ON {shifted} BETWEEN p.first_day AND p.last_day"
        case OpenAtEnd(start, end):
            if end is None:
                return f"periods AS p ON r.{start.name} <= p.last_day"
            # A missing end must be asked for by name: GREATEST and LEAST skip nulls, and once put every such row in
            # every period.
            return (
                f"periods AS p ON r.{start.name} <= p.last_day AND (r.{end.name} IS NULL OR r.{end.name} > p.last_day)"
            )
        case OpenDuring(start, end):
            ended = f"r.{end.name}"
            return f"periods AS p ON r.{start.name} <= p.last_day AND ({ended} IS NULL OR {ended} >= p.first_day)"
        case EveryRow():
            return "periods AS p ON TRUE"
        case InLatestSnapshot(taken, among):
            stage = Stage(dialect, table=table, row=table, related={})
            only = " AND ".join([f"{table}.{taken.name} IS NOT NULL", *map(stage.sql, among)])
            latest = (
                "SELECT taken.authority_code, periods.period, periods.first_day, periods.last_day, "
                "MAX(taken.taken_on) AS taken_on\n"
                f"    FROM (SELECT DISTINCT authority_code, {taken.name} AS taken_on\n"
                f"      FROM {table} WHERE {only}) AS taken\n"
                "    JOIN periods ON taken.taken_on <= periods.last_day\n    GROUP BY ALL"
            )
            return f"(\n    {latest}\n  ) AS p ON p.authority_code = r.authority_code AND p.taken_on = r.{taken.name}"
