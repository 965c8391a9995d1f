"""One council's words never stand over another council's children."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from purplebook.council import council_of
from purplebook.errors import BadInputError
from purplebook.run.init import init
from purplebook.run.load import load_files
from purplebook.run.paper import make_paper
from purplebook.run.release import make_release
from purplebook.store import Store

DAY = date(2026, 3, 31)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A council's folder whose code was changed after its records were loaded."""
    made = init(tmp_path / "council", authority="330", name="Ours")
    file = tmp_path / "contact.csv"
    file.write_text("contact_id,person_id,contacted_on\nc1,p1,2026-02-03\n", encoding="utf-8")
    (tmp_path / "person.csv").write_text("person_id,la_child_id\np1,1\n", encoding="utf-8")
    store = Store.open(made.store_folder)
    load_files(store, [file, tmp_path / "person.csv"], authority_code="330", as_at=DAY)
    settings = made.council_file.read_text("utf-8").replace('code = "330"', 'code = "331"')
    made.council_file.write_text(settings, encoding="utf-8")
    return made.folder


def test_a_paper_of_another_councils_records_is_refused_and_says_both_codes(folder: Path, tmp_path: Path):
    store = Store.open(folder / "store")
    with pytest.raises(BadInputError, match=r"authority 331, and those of snapshot 2026-03-31-0001 are of 330"):
        make_paper(store.latest(), as_at=DAY, out=tmp_path / "paper", council=council_of(store.path), store=store)
    assert not (tmp_path / "paper").exists()


def test_a_book_of_another_councils_records_is_refused(folder: Path):
    store = Store.open(folder / "store")
    with pytest.raises(BadInputError, match=r"council\.toml says that these are the records of authority 331"):
        make_release(store, DAY, status="provisional")
    assert not (folder / "store" / "releases").exists()


def test_an_authority_that_there_is_cannot_be_called_invented(tmp_path: Path):
    with pytest.raises(BadInputError, match=r"870 is Reading, which is not invented"):
        init(tmp_path / "place", authority="870", is_invented=True)
    assert not (tmp_path / "place").exists()
