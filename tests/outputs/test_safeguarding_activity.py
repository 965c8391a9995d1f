"""The Safeguarding Activity Report as a whole, with invented figures."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from purplebook.definitions.indicators import INDICATORS
from purplebook.definitions.papers.safeguarding_activity import INVENTED_COUNCIL, safeguarding_activity
from purplebook.language.paper_checks import check_paper, needed_figures
from purplebook.outputs.paper.model import Document, NumberedParagraph, Picture, PrintedTable
from purplebook.outputs.paper.resolve import resolve
from purplebook.results.figures import FIGURE_SCHEMA, Figures
from tests.support.paper_figures import paper_figures

AUGUST = date(2015, 8, 31)


def document(as_at: date = AUGUST, *, without: tuple[str, ...] = ()) -> Document:
    paper = safeguarding_activity(as_at)
    return resolve(paper, paper_figures(paper, without=without), snapshot_id="snapshot-1")


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


def table_of(made: Document, caption: str) -> PrintedTable:
    blocks = (block for section in made.sections for block in section.blocks)
    return next(block for block in blocks if isinstance(block, PrintedTable) and block.caption == caption)


@pytest.mark.parametrize(
    "as_at", [date(2015, 8, 31), date(2014, 12, 31), date(2015, 3, 31), date(2015, 5, 15), date(2016, 2, 29)]
)
def test_the_paper_can_be_made_for_any_date_and_misses_no_figure(as_at):
    made = document(as_at)
    assert made.warnings == ()
    assert "not available" not in words_of(made)


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


def test_a_paragraph_or_table_without_its_figures_gives_way_to_one_plain_line_and_they_are_listed():
    made = document(without=("RF01", "CP03"))
    words = words_of(made)
    assert "referrals to children's social care in quarter 1" not in words
    assert "The category recorded most often" not in words
    assert "Table 2 is left out. Not available from the records that were loaded: referrals" in words
    assert "Not available: RF01, quarter 1 of 2015-16." in made.warnings
    assert any(line.startswith("Not available: CP03") and line.endswith("by category.") for line in made.warnings)
    assert "Not available for this paper: RF01 (" in made.making_notes[-1]
    assert made.making_notes[-1].count("RF01 (") == 1


def test_without_a_single_figure_the_paper_is_still_made():
    made = resolve(safeguarding_activity(AUGUST), Figures(FIGURE_SCHEMA.empty_table()), snapshot_id="none")
    assert len(made.warnings) > 100
    numbered = [b.text for s in made.sections for b in s.blocks if isinstance(b, NumberedParagraph)]
    assert [text for text in numbered if re.search(r"\bnot available\b", text)] == []


@pytest.mark.parametrize("status", ["not supplied", "not covered", "no population", "only by month"])
def test_a_figure_of_any_other_status_is_not_available_whatever_number_stands_in_it(status):
    paper = safeguarding_activity(AUGUST)
    table = paper_figures(paper).table
    statuses = pa.array([status] * table.num_rows)
    figures = Figures(table.set_column(FIGURE_SCHEMA.get_field_index("status"), "status", statuses))
    blocks = [b for s in resolve(paper, figures, snapshot_id="s").sections for b in s.blocks]
    assert [block for block in blocks if isinstance(block, PrintedTable | Picture)] == []


def test_only_the_invented_council_need_not_check_the_sentences_that_were_written_for_it():
    invented, other = (safeguarding_activity(AUGUST, council=name) for name in (INVENTED_COUNCIL, "Westmarsh Council"))
    made = resolve(other, paper_figures(other), snapshot_id="s")
    assert made.council == "Westmarsh Council"
    assert made.making_notes[0].startswith("Before publishing, check every sentence that holds no figure.")
    assert ("Date", "To be confirmed") in made.head
    assert invented.notes == ()
    assert safeguarding_activity(AUGUST).council == "Our Council"


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
    blocks = [b for s in resolve(paper, figures, snapshot_id="s").sections for b in s.blocks]
    referrals = next(
        b for b in blocks if isinstance(b, PrintedTable) and b.caption == "Referrals to children's social care"
    )
    assert referrals.source == "Source: RF01. Figures for 2015-16 are provisional."
    final = pa.array(["final"] * figures.table.num_rows)
    table = figures.table.set_column(FIGURE_SCHEMA.get_field_index("status"), "status", final)
    assert resolve(paper, Figures(table), snapshot_id="s").status == "Final"


def test_a_paper_that_is_not_on_the_list_of_meetings_says_so():
    assert ("Date", "To be confirmed") in document(date(2014, 12, 31)).head
    check_paper(safeguarding_activity(date(2014, 12, 31)))
