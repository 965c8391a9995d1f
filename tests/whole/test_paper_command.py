"""`purplebook paper` in a council's folder: its gaps on the screen and on a page, and the status that its book gave."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.whole.conftest import Say


@pytest.fixture
def paper(loaded: Path, say: Say, tmp_path: Path):
    """Make the paper of 31 August 2015, and answer what stands in its HTML."""

    def made(*words: str) -> str:
        answer = say("paper", "--store", loaded, "--as-at", "2015-08-31", "--out", tmp_path / "paper", *words)
        assert answer.exit_code == 0, answer.output
        (page,) = (tmp_path / "paper").glob("safeguarding-*.html")
        return page.read_text(encoding="utf-8")

    return made


def test_what_is_left_out_is_told_on_the_screen_and_on_a_page_and_not_in_the_paper(
    loaded: Path, say: Say, tmp_path: Path
):
    out = tmp_path / "paper"
    answer = say("paper", "--store", loaded, "--as-at", "2015-08-31", "--out", out)
    page = (out / "gaps-2015-08-31.html").read_text(encoding="utf-8")
    assert "left out, for nothing recorded bears them out" in answer.stderr
    assert "gaps-2015-08-31.html" in answer.stderr and "gaps" not in answer.stdout
    assert "CP01 (Children with a child protection plan)" in page and "child protection plan records" in page
    for ending in ("html", "docx", "pdf"):
        (written,) = out.glob(f"safeguarding-*.{ending}")
        assert written.stat().st_size > 1000
    words = next(out.glob("safeguarding-*.html")).read_text(encoding="utf-8")
    assert "ot available" not in words and "child protection plan" not in words and "would need" not in words


def test_in_json_the_gaps_are_told_with_their_sections_and_needs(loaded: Path, say: Say, tmp_path: Path):
    answer = say("paper", "--store", loaded, "--as-at", "2015-08-31", "--out", tmp_path / "paper", "--json")
    told = json.loads(answer.stdout)
    assert [Path(path).suffix for path in told["files"]] == [".docx", ".pdf", ".html"]
    assert {"section", "what", "needs"} == set(told["gaps"][0])
    assert any("audit records" in need for gap in told["gaps"] for need in gap["needs"])


def test_the_status_of_a_release_of_the_same_records_is_the_papers(loaded: Path, say: Say, files: Path, paper):
    assert "<strong>Provisional figures</strong>" in paper()
    assert say("book", "--store", loaded, "--as-at", "2015-08-31", "--status", "validated").exit_code == 0
    validated = paper()
    assert "<strong>Validated figures</strong>" in validated and "All figures are validated." in validated
    assert "rovisional" not in validated
    # Records that came later are not those which somebody validated.
    more = (files / "referral.csv").read_text() + "R4,P000003,2015-08-30,6,false\n"
    (files / "referral.csv").write_text(more)
    assert say("load", files, "--store", loaded.parent, "--as-at", "2015-08-31").exit_code == 0
    assert "<strong>Provisional figures</strong>" in paper()


def test_before_the_records_begin_nothing_is_printed_where_the_book_leaves_months_blank(loaded: Path, say: Say, paper):
    """Nothing says from when these two tables are complete, and their first referral is of March 2015."""
    words = paper()
    assert "2015-16 quarter 1 (April to June)" in words
    assert not [
        each for each in ("2011-12", "in the same months of last year", "April to August 2014") if each in words
    ]
    assert say("book", "--store", loaded, "--as-at", "2015-08-31").exit_code == 0
    book = (loaded / "releases" / "2015-08-31-v1" / "book.html").read_text(encoding="utf-8")
    assert "Before March 2015 the records do not reach back far enough" in book
    assert "No measure can be judged yet." in book and "Of 0 measures" not in book


def test_a_council_of_one_register_is_spoken_of_in_the_singular_and_nothing_twice(paper):
    words = paper()
    assert "There was 1 referral to children" in words and "an average of 0.3 a month" in words
    assert "There were 1" not in words and "1 referrals" not in words
    assert "no figure" not in words and "recorded most often" not in words
