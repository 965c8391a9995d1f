"""Random cases must notice every fault planted in what is said in sets of periods, too."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pyarrow as pa
import pytest

from tests.generative.cases import Case, ReusedDuckDB, by_duckdb, by_reference
from tests.generative.set_cases import some_set_cases

COUNT = 500
"""How many random cases may pass before a fault counts as unnoticed."""

Change = Callable[[str], str]


def swap(old: str, new: str) -> Change:
    return lambda sql: sql.replace(old, new)


def match(pattern: str, new: str) -> Change:
    return lambda sql: re.sub(pattern, new, sql)


FAULTS: dict[str, Change] = {
    "a condition holds only where it holds in every period": swap("BIT_OR(p.bit)", "BIT_AND(p.bit)"),
    "one related row must hold in every period of the others": match(r"BIT_OR\(s(\d)\)", r"BIT_AND(s\1)"),
    "false is taken for true": swap("FILTER (WHERE NOT ", "FILTER (WHERE "),
    "what does not exist is not turned round": match(r"XOR\((COALESCE\(.+?\)\)), CAST\(\d+ AS HUGEINT\)\)", r"\1"),
    "either condition will do": swap(" & CASE WHEN ", " | CASE WHEN "),
    "age is a year out": swap(" // 10000 - 10000)", " // 10000 - 9999)"),
    "the second count of a pair leaks into the first": swap("& 2147483647", "& 4294967295"),
    "a child with several rows counts once for each": match(r"\(children_(\d)\.before & p\.bit\) = 0", "TRUE"),
    "a child with several rows is left out": match(
        r"CASE WHEN t\d AND NOT once\d THEN child\d END", "CAST(NULL AS INT)"
    ),
    "a row without a child counts as one": match(r"rows\.person_id IS NOT NULL AND", "TRUE AND"),
    "people of another authority are taken": swap("about.about_authority = base.authority_code AND ", ""),
    "links of another authority are taken": swap("kin.authority_code = this.authority_code AND ", ""),
    "related rows of another authority are taken": swap("other.authority_code = this.authority_code AND ", ""),
    "a drawn value stands beside every period": match(r"AND related_\d+\.period = p\.period", ""),
    "rows without a group are dropped": match(r"CAST\('Not recorded' AS label_\w+\)", "NULL"),
    "a total counts in every period of its row": match(r"\(\(rows\.s(\d+) & p\.bit\) <> 0", r"(rows.s\1 <> 0"),
}


@cache
def cases() -> tuple[Case, ...]:
    return some_set_cases(COUNT)


class FaultySets(ReusedDuckDB):
    """DuckDB that is given steps other than the right ones; `changed` tells whether it was for the last case."""

    def __init__(self, change: Change) -> None:
        self.change, self.changed = change, False
        super().__init__()

    def _altered(self, sql: str) -> str:
        made = self.change(sql)
        self.changed = self.changed or made != sql
        return made

    def _execute(self, sql: str) -> None:
        super()._execute(self._altered(sql))

    def run(self, sql: str) -> pa.Table:
        return super().run(self._altered(sql))


def noticed(engine: FaultySets, case: Case) -> bool:
    engine.changed = False
    try:
        found = by_duckdb(engine, case)
    except (RuntimeError, AssertionError):
        # A step that cannot run, or figures that appear twice, are hard to overlook.
        return engine.changed
    return engine.changed and found != by_reference(case)


@pytest.mark.parametrize("name", FAULTS)
def test_random_cases_notice_a_fault_planted_in_the_sets(name: str) -> None:
    with FaultySets(FAULTS[name]) as engine:
        assert any(noticed(engine, case) for case in cases())


def test_without_a_fault_nothing_is_noticed() -> None:
    with FaultySets(lambda sql: sql) as engine:
        assert not any(noticed(engine, case) for case in cases()[:20])
