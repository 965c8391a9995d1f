"""What a declared paper may say: no typed figure gets through, and each refusal says what to write instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from purplebook.errors import DefinitionError
from purplebook.language.evidence import AnyFigure, Committee, Definition, Law, register
from purplebook.language.paper_checks import check_paper, needed_figures
from purplebook.language.papers import (
    Chart,
    ChartKind,
    Compare,
    Counted,
    FigureTable,
    NumberOf,
    Paper,
    PeriodName,
    Ref,
    Section,
    Series,
    Show,
    Standard,
    Text,
    Total,
    bullets,
    paragraph,
    row,
    say,
)
from purplebook.language.periods import month, quarter

AUGUST = month(2015, 8)
REFERRALS = Ref("RF01", AUGUST)
VISITS = Standard("10 working days", "A child is seen at least this often")


def paper_of(*blocks, **changes) -> Paper:
    """A paper of one section."""
    made = Paper(
        name="paper",
        as_at=date(2015, 8, 31),
        author_line=Text("Report"),
        title=Text("A paper"),
        head=(),
        sections=(Section("Overview", blocks),),
        glossary=(),
        terms=("section 47",),
    )
    return replace(made, **changes)


def test_a_sentence_whose_figures_are_bound_is_accepted():
    check_paper(paper_of(paragraph(say("There were {count} referrals.", count=REFERRALS))))


@pytest.mark.parametrize(
    "typed",
    [
        "There were 146 referrals.",
        "A rise of 28%.",
        "Twenty nine compliments.",
        "Fifty five of them.",
        "seven children",
    ],
)
def test_a_typed_figure_is_refused_in_digits_and_in_words(typed):
    with pytest.raises(DefinitionError, match="Bind it to an indicator"):
        check_paper(paper_of(paragraph(typed)))


def test_a_typed_figure_is_found_in_headings_captions_headers_notes_choices_nouns_and_glossary():
    table = FigureTable("t", Text("Plans"), (Text("Year"), Text("Plans")), (row("This year", REFERRALS),))
    chosen = Compare(REFERRALS, REFERRALS, higher="a rise of 28", lower="a fall", same="no change")
    hidden = (
        paper_of(replace(table, caption=Text("Plans of 2015"))),
        paper_of(replace(table, header=(Text("Year"), Text("Q1")))),
        paper_of(replace(table, rows=(row("2014-15", REFERRALS),))),
        paper_of(replace(table, note=Text("12 are late."))),
        paper_of(paragraph(say("{change}", change=chosen))),
        paper_of(paragraph(say("{count}", count=Counted(REFERRALS, "child of 9", "children")))),
        paper_of(sections=(Section("The 12 findings", ()),)),
        paper_of(glossary=(("MASH", "Begun in 2015"),)),
        paper_of(title=Text("Report for 2015")),
        paper_of(head=(("Date", Text("5 November")),)),
    )
    for paper in hidden:
        with pytest.raises(DefinitionError, match="is typed into a sentence"):
            check_paper(paper)


def test_a_term_of_law_may_hold_its_number_but_not_lend_it_to_another_word():
    check_paper(paper_of(paragraph(say("Section 47 enquiries are made with the police.", because=AnyFigure()))))
    with pytest.raises(DefinitionError, match="'4' is typed"):
        check_paper(paper_of(paragraph(say("There were 47 enquiries.", because=AnyFigure()))))


def test_a_standard_is_printed_only_when_the_paper_declares_it():
    sentence = paragraph(say("Children are seen every {standard}.", standard=VISITS, because=AnyFigure()))
    with pytest.raises(DefinitionError, match="not one of the paper's standards"):
        check_paper(paper_of(sentence))
    check_paper(paper_of(sentence, standards=(VISITS,)))


def test_a_place_without_a_figure_and_a_figure_without_a_place_are_refused():
    with pytest.raises(DefinitionError, match=r"nothing is bound to \{count\}"):
        check_paper(paper_of(paragraph("There were {count} referrals.")))
    with pytest.raises(DefinitionError, match="'count' is bound but does not stand in"):
        check_paper(paper_of(paragraph(say("There were referrals.", count=REFERRALS))))


def test_a_row_with_a_cell_too_few_a_short_series_and_a_repeated_key_are_refused():
    table = FigureTable("t", Text("Plans"), (Text("Year"), Text("Plans"), Text("Share")), (row("A", REFERRALS),))
    with pytest.raises(DefinitionError, match="has 1 cells for 2 columns"):
        check_paper(paper_of(table))
    chart = Chart("c", ChartKind.LINES, Text("Plans"), (Text("A"),), (Series("Plans", ()),), "plans")
    with pytest.raises(DefinitionError, match="has 0 values for 1 labels"):
        check_paper(paper_of(chart))
    whole = replace(chart, series=(Series("Plans", (REFERRALS,)),))
    with pytest.raises(DefinitionError, match="Two tables or charts are called 'c'"):
        check_paper(paper_of(whole, whole))


def test_a_chart_of_five_lines_and_columns_of_two_series_are_refused():
    series = Series("Plans", (REFERRALS,))
    chart = Chart("c", ChartKind.LINES, Text("Plans"), (Text("A"),), (series,) * 5, "plans")
    with pytest.raises(DefinitionError, match="5 series"):
        check_paper(paper_of(chart))
    with pytest.raises(DefinitionError, match="2 series"):
        check_paper(paper_of(replace(chart, kind=ChartKind.COLUMNS, series=(series,) * 2)))


def test_needed_figures_names_each_figure_once_and_everyone_beside_each_breakdown():
    police = Ref("RF03", AUGUST, "source", "6")
    paper = paper_of(
        paragraph(
            say("{a} {b}", a=REFERRALS, b=Compare(police, REFERRALS, "more", "fewer", say("{c}", c=REFERRALS))),
            say("{d}", d=Total((police, Ref("RF03", quarter(2015, 1), "source", "2A")), Show.PERCENT_1)),
        )
    )
    assert needed_figures(paper) == (
        ("RF01", AUGUST, "all"),
        ("RF03", quarter(2015, 1), "all"),
        ("RF03", quarter(2015, 1), "source"),
        ("RF03", AUGUST, "all"),
        ("RF03", AUGUST, "source"),
    )


def test_a_sentence_that_leans_on_nothing_is_refused_and_told_what_could_bear_it_out():
    for leaning_on_nothing in (
        "We have agreed a protocol.",
        say("On {day} we agreed a protocol.", day=PeriodName(AUGUST)),
        say("Children are seen every {standard}.", standard=VISITS),
    ):
        with pytest.raises(DefinitionError, match=r"leans on nothing.*because=register"):
            check_paper(paper_of(paragraph(leaning_on_nothing), standards=(VISITS,)))


def test_a_point_of_a_list_must_lean_on_something_too():
    with pytest.raises(DefinitionError, match="leans on nothing"):
        check_paper(paper_of(bullets("make sure that the voice of the child is heard;")))


@pytest.mark.parametrize(
    "sentence",
    [
        say("There were {count} referrals.", count=REFERRALS),
        say("Cases are audited.", because=register("audit")),
        say("It goes to the {committee}.", committee=Committee()),
        Text("We have agreed a protocol.", is_own=True),
    ],
    ids=["a figure", "a register", "a setting", "the council's own words"],
)
def test_a_figure_a_register_a_setting_and_the_councils_own_words_each_bear_a_sentence_out(sentence):
    check_paper(paper_of(paragraph(sentence)))


def test_a_sentence_may_not_explain_a_figure_that_the_paper_does_not_have():
    explained = say("A child who is referred twice counts twice.", because=Definition("RF01"))
    with pytest.raises(DefinitionError, match="explains RF01, of which the paper has no figure"):
        check_paper(paper_of(paragraph(explained)))
    check_paper(paper_of(paragraph(say("{count}", count=REFERRALS), explained)))


def test_a_sentence_may_not_name_a_table_that_is_not_there():
    with pytest.raises(DefinitionError, match="no table or chart 'plans'"):
        check_paper(paper_of(paragraph(say("{table} shows it.", table=NumberOf("plans")))))


@pytest.mark.parametrize(("as_at", "is_right"), [(date(2019, 9, 29), True), (date(2019, 9, 30), False)])
def test_a_law_is_named_only_on_the_days_on_which_it_holds(as_at, is_right):
    board = Law("body", "the board", date(2006, 4, 1), date(2019, 9, 29), "Children Act 2004")
    paper = paper_of(paragraph(say("It is agreed with {body}.", body=board)), as_at=as_at)
    if is_right:
        check_paper(paper)
        return
    with pytest.raises(DefinitionError, match="'the board' is named in a paper of 2019-09-30"):
        check_paper(paper)
