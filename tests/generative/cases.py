"""One random case, and what each engine makes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa
from hypothesis import strategies as st

from purplebook.engine import plain_python
from purplebook.engine.columns.engine import ColumnsEngine
from purplebook.engine.duckdb.engine import DuckDBEngine, periods_table
from purplebook.engine.plan import Grouping, request
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape
from purplebook.language.periods import Period
from purplebook.results.compute import joined, pieces
from purplebook.results.populations import Population, Populations
from purplebook.results.setting import Setting
from purplebook.results.values import one_value
from tests.generative.chance import Chance, Drawn, Seeded
from tests.generative.definitions import PERIODS, write_indicators
from tests.generative.tables import AUTHORITIES, write_rows
from tests.support.data import arrow_tables, full_rows
from tests.support.definitions import tables_named

SETTING = Setting(
    authorities=AUTHORITIES,
    populations=Populations(
        (
            Population("children aged 0 to 17", "898", date(2015, 6, 30), 0, "invented"),
            Population("children aged 0 to 17", "899", date(2014, 6, 30), 7, "invented"),
            Population("children aged 0 to 17", "899", date(2016, 2, 29), 32, "invented"),
        )
    ),
)
"""One authority has no children counted before June 2015 and none after; the other's number changes in a period."""

Figure = tuple[int | None, int | None, Any]
"""Numerator, denominator, value."""


@dataclass(frozen=True)
class Case:
    """A set of indicators over the same periods and rows."""

    indicators: tuple[Indicator, ...]
    periods: tuple[Period, ...]
    data: Mapping[str, Sequence[Mapping[str, Any]]]

    def crossed(self, item: Indicator) -> tuple[Grouping, ...]:
        """Two breakdowns crossed, where the indicator has two."""
        names = tuple(part.name for part in item.by)
        return (names,) if len(names) == 2 else ()


def write_case(chance: Chance) -> Case:
    """Definitions first, then rows for the tables that they read."""
    items = write_indicators(chance)
    periods = dict.fromkeys(chance.pick(PERIODS) for _ in range(chance.number(1, 3)))
    return Case(items, tuple(periods), {name: write_rows(chance, name) for name in tables_named(items)})


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Cases that Hypothesis can make smaller."""
    return write_case(Drawn(draw))


def some_cases(count: int, *, seed: int = 1) -> tuple[Case, ...]:
    """The same random cases on every run and every machine."""
    return tuple(write_case(Seeded(seed * 1_000_000 + number)) for number in range(count))


class ReusedDuckDB(DuckDBEngine):
    """DuckDB whose tables are filled anew for each case, because opening it takes longer than answering."""

    def __init__(self) -> None:
        super().__init__({}, ())

    def fill(self, tables: Mapping[str, pa.Table], periods: Sequence[Period]) -> None:
        """Put these tables and periods in place of those before."""
        for name, table in {**tables, "periods": periods_table(periods)}.items():
            self._connection.execute(f"DROP TABLE IF EXISTS {name}")
            self._not_open[name] = table
        # What was worked out from the records before goes with them.
        for name in self._kept:
            self._connection.execute(f"DROP TABLE {name}")
        self._kept = frozenset()


def by_duckdb(engine: ReusedDuckDB, case: Case) -> dict[tuple[str, ...], Figure]:
    """Every figure by the planner, the SQL writer, DuckDB and the results layer."""
    engine.fill(arrow_tables(case.data, names=tables_named(case.indicators)), case.periods)
    return _figures(engine, case)


def by_columns(case: Case, engine: type[ColumnsEngine] = ColumnsEngine) -> dict[tuple[str, ...], Figure]:
    """Every figure by the planner, counting in columns and the results layer."""
    tables = arrow_tables(case.data, names=tables_named(case.indicators))
    return _figures(engine(tables, case.periods, absent={}), case)


def by_both(engine: ReusedDuckDB, case: Case) -> dict[tuple[str, ...], Figure]:
    """Every figure by DuckDB, when counting in columns gives the very same."""
    found = by_duckdb(engine, case)
    assert by_columns(case) == found
    return found


def _figures(engine: Any, case: Case) -> dict[tuple[str, ...], Figure]:
    requests = [request(item, crossed=case.crossed(item)) for item in case.indicators]
    table = joined([pieces(engine, requests, case.periods, SETTING)])
    names = ("indicator", "area", "period", "breakdown", "group", "numerator", "denominator", "value")
    rows = list(zip(*(table.column(name).to_pylist() for name in names), strict=True))
    found = {row[:5]: row[5:] for row in rows}
    assert len(found) == len(rows), "two figures have the same name"
    return found


def by_reference(case: Case) -> dict[tuple[str, ...], Figure]:
    """Every figure by the plain-Python engine, divided one at a time."""
    rows = full_rows(case.data)
    found = {}
    for item in case.indicators:
        crossed = case.crossed(item)
        answers = plain_python.compute(rows, [item], case.periods, crossed=crossed)
        for authority in AUTHORITIES:
            for place in range(len(case.periods)):
                # Everyone has a figure even where nothing was counted.
                nothing = (0, None if item.measure.bottom is None else 0)
                answers.setdefault((item.id, authority, place, (), ()), nothing)
        for (name, authority, place, names, groups), (top, bottom) in answers.items():
            period = case.periods[place]
            if item.measure.shape is Shape.SHARE:
                bottom = answers[name, authority, place, (), ()][0]
            elif item.measure.shape is Shape.RATE:
                known = SETTING.populations.at("children aged 0 to 17", authority_code=authority, on=period.last_day)
                # Nobody to divide by is not a population of nought.
                bottom = known.people if known is not None and known.people else None
            value = one_value(item.measure, top, bottom, places=2)
            key = (name, authority, period.key, " × ".join(names) or "all", " × ".join(groups) or "all")
            found[key] = (None if item.measure.shape is Shape.MEDIAN else top, bottom, value)
    return found
