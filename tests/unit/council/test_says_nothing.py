"""What ships holds as it is only where nothing in the folder could say otherwise, or be a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from purplebook.council import council_at, find_place
from purplebook.council.faults import CouncilError
from purplebook.council.says_nothing import says_nothing
from purplebook.definitions import INDICATORS
from purplebook.run.init import init
from purplebook.run.place import Place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return init(tmp_path / "council", authority="899", is_invented=True).folder


def test_a_new_folder_says_nothing_and_its_catalogue_is_the_shipped_one(folder: Path):
    place = find_place(folder)
    assert says_nothing(place)
    council = council_at(place)
    assert council.indicators == INDICATORS and not council.notices
    assert Place(place).indicator("cp01") is Place(place).indicators[[item.id for item in INDICATORS].index("CP01")]


def test_a_store_that_no_folder_names_says_nothing(folder: Path, tmp_path: Path):
    (folder / "store").rename(tmp_path / "store")
    assert says_nothing(find_place(tmp_path / "store"))
    # Where an earlier purplebook kept them.
    (tmp_path / "store" / "targets.toml").write_text("# nothing")
    assert not says_nothing(find_place(tmp_path / "store"))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("targets.toml", '[[target]]\nindicator = "AS01"\n'),
        ("standards.toml", "# a remark\nx\n"),
        ("events.toml", "# a sign that nobody can see: \x07\n"),
        ("definitions/own.py", "# a remark\nINDICATORS = ()\n"),
        ("definitions/more.py", "x"),
        ("papers/own.md", "<!-- a remark --> and a sentence\n"),
        ("papers/own.md", "<!-- a remark that does not end"),
        ("target.toml", "# a name that is nearly right"),
    ],
)
def test_a_file_that_may_say_something_is_left_to_whoever_reads_it(folder: Path, name: str, text: str):
    (folder / name).write_text(text, encoding="utf-8")
    assert not says_nothing(find_place(folder))


def test_a_file_that_nobody_can_read_is_left_to_whoever_tells_of_it(folder: Path):
    (folder / "events.toml").write_bytes(b"# \xff\n")
    assert not says_nothing(find_place(folder))
    (folder / "events.toml").unlink()
    (folder / "events.toml").mkdir()
    assert not says_nothing(find_place(folder))
    with pytest.raises(CouncilError):
        council_at(find_place(folder))


def test_a_link_that_leads_nowhere_is_no_missing_file(folder: Path):
    (folder / "events.toml").unlink()
    assert says_nothing(find_place(folder))
    (folder / "events.toml").symlink_to(folder / "gone.toml")
    assert not says_nothing(find_place(folder))
