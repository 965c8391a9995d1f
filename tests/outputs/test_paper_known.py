"""What a paper says beside its figures: how sure they are, what others publish, targets, events and late records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from unittest.mock import ANY

import pyarrow as pa
import pytest

from purplebook.definitions import INDICATORS
from purplebook.definitions.papers.safeguarding_activity import safeguarding_activity
from purplebook.definitions.reference import Target
from purplebook.language.councils import CouncilEvent, CouncilWords
from purplebook.language.periods import financial_year, month
from purplebook.outputs.paper.evidence import Recorded
from purplebook.outputs.paper.model import Document, NumberedParagraph, PrintedTable
from purplebook.outputs.paper.resolve import resolve
from purplebook.results.compare.schema import Comparator
from purplebook.results.figures import Figures
from purplebook.results.known import Beside, Known, known_beside, with_status
from purplebook.results.lateness import ToCome
from tests.support.paper_figures import paper_figures
from tests.support.published import figures, held

AUGUST = date(2015, 8, 31)
PAPER = safeguarding_activity(AUGUST)
FIGURES = paper_figures(PAPER)
UNKNOWN = Known()
LAST_YEAR, YEAR_BEFORE = financial_year(2014), financial_year(2013)
ENGLAND, NEIGHBOURS = Comparator.ENGLAND.value, Comparator.NEIGHBOURS_MEAN.value


def document(known: Known = UNKNOWN, *, council: CouncilWords | None = None) -> Document:
    recorded = Recorded(known=known) if council is None else Recorded(known=known, council=council)
    return resolve(PAPER, with_status(FIGURES, known.status), snapshot_id="s", recorded=recorded)


def beside(value: str, year: int, who: str = "England") -> Beside:
    return Beside(Decimal(value), who, f"year to 31 March {year}", "Statistics of children in need", "DfE CIN 2015")


def table_of(made: Document, caption: str) -> PrintedTable | None:
    blocks = (block for section in made.sections for block in section.blocks)
    return next((block for block in blocks if isinstance(block, PrintedTable) and block.caption == caption), None)


def words_of(made: Document) -> str:
    blocks = (block for section in made.sections for block in section.blocks)
    return "\n".join(block.text for block in blocks if isinstance(block, NumberedParagraph))


OTHERS, TARGETS = (
    "Our figures beside those published of others",
    "Figures of April to August 2015 and 31 August 2015 beside their targets",
)


def test_where_nothing_is_imported_no_target_applies_and_one_extract_was_loaded_nothing_is_said_of_them():
    made = document()
    assert table_of(made, OTHERS) is table_of(made, TARGETS) is None
    assert "published of other authorities" not in words_of(made) and "usually come" not in words_of(made)
    assert [gap for gap in made.gaps if "published" in gap.what or "target" in gap.what] == []


def test_a_published_figure_stands_beside_ours_of_the_same_year_with_its_year_source_and_list():
    known = Known(
        beside={
            ("AS01", LAST_YEAR.key, ENGLAND): beside("81.5", 2015),
            ("AS01", LAST_YEAR.key, NEIGHBOURS): beside("78.25", 2015, "the statistical neighbours (list of May 2015)"),
        }
    )
    made = document(known)
    table = table_of(made, OTHERS)
    assert table is not None
    assert table.header == ("Measure", "Year or day", "Ours", "Statistical neighbours", "England")
    ours = FIGURES.figure("AS01", LAST_YEAR.key)
    assert ours is not None
    (row,) = table.rows
    assert (row.label, row.cells[0], row.cells[2:]) == (
        *("Assessments completed on time", "2014-15", ("78.3%", "81.5%")),
    )
    assert row.cells[1] == f"{100 * ours.numerator / (ours.denominator or 1):.1f}%"
    assert "Published figures: DfE CIN 2015." in table.source and "list of May 2015" in table.source
    assert f"Table {table.number} sets our figures beside those published" in words_of(made)


def test_of_two_years_the_newest_that_both_have_is_taken():
    known = Known(
        beside={
            ("AS01", YEAR_BEFORE.key, ENGLAND): beside("80", 2014),
            ("AS01", LAST_YEAR.key, ENGLAND): beside("81", 2015),
            ("IC03", YEAR_BEFORE.key, ENGLAND): beside("70", 2014),
        }
    )
    table = table_of(document(known), OTHERS)
    assert table is not None
    assert [(row.cells[0], row.cells[-1]) for row in table.rows] == [
        ("2014-15", "81.0%"),
        ("2013-14", "70.0%"),
    ]


@pytest.mark.parametrize(
    ("since", "until", "is_there"),
    [
        (date(2015, 4, 1), None, True),
        (date(2015, 8, 31), date(2015, 8, 31), True),
        (date(2015, 9, 1), None, False),
        (date(2014, 4, 1), date(2015, 8, 30), False),
    ],
)
def test_a_target_is_printed_only_where_it_applies_on_the_last_day(since, until, is_there):
    target = Target("CL07", Decimal(95), "%", "at least", since, until, (), "Corporate plan")
    table = table_of(document(Known(targets=(target,))), TARGETS)
    assert (table is not None) == is_there
    if table is not None:
        assert table.rows[0].cells[1] == "at least 95.0%"
        assert table.header[3:] == (("From", "Until") if until else ("From",))


def test_what_late_records_will_add_is_said_of_the_month_and_not_of_one_that_is_final():
    coming = {
        ("FD01", month(2015, 8).key): ToCome(23, 12, 35, 0.86),
        ("FD01", month(2015, 7).key): ToCome(0, 0, 0, 1.0),
    }
    words = words_of(document(Known(coming=coming)))
    assert "Of August 2015, 12 to 35 more contacts usually come." in words
    assert "Of July 2015" not in words


@pytest.mark.parametrize(
    ("status", "head", "said"),
    [
        ("provisional", "Provisional, as at 31 August", "Figures for this year are provisional"),
        ("validated", "Validated, as at 31 August", "The figures have been validated"),
        ("returned", "As returned to the Department", "those returned to the Department for Education"),
        ("published", "As published, as at 31 August", "those that have been published"),
    ],
)
def test_the_status_of_the_release_stands_in_the_head_the_first_section_and_under_each_table(status, head, said):
    made = document(Known(status=status))
    assert made.status == status.capitalize()
    assert dict(made.head)["Figures"].startswith(head)
    assert said in words_of(made)
    referrals = table_of(made, "Referrals to children's social care")
    assert referrals is not None and f"are {status}." in referrals.source
    assert ("provisional" in words_of(made).lower()) == (status == "provisional")


@pytest.mark.parametrize(
    ("on", "indicators", "is_told"),
    [
        (date(2014, 4, 1), ("RF01",), True),
        (AUGUST, ("RF01", "LA01"), True),
        (date(2014, 3, 31), ("RF01",), False),
        (date(2015, 9, 1), ("RF01",), False),
        (date(2015, 6, 1), ("LA01",), False),
    ],
)
def test_an_event_is_told_where_it_bears_on_the_figures_and_lies_in_the_months_shown(on, indicators, is_told):
    council = CouncilWords("330", "A Council", events=(CouncilEvent(on, "the police moved in.", indicators),))
    made = document(council=council)
    assert ("What may bear on these figures: the police moved in (" in words_of(made)) == is_told
    assert [gap for gap in made.gaps if "event" in str(gap.needs)] == []


def test_a_status_names_figures_that_have_a_value_and_leaves_the_reason_of_the_others():
    table = FIGURES.table
    place = table.schema.get_field_index("status")
    statuses = ["not supplied" if number % 2 else "provisional" for number in range(table.num_rows)]
    mixed = replace(FIGURES, table=table.set_column(place, table.schema.field(place), pa.array(statuses)))
    assert set(with_status(mixed, "validated").table.column("status").to_pylist()) == {"not supplied", "validated"}


def test_published_figures_are_set_beside_a_council_only_by_the_code_of_one_that_has_statistics():
    ours = Figures(figures([{"indicator": "AS01", "period": LAST_YEAR, "value": Decimal("67.90"), "area": "899"}]))
    published = [held([("assessments_45d_pct", "970", 2015, Decimal("81.5"))])]
    assert known_beside(ours, INDICATORS, held=published, stands_for={"899": "870"}).published(
        "AS01", LAST_YEAR, Comparator.ENGLAND
    ) == Beside(Decimal("81.50"), "England", "year to 31 March 2015", ANY, "DfE test 2015")
