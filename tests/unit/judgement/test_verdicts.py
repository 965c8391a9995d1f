"""Comparisons and neighbours: the word and its one sentence, and every case in which nothing may be said."""

from __future__ import annotations

import numpy as np
import pytest

from purplebook.language.indicators import Better
from purplebook.results.judgement.comparison import Comparator, Number, compare_counts, compare_percentages
from purplebook.results.judgement.funnel import percentage_funnel, rate_funnel
from purplebook.results.judgement.neighbours import judge_in_funnel
from purplebook.results.judgement.verdict import Compared, Subject
from purplebook.results.judgement.word import Way, Word

REFERRALS = Subject("Referrals", "June 2015", Better.NEITHER)
VISITS = Subject("Visits in time", "June 2015", Better.HIGHER, unit="%", places=1)
REPEATS = Subject("Repeat plans", "2014-15", Better.LOWER, unit="%", places=1)

# Comparisons

LAST_YEAR = "June 2014"


def _percentages(now: tuple, other: tuple, subject=VISITS, **options) -> Compared:
    return compare_percentages(Number(*now), Comparator(LAST_YEAR, Number(*other), **options), subject)


def test_a_real_difference_of_two_percentages():
    found = _percentages((56, 70), (48, 80))
    assert (found.word, found.way) == (Word.HIGHER, Way.BETTER)
    assert found.why == (
        "Visits in time, June 2015: 80.0% (56 of 70) against 60.0% (48 of 80) for June 2014, a difference of +20.0 "
        "points (between +5.2 and +33.4, 95% sure)."
    )
    assert _percentages((48, 80), (56, 70)).way is Way.WORSE
    assert _percentages((56, 70), (48, 80), REPEATS).way is Way.WORSE


def test_a_difference_within_chance_is_no_real_change_if_it_is_known_well_enough():
    assert _percentages((160, 200), (155, 200)).word is Word.NO_SIGN
    # As far apart, from a tenth as many: anything between.
    found = _percentages((16, 20), (15, 20))
    assert found.word is Word.TOO_FEW
    assert "anywhere between" in found.why


def test_percentages_of_ten_or_fewer_are_not_compared():
    assert _percentages((10, 10), (0, 100)).word is Word.TOO_FEW
    assert _percentages((11, 11), (0, 100)).word is Word.HIGHER
    assert _percentages((99, 100), (0, 10)).word is Word.TOO_FEW


@pytest.mark.parametrize("compare", [compare_percentages, compare_counts])
@pytest.mark.parametrize(
    ("now", "other", "options", "word", "why"),
    [
        ((None, 90), (50, 90), {}, Word.NO_FIGURE, "there is no figure, so"),
        ((50, 0), (50, 90), {}, Word.NO_FIGURE, "there is no figure, so"),
        ((50, 90), (None, None), {}, Word.NOT_JUDGED, "no figure for June 2014"),
        ((50, 90), (10, 90, True), {}, Word.NOT_JUDGED, "June 2014 is not complete yet"),
        ((10, 90, True), (50, 90), {}, Word.FILLING, "cannot be called a fall"),
        (
            (50, 90),
            (10, 90),
            {"not_comparable": "it counts plans that ended"},
            Word.NOT_JUDGED,
            "not compared with June 2014, because it counts plans that ended",
        ),
    ],
)
def test_what_cannot_be_compared_has_no_verdict(compare, now, other, options, word, why):
    found = compare(Number(*now), Comparator(LAST_YEAR, Number(*other), **options), VISITS)
    assert (found.word, found.way) == (word, Way.NEITHER)
    assert why in found.why


def test_a_percentage_of_more_than_all_is_no_percentage():
    assert _percentages((30, 20), (10, 20)).word is Word.NOT_JUDGED


def test_siblings_who_have_one_answer_are_fewer_than_they_seem():
    # Twice as many of each side would be as sure as these if siblings always agreed.
    assert _percentages((56, 70), (48, 80)).word is Word.HIGHER
    assert compare_percentages(Number(56, 70), Comparator(LAST_YEAR, Number(48, 80)), VISITS, spread=2.07).word in (
        Word.NO_SIGN,
        Word.TOO_FEW,
    )
    doubled = compare_percentages(Number(112, 140), Comparator(LAST_YEAR, Number(96, 160)), VISITS, spread=2.0)
    single = _percentages((56, 70), (48, 80))
    assert doubled.why.partition("difference")[2] == single.why.partition("difference")[2]


def _counts(k, c, *, e=30, f=30, per=None, subject=REFERRALS, immature=False) -> Compared:
    return compare_counts(Number(k, e, immature), Comparator(LAST_YEAR, Number(c, f)), subject, per=per)


def test_two_counts():
    assert _counts(140, 100).word is Word.HIGHER
    assert _counts(100, 140).word is Word.LOWER
    assert _counts(140, 125).word is Word.NO_SIGN
    assert _counts(140, 100, f=20).word is Word.NO_SIGN  # the other was of twenty days only
    assert "beyond what chance gives" in _counts(140, 100).why and "once in" not in _counts(140, 100).why


def test_conferences_of_siblings_differ_by_more_than_single_children_would():
    """301 conferences are 191 meetings: the design effect is 2.06, and (301 − 250) ÷ √(2.06 × 551) is 1.51."""
    pair = Number(301, 365), Comparator(LAST_YEAR, Number(250, 365))
    assert compare_counts(*pair, REFERRALS).word is Word.HIGHER
    assert compare_counts(*pair, REFERRALS, spread=2.06).word is Word.NO_SIGN
    # (330 − 245) ÷ √(2.06 × 575) is 2.47.
    apart = Number(330, 365), Comparator(LAST_YEAR, Number(245, 365))
    assert compare_counts(*apart, REFERRALS, spread=2.06).word is Word.HIGHER


def test_counts_of_nine_in_all_are_too_few_even_if_all_lie_on_one_side():
    assert _counts(9, 0).word is Word.TOO_FEW
    assert _counts(10, 0).word is Word.HIGHER
    assert _counts(6, 7).word is Word.TOO_FEW  # within chance, and known only roughly
    assert _counts(0, 30).word is Word.LOWER
    assert _counts(0, 0).word is Word.TOO_FEW


def test_a_rate_is_told_for_its_people():
    found = _counts(265, 203, e=36_400, f=35_970, per=10_000, subject=Subject("Plans", "August 2015", Better.NEITHER))
    assert found.word is Word.HIGHER
    assert "72.8 per 10,000 (265) against 56.4 per 10,000 (203) for June 2014" in found.why


def test_an_immature_count_may_be_higher_and_never_lower_or_unchanged():
    assert _counts(140, 100, immature=True).word is Word.HIGHER
    assert _counts(60, 100, immature=True).word is Word.FILLING
    assert _counts(100, 100, immature=True).word is Word.FILLING


# Neighbours

ALIKE = np.full(10, 60), np.full(10, 200)


def _beside(top, bottom, **options) -> Compared:
    sizes = np.array([bottom or 1])
    return judge_in_funnel(percentage_funnel(*ALIKE, at=sizes), 0, VISITS, top=top, bottom=bottom, **options)


def test_only_beyond_the_outer_limits_is_a_figure_called_higher_or_lower():
    funnel = percentage_funnel(*ALIKE, at=np.array([100]))
    outer, inner = funnel.upper_998[0], funnel.upper_95[0]
    assert _beside(int(outer) + 1, 100).way is Way.BETTER
    at_the_limit = _beside(int(outer), 100)
    assert at_the_limit.word is Word.NO_SIGN and "worth watching" in at_the_limit.why
    assert "worth watching" not in _beside(int(inner), 100).why
    assert _beside(int(funnel.lower_998[0]) - 1, 100).way is Way.WORSE


def test_the_sentence_on_neighbours_says_that_limits_are_wide_because_they_differ():
    tops = np.array([10, 20, 30, 40, 50, 60, 70, 80, 90, 50])
    funnel = percentage_funnel(tops, np.full(10, 100), at=np.array([100]))
    found = judge_in_funnel(funnel, 0, VISITS, top=95, bottom=100)
    assert found.word is Word.NO_SIGN
    assert "widened because neighbours differ by more than chance" in found.why


@pytest.mark.parametrize(
    ("top", "bottom", "options", "word"),
    [
        (None, 100, {}, Word.NO_FIGURE),
        (5, 0, {}, Word.NO_FIGURE),
        (90, 100, {"is_immature": True}, Word.FILLING),
        (90, 100, {"not_comparable": "theirs are of another year"}, Word.NOT_JUDGED),
        (10, 10, {}, Word.TOO_FEW),
        (11, 11, {}, Word.HIGHER),
    ],
)
def test_what_cannot_be_set_beside_neighbours(top, bottom, options, word):
    assert _beside(top, bottom, **options).word is word


def test_few_neighbours_or_few_events_carry_no_verdict():
    four = percentage_funnel(ALIKE[0][:4], ALIKE[1][:4], at=np.array([100]))
    assert judge_in_funnel(four, 0, VISITS, top=90, bottom=100).word is Word.NOT_JUDGED
    none = percentage_funnel(np.zeros(10), np.full(10, 30), at=np.array([100]))
    assert judge_in_funnel(none, 0, VISITS, top=3, bottom=100).word is Word.TOO_FEW
    rates = rate_funnel(np.full(10, 30), np.full(10, 40_000), at=np.array([12_000]), per=10_000)
    # Nine are expected.
    assert judge_in_funnel(rates, 0, VISITS, top=40, bottom=12_000, per=10_000).word is Word.TOO_FEW
