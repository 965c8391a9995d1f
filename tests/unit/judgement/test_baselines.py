"""New baselines: a day and a reason, the months they hold, and breaks that come by themselves."""

from __future__ import annotations

from datetime import date

import pytest

from purplebook.errors import UserError
from purplebook.results.judgement.baselines import NewBaseline, baseline_of, in_order

MONTHS = [date(2015, month, 1) for month in range(1, 9)]


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_new_baseline_without_a_reason_is_refused(reason: str):
    with pytest.raises(UserError, match="new baseline on 1 April 2015 has no reason"):
        NewBaseline(date(2015, 4, 1), reason)


def test_a_month_is_measured_anew_if_it_starts_on_or_after_the_day():
    on_the_first = NewBaseline(date(2015, 4, 1), "one front door")
    a_day_later = NewBaseline(date(2015, 4, 2), "one front door")
    assert [baseline_of(day, [on_the_first]) is on_the_first for day in MONTHS] == [False] * 3 + [True] * 5
    assert [baseline_of(day, [a_day_later]) is a_day_later for day in MONTHS] == [False] * 4 + [True] * 4
    assert baseline_of(MONTHS[7], []) is None


def test_several_new_baselines_are_put_in_order_and_given_back_with_their_reasons():
    later, earlier = NewBaseline(date(2015, 7, 1), "new team"), NewBaseline(date(2015, 3, 1), "one front door")
    assert in_order([later, earlier]) == (earlier, later)
    assert baseline_of(MONTHS[1], [later, earlier]) is None
    assert baseline_of(MONTHS[3], [later, earlier]) is earlier
    found = baseline_of(MONTHS[7], [later, earlier])
    assert found is later
    assert found.words == "what is usual was set anew on 1 July 2015 (new team)"


def test_two_new_baselines_of_one_day_are_refused():
    with pytest.raises(UserError, match="Two new baselines are declared for 1 July 2015"):
        in_order([NewBaseline(date(2015, 7, 1), "new team"), NewBaseline(date(2015, 7, 1), "new form")])
