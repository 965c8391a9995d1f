"""Looks inside definitions, for tests that need to know what one is made of."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

from purplebook import tables
from purplebook.language import expressions as ex
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Cohort


def parts_of(value: Any) -> Iterator[Any]:
    """Every dataclass within a definition, itself included: measures, totals, cohorts, clocks and expressions."""
    if isinstance(value, tuple):
        for item in value:
            yield from parts_of(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield value
        for field in dataclasses.fields(value):
            yield from parts_of(getattr(value, field.name))


def tables_named(indicators: Iterable[Indicator]) -> tuple[str, ...]:
    """The data tables that any of the indicators reads, in the order in which tables are declared."""
    named: set[str] = set()
    for part in parts_of(tuple(indicators)):
        match part:
            case Cohort(table, _, _) | ex.Column(table, _, _) | ex.RelatedRows(table, _, _, _):
                named.add(table)
            case ex.Lookup(_, by):
                named |= {by.table, tables.TABLES_BY_NAME[by.table].column(by.name).to or ""}
    return tuple(table.name for table in tables.DATA_TABLES if table.name in named)
