"""The ends of what is usual lie on either side of it, however far chance leans to one of them."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.judgement.made_children import MONTHS, share_asked, stock
from benchmarks.judgement.scenarios import SCENARIOS, made
from purplebook.results.judgement.judge import judged_series
from purplebook.results.judgement.kind import Kind
from purplebook.results.judgement.spread import student
from purplebook.results.judgement.stocks import skewed_ends
from purplebook.results.judgement.windows import bent_ends
from purplebook.results.judgement.word import Word


@pytest.mark.parametrize("size", [11, 27, 71, 220])
@pytest.mark.parametrize("answer", [0, 1])
def test_a_share_of_a_stock_that_was_always_all_or_none_and_stays_so_is_as_usual(size: int, answer: int):
    """It was "higher than usual" at 100%, where "usual" ended at 54%."""
    month = np.repeat(np.arange(MONTHS), size)
    child = np.tile(np.arange(size), MONTHS)
    asked = share_asked(Kind.STOCK_SHARE, month, child, child, np.full(len(month), answer))
    months = judged_series(asked).months[12:]
    assert {each.word for each in months} == {Word.NO_SIGN}
    for each in months:
        assert each.low <= 100.0 * answer <= each.high
        assert each.low <= each.expected <= each.high


def test_a_share_that_was_always_all_is_told_when_half_of_it_is_gone():
    """Else nothing would be left to tell at the edges."""
    month, child = np.repeat(np.arange(MONTHS), 27), np.tile(np.arange(27), MONTHS)
    asked = share_asked(Kind.STOCK_SHARE, month, child, child, ((month < 42) | (child % 2 == 0)).astype(int))
    words = [each.word for each in judged_series(asked).months]
    assert words[41] is Word.NO_SIGN and words[42] is Word.LOWER


@pytest.mark.parametrize("place", range(len(SCENARIOS)), ids=lambda place: SCENARIOS[place].name)
def test_what_is_expected_lies_between_the_ends_in_every_kind_of_series(place: int):
    for number in range(3):
        asked = made(SCENARIOS[place], number)
        if asked.kind is Kind.AVERAGE:
            continue  # Told by rank: its ends say which way, and the average may lie on either side.
        for each in judged_series(asked).months:
            assert np.isnan(each.expected) or each.low - 0.5 <= each.expected <= each.high + 0.5


def test_the_ends_of_a_stock_stay_on_their_own_side_where_few_arrivals_are_badly_known():
    mean, variance, third = (np.array([number]) for number in (0.5, 6.0, 200.0))
    low, high = skewed_ends(mean, variance, third, z=2.88)
    assert low[0] == 0.0 and high[0] > 12.0


def test_a_small_bend_moves_both_ends_and_a_large_one_only_the_far_end():
    low, high = bent_ends(2.0, np.array([0.3, 5.0, -5.0]))
    assert low.tolist() == pytest.approx([-1.7, -1.0, -7.0])
    assert high.tolist() == pytest.approx([2.3, 7.0, 1.0])


@pytest.mark.parametrize(("freedom", "t"), [(10, 3.169), (20, 2.845), (30, 2.750), (120, 2.617)])
def test_a_spread_that_few_families_tell_is_widened_as_students_t_is(freedom: int, t: float):
    """Against the printed table of Student's t, one in a hundred beyond both ends; to the first order."""
    z = 2.576
    assert student(z, np.array([freedom]))[0] == pytest.approx((t / z) ** 2, rel=2.0 / freedom)
    assert student(z, np.array([freedom]))[0] > 1.0


def test_a_stock_of_few_families_has_wider_ends_than_its_children_alone_would_give():
    few = judged_series(stock(np.random.default_rng(3), usual=12, stay=30)).months[30]
    assert few.high - few.low > 2 * 2.88 * np.sqrt(2 * 12 / 30)
