"""The paper as a page is read whole: no table hides its last column on a desk, and the verdicts are set as words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from purplebook.definitions.papers.safeguarding_activity import safeguarding_activity
from purplebook.language.periods import month
from purplebook.outputs.paper.evidence import Recorded
from purplebook.outputs.paper.model import PrintedTable, TableRow, is_sentence
from purplebook.outputs.paper.paper_page import html_bytes
from purplebook.outputs.paper.resolve import resolve
from purplebook.results.judgement.word import Verdict, Way, Word
from purplebook.results.known import Known, Standing
from tests.support.browser import measured
from tests.support.paper_figures import paper_figures

JUNE = month(2015, 6)
WIDER = (
    "[...page.querySelectorAll('.scrolls')].filter(box => box.scrollWidth > box.clientWidth + 1)"
    ".map(box => box.getAttribute('aria-labelledby'))"
)


@pytest.fixture(scope="module")
def page() -> str:
    paper = safeguarding_activity(date(2015, 8, 31))
    verdict = Verdict(Word.LOWER, Way.WORSE, "63.6% (431 of 678) from March to June 2015.", 3, JUNE)
    named = ("FD01", "RF01", "RF08", "AS01", "S401", "IC03", "CP01", "LA01", "LA11", "CL03", "CL05", "AD01", "AD03")
    standing = {name: Standing(name, verdict, JUNE.last_day, (month(2015, 7), month(2015, 8))) for name in named}
    recorded = Recorded(known=Known(standing=standing))
    return html_bytes(resolve(paper, paper_figures(paper), snapshot_id="s", recorded=recorded)).decode()


@pytest.mark.parametrize("width", [900, 1280])
def test_no_table_is_wider_than_its_place_on_a_desk(page: str, width: int, tmp_path: Path):
    assert measured(page, width=width, asked=WIDER, folder=tmp_path) == []


def test_a_column_of_sentences_is_set_as_words_and_one_of_numbers_is_not(page: str):
    assert '<th scope="col" class="words">Judged by its own past</th>' in page
    assert '<td class="words">lower than usual, which is worse (Jun 2015)</td>' in page
    assert '<th scope="col">A year earlier</th>' in page and '<td class="words">1,' not in page


@pytest.mark.parametrize(
    ("cell", "is_one"), [("no sign of a change (Jun 2015)", True), ("at least 95.0%", False), ("732 so far", False)]
)
def test_a_sentence_is_told_from_a_number(cell: str, is_one: bool):
    assert is_sentence(cell) == is_one
    table = PrintedTable(1, "", ("A", "B", "C"), (TableRow("a", ("–", "1")), TableRow("b", (cell, "2"))), "")
    assert [table.is_of_words(place) for place in (0, 1)] == [is_one, False]
