"""What is known of a person whatever the period, worked out once for all the scans that ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from purplebook.engine.duckdb.period_sets.labels import LabelType, label_sql
from purplebook.engine.plan import Scan
from purplebook.engine.sql.dialect import Dialect
from purplebook.engine.sql.related import RelatedHome, expressions_of
from purplebook.engine.sql.stage import Stage
from purplebook.language import expressions as ex


@dataclass(frozen=True)
class AboutPeople:
    """A table with one row for each row of `person`: `sql` makes it, `known` tells what stands in its columns.

    `groups` are the breakdowns whose groups it holds: a person is in the same group whichever row asks.
    """

    name: str
    sql: str
    known: Mapping[ex.Expression, str]
    groups: frozenset[str]


def about_people(
    scan: Scan, dialect: Dialect, types: Mapping[str, LabelType | None], related: RelatedHome
) -> AboutPeople | None:
    """The table for one scan, or None where it asks nothing of a person."""
    stage = Stage(dialect, table="person", row="person", related=related)
    known: dict[ex.Expression, str] = {}
    columns: list[str] = []
    groups = set()
    for name, expression in scan.dimensions:
        value, kind = _of_person(expression, scan.table), types[name]
        if value is not None and kind is not None and expression not in known:
            known[expression] = f"about.g{len(groups)}"
            columns.append(f"{label_sql(value, stage, kind.name)} AS g{len(groups)}")
            groups.add(name)
    plain = {
        node.name: node
        for expression in expressions_of(scan)
        for node in ex.walk_here(expression)
        if isinstance(node, ex.Column) and node.table == "person" and scan.table != "person"
    }
    for name, node in sorted(plain.items()):
        known.setdefault(node, f"about.{name}")
        columns.append(f"person.{name} AS {name}")
    if not columns:
        return None
    listed = ",\n    ".join(["person.authority_code AS about_authority", "person.person_id AS about_person", *columns])
    sql = f"  SELECT\n    {listed}\n  FROM person{stage.join_sql()}"
    return AboutPeople(f"about_{sha256(sql.encode()).hexdigest()[:12]}", sql, known, frozenset(groups))


def _of_person(expression: ex.Expression, table: str) -> ex.Expression | None:
    """A breakdown said about the person alone, so that nobody has no group; None where it reads anything else."""
    if table == "person":
        return None
    match expression:
        case ex.Column("person") | ex.Relabelled(ex.Column("person")):
            return expression
        case ex.Lookup(value, ex.Column(_, "person_id")) if not ex.depends_on_period(value):
            return value
    return None
