"""Dated practice standards: what a file of them may say, and that a change applies by date."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from purplebook.definitions.standards import NATIONAL, standard, standards, standards_from
from purplebook.engine import plain_python
from purplebook.engine.duckdb.engine import DuckDBEngine
from purplebook.engine.plan import plan, request
from purplebook.errors import DefinitionError
from purplebook.language import assessment, indicator, percentage_of, working_days_between
from purplebook.language.describe import describe
from purplebook.language.expressions import Standard
from purplebook.language.periods import financial_year
from tests.support.data import AUTHORITY, arrow_tables, full_rows, rows_from_text

ONE = """
[visit]
set_by = "local"
unit = "days"
meaning = "Seen this often."
source = "Invented."
values = [{values}]
"""


def test_every_standard_says_whose_it_is_and_where_it_comes_from() -> None:
    for name, item in standards().items():
        assert item.meaning.endswith(".") and item.source, name
        assert not item.beside or standards()[item.beside].set_by == NATIONAL, name


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ("", "has no values"),
        ("{ value = 10 }", "needs the day from which it applied"),
        ("{ since = 2015-04-01, value = 0 }", "whole number above nought"),
        ("{ since = 2015-04-01, value = 1.5 }", "whole number above nought"),
        ("{ since = 2015-04-01, value = true }", "whole number above nought"),
        ("{ since = 2015-04-01, value = 1 }, { since = 2015-04-01, value = 2 }", "in order of date"),
        ("{ since = 2015-04-02, value = 1 }, { since = 2015-04-01, value = 2 }", "in order of date"),
        ("{ since = 2015-04-01, until = 2015-10-01, value = 1 }, { since = 2015-10-01, value = 2 }", "overlaps"),
        (
            "{ since = 2015-04-01, until = 2015-09-29, value = 1 }, { since = 2015-10-01, value = 2 }",
            "no value applies",
        ),
        ("{ since = 2015-04-01, until = 2015-03-31, value = 1 }", "ends before it starts"),
        ("{ since = 2015-04-01, until = 2015-09-30, value = 1 }", "the last value ends"),
    ],
)
def test_dates_that_overlap_leave_a_gap_or_make_no_sense_are_refused(values: str, fault: str) -> None:
    with pytest.raises(DefinitionError, match=fault) as refused:
        standards_from(ONE.replace("{values}", values))
    assert "'visit'" in str(refused.value)


def test_one_value_may_follow_another_on_the_next_day() -> None:
    text = ONE.replace(
        "{values}", "{ since = 2015-04-01, until = 2015-09-30, value = 1 }, { since = 2015-10-01, value = 2 }"
    )
    assert standards_from(text)["visit"].expression.values == ((date(2015, 4, 1), 1), (date(2015, 10, 1), 2))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"local"', '"ours"', "set_by must be"),
        ('"days"', '"weeks"', "the unit must be one of"),
        ('source = "Invented."\n', "", "must have"),
        ('"local"', '"local"\nbeside = "other"', "no national standard"),
        ("[visit]", "[visit", "cannot be read"),
    ],
)
def test_a_file_that_says_something_else_is_refused(old: str, new: str, fault: str) -> None:
    text = ONE.replace("{values}", "{ since = 2015-04-01, value = 1 }").replace(old, new)
    with pytest.raises(DefinitionError, match=fault):
        standards_from(text)


def test_an_unknown_standard_names_those_there_are() -> None:
    with pytest.raises(DefinitionError, match="child_protection_visit"):
        standard("child_protection_visits")


CHANGED = Standard("assessment", "working days", ((date(2014, 1, 1), 45), (date(2015, 1, 1), 35)))
DATED = indicator(
    "AS01",
    "In time",
    percentage_of(
        assessment.dated(assessment.authorised_on),
        that=working_days_between(assessment.started_on, assessment.authorised_on)
        <= CHANGED.in_force(assessment.started_on),
    ),
    theme="Front door",
    counts="assessments",
    source="invented",
)

ROWS = """
    child | started_on | authorised_on
    a     | 2014-12-31 | 2015-03-05
    b     | 2015-01-01 | 2015-03-05
    c     | 2013-12-31 | 2014-04-01
"""
"""a took 45 working days under 45; b took 45 under 35; c began before there was a standard."""


def _answer() -> tuple[Any, Any]:
    rows = full_rows({"assessment": rows_from_text("assessment", ROWS)})
    found = plain_python.compute(rows, [DATED], [financial_year(2014)])
    reference = found["AS01", AUTHORITY, 0, (), ()]
    with DuckDBEngine(arrow_tables(rows, names=("assessment",)), [financial_year(2014)]) as engine:
        (row,) = [row for scan in plan([request(DATED)]) for row in engine.totals(scan).to_pylist()]
    return reference, (row["t0"], row["t1"])


def test_a_standard_that_changed_in_mid_year_applies_by_the_day_the_work_began() -> None:
    assert _answer() == ((1, 3), (1, 3))


def test_the_english_says_both_values_and_by_which_day_they_apply() -> None:
    assert "(working days: 45 from 1 January 2014, then 35 from 1 January 2015) that applied on the start date" in (
        describe(DATED)
    )
