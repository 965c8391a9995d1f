"""Proof that the random cases reach everything: a kind of expression that is never drawn is never compared.

"Reach" means worked out, not only written: each part of each kind of expression has had a value, and has had none.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from purplebook.engine import plain_python
from purplebook.language import expressions as ex
from purplebook.language.measures import (
    During,
    EveryRow,
    InLatestSnapshot,
    OpenAtEnd,
    OpenDuring,
    Shape,
    Total,
    TotalKind,
)
from purplebook.language.periods import PeriodKind
from tests.generative.cases import Case, by_reference, some_cases
from tests.generative.definitions import OPERATORS
from tests.generative.tables import USED
from tests.support.definitions import parts_of

COUNT = 1000

EXPRESSIONS = tuple(
    kind
    for kind in vars(ex).values()
    if isinstance(kind, type) and issubclass(kind, ex.Expression) and kind is not ex.Expression
)

CLOCKS = (During, OpenAtEnd, OpenDuring, InLatestSnapshot, EveryRow)

NEVER_MISSING = {("AddMonths", "months"), ("Lookup", "by"), ("ThisRow", "column"), ("Related", "rows")}
"""Parts that are not worked out by themselves."""


@cache
def cases() -> tuple[Case, ...]:
    return some_cases(COUNT)


@cache
def definitions() -> tuple[Any, ...]:
    """Every part of every generated definition."""
    return tuple(part for case in cases() for part in parts_of(case.indicators))


def parts_that_are_worked_out() -> Iterator[tuple[str, str]]:
    for kind in EXPRESSIONS:
        for field in dataclasses.fields(kind):
            if (field.type in ("Expression", "Expression | None") or field.name in ("terms", "conditions")) and (
                (kind.__name__, field.name) not in NEVER_MISSING
            ):
                yield kind.__name__, field.name


@pytest.fixture(scope="module")
def worked_out() -> Iterator[set[tuple[str, str, bool]]]:
    """(kind, part, whether it was missing) of everything that the plain-Python engine worked out."""
    found: set[tuple[str, str, bool]] = set()
    values: set[tuple[int, bool]] = set()

    class Watched(plain_python.Sight):
        def __call__(self, node: ex.Expression) -> Any:
            value = super().__call__(node)
            values.add((id(node), value is None))
            return value

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain_python, "Sight", Watched)
        for case in cases():
            values.clear()
            by_reference(case)
            for part in parts_of(case.indicators):
                for field in dataclasses.fields(part):
                    inside = getattr(part, field.name)
                    for item in inside if isinstance(inside, tuple) else (inside,):
                        found |= {
                            (type(part).__name__, field.name, missing)
                            for missing in (True, False)
                            if (id(item), missing) in values
                        }
    yield found


@pytest.mark.parametrize("kind", EXPRESSIONS, ids=lambda kind: kind.__name__)
def test_every_kind_of_expression_is_generated(kind: type) -> None:
    if kind is ex.RelatedRows:
        assert any(isinstance(part, kind) and part.conditions for part in definitions())
    assert any(isinstance(part, kind) for part in definitions())


@pytest.mark.parametrize("missing", [True, False], ids=["missing", "recorded"])
@pytest.mark.parametrize("part", tuple(parts_that_are_worked_out()), ids=".".join)
def test_every_part_of_an_expression_is_worked_out_missing_and_recorded(
    worked_out: set[tuple[str, str, bool]], part: tuple[str, str], missing: bool
) -> None:
    assert (*part, missing) in worked_out


@pytest.mark.parametrize("part", [("Cohort", "only"), ("Breakdown", "expression")], ids=".".join)
def test_conditions_and_groups_are_worked_out_missing_and_recorded(
    worked_out: set[tuple[str, str, bool]], part: tuple[str, str]
) -> None:
    assert {(*part, True), (*part, False)} <= worked_out


def test_every_clock_is_generated_with_and_without_what_it_may_leave_out() -> None:
    clocks = [part for part in definitions() if isinstance(part, CLOCKS)]
    assert {type(clock) for clock in clocks} == set(CLOCKS)
    assert {clock.months_later > 0 for clock in clocks if isinstance(clock, During)} == {True, False}
    assert {clock.end is None for clock in clocks if isinstance(clock, OpenAtEnd)} == {True, False}


def test_every_date_of_a_clock_is_missing_in_some_row() -> None:
    seen = set()
    for case in cases():
        for part in parts_of(case.indicators):
            if isinstance(part, CLOCKS):
                for field in dataclasses.fields(part):
                    column = getattr(part, field.name)
                    if isinstance(column, ex.Column):
                        seen |= {
                            (type(part), field.name)
                            for row in case.data.get(column.table, ())
                            if row.get(column.name) is None
                        }
    assert seen == {
        (During, "day"),
        (OpenAtEnd, "start"),
        (OpenAtEnd, "end"),
        (OpenDuring, "start"),
        (OpenDuring, "end"),
        (InLatestSnapshot, "taken_on"),
    }


def test_every_shape_and_kind_of_total_is_generated() -> None:
    assert {case.measure.shape for one in cases() for case in one.indicators} == set(Shape)
    assert {part.kind for part in definitions() if isinstance(part, Total)} == set(TotalKind)


def test_every_way_to_draw_from_related_rows_is_generated_also_from_the_same_table_and_nested() -> None:
    related = [part for part in definitions() if isinstance(part, ex.Related)]
    assert {part.kind for part in related} == {"exists", "count", "different", "earliest", "latest", "last"}
    assert any(inner is not part and isinstance(inner, ex.Related) for part in related for inner in ex.walk(part))
    assert any(isinstance(inner, ex.Lookup) for part in related for inner in ex.walk(part))


def test_every_comparison_is_generated() -> None:
    assert {part.op for part in definitions() if isinstance(part, ex.Compare)} == set(OPERATORS)


def test_every_kind_of_period_is_generated() -> None:
    assert {period.kind for case in cases() for period in case.periods} == set(PeriodKind)


def test_single_and_crossed_breakdowns_are_generated() -> None:
    assert {len(item.by) for case in cases() for item in case.indicators} == {0, 1, 2}


@pytest.mark.parametrize("table", USED)
def test_every_column_is_missing_in_some_row_and_recorded_in_another(table: str) -> None:
    rows = [row for case in cases() for row in case.data.get(table, ())]
    for name in USED[table]:
        recorded = {row[name] is not None for row in rows}
        assert True in recorded, name
        assert False in recorded or name.removesuffix("_id") == table, name
