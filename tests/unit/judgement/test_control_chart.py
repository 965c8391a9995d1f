"""Control charts: published examples, a second way of working them out, and how limits come about."""

from __future__ import annotations

import hashlib
import time
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from purplebook.errors import UserError
from purplebook.language.measures import Shape
from purplebook.results.judgement.bounds import bounds_of
from purplebook.results.judgement.control_chart import Method, NoLimits, control_charts
from purplebook.results.judgement.rules import RULES
from tests.unit.judgement.plain_xmr import plain_chart

AS_NHS_ENGLAND = Method(leaves_out_large_ranges=False)


def _row(values, **options):
    return control_charts(np.array([values], float), **options)


def test_limits_by_hand():
    chart = _row([10, 12, 16, 10, 12, 16, 10, 12, 16, 10, 12, 20])
    # Sum 156, 12 points; ranges 2 4 6 2 4 6 2 4 6 2 8: 46 over 11, and none above 3.267 averages.
    assert chart.mean[0, 0] == 13
    assert chart.upper[0, 0] == 24.12  # 13 + 2.66 × 46 ÷ 11 = 24.1236…
    assert chart.lower[0, 0] == 1.88  # 13 − 11.1236… = 1.8763…


def test_large_ranges_as_in_the_vignette_of_plotthedots():
    # NHSRplotthedots 0.2.2, vignette "Deviations from Excel defaults": 17 ranges, of which 8 and 9 are left out.
    values = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
    screened, whole = _row(values), _row(values, method=AS_NHS_ENGLAND)
    assert screened.left_out[0].nonzero()[0].tolist() == [4, 5]
    # 35 ÷ 18 = 1.944…; the ranges that are left are all 1; with all of them 32 ÷ 17.
    assert (screened.mean[0, 0], screened.upper[0, 0], screened.lower[0, 0]) == (1.94, 4.60, -0.72)
    assert (whole.mean[0, 0], whole.upper[0, 0], whole.lower[0, 0]) == (1.94, 6.95, -3.06)


def test_a_range_of_exactly_the_limit_is_kept_and_one_above_it_is_left_out():
    # Eleven ranges of 0.2911 and one of 1.1979: 12 × 1.1979 = 3.267 × (11 × 0.2911 + 1.1979), to the last digit.
    assert 12 * Fraction("1.1979") == Fraction("3.267") * (11 * Fraction("0.2911") + Fraction("1.1979"))
    steady = [0.0, 0.2911] * 6
    on_it, above_it = _row([*steady, 0.2911 + 1.1979]), _row([*steady, 0.2911 + 1.1980])
    assert not on_it.left_out.any()
    assert above_it.left_out[0].nonzero()[0].tolist() == [12]


@given(
    values=st.lists(st.one_of(st.none(), st.integers(0, 60)), min_size=1, max_size=40),
    breaks=st.lists(st.integers(0, 40), max_size=2),
    young=st.integers(0, 4),
    options=st.fixed_dictionaries(
        {
            "may_fall": st.booleans(),
            "first_points": st.sampled_from([None, None, 12, 15]),
            "leaves_out": st.booleans(),
            "length": st.sampled_from([6, 7, 8]),
        }
    ),
    shift=st.integers(-8, 8),
)
@settings(max_examples=200, deadline=None)
def test_the_fast_way_and_the_plain_way_agree(values, breaks, young, options, shift):
    months = len(values)
    # Small steps and a jump half-way, so that rules are broken often.
    held = [
        None if v is None else (v % 7 + (shift if t > months // 2 else 0) if v % 2 else v // 3)
        for t, v in enumerate(values)
    ]
    phases = [sum(t >= b for b in breaks) for t in range(months)]
    immature = [t >= months - young for t in range(months)]
    plain = plain_chart([None if v is None else str(v) for v in held], phases=phases, immature=immature, **options)
    _assert_same(held, phases, immature, plain, options)


def _assert_same(held, phases, immature, plain, options):
    length = options["length"]
    chart = _row(
        [np.nan if v is None else v for v in held],
        phases=np.array(phases),
        immature=np.array(immature),
        immature_may_fall=options["may_fall"],
        first_points=options["first_points"],
        method=Method(length, length, leaves_out_large_ranges=options["leaves_out"]),
    )
    for t, limits in enumerate(plain.limits):
        if limits is None:
            assert chart.no_limits[0, t] != NoLimits.HAS_LIMITS and np.isnan(chart.mean[0, t])
        else:
            found = chart.lower[0, t], chart.mean[0, t], chart.upper[0, t]
            assert found == tuple(_half_up(limit) for limit in limits)
    for i, rule in enumerate(RULES):
        for way, marked in ((1, chart.signals.high), (-1, chart.signals.low)):
            assert set(marked[i, 0].nonzero()[0].tolist()) == plain.marks.get((str(rule), way), set()), (rule, way)


def _half_up(number: Fraction) -> float:
    whole = int(abs(number) * 100 + Fraction(1, 2))
    return (whole if number >= 0 else -whole) / 100


def test_random_walks_of_many_series_agree_with_the_plain_way_too():
    generator = np.random.default_rng(20_150_831)
    values = np.cumsum(generator.integers(-3, 4, (60, 48)), axis=1) + 100
    options = {"may_fall": False, "first_points": None, "leaves_out": True, "length": 7}
    seen: set[tuple[str, int]] = set()
    for row in values.tolist():
        plain = plain_chart(list(map(str, row)), phases=[0] * 48, immature=[False] * 48, **options)
        _assert_same(row, [0] * 48, [False] * 48, plain, options)
        seen |= set(plain.marks)
    assert len(seen) == 8, "every rule was broken both ways"


@pytest.mark.parametrize(("count", "why"), [(5, NoLimits.TOO_FEW_POINTS), (11, NoLimits.TOO_FEW_POINTS), (12, 0)])
def test_fewer_than_twelve_points_have_no_limits(count: int, why: int):
    chart = _row([10, 14] * 6)
    short = _row(([10, 14] * 6)[:count])
    assert (short.no_limits == why).all()
    assert np.isnan(short.mean).all() == bool(why)
    assert not (short.signals.high.any() and why)
    assert chart.mean[0, 0] == 12


def test_twelve_points_with_gaps_have_no_limits_until_eleven_pairs_are_known():
    gappy = [10, 14, np.nan] * 6
    assert (_row(gappy).no_limits == NoLimits.TOO_MANY_GAPS).all()
    # One gap: 13 points and 11 pairs of neighbouring months.
    assert (_row([10, 14] * 4 + [np.nan] + [10, 14, 10, 14, 10]).no_limits == NoLimits.HAS_LIMITS).all()


def test_a_moving_range_never_spans_a_gap():
    # 10 and 12 by turns, a gap, then 30 and 32: the way from one level to the other is no monthly change.
    chart = _row([10, 12] * 6 + [np.nan] + [30, 32] * 6)
    assert (chart.ranges[0, 0], chart.range_sums[0, 0]) == (22, 22 * 2 * 10_000)


def test_no_moving_range_crosses_a_new_baseline_and_each_has_its_own_mean():
    chart = _row([10, 12] * 6 + [30, 32] * 6, phases=np.repeat([0, 1], 12))
    assert chart.mean[0].tolist() == [11] * 12 + [31] * 12
    assert (chart.ranges == 11).all() and (chart.range_sums == 11 * 2 * 10_000).all()
    assert not chart.signals.high.any() and not chart.signals.low.any()


def test_a_new_baseline_of_few_points_has_no_limits_of_its_own_nor_the_old_ones():
    chart = _row([10, 12] * 6 + [30, 32, 31], phases=np.array([0] * 12 + [1] * 3))
    assert chart.no_limits[0].tolist() == [0] * 12 + [NoLimits.TOO_FEW_POINTS] * 3
    assert not chart.signals.high.any()


def test_values_that_hardly_change_have_no_limits():
    assert (_row([3] * 24).no_limits == NoLimits.HARDLY_CHANGES).all()
    # One event in two years: both its ranges are large, are left out, and nothing is left to measure by.
    assert (_row([0] * 12 + [1] + [0] * 11).no_limits == NoLimits.HARDLY_CHANGES).all()


def test_the_first_points_of_each_baseline_make_its_limits():
    values = [10, 14] * 6 + [40, 50] * 6
    chart = _row(values, first_points=12)
    assert (chart.mean == 12).all() and (chart.points == 12).all()
    assert chart.signals.high[RULES.index("astronomical point"), 0, 12:].all()
    assert (_row(values, first_points=5).no_limits == NoLimits.TOO_FEW_POINTS).all()


def test_limits_are_cut_at_what_can_be_and_rules_are_not():
    values = np.array([[96, 100] * 12, [0, 6] * 12], float)
    chart = control_charts(values, floor=0, ceiling=np.array([100, np.inf]))
    assert chart.upper[0, 0] == 100 and chart.lower[0, 0] == 87.36
    assert chart.lower[1, 0] == 0 and chart.upper[1, 0] == 18.96
    # Nearness is measured to where the limit would lie: 6 is 3 of 15.96 from the mean.
    assert not chart.signals.high.any() and not chart.signals.low.any()


def test_what_a_value_cannot_lie_beyond():
    assert bounds_of(Shape.PERCENTAGE) == bounds_of(Shape.SHARE) == (0, 100)
    assert bounds_of(Shape.COUNT) == bounds_of(Shape.RATE) == bounds_of(Shape.MEDIAN) == (0, np.inf)
    assert bounds_of(Shape.DIFFERENCE) == (-np.inf, np.inf)


def test_immature_months_never_enter_limits():
    values = [10, 12] * 8 + [2, 1]
    chart = _row(values, immature=np.array([False] * 16 + [True] * 2))
    assert (chart.points == 16).all() and (chart.range_sums == 15 * 2 * 10_000).all()
    assert (chart.mean == 11).all()
    assert not chart.signals.low.any()


def test_values_of_two_thousand_million_are_refused_in_words():
    with pytest.raises(UserError, match="too large for a control chart of 12 months"):
        _row([2e12] * 12)


def test_run_lengths_that_making_data_count_does_not_know_are_refused():
    with pytest.raises(UserError, match="A trend is 6 to 8 points in a row, not 5"):
        Method(trend_points=5)


def test_an_empty_table_and_an_empty_series_give_empty_charts():
    assert control_charts(np.zeros((0, 24))).mean.shape == (0, 24)
    assert control_charts(np.zeros((3, 0))).mean.shape == (3, 0)
    assert (_row([np.nan] * 24).no_limits == NoLimits.TOO_FEW_POINTS).all()


def _many(series: int) -> np.ndarray:
    # A generator of our own, so that no library's change of chance changes the figures.
    seed = np.arange(series * 60, dtype=np.uint64) * np.uint64(6364136223846793005) + np.uint64(1442695040888963407)
    values = ((seed >> np.uint64(40)) % np.uint64(5000)).astype(float) / 100
    values[::41] = np.nan
    return values.reshape(series, 60)


def test_the_same_values_give_the_same_bytes_on_any_machine():
    chart = control_charts(_many(500), phases=np.repeat([0, 1], [25, 35]), floor=0, ceiling=100)
    parts = (chart.mean, chart.lower, chart.upper, chart.signals.high, chart.signals.low)
    found = hashlib.sha256(b"".join(np.ascontiguousarray(part).tobytes() for part in parts)).hexdigest()
    assert found == "783f788051548be303aef95e757b63332fe256bce7fdcb29253aa7e86f30068f"


def test_charts_of_all_indicators_and_groups_take_well_under_a_second():
    values = _many(125 * 40)
    start = time.process_time()
    control_charts(values, phases=np.repeat([0, 1], [25, 35]), floor=0)
    assert time.process_time() - start < 1
