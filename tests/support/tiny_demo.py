"""The invented council made tiny: one child in a hundred, with all that is recorded of them."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from purplebook.run.load import load_files
from purplebook.store import Store
from purplebook.tables import DATA_TABLES, Table

ONE_IN = 100
AS_AT = date(2015, 8, 31)
Row = dict[str, str]


def make_tiny_demo(demo: Path, folder: Path) -> None:
    """Write `files/` and `store/` in a folder from those of the whole council.

    Of a table without children, only the rows that point to rows which are kept.
    """
    files = folder / "files"
    files.mkdir(parents=True)
    kept: dict[str, set[str]] = {}
    for table in sorted(DATA_TABLES, key=lambda table: not _is_of_children(table)):
        with (demo / "files" / f"{table.name}.csv").open(encoding="utf-8", newline="") as given:
            reader = csv.DictReader(given)
            rows = list(_chosen(table, reader, kept))
            header = reader.fieldnames or []
        with (files / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as made:
            writer = csv.DictWriter(made, header)
            writer.writeheader()
            writer.writerows(rows)
        if _is_of_children(table) and len(table.key) == 1:
            kept[table.name] = {row[table.key[0]] for row in rows}
    load_files(Store.create(folder / "store"), sorted(files.glob("*.csv")), authority_code="899", as_at=AS_AT)


def _is_of_children(table: Table) -> bool:
    return "person_id" in table.column_names and table.name != "assessment_factor"


def _chosen(table: Table, rows: Iterable[Row], kept: dict[str, set[str]]) -> Iterable[Row]:
    if _is_of_children(table):
        return (row for row in rows if int("0" + "".join(filter(str.isdigit, row["person_id"]))) % ONE_IN == 0)
    links = [(column.name, kept[column.to]) for column in table.columns if column.to in kept]
    return (row for row in rows if all(not row.get(name) or row[name] in those for name, those in links))
