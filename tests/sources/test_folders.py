"""What a folder means to a load: what is read, what is passed over and said to be, and what stops it."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from purplebook.errors import BadInputError
from purplebook.store import Store

PERSON = "person_id,la_child_id\nP1,1\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "council"
    made.mkdir()
    (made / "person.csv").write_text(PERSON)
    return made


def refusal(load: Callable[..., object], *paths: Path) -> str:
    with pytest.raises(BadInputError) as caught:
        load(*paths)
    return str(caught.value)


def test_a_folder_inside_that_may_not_be_read_stops_the_load_by_name(load, folder, monkeypatch):
    closed = folder / "closed"
    closed.mkdir()
    truly = os.scandir

    def refused(path: str) -> object:
        if os.fspath(path) == str(closed):
            raise PermissionError(13, "Permission denied", str(closed))
        return truly(path)

    # Root may read every folder, so the refusal is made here.
    monkeypatch.setattr(os, "scandir", refused)
    assert f"{closed}: this folder may not be read" in refusal(load, folder)


def test_what_windows_and_purplebook_leave_in_a_folder_is_passed_over(load, folder):
    for name in ("Thumbs.db", "desktop.ini", "purplebook.toml"):
        (folder / name).write_bytes(b"\x00\x01")
    Store.create(folder / "store")
    result = load(folder)
    assert set(result.loaded.table_paths) == {"person"}
    for name in ("Thumbs.db", "desktop.ini", "purplebook.toml", "store"):
        assert any(warning.startswith(f"{name}: left out") for warning in result.loaded.warnings), name


def test_a_folder_called_store_that_is_none_is_read(load, folder):
    (folder / "store").mkdir()
    (folder / "store" / "contact.csv").write_text("contact_id,person_id\nC1,P1\n")
    assert set(load(folder).loaded.table_paths) == {"person", "contact"}


def test_of_a_great_many_faults_the_first_are_told_and_the_others_counted(load, folder):
    for at in range(25):
        (folder / f"note{at:02}.csv").write_text("some text\n")
    lines = refusal(load, folder).splitlines()
    assert len(lines) == 21
    assert lines[0].startswith("note00.csv") and lines[-1] == "… and 5 more."


def test_twenty_faults_are_all_told(load, folder):
    for at in range(20):
        (folder / f"note{at:02}.csv").write_text("some text\n")
    assert len(refusal(load, folder).splitlines()) == 20


def test_a_zip_is_to_be_unzipped(load, folder):
    with zipfile.ZipFile(folder / "return.zip", "w") as archive:
        archive.writestr("episodes.csv", "CHILD,DOB\n")
    assert "return.zip: this is a zip of other files. Unzip it first" in refusal(load, folder)


@pytest.mark.parametrize(("mark", "name"), [(";", "semicolons"), ("\t", "tabs")])
def test_cells_set_apart_by_something_else_than_commas_are_said_to_be(load, folder, mark, name):
    (folder / "contact.csv").write_text("contact_id,person_id,contacted_on\n".replace(",", mark) + "C1;P1;\n")
    assert f"Its cells are set apart by {name}" in refusal(load, folder)


def test_records_without_their_headers_are_said_to_be(load, folder):
    (folder / "contact.csv").write_text("C1,P1,2015-08-03\n")
    message = refusal(load, folder)
    assert "Its first line looks like records and not like headers" in message
    assert "P1" not in message and "2015-08-03" not in message
