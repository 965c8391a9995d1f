"""Each rule at its edges: one point fewer, exactly on a line, across a gap, a new baseline, an immature month."""

from __future__ import annotations

import numpy as np
import pytest

from purplebook.language.indicators import Better
from purplebook.results.judgement.control_chart import Method, control_charts
from purplebook.results.judgement.rules import RULES, Rule
from purplebook.results.judgement.variation import Assurance, Variation, assurance, variation

STEADY = [10.0, 20.0] * 12
"""Mean 15, ranges of 10, limits 15 ± 26.6 exactly, two thirds of the way at 15 ± 17.7333…"""


def _after(values, **options):
    """A chart whose limits are those of STEADY alone, with a month without a value before what is tried."""
    return control_charts(np.array([[*STEADY, np.nan, *values]]), first_points=24, **options)


def _marks(chart, rule: Rule) -> tuple[list[int], list[int]]:
    place = RULES.index(rule)
    return tuple((side[place, 0].nonzero()[0] - 25).tolist() for side in (chart.signals.high, chart.signals.low))


def test_the_steady_months_break_no_rule():
    chart = _after([])
    assert (chart.mean[0, 0], chart.lower[0, 0], chart.upper[0, 0]) == (15, -11.6, 41.6)
    assert not chart.signals.high.any() and not chart.signals.low.any()


def test_on_the_limit_is_within_and_a_ten_thousandth_beyond_is_outside():
    assert _marks(_after([41.6, 15, -11.6]), Rule.ASTRONOMICAL) == ([], [])
    assert _marks(_after([41.6001, 15, -11.6001]), Rule.ASTRONOMICAL) == ([0], [2])


@pytest.mark.parametrize("side", [1, -1])
def test_six_points_are_no_shift_and_seven_are(side: int):
    for count in (6, 7, 8):
        found = _marks(_after([15 + side * 2.0] * count + [15.0]), Rule.SHIFT)
        assert found[0 if side == 1 else 1] == (list(range(count)) if count > 6 else [])
        assert found[1 if side == 1 else 0] == []


def test_a_point_exactly_on_the_mean_is_on_neither_side_and_ends_a_shift():
    assert _marks(_after([16, 17] * 3 + [15] + [16, 17] * 3), Rule.SHIFT) == ([], [])
    assert _marks(_after([16, 17] * 3 + [15.0001] + [16, 17] * 3), Rule.SHIFT)[0] == list(range(13))


def test_six_points_are_a_shift_where_six_are_asked_for():
    method = Method(shift_points=6)
    assert _marks(_after([16.0] * 6, method=method), Rule.SHIFT)[0] == list(range(6))
    assert _marks(_after([16.0] * 5, method=method), Rule.SHIFT)[0] == []


def test_six_points_are_no_trend_and_seven_are():
    assert _marks(_after([12, 13, 14, 15, 16, 17]), Rule.TREND) == ([], [])
    assert _marks(_after([11, 12, 13, 14, 15, 16, 17]), Rule.TREND) == (list(range(7)), [])
    assert _marks(_after([17, 16, 15, 14, 13, 12, 11]), Rule.TREND) == ([], list(range(7)))


def test_two_equal_points_end_a_trend():
    assert _marks(_after([11, 12, 13, 14, 14, 15, 16, 17]), Rule.TREND) == ([], [])


def test_a_gap_ends_a_shift_and_a_trend():
    assert _marks(_after([16, 17, 16, np.nan, 16, 17, 16, 17]), Rule.SHIFT) == ([], [])
    assert _marks(_after([11, 12, 13, np.nan, 14, 15, 16, 17]), Rule.TREND) == ([], [])


def test_two_out_of_three_need_the_third_on_the_same_side():
    assert _marks(_after([33, 16, 33]), Rule.TWO_OF_THREE) == ([0, 2], [])
    assert _marks(_after([33, 14, 33]), Rule.TWO_OF_THREE) == ([], [])
    assert _marks(_after([33, 15, 33]), Rule.TWO_OF_THREE) == ([], [])
    assert _marks(_after([-3, 14, -3]), Rule.TWO_OF_THREE) == ([], [0, 2])
    assert _marks(_after([33, 33]), Rule.TWO_OF_THREE) == ([], [])


def test_two_thirds_of_the_way_is_not_near_and_beyond_the_limit_is():
    # The line itself, 32.7333…, is no value of four places: one is just below it, the next just above.
    assert _marks(_after([32.7333, 16, 32.7333]), Rule.TWO_OF_THREE) == ([], [])
    assert _marks(_after([32.7334, 16, 32.7334]), Rule.TWO_OF_THREE) == ([0, 2], [])
    assert _marks(_after([50, 16, 33]), Rule.TWO_OF_THREE) == ([0, 2], [])
    # Exactly on it: ranges of 30 put the line at 53.2 from the mean.
    wide = control_charts(np.array([[0.0, 30.0] * 12 + [np.nan, 68.2, 16, 68.2]]), first_points=24)
    assert _marks(wide, Rule.TWO_OF_THREE) == ([], [])


def test_no_run_goes_from_one_baseline_into_the_next():
    # Four high months, then three in a new baseline of the same level; and a rise across it.
    for values, rule in (([16.0, 17] * 4, Rule.SHIFT), ([11.0, 12, 13, 14, 15, 16, 17, 18], Rule.TREND)):
        months = np.array([[*STEADY, *values, *STEADY]])
        phases = np.repeat([0, 1], [28, 28])
        together = control_charts(months, first_points=24)
        apart = control_charts(months, first_points=24, phases=phases)
        place = RULES.index(rule)
        assert together.signals.high[place].any()
        assert not apart.signals.high[place].any()


def _young(values, count: int, **options):
    months = np.array([[*STEADY, np.nan, *values]])
    immature = np.zeros(months.shape, bool)
    immature[0, -count:] = True
    return control_charts(months, first_points=24, immature=immature, **options)


def test_an_immature_month_is_never_low():
    assert not _young([-40, -40], 2).signals.low.any()
    assert not _young([14.0] * 7, 1).signals.low.any()
    assert not _young([17, 16, 15, 14, 13, 12, 11], 1).signals.low.any()
    assert not _young([-3, 14, -3], 1).signals.low.any()
    # The same months, complete, are low by each rule.
    for values in ([-40], [14.0] * 7, [17, 16, 15, 14, 13, 12, 11], [-3, 14, -3]):
        assert _after(values).signals.low.any()


def test_an_immature_month_that_is_high_already_is_high():
    assert _marks(_young([50], 1), Rule.ASTRONOMICAL)[0] == [0]
    assert _marks(_young([16.0] * 7, 2), Rule.SHIFT)[0] == list(range(7))
    # The last of a rise may be immature; one before it may yet turn out above what follows.
    assert _marks(_young([11, 12, 13, 14, 15, 16, 17], 1), Rule.TREND)[0] == list(range(7))
    assert _marks(_young([11, 12, 13, 14, 15, 16, 17], 2), Rule.TREND)[0] == []


def test_an_immature_month_of_what_may_fall_too_counts_in_no_rule():
    for values in ([50], [16.0] * 7, [11, 12, 13, 14, 15, 16, 17], [33, 16, 33]):
        assert _young(values, 1).signals.high.any()
        assert not _young(values, 1, immature_may_fall=True).signals.high.any()


@pytest.mark.parametrize(
    ("better", "high", "low"),
    [
        (Better.HIGHER, Variation.IMPROVING_HIGH, Variation.CONCERNING_LOW),
        (Better.LOWER, Variation.CONCERNING_HIGH, Variation.IMPROVING_LOW),
        (Better.NEITHER, Variation.NEITHER_HIGH, Variation.NEITHER_LOW),
    ],
)
def test_improving_concerning_or_neither_by_polarity(better: Better, high: Variation, low: Variation):
    found = variation(_after([50, 15, -40]), better)[0, 25:]
    assert found.tolist() == [high, Variation.COMMON_CAUSE, low]
    assert variation(control_charts(np.array([[1.0, 2.0]])), better).tolist() == [[Variation.NO_LIMITS] * 2]


def test_polarity_may_differ_from_series_to_series():
    values = np.array([[*STEADY, 50.0]] * 3)
    chart = control_charts(values, first_points=24)
    found = variation(chart, np.array([Better.HIGHER, Better.LOWER, Better.NEITHER]))[:, -1]
    assert found.tolist() == [Variation.IMPROVING_HIGH, Variation.CONCERNING_HIGH, Variation.NEITHER_HIGH]


def test_where_neither_is_good_the_stronger_rule_tells_the_way():
    # The end of a fall of seven that is still above the mean: a trend outweighs a shift.
    chart = _after([30, 29, 28, 27, 26, 25, 24])
    assert variation(chart, Better.NEITHER)[0, -1] == Variation.NEITHER_LOW


@pytest.mark.parametrize(
    ("target", "higher", "lower"),
    [
        (-11.6001, Assurance.CONSISTENTLY_PASSES, Assurance.CONSISTENTLY_FAILS),
        (-11.6, Assurance.CONSISTENTLY_PASSES, Assurance.CONSISTENTLY_FAILS),
        (-11.5999, Assurance.HIT_AND_MISS, Assurance.HIT_AND_MISS),
        (15, Assurance.HIT_AND_MISS, Assurance.HIT_AND_MISS),
        (41.5999, Assurance.HIT_AND_MISS, Assurance.HIT_AND_MISS),
        (41.6, Assurance.CONSISTENTLY_FAILS, Assurance.CONSISTENTLY_PASSES),
        (1e300, Assurance.CONSISTENTLY_FAILS, Assurance.CONSISTENTLY_PASSES),
        (np.nan, Assurance.CANNOT_TELL, Assurance.CANNOT_TELL),
    ],
)
def test_a_target_on_a_limit_is_met_or_failed_for_sure(target: float, higher: Assurance, lower: Assurance):
    chart = _after([])
    assert assurance(chart, target, Better.HIGHER)[0, 0] == higher
    assert assurance(chart, target, Better.LOWER)[0, 0] == lower
    assert assurance(chart, target, Better.NEITHER)[0, 0] == Assurance.CANNOT_TELL


def test_a_target_of_100_percent_is_held_against_the_limit_before_it_is_cut():
    chart = control_charts(np.array([[96.0, 100.0] * 12]), floor=0, ceiling=100)
    assert chart.upper[0, 0] == 100
    assert assurance(chart, 100, Better.HIGHER)[0, 0] == Assurance.HIT_AND_MISS
    assert assurance(control_charts(np.array([[96.0]])), 90, Better.HIGHER)[0, 0] == Assurance.CANNOT_TELL
