"""A path is never a pattern: a store whose name would match a neighbour's answers of its own children alone."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook

from purplebook.errors import StoreError
from purplebook.store.parquet_sql import AS_THEY_ARE, one_file, parquet_rows, quoted_file
from tests.support.every_command import AS_AT, council, questions, say
from tests.support.short_book import a_short_book

DAYS = (date(2015, 7, 31), AS_AT)
PATTERNS = {"n?r[th]*": "north", "sex=F": "sex"}


def answers(place: Path) -> list[object]:
    said = [say(*words) for words in questions(place)]
    assert [answer.exit_code for answer in said] == [0] * len(said), [answer.stderr for answer in said]
    return [_without(json.loads(answer.stdout), place) for answer in said]


def _without(known: object, place: Path) -> str:
    return re.sub(r'"sha256": "\w+"', "", json.dumps(known).replace(json.dumps(str(place))[1:-1], ""))


@pytest.mark.parametrize("name", PATTERNS)
def test_every_command_reads_its_own_store_and_not_the_neighbour_whose_name_matches(name: str, tmp_path: Path):
    council(tmp_path / "apart" / PATTERNS[name], every=2, start=1)
    mine = council(tmp_path / "beside" / name, every=3)
    council(tmp_path / "beside" / PATTERNS[name], every=2, start=1)
    alone = council(tmp_path / "alone" / "plain", every=3)
    assert answers(mine) == answers(alone)


def written(place: Path, out: Path) -> dict[str, object]:
    """What the commands that write say of a store's children: a release and what it changed, a paper, the lists."""
    out.mkdir(parents=True)
    store = ("--store", place)
    with a_short_book():
        for day in DAYS:
            assert say("book", "--as-at", day, *store).exit_code == 0
    changed = ("changes", f"{DAYS[-1]}-v1", "--indicator", "RF01", "--period", "2015-07", *store)
    assert say("annexa", "--out", out / "annex-a.xlsx", *store).exit_code == 0
    assert say("paper", "--as-at", DAYS[-1], "--out", out, *store).exit_code == 0
    sheets = load_workbook(out / "annex-a.xlsx").worksheets
    release = place / "store" / "releases" / f"{DAYS[-1]}-v1"
    return {
        "annexa": [[cell.value for cell in row] for sheet in sheets for row in sheet.iter_rows()],
        "paper": [path.read_text("utf-8") for path in out.glob("*.html")],
        "book": [pq.read_table(release / name).to_pylist() for name in ("figures.parquet", "changes.parquet")],
        "changes": say(*changed).stdout,
    }


def test_every_command_that_writes_reads_its_own_store_and_not_the_neighbour_whose_name_matches(tmp_path: Path):
    name, neighbour = "n?r[th]*", "north"
    mine = council(tmp_path / "beside" / name, days=DAYS, every=9)
    council(tmp_path / "beside" / neighbour, days=DAYS, every=4, start=1)
    alone = council(tmp_path / "alone" / "plain", days=DAYS, every=9)
    here, there = written(mine, tmp_path / "out" / name), written(alone, tmp_path / "out" / "plain")
    assert here["annexa"] and here["paper"] and "Came or went" in str(here["changes"])
    assert here == there


@pytest.mark.parametrize(
    ("name", "neighbour"),
    [
        ("n?rth", "north"),
        ("nor*", "norm"),
        ("[a-z][!x]", "ab"),
        ("[", "x"),
        ("**", "y"),
        ("x[[]y", "x[y"),
        ("[*]", "*"),
    ],
)
def test_of_two_folders_that_match_each_other_the_one_that_is_named_is_read(name: str, neighbour: str, tmp_path: Path):
    for folder in (name, neighbour):
        (tmp_path / folder).mkdir()
        pq.write_table(pa.table({"folder": [folder]}), tmp_path / folder / "it.parquet")
        (tmp_path / folder / "it.csv").write_text(f"folder\n{folder}\n")
    rows = f"SELECT * FROM {parquet_rows([tmp_path / name / 'it.parquet'])}"
    assert duckdb.sql(rows).fetchall() == [(name,)]
    csv = f"SELECT * FROM read_csv({quoted_file(tmp_path / name / 'it.csv')}, {AS_THEY_ARE}, header = true)"
    assert duckdb.sql(csv).fetchall() == [(name,)]


def test_only_one_file_of_the_program_says_how_duckdb_is_given_a_path(root: Path):
    """And nothing reads a file by `FROM 'name'`, which is a pattern too."""
    for path in (root / "purplebook").rglob("*.py"):
        if path.name != "parquet_sql.py":
            text = path.read_text("utf-8")
            assert not re.search(r"read_parquet\(|parquet_scan|FROM \{quoted_text|glob\(\{", text), path


def test_a_name_that_nothing_can_tell_from_a_pattern_is_refused(tmp_path: Path):
    with pytest.raises(StoreError, match="Rename the folder"):
        one_file(tmp_path / "a\\b[c]" / "x.parquet")
    assert one_file(tmp_path / "a\\b" / "x.parquet") == str(tmp_path / "a\\b" / "x.parquet")
