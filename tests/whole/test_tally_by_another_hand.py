"""The paper's figures, worked out again from the invented council's files by another hand.

The queries in `tests.support.hand` were written from the paper and the catalogue of indicators by someone who had not
read the product's definitions, its engine or the generator. Only the list that says how each printed figure is to be
read (indicator, period, part, groups) and the list of contradictions are shared.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from tests.support.hand.answers import QUESTIONS, PrintedFigure, answer, days_of, read_printed, rounded
from tests.support.hand.files import open_files
from tests.support.hand.printed import number_of

DEMO = Path(__file__).resolve().parents[2] / "purplebook_demo" / "paper_2015"
PRINTED = {figure.id: figure for figure in read_printed(DEMO / "tally" / "printed_figures.csv")}

# Its day, 21 September 2015, is after these files were drawn.
OUT_OF_REACH = {"F293"}
# "Over 2000" and "in excess of 500 days" name a limit and not a number.
LIMITS = {"F001", "F195"}
# The catalogue leaves to the authority how long a child may be in need before a plan is due. This hand allows ten
# working days from the assessment, which comes a tenth of a point below the 39.9% printed for April.
ANOTHER_READING = {"F107": Decimal("0.1")}


def _computed_where_contradicted() -> dict[str, Decimal]:
    with (DEMO / "tally" / "contradictions.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: number_of(row["computed"]) for row in csv.DictReader(file)}


CONTRADICTED = _computed_where_contradicted()
EXACT = sorted(PRINTED.keys() - OUT_OF_REACH - LIMITS - CONTRADICTED.keys() - ANOTHER_READING.keys())


@pytest.fixture(scope="module")
def files(demo_output: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    connection = open_files(demo_output / "files")
    yield connection
    connection.close()


def _worked_out(files: duckdb.DuckDBPyConnection, figure: PrintedFigure) -> Decimal:
    return rounded(answer(files, figure), places=figure.places)


@pytest.mark.parametrize("figure_id", EXACT)
def test_the_files_give_the_printed_figure(figure_id: str, files: duckdb.DuckDBPyConnection):
    figure = PRINTED[figure_id]
    assert _worked_out(files, figure) == number_of(figure.printed)


@pytest.mark.parametrize("figure_id", sorted(CONTRADICTED))
def test_where_the_paper_contradicts_itself_the_files_give_the_other_figure(
    figure_id: str, files: duckdb.DuckDBPyConnection
):
    figure = PRINTED[figure_id]
    assert _worked_out(files, figure) == CONTRADICTED[figure_id] != number_of(figure.printed)


@pytest.mark.parametrize("figure_id", sorted(LIMITS))
def test_the_files_exceed_a_figure_that_is_printed_as_a_limit(figure_id: str, files: duckdb.DuckDBPyConnection):
    figure = PRINTED[figure_id]
    assert answer(files, figure) > number_of(figure.printed)


@pytest.mark.parametrize("figure_id", sorted(ANOTHER_READING))
def test_a_standard_that_the_catalogue_leaves_open_moves_the_figure_by_a_tenth_at_most(
    figure_id: str, files: duckdb.DuckDBPyConnection
):
    figure = PRINTED[figure_id]
    assert abs(_worked_out(files, figure) - number_of(figure.printed)) <= ANOTHER_READING[figure_id]


def test_every_printed_figure_is_asked_for_once():
    asked = [*EXACT, *CONTRADICTED, *LIMITS, *ANOTHER_READING, *OUT_OF_REACH]
    assert sorted(asked) == sorted(PRINTED)
    assert len(PRINTED) == 263


def test_every_question_belongs_to_a_printed_figure():
    assert {PRINTED[figure_id].indicator for figure_id in PRINTED.keys() - OUT_OF_REACH} == QUESTIONS.keys()


def test_a_quarter_and_a_year_to_date_begin_and_end_where_the_council_year_says():
    days = {key: tuple(day.isoformat() for day in days_of(key)) for key in ("2014-15-Q4", "2015-16-Q1", "2015-02")}
    assert days == {
        "2014-15-Q4": ("2015-01-01", "2015-03-31"),
        "2015-16-Q1": ("2015-04-01", "2015-06-30"),
        "2015-02": ("2015-02-01", "2015-02-28"),
    }
    assert [day.isoformat() for day in days_of("FY2014-15")] == ["2014-04-01", "2015-03-31"]
    assert [day.isoformat() for day in days_of("FY2015-16-to-2015-08-31")] == ["2015-04-01", "2015-08-31"]
