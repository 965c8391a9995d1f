"""What the purple book of one council costs, step by step, and what makes it cost more: rows or indicators.

    python benchmarks/bench_book.py [--data STORE]

A store that `purplebook demo --every-month` made has extracts for lateness to learn from; where STORE holds fewer,
one is made first.  The aim is a whole book in fewer than 8 CPU seconds, starting Python included.

whole        `purplebook book` as a process of its own, on a copy of the store
all          the same inside one process, step by step
indicators   every second indicator; and all of them twice, the second time under other ids
rows         half of the children; and each child twice, the second time under other numbers

A definition under another id needs no other pass over the rows, so counting costs the same, and what grows with the
indicators is only what is written: a figure for each group and period.  So `counting` is measured by itself too: the
passes of the book's periods, nothing made of what comes out.  Only ratios count: machines differ and are noisy.
"""

from __future__ import annotations

import argparse
import dataclasses
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from measure import TINY, answer, arguments, ask, cpu, keep, show
from records import indicators_of
from rewritten import rewritten

from purplebook.engine.plan import plan, request
from purplebook.engine.records.open import open_engine
from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period
from purplebook.outputs.book.freeze import release_files
from purplebook.results.book.make import make_book
from purplebook.store import Snapshot, Store
from purplebook.tables import TABLES_BY_NAME

DAY = date(2015, 8, 31)
FEWEST_EXTRACTS = 8
STEPS = ("working out figures", "judging", "comparing", "writing")
"""What `make_book` says it is at, in its order, and then writing the files."""

Change = Callable[[str, pa.Table], pa.Table]


def halved(items: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """Every second indicator, so that nearly every table is still needed."""
    return tuple(items[::2])


def doubled(items: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """Each indicator, and once more as a council's own."""
    return (*items, *(dataclasses.replace(item, id=f"LOCAL-{item.id}") for item in items))


def half_the_rows(name: str, rows: pa.Table) -> pa.Table:
    """The rows of every second child; of a table without children, every second row."""
    if TABLES_BY_NAME[name].group == "system":
        return rows
    if "person_id" not in rows.schema.names:
        return rows.filter(pa.array([number % 2 == 0 for number in range(rows.num_rows)]))
    last = pc.utf8_slice_codeunits(rows.column("person_id"), -1)  # pyright: ignore[reportAttributeAccessIssue]
    return rows.filter(pc.is_in(last, pa.array(list("02468"))))  # pyright: ignore[reportAttributeAccessIssue]


def twice_the_rows(name: str, rows: pa.Table) -> pa.Table:
    """Each row again, of another child and case: every identifier and link has a letter more."""
    table = TABLES_BY_NAME[name]
    if table.group == "system":
        return rows
    more = rows
    for column in table.columns:
        if column.kind in ("identifier", "link"):
            place = rows.schema.get_field_index(column.name)
            renamed = pc.binary_join_element_wise(rows.column(place), "B", "")  # pyright: ignore[reportAttributeAccessIssue]
            more = more.set_column(place, rows.schema.field(place), renamed)
    place = rows.schema.get_field_index("row_id")
    more = more.set_column(place, rows.schema.field(place), pc.add(rows.column(place), rows.num_rows))  # pyright: ignore[reportAttributeAccessIssue]
    return pa.concat_tables([rows, more])


def measured(snapshots: Sequence[Snapshot], items: Sequence[Indicator]) -> dict[str, Any]:
    """CPU seconds of each step of one book; what has to be read once in a process is read before."""
    starts: list[float] = []
    book = make_book(snapshots, items, as_at=DAY, snapshot=snapshots[-1], progress=lambda message: starts.append(cpu()))
    starts.append(cpu())
    files = release_files(book, changed=None, restated=(), retold=(), before="")
    starts.append(cpu())
    counted, passes = counting(snapshots[-1], items, book.periods.all)
    spent = {step: round(after - before, 3) for step, (before, after) in zip(STEPS, pairwise(starts), strict=True)}
    rows = sum(
        pq.read_metadata(path).num_rows
        for name in snapshots[-1].table_names
        for path in snapshots[-1].table_paths(name)
    )
    return {
        "cpu": starts[-1] - starts[0],
        "steps": spent,
        "counting": counted,
        "passes": passes,
        "rows": rows,
        "indicators": len(items),
        "figures": book.figures.num_rows,
        "bytes": sum(map(len, files.values())),
    }


def counting(snapshot: Snapshot, items: Sequence[Indicator], periods: Sequence[Period]) -> tuple[float, int]:
    """CPU seconds of the engine's passes alone, and how many there are."""
    before = cpu()
    scans = plan([request(item) for item in items])
    with open_engine(snapshot, periods) as engine:
        for scan in scans:
            engine.totals(scan)
    return round(cpu() - before, 3), len(scans)


def contender(
    chosen: argparse.Namespace,
    *,
    items: Callable[[Sequence[Indicator]], Sequence[Indicator]] = tuple,
    rows: Change | None = None,
) -> dict[str, Any]:
    """One book of some indicators over some rows."""
    snapshots = [each for each in Store.open(chosen.data).snapshots() if each.as_at <= DAY]
    wanted = items(indicators_of(chosen.size))
    if rows is None:
        return measured(snapshots, wanted)
    with tempfile.TemporaryDirectory() as folder:
        return measured([rewritten(each, Path(folder) / each.id, rows) for each in snapshots], wanted)


CONTENDERS: dict[str, Callable[[argparse.Namespace], dict[str, Any]]] = {
    "all": contender,
    "half the indicators": partial(contender, items=halved),
    "twice the indicators": partial(contender, items=doubled),
    "half the rows": partial(contender, rows=half_the_rows),
    "twice the rows": partial(contender, rows=twice_the_rows),
}


def whole(store: Path) -> float:
    """CPU seconds of the command itself, on a copy of the store."""
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copytree(store, Path(folder) / "store", ignore=shutil.ignore_patterns("releases"))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        words = [sys.executable, "-m", "purplebook", "book", "--as-at", DAY.isoformat(), "--store", str(copy)]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compared(chosen: argparse.Namespace) -> None:
    """Run every contender on one store, keep what came of it and print it."""
    # The whole command asks for every indicator, whatever the size of the records.
    found: dict[str, Any] = {"whole": 0.0 if chosen.size == TINY else round(whole(chosen.data), 2)}
    found |= {name: ask(__file__, name, chosen) for name in CONTENDERS}
    keep("book", chosen, found)
    base = found["all"]
    print(f"purplebook book: {found['whole']:.2f} CPU seconds, starting Python included; the aim is under 8")
    lines = [("", "rows", "indicators", "figures", "passes", "counting", "ratio", "whole book", "ratio")]
    for name in CONTENDERS:
        one = found[name]
        counts = (f"{one[what]:,}" for what in ("rows", "indicators", "figures", "passes"))
        ratios = ((one[what], one[what] / base[what]) for what in ("counting", "cpu"))
        lines.append((name, *counts, *(text for spent, ratio in ratios for text in (f"{spent:.2f}", f"{ratio:.2f}"))))
    show(lines)
    show(
        [
            ("CPU seconds", *STEPS),
            *((name, *(f"{found[name]['steps'][step]:.2f}" for step in STEPS)) for name in CONTENDERS),
        ]
    )


def main() -> None:
    """Measure, in a demo of our own where the store has too few extracts."""
    chosen = arguments(__doc__ or "")
    if answer(CONTENDERS, chosen):
        return
    path = chosen.data
    fewest = 1 if chosen.size == TINY else FEWEST_EXTRACTS
    if path.exists() and sum(each.as_at <= DAY for each in Store.open(path).snapshots()) >= fewest:
        compared(chosen)
        return
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "demo"
        words = [sys.executable, "-m", "purplebook", "demo", "--every-month", "--out", str(out)]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        compared(argparse.Namespace(**{**vars(chosen), "data": out / "store"}))


if __name__ == "__main__":
    main()
