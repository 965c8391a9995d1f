"""A child with two of everything: who counts children counts it once, and who counts rows counts both.

Every row of every worked example is there twice, the second under an identifier of its own.  The unit that each
indicator declares says what must become of the figure.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from purplebook import tables
from purplebook.definitions import INDICATORS
from purplebook.engine.duckdb.engine import DuckDBEngine
from purplebook.engine.plan import plan, request
from purplebook.language.counted_once import PEOPLE
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape, TotalKind
from purplebook.tables.schema import LINK
from tests.support.data import arrow_tables
from tests.support.definitions import tables_named
from tests.support.examples import Answer, all_examples, reference_answer

EXAMPLES = all_examples()
Row = dict[str, Any]
OF_ROWS_THAT_ARE_ONE = {
    "EH01": "two entries of a child on one day are one request",
}
"""Indicators of rows that take two alike for one, and why."""


def twice(rows: Mapping[str, Sequence[Row]], item: Indicator) -> dict[str, list[Row]]:
    """The same rows, and each that the indicator counts a second time under an identifier that comes before the first.

    What is linked to a row that is there twice is too: of a child, that is what its status is; of a row, all.
    """
    table = item.measure.top.cohort.table
    both = {name: [dict(row) for row in of] for name, of in rows.items()}
    identifier = tables.TABLES_BY_NAME[table].key[0]
    of_its_own_kind = [c.name for c in tables.TABLES_BY_NAME[table].columns if c.kind == LINK and c.to == table]
    both[table] += [_another(row, identifier, *of_its_own_kind) for row in both[table]]
    linked = ("looked_after_episode",) if item.counts_each in PEOPLE else tuple(both)
    for name in linked:
        for column in tables.TABLES_BY_NAME[name].columns:
            if column.kind == LINK and column.to == table and column.name != "person_id" and name != table:
                both[name] += [
                    _another(row, tables.TABLES_BY_NAME[name].key[0], column.name)
                    for row in both[name]
                    if row.get(column.name) is not None
                ]
    return {name: [dict(row, row_id=place) for place, row in enumerate(of, start=1)] for name, of in both.items()}


def _another(row: Row, *names: str) -> Row:
    """The row once more, with another identifier, where it has one beside the child and the day, and other links."""
    return {**row, **{name: f"!{row[name]}" for name in names if name != "person_id" and row.get(name)}}


def doubled(item: Indicator, answer: Answer) -> Answer:
    """The answer if every row adds once more."""
    top, bottom = answer
    if item.measure.shape is Shape.MEDIAN:
        # Twice the middle value: of each value twice it is the same.
        return top, None if bottom is None else 2 * bottom
    return 2 * top, None if bottom is None else 2 * bottom


ABOUT_PEOPLE = [
    item
    for item in INDICATORS
    if tables.TABLES_BY_NAME[item.measure.top.cohort.table].is_about_a_person
    and tables.TABLES_BY_NAME[item.measure.top.cohort.table].key != ("person_id",)
]
"""Those whose rows are about children, and not the children themselves: nobody is there twice in `person`."""


@pytest.mark.parametrize("item", ABOUT_PEOPLE, ids=lambda item: item.id)
def test_a_child_with_two_of_everything_adds_what_the_unit_says(item: Indicator) -> None:
    if item.id in OF_ROWS_THAT_ARE_ONE:
        pytest.skip(OF_ROWS_THAT_ARE_ONE[item.id])
    some = False
    for example in EXAMPLES:
        if example.indicator_id != item.id:
            continue
        both = dataclasses.replace(example)
        vars(both)["rows"] = twice(example.rows, item)
        expected = example.expected if item.counts_each in PEOPLE else doubled(item, example.expected)
        assert reference_answer(both, item) == expected, example.says
        some |= example.expected != doubled(item, example.expected)
    assert some, f"{item.id}: no example counts anybody, so this could not fail"


@pytest.mark.parametrize("item", ABOUT_PEOPLE, ids=lambda item: item.id)
def test_the_list_of_a_child_with_two_of_everything_is_as_long_as_the_figure(item: Indicator) -> None:
    example = next(example for example in EXAMPLES if example.indicator_id == item.id and any(example.expected))
    plain = dataclasses.replace(item, by=())
    rows = twice(example.rows, item)
    with DuckDBEngine(arrow_tables(rows, names=tables_named([plain])), [example.period]) as engine:
        for scan in plan([request(plain)]):
            figures = {name: number for row in engine.totals(scan).to_pylist() for name, number in row.items()}
            for place, total in enumerate(scan.totals):
                if total.kind in (TotalKind.ROWS, TotalKind.CHILDREN):
                    listed = engine.rows(scan, total).to_pylist()
                    assert len(listed) == figures.get(f"t{place}", 0)
                    if item.counts_each in PEOPLE:
                        people = [row["person_id"] for row in listed]
                        assert len(set(people)) == len(people)


def test_what_is_said_to_be_counted_is_what_is_counted() -> None:
    for item in INDICATORS:
        # "children at …" may be said of events that are about one child each; "children who …" may not.
        says_people = item.counts.startswith(
            ("different children", "children looked after", "children with", "children who")
        )
        assert not says_people or item.counts_each in PEOPLE, item.id
