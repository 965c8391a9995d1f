"""No verdict goes beyond what its data carry: few months, gaps, figures not supplied, small numbers, late records."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest

from purplebook.definitions import INDICATORS, indicator_by_id
from purplebook.language.periods import Period, month
from purplebook.results.book.judged import judge_all, judged_table, verdict_on
from purplebook.results.book.series import SeriesKey, SeriesTable
from purplebook.results.figures import EVERYONE
from purplebook.results.judgement.verdict import Verdict, Word
from purplebook.results.lateness import Lateness, ToCome

NOTHING_KNOWN = Lateness({}, {}, "one extract")
USUAL = [100.0, 104.0, 98.0, 103.0, 97.0, 101.0, 99.0, 105.0, 96.0, 102.0, 100.0, 103.0, 98.0, 101.0]
SAYS_SOMETHING = {Word.BETTER, Word.WORSE, Word.HIGHER, Word.LOWER}


def months(count: int) -> tuple[Period, ...]:
    return tuple(month((24175 - n) // 12, (24175 - n) % 12 + 1) for n in range(count))[::-1]


def judged(name: str, values: Sequence[float], *, of: float | None = None, late: Lateness = NOTHING_KNOWN):
    """The charts of one indicator's months, the last of them August 2014."""
    held = np.array([values], float)
    below = np.full(held.shape, math.nan if of is None else of)
    series = SeriesTable((SeriesKey(name, EVERYONE, EVERYONE),), months(len(values)), held, below, held)
    return judge_all(series, INDICATORS, lateness=late, baselines={})


def last(name: str, values: Sequence[float], *, of: float | None = None, late: Lateness = NOTHING_KNOWN) -> Verdict:
    found = judged(name, values, of=of, late=late)
    verdict = verdict_on(found, indicator_by_id(name), month=found.series.months[-1])
    assert verdict is not None
    return verdict


def test_a_month_far_above_its_usual_range_is_told_and_so_is_one_far_below():
    assert last("RF01", [*USUAL, 180.0]).word is Word.HIGHER
    assert last("RF01", [*USUAL, 20.0]).word is Word.LOWER
    assert last("AS01", [*(value - 20 for value in USUAL), 20.0], of=200.0).word is Word.WORSE
    assert last("RF01", [*USUAL, 102.0]).word is Word.NO_REAL_CHANGE


@pytest.mark.parametrize("count", [1, 5, 11])
def test_five_points_have_no_limits_and_no_verdict_however_far_the_last_is_off(count: int):
    verdict = last("RF01", [*USUAL[: count - 1], 900.0])
    assert verdict.word is Word.TOO_SMALL
    assert "limits need 12 complete months" in verdict.why
    rows = judged_table(judged("RF01", [*USUAL[: count - 1], 900.0])).to_pylist()
    assert len(rows) == count
    for row in rows:
        assert row["mean"] is row["lower"] is row["upper"] is None
        assert row["variation"] == "no limits" and row["rules"] == "" and "12 complete months" in row["why_no_limits"]


def test_twelve_months_do_have_limits():
    assert last("RF01", USUAL[:12]).word is Word.NO_REAL_CHANGE


def test_a_missing_month_breaks_the_run_and_a_missing_last_month_has_no_verdict():
    gone = [*USUAL, *USUAL[:4], math.nan]
    assert last("RF01", gone).word is Word.NO_VERDICT
    assert "there is no figure" in last("RF01", gone).why
    row_of_seven = [*USUAL, *USUAL[:4], *[104.0] * 7]
    assert "shift" in last("RF01", row_of_seven).why
    broken = [*USUAL, *USUAL[:4], *[104.0] * 3, math.nan, *[104.0] * 3]
    assert last("RF01", broken).word not in SAYS_SOMETHING
    assert len(judged_table(judged("RF01", broken)).to_pylist()) == len(broken) - 1, "no row for a month of no value"


def test_more_gaps_than_months_have_no_limits():
    every_other = [value if n % 2 else math.nan for n, value in enumerate([*USUAL, *USUAL, *USUAL])]
    verdict = last("RF01", [*every_other[:-1], 900.0])
    assert verdict.word is Word.TOO_SMALL and "gaps" in verdict.why


def test_what_was_never_supplied_has_no_row_and_no_verdict():
    nothing = [math.nan] * 20
    assert last("RF01", nothing).word is Word.NO_VERDICT
    assert judged_table(judged("RF01", nothing)).num_rows == 0


@pytest.mark.parametrize(("of", "is_judged"), [(10.0, False), (11.0, True)])
def test_a_percentage_of_ten_is_not_judged(of: float, is_judged: bool):
    shares = [*(value - 50 for value in USUAL), 0.0]
    verdict = last("AS01", shares, of=of)
    assert (verdict.word in SAYS_SOMETHING) is is_judged
    assert is_judged or (verdict.word is Word.TOO_SMALL and "10 is too small" in verdict.why)


def test_a_count_of_three_is_not_judged():
    assert last("RF01", [3.0, 2.0, 4.0] * 6 + [40.0]).word is Word.TOO_SMALL


def come(low: int, expected: int, high: int, *, name: str = "RF01") -> Lateness:
    """What is still to come of the last month."""
    return Lateness({}, {(name, "2014-08"): ToCome(expected, low, high, 0.8)})


def test_a_month_still_filling_up_is_never_called_a_fall():
    verdict = last("RF01", [*USUAL, 20.0], late=come(5, 10, 20))
    assert verdict.word is Word.NO_VERDICT
    assert "still to come" in verdict.why and "cannot be called a fall" in verdict.why
    assert "outside its usual range" in verdict.why
    (row,) = [
        each
        for each in judged_table(judged("RF01", [*USUAL, 20.0], late=come(5, 10, 20))).to_pylist()
        if each["period"] == "2014-08"
    ]
    assert (row["still_to_come"], row["come_low"], row["come_high"]) == (10, 5, 20)
    assert (row["variation"], row["rules"]) == ("common cause", "")


def test_a_month_still_filling_up_that_is_high_already_is_high():
    assert last("RF01", [*USUAL, 180.0], late=come(5, 10, 20)).word is Word.HIGHER


def test_a_percentage_of_a_month_still_filling_up_can_go_either_way():
    shares = [value - 50 for value in USUAL]
    for share in (0.0, 100.0):
        assert last("AS01", [*shares, share], of=100.0, late=come(5, 10, 20, name="AS01")).word is Word.NO_VERDICT


def test_what_can_hardly_come_any_more_does_not_hold_a_verdict_back():
    """Two in a hundred are the line: one of a hundred still to come changes nothing that is said."""
    assert last("RF01", [*USUAL, 20.0], late=come(0, 0, 0)).word is Word.LOWER
    assert last("RF01", [*(value * 10 for value in USUAL), 200.0], late=come(0, 1, 3)).word is Word.LOWER
    assert last("RF01", [*(value * 10 for value in USUAL), 200.0], late=come(0, 1, 4)).word is Word.NO_VERDICT


def test_late_months_do_not_move_the_limits():
    with_it = judged("RF01", [*USUAL, 20.0], late=come(5, 10, 20)).chart
    without = judged("RF01", USUAL).chart
    assert with_it.mean[0, -1] == without.mean[0, -1] and with_it.upper[0, -1] == without.upper[0, -1]


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("RF01", 20.0, Word.NO_VERDICT),  # Events: the rest may still come.
        ("RF01", 102.0, Word.NO_VERDICT),
        ("RF01", 180.0, Word.HIGHER),  # More can only add to it.
        ("LA01", 20.0, Word.LOWER),  # Open at a date: not a count that fills up.
    ],
)
def test_from_one_extract_a_count_whose_month_is_new_is_never_called_a_fall(name: str, value: float, word: Word):
    held = np.array([[*USUAL, value]])
    below = np.full(held.shape, math.nan)
    series = SeriesTable((SeriesKey(name, EVERYONE, EVERYONE),), months(len(USUAL) + 1), held, below, held)
    fresh = judge_all(series, INDICATORS, lateness=NOTHING_KNOWN, baselines={}, is_newest_month_new=True)
    verdict = verdict_on(fresh, indicator_by_id(name), month=series.months[-1])
    assert verdict is not None and verdict.word is word
    assert ("cannot be told whether records" in verdict.why) == (word is Word.NO_VERDICT)
    # A month seen when it was a month old or more is judged as it stands.
    older = verdict_on(
        judge_all(series, INDICATORS, lateness=NOTHING_KNOWN, baselines={}),
        indicator_by_id(name),
        month=series.months[-1],
    )
    assert older is not None and older.word is not Word.NO_VERDICT
