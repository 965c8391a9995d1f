"""The Safeguarding Activity Report as a whole, with invented figures."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from purplebook.definitions.indicators import INDICATORS
from purplebook.definitions.papers.safeguarding_activity import safeguarding_activity
from purplebook.language.councils import CouncilWords, PartnershipName
from purplebook.language.paper_checks import check_paper, needed_figures
from purplebook.outputs.paper.evidence import Recorded
from purplebook.outputs.paper.model import Document, NumberedParagraph, Picture, PrintedTable
from purplebook.outputs.paper.resolve import resolve
from purplebook.results.figures import FIGURE_SCHEMA, Figures
from tests.support.paper_figures import paper_figures
from tests.support.said_council import all_recorded, with_its_own_words

AUGUST = date(2015, 8, 31)
DASH = "\N{EN DASH}"


def document(as_at: date = AUGUST, *, without: tuple[str, ...] = ()) -> Document:
    """The paper of the invented council, its own words and settings with it."""
    paper = with_its_own_words(safeguarding_activity(as_at))
    figures = paper_figures(paper, without=without)
    return resolve(paper, figures, snapshot_id="snapshot-1", recorded=all_recorded(paper))


def words_of(made: Document) -> str:
    """All that a reader of the paper reads."""
    found = [made.title, made.council, made.author_line, *made.making_notes]
    found += [cell for pair in made.head + made.glossary + made.making + made.standards for cell in pair]
    for section in made.sections:
        found.append(section.heading)
        for block in section.blocks:
            match block:
                case NumberedParagraph(text=text):
                    found.append(text)
                case PrintedTable():
                    found += [block.caption, *block.header, block.source]
                    found += [cell for row in block.rows for cell in (row.label, *row.cells)]
                case Picture():
                    found += [block.title, block.description]
                case _:
                    found.append(str(block))
    return "\n".join(found)


def tables_of(made: Document) -> list[PrintedTable]:
    return [block for section in made.sections for block in section.blocks if isinstance(block, PrintedTable)]


def table_of(made: Document, caption: str) -> PrintedTable:
    blocks = (block for section in made.sections for block in section.blocks)
    return next(block for block in blocks if isinstance(block, PrintedTable) and block.caption == caption)


@pytest.mark.parametrize(
    "as_at", [date(2015, 8, 31), date(2014, 12, 31), date(2015, 3, 31), date(2015, 5, 15), date(2016, 2, 29)]
)
def test_the_paper_can_be_made_for_any_date_and_misses_no_figure(as_at):
    made = document(as_at)
    assert [gap for gap in made.gaps if gap.section != "Head block"] == []
    assert DASH not in [cell for table in tables_of(made) for row in table.rows for cell in row.cells]


def test_it_has_the_seventeen_sections_in_order_and_numbers_its_paragraphs_without_a_gap():
    made = document()
    assert [section.number for section in made.sections] == list(range(1, 18))
    for section in made.sections:
        numbers = [block.number for block in section.blocks if isinstance(block, NumberedParagraph)]
        assert numbers == [f"{section.number}.{place}" for place in range(1, len(numbers) + 1)]


def test_tables_and_charts_are_numbered_in_the_order_they_stand():
    blocks = [block for section in document().sections for block in section.blocks]
    tables = [block.number for block in blocks if isinstance(block, PrintedTable)]
    charts = [block.number for block in blocks if isinstance(block, Picture)]
    assert tables == list(range(1, len(tables) + 1))
    assert charts == list(range(1, len(charts) + 1))


def test_every_figure_it_asks_for_is_a_declared_indicator_with_that_breakdown():
    declared = {item.id: {breakdown.name for breakdown in item.by} | {"all"} for item in INDICATORS}
    asked = {(indicator, breakdown) for indicator, _, breakdown in needed_figures(safeguarding_activity(AUGUST))}
    assert [pair for pair in asked if pair[1] not in declared.get(pair[0], set())] == []


def test_every_indicator_with_a_figure_in_the_2015_paper_is_in_this_one(shared: Path):
    with (shared / "definitions" / "seed_figures.csv").open(encoding="utf-8") as file:
        seen = {
            found for row in csv.DictReader(file) for found in re.findall(r"[A-Z]{2}\d\d|S40\d", row["indicator_id"])
        }
    asked = {indicator for indicator, _, _ in needed_figures(safeguarding_activity(AUGUST))}
    # Net change is printed as the difference of two dates, and those who ceased as what adoptions are taken of.
    assert seen - asked - {"LA03", "LA05"} == set()


def test_the_text_holds_no_name_of_the_real_council_no_address_and_no_telephone_number():
    words = words_of(document())
    assert re.findall(r"\bReading\b|\bRBC\b|@|\b\d{5,}\b", words) == []


def test_a_sentence_or_table_without_its_figures_is_not_printed_and_is_among_the_gaps():
    made = document(without=("RF01", "CP03"))
    words = words_of(made)
    assert "referrals to children's social care in quarter 1" not in words
    assert "The category recorded most often" not in words
    assert "Child protection plans by category of abuse" not in words
    wanting = {need.name for gap in made.gaps for need in gap.needs}
    assert {"RF01", "CP03"} <= wanting
    assert "Table: Child protection plans by category of abuse" in [gap.what for gap in made.gaps]
    assert any(gap.what.startswith("There were … referrals to children's social care") for gap in made.gaps)


def test_what_is_left_out_leaves_no_gap_in_the_numbers_of_paragraphs_tables_and_charts():
    made = document(without=("RF01", "CP03", "LA01"))
    for kind in (PrintedTable, Picture):
        numbers = [block.number for section in made.sections for block in section.blocks if isinstance(block, kind)]
        assert numbers == list(range(1, len(numbers) + 1))
    known = {f"Table {table.number}" for table in tables_of(made)}
    assert set(re.findall(r"Table \d+", words_of(made))) <= known


def test_a_paper_of_which_nothing_is_known_has_no_section_and_says_so():
    made = resolve(safeguarding_activity(AUGUST), Figures(FIGURE_SCHEMA.empty_table()), snapshot_id="none")
    assert made.sections == made.glossary == made.standards == ()
    assert [label for label, _ in made.head] == ["Title", "Figures"]
    assert made.making_notes == ("The records that were loaded give no figure for this paper.",)
    assert len(made.gaps) > 100


@pytest.mark.parametrize("status", ["not supplied", "not covered", "no population", "only by month"])
def test_a_figure_of_any_other_status_is_not_there_whatever_number_stands_in_it(status):
    paper = safeguarding_activity(AUGUST)
    table = paper_figures(paper).table
    statuses = pa.array([status] * table.num_rows)
    figures = Figures(table.set_column(FIGURE_SCHEMA.get_field_index("status"), "status", statuses))
    assert resolve(paper, figures, snapshot_id="s").sections == ()


def test_a_council_that_has_said_nothing_of_itself_is_given_no_title_no_committee_and_no_opinion():
    paper = safeguarding_activity(AUGUST)
    made = resolve(paper, paper_figures(paper), snapshot_id="s", recorded=Recorded(CouncilWords("330", "A Council")))
    assert (made.council, made.author_line) == ("A Council", "")
    assert [label for label, _ in made.head] == ["Title", "Figures"]
    headings = {section.heading for section in made.sections}
    assert not headings & {"Recommended action", "Priorities going forward", "Financial implications"}
    assert {need.name for gap in made.gaps for need in gap.needs if need.kind == "setting"} == {
        *("author", "committee", "meeting day", "meeting agenda item", "lead_councillor", "lead_officer"),
    }
    assert re.findall(r"\bprotocol\b|\bnewsletter\b|\bimprovement board\b|\btargets? for\b", words_of(made)) == []


def test_a_caution_gives_the_title_beside_the_code_and_names_columns_in_plain_words():
    paper = safeguarding_activity(AUGUST)
    caution = "EH01: no file supplied early_help.requested_on or person_attribute.attribute_type SEN."
    figures = Figures(paper_figures(paper).table, (caution,))
    notes = resolve(paper, figures, snapshot_id="s").making_notes
    assert notes[-1].startswith("Read with care: EH01 (")
    assert "'requested on' in the early help records" in notes[-1]
    assert "_" not in notes[-1]


def test_the_sexes_of_children_looked_after_add_up_to_all_of_them():
    caption = "Children looked after on 31 August 2015, by sex and by ethnic group"
    rows = table_of(document(), caption).rows
    ends = [place for place, row in enumerate(rows) if row.is_total]
    assert len(ends) == 2
    for first, last in zip((0, ends[0] + 1), ends, strict=True):
        assert sum(int(row.cells[0]) for row in rows[first:last]) == int(rows[last].cells[0])


@pytest.mark.parametrize("as_at", [date(2014, 12, 31), date(2015, 3, 31), date(2015, 5, 15), date(2015, 8, 31)])
def test_no_table_has_a_row_twice(as_at):
    blocks = [block for section in document(as_at).sections for block in section.blocks]
    for table in (block for block in blocks if isinstance(block, PrintedTable)):
        labels = [row.label for row in table.rows]
        assert len(labels) == len(set(labels)), table.caption


def test_a_table_that_is_largest_first_is_in_order_and_ends_with_everyone():
    themes = table_of(document(), "Complaints received in 2014-15, by theme")
    counts = [int(row.cells[0]) for row in themes.rows]
    assert counts[:-1] == sorted(counts[:-1], reverse=True)
    assert themes.rows[-1].is_total and counts[-1] == sum(counts[:-1])


def test_a_sentence_and_its_table_show_the_same_figure():
    made = document()
    blocks = [block for section in made.sections for block in section.blocks]
    table = next(
        b for b in blocks if isinstance(b, PrintedTable) and b.caption == "Referrals to children's social care"
    )
    quarter = next(row for row in table.rows if "quarter 1" in row.label)
    assert f"There were {quarter.cells[0]} referrals to children's social care in quarter 1 of 2015-16" in words_of(
        made
    )


def test_the_making_note_names_the_snapshot_the_date_and_the_editions():
    made = dict(document().making)
    assert made["Snapshot of the records"] == "snapshot-1"
    assert made["As at"] == "31 August 2015"
    assert made["Definitions"].startswith("Edition 1: AD01, AD02")


def test_figures_of_two_statuses_say_which_years_can_still_change():
    paper = safeguarding_activity(AUGUST)
    figures = paper_figures(paper)
    referrals = table_of(resolve(paper, figures, snapshot_id="s"), "Referrals to children's social care")
    assert referrals.source == "Source: RF01. Figures for 2015-16 are provisional."
    final = pa.array(["final"] * figures.table.num_rows)
    table = figures.table.set_column(FIGURE_SCHEMA.get_field_index("status"), "status", final)
    assert resolve(paper, Figures(table), snapshot_id="s").status == "Final"


def test_a_paper_that_is_not_on_the_list_of_meetings_has_no_day_and_the_author_is_told():
    made = document(date(2014, 12, 31))
    assert [label for label, _ in made.head if label in ("Date", "Agenda item")] == []
    assert [gap.what for gap in made.gaps if gap.section == "Head block"] == ["Date", "Agenda item"]
    check_paper(safeguarding_activity(date(2014, 12, 31)))


def test_a_paper_of_2015_speaks_of_the_board_and_one_of_2026_of_the_safeguarding_partners():
    paper_2015, paper_2026 = (safeguarding_activity(day) for day in (AUGUST, date(2026, 10, 31)))
    then, now = (words_of(resolve(each, paper_figures(each), snapshot_id="s")) for each in (paper_2015, paper_2026))
    assert (
        "Local Safeguarding Children Board (LSCB)" in then and "Working Together to Safeguard Children (2015)" in then
    )
    assert "safeguarding partners" not in then
    assert "LSCB" not in now and "Local Safeguarding Children Board" not in now
    assert "the safeguarding partners" in now and "Working Together to Safeguard Children (2023)" in now
    assert "Children and Social Work Act 2017" in now and "Children and Social Work Act 2017" not in then
    assert "Children's Wellbeing and Schools Act 2026 received Royal Assent on 29 April 2026" in now


def test_a_council_that_has_named_its_partnership_is_called_by_that_name():
    paper = safeguarding_activity(date(2026, 10, 31))
    named = CouncilWords("330", "A Council", partnerships=(PartnershipName("safeguarding", "the Vale Partnership"),))
    words = words_of(resolve(paper, paper_figures(paper), snapshot_id="s", recorded=Recorded(named)))
    assert "A referral is judged by the threshold document of the Vale Partnership" in words
