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
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, Protocol

import pyarrow as pa

from purplebook.engine import plain_python
from purplebook.engine.plan import Scan, plan, request
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape, Total
from purplebook.language.periods import Period
from tests.support.data import AUTHORITY, arrow_tables, full_rows, rows_from_text
from tests.support.definitions import tables_named

AUTHORITIES_FROM = 100
"""The code of the first authority where each example is one: codes of three digits, in the order of the examples."""

Tables = Mapping[str, pa.Table]

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


class CountsTotals(Protocol):
    """An engine, as far as the examples ask it."""

    def totals(self, scan: Scan) -> pa.Table:
        """One row for each authority, period and group, with the scan's totals."""
        ...


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


def answers_together(
    examples: Sequence[Example], indicator: Indicator, engine_of: Callable[[Tables, Sequence[Period]], CountsTotals]
) -> dict[str, Answer]:
    """What an engine answers to all examples of an indicator, asked once: by the title of the example.

    Each example is the records of an authority of its own, so none can see the rows of another.  Asked one by one they
    are planned one by one, and planning takes the engines longer than the few rows do.
    """
    named = dict.fromkeys(example.breakdown for example in examples if example.breakdown is not None)
    item = dataclasses.replace(indicator, by=tuple(map(indicator.breakdown, named)))
    periods = tuple(dict.fromkeys(example.period for example in examples))
    whose = {example.title: str(AUTHORITIES_FROM + number) for number, example in enumerate(examples)}
    data: dict[str, list[dict[str, Any]]] = {}
    for example in examples:
        for name, text in example.tables.items():
            data.setdefault(name, []).extend(_of_authority(whose[example.title], rows_from_text(name, text)))
    totals: dict[tuple[str, int, str | None, str | None, Total], int] = {}
    engine = engine_of(arrow_tables(data, names=tables_named([item])), periods)
    for scan in plan([request(item)]):
        for row in engine.totals(scan).to_pylist():
            divided = [(name, row[name]) for name, _ in scan.dimensions if row[name] is not None]
            name, group = divided[0] if divided else (None, None)
            for number, total in enumerate(scan.totals):
                totals[row["authority_code"], row["period"], name, group, total] = row[f"t{number}"] or 0

    def counted(example: Example, total: Total, *, by: str | None) -> int:
        group = example.group if by is not None else None
        return totals.get((whose[example.title], periods.index(example.period), by, group, total), 0)

    measure, is_share = item.measure, item.measure.shape is Shape.SHARE
    return {
        each.title: (
            counted(each, measure.top, by=each.breakdown),
            None if measure.bottom is None else counted(each, measure.bottom, by=None if is_share else each.breakdown),
        )
        for each in examples
    }


def _of_authority(code: str, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows as those of another authority; one that names its area by the authority's code names this one."""
    areas = [{"area_code": code} if row.get("area_code") == AUTHORITY else {} for row in rows]
    return [{**row, "authority_code": code, **area} for row, area in zip(rows, areas, strict=True)]
