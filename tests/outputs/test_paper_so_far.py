"""A paper says where it is printed that a figure is still filling up, and claims a change by a verdict alone."""

from __future__ import annotations

import re
from datetime import date

from purplebook.definitions.papers.safeguarding_activity import safeguarding_activity
from purplebook.language.periods import month
from purplebook.outputs.paper.evidence import Recorded
from purplebook.outputs.paper.model import Document, NumberedParagraph, Picture, PrintedTable
from purplebook.outputs.paper.resolve import resolve
from purplebook.outputs.paper.so_far import CHART_NOTE, TABLE_NOTE
from purplebook.results.judgement.word import Verdict, Way, Word
from purplebook.results.known import Known, Standing
from purplebook.results.lateness import ToCome
from tests.support.paper_figures import paper_figures

AUGUST = date(2015, 8, 31)
PAPER = safeguarding_activity(AUGUST)
FIGURES = paper_figures(PAPER)
JUNE = month(2015, 6)
FILLING = (month(2015, 7), month(2015, 8))
SAID = "612 from April to June 2015, where about 440 is usual (390 to 495)."
CLAIM = re.compile(r"\b(fell|fallen|rose|risen|a (?:fall|rise) of|increased|decreased|dropped|continued? to be)\b")


def document(known: Known) -> Document:
    return resolve(PAPER, FIGURES, snapshot_id="s", recorded=Recorded(known=known))


def to_june(indicator: str, title: str) -> Known:
    """What is known where an indicator is complete to June, and higher than usual."""
    verdict = Verdict(Word.HIGHER, Way.NEITHER, SAID, 3, JUNE)
    coming = {
        (indicator, FILLING[0].key): ToCome(71, 60, 80, 0.6),
        (indicator, FILLING[1].key): ToCome(30, 20, 45, 0.8),
    }
    return Known(coming=coming, standing={indicator: Standing(title, verdict, JUNE.last_day, FILLING)})


def paragraphs(made: Document) -> list[str]:
    return [block.text for section in made.sections for block in section.blocks if isinstance(block, NumberedParagraph)]


def tables(made: Document) -> list[PrintedTable]:
    return [block for section in made.sections for block in section.blocks if isinstance(block, PrintedTable)]


def the_paragraph(made: Document, words: str) -> str:
    (found,) = [text for text in paragraphs(made) if words in text]
    return found


REFERRALS = to_june("RF01", "Referrals to children's social care")


def test_a_paragraph_with_months_that_are_filling_up_says_so_and_what_usually_comes():
    text = the_paragraph(document(REFERRALS), "referrals have come")
    assert "Still filling up: what is given for July and August 2015 is so far." in text
    assert text.endswith("60 to 80 more for July 2015 and 20 to 45 more for August 2015 usually come.")


def test_what_is_complete_is_not_called_so_far():
    text = the_paragraph(document(REFERRALS), "referrals have come")
    assert "what is given for quarter 1" not in text
    complete = Standing("Referrals", Verdict(Word.NO_SIGN, Way.NEITHER, SAID, 1, FILLING[1]), AUGUST)
    made = document(Known(standing={"RF01": complete}))
    assert not [text for text in paragraphs(made) if "Still filling up" in text]
    assert not [table for table in tables(made) if TABLE_NOTE in table.source]


def test_a_period_that_is_filling_up_is_set_beside_an_earlier_one_and_is_no_more_or_fewer_than_it():
    made = the_paragraph(document(REFERRALS), "In April to August 2015 we received")
    assert re.search(r"That is so far, beside [\d,]+ in the same months of last year", made)
    sure = the_paragraph(document(Known()), "In April to August 2015 we received")
    assert re.search(r"(more than|fewer than|as many as) in the same months of last year", sure)


def test_the_verdict_is_printed_in_the_words_of_the_book():
    text = the_paragraph(document(REFERRALS), "referrals have come")
    assert f"Referrals to children's social care: higher than usual. {SAID}" in text
    (row,) = [
        row for table in tables(document(REFERRALS)) for row in table.rows if row.label == "Referrals to social care"
    ]
    assert row.cells[-1] == "higher than usual (Jun 2015)"
    assert row.cells[1].endswith(" so far") and row.cells[2] == "not yet"


def test_a_row_of_a_table_that_is_filling_up_says_so_once_at_its_head():
    made = document(REFERRALS)
    (table,) = [table for table in tables(made) if table.caption == "Referrals to children's social care"]
    labels = {row.label: row.cells for row in table.rows}
    assert "July and August 2015, so far" in labels and "2015-16 to date (April to August), so far" in labels
    assert "2015-16 quarter 1 (April to June)" in labels
    assert not [cell for cells in labels.values() for cell in cells if "so far" in cell]
    assert TABLE_NOTE in table.source


def test_a_table_that_is_filling_up_as_a_whole_says_so_in_its_caption():
    (table,) = [table for table in tables(document(to_june("RF04", "Reasons"))) if "Reasons" in table.caption]
    assert table.caption == "Reasons for referral, April to August 2015, so far"
    assert not [row for row in table.rows if "so far" in row.label] and TABLE_NOTE in table.source


def test_a_column_of_a_table_that_is_filling_up_says_so_once_at_its_head():
    known = to_june("RF03", "Referrals by source")
    (table,) = [table for table in tables(document(known)) if table.caption.startswith("Where referrals came from")]
    heads = [head.replace("\N{NO-BREAK SPACE}", " ") for head in table.header]
    assert heads == ["Source", "April to August 2015, so far", "Share, so far", "April to August 2014", "Share"]


def test_a_chart_draws_the_months_that_are_filling_up_hollow_and_says_so_in_words_and_below():
    (picture,) = [
        block
        for section in document(REFERRALS).sections
        for block in section.blocks
        if isinstance(block, Picture) and block.title == "Referrals each month"
    ]
    assert picture.svg.count('fill="#FFFFFF"') == 2 and picture.source.startswith(CHART_NOTE)
    assert re.search(r"Jun 2015 [\d,]+; Jul 2015 [\d,]+ so far; Aug 2015 [\d,]+ so far", picture.description)
    assert re.search(r">[\d,]+ so far</text>", picture.svg)


def test_no_sentence_of_the_paper_claims_a_change_by_comparing_two_figures():
    for known in (Known(), REFERRALS):
        claimed = [text for text in paragraphs(document(known)) if CLAIM.search(text)]
        assert claimed == [], claimed
