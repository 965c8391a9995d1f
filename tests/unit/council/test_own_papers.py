"""A council's own sentences: bound, dated, under the heading of a section, and never with a number typed in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from purplebook.definitions import INDICATORS
from purplebook.errors import DefinitionError
from purplebook.language.councils import OwnSentence
from purplebook.language.own_words import WHEN, own_text
from purplebook.language.papers import Ref, Show
from purplebook.language.periods import day, financial_year, month, quarter, year_to_date
from tests.support.council_folder import one_fault, read_folder

FILE = "papers/own.md"
AUGUST = date(2015, 8, 31)


def test_each_paragraph_is_a_sentence_of_its_section_with_its_days(tmp_path: Path):
    text = (
        "<!-- remarks\n\n## Not a heading -->\n## Early help\n\nWe agreed a protocol.\nIt is new.\n\n"
        "[from 2015-04-01 to 2016-03-31]\nThere are {CP01 on the day} plans.\n\n"
        "## Our own section\n[to 2015-12-31]\nMore.\n"
    )
    council = read_folder(tmp_path, {FILE: text})
    assert council.words.sentences == (
        OwnSentence("Early help", "We agreed a protocol. It is new."),
        OwnSentence("Early help", "There are {CP01 on the day} plans.", date(2015, 4, 1), date(2016, 3, 31)),
        OwnSentence("Our own section", "More.", None, date(2015, 12, 31)),
    )
    assert [setting.origin for setting in council.settings if setting.setting.startswith("paper")] == [
        f"{FILE}:6",
        f"{FILE}:10",
        f"{FILE}:14",
    ]


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("We have 265 plans.", "3: the number '265' is typed into a sentence."),
        ("We have twelve plans.", "3: the number 'twelve' is typed into a sentence."),
        ("We have {CP1 on the day} plans.", "3: there is no indicator 'CP1'."),
        ("We have {CP01 on the dy} plans.", "3: 'on the dy' says no time that a figure can be of. Write on the day."),
        ("We have {CP01} plans.", "3: '{CP01}' names no figure. Write a figure like {CP01 on the day}"),
        ("We have {CP01 on the day plans.", "3: A figure is not closed."),
        ("We have {CP01 on the day, kategory NEG} plans.", "3: 'kategory NEG' is no part of CP01."),
        ("- a point", "3: '-' starts nothing that a paper of yours can hold yet."),
        ("# A title", "3: '#' starts nothing"),
        ("[from tomorrow]\nWords.", "3: '[from tomorrow]' is not between which days it holds."),
        ("[from 2015-04-01 to 2015-03-31]\nWords.", "3: it ends on 2015-03-31, before it begins"),
        ("[from 2015-04-01]", "4: days stand above no paragraph."),
        ("## Erly help\n\nWords.", "3: there is no section 'Erly help'. Write ## Early help."),
        ("## Our 3 aims\n\nWords.", "3: the number '3' is typed into a heading."),
    ],
)
def test_what_cannot_be_printed_honestly_is_refused_with_its_line(tmp_path: Path, words: str, fault: str):
    assert one_fault(tmp_path, {FILE: f"## Early help\n\n{words}\n"}).startswith(f"{FILE}:{fault}")


def test_a_sentence_without_a_section_is_refused(tmp_path: Path):
    assert one_fault(tmp_path, {FILE: "Words.\n"}).startswith(f"{FILE}:1: it is not said in which section")


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("CP01 on the day", Ref("CP01", day(AUGUST))),
        ("RF01 in the year to date", Ref("RF01", year_to_date(AUGUST))),
        ("RF01 in the month", Ref("RF01", month(2015, 8))),
        ("IC03 in the quarter", Ref("IC03", quarter(2015, 1), show=Show.PERCENT_1)),
        ("IC03 in the quarter, out of", Ref("IC03", quarter(2015, 1), show=Show.DENOMINATOR)),
        ("AS01 in the last year", Ref("AS01", financial_year(2014), show=Show.PERCENT_1)),
        ("LA01 on 2015-03-31", Ref("LA01", day(date(2015, 3, 31)))),
        ("RF02 in FY2013-14", Ref("RF02", financial_year(2013), show=Show.RATE_2)),
        ("CP01 on the day, category NEG", Ref("CP01", day(AUGUST), "category", "NEG")),
    ],
)
def test_a_figure_is_bound_as_it_is_named(figure: str, expected: Ref):
    text = own_text(f"We have {{{figure}}}.", as_at=AUGUST, indicators=INDICATORS)
    assert (text.template, text.bindings) == ("We have {figure_1}.", (("figure_1", expected),))


def test_the_same_months_last_year_end_a_year_before_the_day():
    assert WHEN["in the same months last year"](date(2015, 2, 28)).last_day == date(2014, 2, 28)
    assert WHEN["in the same months last year"](AUGUST).first_day == date(2014, 4, 1)


def test_what_is_no_figure_is_refused():
    with pytest.raises(DefinitionError, match="names no figure"):
        own_text("We have {plans}.", as_at=AUGUST, indicators=INDICATORS)


@pytest.mark.parametrize(
    ("group", "instead"),
    [
        ("NEGL", "'NEGL' is no group of category. Write category NEG."),
        ("neglect", "'neglect' is no group of category. Write category NEG."),
        ("9", "'9' is no group of category. Its groups are: NEG (Neglect), "),
    ],
)
def test_a_group_that_its_codes_have_not_is_refused_and_is_no_nought(group: str, instead: str):
    with pytest.raises(DefinitionError) as refused:
        own_text(f"We have {{CP01 on the day, category {group}}}.", as_at=AUGUST, indicators=INDICATORS)
    assert str(refused.value).startswith(instead)


def test_those_not_recorded_are_a_group(tmp_path: Path):
    words = "For some, {CP01 on the day, category Not recorded}, it is not known."
    assert len(read_folder(tmp_path, {FILE: f"## Early help\n\n{words}\n"}).words.sentences) == 1


@pytest.mark.parametrize("words", ["Words.\n\n<!-- not for print", "Words.\n\nnot for print -->"])
def test_half_a_remark_is_refused_and_not_printed(tmp_path: Path, words: str):
    fault = one_fault(tmp_path, {FILE: f"## Early help\n\n{words}\n"})
    assert "has no other half. Write <!-- before a remark and --> after it." in fault
    assert fault.startswith(f"{FILE}:5:")
