"""Up to which month an indicator may be judged, where its answers are decided long after the month."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from purplebook.definitions import indicator_by_id
from purplebook.language.periods import PeriodKind, periods_up_to
from purplebook.results.lateness import Lateness, ToCome, judged_to

MONTHS = periods_up_to(date(2015, 8, 31), PeriodKind.MONTH, since=date(2015, 1, 1))
NOTHING_LEARNT = Lateness({}, {})


def newest_judged(name: str, lateness: Lateness) -> str:
    """The newest month that may be judged on 31 August."""
    item, whole = indicator_by_id(name), np.full(len(MONTHS), 150.0)
    return MONTHS[judged_to(item, MONTHS, seen_on=date(2015, 8, 31), lateness=lateness, whole=whole)].key


@pytest.mark.parametrize(("name", "newest"), [("RF01", "2015-07"), ("RF05", "2015-07"), ("RF06", "2015-05")])
def test_what_is_decided_after_the_month_is_judged_only_when_it_can_be_known(name: str, newest: str):
    """An assessment has 45 working days: of the referrals of July nobody knows in August which led to nothing."""
    assert newest_judged(name, NOTHING_LEARNT) == newest


def test_extracts_that_saw_nothing_come_late_do_not_hasten_what_is_decided_later():
    """Two extracts teach how late referrals are recorded, not how long an assessment takes."""
    for name, newest in (("RF01", "2015-08"), ("RF06", "2015-05")):
        final = {(name, month.key): ToCome(expected=0, low=0, high=0, complete=1.0) for month in MONTHS}
        assert newest_judged(name, Lateness({}, final)) == newest
