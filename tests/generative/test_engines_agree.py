"""Random definitions over random rows: both engines must give the figures that the plain-Python one gives, exactly.

`GENERATIVE_CASES=5000 python -m pytest tests/generative` looks further; `HYPOTHESIS_PROFILE=explore` at new cases.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings

from tests.generative.cases import Case, ReusedDuckDB, by_both, by_reference, cases, some_cases
from tests.generative.corpus import CORPUS
from tests.generative.spell_cases import some_spell_cases

COUNT = int(os.environ.get("GENERATIVE_CASES", "100"))


@pytest.fixture(scope="module")
def engine() -> Iterator[ReusedDuckDB]:
    with ReusedDuckDB() as opened:
        yield opened


@settings(
    max_examples=COUNT,
    print_blob=True,
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
@given(case=cases())
def test_engines_give_the_figures_that_the_definition_means(engine: ReusedDuckDB, case: Case) -> None:
    assert by_both(engine, case) == by_reference(case)


def test_engines_give_the_same_figures_for_many_seeded_cases(engine: ReusedDuckDB) -> None:
    for number, case in enumerate(some_cases(4 * COUNT)):
        assert by_both(engine, case) == by_reference(case), f"case {number}"


def test_engines_give_the_same_figures_for_definitions_like_the_declared_ones(engine: ReusedDuckDB) -> None:
    for number, case in enumerate(some_spell_cases(4 * COUNT)):
        assert by_both(engine, case) == by_reference(case), f"case {number}"


@pytest.mark.parametrize("name", CORPUS)
def test_a_fault_once_found_stays_away(engine: ReusedDuckDB, name: str) -> None:
    assert by_both(engine, CORPUS[name]) == by_reference(CORPUS[name])
