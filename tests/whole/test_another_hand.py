"""The invented council's headline figures, against a count by another hand.

The queries in `tests.support.another_hand` were written from the catalogue by someone who had not read the definitions.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import duckdb
import pytest

from purplebook.definitions import INDICATORS
from purplebook.language.periods import Period, financial_year, month, month_end, quarter
from purplebook.language.periods import day as day_period
from purplebook.results.snapshots import compute_figures
from purplebook.store import Store
from tests.support.another_hand import AT_A_DATE, EVERYONE, IN_A_MONTH, OVER_A_PERIOD, HandCount, count, open_files

MONTH = month(2015, 8)
PERIODS = (MONTH, quarter(2015, 1), financial_year(2014))
DATES = (day_period(month_end(2015, 3)), day_period(month_end(2015, 8)))
BREAKDOWNS = {"CP03": "category", "LA08": "age_band", "QA02": "theme"}
CASES = (
    *((code, query, period) for code, query in OVER_A_PERIOD.items() for period in PERIODS),
    *((code, query, on) for code, query in AT_A_DATE.items() for on in DATES),
    *((code, query, MONTH) for code, query in IN_A_MONTH.items()),
)
COMPARED = {code for code, _, _ in CASES}

Found = Mapping[tuple[str, str, str, str], HandCount]


@pytest.fixture(scope="module")
def files(demo_output: Path) -> duckdb.DuckDBPyConnection:
    return open_files(demo_output / "files")


@pytest.fixture(scope="module")
def figures(demo_output: Path) -> Found:
    """What the product answers, by indicator, period, breakdown and group."""
    answer = compute_figures(
        Store.open(demo_output / "store").snapshot_for(date(2015, 8, 31)),
        [item for item in INDICATORS if item.id in COMPARED],
        periods=(*PERIODS, *DATES),
    )
    return {
        (row["indicator"], row["period"], row["breakdown"], row["group"]): HandCount(
            row["group"], row["numerator"], row["denominator"]
        )
        for row in answer.table.to_pylist()
    }


@pytest.mark.parametrize(("code", "query", "period"), CASES, ids=[f"{code} {period.key}" for code, _, period in CASES])
def test_another_hand_counts_the_same_from_the_files(
    code: str, query: str, period: Period, files: duckdb.DuckDBPyConnection, figures: Found
) -> None:
    by_hand = count(files, query, first=period.first_day, last=period.last_day)
    breakdown = BREAKDOWNS.get(code, EVERYONE)
    found = {
        group: found
        for (at, key, by, group), found in figures.items()
        if (at, key, by) == (code, period.key, breakdown)
    }
    assert found == {counted.group: counted for counted in by_hand}


def test_the_hand_counts_are_not_all_nought(files: duckdb.DuckDBPyConnection) -> None:
    """Otherwise equal figures would prove nothing: only three may be nought in one of their periods."""
    empty = {
        code
        for code, query, period in CASES
        if not any(counted.numerator for counted in count(files, query, first=period.first_day, last=period.last_day))
    }
    assert empty <= {"AD06", "CP06", "QA07"}
