"""Writes the steps that draw from related rows what changes with the period."""

from __future__ import annotations

from dataclasses import dataclass

from purplebook.engine.duckdb.period_sets.labels import LabelType, label_type
from purplebook.engine.duckdb.period_sets.source import may_filter
from purplebook.engine.duckdb.period_sets.stage import NONE, Calendars, NotInSetsError, SetStage
from purplebook.engine.sql.dialect import ONLY, Dialect
from purplebook.engine.sql.related import RelatedHome
from purplebook.language import expressions as ex


@dataclass(frozen=True)
class RelatedSteps:
    """The steps, and where each value stands.

    `sets` holds whether a related row exists, one set of periods for each row; `drawn` any other value, one for each
    row and period; `types` the types of drawn values that are groups of a breakdown.
    """

    steps: tuple[tuple[str, str], ...]
    sets: dict[ex.Expression, tuple[str, str]]
    drawn: dict[ex.Expression, tuple[str, str]]
    types: dict[ex.Expression, LabelType]


def related_steps(
    nodes: list[ex.Related], dialect: Dialect, calendars: Calendars, related: RelatedHome
) -> RelatedSteps:
    """Steps for every look at related rows that changes with the period; NotInSetsError."""
    groups: dict[tuple[str, str, str, bool], list[ex.Related]] = {}
    for node in nodes:
        rows = node.rows
        groups.setdefault((rows.table, rows.theirs, rows.ours, node.kind == "exists"), []).append(node)
    made = RelatedSteps((), {}, {}, {})
    steps = []
    for number, ((table, _, _, is_set), members) in enumerate(groups.items()):
        name = f"related_{number}"
        stage = SetStage(dialect, calendars, table=table, row="other", this="this", related=related)
        homes = made.sets if is_set else made.drawn
        homes.update({node: (name, f"x{i}") for i, node in enumerate(members)})
        if is_set:
            steps.append((name, _set_step(members, stage)))
            continue
        types = [label_type(node, dialect) if node.kind == "last" else None for node in members]
        made.types.update({node: kind for node, kind in zip(members, types, strict=True) if kind})
        steps.append((name, _drawn_step(members, stage, types)))
    return RelatedSteps(tuple(steps), made.sets, made.drawn, made.types)


def _set_step(nodes: list[ex.Related], stage: SetStage) -> str:
    """For each row, the periods in which a related row exists."""
    where = ""
    if all(may_filter(term) for node in nodes for term in node.rows.conditions):
        where = "\n  WHERE " + " OR ".join(f"s{i} <> 0" for i in range(len(nodes)))
    drawn = ", ".join(f"BIT_OR(s{i}) AS x{i}" for i in range(len(nodes)))
    if any(isinstance(part, ex.ThisRow) for node in nodes for term in node.rows.conditions for part in ex.walk(term)):
        sets = [f"this.clock & {_holds(node, stage)} AS s{i}" for i, node in enumerate(nodes)]
        pairs = _pairs(nodes, stage, ["this.row_id", *sets])
        return f"  SELECT row_id, {drawn}\n  FROM (\n{pairs}\n  ) AS pair{where}\n  GROUP BY row_id"
    # The same for all rows with the same link: worked out once for the link.
    rows = nodes[0].rows
    sets = [f"{_holds(node, stage)} AS s{i}" for i, node in enumerate(nodes)]
    listed = ",\n      ".join(["other.authority_code", f"other.{rows.theirs} AS link", *sets])
    source = f"{rows.table} AS other{stage.join_sql()}{_that_could_matter(nodes, stage)}"
    found = f"    SELECT\n      {listed}\n    FROM {source}"
    held = ", ".join(f"kin.x{i}" for i in range(len(nodes)))
    return (
        f"  SELECT this.row_id, {held}\n  FROM base AS this\n  JOIN (\n  SELECT authority_code, link, {drawn}\n"
        f"  FROM (\n{found}\n  ) AS found{where}\n  GROUP BY authority_code, link\n  ) AS kin "
        f"ON kin.authority_code = this.authority_code AND kin.link = this.{rows.ours}"
    )


def _drawn_step(nodes: list[ex.Related], stage: SetStage, types: list[LabelType | None]) -> str:
    """One value for each row and period, of the related rows that hold in it."""
    columns, drawn = ["this.row_id"], []
    for i, (node, kind) in enumerate(zip(nodes, types, strict=True)):
        value, by = (None if part is None else _fixed(part, stage) for part in (node.value, node.by))
        known = " AND ".join(f"{part} IS NOT NULL" for part in (value, by) if part is not None)
        held = f"this.clock & {_holds(node, stage)}"
        # A row without the value has no part in it.
        columns.append(f"{f'CASE WHEN {known} THEN {held} ELSE {NONE} END' if known else held} AS s{i}")
        value = f"CAST({value} AS {kind.name})" if kind else value
        columns += [f"{part} AS {name}{i}" for part, name in ((value, "v"), (by, "b")) if part is not None]
        only = f" FILTER (WHERE (pair.s{i} & p.bit) <> 0)"
        drawn.append(f"{_aggregate(node.kind, i, stage.dialect).replace(ONLY, only)} AS x{i}")
    some = " | ".join(f"pair.s{i}" for i in range(len(nodes)))
    return (
        f"  SELECT pair.row_id, p.period, {', '.join(drawn)}\n  FROM (\n{_pairs(nodes, stage, columns)}\n  ) AS pair\n"
        f"  JOIN some_periods AS p ON (({some}) & p.bit) <> 0\n  GROUP BY pair.row_id, p.period"
    )


def _aggregate(kind: str, i: int, dialect: Dialect) -> str:
    match kind:
        case "count":
            return f"COUNT(*){ONLY}"
        case "different":
            return f"COUNT(DISTINCT pair.v{i}){ONLY}"
        case "earliest":
            return f"MIN(pair.v{i}){ONLY}"
        case "latest":
            return f"MAX(pair.v{i}){ONLY}"
    # The groups of a type are in the order of their text, so the largest is the same.
    return dialect.last_by(f"pair.v{i}", f"pair.b{i}")


def _pairs(nodes: list[ex.Related], stage: SetStage, columns: list[str]) -> str:
    """Every row with each of its related rows that could matter to one of the nodes in some period."""
    rows = nodes[0].rows
    listed = ",\n      ".join(columns)
    return (
        f"    SELECT\n      {listed}\n    FROM base AS this\n    JOIN {rows.table} AS other "
        f"ON other.authority_code = this.authority_code AND other.{rows.theirs} = this.{rows.ours}"
        f"{stage.join_sql()}{_that_could_matter(nodes, stage)}"
    )


def _that_could_matter(nodes: list[ex.Related], stage: SetStage) -> str:
    """A WHERE that leaves out related rows which no node looks at in any period, or nothing."""
    wanted = []
    for node in nodes:
        terms = (term for term in node.rows.conditions if may_filter(term) and not ex.depends_on_period(term))
        wanted.append(" AND ".join(map(stage.sql, terms)) or "TRUE")
    return "" if "TRUE" in wanted else "\n    WHERE " + " OR ".join(f"({each})" for each in dict.fromkeys(wanted))


def _holds(node: ex.Related, stage: SetStage) -> str:
    conditions = node.rows.conditions
    return stage.period_set(ex.AllOf(conditions)) if conditions else stage.calendars.every


def _fixed(node: ex.Expression, stage: SetStage) -> str:
    if ex.depends_on_period(node):
        raise NotInSetsError
    return stage.sql(node)
