"""What the book says in words of its own: its answer, why there is no figure, and with whom it is not compared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from purplebook.definitions import indicator_by_id
from purplebook.language.periods import month
from purplebook.outputs.book.comparison_words import not_compared
from purplebook.outputs.book.drawn import values_table
from purplebook.outputs.book.front import false_before_text, false_marks_text, headline
from purplebook.outputs.book.section import no_figure_text
from purplebook.outputs.book.seen import Seen, SeenMonth
from purplebook.results.book.verdicts import Line
from purplebook.results.judgement.word import Verdict, Way, Word

AUGUST = month(2015, 8)
LINE = Line(
    indicator=indicator_by_id("RF01"),
    period=AUGUST,
    numerator=None,
    denominator=None,
    value=None,
    status="not supplied",
    verdict=Verdict(Word.NO_FIGURE, Way.NEITHER, "There is no figure for August 2015.", 1, AUGUST),
    to_come=None,
)


def test_where_nothing_can_be_judged_it_is_not_said_that_nothing_stands_out():
    assert headline([], judged=0) == "No measure can be judged yet. Each says why below."
    assert headline([], judged=3) == "No measure stands out from what is usual for it."
    assert false_marks_text(1, 0).startswith("Of 1 measure judged, hardly one would be marked")
    assert false_before_text(0) == "Hardly one would be listed here if nothing had changed."
    assert false_before_text(3).startswith("About 3 would be listed here")
    assert false_marks_text(109, 2).startswith("Of 109 measures judged, about 2 would be marked")


@pytest.mark.parametrize(
    ("status", "why"),
    [
        ("not supplied", "its records were not supplied"),
        ("not covered", "its records do not reach back far enough"),
        ("no population", "the number of people to divide by is not held"),
        ("provisional", "there was nothing to work it out from"),
        ("validated", "there was nothing to work it out from"),
    ],
)
def test_no_figure_says_why_and_not_how_sure_it_is(status: str, why: str):
    assert no_figure_text(replace(LINE, status=status)) == f"August 2015: {why}."


def test_those_with_whom_a_figure_is_not_compared_for_one_reason_are_named_together():
    nothing, other = "nothing is published that counts the same", "there is no figure to compare: not supplied"
    rows = [
        {"comparator": comparator, "why_not": why, "value": None}
        for comparator, why in (
            ("as published", nothing),
            ("statistical neighbours, mean", nothing),
            ("statistical neighbours, median", nothing),
            ("region", nothing),
            ("England", nothing),
            ("previous period", other),
        )
    ]
    everyone = "the figure that is published of us, statistical neighbours, the region and England"
    assert not_compared([*rows, {"comparator": "target", "why_not": None, "value": 95}]) == [
        f"Not compared with {everyone}: {nothing}.",
        f"Not compared with the period before: {other}.",
    ]


def test_the_months_that_the_records_do_not_cover_stand_in_one_row_and_are_compared_with_nothing():
    def seen(number: int, word: Word) -> SeenMonth:
        period = month(2015, number)
        return SeenMonth(period, 4.0, 4, None, Verdict(word, Way.NEITHER, "", 1, period))

    months = [*(seen(number, Word.NOT_COVERED) for number in range(1, 7)), seen(7, Word.TOO_FEW), seen(8, Word.FILLING)]
    told = Seen(indicator_by_id("RF01"), tuple(months), 6)
    page = str(values_table(told))
    assert page.count("<tr>") == 1 + 3 and page.count("not yet covered") == 1
    assert '<th scope="row">January to June 2015</th><td></td><td></td>' in page
    assert told.covers(month(2015, 7)) and not told.covers(month(2015, 6))
    assert Seen(told.item, told.months[6:], 0).covers(month(2014, 1))
