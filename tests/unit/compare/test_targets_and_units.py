"""Figures against targets, and the unit that both must be in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from purplebook.definitions import indicator_by_id
from purplebook.definitions.reference import Target
from purplebook.language import periods as p
from purplebook.language.periods import Period, PeriodKind
from purplebook.results.compare import compare, unit_of
from tests.support.published import figures

TARGET = Target(
    indicator="CL07",
    value=Decimal("95"),
    unit="%",
    direction="at least",
    since=date(2015, 4, 1),
    until=None,
    only_for=(),
    source="2015 paper",
)


def against(target: Target, period: Period, value: Any, **more: Any) -> list[dict[str, Any]]:
    """The comparisons of one figure of CL07 with a target."""
    rows = figures([{"indicator": "CL07", "period": period, "value": value} | more])
    found = compare(rows, [indicator_by_id("CL07")], targets=[target])
    return [row for row in found.to_pylist() if row["comparator"] == "target"]


def test_a_figure_is_held_against_the_target_of_its_day():
    (line,) = against(TARGET, p.month(2015, 8), "88.73")
    assert (line["value"], line["difference"], line["unit"]) == (Decimal("95.00"), Decimal("-6.27"), "%")
    assert (line["compared_with"], line["for_period"], line["source"]) == (
        "at least 95",
        "since 2015-04-01",
        "2015 paper",
    )


def test_a_figure_from_before_the_target_is_held_against_none():
    assert not against(TARGET, p.month(2015, 3), 27)


def test_a_target_in_another_unit_is_not_compared():
    (line,) = against(Target(**{**vars(TARGET), "unit": "number"}), p.month(2015, 8), 88)
    assert (line["value"], line["why_not"]) == (None, "its unit is number, and that of this figure is %")


def test_a_target_of_a_partner_says_whose_it_is():
    (line,) = against(Target(**{**vars(TARGET), "partner": "the adoption agency"}), p.month(2015, 8), 88)
    assert line["compared_with"] == "at least 95, the target of the adoption agency"


def test_a_figure_without_a_value_meets_no_target():
    (line,) = against(TARGET, p.month(2015, 8), None, status="not supplied")
    assert (line["value"], line["why_not"]) == (None, "there is no figure to compare: not supplied")


def test_a_group_has_no_target():
    assert not against(TARGET, p.month(2015, 8), 88, breakdown="sex", group="F")


def test_a_target_for_years_is_none_for_months():
    yearly = Target(**{**vars(TARGET), "only_for": (PeriodKind.YEAR,)})
    assert not against(yearly, p.month(2015, 8), 88)
    assert against(yearly, p.financial_year(2015), 88)


def test_a_target_is_rounded_as_figures_are():
    (line,) = against(Target(**{**vars(TARGET), "value": Decimal("95.125")}), p.month(2015, 8), 95)
    assert (line["value"], line["compared_with"]) == (Decimal("95.13"), "at least 95.125")


@pytest.mark.parametrize(
    ("indicator", "unit"),
    [
        ("RF01", "number"),
        ("LA03", "number"),
        ("CP09", "%"),
        ("RF03", "%"),
        ("LA02", "per 10,000"),
        ("AD03", "days"),
        ("CP08", "months"),
        ("CP08-MEDIAN", "months"),
        ("IC05", "working days"),
        ("WF02", "%"),
        ("WF05", "cases per FTE"),
        ("LA23", "score"),
        ("HA01", "per 10,000"),
    ],
)
def test_the_unit_of_an_indicator(indicator: str, unit: str):
    assert unit_of(indicator_by_id(indicator)) == unit
