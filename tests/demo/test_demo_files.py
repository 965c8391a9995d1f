"""The demo's files: the same bytes everywhere, readable as what they are."""

from __future__ import annotations

import csv
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from purplebook.tables import DATA_TABLES, TABLES_BY_NAME
from purplebook.tables.annex_a_words import HEADERS, LABELS
from purplebook_demo.paper_2015.files.write_files import ANNEX_A_NAME, write_demo_files
from purplebook_demo.paper_2015.generate import everything

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files, written once."""
    place = tmp_path_factory.mktemp("files")
    said: list[str] = []
    paths = write_demo_files(place, everything(), progress=said.append)
    assert len(said) == len(paths)
    return place


def test_there_is_a_file_for_every_table_and_one_workbook(folder: Path) -> None:
    names = {path.name for path in folder.iterdir()}
    assert names == {f"{table.name}.csv" for table in DATA_TABLES} | {"reference_value.csv", ANNEX_A_NAME}


def test_headers_are_the_columns_of_the_table(folder: Path) -> None:
    for path in sorted(folder.glob("*.csv")):
        with path.open(newline="", encoding="utf-8") as file:
            assert tuple(next(csv.reader(file))) == TABLES_BY_NAME[path.stem].column_names


def test_another_process_with_another_hash_seed_writes_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "12345", "TZ": "Asia/Tokyo", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "purplebook_demo.paper_2015", str(tmp_path)]
    subprocess.run(command, check=True, env=environment, cwd=ROOT)
    for path in sorted(folder.iterdir()):
        ours = hashlib.sha256(path.read_bytes()).hexdigest()
        theirs = hashlib.sha256((tmp_path / path.name).read_bytes()).hexdigest()
        assert ours == theirs, path.name


def test_the_workbook_has_the_eleven_lists_with_ofsteds_headers(folder: Path) -> None:
    book = load_workbook(folder / ANNEX_A_NAME, read_only=True)
    assert book.sheetnames == [f"List_{number}" for number in range(1, 12)]
    for number, headers in HEADERS.items():
        rows = list(book[f"List_{number}"].iter_rows(values_only=True))
        assert rows[0] == headers
        assert len(rows) > 20, number
    looked_after = list(book["List_8"].iter_rows(values_only=True, min_row=2))
    ended = HEADERS[8].index("Date Ceased to be Looked After")
    assert sum(1 for row in looked_after if row[ended] is None) == 230
    status = HEADERS[6].index("Case status")
    labels = {row[status] for row in book["List_6"].iter_rows(values_only=True, min_row=2)}
    assert labels == set(LABELS["case_status"].values())
