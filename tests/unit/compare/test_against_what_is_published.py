"""The arithmetic against what others have worked out from the same statistics: neighbour means, and rates of children.

These read the public extract beside the repository, and are left out where it is missing.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pyarrow as pa
import pytest

from purplebook.definitions import INDICATORS
from purplebook.definitions.reference import (
    Level,
    Target,
    areas,
    neighbours,
    population_0_17,
    published_measures,
)
from purplebook.language import periods as p
from purplebook.results.compare import Benchmarks, benchmarks_from, compare
from purplebook.results.compare.benchmarks import FEWEST_NEIGHBOURS, neighbours_average
from purplebook.sources.published import PublishedRead, read_published
from tests.support.published import figures, known

LISTS = {"SN mean 2025 model": "2025-05", "SN mean 2021 model": "2021-04"}
TARGETS = tuple(
    Target(name, Decimal(95), "%", "at least", date(2010, 4, 1), None, (), "Plan") for name in ("CL07", "AS01", "IC03")
)
AREAS = {"Reading": "870", "South East": "989", "England": "970"}
YEARS = range(2012, 2026)
A_TENTH = Decimal("0.1")


@pytest.fixture(scope="module")
def extract(shared: Path) -> PublishedRead:
    """The whole extract, read as `benchmarks import` reads it."""
    return read_published(shared / "benchmarks" / "benchmarks_best.parquet", known=known())


@pytest.fixture(scope="module")
def benchmarks(extract: PublishedRead) -> Benchmarks:
    """Every figure of it, ready to be asked for."""
    return benchmarks_from([extract.table])


def printed(shared: Path) -> Iterator[tuple[str, str, str, int, str]]:
    """Measure, group, area, year and text of every cell of the series of Reading."""
    with (shared / "benchmarks" / "reading_series.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            measure, _, group = row["indicator"].partition(" ")
            for year in YEARS:
                yield measure, group, row["area"], year, row[str(year)]


def test_every_row_of_the_extract_is_held(extract: PublishedRead):
    assert (extract.rows_read, extract.rows_held, extract.issues) == (224_507, 224_507, ())
    assert extract.table.num_rows == 224_507
    values, symbols = extract.table.column("value"), extract.table.column("symbol")
    # 25,093 rows have a symbol, and not one of them became a number.
    assert symbols.null_count == 224_507 - 25_093
    assert values.null_count == 25_093
    assert not any(a == b for a, b in zip(values.is_null().to_pylist(), symbols.is_null().to_pylist(), strict=True))


def test_the_neighbours_mean_is_the_one_that_others_worked_out(shared: Path, benchmarks: Benchmarks):
    compared = too_few = 0
    for measure, group, area, year, text in printed(shared):
        if area not in LISTS:
            continue
        item, listed = published_measures().find(measure, group), neighbours().of("870", vintage=LISTS[area])
        assert item is not None and listed is not None
        average = neighbours_average(
            benchmarks, listed, measure=measure, group=group, year=year, when=item.when, areas=areas()
        )
        assert average.counted + len(average.missing) == average.among == 10
        where = (measure, group, area, year)
        if not text:
            assert average.counted == 0, where
        elif average.counted < FEWEST_NEIGHBOURS:
            # They print an average of three or four neighbours; we do not.
            too_few += 1
            assert average.mean is None and average.median is None, where
        else:
            compared += 1
            assert average.mean is not None, where
            assert abs(average.mean - Decimal(text)) <= Decimal("0.05"), where
    assert compared > 600 and too_few < 20, (compared, too_few)


def test_single_areas_are_read_as_others_read_them(shared: Path, benchmarks: Benchmarks):
    compared = symbols = 0
    for measure, group, area, year, text in printed(shared):
        if area not in AREAS or not text:
            continue
        found = benchmarks.get(measure, group, AREAS[area], year)
        assert found is not None, (measure, group, area, year)
        if found.value is None:
            symbols += 1
            assert found.symbol == text
        else:
            compared += 1
            assert found.value.quantize(A_TENTH, ROUND_HALF_UP) == Decimal(text).quantize(A_TENTH, ROUND_HALF_UP)
    assert compared > 900 and symbols > 20, (compared, symbols)


@pytest.mark.parametrize("stem", ["referrals", "s47", "icpc", "cpp", "cin"])
def test_a_published_rate_is_the_count_over_the_children_of_the_middle_of_the_year_before(
    benchmarks: Benchmarks, stem: str
):
    compared = 0
    for (measure, group, area, year), rate in benchmarks.figures.items():
        count = benchmarks.get(f"{stem}_number", group, area, year)
        people = population_0_17().people.get((area, year - 1))
        found = areas().get(area)
        # Regions and England are published rounded to tens and hundreds.
        if measure != f"{stem}_rate" or found is None or found.level is not Level.AUTHORITY:
            continue
        if rate.value is None or count is None or count.value is None or people is None:
            continue
        compared += 1
        assert abs(count.value * 10_000 / people - rate.value) <= Decimal("0.05"), (area, year)
    assert compared > 1_900


def test_another_year_s_children_would_not_give_the_published_rate(benchmarks: Benchmarks):
    # The test above would not be worth much if any year's population did.
    count, rate = (benchmarks.get(name, "", "870", 2015) for name in ("referrals_number", "referrals_rate"))
    same_year = population_0_17().people.get(("870", 2015))
    assert count and rate and count.value and rate.value and same_year
    assert abs(count.value * 10_000 / same_year - rate.value) > 5


def test_the_whole_book_is_compared_in_well_under_a_second(extract: PublishedRead):
    months = [p.month(2010 + (3 + n) // 12, (3 + n) % 12 + 1) for n in range(60)]
    rows = [
        {"indicator": item.id, "period": month, "value": n % 97}
        for n, item in enumerate(INDICATORS)
        for month in months
    ]
    table = figures(rows)
    start = time.process_time()
    found = compare(table, INDICATORS, held=[extract.table], targets=TARGETS)
    taken = time.process_time() - start
    assert found.num_rows > 6 * len(rows)
    assert taken < 1.0, f"{taken:.2f} CPU seconds"


def test_the_same_figures_give_the_same_bytes(extract: PublishedRead):
    table = figures({"indicator": item.id, "period": p.month(2015, 3), "value": 5} for item in INDICATORS)

    def content() -> bytes:
        sink = pa.BufferOutputStream()
        found = compare(table, INDICATORS, held=[extract.table], targets=TARGETS)
        with pa.ipc.new_stream(sink, found.schema) as writer:
            writer.write_table(found.combine_chunks())
        return sink.getvalue().to_pybytes()

    assert content() == content()
