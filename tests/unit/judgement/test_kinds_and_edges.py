"""Which rule judges what, and that no series, however odd, is judged beyond its evidence or breaks a rule."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.judgement.scenarios import SCENARIOS, made
from purplebook.definitions import INDICATORS, indicator_by_id
from purplebook.results.judgement.children import ChildMonths
from purplebook.results.judgement.false_marks import expected_as_usual_again, expected_false_marks
from purplebook.results.judgement.judge import Asked, judged_series
from purplebook.results.judgement.kind import Kind, kind_of
from purplebook.results.judgement.word import Word

CALENDAR = tuple(month % 12 + 1 for month in range(36))


@pytest.mark.parametrize(
    ("identifier", "kind"),
    [
        ("RF01", Kind.COUNT),
        ("AS01", Kind.SHARE),
        ("CP01", Kind.STOCK),
        ("CP02", Kind.STOCK),  # a rate of a stock
        ("CP13", Kind.STOCK_SHARE),
        ("AS02", Kind.AVERAGE),
        ("RF02", Kind.YEARLY),
        ("LA31", Kind.YEARLY),
        ("LA03", Kind.NOT_JUDGED),  # a difference
        ("RF03", Kind.NOT_JUDGED),  # each group's share of everyone
        ("CP08", Kind.NOT_JUDGED),  # the mean of a stock
    ],
)
def test_the_kind_follows_from_the_measure_and_its_clock(identifier: str, kind: Kind):
    assert kind_of(indicator_by_id(identifier)) is kind


def test_a_count_is_rare_below_five_a_month_and_nothing_else_is():
    assert kind_of(indicator_by_id("RF01"), usual=4.9) is Kind.RARE
    assert kind_of(indicator_by_id("RF01"), usual=5.0) is Kind.COUNT
    assert kind_of(indicator_by_id("CP01"), usual=1.0) is Kind.STOCK


def test_every_indicator_has_a_kind():
    assert {kind_of(item) for item in INDICATORS} >= set(Kind) - {Kind.RARE}


def flow(kind: Kind, top, bottom=None, *, each: int = 1, **how) -> Asked:
    """Months whose children each come once; above the line first."""
    top = np.asarray(top, float)
    whole = top if bottom is None else np.asarray(bottom, float)
    many = np.nan_to_num(whole).astype(int)
    month = np.repeat(np.arange(len(top)), many)
    place = np.arange(len(month)) - np.repeat(np.cumsum(many) - many, many)
    yes = (place < np.nan_to_num(top)[month]).astype(int)
    value = top if bottom is None else np.where(whole > 0, 100 * top / np.maximum(whole, 1), np.nan)
    children = ChildMonths(month, np.arange(len(month)) // each, np.arange(len(month)) // each, yes, np.ones_like(yes))
    return Asked(kind, top, None if bottom is None else whole, value, children, 0, len(top) - 1, months=CALENDAR, **how)


def words(asked: Asked) -> list[Word]:
    return [month.word for month in judged_series(asked).months]


def test_before_twelve_months_nothing_is_judged_and_the_reason_counts_them():
    months = judged_series(flow(Kind.COUNT, [50] * 36)).months
    assert {month.word for month in months[:12]} == {Word.TOO_FEW}
    assert months[11].why_none == "12 complete months before it are needed to know what is usual, and there are 11"
    assert {month.word for month in months[12:]} == {Word.NO_SIGN}


def test_months_still_filling_up_are_shown_with_their_range_and_make_no_baseline():
    asked = replace(flow(Kind.COUNT, [50] * 20 + [5] * 16), judged_to=19)
    series = judged_series(asked)
    late = series.months[20:]
    assert {month.word for month in late} == {Word.FILLING}
    assert all(month.low <= month.expected <= month.high and month.is_higher is None for month in late)
    assert series.baseline == (0, 19) and series.level == pytest.approx(50)


def test_a_month_still_filling_up_may_be_above_already_and_is_never_below():
    asked = replace(flow(Kind.COUNT, [50] * 34 + [120, 1]), judged_to=33)
    months = judged_series(asked).months
    assert months[34].is_higher is True and months[35].is_higher is None


def test_months_that_the_records_do_not_cover_are_no_part_of_what_is_usual():
    asked = replace(flow(Kind.SHARE, [0] * 15 + [40] * 21, [50] * 36), covered_from=15)
    series = judged_series(asked)
    assert [month.word for month in series.months[:15]] == [Word.NOT_COVERED] * 15
    assert series.baseline == (15, 35)
    assert {month.word for month in series.months[27:]} == {Word.NO_SIGN}


def test_one_child_is_too_few_for_a_percentage_and_an_average():
    assert set(words(flow(Kind.SHARE, [1] * 36, [1] * 36))[12:]) == {Word.TOO_FEW}
    asked = flow(Kind.AVERAGE, [1] * 36, [1] * 36)
    assert asked.children is not None
    asked = replace(asked, children=replace(asked.children, value=np.full(36, 400.0)))
    assert set(words(asked)[12:]) == {Word.TOO_FEW}


def test_fewer_than_five_in_a_year_are_too_few_to_tell():
    top = np.zeros(36)
    top[[2, 9, 14, 22, 30]] = 1
    assert set(words(flow(Kind.COUNT, top))[12:]) == {Word.TOO_FEW}


def test_an_event_that_is_told_as_rare_stays_away():
    series = judged_series(flow(Kind.COUNT, [2, 1, 3, 2, 1, 2, 2, 3, 1, 2, 2, 3] * 2 + [0] * 12))
    assert series.kind is Kind.RARE
    assert series.months[-1].word is Word.LOWER and series.months[-1].observed == 0


def test_all_or_none_of_a_baseline_leaves_room_for_chance():
    for top in ([60] * 24 + [59] * 12, [0] * 24 + [1] * 12):
        months = judged_series(flow(Kind.SHARE, top, [60] * 36)).months
        assert months[24].word is Word.NO_SIGN
        assert all(0 <= month.low <= month.high <= 100 for month in months[24:])


def test_what_was_always_the_same_is_no_sign_and_then_tells_a_halving():
    months = judged_series(flow(Kind.COUNT, [100] * 30 + [50] * 6)).months
    assert {month.word for month in months[12:30]} == {Word.NO_SIGN}
    assert months[30].word is Word.LOWER and months[35].since == 30


def test_families_make_ends_wider():
    top = np.array([40, 60, 50, 44, 56, 48, 52, 50, 46, 54, 50, 50] * 3)
    single, pairs = (judged_series(flow(Kind.COUNT, top, each=each)) for each in (1, 4))
    assert pairs.phi > single.phi and pairs.months[-1].high > single.months[-1].high
    assert pairs.has_families


def test_without_children_counts_and_percentages_are_judged_by_their_months_and_say_so():
    for asked in (flow(Kind.COUNT, [50] * 36), flow(Kind.SHARE, [40] * 36, [50] * 36)):
        series = judged_series(replace(asked, children=None))
        assert not series.has_families
        assert series.months[-1].word is Word.NO_SIGN


@pytest.mark.parametrize("kind", [Kind.STOCK, Kind.STOCK_SHARE, Kind.AVERAGE])
def test_without_children_nothing_is_said_of_a_stock_or_an_average(kind: Kind):
    series = judged_series(replace(flow(kind, [40] * 36, [50] * 36), children=None))
    assert {month.word for month in series.months} == {Word.NOT_JUDGED}
    assert series.months[0].why_none == "who is behind it is not known one by one"


@pytest.mark.parametrize("scenario", SCENARIOS, ids=[scenario.name for scenario in SCENARIOS])
@pytest.mark.parametrize("fault", ["no figure at times", "nobody", "one month", "gone", "a hundred times"])
def test_no_odd_series_breaks_a_rule(scenario, fault: str):
    asked = made(scenario, 5)
    gaps = asked.value.copy()
    if fault == "no figure at times":
        gaps[[3, 4, 20, 37, 38, 39, 59]] = np.nan
        asked = replace(asked, value=gaps)
    elif fault in ("nobody", "gone", "one month"):
        assert asked.children is not None
        first = {"nobody": 0, "gone": 30, "one month": 1}[fault]
        known = asked.children.month < first
        parts = {name: getattr(asked.children, name)[known] for name in ("month", "child", "family", "top", "bottom")}
        values = None if asked.children.value is None else asked.children.value[known]
        top = np.where(np.arange(60) < first, asked.top, 0.0)
        gaps = np.where(np.arange(60) < first, asked.value, np.nan if asked.bottom is not None else 0.0)
        asked = replace(asked, top=top, value=gaps, children=replace(asked.children, value=values, **parts))
        if asked.bottom is not None:
            asked = replace(asked, bottom=np.where(np.arange(60) < first, asked.bottom, 0.0))
    else:
        asked = replace(asked, top=asked.top * 100, bottom=None if asked.bottom is None else asked.bottom * 100)
    months = judged_series(asked).months
    assert len(months) == 60
    for month, value in zip(months, asked.value, strict=True):
        assert (month.word is Word.NO_FIGURE) == bool(np.isnan(value))
        if month.word.is_signal or month.word is Word.NO_SIGN:
            assert month.low <= month.high
            assert month.word.is_signal == (not month.low <= month.observed <= month.high)
        else:
            # The want of a figure needs no reason: its status has one.
            assert bool(month.why_none) == (month.word is not Word.NO_FIGURE)


def test_no_month_at_all_is_an_answer_too():
    nothing = np.zeros(0)
    empty = ChildMonths(*(np.zeros(0, int) for _ in range(5)), value=nothing)
    for kind in Kind:
        assert judged_series(Asked(kind, nothing, nothing, nothing, empty, 0, -1)).months == ()


def test_expected_false_marks_are_added_up_by_kind():
    assert expected_false_marks([]) == 0
    assert expected_false_marks([Kind.NOT_JUDGED] * 500) == 0
    assert expected_false_marks([Kind.STOCK] * 40) == 1
    assert expected_as_usual_again([Kind.STOCK] * 40) == 2
    assert expected_as_usual_again([]) == 0
    assert expected_false_marks([Kind.COUNT] * 50 + [Kind.SHARE] * 60) == 2
