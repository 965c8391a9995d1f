"""Writes the steps that draw from related rows what changes with the period."""

from __future__ import annotations

from dataclasses import dataclass, field

from purplebook.engine.period_sets.stage import NONE, Calendars, NotInSetsError, SetStage
from purplebook.engine.sql.dialect import ONLY, Dialect
from purplebook.engine.sql.related import RelatedHome
from purplebook.language import expressions as ex

Kinship = tuple[str, str, str]
"""How rows are related: the other table, its column, and ours."""


@dataclass(frozen=True)
class RelatedSteps:
    """The steps, and where each value stands.

    `sets` holds whether a related row exists, one set of periods for each row; `drawn` any other value, one for each
    row and period.
    """

    steps: tuple[tuple[str, str], ...] = ()
    sets: dict[ex.Expression, tuple[str, str]] = field(default_factory=dict)
    drawn: dict[ex.Expression, tuple[str, str]] = field(default_factory=dict)


def related_steps(
    nodes: list[ex.Related], dialect: Dialect, calendars: Calendars, related: RelatedHome
) -> RelatedSteps:
    """Steps for every look at related rows that changes with the period; NotInSetsError."""
    groups: dict[tuple[Kinship, bool], list[ex.Related]] = {}
    for node in nodes:
        rows = node.rows
        groups.setdefault(((rows.table, rows.theirs, rows.ours), node.kind == "exists"), []).append(node)
    made = RelatedSteps()
    steps = []
    for number, ((kinship, is_set), members) in enumerate(groups.items()):
        name = f"related_{number}"
        stage = SetStage(dialect, calendars, table=kinship[0], row="other", this="this", related=related)
        write = _set_step if is_set else _drawn_step
        steps.append((name, write(kinship, members, stage)))
        homes = made.sets if is_set else made.drawn
        homes.update({node: (name, f"x{i}") for i, node in enumerate(members)})
    return RelatedSteps(tuple(steps), made.sets, made.drawn)


def _set_step(kinship: Kinship, nodes: list[ex.Related], stage: SetStage) -> str:
    sets = [f"{_holds(node, stage)} AS s{i}" for i, node in enumerate(nodes)]
    pairs = _pairs(kinship, nodes, stage, ["this.row_id", *sets])
    drawn = ", ".join(f"BIT_OR(s{i}) AS x{i}" for i in range(len(nodes)))
    some = " OR ".join(f"s{i} <> 0" for i in range(len(nodes)))
    return f"  SELECT row_id, {drawn}\n  FROM (\n{pairs}\n  ) AS pair\n  WHERE {some}\n  GROUP BY row_id"


def _drawn_step(kinship: Kinship, nodes: list[ex.Related], stage: SetStage) -> str:
    columns, drawn = ["this.row_id"], []
    for i, node in enumerate(nodes):
        held = f"this.clock & {_holds(node, stage)}"
        value, by = (None if part is None else _fixed(part, stage) for part in (node.value, node.by))
        known = " AND ".join(f"{part} IS NOT NULL" for part in (value, by) if part is not None)
        # A row without the value has no part in it.
        columns.append(f"{f'CASE WHEN {known} THEN {held} ELSE {NONE} END' if known else held} AS s{i}")
        columns += [f"{part} AS {name}{i}" for part, name in ((value, "v"), (by, "b")) if part is not None]
        only = f" FILTER (WHERE (pair.s{i} & p.bit) <> 0)"
        drawn.append(f"{_aggregate(node.kind, i, stage.dialect).replace(ONLY, only)} AS x{i}")
    some = " | ".join(f"pair.s{i}" for i in range(len(nodes)))
    pairs = _pairs(kinship, nodes, stage, columns)
    return (
        f"  SELECT pair.row_id, p.period, {', '.join(drawn)}\n  FROM (\n{pairs}\n  ) AS pair\n"
        f"  JOIN some_periods AS p ON (({some}) & p.bit) <> 0\n  GROUP BY pair.row_id, p.period"
    )


def _aggregate(kind: str, i: int, dialect: Dialect) -> str:
    match kind:
        case "count":
            return f"COUNT(*){ONLY}"
        case "earliest":
            return f"MIN(pair.v{i}){ONLY}"
        case "latest":
            return f"MAX(pair.v{i}){ONLY}"
    return dialect.last_by(f"pair.v{i}", f"pair.b{i}")


def _pairs(kinship: Kinship, nodes: list[ex.Related], stage: SetStage, columns: list[str]) -> str:
    """Every row with each of its related rows that could matter to one of the nodes in some period."""
    table, theirs, ours = kinship
    wanted = []
    for node in nodes:
        fixed = [stage.sql(term) for term in node.rows.conditions if not ex.depends_on_period(term)]
        wanted.append(" AND ".join(fixed) or "TRUE")
    where = "" if "TRUE" in wanted else "\n    WHERE " + " OR ".join(f"({each})" for each in dict.fromkeys(wanted))
    listed = ",\n      ".join(columns)
    return (
        f"    SELECT\n      {listed}\n    FROM base AS this\n    JOIN {table} AS other "
        f"ON other.authority_code = this.authority_code AND other.{theirs} = this.{ours}{stage.join_sql()}{where}"
    )


def _holds(node: ex.Related, stage: SetStage) -> str:
    conditions = node.rows.conditions
    return stage.period_set(ex.AllOf(conditions)) if conditions else stage.calendars.every


def _fixed(node: ex.Expression, stage: SetStage) -> str:
    if ex.depends_on_period(node):
        raise NotInSetsError
    return stage.sql(node)
