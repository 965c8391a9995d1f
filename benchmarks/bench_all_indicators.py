"""How much CPU it takes to work out every indicator, every month of five years and every breakdown, both ways.

    python benchmarks/bench_all_indicators.py [STORE]        (without one: demo-output/store, which `make demo` makes)

Fused: one query for each table and clock, as the product does it.  Apart: one query for each indicator, month and
breakdown on the same engine, measured on an even sample of the cells and scaled up.  Only the ratio counts: machines
differ and are noisy, and both halves run in the same process one after the other.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

from purplebook.definitions import INDICATORS
from purplebook.engine.plan import Request, plan, request
from purplebook.language.periods import Period, PeriodKind, add_months, periods_up_to
from purplebook.results.compute import compute
from purplebook.results.snapshots import open_engine, setting_of
from purplebook.store import Snapshot, Store

SAMPLE = 240
"""Cells measured apart: enough for a steady average, few enough to wait for."""


def main(store: Path) -> None:
    """Measure both ways and print the ratio."""
    snapshot = Store.open(store).latest()
    last = snapshot.as_at
    periods = periods_up_to(last, PeriodKind.MONTH, since=_first_of_month(add_months(last, -59)))
    requests = [request(item) for item in INDICATORS]
    cells = sum(len(item.groupings) for item in requests) * len(periods)

    open_engine(snapshot, periods[:1]).close()  # the calendar of working days is made once in a process
    started = time.process_time()
    with open_engine(snapshot, periods) as engine:
        figures = compute(engine, requests, periods, setting_of(snapshot))
    fused = time.process_time() - started

    apart = _apart(snapshot, requests, periods)
    print(f"{len(INDICATORS)} indicators x {len(periods)} months x breakdowns: {figures.table.num_rows:,} figures")
    print(f"fused: {len(plan(requests))} queries, {fused:.2f} CPU seconds")
    print(
        f"apart: {cells:,} queries, {apart * cells:,.0f} CPU seconds "
        f"({apart * 1000:.1f} ms each, measured on {SAMPLE} of them)"
    )
    print(f"ratio: {apart * cells / fused:,.0f}")


def _first_of_month(day: date) -> date:
    return day.replace(day=1)


def _apart(snapshot: Snapshot, requests: list[Request], periods: tuple[Period, ...]) -> float:
    """CPU seconds of one cell on its own, over an even sample; opening the engine is not counted."""
    wanted = [(item, grouping, period) for item in requests for grouping in item.groupings for period in periods]
    step = len(wanted) // SAMPLE
    spent = 0.0
    for item, grouping, period in wanted[::step][:SAMPLE]:
        with open_engine(snapshot, [period]) as engine:
            started = time.process_time()
            for scan in plan([Request(item.indicator, (grouping,))]):
                engine.totals(scan)
            spent += time.process_time() - started
    return spent / SAMPLE


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "demo-output/store"))
