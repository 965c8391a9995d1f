"""How long an Annex A of 24,000 rows takes to read, beside openpyxl reading the same cells and doing nothing with them.

    python benchmarks/bench_annex_a_reading.py

The workbook is made for the run: eleven lists, 6,000 invented children who agree with themselves from list to list.
Times are CPU seconds of this process, the best of five runs.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import openpyxl
import xlsxwriter
from measure import TINY, arguments

from purplebook.sources import annex_a
from purplebook.sources.annex_a.declare import (
    BIRTH,
    CHILD,
    CODE,
    DATE,
    NUMBER,
    TEAM,
    WORKER,
    YES_NO,
    AnnexColumn,
)
from purplebook.sources.annex_a.lists import ANNEX_A_LISTS
from purplebook.sources.files import examine
from purplebook.tables.codes import CODE_SETS

ROWS, CHILDREN, RUNS = 24_002, 6_000, 5
TINY_ROWS = 220
_OF_THE_CHILD = ("sex", "gender", "ethnicity", "yes_no_unknown")


def write_workbook(path: Path, *, rows: int = ROWS) -> int:
    """Write a workbook of `rows` rows over the eleven lists; return the number of its filled cells."""
    chance, filled = random.Random(4), 0
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy", "constant_memory": True}) as book:
        for each in ANNEX_A_LISTS:
            sheet = book.add_worksheet(f"List {each.number}")
            for place, column in enumerate(each.all_columns):
                sheet.write(0, place, column.header)
            for row in range(rows // len(ANNEX_A_LISTS)):
                for place, column in enumerate(each.all_columns):
                    sheet.write(row + 1, place, _cell(column, row, chance=chance))
                    filled += 1
    return filled


def _cell(column: AnnexColumn, row: int, *, chance: random.Random) -> str | int | date:
    child = row % CHILDREN
    if column.header == CHILD:
        return f"C{child}"
    if column.header == BIRTH:
        return date(2000, 1, 1) + timedelta(days=child % 5000)
    if column.reads == DATE:
        return date(2014, 1, 1) + timedelta(days=chance.randrange(600))
    if column.reads == NUMBER:
        return chance.randrange(3)
    if column.reads == YES_NO:
        return chance.choice(("a) Yes", "b) No"))
    if column.reads == CODE and column.code_set in CODE_SETS:
        values = CODE_SETS[column.code_set].codes
        value = values[child % len(values)] if column.code_set in _OF_THE_CHILD else chance.choice(values)
        return f"b) {value.code}"
    if column.reads == CODE:
        return chance.choice(("a) In", "b) Out"))
    return {TEAM: f"Team {row % 20}", WORKER: f"Worker {row % 200}"}.get(column.reads, f"text {row % 50}")


def _best(run: Callable[[], object], *, runs: int) -> float:
    times = []
    for _ in range(runs):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


def _read(path: Path) -> None:
    with tempfile.TemporaryDirectory() as work:
        annex_a.read([examine(path)], work=Path(work), as_at=None, progress=lambda message: None)


def _with_openpyxl(path: Path) -> int:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    return sum(1 for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)


def main() -> None:
    """Print the figures."""
    rows, runs = (TINY_ROWS, 1) if arguments(__doc__ or "").size == TINY else (ROWS, RUNS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "annex-a.xlsx"
        cells = write_workbook(path, rows=rows)
        ours, theirs = (_best(partial(read, path), runs=runs) for read in (_read, _with_openpyxl))
    print(f"{rows:,} rows, {cells:,} cells: purplebook read() {ours:.2f} s, openpyxl reading the cells {theirs:.2f} s.")
    print(f"openpyxl takes {theirs / ours:.1f} times as long, and has read nothing but cells.")


if __name__ == "__main__":
    main()
