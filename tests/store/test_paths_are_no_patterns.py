"""A path is never a pattern: a store whose name would match a neighbour's answers of its own children alone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from purplebook.errors import StoreError
from purplebook.store.parquet_sql import AS_THEY_ARE, one_file, parquet_rows, quoted_file
from tests.support.every_command import council, questions, say

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
