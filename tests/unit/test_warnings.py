"""A figure that looks back further than the records reach says so, and to the day."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pyarrow as pa

from purplebook.definitions import indicator_by_id
from purplebook.engine.plan import Request, Scan
from purplebook.language.periods import Period, day
from purplebook.results.setting import Setting
from purplebook.results.supply import Supply
from purplebook.results.warnings import warnings_for


class NoEngine:
    """What is declared of the records must be enough: nothing may be asked of an engine."""

    def totals(self, scan: Scan) -> pa.Table:
        raise AssertionError(scan)

    def run(self, sql: str) -> pa.Table:
        raise AssertionError(sql)


def warned(name: str, period: Period, *, since: date) -> tuple[str, ...]:
    item = indicator_by_id(name)
    setting = Setting(("899",), supply=Supply(covers_from={item.measure.top.cohort.table: since}))
    return warnings_for(NoEngine(), [Request(item, ((),))], [period], setting, Counter())


def test_twelve_months_to_the_day_are_enough_and_one_day_less_is_not() -> None:
    assert warned("LA13", day(date(2012, 3, 31)), since=date(2011, 4, 1)) == ()
    (warning,) = warned("LA13", day(date(2012, 3, 31)), since=date(2011, 4, 2))
    assert "looks back 12 months" in warning and "2 April 2011" in warning


def test_a_look_back_without_limit_always_says_from_when_the_records_are_complete() -> None:
    (warning,) = warned("CP09", day(date(2015, 8, 31)), since=date(2011, 4, 1))
    assert "without limit" in warning and "1 April 2011" in warning
