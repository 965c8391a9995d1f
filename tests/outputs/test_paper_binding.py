"""How figures become words: exact rounding, words that cannot contradict the figures, and what is missing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pyarrow as pa
import pytest

from purplebook.language.papers import (
    Compare,
    Counted,
    Difference,
    MonthlyAverage,
    PercentageChange,
    Ranked,
    Ref,
    Show,
    SignedChange,
    Total,
    WhenAny,
    say,
)
from purplebook.language.periods import between, month, quarter
from purplebook.outputs.paper.binding import Binder, Found
from purplebook.outputs.paper.evidence import Recorded, Witness
from purplebook.results.figures import FIGURE_SCHEMA, Figures

DASH = "\N{EN DASH}"
JULY, AUGUST, Q1 = month(2015, 7), month(2015, 8), quarter(2015, 1)


def binder(*rows: tuple) -> Binder:
    """A binder of figures, each (indicator, period, group, numerator, denominator)."""
    made = []
    for indicator, period, group, top, bottom in rows:
        breakdown = "all" if group == "all" else "source"
        value = Decimal(0) if bottom is None or bottom > 0 else None
        start, end = period.first_day, period.last_day
        made.append((indicator, 1, "T", period.key, start, end, breakdown, group, top, bottom, value, "provisional"))
    columns = [
        pa.array(column, field.type) for column, field in zip(zip(*made, strict=True), FIGURE_SCHEMA, strict=True)
    ]
    found = Found(Figures(pa.Table.from_arrays(columns, schema=FIGURE_SCHEMA)))
    return Binder(found, {}, Witness(Recorded(), date(2015, 8, 31), frozenset()))


def words(made: Binder, binding) -> str:
    return made.text(say("{it}", it=binding))


def change(later, earlier) -> Compare:
    return Compare(later, earlier, higher="rose", lower="fell", same="did not change")


@pytest.mark.parametrize(
    ("top", "bottom", "show", "printed"),
    [
        (1681, None, Show.NUMBER, "1,681"),
        (1, 16, Show.PERCENT_1, "6.3%"),
        (1, 8, Show.PERCENT_2, "12.50%"),
        (7745, 100000, Show.PERCENT_1, "7.7%"),  # 7.745 rounded to 7.75 first would print 7.8
        (1, 3, Show.DENOMINATOR, "3"),
        (9880, 18, Show.MEAN_0, "549"),
        (5, 2, Show.MEAN_0, "3"),
        (265 * 235, 265, Show.MONTHS_1, "7.7"),
        (0, 0, Show.PERCENT_1, DASH),
        (5, None, Show.PERCENT_1, DASH),
        (None, None, Show.NUMBER, DASH),
    ],
)
def test_a_figure_is_rounded_once_half_up_from_its_whole_numbers(top, bottom, show, printed):
    assert words(binder(("X", AUGUST, "all", top, bottom)), Ref("X", AUGUST, show=show)) == printed


def test_the_words_follow_the_figures_as_they_are_printed():
    now, before = Ref("RF08", AUGUST, show=Show.PERCENT_1), Ref("RF08", JULY, show=Show.PERCENT_1)
    made = {
        "rose": binder(("RF08", AUGUST, "all", 642, 1000), ("RF08", JULY, "all", 641, 1000)),
        "fell": binder(("RF08", AUGUST, "all", 640, 1000), ("RF08", JULY, "all", 641, 1000)),
        # 64.04 and 64.01 both print 64.0: a sentence that said "rose" would contradict its own figures.
        "did not change": binder(("RF08", AUGUST, "all", 6404, 10000), ("RF08", JULY, "all", 6401, 10000)),
    }
    for expected, figures in made.items():
        assert words(figures, change(now, before)) == expected


def test_changes_are_worked_out_from_what_is_printed():
    made = binder(("S401", AUGUST, "all", 177, None), ("S401", JULY, "all", 138, None), ("S401", Q1, "all", 721, None))
    now, before = Ref("S401", AUGUST), Ref("S401", JULY)
    assert words(made, Difference(before, now)) == "39"
    assert words(made, PercentageChange(now, before)) == "28.3%"
    assert words(made, SignedChange(before, now)) == "\N{MINUS SIGN}39"
    assert words(made, SignedChange(now, now)) == "no change"
    assert words(made, MonthlyAverage(Ref("S401", Q1))) == "240"
    assert words(made, Counted(now, "child", "children")) == "177 children"


def test_a_change_in_percentages_is_in_points_and_a_change_from_nought_has_no_percentage():
    made = binder(("X", AUGUST, "all", 1, 2), ("X", JULY, "all", 0, 2))
    now, before = Ref("X", AUGUST, show=Show.PERCENT_1), Ref("X", JULY, show=Show.PERCENT_1)
    assert words(made, SignedChange(now, before)) == "+50.0 points"
    assert words(made, PercentageChange(now, before)) == DASH


def test_words_for_any_are_left_out_at_nought_and_a_sentence_lacks_what_is_missing():
    made = binder(("X", AUGUST, "all", 2, None), ("X", JULY, "all", 0, None))
    some, none, missing = (
        WhenAny(Ref("X", each), say("; {count} more", count=Ref("X", each))) for each in (AUGUST, JULY, Q1)
    )
    assert [words(made, each) for each in (some, none)] == ["; 2 more", ""]
    assert [made.lacks(say("{it}", it=each)) for each in (some, none, missing)] == [False, False, True]
    assert made.lacks(say("{it}", it=change(Ref("X", AUGUST), Ref("X", Q1))))


def test_a_rise_from_nought_has_words_of_its_own():
    made = binder(("X", AUGUST, "all", 2, None), ("X", JULY, "all", 0, None))
    now, before = Ref("X", AUGUST), Ref("X", JULY)
    assert words(made, Compare(now, before, "rose", "fell", "same", from_nought="began")) == "began"
    assert words(made, Compare(before, now, "rose", "fell", "same", from_nought="began")) == "fell"


def test_one_child_is_one_child_and_part_of_a_month_counts_by_its_days():
    odd_days = between(JULY.first_day, AUGUST.last_day.replace(day=15))
    made = binder(("X", JULY, "all", 0, None), ("X", AUGUST, "all", 1, None), ("X", odd_days, "all", 9, None))
    assert words(made, Counted(Ref("X", AUGUST), "child", "children")) == "1 child"
    assert words(made, Counted(Ref("X", JULY), "child", "children")) == "no children"
    assert words(made, MonthlyAverage(Ref("X", odd_days))) == "6.0"  # 9 in 46 days: 5.96


def test_a_group_that_holds_nobody_is_nought_only_where_the_breakdown_was_computed():
    made = binder(
        ("RF03", AUGUST, "all", 10, 10),
        ("RF03", AUGUST, "6", 10, 10),
        ("RF03", JULY, "all", 10, 10),
        ("RF03", Q1, "all", 0, 0),
    )
    housing = {period: Ref("RF03", period, "source", "4") for period in (AUGUST, JULY, Q1)}
    assert words(made, housing[AUGUST]) == "0"
    assert words(made, housing[JULY]) == DASH
    assert words(made, housing[Q1]) == "0"


def test_groups_add_up_and_are_put_in_order_and_a_place_that_two_share_is_no_place():
    made = binder(
        ("RF03", AUGUST, "all", 20, 20),
        ("RF03", AUGUST, "6", 8, 20),
        ("RF03", AUGUST, "3A", 5, 20),
        ("RF03", AUGUST, "3B", 3, 20),
        ("RF03", AUGUST, "2A", 4, 20),
    )
    health = tuple(Ref("RF03", AUGUST, "source", code) for code in ("3A", "3B"))
    assert words(made, Total(health, Show.PERCENT_1)) == "40.0%"
    groups = (("Schools", ("2A",)), ("Health", ("3A", "3B")), ("Police", ("6",)))
    ranked = [Ranked("RF03", AUGUST, "source", groups, rank, is_name=True) for rank in (1, 2, 3)]
    assert [words(made, each) for each in ranked] == ["–", "–", "Schools"]
    named = made.words(Ranked("RF03", AUGUST, "source", groups[:2], 1, is_name=True))
    assert named == "Health", "without the police, nobody is as large"


def test_every_missing_figure_is_asked_for_once_and_none_of_nobody_is_told_apart():
    made = binder(("RF01", AUGUST, "all", 1, None), ("IC03", JULY, "all", 0, 0))
    asked = (Ref("RF01", AUGUST), Ref("RF01", JULY), Ref("RF01", JULY), Ref("IC03", JULY, show=Show.PERCENT_1))
    assert [(need.kind, need.name) for need in made.figure_needs(asked)] == [
        ("figure", "RF01"),
        ("nothing to count", "IC03"),
    ]
