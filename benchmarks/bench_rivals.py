"""Ten indicators, every month and every breakdown: ours, and the same by hand in pandas and in Polars.

    python benchmarks/bench_rivals.py [--size council|region|england] [--data STORE]

The ten cover counts, children counted once, stocks at month ends, percentages with working days, an average, and values
drawn from related rows.  Every numerator and denominator is compared, cell by cell, and must be equal; then time and
memory are.  Ours also divides, labels and gives each figure its status; the rivals stop at the totals.  pandas and
Polars live in an environment of their own: `make bench` makes .venv-bench, BENCH_PYTHON names another.

At the tiny size rivals that are not installed give way to the plain-Python reference, so that the comparison is tried.
At England's size pandas is given every tenth authority and scaled up; the table says so.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from measure import TINY, answer, arguments, ask, cpu, keep, show
from records import months_of, row_count, snapshot_in

from purplebook.definitions import indicator_by_id
from purplebook.engine.working_days import days_table
from purplebook.results.snapshots import compute_figures, figures_in_batches
from purplebook.store import Snapshot
from purplebook.tables.codes import CODE_SETS

CHOSEN = ("FD01", "RF01", "RF01-CHILDREN", "RF08", "AS01", "AS03", "S401", "CP01", "CP08", "CP12")
READ = (
    "person", "person_attribute", "contact", "referral", "assessment", "section_47_enquiry", "child_protection_plan",
    "visit", "involvement", "team",
)  # fmt: skip
REFERENCE = "reference"
PANDAS_SHARE = {"tiny": 1, "council": 1, "region": 1, "england": 10}
ANSWER = pa.schema(
    [
        ("indicator", pa.string()),
        ("area", pa.string()),
        ("period", pa.int32()),
        ("breakdown", pa.string()),
        ("group", pa.string()),
        ("top", pa.int64()),
        ("bottom", pa.int64()),
    ]
)
"""What a rival writes: -1 where there is no bottom."""
KEYS = ["indicator", "area", "period", "breakdown", "group"]


def ours(chosen: argparse.Namespace) -> dict[str, Any]:
    """The ten as the product works them out; the figures are kept for the comparison where a place is named."""
    snapshot = snapshot_in(chosen.data)
    periods, items = months_of(snapshot, chosen.size), [indicator_by_id(name) for name in CHOSEN]
    before, made = cpu(), []
    for table in figures_in_batches(snapshot, items, periods=periods):
        made.append(table.num_rows)
    return {"cpu": cpu() - before, "figures": sum(made)}


def _job(snapshot: Snapshot, chosen: argparse.Namespace, folder: Path, *, share: int) -> tuple[Path, tuple[str, ...]]:
    calendar = folder / "calendar.parquet"
    pq.write_table(days_table(), calendar)
    periods = months_of(snapshot, chosen.size)
    some = snapshot.authorities[::share]
    groups = {value.code: value.group for value in CODE_SETS["ethnicity"].codes if value.group}
    job = {
        "indicators": list(CHOSEN),
        "tables": {name: [str(path) for path in snapshot.table_paths(name)] for name in READ},
        "first_day": periods[0].first_day.isoformat(),
        "months": len(periods),
        "authorities": [] if share == 1 else list(some),
        "ethnic_groups": groups,
        "calendar": str(calendar),
    }
    path = folder / f"job-{share}.json"
    path.write_text(json.dumps(job), encoding="utf-8")
    return path, some


def _rival(name: str, job: Path, out: Path) -> dict[str, Any]:
    python = sys.executable if name == REFERENCE else _python_of_rivals()
    script = Path(__file__).parent / "rivals" / f"by_{name}.py"
    words = [python, str(script), str(job), str(out)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    done = subprocess.run(words, check=True, stdout=subprocess.PIPE, env=environment)
    return json.loads(done.stdout.splitlines()[-1])


def _python_of_rivals() -> str:
    return os.environ.get("BENCH_PYTHON", ".venv-bench/bin/python")


def rivals_at(size: str) -> tuple[str, ...]:
    """Whom ours is held against."""
    if size == TINY and shutil.which(_python_of_rivals()) is None:
        print("pandas and Polars are not installed (`make bench` does that): held against the reference instead.")
        return (REFERENCE,)
    return ("polars", "pandas")


def _check(snapshot: Snapshot, chosen: argparse.Namespace, found: pa.Table, some: tuple[str, ...]) -> int:
    """Hold every cell of a rival against ours for some authorities; the number of cells, or an AssertionError."""
    periods, items = months_of(snapshot, chosen.size), [indicator_by_id(name) for name in CHOSEN]
    cells = 0
    place = {period.key: i for i, period in enumerate(periods)}
    for at in range(0, len(some), 20):
        batch = some[at : at + 20]
        table = compute_figures(snapshot, items, periods=periods, authorities=batch).table
        table = table.set_column(
            table.schema.get_field_index("period"),
            "period",
            pa.array([place[key] for key in table.column("period").to_pylist()], pa.int32()),
        )
        held = pc.equal(table.column("status"), "provisional")
        mine = table.filter(
            pc.and_(
                held,
                pc.or_kleene(
                    pc.greater(table.column("numerator"), 0),
                    pc.greater(pc.fill_null(table.column("denominator"), 0), 0),
                ),
            )
        )
        mine = mine.select([*KEYS, "numerator", "denominator"]).rename_columns([*KEYS, "top", "bottom"])
        theirs = found.filter(pc.is_in(found.column("area"), pa.array(batch)))
        # Months before the records are complete have no figure of ours.
        covered = pc.unique(table.filter(held).column("period"))
        theirs = theirs.filter(pc.is_in(theirs.column("period"), covered))
        both = mine.join(theirs, keys=KEYS, join_type="full outer", right_suffix="_theirs")
        same_top = pc.equal(both.column("top"), both.column("top_theirs"))
        same_bottom = pc.equal(pc.fill_null(both.column("bottom"), -1), both.column("bottom_theirs"))
        wrong = both.filter(pc.invert(pc.fill_null(pc.and_(same_top, same_bottom), False)))
        if wrong.num_rows:
            shown = wrong.slice(0, 3).select([*KEYS, "top", "top_theirs", "bottom", "bottom_theirs"]).to_pylist()
            raise AssertionError(f"{wrong.num_rows:,} of {both.num_rows:,} cells differ: {shown}")
        cells += both.num_rows
    return cells


def main() -> None:
    """Measure the three, compare every cell, print the ratios."""
    chosen = arguments(__doc__ or "")
    if answer({"ours": ours}, chosen):
        return
    snapshot = snapshot_in(chosen.data)
    count, rivals = len(snapshot.authorities), rivals_at(chosen.size)
    found: dict[str, Any] = {"ours": ask(__file__, "ours", chosen), "rows": row_count(snapshot), "authorities": count}
    with tempfile.TemporaryDirectory() as folder:
        for name in rivals:
            share = PANDAS_SHARE[chosen.size] if name == "pandas" else 1
            job, some = _job(snapshot, chosen, Path(folder), share=share)
            out = Path(folder) / f"{name}.parquet"
            measured = _rival(name, job, out)
            cells = _check(snapshot, chosen, pq.read_table(out).select(ANSWER.names).cast(ANSWER), some)
            whole = measured["cpu"] * count / len(some)
            found[name] = {
                **measured,
                "authorities": len(some),
                "cells_equal": cells,
                "cpu_whole": round(whole, 2),
                "ratio": round(whole / found["ours"]["cpu"], 2),
            }
    keep("rivals", chosen, found)
    rows = [("", "CPU seconds", "ratio", "MB", "cells equal to ours")]
    rows.append(("ours", f"{found['ours']['cpu']:.2f}", "1", f"{found['ours']['megabytes']:,}", ""))
    for name in rivals:
        one = found[name]
        note = "" if one["authorities"] == count else f" (of {one['authorities']} authorities)"
        rows.append(
            (
                name,
                f"{one['cpu_whole']:.2f}",
                f"{one['ratio']}",
                f"{one['megabytes']:,}{note}",
                f"{one['cells_equal']:,}",
            )
        )
    print(f"{found['rows']:,} rows, {count} authorities, {len(CHOSEN)} indicators")
    show(rows)


if __name__ == "__main__":
    main()
