"""What none has, or all have: what is usual for it lies beside what was seen, and never at the other end."""

from __future__ import annotations

import numpy as np
import pytest

from purplebook.results.judgement.children import ChildMonths
from purplebook.results.judgement.judge import Asked, judged_series
from purplebook.results.judgement.kind import Kind
from purplebook.results.judgement.stocks import skewed_ends
from purplebook.results.judgement.word import Word

MONTHS, CHILDREN = 48, 30


def seen(have: int) -> Asked:
    """Thirty children on a list who stay on it for a year, of whom so many have it, the same ones each month."""
    month = np.repeat(np.arange(MONTHS), CHILDREN)
    child = np.tile(np.arange(CHILDREN), MONTHS) + 1000 * (month // 12)
    top = (np.tile(np.arange(CHILDREN), MONTHS) < have).astype(float)
    children = ChildMonths(month=month, child=child, family=child, top=top, bottom=np.ones(len(month)))
    tops, below = np.full(MONTHS, float(have)), np.full(MONTHS, float(CHILDREN))
    return Asked(Kind.STOCK_SHARE, tops, below, 100.0 * tops / below, children, covered_from=0, judged_to=MONTHS - 1)


@pytest.mark.parametrize("have", [0, CHILDREN])
def test_a_percentage_that_was_always_none_or_all_is_usual_where_it_stands(have: int):
    judged = [month for month in judged_series(seen(have)).months if month.word is not Word.TOO_FEW]
    assert len(judged) == MONTHS - 12
    for month in judged:
        assert month.word is Word.NO_SIGN
        assert month.alone_low <= 100.0 * have / CHILDREN <= month.alone_high
        assert month.alone_high - month.alone_low < 40.0


def test_the_middle_of_a_stock_that_hardly_anyone_joins_is_within_its_ends():
    low, high = skewed_ends(np.array([4.0]), np.array([0.25]), np.array([2.0]), z=2.878)
    assert low[0] <= 4 <= high[0]
