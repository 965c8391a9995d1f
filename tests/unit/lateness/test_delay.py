"""The delay triangle: known truth is found again, intervals hold as often as they claim, and nothing is made up."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from purplebook.results.lateness import delay_of
from purplebook.results.lateness.delay import LEAST_MONTHS, LEAST_RECORDS

PATTERNS = {
    # The share of a month's records that is first seen at each age, 0 first.
    "nearly all at once": (0.93, 0.05, 0.02),
    "half at first": (0.5, 0.3, 0.15, 0.05),
    "slow": (0.3, 0.25, 0.2, 0.15, 0.1),
    "mostly a month late": (0.1, 0.8, 0.1),
}
MONTHS = 14


def steady(parts: tuple[int, ...], *, months: int = MONTHS) -> dict[tuple[int, int], int]:
    """Counts by (month, age) where each month gets the same records at each age, seen up to the last month's end."""
    return {
        (month, age): sum(parts[: age + 1]) for month in range(months) for age in range(months - month) if age < months
    }


def test_a_steady_delay_is_found_exactly():
    delay = delay_of(steady((60, 30, 10)))
    assert [round(step.share, 12) for step in delay.steps[:3]] == [round(60 / 90, 12), round(90 / 100, 12), 1.0]
    for age, (seen, missing) in enumerate(((60, 40), (90, 10), (100, 0))):
        come = delay.to_come(seen, age=age)
        assert come is not None
        assert come.expected == missing
        assert come.complete == pytest.approx(seen / 100)
        assert come.low <= missing <= come.high


def test_what_is_expected_grows_with_what_is_there():
    delay = delay_of(steady((60, 30, 10)))
    found = [delay.to_come(count, age=0) for count in (0, 30, 60, 120)]
    assert [each.expected for each in found if each] == [0, 20, 40, 80]


def test_the_fewer_months_have_taught_the_wider_the_interval():
    """The same shares, learnt from four months and from thirty: what was learnt of less is less sure."""
    few, many = (delay_of(steady((60, 30, 10), months=months)).to_come(600, age=0) for months in (5, 31))
    assert few is not None and many is not None
    assert few.expected == many.expected == 400
    assert few.low < many.low < 400 < many.high < few.high


def test_a_month_older_than_any_that_taught_is_taken_as_complete():
    delay = delay_of(steady((60, 30, 10), months=6))
    come = delay.to_come(100, age=len(delay.steps))
    assert come is not None and come.is_final and (come.expected, come.low, come.high) == (0, 0, 0)
    assert delay.to_come(100, age=-1) is None, "a month that has not ended"


def test_one_snapshot_says_it_cannot_tell():
    delay = delay_of({(month, 0): 100 for month in range(12)})
    assert delay.why_not == "one snapshot says nothing about what comes later"
    assert delay.to_come(100, age=0) is None


def test_too_few_months_or_records_say_so_and_one_more_is_enough():
    few_months = {(month, age): 100 for month in range(LEAST_MONTHS - 1) for age in (0, 1)}
    assert "fewer than 3 months" in delay_of(few_months).why_not
    assert delay_of(few_months).to_come(100, age=0) is None
    enough = few_months | {(LEAST_MONTHS, 0): 100, (LEAST_MONTHS, 1): 100}
    assert delay_of(enough).why_not == ""
    each = LEAST_RECORDS // 4
    few_records = {(month, age): each for month in range(3) for age in (0, 1)}
    assert delay_of(few_records).why_not, "15 records"
    assert not delay_of({(month, age): each for month in range(4) for age in (0, 1)}).why_not, "20 records"


def test_steps_end_at_the_first_age_that_nothing_was_learnt_of():
    counts = steady((60, 30, 10))
    without = {key: count for key, count in counts.items() if key[1] != 2}
    assert len(delay_of(without).steps) == 1, "a gap between ages is not bridged"


@pytest.mark.parametrize("name", PATTERNS)
@pytest.mark.parametrize("size", [30, 150])
@pytest.mark.parametrize("is_uneven", [False, True], ids=["steady", "uneven"])
def test_intervals_hold_as_often_as_they_claim(name: str, size: int, is_uneven: bool):
    """Nineteen in twenty, over months whose whole truth is known; `uneven` months arrive faster or slower by chance."""
    chance = np.random.default_rng([list(PATTERNS).index(name), size, is_uneven])
    held = asked = 0
    off = 0.0
    for _ in range(600):
        counts, truth = _triangle(chance, PATTERNS[name], size, is_uneven)
        delay = delay_of(counts)
        last = MONTHS - 1
        for age in range(len(PATTERNS[name]) - 1):
            seen = counts[last - age, age]
            come = delay.to_come(seen, age=age)
            assert come is not None and come.low <= come.high
            missing = truth[last - age] - seen
            held += come.low <= missing <= come.high
            off += come.expected - missing
            asked += 1
    assert 0.92 <= held / asked <= 0.995, held / asked
    assert abs(off / asked) < 0.08 * size, "the middle leans neither way"


def _triangle(
    chance: np.random.Generator, parts: tuple[float, ...], size: int, is_uneven: bool
) -> tuple[dict[tuple[int, int], int], list[int]]:
    """One authority's months as its monthly extracts show them, and how many records each month has in truth."""
    counts, truth = {}, []
    for month in range(MONTHS):
        total = int(chance.poisson(size))
        shift = chance.uniform(0.85, 1.15) if is_uneven else 1.0
        first = min(parts[0] * shift, 0.98)
        weights = (first, *(part * (1 - first) / (1 - parts[0]) for part in parts[1:]))
        arrived = np.cumsum(chance.multinomial(total, weights)).tolist()
        truth.append(total)
        for age in range(MONTHS - month):
            counts[month, age] = arrived[min(age, len(parts) - 1)]
    return counts, truth


@given(
    st.dictionaries(st.tuples(st.integers(0, 8), st.integers(0, 5)), st.integers(0, 400), max_size=54),
    st.integers(0, 500),
    st.integers(0, 7),
)
def test_whatever_comes_and_goes_nothing_negative_is_expected(counts, count: int, age: int):
    delay = delay_of(counts)
    come = delay.to_come(count, age=age)
    if come is not None:
        assert 0 <= come.low <= come.high
        assert come.expected >= 0
        assert 0 < come.complete <= 1
        assert come.is_final == (come.high == 0)


def test_records_that_went_away_again_are_no_arrivals():
    """A correction in some months is not taken from what is expected of the others."""
    shrinking = {(month, age): 100 - 5 * age for month in range(6) for age in (0, 1, 2)}
    come = delay_of(shrinking).to_come(100, age=0)
    assert come is not None and come.expected == 0 and come.low == 0
    growing = {(month, age): 80 + 20 * age for month in range(6) for age in (0, 1)}
    mixed = growing | {(6, 0): 100, (6, 1): 90}
    alone, beside = (delay_of(each).to_come(100, age=0) for each in (growing, mixed))
    assert alone is not None and beside is not None
    # Six months rose from 80 to 100; the seventh is taken to have risen from 90 to 90.
    assert alone.expected == 25 and beside.expected == round(100 * (690 / 570 - 1))


def test_a_month_without_a_record_yet_may_still_get_some_only_when_something_is_known():
    delay = delay_of(steady((60, 30, 10)))
    come = delay.to_come(0, age=0)
    assert come is not None and (come.expected, come.low) == (0, 0)
