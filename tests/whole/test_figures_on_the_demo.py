"""The invented council's figures: equal on both engines, and each able to show its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from purplebook.definitions import INDICATORS
from purplebook.engine import plain_python
from purplebook.engine.base import Engine
from purplebook.engine.records.open import open_engine
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape
from purplebook.language.periods import between, financial_year, month, year_to_date
from purplebook.results.figures import EVERYONE, Figures
from purplebook.results.snapshots import compute_figures, supply_of
from purplebook.results.supply import Supply, unsupplied
from purplebook.store import Snapshot, Store
from tests.support.listed import check_listed, lists_of
from tests.support.numbers_counted import Numbers, numbers_counted

# A month, a stretch with few rows and one ragged edge, and a year in which a child can count more than once.
PERIODS = (month(2015, 8), between(date(2015, 7, 1), date(2015, 8, 31)), financial_year(2014))
# test_counted.py reads the lists of a day, a quarter and a year, and holds them to their figures there.
LISTED_PERIODS = (*PERIODS[:2], year_to_date(date(2015, 8, 31)))


@pytest.fixture(scope="module")
def snapshot(demo_output: Path) -> Snapshot:
    return Store.open(demo_output / "store").snapshot_for(date(2015, 8, 31))


@pytest.fixture(scope="module")
def figures(snapshot: Snapshot) -> Figures:
    return compute_figures(snapshot, INDICATORS, periods=(*LISTED_PERIODS, PERIODS[2]))


@pytest.fixture(scope="module")
def counted(figures: Figures) -> Mapping[str, Numbers]:
    return numbers_counted(figures, INDICATORS, PERIODS)


@pytest.fixture(scope="module")
def supply(snapshot: Snapshot) -> Supply:
    return supply_of(snapshot)


@pytest.fixture(scope="module")
def data(snapshot: Snapshot) -> Mapping[str, list[dict[str, Any]]]:
    return {name: pq.read_table(snapshot.table_paths(name)[0]).to_pylist() for name in snapshot.table_names}


@pytest.mark.parametrize("item", INDICATORS, ids=lambda item: item.id)
def test_the_reference_engine_makes_the_same_figures_from_the_demo(
    item: Indicator,
    counted: Mapping[str, Numbers],
    data: Mapping[str, list[dict[str, Any]]],
    supply: Supply,
) -> None:
    expected = {
        (area, PERIODS[number].key, names[0] if names else EVERYONE, groups[0] if groups else EVERYONE): totals
        for (_, area, number, names, groups), totals in plain_python.compute(data, [item], PERIODS).items()
    }
    found = counted[item.id]
    match item.measure.shape:
        case Shape.SHARE:
            expected = {key: (top, expected[*key[:2], EVERYONE, EVERYONE][0]) for key, (top, _) in expected.items()}
        case Shape.RATE:
            found = {key: (top, None) for key, (top, _) in found.items()}
        case Shape.MEDIAN:
            expected = {key: (None, bottom) for key, (_, bottom) in expected.items()}
    if unsupplied(item, supply):
        # The slow engine does not know what files held, and counts nought of what nobody recorded.
        assert {top for top, _ in expected.values()} <= {0} and not found
        return
    assert found == expected


@pytest.fixture(scope="module")
def engine(snapshot: Snapshot) -> Iterator[Engine]:
    # One engine for all indicators: opening it 200 times took most of the test's time.
    with open_engine(snapshot, LISTED_PERIODS) as engine:
        yield engine


@pytest.mark.parametrize("item", INDICATORS, ids=lambda item: item.id)
def test_a_figure_lists_exactly_as_many_rows_as_it_counts(item: Indicator, engine: Engine, figures: Figures) -> None:
    for key, (rows, of_all) in lists_of(engine, item, LISTED_PERIODS).items():
        figure = figures.figure(item.id, key)
        assert figure is not None
        check_listed(figure, item.measure.shape, rows=rows, of_all=of_all)
