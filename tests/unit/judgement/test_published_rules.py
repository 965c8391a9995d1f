"""The rules on published examples: the sample data of NHS England's own tool and of NHSRplotthedots.

Figures and marked points are those of NHS England, Making Data Count, "SPC Charts SQL Query v2.6" (January 2024), whose
sample data say where each rule begins.  That tool leaves no moving range out unless told to, so neither do we here.
"""

from __future__ import annotations

import numpy as np
import pytest

from purplebook.language.indicators import Better
from purplebook.results.judgement.control_chart import Chart, Method, control_charts
from purplebook.results.judgement.rules import RULES, Rule
from purplebook.results.judgement.variation import Assurance, Variation, assurance, variation

AS_NHS_ENGLAND = Method(leaves_out_large_ranges=False)

TOTAL = "922 928 930 926 926 923 921 918 925 910 920 924 923 920 925 928 927 921 918 921 925 939 929 927 925 926"
DEPARTMENT_A = "972 965 966 974 970 971 977 970 970 968 965 960 967 970 981 977 976 970 973 975 977 980 978 980 973 970"
DEPARTMENT_B = "965 956 963 952 947 951 956 958 962 965 967 961 958 947 952 963 961 960 957 956 955 952 959 963 954 956"
DEPARTMENT_C = "913 911 912 909 912 923 905 923 912 905 905 898 901 915 910 905 912 910 907 915 912 909 920 923 924 923"
DEPARTMENT_D = "971 973 978 979 981 985 987 991 993 987 982 980 979 972 964 962 958 960 961 963 964 965 966 968 970 972"
INCIDENTS = (
    "13 16 14 13 15 16 18 16 17 15 13 16 15 14 13 16 19 17 12 14 17 19 16 17 "  # the baseline of two years
    "16 13 18 22 19 19 18 19 17 21 20 14 18 17 15 16 19 21 17 14 "
    "8 6 5 3 5 4 6 5 4 6 7 5 5 27 6 2 5 7 5 4 5 6"  # limits set anew; the 27 is left out
)


def _percentages(text: str) -> np.ndarray:
    return np.array([[int(value) / 10 for value in text.split()]])


def _chart(text: str) -> Chart:
    return control_charts(_percentages(text), floor=0, ceiling=100, method=AS_NHS_ENGLAND)


def _marked(chart: Chart, rule: Rule) -> tuple[list[int], list[int]]:
    place = RULES.index(rule)
    return tuple(side[place, 0].nonzero()[0].tolist() for side in (chart.signals.high, chart.signals.low))


def test_single_points_beyond_the_limits():
    high, low = _marked(_chart(TOTAL), Rule.ASTRONOMICAL)
    assert (high, low) == ([21], [9])  # 31 May 2021 and 8 March 2021


def test_seven_points_below_and_seven_above_the_mean():
    high, low = _marked(_chart(DEPARTMENT_A), Rule.SHIFT)
    assert low == list(range(7, 14))  # begins on 22 February
    assert high == list(range(18, 25))  # begins on 10 May


def test_seven_points_rising_and_seven_falling():
    high, low = _marked(_chart(DEPARTMENT_B), Rule.TREND)
    assert high == list(range(4, 11))  # begins on 1 February
    assert low == list(range(15, 22))  # begins on 19 April


def test_two_and_three_of_three_points_near_a_limit():
    high, low = _marked(_chart(DEPARTMENT_C), Rule.TWO_OF_THREE)
    assert low == [11, 12]  # begins on 22 March
    assert high == [23, 24, 25]  # begins on 14 June, all three


def test_a_fall_while_above_the_mean_and_a_rise_while_below_it():
    chart = _chart(DEPARTMENT_D)
    rising, falling = _marked(chart, Rule.TREND)
    assert falling == list(range(8, 17))  # begins on 1 March, at the top of the rise before it
    assert set(range(16, 26)) <= set(rising)  # begins on 26 April
    # Both ways at once: what concerns outweighs, as in all the tool's own examples.
    assert variation(chart, Better.HIGHER)[0, 8] == Variation.CONCERNING_LOW
    assert variation(chart, Better.LOWER)[0, 8] == Variation.CONCERNING_HIGH


def test_a_baseline_of_two_years_and_limits_set_anew():
    values = np.array([[float(value) for value in INCIDENTS.split()]])
    values[0, 57] = np.nan  # the point that the tool leaves out ("ghosted")
    phases = np.repeat([0, 1], [44, 22])
    first = control_charts(values, phases=phases, first_points=np.array([24]), floor=0, method=AS_NHS_ENGLAND)
    # By hand: 24 values add up to 371; their 23 ranges to 48: 15.4583 ± 2.66 × 48 ÷ 23.
    assert first.mean[0, 0] == 15.46
    assert (first.lower[0, 0], first.upper[0, 0]) == (9.91, 21.01)
    assert _marked(first, Rule.ASTRONOMICAL)[0] == [27]  # the 22 of April 2018
    # A target of 12: the counts before lie about it; the counts after are all below, which is good.
    met = assurance(first, 12, Better.LOWER)[0]
    assert met[0] == Assurance.HIT_AND_MISS and met[-1] == Assurance.CONSISTENTLY_PASSES
    assert assurance(first, 12, Better.HIGHER)[0, -1] == Assurance.CONSISTENTLY_FAILS


def test_two_points_near_opposite_limits_are_common_cause():
    # NHSRplotthedots, issue 143 and its test: 1 and −1 by turns, then 5.5 and −5.5.
    values = [1.0, -1.0] * 7 + [5.5, -5.5]
    chart = control_charts(np.array([values]))
    assert variation(chart, Better.HIGHER)[0, -2:].tolist() == [Variation.COMMON_CAUSE] * 2


@pytest.mark.parametrize(
    ("values", "ends"),
    [
        # NHSRplotthedots, tests of its seven-point trend: equal neighbours are no trend; six points are none.
        ([1, 2, 3, 3, 4, 5, 6], []),
        ([1, 2, 3, 4, 5, 6], []),
        ([1, 2, 3, 4, 5, 6, 7], [0, 1, 2, 3, 4, 5, 6]),
        ([2, 1, 2, 3, 4, 5, 6, 7, 3], [1, 2, 3, 4, 5, 6, 7]),
    ],
)
def test_trends_as_plotthedots_tests_them(values: list[int], ends: list[int]):
    lead = [4.0, 9.0] * 7
    chart = control_charts(np.array([[*lead, np.nan, *values]]))
    assert [month - 15 for month in _marked(chart, Rule.TREND)[0]] == ends
