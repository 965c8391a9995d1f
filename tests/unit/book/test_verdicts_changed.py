"""What late records changed in an earlier verdict is told with both figures, and only of what was told before."""

from __future__ import annotations

import pyarrow as pa
import pytest

from purplebook.definitions import indicator_by_id
from purplebook.results.book.verdicts_changed import verdicts_changed

RF01 = indicator_by_id("RF01")
MONTHS = ("2015-01", "2015-02", "2015-03", "2015-04", "2015-05", "2015-06", "2015-07", "2015-08")
NO_SIGN, HIGHER, FILLING = "no sign of a change", "higher than usual", "still filling up"


def table(verdicts: tuple[str, ...], values: tuple[float, ...], *, newest: str = "2015-07") -> pa.Table:
    return pa.table(
        {
            "indicator": ["RF01"] * len(verdicts),
            "period": list(MONTHS[: len(verdicts)]),
            "value": list(values),
            "verdict": list(verdicts),
            "is_newest": [month == newest for month in MONTHS[: len(verdicts)]],
        }
    )


OLD = table((NO_SIGN,) * 7 + (FILLING,), (140.0,) * 6 + (118.0, 90.0))


def test_a_verdict_that_late_records_changed_is_told_with_both_figures():
    new = table((NO_SIGN,) * 6 + (HIGHER, NO_SIGN), (140.0,) * 6 + (189.0, 150.0), newest="2015-08")
    (told,) = verdicts_changed(OLD, new, [RF01])
    assert told.indicator is RF01
    assert told.sentence == (
        "July 2015 was “no sign of a change” with 118; as records stand now it is 189, “higher than usual”."
    )


def test_a_month_that_was_filling_up_had_no_verdict_to_change():
    new = table((NO_SIGN,) * 7 + (HIGHER,), (140.0,) * 7 + (200.0,), newest="2015-08")
    assert verdicts_changed(OLD, new, [RF01]) == ()


def test_only_the_months_that_the_front_page_told_of_are_held_against_the_next_release():
    new = table((HIGHER, HIGHER, *(NO_SIGN,) * 6), (200.0,) * 8)
    (told,) = verdicts_changed(OLD, new, [RF01])
    assert told.sentence.startswith("February 2015"), "six months to July; January is the seventh"


@pytest.mark.parametrize("lost", ["verdict", "is_newest"])
def test_a_release_from_before_verdicts_were_kept_so_says_nothing(lost: str):
    assert verdicts_changed(OLD.drop_columns([lost]), OLD, [RF01]) == ()


def test_the_same_verdicts_and_an_indicator_that_is_gone_say_nothing():
    assert verdicts_changed(OLD, OLD, [RF01]) == ()
    assert verdicts_changed(OLD, table((HIGHER,) * 8, (200.0,) * 8), []) == ()
