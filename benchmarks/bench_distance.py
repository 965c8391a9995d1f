"""How far the fused run is from the least that must be done: decoding and hashing every value it reads, once.

    python benchmarks/bench_distance.py [--size council|region|england] [--data STORE]

Which columns are read is taken from the plan.  DuckDB reads them from the same files, with as many threads.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Any

import duckdb
from bench_all_indicators import fused
from measure import TINY, answer, arguments, ask, cpu, keep, show
from records import snapshot_in

from purplebook import tables
from purplebook.definitions import INDICATORS
from purplebook.engine.plan import Scan, plan, request
from purplebook.language import expressions as ex
from purplebook.language.measures import TotalKind, days_of


def columns_read(scans: Iterable[Scan]) -> dict[str, set[str]]:
    """The columns of each table that some definition reads, links and the authority included."""
    found: dict[str, set[str]] = {}

    def add(table: str, *names: str) -> None:
        found.setdefault(table, set()).update(("authority_code", *names))

    def read(node: ex.Expression, table: str) -> None:
        match node:
            case ex.Column(of, name):
                add(of, name)
                if of != table:
                    add(table, "person_id")
                    add(of, "person_id")
            case ex.ThisRow(column):
                add(column.table, column.name)
            case ex.Lookup(value, by):
                target = tables.TABLES_BY_NAME[tables.TABLES_BY_NAME[by.table].column(by.name).to or ""]
                add(table, by.name)
                add(target.name, target.key[0])
                read(value, target.name)
            case ex.Related(_, rows, value, by):
                add(table, rows.ours)
                add(rows.table, rows.theirs)
                for part in (*rows.conditions, value, by):
                    if part is not None:
                        read(part, rows.table)
            case _:
                for part in ex.children_of(node):
                    read(part, table)

    for scan in scans:
        add(scan.table, *(day.name for day in days_of(scan.clock)))
        for expression in [part for _, part in scan.dimensions]:
            read(expression, scan.table)
        for total in scan.totals:
            for term in (*total.cohort.only, *([] if total.value is None else [total.value])):
                read(term, scan.table)
            if total.kind is TotalKind.CHILDREN:
                add(scan.table, "person_id")
    return found


def hashing(chosen: argparse.Namespace) -> dict[str, Any]:
    """Decode every value that is read and hash it, once."""
    snapshot, wanted = snapshot_in(chosen.data), columns_read(plan([request(item) for item in INDICATORS]))
    connection, values, before = duckdb.connect(), 0, cpu()
    for table, names in wanted.items():
        hashes = ", ".join(f"BIT_XOR(HASH({name}))" for name in sorted(names))
        paths = [str(path) for path in snapshot.table_paths(table)]
        rows = connection.execute(f"SELECT COUNT(*), {hashes} FROM read_parquet($paths)", {"paths": paths}).fetchall()
        values += rows[0][0] * len(names)
    return {"cpu": cpu() - before, "values": values, "columns": sum(map(len, wanted.values()))}


def main() -> None:
    """Measure both and print how many times the one is the other."""
    chosen = arguments(__doc__ or "")
    if answer({"hashing": hashing, "fused": fused}, chosen):
        return
    # Each twice, in turn, and the quicker counts: the machine may have been busy with something else.
    times = 1 if chosen.size == TINY else 2
    rounds = [(ask(__file__, "hashing", chosen), ask(__file__, "fused", chosen)) for _ in range(times)]
    least, run = (min((each[i] for each in rounds), key=lambda one: one["cpu"]) for i in (0, 1))
    found = {"hashing": least, "fused": run, "distance": round(run["cpu"] / least["cpu"], 1)}
    keep("distance", chosen, found)
    print(f"{run['rows']:,} rows; {least['values']:,} values in {least['columns']} columns")
    show(
        [
            ("", "CPU seconds", "MB"),
            ("decode and hash each value once", f"{least['cpu']:.2f}", f"{least['megabytes']:,}"),
            ("fused: every total", f"{run['cpu']:.2f}", f"{run['megabytes']:,}"),
        ]
    )
    print(f"distance: {found['distance']} times")


if __name__ == "__main__":
    main()
