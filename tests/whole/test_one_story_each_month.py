"""Of several month ends: what the paper says of its measures is what the book of that day says, number by number.

The book judges every indicator there is and the paper those it names, so each is worked out here as it works it out.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from purplebook.definitions import INDICATORS
from purplebook.definitions.papers.safeguarding_activity import safeguarding_activity
from purplebook.language.evidence import VerdictOn
from purplebook.language.paper_checks import evidence_of, references_of, sentences_of
from purplebook.language.papers import Paper, Ref
from purplebook.language.periods import PeriodKind
from purplebook.outputs.paper.evidence import Recorded
from purplebook.outputs.paper.resolve import sentences_printed
from purplebook.results.book.judged import Judged
from purplebook.results.book.judging import judged_months
from purplebook.results.book.months_of_book import book_periods
from purplebook.results.figures import Figures
from purplebook.results.judgement.word import Word
from purplebook.results.known import Known
from purplebook.results.printed.verdict_words import head_text
from purplebook.run.paper import figures_for, known_of
from purplebook.store import Store

UNTAUGHT = date(2015, 2, 28)
"""A day before which too few extracts are kept to teach how late records come."""
DAYS = (UNTAUGHT, date(2015, 12, 31))


@dataclass(frozen=True)
class Both:
    """A day's paper with its figures and what it knows beside them, and the months as its book judges them."""

    paper: Paper
    figures: Figures
    known: Known
    book: Judged

    @property
    def months_read(self) -> list[tuple[Ref, int]]:
        """Each figure of one month that the paper reads, with the month's place in the book."""
        column = self.book.series.column_of
        refs = (ref for ref in references_of(self.paper) if ref.period.kind is PeriodKind.MONTH)
        return [(ref, column[ref.period.key]) for ref in refs if ref.indicator in self.book.of]


@pytest.fixture(scope="module", params=DAYS, ids=str)
def both(request, story: Path) -> Both:
    store, day = Store.open(story / "store"), request.param
    snapshot, paper = store.snapshot_for(day), safeguarding_activity(day)
    figures = figures_for(snapshot, paper)
    months = book_periods(day).months
    book = judged_months(snapshot, INDICATORS, months=months, snapshots=store.snapshots())
    return Both(paper, figures, known_of(store, snapshot, paper, figures), book.judged)


def test_each_verdict_and_range_and_what_is_still_filling_up_is_the_books(both: Both):
    assert len(both.known.standing) > 40
    for name, standing in both.known.standing.items():
        series = both.book.of[name]
        complete = series.asked.judged_to
        assert standing.verdict == both.book.verdict(name, both.book.newest(name)), name
        assert standing.complete_to == series.months[complete].last_day, name
        assert standing.filling == series.months[complete + 1 :], name


def test_each_verdict_is_printed_with_its_word_and_its_sentence(both: Both):
    printed = sentences_printed(both.paper, both.figures, recorded=Recorded(known=both.known))
    said = 0
    for text, words in printed:
        for evidence in evidence_of(text):
            # AS02 and CN01 have a verdict in the paper and no figure of their own.
            if isinstance(evidence, VerdictOn) and not evidence.in_short and evidence.indicator in both.book.of:
                verdict = both.book.verdict(evidence.indicator, both.book.newest(evidence.indicator))
                assert words is not None or verdict.word is Word.NO_FIGURE
                assert words is None or words.endswith(verdict.sentence), words
                assert words is None or f": {head_text(verdict).lower()}. " in words.lower(), words
                said += words is not None
    assert said >= 12


def test_each_number_of_a_month_is_the_books_and_so_far_where_the_book_says_so(both: Both):
    assert len(both.months_read) > 40
    for ref, place in both.months_read:
        series = both.book.of[ref.indicator]
        figure = both.figures.figure(ref.indicator, ref.period.key)
        value = series.asked.value[place]
        assert (figure is None or figure.value is None) == math.isnan(value), ref
        if figure is not None and figure.value is not None:
            assert float(figure.value) == pytest.approx(value), ref
        is_so_far = both.known.is_filling(ref.indicator, ref.period)
        filling = (Word.FILLING, Word.NO_FIGURE)
        assert not is_so_far or both.book.verdict(ref.indicator, place).word in filling, ref
        assert is_so_far == (place > series.asked.judged_to >= 0), ref


def test_what_usually_comes_yet_is_what_the_book_says_comes(both: Both):
    coming = {key: come for key, come in both.book.to_come.items() if key[0] in both.known.standing}
    assert dict(both.known.coming) == coming
    assert bool(coming) == (both.paper.as_at > UNTAUGHT)


def test_the_paper_draws_no_month_that_the_book_leaves_blank(both: Both):
    uncovered = [
        ref
        for ref, place in both.months_read
        if both.book.verdict(ref.indicator, place).word is Word.NOT_COVERED
        and both.figures.figure(ref.indicator, ref.period.key) is not None
    ]
    assert uncovered == []


def test_every_sentence_with_a_verdict_is_of_a_measure_that_the_book_judges(both: Both):
    named = {
        evidence.indicator
        for _, text in sentences_of(both.paper)
        for evidence in evidence_of(text)
        if isinstance(evidence, VerdictOn)
    }
    assert named and named <= set(both.book.of)
