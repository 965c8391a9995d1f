"""Every awkward file of the corpus beside this test ends as its table of expectations says, and gives nothing away."""

from __future__ import annotations

import io
import tomllib
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from purplebook.errors import BadInputError
from tests.sources.conftest import AS_AT, Result
from tests.support.make_corpus import CORPUS, corpus_files

EXPECTED: Mapping[str, Mapping[str, Any]] = tomllib.loads((CORPUS / "expectations.toml").read_text("utf-8"))
CASES = sorted(path.name for path in CORPUS.iterdir() if path.suffix not in (".md", ".toml") and path.name[0] != ".")
NOT_COMPARED = (
    "these columns are missing and were left empty",
    "so these links were not checked",
    "purplebook[postcodes]",
)
"""Warnings that a file of a few cells cannot avoid, and that say nothing of what the file is here to show."""
SAYS_ITS_DAY = ("cin_", "ssda903_", "workforce_")
"""How the names of returns begin: the others are loaded as of one day, which nothing in them contradicts."""
SECRET = "SECRET"
"""Stands in every child's number, and in no name of a file, sheet or column."""


def test_every_file_has_its_expectation_and_every_expectation_its_file():
    assert CASES == sorted(EXPECTED)


def test_every_file_is_told_of_in_the_readme_and_nothing_else_is():
    lines = (CORPUS / "README.md").read_text("utf-8").splitlines()
    told = [line.split("`")[1] for line in lines if line.startswith("| `")]
    assert sorted(told) == CASES


def test_the_files_are_those_that_their_script_makes():
    made = corpus_files()
    kept = {path.relative_to(CORPUS).as_posix(): path for case in CASES for path in _files_of(CORPUS / case)}
    assert sorted(made) == sorted(kept)
    for name, content in made.items():
        assert _parts(content) == _parts(kept[name].read_bytes()), name


def test_the_files_are_small():
    assert all(path.stat().st_size < 20_000 for case in CASES for path in _files_of(CORPUS / case))


@pytest.mark.parametrize("name", CASES)
def test_each_file_ends_as_expected(name, load):
    expected = EXPECTED[name]
    path = CORPUS / name
    as_at = None if name.startswith(SAYS_ITS_DAY) else AS_AT
    if "error" in expected:
        with pytest.raises(BadInputError) as caught:
            load(path, as_at=as_at)
        message = str(caught.value)
        assert expected["error"] in message and SECRET not in message
        assert any(file.name in message for file in _files_of(path))
        return
    _compare(load(path, as_at=as_at), expected)


def _compare(result: Result, expected: Mapping[str, Any]) -> None:
    loaded, issues = result.loaded, result.issues
    assert {batch.source_format for batch in loaded.batches} == {expected["format"]}
    assert list(result.counts) == expected["rows"]
    assert sum(bool(issue["is_rejected"]) for issue in issues) == result.counts[2]
    assert Counter(map(_named, issues)) == expected.get("issues", {})
    warnings = [warning for warning in loaded.warnings if not any(each in warning for each in NOT_COMPARED)]
    wanted = expected.get("warns", [])
    assert len(warnings) == len(wanted), warnings
    assert all(any(each in warning for warning in warnings) for each in wanted), warnings
    shown = [*loaded.warnings, *(f"{issue['reason']} {issue['what_to_do']}" for issue in issues)]
    assert SECRET not in " ".join(shown)
    for table, columns in expected.get("cells", {}).items():
        for column, values in columns.items():
            found = ["" if row[column] is None else str(row[column]) for row in result.rows(table)]
            assert sorted(found) == values, (table, column)


def _named(issue: Mapping[str, object]) -> str:
    return f"{issue['column']}: {issue['reason']}" if issue["column"] else str(issue["reason"])


def _files_of(path: Path) -> list[Path]:
    return sorted(path.rglob("*")) if path.is_dir() else [path]


def _parts(content: bytes) -> object:
    """What a sound zip holds, since two libraries may pack it differently; the bytes of anything else."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {entry.filename: (entry.file_size, archive.read(entry)) for entry in archive.infolist()}
    except (zipfile.BadZipFile, EOFError):
        return content
