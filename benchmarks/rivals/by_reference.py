"""The ten indicators of bench_rivals.py by the plain-Python reference: at the tiny size, when no rival is installed.

    python by_reference.py JOB OUT     (JOB and OUT are written and read by bench_rivals.py)

It is no rival in speed.  It lets the comparison itself be tried where pandas and Polars are not.
"""

from __future__ import annotations

import json
import resource
import sys
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from purplebook.definitions import indicator_by_id
from purplebook.engine import plain_python
from purplebook.language.periods import add_months, month
from purplebook.tables import DATA_TABLES

EVERYONE = ("all", "all")


def rows_of(job: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The rows of every table of the job; the other tables are empty."""
    data: dict[str, list[dict[str, Any]]] = {table.name: [] for table in DATA_TABLES}
    for name, paths in job["tables"].items():
        data[name] = [row for path in paths for row in pq.read_table(path).to_pylist()]
    return data


def main() -> None:
    """Do the job, write the answers and say what it took."""
    with open(sys.argv[1], encoding="utf-8") as file:
        job = json.load(file)
    first = date.fromisoformat(job["first_day"])
    starts = [add_months(first, number) for number in range(job["months"])]
    periods = [month(start.year, start.month) for start in starts]
    items = [indicator_by_id(name) for name in job["indicators"]]
    answers = plain_python.compute(rows_of(job), items, periods)
    rows = []
    for (indicator, area, period, names, groups), (top, bottom) in answers.items():
        breakdown, group = (names[0], groups[0]) if names else EVERYONE
        rows.append((indicator, area, period, breakdown, group, top, -1 if bottom is None else bottom))
    columns = ("indicator", "area", "period", "breakdown", "group", "top", "bottom")
    pq.write_table(pa.table(dict(zip(columns, map(list, zip(*rows, strict=True)), strict=True))), sys.argv[2])
    spent = resource.getrusage(resource.RUSAGE_SELF)
    print(
        json.dumps(
            {
                "cpu": round(spent.ru_utime + spent.ru_stime, 3),
                "megabytes": round(spent.ru_maxrss / 1000),
                "version": sys.version.split()[0],
            }
        )
    )


if __name__ == "__main__":
    main()
