"""Groups of a breakdown as small numbers with a dictionary, which are counted much faster than text."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from purplebook import tables
from purplebook.engine.sql.dialect import Dialect
from purplebook.engine.sql.query import NOT_RECORDED
from purplebook.engine.sql.stage import Stage, band_labels
from purplebook.language import expressions as ex
from purplebook.tables.schema import CODE, IDENTIFIER, LINK, TEXT, YES_NO


@dataclass(frozen=True)
class LabelType:
    """A type whose values are every label that a breakdown can have, and perhaps more."""

    name: str
    sql: str


def label_type(expression: ex.Expression, dialect: Dialect) -> LabelType | None:
    """The type for a breakdown, or None where its labels cannot be told beforehand."""
    found = _labels(expression)
    if found is None:
        return None
    texts = sorted(part for part in found if isinstance(part, str))
    return _type([NOT_RECORDED, *texts], sorted(part for part in found if isinstance(part, tuple)), dialect)


def authority_type(table: str, dialect: Dialect) -> LabelType:
    """The type of the authority codes of one table."""
    return _type([], [(table, "authority_code")], dialect)


def _type(texts: list[str], columns: list[tuple[str, str]], dialect: Dialect) -> LabelType:
    parts = [f"SELECT UNNEST([{', '.join(map(dialect.literal, texts))}]) AS label"] if texts else []
    parts += [
        f"SELECT DISTINCT CAST({name} AS {dialect.text_type}) AS label FROM {table} WHERE {name} IS NOT NULL"
        for table, name in columns
    ]
    sql = f"SELECT DISTINCT label FROM ({' UNION ALL '.join(parts)}) ORDER BY label"
    return LabelType(f"label_{sha256(sql.encode()).hexdigest()[:12]}", sql)


def label_sql(expression: ex.Expression, stage: Stage, type_name: str) -> str:
    """A breakdown's group as a value of its type, without going by way of text where its labels are fixed."""
    if expression in stage.known:
        return _cast(stage.sql(expression), stage, type_name)
    match expression:
        case ex.FirstOf(terms):
            return f"COALESCE({', '.join(label_sql(term, stage, type_name) for term in terms)})"
        case ex.When(condition, label):
            return f"CASE WHEN {stage.sql(condition)} THEN {_literal(label, stage, type_name)} END"
        case ex.Band(source, edges):
            value, cases = stage.sql(source), []
            for edge, label in zip(edges, band_labels(edges), strict=False):
                cases.append(f"WHEN {value} < {edge} THEN {_literal(label, stage, type_name)}")
            last = _literal(band_labels(edges)[-1], stage, type_name)
            return f"CASE {' '.join(cases)} WHEN {value} >= {edges[-1]} THEN {last} END"
    return _cast(stage.sql(expression), stage, type_name)


def _literal(label: str, stage: Stage, type_name: str) -> str:
    return f"CAST({stage.dialect.literal(label)} AS {type_name})"


def _cast(sql: str, stage: Stage, type_name: str) -> str:
    return f"CAST(CAST({sql} AS {stage.dialect.text_type}) AS {type_name})"


_Labels = frozenset[str | tuple[str, str]] | None
"""Fixed labels, and columns whose values are labels; None: not known."""


def _labels(node: ex.Expression) -> _Labels:
    match node:
        case ex.Literal(str(text)):
            return frozenset([text])
        case ex.Column(table, name, kind):
            if kind == YES_NO:
                return frozenset(("true", "false"))
            is_text = kind in (CODE, IDENTIFIER, LINK, TEXT) and table in tables.TABLES_BY_NAME
            return frozenset([(table, name)]) if is_text else None
        case ex.FirstOf(terms):
            parts = [_labels(term) for term in terms]
            return None if None in parts else frozenset().union(*(part for part in parts if part is not None))
        case ex.When(_, label):
            return frozenset([label])
        case ex.Band(_, edges):
            return frozenset(band_labels(edges))
        case ex.Relabelled(_, pairs, otherwise):
            return frozenset([otherwise, *(label for _, label in pairs)])
        case ex.Lookup(value, _):
            return _labels(value)
        case ex.Related("last" | "earliest" | "latest", _, value):
            return None if value is None else _labels(value)
    return None
