"""Random cases must notice every fault planted in the SQL: this is what they are worth."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pyarrow as pa
import pytest

from purplebook.engine.plan import Scan, plan, request
from purplebook.engine.sql.dialect import Dialect
from purplebook.engine.sql.query import totals_query
from tests.engines.faults import DIALECT_FAULTS, TEXT_FAULTS, TextFault
from tests.generative.cases import Case, ReusedDuckDB, by_duckdb, by_reference, some_cases

COUNT = 4000
"""How many random cases may pass before a fault counts as unnoticed."""


@cache
def cases() -> tuple[tuple[Case, tuple[Scan, ...]], ...]:
    return tuple(
        (case, plan([request(item, crossed=case.crossed(item)) for item in case.indicators]))
        for case in some_cases(COUNT)
    )


class FaultyDuckDB(ReusedDuckDB):
    """DuckDB that is given a query other than the right one."""

    def __init__(self, *, change: TextFault, dialect: Dialect) -> None:
        super().__init__()
        self.change, self.dialect = change, dialect

    def query(self, scan: Scan) -> str:
        return self.change(totals_query(scan, self.dialect))

    def totals(self, scan: Scan) -> pa.Table:
        return self.run(self.query(scan))


def noticed(engine: FaultyDuckDB, scans: Sequence[Scan], case: Case) -> bool:
    """Whether a case whose query is changed by the fault gets figures that it should not."""
    if all(engine.query(scan) == totals_query(scan, Dialect()) for scan in scans):
        return False
    try:
        return by_duckdb(engine, case) != by_reference(case)
    except (RuntimeError, AssertionError):
        # A query that cannot run, or figures that appear twice, are hard to overlook.
        return True


def same(sql: str) -> str:
    return sql


@pytest.mark.parametrize("name", [*TEXT_FAULTS, *DIALECT_FAULTS])
def test_random_cases_notice_a_fault_planted_in_the_sql(name: str) -> None:
    dialect = DIALECT_FAULTS.get(name, Dialect())
    with FaultyDuckDB(change=TEXT_FAULTS.get(name, same), dialect=dialect) as engine:
        assert any(noticed(engine, scans, case) for case, scans in cases())


def test_without_a_fault_the_same_cases_are_all_right() -> None:
    with FaultyDuckDB(change=same, dialect=Dialect()) as engine:
        for case, _ in cases()[:20]:
            assert by_duckdb(engine, case) == by_reference(case)
