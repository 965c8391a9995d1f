"""The pictures in the documents are of what the product makes today, and every one is held."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs import pictures

ROOT = Path(__file__).resolve().parents[2]
ANEW = "is out of date: run `make pictures`, look at what changed, and commit it with docs/pictures/pictures.toml."


def test_the_picture_of_the_paper_is_of_todays_paper(story: Path):
    # The paper of a council that has every month's extract also says how many late records are still to come.
    today = pictures.sitting_of_paper(pictures.paper_of(story))
    assert pictures.record()[pictures.PAPER].sitting == today, f"docs/pictures/{pictures.PAPER} {ANEW}"


def test_the_picture_of_the_book_is_of_todays_book(story: Path):
    today = pictures.sitting_of_book(pictures.book_of(story))
    assert pictures.record()[pictures.BOOK].sitting == today, f"docs/pictures/{pictures.BOOK} {ANEW}"


@pytest.mark.parametrize("name", [pictures.PAPER, pictures.BOOK])
def test_the_record_is_of_the_picture_that_is_there(name: str):
    assert pictures.fingerprint(pictures.FOLDER / name) == pictures.record()[name].picture, f"{name} {ANEW}"


def test_no_document_shows_a_picture_that_no_command_takes():
    shown = {
        (path.parent / target).resolve()
        for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
        for target in re.findall(r"!\[[^\]]*\]\(([^)\s]+)\)", path.read_text("utf-8"))
    }
    assert shown == {pictures.FOLDER / name for name in pictures.record()}
    assert {path for path in pictures.FOLDER.iterdir() if path.suffix != ".toml"} == shown


def test_the_sitting_of_the_paper_is_the_pages_that_are_shown(demo_output: Path):
    paper = pictures.paper_of(demo_output)
    assert pictures.pages_shown(paper)[0] == 0
    assert len(set(pictures.pages_shown(paper))) == len(pictures.PAGES_WITH)


def test_the_excerpt_of_the_book_holds_the_head_and_one_indicator(story: Path):
    excerpt = pictures.excerpt_of_book(pictures.book_of(story))
    assert "<h1>Purple book of Thamesbridge Borough Council, 31 August 2015</h1>" in excerpt
    assert set(re.findall(r'<section class="indicator" id="([^"]+)"', excerpt)) == {pictures.SHOWN_OF_BOOK}
    assert "<details" not in excerpt and "<svg" in excerpt
