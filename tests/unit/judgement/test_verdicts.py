"""Verdicts: the word and its one sentence, and every case in which nothing may be said."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from purplebook.language.indicators import Better
from purplebook.results.judgement.baselines import NewBaseline
from purplebook.results.judgement.comparison import Comparator, Number, compare_counts, compare_percentages
from purplebook.results.judgement.control_chart import control_charts
from purplebook.results.judgement.funnel import percentage_funnel, rate_funnel
from purplebook.results.judgement.neighbours import judge_in_funnel
from purplebook.results.judgement.own_history import judge_month, why_no_limits
from purplebook.results.judgement.verdict import Evidence, Subject, Verdict, Word

STEADY = [100.0, 110.0] * 12
REFERRALS = Subject("Referrals", "June 2015", Better.NEITHER)
VISITS = Subject("Visits in time", "June 2015", Better.HIGHER, unit="%", places=1)
REPEATS = Subject("Repeat plans", "2014-15", Better.LOWER, unit="%", places=1)


def _judged(values, subject=REFERRALS, *, month=-1, immature=(), **options) -> Verdict:
    months = np.array([[*STEADY, *values]])
    young = np.zeros(months.shape, bool)
    young[0, list(immature)] = True
    chart = control_charts(months, first_points=24, immature=young, floor=0)
    return judge_month(chart, 0, months.shape[1] + month, subject, **options)


def test_a_month_beyond_the_limit_says_which_limit_which_rule_and_how_sure():
    found = _judged([140.0])
    assert found == Verdict(
        Word.HIGHER,
        "Referrals, June 2015: 140 is above the upper limit of 131.60 (astronomical point), measured by 24 months of "
        "its own history; chance alone does this about once in 370 months.",
        Evidence.HISTORY,
    )


def test_no_chance_is_stated_for_a_stock():
    found = _judged([140.0], is_stock=True)
    assert found.word is Word.HIGHER
    assert "once in" not in found.why and "a stock moves slowly" in found.why


@pytest.mark.parametrize(
    ("better", "high", "low"),
    [
        (Better.HIGHER, Word.BETTER, Word.WORSE),
        (Better.LOWER, Word.WORSE, Word.BETTER),
        (Better.NEITHER, Word.HIGHER, Word.LOWER),
    ],
)
def test_polarity_makes_the_word(better: Better, high: Word, low: Word):
    subject = Subject("Figures", "June 2015", better)
    assert _judged([140.0], subject).word is high
    assert _judged([70.0], subject).word is low
    assert _judged([105.0], subject).word is Word.NO_REAL_CHANGE


@pytest.mark.parametrize(
    ("values", "rule", "odds"),
    [
        ([108.0] * 7, "7 months in a row above the mean of 105.00 (shift)", "once in 64 months"),
        ([100.0, 101, 102, 103, 104, 105, 106], "rise over at least 7 months in a row (trend)", "once in 2,520 months"),
        ([125.0, 106, 125], "near or beyond the upper limit of 131.60 (two out of three near", "once in 660 months"),
    ],
)
def test_each_rule_is_told_in_words_with_its_chance(values: list[float], rule: str, odds: str):
    found = _judged([104.0, 106.0, 104.0, *values] if rule.startswith("near") else [np.nan, *values])
    assert found.word is Word.HIGHER
    assert rule in found.why and odds in found.why


def test_no_real_change_says_the_usual_range():
    assert _judged([105.0]).why == (
        "Referrals, June 2015: 105 is within its usual range (78.40 to 131.60, from 24 months) and no rule marks it."
    )


def test_a_missing_month_has_no_verdict():
    found = _judged([np.nan])
    assert (found.word, found.is_final) == (Word.NO_VERDICT, True)
    assert "there is no figure" in found.why


def test_an_immature_month_is_no_fall_however_low():
    for value, where in ((95.0, "within"), (60.0, "outside")):
        found = _judged([value], Subject("Referrals", "August 2015", Better.LOWER), immature=[-1])
        assert (found.word, found.is_final) == (Word.NO_VERDICT, True)
        assert found.why == (
            f"Referrals, August 2015: records of this month are still to come (so far {value:.0f}, {where} its usual "
            "range (78.40 to 131.60)), so it cannot be called a fall or a change."
        )


def test_an_immature_month_that_is_high_already_is_called_so():
    assert _judged([140.0], immature=[-1]).word is Word.HIGHER


@pytest.mark.parametrize(("count", "words"), [(1, "1 month cannot"), (5, "5 months cannot"), (11, "11 months cannot")])
def test_a_series_of_few_points_is_too_small_to_say(count: int, words: str):
    chart = control_charts(np.array([[100.0, 200.0] * 6])[:, :count])
    found = judge_month(chart, 0, count - 1, REFERRALS)
    assert found.word is Word.TOO_SMALL
    assert found.why.startswith(f"Referrals, June 2015: {words} show what is usual, because limits need 12")


def test_after_a_break_the_sentence_names_the_break():
    chart = control_charts(np.array([[*STEADY, 10.0, 12.0]]), phases=np.repeat([0, 1], [24, 2]))
    broken = NewBaseline(date(2015, 4, 1), "plans open at the date, not plans ended", is_break=True)
    found = judge_month(chart, 0, 25, REPEATS, started=broken)
    assert found.word is Word.TOO_SMALL
    assert (
        "2 months since what is counted changed on 1 April 2015 (plans open at the date, not plans ended) cannot show"
        in found.why
    )


def test_what_never_changes_has_not_changed_and_what_breaks_its_stillness_is_not_judged_by_it():
    values = np.array([[100.0] * 24, [100.0] * 23 + [90.0]])
    chart = control_charts(values, floor=0, ceiling=100)
    still, broken = (judge_month(chart, series, 23, VISITS) for series in (0, 1))
    assert still.word is Word.NO_REAL_CHANGE
    assert still.why == "Visits in time, June 2015: 100.0% is what it was in all 24 months."
    assert broken.word is Word.NO_VERDICT and not broken.is_final
    assert "hardly ever change" in broken.why
    # Steady on each side of two gaps, on levels whose mean is the one between: that is not one steady level.
    levels = control_charts(np.array([[3.0] * 12 + [np.nan] + [4.0] * 12 + [np.nan] + [5.0] * 12]))
    assert judge_month(levels, 0, 20, REFERRALS).word is Word.NO_VERDICT


def test_why_there_are_no_limits():
    flat = control_charts(np.array([[3.0] * 24]))
    assert "hardly ever change" in why_no_limits(flat, 0, 0)
    gappy = control_charts(np.array([[10.0, 14.0, np.nan] * 8]))
    assert "so many gaps" in why_no_limits(gappy, 0, 0)
    assert why_no_limits(control_charts(np.array([STEADY])), 0, 0) == ""


def test_a_percentage_of_ten_is_too_small_and_of_eleven_is_not():
    assert _judged([140.0], VISITS, denominator=10).word is Word.TOO_SMALL
    assert _judged([140.0], VISITS, denominator=11).word is Word.BETTER


def test_a_count_that_is_usually_below_five_is_too_small():
    rare = control_charts(np.array([[3.0, 5.0] * 12 + [20.0]]), first_points=24)
    common = control_charts(np.array([[4.0, 6.0] * 12 + [20.0]]), first_points=24)
    assert judge_month(rare, 0, 24, REFERRALS, is_count=True).word is Word.TOO_SMALL
    assert judge_month(rare, 0, 24, REFERRALS, is_count=False).word is Word.HIGHER
    assert judge_month(common, 0, 24, REFERRALS, is_count=True).word is Word.HIGHER


def test_where_rules_point_both_ways_what_concerns_is_told():
    values = [np.nan, 130, 129, 128, 127, 126, 125, 124]
    assert _judged(values, Subject("Figures", "June", Better.HIGHER)).word is Word.WORSE
    assert _judged(values, Subject("Figures", "June", Better.LOWER)).word is Word.WORSE
    assert _judged(values, Subject("Figures", "June", Better.NEITHER)).word is Word.LOWER


# Comparisons

LAST_YEAR = "June 2014"


def _percentages(now: tuple, other: tuple, subject=VISITS, **options) -> Verdict:
    return compare_percentages(Number(*now), Comparator(LAST_YEAR, Number(*other), **options), subject)


def test_a_real_difference_of_two_percentages():
    found = _percentages((56, 70), (48, 80))
    assert found.word is Word.BETTER
    assert found.why == (
        "Visits in time, June 2015: 80.0% (56 of 70) against 60.0% (48 of 80) for June 2014, a difference of +20.0 "
        "points (between +5.2 and +33.4, 95% sure)."
    )
    assert _percentages((48, 80), (56, 70)).word is Word.WORSE
    assert _percentages((56, 70), (48, 80), REPEATS).word is Word.WORSE


def test_a_difference_within_chance_is_no_real_change_if_it_is_known_well_enough():
    assert _percentages((160, 200), (155, 200)).word is Word.NO_REAL_CHANGE
    # As far apart, from a tenth as many: anything between.
    found = _percentages((16, 20), (15, 20))
    assert found.word is Word.TOO_SMALL
    assert "anywhere between" in found.why


def test_percentages_of_ten_or_fewer_are_not_compared():
    assert _percentages((10, 10), (0, 100)).word is Word.TOO_SMALL
    assert _percentages((11, 11), (0, 100)).word is Word.BETTER
    assert _percentages((99, 100), (0, 10)).word is Word.TOO_SMALL


@pytest.mark.parametrize("compare", [compare_percentages, compare_counts])
@pytest.mark.parametrize(
    ("now", "other", "options", "why"),
    [
        ((None, 90), (50, 90), {}, "there is no figure, so"),
        ((50, 0), (50, 90), {}, "there is no figure, so"),
        ((50, 90), (None, None), {}, "no figure for June 2014"),
        ((50, 90), (10, 90, True), {}, "June 2014 is not complete yet"),
        ((10, 90, True), (50, 90), {}, "cannot be called a fall"),
        (
            (50, 90),
            (10, 90),
            {"not_comparable": "it counts plans that ended"},
            "not compared with June 2014, because it counts plans that ended",
        ),
    ],
)
def test_what_cannot_be_compared_has_no_verdict(compare, now, other, options, why):
    found = compare(Number(*now), Comparator(LAST_YEAR, Number(*other), **options), VISITS)
    assert found.word is Word.NO_VERDICT
    assert why in found.why


def test_a_percentage_of_more_than_all_is_no_percentage():
    assert _percentages((30, 20), (10, 20)).word is Word.NO_VERDICT


def _counts(k, c, *, e=30, f=30, per=None, subject=REFERRALS, immature=False) -> Verdict:
    return compare_counts(Number(k, e, immature), Comparator(LAST_YEAR, Number(c, f)), subject, per=per)


def test_two_counts():
    assert _counts(140, 100).word is Word.HIGHER
    assert _counts(100, 140).word is Word.LOWER
    assert _counts(140, 125).word is Word.NO_REAL_CHANGE
    assert _counts(140, 100, f=20).word is Word.NO_REAL_CHANGE  # the other was of twenty days only
    assert "at most once in" in _counts(140, 100).why


def test_counts_of_nine_in_all_are_too_few_even_if_all_lie_on_one_side():
    assert _counts(9, 0).word is Word.TOO_SMALL
    assert _counts(10, 0).word is Word.HIGHER
    assert _counts(6, 7).word is Word.TOO_SMALL  # within chance, and known only roughly
    assert _counts(0, 30).word is Word.LOWER
    assert _counts(0, 0).word is Word.TOO_SMALL


def test_a_rate_is_told_for_its_people():
    found = _counts(265, 203, e=36_400, f=35_970, per=10_000, subject=Subject("Plans", "August 2015", Better.NEITHER))
    assert found.word is Word.HIGHER
    assert "72.8 per 10,000 (265) against 56.4 per 10,000 (203) for June 2014" in found.why


def test_an_immature_count_may_be_higher_and_never_lower_or_unchanged():
    assert _counts(140, 100, immature=True).word is Word.HIGHER
    assert _counts(60, 100, immature=True).word is Word.NO_VERDICT
    assert _counts(100, 100, immature=True).word is Word.NO_VERDICT


# Neighbours

ALIKE = np.full(10, 60), np.full(10, 200)


def _beside(top, bottom, **options) -> Verdict:
    sizes = np.array([bottom or 1])
    return judge_in_funnel(percentage_funnel(*ALIKE, at=sizes), 0, VISITS, top=top, bottom=bottom, **options)


def test_only_beyond_the_outer_limits_is_a_figure_called_better_or_worse():
    funnel = percentage_funnel(*ALIKE, at=np.array([100]))
    outer, inner = funnel.upper_998[0], funnel.upper_95[0]
    assert _beside(int(outer) + 1, 100).word is Word.BETTER
    at_the_limit = _beside(int(outer), 100)
    assert at_the_limit.word is Word.NO_REAL_CHANGE and "worth watching" in at_the_limit.why
    assert "worth watching" not in _beside(int(inner), 100).why
    assert _beside(int(funnel.lower_998[0]) - 1, 100).word is Word.WORSE


def test_the_sentence_on_neighbours_says_that_limits_are_wide_because_they_differ():
    tops = np.array([10, 20, 30, 40, 50, 60, 70, 80, 90, 50])
    funnel = percentage_funnel(tops, np.full(10, 100), at=np.array([100]))
    found = judge_in_funnel(funnel, 0, VISITS, top=95, bottom=100)
    assert found.word is Word.NO_REAL_CHANGE
    assert "widened because neighbours differ by more than chance" in found.why


@pytest.mark.parametrize(
    ("top", "bottom", "options", "word"),
    [
        (None, 100, {}, Word.NO_VERDICT),
        (5, 0, {}, Word.NO_VERDICT),
        (90, 100, {"is_immature": True}, Word.NO_VERDICT),
        (90, 100, {"not_comparable": "theirs are of another year"}, Word.NO_VERDICT),
        (10, 10, {}, Word.TOO_SMALL),
        (11, 11, {}, Word.BETTER),
    ],
)
def test_what_cannot_be_set_beside_neighbours(top, bottom, options, word):
    assert _beside(top, bottom, **options).word is word


def test_few_neighbours_or_few_events_carry_no_verdict():
    four = percentage_funnel(ALIKE[0][:4], ALIKE[1][:4], at=np.array([100]))
    assert judge_in_funnel(four, 0, VISITS, top=90, bottom=100).word is Word.NO_VERDICT
    none = percentage_funnel(np.zeros(10), np.full(10, 30), at=np.array([100]))
    assert judge_in_funnel(none, 0, VISITS, top=3, bottom=100).word is Word.TOO_SMALL
    rates = rate_funnel(np.full(10, 30), np.full(10, 40_000), at=np.array([12_000]), per=10_000)
    # Nine are expected.
    assert judge_in_funnel(rates, 0, VISITS, top=40, bottom=12_000, per=10_000).word is Word.TOO_SMALL
