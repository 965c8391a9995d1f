"""Figures against their own earlier ones: which period is the earlier one, and when there is none to compare."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest

from purplebook.definitions import indicator_by_id
from purplebook.language import periods as p
from purplebook.language.periods import Period
from purplebook.results.compare import COMPARISON_SCHEMA, Comparator, compare
from purplebook.results.compare.earlier_periods import earlier
from tests.support.published import figures

RF01 = indicator_by_id("RF01")
CP01 = indicator_by_id("CP01")


def lines(table: pa.Table, comparator: Comparator, period: Period, **where: str) -> list[dict[str, Any]]:
    """The comparisons of one kind and period."""
    wanted = {"comparator": comparator.value, "period": period.key} | where
    return [row for row in table.to_pylist() if all(row[name] == value for name, value in wanted.items())]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (p.month(2015, 4), {Comparator.PREVIOUS: "2015-03", Comparator.LAST_YEAR: "2014-04"}),
        (p.month(2016, 1), {Comparator.PREVIOUS: "2015-12", Comparator.LAST_YEAR: "2015-01"}),
        (p.quarter(2015, 1), {Comparator.PREVIOUS: "2014-15-Q4", Comparator.LAST_YEAR: "2014-15-Q1"}),
        (p.quarter(2015, 4), {Comparator.PREVIOUS: "2015-16-Q3", Comparator.LAST_YEAR: "2014-15-Q4"}),
        (p.financial_year(2014), {Comparator.PREVIOUS: "FY2013-14"}),
        (p.year_to_date(date(2015, 8, 31)), {Comparator.YEAR_TO_DATE: "FY2014-15-to-2014-08-31"}),
        # The end of February goes with the end of February.
        (p.year_to_date(date(2017, 2, 28)), {Comparator.YEAR_TO_DATE: "FY2015-16-to-2016-02-29"}),
        (p.year_to_date(date(2016, 2, 29)), {Comparator.YEAR_TO_DATE: "FY2014-15-to-2015-02-28"}),
        (p.rolling_year(date(2015, 8, 31)), {Comparator.LAST_YEAR: "12-months-to-2014-08-31"}),
        (p.day(date(2016, 3, 31)), {Comparator.LAST_YEAR: "2015-03-31"}),
        (p.between(date(2015, 7, 1), date(2015, 8, 31)), {Comparator.LAST_YEAR: "2014-07-01..2014-08-31"}),
    ],
)
def test_the_earlier_period_is_as_long_or_at_the_same_point(period: Period, expected: dict[Comparator, str]):
    assert {comparator: each.key for comparator, each in earlier(period).items()} == expected


def test_a_month_is_held_against_the_month_before_and_the_same_month_last_year():
    found = compare(
        figures(
            {"indicator": "RF01", "period": period, "value": value}
            for period, value in ((p.month(2014, 7), 130), (p.month(2015, 6), 233), (p.month(2015, 7), 118))
        ),
        [RF01],
    )
    (before,) = lines(found, Comparator.PREVIOUS, p.month(2015, 7))
    assert (before["value"], before["difference"], before["unit"]) == (Decimal("233.00"), Decimal("-115.00"), "number")
    assert (before["compared_with"], before["for_period"], before["edition"]) == ("June 2015", "2015-06", "1")
    assert (before["source"], before["why_not"]) == ("this council's records", None)
    (last_year,) = lines(found, Comparator.LAST_YEAR, p.month(2015, 7))
    assert (last_year["value"], last_year["difference"]) == (Decimal("130.00"), Decimal("-12.00"))


def test_a_year_to_date_is_held_against_the_same_point_only():
    now, then = p.year_to_date(date(2015, 8, 31)), p.year_to_date(date(2014, 8, 31))
    found = compare(
        figures({"indicator": "RF01", "period": each, "value": value} for each, value in ((now, 985), (then, 800))),
        [RF01],
    )
    (line,) = lines(found, Comparator.YEAR_TO_DATE, now)
    assert line["difference"] == Decimal("185.00")
    assert not lines(found, Comparator.PREVIOUS, now) and not lines(found, Comparator.LAST_YEAR, now)


def why_not(*rows: dict[str, Any], indicator: Any = RF01) -> str | None:
    """Why July 2015 is not compared with June, or None where it is."""
    found = compare(figures(rows), [indicator])
    table = [row for row in found.to_pylist() if row["comparator"] == "previous period" and row["period"] == "2015-07"]
    (line,) = table
    assert (line["value"] is None) == (line["difference"] is None) == (line["why_not"] is not None)
    return line["why_not"]


JUNE, JULY = p.month(2015, 6), p.month(2015, 7)


def test_a_period_that_was_not_worked_out_is_said():
    assert why_not({"indicator": "RF01", "period": JULY, "value": 1}) == "no figure was worked out for June 2015"


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("not covered", "not covered"),
        ("not supplied", "not supplied"),
        ("no population", "no population is known for its date"),
        ("provisional", "there was nothing to divide by"),
    ],
)
def test_a_figure_without_a_value_is_compared_with_nothing(status: str, reason: str):
    empty = {"indicator": "RF01", "period": JUNE, "value": None, "status": status}
    full = {"indicator": "RF01", "period": JULY, "value": 5}
    assert why_not(empty, full) == f"there is no figure for June 2015: {reason}"
    turned = why_not(empty | {"period": JULY}, full | {"period": JUNE})
    assert turned == f"there is no figure to compare: {reason}"


def test_a_definition_that_changed_breaks_the_series():
    reason = why_not(
        {"indicator": "RF01", "period": JUNE, "value": 4, "edition": 1},
        {"indicator": "RF01", "period": JULY, "value": 5, "edition": 2},
    )
    assert reason == "what it counts has changed: June 2015 is of edition 1, this figure of edition 2"


def test_a_nought_is_a_value():
    assert (
        why_not({"indicator": "RF01", "period": JUNE, "value": 0}, {"indicator": "RF01", "period": JULY, "value": 0})
        is None
    )


def test_groups_areas_and_indicators_are_never_mixed_up():
    rows = [
        {"indicator": "RF01", "period": JUNE, "value": 10},
        {"indicator": "RF01", "period": JULY, "value": 20},
        {"indicator": "RF01", "period": JUNE, "value": 3, "breakdown": "sex", "group": "F"},
        {"indicator": "RF01", "period": JULY, "value": 7, "breakdown": "sex", "group": "F"},
        {"indicator": "RF01", "period": JULY, "value": 9, "breakdown": "sex", "group": "M"},
        {"indicator": "CP01", "period": JUNE, "value": 100},
        {"indicator": "CP01", "period": JULY, "value": 99},
        {"indicator": "RF01", "period": JUNE, "value": 1, "area": "871"},
        {"indicator": "RF01", "period": JULY, "value": 5, "area": "871"},
    ]
    # In another order too, for a lookup by place would show here.
    for order in (rows, rows[::-1]):
        found = compare(figures(order), [RF01, CP01])

        def change(**where: str) -> tuple[Decimal | None, str | None]:
            (line,) = lines(found, Comparator.PREVIOUS, JULY, **where)  # noqa: B023
            return line["difference"], line["why_not"]

        assert change(indicator="RF01", area="870", breakdown="all") == (Decimal("10.00"), None)
        assert change(indicator="RF01", area="871", breakdown="all") == (Decimal("4.00"), None)
        assert change(indicator="CP01", breakdown="all") == (Decimal("-1.00"), None)
        assert change(group="F") == (Decimal("4.00"), None)
        assert change(group="M") == (None, "the group held nothing in June 2015")


def test_no_figures_make_an_empty_table():
    assert compare(figures([]), []).equals(COMPARISON_SCHEMA.empty_table())


def test_a_table_in_pieces_gives_the_same_as_one_in_a_piece():
    rows = [{"indicator": "RF01", "period": p.month(2015, n), "value": n * n} for n in range(1, 9)]
    whole = figures(rows)
    pieces = pa.concat_tables([figures(rows[:3]), figures([]), figures(rows[3:])])
    sliced = pa.concat_tables([figures([rows[0], *rows])]).slice(1)
    expected = compare(whole, [RF01])
    assert compare(pieces, [RF01]).equals(expected) and compare(sliced, [RF01]).equals(expected)
