"""What people may say about a figure, and what they may not while its month is filling up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from purplebook.council import Comment
from purplebook.definitions import indicator_by_id
from purplebook.errors import BadInputError
from purplebook.language.periods import month
from purplebook.results.book.commentary import of_month
from purplebook.results.book.verdicts import Later, Line
from purplebook.results.judgement.word import Verdict, Way, Word
from purplebook.results.lateness import ToCome

AUGUST = date(2015, 8, 31)


def line(come: ToCome | None) -> Line:
    """June is judged; August is still filling up where something is still to come of it."""
    june = Verdict(Word.HIGHER, Way.NEITHER, "262 in June 2015.", 1, month(2015, 6))
    word = Word.NO_SIGN if come is None else Word.FILLING
    august = Verdict(word, Way.NEITHER, "146 so far.", 1, month(2015, 8))
    later = (Later(month(2015, 8), 146, None, Decimal(146), august, come),)
    item = indicator_by_id("RF01")
    return Line(item, month(2015, 6), 262, None, Decimal(262), "provisional", june, None, later=later)


def said(text: str, *, on: date = AUGUST) -> tuple[Comment, ...]:
    return (Comment("RF01", on, "Head of service", text),)


OPEN = line(ToCome(14, 6, 23, 0.91))


@pytest.mark.parametrize(
    "text",
    ["Referrals fell.", "A DROP since June", "have decreased", "is lower than July", "fewer referrals", "down by 10"],
)
def test_a_month_that_is_filling_up_may_not_be_called_a_fall(text: str) -> None:
    with pytest.raises(BadInputError, match=r"still to come.*about 14, between 6 and 23"):
        of_month(said(text), [OPEN], as_at=AUGUST)


@pytest.mark.parametrize("text", ["Two teams now.", "The rise of June has not gone on.", "Downing Street asked."])
def test_other_words_may_be_said_of_it(text: str) -> None:
    assert of_month(said(text), [OPEN], as_at=AUGUST) == said(text)


def test_a_month_that_is_complete_may_be_called_a_fall() -> None:
    assert of_month(said("Referrals fell."), [line(None)], as_at=AUGUST) == said("Referrals fell.")


def test_what_was_said_of_another_month_is_left_for_that_months_book() -> None:
    assert of_month(said("Referrals fell.", on=date(2015, 7, 31)), [OPEN], as_at=AUGUST) == ()
