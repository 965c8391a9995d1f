"""A folder that cannot be made is refused before the work that it is for, and looking leaves nothing behind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from purplebook.errors import BadInputError
from purplebook.run.endings import check_folder


@pytest.mark.parametrize("where", ["taken", "taken/deeper/still", "x" * 300, f"new/{'x' * 300}"])
def test_a_folder_that_cannot_be_made_is_refused_and_nothing_is_left(where: str, tmp_path: Path):
    (tmp_path / "taken").write_text("as it was")
    with pytest.raises(BadInputError, match=r"cannot be written: .* Name a folder that you may write to: --out paper"):
        check_folder(tmp_path / where, what="a paper", example="paper")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
    assert (tmp_path / "taken").read_text() == "as it was"


def test_a_folder_that_can_be_made_is_not_made_yet_and_one_that_is_there_stays(tmp_path: Path):
    (tmp_path / "there").mkdir()
    for where in ("there", "there/new/deeper", "new"):
        check_folder(tmp_path / where, what="a paper", example="paper")
    assert [path.name for path in tmp_path.rglob("*")] == ["there"]


def test_a_folder_that_nobody_may_write_to_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    # An administrator may write anywhere, so the answer of the system is put in its place.
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(BadInputError, match="Permission denied"):
        check_folder(tmp_path, what="a paper", example="paper")
