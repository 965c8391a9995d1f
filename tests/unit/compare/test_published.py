"""Figures against neighbours, region and England: fair only for the same thing, unit and year; else the reason."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from purplebook.definitions import indicator_by_id
from purplebook.definitions.reference import neighbours
from purplebook.language import periods as p
from purplebook.language.periods import Period
from purplebook.results.compare import Comparator, compare
from purplebook.results.compare.benchmarks import mean_of, median_of
from tests.support.published import figures, held

READINGS = neighbours().of("870", vintage="2021-04")
assert READINGS is not None
TEN = READINGS.neighbours
MEAN, MEDIAN = Comparator.NEIGHBOURS_MEAN, Comparator.NEIGHBOURS_MEDIAN


def ask(comparator: Comparator, *tables: Any, indicator: str = "CP09", period: Period, **more: Any) -> dict[str, Any]:
    """The one comparison of a figure with a comparator."""
    options = {name: more.pop(name) for name in ("vintage", "stands_for", "not_national") if name in more}
    row = {"indicator": indicator, "period": period, "value": "21.7"} | more
    found = compare(figures([row]), [indicator_by_id(indicator)], held=tables, **options)
    (line,) = [each for each in found.to_pylist() if each["comparator"] == comparator.value]
    assert (line["value"] is None) == (line["difference"] is None) == (line["why_not"] is not None), line
    return line


YEAR = p.financial_year(2014)
ALL_TEN = [("cpp_repeat_pct", code, 2015, n) for n, code in enumerate(TEN, start=1)]


def test_mean_and_median_are_both_given_and_each_says_which():
    table = held([*ALL_TEN[:9], ("cpp_repeat_pct", TEN[9], 2015, 100)])
    mean, median = (ask(which, table, period=YEAR) for which in (MEAN, MEDIAN))
    assert (mean["value"], median["value"]) == (Decimal("14.50"), Decimal("5.50"))
    assert mean["comparator"] == "statistical neighbours, mean"
    assert median["comparator"] == "statistical neighbours, median"
    assert mean["difference"] == Decimal("7.20")
    assert (mean["counted"], mean["among"], mean["missing"]) == (10, 10, None)
    assert mean["compared_with"] == "the statistical neighbours of Reading (list of April 2021)"
    assert (mean["for_period"], mean["edition"]) == ("year to 31 March 2015", "DfE test 2015")
    assert mean["source"] == "published statistics"
    assert mean["note"] == "the list of neighbours is newer than the figure"


def test_a_neighbour_with_a_symbol_is_missing_and_never_nought():
    table = held([*ALL_TEN[:7], *((("cpp_repeat_pct", TEN[n], 2015, symbol)) for n, symbol in ((7, "c"), (8, "-")))])
    line = ask(MEAN, table, period=YEAR)
    assert line["value"] == Decimal("4.00")
    assert (line["counted"], line["among"]) == (7, 10)
    assert "(c: confidential)" in line["missing"] and "(-: missing, for a reason that is not said)" in line["missing"]
    assert "(nothing is held)" in line["missing"] and line["missing"].count(";") == 2


def test_too_few_neighbours_are_no_average():
    line = ask(MEAN, held(ALL_TEN[:4]), period=YEAR)
    assert line["value"] is None
    assert line["why_not"] == ("only 4 of 10 neighbours have a number, and fewer than 5 are no average of neighbours")
    assert ask(MEDIAN, held(ALL_TEN[:5]), period=YEAR)["value"] == Decimal("3.00")
    assert ask(MEAN, period=YEAR)["why_not"] == "none of the 10 neighbours has a number"


def test_a_neighbour_that_no_longer_exists_is_named_and_not_replaced():
    listed = neighbours().of("884", vintage="2021-04")
    assert listed is not None and "909" in listed.neighbours
    table = held(
        [
            *(("cpp_repeat_pct", code, 2024, 10) for code in listed.neighbours if code != "909"),
            # Its successors have numbers, and would change the mean.
            *(("cpp_repeat_pct", code, 2024, 90) for code in ("942", "943")),
        ]
    )
    line = ask(MEAN, table, period=p.financial_year(2023), area="884", vintage="2021-04")
    assert (line["value"], line["counted"]) == (Decimal("10.00"), 9)
    assert line["missing"] == "Cumbria ended on 1 April 2023 (now Cumberland and Westmorland and Furness)"
    # A year before, it was there.
    before = ask(MEAN, table, period=p.financial_year(2022), area="884", vintage="2021-04")
    assert before["missing"] and "Cumbria (nothing is held)" in before["missing"]


def test_region_and_england_with_their_edition():
    table = held([("cpp_repeat_pct", "989", 2015, Decimal("16.2")), ("cpp_repeat_pct", "970", 2015, Decimal("16.55"))])
    region, england = (ask(which, table, period=YEAR) for which in (Comparator.REGION, Comparator.ENGLAND))
    assert (region["compared_with"], region["value"]) == ("South East", Decimal("16.20"))
    assert (england["compared_with"], england["value"]) == ("England", Decimal("16.55"))
    assert england["difference"] == Decimal("5.15")
    assert (england["edition"], england["unit"]) == ("DfE test 2015", "%")


def test_a_symbol_is_a_reason_and_not_a_number():
    line = ask(Comparator.REGION, held([("cpp_repeat_pct", "989", 2015, "k")]), period=YEAR)
    assert (line["value"], line["why_not"]) == (None, "published as k: not nought, but rounds to nought")


@pytest.mark.parametrize(
    ("period", "reason"),
    [
        (p.month(2015, 8), "published only for the year to 31 March, and this figure is for August 2015"),
        (
            p.quarter(2014, 4),
            "published only for the year to 31 March, and this figure is for Q4 2014-15 (January to March 2015)",
        ),
        (
            p.year_to_date(date(2015, 8, 31)),
            "published only for the year to 31 March, and this figure is for 2015-16 to 31 August 2015",
        ),
        (
            p.rolling_year(date(2015, 8, 31)),
            "published only for the year to 31 March, and this figure is for 12 months to 31 August 2015",
        ),
    ],
)
def test_a_period_that_is_no_published_year_is_not_compared(period: Period, reason: str):
    table = held([("cpp_repeat_pct", "970", 2014, 15), ("cpp_repeat_pct", "970", 2015, 16)])
    line = ask(Comparator.ENGLAND, table, period=period)
    assert (line["value"], line["why_not"]) == (None, reason)
    # The newest there was by then can be read, and says what it is for.
    assert (line["latest_value"], line["latest_for"]) == (Decimal("16.00"), "year to 31 March 2015")


def test_what_is_counted_at_a_date_is_compared_at_that_date_whatever_the_period():
    table = held([("cla_rate", "970", 2015, 60)])
    for period in (p.month(2015, 3), p.financial_year(2014), p.day(date(2015, 3, 31)), p.quarter(2014, 4)):
        assert ask(Comparator.ENGLAND, table, indicator="LA02", period=period)["value"] == Decimal("60.00")
    line = ask(Comparator.ENGLAND, table, indicator="LA02", period=p.month(2015, 8))
    assert line["why_not"] == "published only at 31 March, and this figure is for August 2015"
    assert (line["latest_value"], line["latest_for"]) == (Decimal("60.00"), "at 31 March 2015")


def test_another_year_is_never_taken_for_the_one_asked_for():
    line = ask(Comparator.ENGLAND, held([("cpp_repeat_pct", "970", 2014, 15)]), period=YEAR)
    assert (line["value"], line["why_not"]) == (None, "nothing is held for the year to 31 March 2015")
    assert (line["latest_value"], line["latest_for"]) == (Decimal("15.00"), "year to 31 March 2014")
    day = ask(Comparator.ENGLAND, held([("cla_rate", "970", 2014, 60)]), indicator="LA02", period=YEAR)
    assert day["why_not"] == "nothing is held for 31 March 2015"


def test_a_number_is_compared_with_nobody_else_but_the_council_itself():
    table = held([("referrals_number", code, 2015, n) for code, n in (("870", 1673), ("970", 635600), ("989", 95000))])
    for comparator in (Comparator.ENGLAND, Comparator.REGION, MEAN):
        line = ask(comparator, table, indicator="RF01", period=YEAR)
        assert line["value"] is None and line["why_not"].startswith("a number depends on how many children live there")
    own = ask(Comparator.AS_PUBLISHED, table, indicator="RF01", period=YEAR, value=1598)
    assert (own["value"], own["difference"], own["compared_with"]) == (Decimal("1673.00"), Decimal("-75.00"), "Reading")


def test_a_series_that_began_anew_is_not_joined_to_what_was_before():
    table = held([("cla_3plus_placements_pct", "970", year, 10) for year in (2015, 2016)])
    before = ask(Comparator.ENGLAND, table, indicator="LA13", period=p.month(2015, 3))
    assert before["why_not"] == "until 2015 what is published was counted in another way"
    assert before["latest_value"] is None
    assert ask(Comparator.ENGLAND, table, indicator="LA13", period=p.month(2016, 3))["value"] == Decimal("10.00")


def test_a_group_is_compared_with_the_same_group():
    table = held([("cla_by_sex_pct", "970", 2015, 45)], group="Female")
    line = ask(
        Comparator.ENGLAND, table, indicator="LA06", period=p.month(2015, 3), breakdown="sex", group="F", value=40
    )
    assert (line["value"], line["difference"]) == (Decimal("45.00"), Decimal("-5.00"))
    whole = ask(Comparator.ENGLAND, table, indicator="LA06", period=p.month(2015, 3))
    assert whole["why_not"] == "LA06 is published by group only: divide it to compare"


def test_an_indicator_of_which_nothing_is_published_says_so_and_what_comes_nearest():
    line = ask(Comparator.ENGLAND, indicator="FD01", period=YEAR)
    assert line["why_not"] == "nothing is published that counts the same"
    leavers = ask(Comparator.ENGLAND, indicator="CL03", period=YEAR)
    assert "birthday fell in the year, CL03 everyone on the register at a date" in leavers["why_not"]
    # CP08-MEDIAN is another indicator than CP08, of which the reason speaks.
    assert ask(Comparator.ENGLAND, indicator="CP08-MEDIAN", period=YEAR)["why_not"].endswith("counts the same")


def test_a_figure_without_a_value_is_not_compared_and_the_published_one_can_be_read():
    line = ask(
        Comparator.ENGLAND,
        held([("cla_rate", "970", 2015, 60)]),
        indicator="LA02",
        period=YEAR,
        value=None,
        status="no population",
    )
    assert (line["value"], line["latest_value"]) == (None, Decimal("60.00"))
    assert line["why_not"] == "there is no figure to compare: no population is known for its date"


def test_an_invented_authority_is_compared_only_when_it_stands_for_a_real_one():
    table = held([("cpp_repeat_pct", "970", 2015, 16)])
    alone = ask(Comparator.ENGLAND, table, period=YEAR, area="899")
    assert alone["why_not"] == "no statistics are published for the area 899"
    assert ask(Comparator.ENGLAND, table, period=YEAR, area="899", stands_for={"899": "870"})["value"] == Decimal(
        "16.00"
    )


def test_an_authority_that_the_list_does_not_have_or_that_is_a_region():
    # Cumberland was made in 2023, two years after the list of April 2021.
    assert neighbours().of("942", vintage="2021-04") is None
    line = ask(MEAN, period=p.financial_year(2023), area="942", vintage="2021-04")
    assert line["why_not"] == "the list of April 2021 has no neighbours of Cumberland"
    line = ask(Comparator.REGION, period=YEAR, area="989")
    assert line["why_not"] == "South East lies in no region"


def test_a_measure_in_another_unit_is_not_compared():
    # The same id with another measure, as a council's own definition could have it.
    other = dataclasses.replace(indicator_by_id("LA01"), id="LA02")
    row = {"indicator": "LA02", "period": p.month(2015, 3), "value": 207}
    found = compare(figures([row]), [other], held=[held([("cla_rate", "970", 2015, 60)])])
    lines = [line for line in found.to_pylist() if line["comparator"] == "England"]
    assert [(line["value"], line["why_not"]) for line in lines] == [
        (None, "its unit is per 10,000, and that of this figure is number")
    ]


def test_of_two_editions_the_one_held_later_is_believed():
    old = held([("cpp_repeat_pct", "970", 2015, 16)], edition="DfE CIN 2015")
    new = held([("cpp_repeat_pct", "970", 2015, 17)], edition="DfE CIN 2016")
    line = ask(Comparator.ENGLAND, old, new, period=YEAR)
    assert (line["value"], line["edition"]) == (Decimal("17.00"), "DfE CIN 2016")


def test_one_list_of_neighbours_serves_every_period():
    rows = figures(
        {"indicator": "CP09", "period": p.financial_year(year), "value": 20} for year in (2014, 2023, 2024, 2025)
    )
    found = compare(rows, [indicator_by_id("CP09")])
    said = {row["compared_with"] for row in found.to_pylist() if row["comparator"] == MEAN.value}
    assert said == {"the statistical neighbours of Reading (list of May 2025)"}


@pytest.mark.parametrize(
    ("numbers", "mean", "median"),
    [
        (["1"], "1.00", "1.00"),
        (["1", "2"], "1.50", "1.50"),
        (["3", "1", "2"], "2.00", "2.00"),
        (["0.1", "0.2", "0.2"], "0.17", "0.20"),
        # Exactly half way is rounded up, where floating point would go down.
        (["1.00", "1.01"], "1.01", "1.01"),
        (["2.67", "2.68"], "2.68", "2.68"),
        (["0", "0", "0", "0", "0.02"], "0.00", "0.00"),
    ],
)
def test_mean_and_median_are_exact_and_rounded_half_up(numbers: list[str], mean: str, median: str):
    values = [Decimal(number) for number in numbers]
    assert (mean_of(values), median_of(values)) == (Decimal(mean), Decimal(median))


def test_an_indicator_that_goes_by_a_standard_of_our_own_is_held_against_nobody_else():
    table = held([("cpp_repeat_pct", "970", 2015, 16), *ALL_TEN])
    why = "we measure by our own standard"
    for comparator in (Comparator.ENGLAND, MEAN, Comparator.AS_PUBLISHED):
        assert ask(comparator, table, period=YEAR, not_national={"CP09": why})["why_not"] == why
    assert ask(Comparator.ENGLAND, table, period=YEAR, not_national={"CP10": why})["value"] == Decimal("16.00")
