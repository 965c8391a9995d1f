"""The way back from a child to the figures agrees with the lists of the figures, for every indicator."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from purplebook.definitions import INDICATORS
from purplebook.engine.records.open import open_engine
from purplebook.language.indicators import Indicator
from purplebook.language.measures import WORKED_OUT_OVER_ROWS, Shape
from purplebook.language.periods import Period, day, financial_year, quarter
from purplebook.results.child import find_child
from purplebook.results.counted import counted_in, part_of
from purplebook.results.figures import Figures
from purplebook.results.snapshots import compute_figures, supply_of
from purplebook.results.supply import is_covered, unsupplied
from purplebook.store import Snapshot, Store
from tests.support.listed import check_listed, lists_of

# A day, a quarter, and a year in which a child can count more than once.
PERIODS = (day(date(2015, 8, 31)), quarter(2015, 1), financial_year(2014))


@dataclass(frozen=True)
class Lists:
    """Each indicator's list and the list of those it is a part of, and how often each child stands in them."""

    period: Period
    rows: Mapping[str, pa.Table]
    of_all: Mapping[str, pa.Table]
    counted: Mapping[str, Counter[str]]
    among: Mapping[str, Counter[str]]


def children_in(rows: pa.Table) -> Counter[str]:
    return Counter(rows.column("la_child_id").to_pylist() if "la_child_id" in rows.column_names else ())


@pytest.fixture(scope="module")
def snapshot(demo_output: Path) -> Snapshot:
    return Store.open(demo_output / "store").snapshot_for(date(2015, 8, 31))


@pytest.fixture(scope="module")
def all_lists(snapshot: Snapshot) -> Mapping[str, Mapping[str, tuple[pa.Table, pa.Table]]]:
    with open_engine(snapshot, PERIODS) as engine:
        return {item.id: lists_of(engine, item, PERIODS) for item in INDICATORS}


@pytest.fixture(scope="module", params=PERIODS, ids=lambda period: period.key)
def lists(request: pytest.FixtureRequest, all_lists: Mapping[str, Mapping[str, tuple[pa.Table, pa.Table]]]) -> Lists:
    period: Period = request.param
    rows, of_all = ({name: each[period.key][place] for name, each in all_lists.items()} for place in (0, 1))
    return Lists(
        period=period,
        rows=rows,
        of_all=of_all,
        counted={name: children_in(table) for name, table in rows.items()},
        among={name: children_in(table) for name, table in of_all.items()},
    )


@pytest.fixture(scope="module")
def figures(snapshot: Snapshot) -> Figures:
    return compute_figures(snapshot, INDICATORS, periods=PERIODS, breakdowns=False)


@pytest.mark.parametrize("item", INDICATORS, ids=lambda item: item.id)
def test_a_figure_lists_exactly_as_many_rows_as_it_counts(item: Indicator, lists: Lists, figures: Figures):
    figure = figures.figure(item.id, lists.period.key)
    assert figure is not None
    check_listed(figure, item.measure.shape, rows=lists.rows[item.id], of_all=lists.of_all[item.id])


def some_children(snapshot: Snapshot, lists: Lists) -> tuple[str, ...]:
    """A handful who differ: the child in most lists, one listed often in one, one only among, and one in no list."""
    every = Counter[str]()
    for counts in (*lists.counted.values(), *lists.among.values()):
        every.update(child for child in counts if child)
    most = min(every, key=lambda child: (-every[child], child))
    often = max((count, child) for counts in lists.counted.values() for child, count in counts.items() if child)[1]
    only_among = next(
        child
        for item in INDICATORS
        if item.measure.shape is Shape.PERCENTAGE
        for child in sorted(filter(None, lists.among[item.id]))
        if not lists.counted[item.id][child]
    )
    column = pq.read_table(snapshot.table_paths("person")[0], columns=["la_child_id"]).column(0)
    people = list(filter(None, column.to_pylist()))
    nowhere = next(child for child in people if child not in every)
    return tuple(dict.fromkeys((most, often, only_among, nowhere, people[0], people[4000])))


def test_what_counts_a_child_is_what_lists_the_child(snapshot: Snapshot, lists: Lists):
    children = some_children(snapshot, lists)
    assert len(children) >= 4
    for number in children:
        answer = counted_in(snapshot, INDICATORS, child=find_child(snapshot, number), period=lists.period)
        found = {row["indicator"]: (row["counted"], row["among"]) for row in answer.table.to_pylist()}
        supply = supply_of(snapshot)
        assert set(answer.not_asked) == {
            item.id for item in INDICATORS if unsupplied(item, supply) or not is_covered(item, lists.period, supply)
        }
        expected = {
            item.id: (
                lists.counted[item.id][number],
                lists.among[item.id][number]
                if item.measure.bottom is not None and item.measure.shape not in WORKED_OUT_OVER_ROWS
                else None,
            )
            for item in INDICATORS
            if item.id not in answer.not_asked and (lists.counted[item.id][number] or lists.among[item.id][number])
        }
        assert found == expected


def test_the_indicators_stand_in_the_order_of_the_catalogue(snapshot: Snapshot):
    number = pq.read_table(snapshot.table_paths("child_protection_plan")[0]).column("person_id")[0].as_py()
    found = counted_in(
        snapshot, INDICATORS, child=find_child(snapshot, number), period=financial_year(2014)
    ).table.column("indicator")
    order = [item.id for item in INDICATORS]
    assert found.to_pylist() == sorted(found.to_pylist(), key=order.index) and len(found) > 2


@pytest.mark.parametrize(
    ("shape", "counted", "among", "part"),
    [
        (Shape.COUNT, 2, 2, "counted"),
        (Shape.PERCENTAGE, 1, 3, "counted"),
        (Shape.PERCENTAGE, 0, 3, "only among"),
        (Shape.MEAN, 1, 1, "worked out over"),
        (Shape.MEDIAN, 1, 1, "worked out over"),
        (Shape.REPORTED, 1, 1, "worked out over"),
        (Shape.DIFFERENCE, 1, 0, "counted"),
        (Shape.DIFFERENCE, 0, 1, "taken away"),
        (Shape.DIFFERENCE, 1, 1, "counted and taken away"),
    ],
)
def test_the_part_a_child_plays_is_said_in_words(shape: Shape, counted: int, among: int, part: str):
    item = dataclasses.replace(INDICATORS[0], measure=dataclasses.replace(INDICATORS[0].measure, shape=shape))
    assert part_of(item, counted=counted, among=among) == part


def test_a_child_with_two_referrals_counts_twice_and_once_among_children(loaded: Path, say):
    told = say("counted", "899000002", "--period", "2015-03-31..2015-08-31", "--store", loaded, "--json")
    rows = {row["indicator"]: row for row in json.loads(told.stdout)}
    assert (rows["RF01"]["counted"], rows["RF01-CHILDREN"]["counted"]) == (2, 1)
    assert (rows["RF03"]["counted"], rows["RF03"]["among"], rows["RF03"]["part"]) == (2, 2, "counted")


def test_indicators_whose_records_nobody_supplied_are_named_and_not_taken_for_none(loaded: Path, say):
    told = say("counted", "899000003", "--period", "2015-08", "--store", loaded)
    assert told.exit_code == 0 and told.stdout == "No indicator lists the child, August 2015.\n"
    assert "CP01" in told.stderr and "RF01," not in told.stderr and "899000003" not in told.stderr


def test_a_period_that_the_records_do_not_cover_has_no_answer(demo_output: Path, snapshot: Snapshot, say):
    number = pq.read_table(snapshot.table_paths("person")[0], columns=["person_id"]).column(0)[0].as_py()
    told = say("counted", number, "--period", "2009-05", "--store", demo_output)
    assert told.exit_code == 5 and "cover" in told.stderr and number not in told.stderr


def test_several_periods_are_refused_as_for_a_list(loaded: Path, say):
    told = say("counted", "899000002", "--period", "month", "--store", loaded)
    assert told.exit_code == 2 and "Name one" in told.stderr


def test_a_file_of_what_counts_a_child_is_said_to_hold_childrens_records(loaded: Path, say, tmp_path: Path):
    for words in (("counted", "899000002"), ("list", "RF01")):
        told = say(*words, "--store", loaded, "--out", tmp_path / "out.csv")
        assert told.exit_code == 0 and told.stdout == ""
        assert "holds children's records" in told.stderr and "899000002" not in told.stderr
