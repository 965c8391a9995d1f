"""What must be true of every query, whatever the definition."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import sqlglot

from purplebook.definitions import INDICATORS
from purplebook.engine import plain_python
from purplebook.engine.duckdb.engine import DuckDBEngine
from purplebook.engine.plan import Scan, plan, request
from purplebook.engine.sql.dialect import Dialect
from purplebook.engine.sql.query import rows_query, totals_query
from purplebook.language.measures import Total, TotalKind
from purplebook.language.periods import financial_year
from tests.generative.cases import Case, ReusedDuckDB, some_cases
from tests.support.data import arrow_tables, full_rows
from tests.support.definitions import tables_named

CASES = some_cases(80, seed=2)


def scans_of(case: Case) -> tuple[Scan, ...]:
    return plan([request(item, crossed=case.crossed(item)) for item in case.indicators])


@pytest.fixture(scope="module")
def engine() -> Iterator[ReusedDuckDB]:
    with ReusedDuckDB() as opened:
        yield opened


def test_sqlglot_reads_every_query() -> None:
    indicator_scans = plan([request(item) for item in INDICATORS])
    for scan in (*indicator_scans, *(scan for case in CASES for scan in scans_of(case))):
        for sql in (totals_query(scan, Dialect()), rows_query(scan, scan.totals[0], Dialect())):
            assert isinstance(sqlglot.parse_one(sql, dialect="duckdb"), sqlglot.exp.Select)


def test_there_is_one_query_for_each_table_and_clock() -> None:
    scans = plan([request(item) for item in INDICATORS])
    wanted = {
        (total.cohort.table, total.cohort.clock)
        for item in INDICATORS
        for total in (item.measure.top, item.measure.bottom)
        if total is not None
    }
    assert len(scans) == len(wanted)
    assert {(scan.table, scan.clock) for scan in scans} == wanted


def test_every_order_in_a_window_says_where_what_is_missing_goes() -> None:
    orders = [
        order
        for case in CASES
        for scan in scans_of(case)
        for total in scan.totals
        if total.kind is TotalKind.CHILDREN
        for window in sqlglot.parse_one(rows_query(scan, total, Dialect()), dialect="duckdb").find_all(
            sqlglot.exp.Window
        )
        for order in window.find_all(sqlglot.exp.Ordered)
    ]
    assert orders
    assert all(order.args.get("nulls_first") is False for order in orders)


def counted(case: Case, total: Total) -> dict[tuple[str, int], int]:
    """How many rows stand behind a total for each authority and period; children once each."""
    rows = full_rows(case.data)
    found: dict[tuple[str, int], int] = {}
    for place, period in enumerate(case.periods):
        behind = plain_python.rows_behind(rows, total, period)
        for authority in {row["authority_code"] for row in behind}:
            own = [row for row in behind if row["authority_code"] == authority]
            children = {row.get("person_id") for row in own} - {None}
            number = len(children) if total.kind is TotalKind.CHILDREN else len(own)
            if number:
                found[authority, place] = number
    return found


def test_a_list_has_exactly_as_many_rows_as_its_total_for_every_kind_of_total(engine: ReusedDuckDB) -> None:
    seen = set()
    for case in CASES:
        engine.fill(arrow_tables(case.data, names=tables_named(case.indicators)), case.periods)
        for scan in scans_of(case):
            for total in scan.totals:
                listed: dict[tuple[str, int], int] = {}
                for row in engine.rows(scan, total).select(["authority_code", "period"]).to_pylist():
                    key = row["authority_code"], row["period"]
                    listed[key] = listed.get(key, 0) + 1
                assert listed == counted(case, total)
                if listed:
                    seen.add(total.kind)
    assert seen == set(TotalKind)


def test_a_list_brings_the_very_values_that_are_added_up(engine: ReusedDuckDB) -> None:
    added = 0
    for case in CASES:
        engine.fill(arrow_tables(case.data, names=tables_named(case.indicators)), case.periods)
        for scan in scans_of(case):
            answer = engine.totals(scan).to_pylist()
            names = [name for name, _ in scan.dimensions]
            for place, total in enumerate(scan.totals):
                if total.kind is not TotalKind.SUM:
                    continue
                rows = engine.rows(scan, total).select(["authority_code", "period", "value"]).to_pylist()
                for cell in answer:
                    if all(cell[name] is None for name in names):
                        own = [
                            row["value"]
                            for row in rows
                            if (row["authority_code"], row["period"]) == (cell["authority_code"], cell["period"])
                        ]
                        assert sum(own) == (cell[f"t{place}"] or 0)
                        added += len(own)
    assert added


def test_the_engine_knows_every_day_from_1985_to_2050(engine: ReusedDuckDB) -> None:
    engine.fill({}, ())
    days = engine.run("SELECT MIN(day) AS first_day, MAX(day) AS last_day, COUNT(*) AS number FROM days").to_pylist()[0]
    assert days == {"first_day": date(1985, 1, 1), "last_day": date(2050, 12, 31), "number": 24_106}


def test_a_question_opens_only_the_tables_that_it_names(tmp_path: Path) -> None:
    pq.write_table(pa.table({"contact_id": ["C1", "C2"], "visit_id": ["V1", "V2"]}), tmp_path / "contact.parquet")
    files = {name: tmp_path / f"{name}.parquet" for name in ("contact", "visit")}
    with DuckDBEngine(files, [financial_year(2014)]) as engine:
        assert engine.run("SELECT visit_id FROM contact").column(0).to_pylist() == ["V1", "V2"]
        # Asked again, in another breath, and beside a table that is always there.
        assert engine.run("SELECT count(*) AS n FROM contact, periods").column(0).to_pylist() == [2]
        with pytest.raises(RuntimeError, match="visit"):
            engine.run("SELECT count(*) AS n FROM visit")
