"""Write the demo's tables as the files a council would hand over: one CSV per table, and an Annex A workbook.

Plain text in our own column names: ISO dates, true and false, lists joined by semicolons, nothing for an empty cell.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.schema import CODES, DATE, YES_NO
from purplebook_demo.paper_2015.calendar import PAPER_DAY
from purplebook_demo.paper_2015.files.annex_a_workbook import write_annex_a
from purplebook_demo.paper_2015.files.extracts import Records, as_it_stood
from purplebook_demo.paper_2015.generate import Tables

Progress = Callable[[str], None]
ANNEX_A_NAME = "annex_a_2015-08-31.xlsx"


def write_demo_files(folder: Path, records: Records, *, progress: Progress | None = None) -> tuple[Path, ...]:
    """Write every table and the workbook of the day of the paper into `folder`; return the paths, the workbook last."""
    tables = as_it_stood(records, on=PAPER_DAY)
    return (*write_tables(folder, tables, progress=progress), write_workbook(folder, tables, progress=progress))


def write_other_months(
    folder: Path, records: Records, *, days: Sequence[date], progress: Progress | None = None
) -> dict[date, tuple[Path, ...]]:
    """Write the extracts of other month ends, each in a folder of `folder` named by its day; return paths by day."""
    return {
        day: write_tables(folder / day.isoformat(), as_it_stood(records, on=day), progress=progress) for day in days
    }


def write_tables(folder: Path, tables: Tables, *, progress: Progress | None = None) -> tuple[Path, ...]:
    """Write every table of one extract into `folder`, a file each; return the paths."""
    say = progress or (lambda _: None)
    folder.mkdir(parents=True, exist_ok=True)
    paths: list[Path] = []
    for name in tables:
        say(f"Writing {name}")
        paths.append(folder / f"{name}.csv")
        write_table(paths[-1], name, tables)
    return tuple(paths)


def write_workbook(folder: Path, tables: Tables, *, progress: Progress | None = None) -> Path:
    """Write the Annex A workbook of the day of the paper into `folder`; return its path."""
    (progress or (lambda _: None))(f"Writing {ANNEX_A_NAME}")
    path = folder / ANNEX_A_NAME
    write_annex_a(path, tables)
    return path


def write_table(path: Path, name: str, tables: Tables) -> None:
    """Write one table; the order of the columns is that of its declaration."""
    table = TABLES_BY_NAME[name]
    rows = tables[name]
    columns = [_column(rows, column.name, column.kind) for column in table.columns]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.column_names)
        writer.writerows(zip(*columns, strict=True))


def _column(rows: list[dict[str, object]], name: str, kind: str) -> Iterable[object]:
    values = [row.get(name) for row in rows]
    if kind == DATE:
        seen: dict[object, str] = {None: ""}
        for value in values:
            if value not in seen:
                seen[value] = value.isoformat() if isinstance(value, date) else str(value)
        return [seen[value] for value in values]
    if kind == YES_NO:
        words = {None: "", True: "true", False: "false"}
        return [words[value] for value in values]  # type: ignore[index]
    if kind == CODES:
        return [";".join(value) if isinstance(value, tuple) else "" for value in values]
    return values
