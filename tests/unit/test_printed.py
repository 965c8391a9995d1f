"""How a figure's value is written as text: thousands, places rounded half up, units, and a dash where there is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from purplebook.definitions import indicator_by_id
from purplebook.language.papers import Show
from purplebook.results.figure import Figure
from purplebook.results.printed import (
    bare_text,
    cell_text,
    exact_text,
    float_text,
    interval_text,
    parts_text,
    percentage_text,
    printed,
    shown,
    signed,
    value_text,
)
from purplebook.results.values import half_up, per_month, percentage, percentage_change, relative_change


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("RF01", "1234.00", "1,234"),
        ("RF01", "0.00", "0"),
        ("RF07", "62.45", "62.5%"),
        ("RF07", "62.44", "62.4%"),
        ("RF07", "100.00", "100.0%"),
        ("AS02", "47.00", "47.0 working days"),
        ("WF05", "24.15", "24.2 cases per FTE"),
    ],
)
def test_a_value_has_its_unit_and_is_rounded_half_up(name: str, value: str, text: str):
    assert value_text(indicator_by_id(name), Decimal(value)) == text


def test_a_dash_stands_where_there_is_no_value():
    item = indicator_by_id("RF07")
    assert (value_text(item, None), bare_text(None), percentage_text(None)) == ("–", "–", "–")
    assert cell_text(item, None) is None
    assert (parts_text(item, 5, None), parts_text(item, None, 8), interval_text(item, None)) == ("", "", "")


def test_a_cell_keeps_the_two_places_of_what_is_no_count():
    count, share = indicator_by_id("RF01"), indicator_by_id("RF07")
    assert cell_text(count, Decimal("1234.00")) == "1234"
    assert cell_text(share, Decimal("62.00")) == "62.00"
    assert bare_text(Decimal("1234.00")) == "1,234" and bare_text(Decimal("1234.50")) == "1,234.50"
    assert exact_text(Decimal("95.00")) == "95" and exact_text(Decimal("100")) == "100"


def test_parts_stand_beside_percentages_alone():
    assert parts_text(indicator_by_id("RF07"), 1067, 2300) == "1,067 of 2,300"
    assert parts_text(indicator_by_id("RF01"), 1067, None) == ""
    assert interval_text(indicator_by_id("RF07"), (23.6, 35.3)) == "95% interval 23.6% to 35.3%"


@pytest.mark.parametrize(
    ("name", "number", "text"),
    [
        ("RF01", 1234.0, "1,234"),
        ("RF01", 146.5, "147"),
        ("RF07", 62.55, "62.6%"),
        ("RF07", 0.0, "0.0%"),
        ("CP08", 8.05, "8.1"),
        ("LA03", -12.0, "-12"),
    ],
)
def test_a_point_of_a_chart_is_a_whole_count_or_has_one_place(name: str, number: float, text: str):
    assert float_text(indicator_by_id(name), number) == text


def test_a_paper_rounds_once_from_the_whole_numbers():
    # 7.749% is 7.75 in the table of figures; rounded again that would be 7.8.
    figure = Figure("RF07", "899", "2015-08", "all", "all", 7749, 100_000, Decimal("7.75"), "provisional")
    one_place = shown(figure, Show.PERCENT_1)
    assert one_place is not None and one_place.text == "7.7%"
    assert printed(Decimal("1234.5"), Show.NUMBER).text == "1,235"
    assert signed(Decimal(-3), is_percentage=True) == "\N{MINUS SIGN}3 points"
    assert signed(Decimal(0), is_percentage=False) == "no change"


def test_percentages_and_changes_are_rounded_half_up():
    assert percentage(1, 80, places=1) == Decimal("1.3"), "1.25 goes up; a float would have said 1.2"
    assert percentage(0, 0, places=1) is None and percentage(0, 5, places=1) == Decimal("0.0")
    assert percentage_change(Decimal(985), Decimal(652), places=1) == Decimal("51.1")
    assert percentage_change(Decimal(5), Decimal(10), places=1) == Decimal("50.0"), "without a sign"
    assert half_up(Decimal("0.5"), 0) == 1 and half_up(Decimal("-0.5"), 0) == -1
    assert relative_change(Decimal(15), Decimal(10)) == 0.5 and relative_change(Decimal(3), Decimal(0)) == 3.0


def test_an_average_month_is_by_whole_months_or_by_days():
    assert per_month(Decimal(560), months=12, days=365).quantize(Decimal("0.01")) == Decimal("46.67")
    assert per_month(Decimal(10), months=None, days=30) == Decimal(10) / (Decimal(30) / Decimal("30.4375"))
