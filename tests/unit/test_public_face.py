"""What `import purplebook` gives: a dozen names, none of which costs anything before it is used."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import purplebook as pb

HEAVY = (
    "duckdb",
    "pyarrow",
    "numpy",
    "docx",
    "lxml",
    "typst",
    "jinja2",
    "xlsxwriter",
    "sqlalchemy",
    "holidays",
    "click",
)
FACE = Path(pb.__file__)


def test_importing_it_imports_nothing_heavy():
    asked = f"import sys, purplebook; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_name_of_the_face_is_there_and_is_listed():
    assert {name: getattr(pb, name) for name in pb.__all__}.keys() <= set(dir(pb))
    assert [name for name in pb.__all__ if not getattr(pb, name).__doc__] == []
    assert len(pb.__all__) <= 15


def test_editors_see_the_names_where_they_are_made():
    tree = ast.parse(FACE.read_text("utf-8"))
    seen = {
        alias.name: (node.module or "").removeprefix("purplebook.")
        for block in tree.body
        if isinstance(block, ast.If)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert seen == pb._HOMES and sorted(seen) == pb.__all__
    assert FACE.with_name("py.typed").is_file()


def test_a_name_that_is_not_there_is_answered_with_those_that_are():
    with pytest.raises(AttributeError, match=r"purplebook has no 'figure'\. It has: Batch, .*open_store"):
        _ = pb.figure  # type: ignore[attr-defined]


def test_a_working_day_is_no_weekend_and_no_bank_holiday_and_never_guessed():
    days = ("2015-08-28", "2015-08-29", "2015-08-31", "2015-09-01")
    assert [pb.is_working_day(day) for day in days] == [True, False, False, True]
    with pytest.raises(pb.UserError, match="nothing can be said of 2051-01-03"):
        pb.is_working_day("2051-01-03")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("2015-08", "2015-08-01", "2015-08-31"), ("2015-16-Q1", "2015-04-01", "2015-06-30"), ("2015-08-31",) * 3],
)
def test_a_period_is_read_from_its_name(text: str, first: str, last: str):
    period = pb.period(text)
    assert (period.first_day.isoformat(), period.last_day.isoformat(), period.key) == (first, last, text)
