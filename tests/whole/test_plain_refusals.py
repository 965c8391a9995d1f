"""What a refusal says to do, where a person named a place, a database or a kind of file that cannot be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_the_address_of_a_page_is_no_database(place, say, scheme):
    answer = say("load", f"{scheme}://council.example/ssd", "--store", place)
    assert answer.exit_code == 2
    assert f"begins {scheme}:// is no address of a database" in answer.stderr


def test_a_database_file_that_is_not_there_is_not_made(place, say, tmp_path):
    missing = tmp_path / "nofile.db"
    answer = say("load", f"sqlite:///{missing}", "--store", place)
    assert answer.exit_code == 2
    assert "nofile.db: there is no such database file" in answer.stderr
    assert not missing.exists()


def test_a_database_without_a_driver_names_the_command_that_installs_one(place, say):
    answer = say("load", "nonesuch://server/ssd", "--store", place)
    assert answer.exit_code == 2
    assert "`pip install 'purplebook[postgresql]'`" in answer.stderr


def test_a_page_of_quality_as_json_is_told_how(place, say, tmp_path):
    answer = say("check", "--store", place, "--out", tmp_path / "q.json")
    assert answer.exit_code == 2
    assert "--json without --out" in answer.stderr
    assert say("check", "--store", place, "--json").exit_code == 0


def test_a_workbook_that_may_not_be_written_says_where_to(place, files, say, tmp_path, monkeypatch):
    assert say("load", files, "--store", place, "--as-at", "2015-08-31").exit_code == 0

    def refused(*_: object, **__: object) -> tuple[int, str]:
        raise PermissionError(13, "Permission denied")

    # Root may write everywhere, so the refusal is made here.
    monkeypatch.setattr("purplebook.store.files._create", refused)
    answer = say("annexa", "--store", place, "--out", tmp_path / "a.xlsx")
    assert answer.exit_code == 2
    assert "Permission denied. What was there before is as it was." in answer.stderr
    assert "Name a file in a folder where you may write" in answer.stderr


def test_a_store_that_may_not_be_read_is_said_in_plain_words(place, say, monkeypatch):
    truly = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "current.json":
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return truly(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    answer = say("figures", "--store", place)
    assert answer.exit_code == 3
    assert "You may not read the store in" in answer.stderr and "--store" in answer.stderr


def test_a_folder_of_records_that_may_not_be_looked_into_is_said_in_plain_words(place, say, monkeypatch):
    truly = Path.exists

    def refused(path: Path) -> bool:
        if path.name == "council.toml":
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return truly(path)

    monkeypatch.setattr(Path, "exists", refused)
    answer = say("figures", "--store", place)
    assert answer.exit_code == 3
    assert f"You may not read {place}" in answer.stderr
