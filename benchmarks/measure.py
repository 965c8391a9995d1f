"""What every benchmark shares: contenders as processes of their own, their CPU and memory, and where results are kept.

A contender is run as `python FILE --contender NAME …` and prints one line of JSON.  Its CPU seconds are those of the
work alone, user and system, without starting Python; its memory is the most the whole process ever held.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"
TINY = "tiny"
"""A size at which nothing is measured: tests run each benchmark at it, to see that it still works."""
SIZES = (TINY, "council", "region", "england")
STORES = {"council": "demo-output/store", "region": "demo-region/store", "england": "demo-england/store"}
"""Where `make demo` and `purplebook demo --scale SIZE --out demo-SIZE` put them."""

Contender = Callable[[argparse.Namespace], Mapping[str, Any]]


def cpu() -> float:
    """CPU seconds of this process so far, user and system, all threads."""
    spent = resource.getrusage(resource.RUSAGE_SELF)
    return spent.ru_utime + spent.ru_stime


def peak_megabytes() -> float:
    """The most memory this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def arguments(says: str, *more: Callable[[argparse.ArgumentParser], object]) -> argparse.Namespace:
    """The words every benchmark understands, and those that `more` adds for one of them."""
    parser = argparse.ArgumentParser(description=says.splitlines()[0])
    parser.add_argument("--size", choices=SIZES, default="council")
    parser.add_argument("--data", type=Path, help="the store (default: demo-output/store, demo-SIZE/store)")
    parser.add_argument("--contender", help=argparse.SUPPRESS)
    parser.add_argument("--keep", type=Path, help=argparse.SUPPRESS)
    for add in more:
        add(parser)
    chosen = parser.parse_args()
    if chosen.size == TINY and chosen.data is None:
        parser.error("--size tiny measures nothing. It is for tests, which say --data STORE.")
    chosen.data = chosen.data or Path(STORES[chosen.size])
    return chosen


def answer(contenders: Mapping[str, Contender], chosen: argparse.Namespace) -> bool:
    """Be the contender that was asked for, print what came of it, and say whether one was."""
    if chosen.contender is None:
        return False
    before = cpu()
    found = dict(contenders[chosen.contender](chosen))
    spent = found.pop("cpu", cpu() - before)
    print(json.dumps({**found, "cpu": round(spent, 3), "megabytes": round(peak_megabytes())}))
    return True


def ask(file: str, contender: str, chosen: argparse.Namespace, *more: str, python: str = sys.executable) -> Any:
    """Run one contender as a process of its own and return what it printed."""
    words = [python, file, "--contender", contender, "--size", chosen.size, "--data", str(chosen.data), *more]
    root = str(Path(__file__).resolve().parent.parent)
    done = subprocess.run(words, check=True, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": root})
    return json.loads(done.stdout.splitlines()[-1])


def keep(name: str, chosen: argparse.Namespace, found: Mapping[str, Any]) -> None:
    """Write results as benchmarks/results/NAME-SIZE.json, from which docs/performance.md is made.

    What a tiny run found is no measurement, so it is not kept.
    """
    # Not above: the benchmarks of the judgement are a package, which this file's neighbours are no part of.
    import duckdb
    from code_measured import code_now

    if chosen.size == TINY:
        return
    RESULTS.mkdir(exist_ok=True)
    about = {
        "measured_on": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "duckdb": duckdb.__version__,
        "cores": os.cpu_count(),
        **code_now(name),
    }
    path = RESULTS / f"{name}-{chosen.size}.json"
    path.write_text(json.dumps({**about, "size": chosen.size, **found}, indent=2) + "\n", encoding="utf-8")


def show(rows: list[tuple[str, ...]]) -> None:
    """Print a small table, its first row the headings."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        print(
            "  ".join(
                cell.ljust(width) if i == 0 else cell.rjust(width)
                for i, (cell, width) in enumerate(zip(row, widths, strict=True))
            )
        )
