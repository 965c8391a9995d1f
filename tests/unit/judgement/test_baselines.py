"""New baselines: a day and a reason, the months they hold, and breaks that come by themselves."""

from __future__ import annotations

from datetime import date

import pytest

from purplebook.errors import UserError
from purplebook.results.judgement.baselines import NewBaseline, baseline_of, phases

MONTHS = [date(2015, month, 1) for month in range(1, 9)]


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_new_baseline_without_a_reason_is_refused(reason: str):
    with pytest.raises(UserError, match="new baseline on 1 April 2015 has no reason"):
        NewBaseline(date(2015, 4, 1), reason)


def test_a_month_is_measured_anew_if_it_starts_on_or_after_the_day():
    on_the_first = NewBaseline(date(2015, 4, 1), "one front door")
    a_day_later = NewBaseline(date(2015, 4, 2), "one front door")
    assert phases(MONTHS, [on_the_first]).tolist() == [0, 0, 0, 1, 1, 1, 1, 1]
    assert phases(MONTHS, [a_day_later]).tolist() == [0, 0, 0, 0, 1, 1, 1, 1]
    assert phases(MONTHS, []).tolist() == [0] * 8


def test_several_new_baselines_are_put_in_order_and_given_back_with_their_reasons():
    later, earlier = NewBaseline(date(2015, 7, 1), "new team"), NewBaseline(date(2015, 3, 1), "one front door")
    assert phases(MONTHS, [later, earlier]).tolist() == [0, 0, 1, 1, 1, 1, 2, 2]
    assert baseline_of(MONTHS[1], [later, earlier]) is None
    assert baseline_of(MONTHS[3], [later, earlier]) is earlier
    found = baseline_of(MONTHS[7], [later, earlier])
    assert found is later
    assert found.words == "the limits were set anew on 1 July 2015 (new team)"


def test_two_new_baselines_of_one_day_are_refused():
    with pytest.raises(UserError, match="Two new baselines are declared for 1 July 2015"):
        phases(MONTHS, [NewBaseline(date(2015, 7, 1), "new team"), NewBaseline(date(2015, 7, 1), "new form")])
