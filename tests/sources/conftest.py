"""Loading a few written rows, as every test of this folder does it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import xlsxwriter

from purplebook.sources.read import read_files
from purplebook.store.loaded import Loaded
from tests.support.loaded_case import Case, load_into

AS_AT = date(2015, 8, 31)


@dataclass(frozen=True)
class Result:
    """A load, opened: the rows of each table and the issues, as dictionaries."""

    loaded: Loaded

    def rows(self, table: str) -> list[dict[str, object]]:
        return pq.read_table(self.loaded.table_paths[table]).to_pylist()

    @property
    def issues(self) -> list[dict[str, object]]:
        return pq.read_table(self.loaded.issues_path).to_pylist()

    @property
    def counts(self) -> tuple[int, int, int]:
        batches = self.loaded.batches
        return (
            sum(batch.rows_read for batch in batches),
            sum(batch.rows_loaded for batch in batches),
            sum(batch.rows_rejected for batch in batches),
        )


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., Result]:
    """Load paths; a second load goes to a staging folder of its own."""
    numbers = itertools.count()

    def run(*paths: Path, as_at: date | None = AS_AT) -> Result:
        staging = tmp_path / f"staging-{next(numbers)}"
        return Result(read_files(paths, staging=staging, authority_code="899", as_at=as_at))

    return run


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write one file of text or bytes into the test's folder of files."""
    folder = tmp_path / "files"
    folder.mkdir(exist_ok=True)

    def run(name: str, content: str | bytes) -> Path:
        path = folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return run


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook of the given sheets, each a sequence of rows; dates become Excel dates."""

    def run(sheets: Mapping[str, Sequence[Sequence[object]]], name: str = "annex.xlsx") -> Path:
        path = tmp_path / name
        with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy", "strings_to_formulas": False}) as book:
            for title, rows in sheets.items():
                sheet = book.add_worksheet(title)
                for number, row in enumerate(rows):
                    for place, cell in enumerate(row):
                        if cell is not None:
                            sheet.write(number, place, cell)
        return path

    return run


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Case]:
    """Load files by the command line into a store, which is made where there is none."""

    def load(*words: object, store: str = "store") -> Case:
        return load_into(tmp_path / store, *words)

    return load


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Write files of several years under one folder."""

    def write(**files: str) -> Path:
        root = tmp_path / "returns"
        for name, text in files.items():
            year, _, kind = name.removeprefix("y").partition("_")
            path = root / f"20{year}-{int(year) + 1}" / f"{kind}.csv"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return root

    return write
