"""Every indicator, every month and every breakdown: asked together, one indicator at a time, and one cell at a time.

    python benchmarks/bench_all_indicators.py [--size council|region|england] [--data STORE]

fused      one plan for each table and clock, as the product does it; the totals come out as Arrow
figures    the same, and the figures made of the totals: divided, labelled, with their status
apart      one plan for each indicator, same engine
cell       one plan for each indicator, month and breakdown, same engine, on an even sample of them and scaled up

Where a size is too large for a contender, it runs over some of the authorities and is scaled up by their number; the
table says so.  Only the ratios count: machines differ and are noisy.
"""

from __future__ import annotations

import argparse
from typing import Any

from measure import answer, arguments, ask, cpu, keep, show
from records import everything, months_of, row_count, snapshot_in

from purplebook.engine.plan import Request, plan
from purplebook.engine.records.open import open_engine
from purplebook.language.periods import Period
from purplebook.results.snapshots import batches_of, figures_in_batches

CELLS = {"tiny": 2, "council": 240, "region": 120, "england": 120}
"""Cells measured apart: enough for a steady average, few enough to wait for."""

SHARE = {"tiny": 1, "council": 1, "region": 1, "england": 9}
"""Of the authorities, one in so many is given to the slower contenders."""


def fused(chosen: argparse.Namespace) -> dict[str, Any]:
    """Every total, some authorities at a time where there are many."""
    snapshot = snapshot_in(chosen.data)
    periods, scans = months_of(snapshot, chosen.size), plan(everything(chosen.size))
    rows, before = 0, cpu()
    for batch in batches_of(snapshot, snapshot.authorities):
        with open_engine(snapshot, periods, authorities=_named(batch, snapshot.authorities)) as engine:
            rows += sum(engine.totals(scan).num_rows for scan in scans)
    return {"cpu": cpu() - before, "queries": len(scans), "answers": rows, "rows": row_count(snapshot)}


def figures(chosen: argparse.Namespace) -> dict[str, Any]:
    """Every figure, some authorities at a time; each batch is let go of before the next."""
    snapshot = snapshot_in(chosen.data)
    items = [item.indicator for item in everything(chosen.size)]
    periods, before, made = months_of(snapshot, chosen.size), cpu(), 0
    for table in figures_in_batches(snapshot, items, periods=periods):
        made += table.num_rows
    return {"cpu": cpu() - before, "figures": made}


def apart(chosen: argparse.Namespace) -> dict[str, Any]:
    """Every total, with a plan for each indicator by itself."""
    snapshot = snapshot_in(chosen.data)
    periods, requests = months_of(snapshot, chosen.size), everything(chosen.size)
    some = _some(snapshot.authorities, chosen.size)
    queries, before = 0, cpu()
    for item in requests:
        with open_engine(snapshot, periods, authorities=_named(some, snapshot.authorities)) as engine:
            for scan in plan([item]):
                engine.totals(scan)
                queries += 1
    return {"cpu": cpu() - before, "queries": queries, "authorities": len(some)}


def cell(chosen: argparse.Namespace) -> dict[str, Any]:
    """The CPU seconds of one cell on its own, over an even sample; opening the engine is not counted."""
    snapshot = snapshot_in(chosen.data)
    periods, requests = months_of(snapshot, chosen.size), everything(chosen.size)
    some = _some(snapshot.authorities, chosen.size)
    wanted: list[tuple[Request, Period]] = [
        (Request(item.indicator, (grouping,)), period)
        for item in requests
        for grouping in item.groupings
        for period in periods
    ]
    sample = wanted[:: len(wanted) // CELLS[chosen.size]][: CELLS[chosen.size]]
    spent = 0.0
    for item, period in sample:
        with open_engine(snapshot, [period], authorities=_named(some, snapshot.authorities)) as engine:
            before = cpu()
            for scan in plan([item]):
                engine.totals(scan)
            spent += cpu() - before
    return {"cpu": spent, "queries": len(sample), "cells": len(wanted), "authorities": len(some)}


def _some(authorities: tuple[str, ...], size: str) -> tuple[str, ...]:
    return authorities[:: SHARE[size]]


def _named(some: tuple[str, ...], every: tuple[str, ...]) -> tuple[str, ...]:
    """No names where all are meant."""
    return () if len(some) == len(every) else some


def main() -> None:
    """Measure the contenders and print the ratios."""
    chosen = arguments(__doc__ or "")
    if answer({"fused": fused, "figures": figures, "apart": apart, "cell": cell}, chosen):
        return
    found = {name: ask(__file__, name, chosen) for name in ("fused", "figures", "apart", "cell")}
    count = len(snapshot_in(chosen.data).authorities)
    apart_cpu = found["apart"]["cpu"] * count / found["apart"]["authorities"]
    one = found["cell"]["cpu"] / found["cell"]["queries"] * count / found["cell"]["authorities"]
    cells_cpu = one * found["cell"]["cells"]
    fused_cpu = found["fused"]["cpu"]
    found |= {
        "authorities": count,
        "apart_cpu": round(apart_cpu, 2),
        "cells_cpu": round(cells_cpu, 1),
        "apart_ratio": round(apart_cpu / fused_cpu, 1),
        "cells_ratio": round(cells_cpu / fused_cpu),
    }
    keep("all-indicators", chosen, found)
    print(f"{found['fused']['rows']:,} rows, {count} authorities; {found['figures']['figures']:,} figures")
    show(
        [
            ("", "queries", "CPU seconds", "ratio", "MB"),
            ("fused: totals", _n(found["fused"]["queries"]), f"{fused_cpu:.2f}", "1", _n(found["fused"]["megabytes"])),
            ("fused: figures", "", f"{found['figures']['cpu']:.2f}", "", _n(found["figures"]["megabytes"])),
            (
                "one query per indicator",
                _n(found["apart"]["queries"]),
                f"{apart_cpu:.1f}",
                f"{found['apart_ratio']}",
                _n(found["apart"]["megabytes"]),
            ),
            (
                "one query per cell",
                _n(found["cell"]["cells"]),
                f"{cells_cpu:,.0f}",
                f"{found['cells_ratio']:,}",
                _n(found["cell"]["megabytes"]),
            ),
        ]
    )
    print(f"One query per cell: scaled up from {found['cell']['queries']} cells.", end=" ")
    if found["apart"]["authorities"] < count:
        print(f"The two slower ones: scaled up from {found['apart']['authorities']} authorities.", end="")
    print()


def _n(number: int) -> str:
    return f"{number:,}"


if __name__ == "__main__":
    main()
