"""Worked examples: a few rows that an analyst can read and argue with, the period, and the answer.

They are the tests of a definition and are printed in the manual beneath it.  The examples of one theme live in
`tests/examples/<theme>.py` as `EXAMPLES: tuple[Example, ...]`, written like this:

    Example(
        "AS02",
        "Day 45 is in time and day 46 is late; bank holidays are not working days",
        month(2015, 3),
        (1, 2),
        {"assessment": '''
            child | started_on | authorised_on
            a     | 2015-01-02 | 2015-03-06
            b     | 2015-01-02 | 2015-03-09
            c     | 2015-01-02 |
        '''},
        kind="edge",
    )
"""

from __future__ import annotations

import dataclasses
import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from purplebook.engine import plain_python
from purplebook.engine.columns.engine import ColumnsEngine
from purplebook.engine.duckdb.engine import DuckDBEngine
from purplebook.engine.plan import plan, request
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape, Total
from purplebook.language.periods import Period
from tests.support.data import AUTHORITY, arrow_tables, full_rows, rows_from_text
from tests.support.definitions import tables_named

Kind = Literal["plain", "edge", "missing", "twice"]
"""What an example shows: nothing special, a value on the edge, a missing date, or a child with two rows."""

Answer = tuple[int, int | None]
"""The whole numbers behind a figure.

count       how many, None
percentage  how many of them, how many in all
share       how many in the group, how many of everyone
mean        the sum, how many rows have a value
median      twice the median (so that it stays whole), how many rows have a value
rate        how many, None (the people come from a published population)
difference  how many of the first, how many of the second
"""


@dataclass(frozen=True)
class Example:
    """One worked example: `tables` holds pipe text for each table that has rows (see `rows_from_text`)."""

    indicator_id: str
    says: str
    period: Period
    expected: Answer
    tables: Mapping[str, str]
    breakdown: str | None = None
    group: str | None = None
    kind: Kind = "plain"

    @cached_property
    def rows(self) -> dict[str, list[dict[str, Any]]]:
        """The rows of every table, complete with the columns that the example leaves out."""
        return full_rows({name: rows_from_text(name, text) for name, text in self.tables.items()})

    @property
    def title(self) -> str:
        """The name under which a test report shows it."""
        return f"{self.indicator_id}: {self.says}"


def all_examples() -> tuple[Example, ...]:
    """Every example of every theme."""
    folder = Path(__file__).resolve().parent.parent / "examples"
    found: list[Example] = []
    for path in sorted(folder.glob("*.py")):
        if not path.stem.startswith(("test_", "_")):
            found += importlib.import_module(f"tests.examples.{path.stem}").EXAMPLES
    return tuple(found)


def _only_the_breakdown_of(example: Example, indicator: Indicator) -> Indicator:
    by = () if example.breakdown is None else (indicator.breakdown(example.breakdown),)
    return dataclasses.replace(indicator, by=by)


def reference_answer(example: Example, indicator: Indicator) -> Answer:
    """What the plain-Python engine answers; `indicator` may be an altered copy of the one the example is about."""
    item = _only_the_breakdown_of(example, indicator)
    found = plain_python.compute(example.rows, [item], [example.period])
    everyone = found.get((item.id, AUTHORITY, 0, (), ()), (0, 0))
    if example.breakdown is None:
        top, bottom = everyone
    else:
        top, bottom = found.get((item.id, AUTHORITY, 0, (example.breakdown,), (example.group or "",)), (0, 0))
    if item.measure.shape is Shape.SHARE:
        bottom = everyone[0]
    return top, None if item.measure.bottom is None else bottom


def duckdb_answer(example: Example, indicator: Indicator) -> Answer:
    """What DuckDB answers through the planner and the SQL writer."""
    item = _only_the_breakdown_of(example, indicator)
    with DuckDBEngine(arrow_tables(example.rows, names=tables_named([item])), [example.period]) as engine:
        return _counted(engine, example, item)


def columns_answer(example: Example, indicator: Indicator) -> Answer:
    """What counting in columns answers."""
    item = _only_the_breakdown_of(example, indicator)
    engine = ColumnsEngine(arrow_tables(example.rows, names=tables_named([item])), [example.period], absent={})
    return _counted(engine, example, item)


def _counted(engine: DuckDBEngine | ColumnsEngine, example: Example, item: Indicator) -> Answer:
    totals: dict[tuple[Total, str | None], int] = {}
    for scan in plan([request(item)]):
        for row in engine.totals(scan).to_pylist():
            for number, total in enumerate(scan.totals):
                group = row[example.breakdown] if example.breakdown else None
                totals[total, group] = row[f"t{number}"] or 0
    measure = item.measure
    top = totals.get((measure.top, example.group), 0)
    if measure.bottom is None:
        return top, None
    return top, totals.get((measure.bottom, None if measure.shape is Shape.SHARE else example.group), 0)
