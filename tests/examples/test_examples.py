"""Every worked example, on every engine, and the demand that each indicator has the examples that find faults."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from purplebook import tables
from purplebook.engine.columns.engine import ColumnsEngine
from purplebook.engine.duckdb.engine import DuckDBEngine
from purplebook.language.indicators import Indicator
from tests.support.examples import Example, all_examples, answers_together, reference_answer

definitions = pytest.importorskip("purplebook.definitions", exc_type=ImportError)
INDICATORS: tuple[Indicator, ...] = getattr(definitions, "INDICATORS", ())
EXAMPLES = all_examples()
BY_ID = {item.id: item for item in INDICATORS}
OF_INDICATOR = {item.id: [each for each in EXAMPLES if each.indicator_id == item.id] for item in INDICATORS}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_a_worked_example_has_its_answer_in_the_words_of_the_definition(example: Example) -> None:
    assert reference_answer(example, BY_ID[example.indicator_id]) == example.expected


@pytest.mark.parametrize("item", INDICATORS, ids=lambda item: item.id)
def test_worked_examples_have_their_answers_when_they_are_counted_in_columns(item: Indicator) -> None:
    found = answers_together(OF_INDICATOR[item.id], item, lambda held, periods: ColumnsEngine(held, periods, absent={}))
    assert found == {example.title: example.expected for example in OF_INDICATOR[item.id]}


@pytest.mark.parametrize("item", INDICATORS, ids=lambda item: item.id)
def test_worked_examples_have_their_answers_on_duckdb(item: Indicator) -> None:
    with ExitStack() as stack:
        found = answers_together(
            OF_INDICATOR[item.id], item, lambda held, periods: stack.enter_context(DuckDBEngine(held, periods))
        )
    assert found == {example.title: example.expected for example in OF_INDICATOR[item.id]}


@pytest.mark.parametrize("item", INDICATORS, ids=lambda item: item.id)
def test_an_indicator_has_an_edge_a_missing_date_and_a_child_with_two_rows(item: Indicator) -> None:
    kinds = {example.kind for example in EXAMPLES if example.indicator_id == item.id}
    wanted = {"edge", "missing"}
    table = tables.TABLES_BY_NAME[item.measure.top.cohort.table]
    if table.is_about_a_person and table.key != ("person_id",):
        wanted.add("twice")
    assert wanted <= kinds, f"{item.id} has no worked example of kind: {', '.join(sorted(wanted - kinds))}"


def test_no_two_worked_examples_of_an_indicator_say_the_same() -> None:
    titles = [example.title for example in EXAMPLES]
    assert len(titles) == len(set(titles))
