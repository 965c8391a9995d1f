"""Answers in columns: what a console, a notebook, pandas and Polars see of them."""

from __future__ import annotations

import importlib
from datetime import date
from decimal import Decimal
from types import ModuleType

import pyarrow as pa
import pytest

from purplebook.definitions import indicator_by_id
from purplebook.errors import NoDataError, UserError
from purplebook.language.periods import day
from purplebook.results.figures import FIGURE_SCHEMA, Figures
from purplebook.run.rows import Rows

CHILD = "899000344"


def figures_of(*areas: str, group: str = "all", warnings: tuple[str, ...] = ()) -> Figures:
    rows = [
        {
            "indicator": "CP01",
            "edition": 1,
            "area": area,
            "period": "2015-08-31",
            "period_start": date(2015, 8, 31),
            "period_end": date(2015, 8, 31),
            "breakdown": "all" if group == "all" else "team",
            "group": group,
            "numerator": number,
            "denominator": None,
            "value": Decimal(number),
            "status": "provisional",
        }
        for number, area in enumerate(areas, start=99)
    ]
    return Figures(pa.Table.from_pylist(rows, schema=FIGURE_SCHEMA), warnings, (indicator_by_id("CP01"),))


def rows_of(*, team: str = "Safeguarding West") -> Rows:
    table = pa.table({"la_child_id": [CHILD] * 60, "team": [team] * 60})
    return Rows(table, indicator_by_id("CP01"), (day(date(2015, 8, 31)),))


def test_the_figure_of_one_authority_needs_no_name():
    figure = figures_of("899").figure("CP01", "2015-08-31")
    assert figure is not None and (figure.area, figure.value) == ("899", 99)


def test_a_figure_of_two_authorities_is_asked_for_by_name_and_never_answered_with_one_of_them():
    two = figures_of("265", "099")
    with pytest.raises(NoDataError, match=r'2 authorities\. Say whose is meant: authority="265"\. There are: 265, 099'):
        two.figure("CP01", "2015-08-31")
    for area, value in (("265", 99), ("099", 100)):
        figure = two.figure("CP01", "2015-08-31", authority=area)
        assert figure is not None and (figure.area, figure.value) == (area, value)
    assert two.figure("CP01", "2015-08-31", authority="300") is None
    assert two.figure("CP02", "2015-08-31") is None


def test_the_groups_of_two_authorities_are_asked_for_by_name():
    two = figures_of("265", "099", group="Safeguarding West")
    with pytest.raises(NoDataError, match="Say whose is meant"):
        two.groups("CP01", "2015-08-31", breakdown="team")
    (figure,) = two.groups("CP01", "2015-08-31", breakdown="team", authority="099")
    assert figure.value == 100


def test_figures_are_shown_in_lines_with_what_must_be_read_beside_them():
    text = repr(figures_of(*map(str, range(100, 112)), warnings=("Read this.",)))
    assert text.startswith("Figures: 12 rows\nindicator  edition  area")
    assert "CP01       1        100   2015-08-31" in text
    assert text.endswith("Read this.\n… and 2 more rows: .to_arrow(), .to_pandas() and .to_polars() have all.")


def test_what_a_console_prints_of_children_is_their_number_and_the_columns():
    for text in (repr(rows_of()), str(rows_of()), f"{rows_of()}", repr([rows_of()])):
        assert CHILD not in text and "West" not in text
        assert "60 behind CP01, 31 August 2015" in text and "la_child_id, team" in text


def test_a_notebook_shows_the_children_asked_for_and_says_to_clear_them():
    page = rows_of()._repr_html_()
    assert page.count(CHILD) == 50 and "and 10 more rows" in page and "clear what is shown here" in page


def test_a_cell_cannot_bring_markup_into_a_notebook():
    page = rows_of(team="<script>alert('x')</script>")._repr_html_()
    assert "<script>" not in page and "&lt;script&gt;" in page


def test_pandas_gets_whole_counts_also_where_some_are_unknown():
    pytest.importorskip("pandas")
    frame = figures_of("899").to_pandas()
    assert [str(frame[name].dtype) for name in ("numerator", "denominator", "value")] == ["Int64", "Int64", "float64"]
    assert frame["value"].tolist() == [99.0]


def test_polars_gets_every_column():
    pytest.importorskip("polars")
    frame = figures_of("899").to_polars()
    assert frame.columns == FIGURE_SCHEMA.names and frame["value"].to_list() == [99.0]


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_a_library_that_is_not_installed_is_named_with_what_to_do(name: str, monkeypatch: pytest.MonkeyPatch):
    truly = importlib.import_module

    def without(asked: str, package: str | None = None) -> ModuleType:
        if asked == name:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return truly(asked, package)

    monkeypatch.setattr(importlib, "import_module", without)
    with pytest.raises(UserError, match=rf"{name} is not installed here\. Install it \(pip install {name}\)"):
        getattr(figures_of("899"), f"to_{name}")()


def test_arrow_gets_decimals_as_they_are():
    table = figures_of("899").to_arrow()
    assert table.schema == FIGURE_SCHEMA and table.column("value").to_pylist() == [Decimal("99.00")]
