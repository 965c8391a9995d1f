"""The counting itself, at its edges: digits that fill up, numbers that floats cannot hold, cells that nobody is in."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date
from statistics import median_low

import numpy as np
import pytest

from purplebook.engine.columns.bits import beside, bits, pairs
from purplebook.engine.columns.calendars import FIRST, LAST, months_later, of_days, return_year, year_month_day
from purplebook.engine.columns.cells import cells_of
from purplebook.engine.columns.in_periods import different
from purplebook.engine.columns.kernels import Children, counts, packed, sums, twice_medians
from purplebook.engine.columns.values import NONE, CannotCountError, Values, number_of_day, same_terms
from purplebook.language.periods import add_months


@pytest.mark.parametrize("rows", [1, 2, 3, 7, 8, 127, 128, 1023, 1024])
def test_counts_that_fill_their_digit_do_not_run_into_the_next(rows: int) -> None:
    """As many masks as share one number and one more, all true of every row: each digit is full."""
    cell = np.repeat([1, 3], rows)
    number = 2 * 53 // max(rows.bit_length(), 1) + 1
    masks = {name: np.full(2 * rows, name % 3 != 1) for name in range(number)}
    packs = packed(masks, most=rows)
    assert len(packs) >= 2 and all(len(pack.names) * pack.bits <= 53 for pack in packs)
    found = counts(cell, 5, packs)
    assert {name: list(each) for name, each in found.items()} == {
        name: [0, rows * (name % 3 != 1), 0, rows * (name % 3 != 1), 0] for name in range(number)
    }


def test_one_digit_may_be_as_wide_as_a_float_is_exact_and_no_wider() -> None:
    mask = {0: np.ones(1, bool), 1: np.ones(1, bool)}
    assert [len(pack.names) for pack in packed(mask, most=2**52)] == [1, 1]
    assert [len(pack.names) for pack in packed(mask, most=2**26 - 1)] == [2]
    with pytest.raises(CannotCountError):
        packed(mask, most=2**53)


def test_counts_of_no_rows_and_of_no_masks() -> None:
    assert counts(np.zeros(0, np.int64), 3, packed({}, most=1)) == {}
    found = counts(np.zeros(0, np.int64), 3, packed({4: np.zeros(0, bool)}, most=1))
    assert list(found[4]) == [0, 0, 0]


@pytest.mark.parametrize("large", [1, 2**31, 2**51, 2**53 + 1, 2**61])
def test_a_sum_is_exact_whether_or_not_a_float_could_hold_it(large: int) -> None:
    cell, value = np.array([2, 0, 2, 2]), np.array([large, -7, large, -1])
    assert list(sums(cell, 4, value)) == [-7, 0, 2 * large - 1, 0]


@pytest.mark.parametrize("spread", [0, 3, 2**40, 2**61])
def test_the_middle_is_that_of_each_cell_by_itself(spread: int) -> None:
    chance = random.Random(spread)
    for size in (1, 2, 9):
        cell = np.array([chance.randrange(size) for _ in range(60)])
        value = np.array([chance.randint(-spread, spread) for _ in range(60)])
        in_cell = defaultdict(list)
        for place, number in zip(cell.tolist(), value.tolist(), strict=True):
            in_cell[place].append(number)
        # The upper middle is the lower one of the numbers turned round.
        wanted = [median_low(in_cell[place]) - median_low([-n for n in in_cell[place]]) for place in range(size)]
        assert list(twice_medians(cell, size, value)) == wanted


def test_there_is_no_middle_of_nothing() -> None:
    assert list(twice_medians(np.zeros(0, np.int64), 2, np.zeros(0, np.int64))) == [0, 0]
    assert list(twice_medians(np.array([1]), 3, np.array([-4]))) == [0, -8, 0]


def test_a_child_is_one_in_a_cell_however_its_rows_fall() -> None:
    chance = random.Random(1)
    child = np.array([chance.randrange(9) for _ in range(300)])
    period = np.array([chance.randrange(4) for _ in range(300)])
    group = np.array([chance.randrange(5) for _ in range(300)])
    mask = np.array([chance.random() < 0.4 for _ in range(300)])
    children, cell = Children(child, period, 4, mask), period * 5 + group
    found = np.bincount(cell[children.once], minlength=20) + children.more(cell, 20)
    wanted = [len(set(child[mask & (cell == place)].tolist())) for place in range(20)]
    assert found.tolist() == wanted and sum(wanted) < mask.sum()


@pytest.mark.parametrize("count", [1, 63, 64, 65, 128, 130])
def test_bits_are_read_back_as_they_were_written(count: int) -> None:
    chance = random.Random(count)
    matrix = np.array([[chance.random() < 0.3 for _ in range(count)] for _ in range(40)])
    held = bits(matrix)
    rows, periods = pairs(held, count)
    found = sorted(zip(rows.tolist(), periods.tolist(), strict=True))
    assert found == [tuple(at) for at in np.argwhere(matrix).tolist()]
    for period in {0, count - 1, count // 2}:
        at = beside(np.arange(40), np.full(40, period), count)
        assert at.has(held).tolist() == matrix[:, period].tolist()


@pytest.mark.parametrize("count", [1, 64, 65, 192])
def test_the_only_period_of_a_row_is_each_in_turn(count: int) -> None:
    rows, periods = pairs(bits(np.eye(count, dtype=bool)), count)
    assert rows.tolist() == periods.tolist() == list(range(count))


def test_no_rows_stand_beside_no_periods() -> None:
    assert [len(part) for part in pairs(bits(np.zeros((0, 70), bool)), 70)] == [0, 0]
    assert [len(part) for part in pairs(bits(np.zeros((5, 70), bool)), 70)] == [0, 0]


@pytest.mark.parametrize("far", [10, 2**30])
def test_different_values_are_found_again_near_and_far(far: int) -> None:
    data = np.array([5, NONE, -far, 5, far, NONE], np.int32)
    found = different(data)
    assert found.values.tolist() == [NONE, -far, 5, far]
    assert found.places(data).tolist() == [2, 0, 1, 2, 3, 0]
    assert different(data[:0]).values.tolist() == [NONE]
    assert different(data[1:2]).places(data[1:2]).tolist() == [0]


def test_cells_that_lie_idle_are_left_out_where_there_would_be_too_many() -> None:
    place, group = np.array([1, 0, 1]), np.array([900_000, 3, 900_000])
    few, many = cells_of((place, group), (2, 1000)), cells_of((place, group), (2, 1_000_000))
    assert few.numbers is None and few.size == 2000
    assert many.numbers is not None and many.numbers.tolist() == [3, 1_900_000]
    assert many.of_row.tolist() == [1, 0, 1]
    with pytest.raises(CannotCountError):
        cells_of((place, group, group), (2, 2**31, 2**31))


@pytest.mark.parametrize("months", [-13, -1, 0, 1, 12, 25])
def test_days_outside_the_table_are_worked_out_as_those_inside(months: int) -> None:
    years = ((1066, 10, 31), (1869, 12, 31), (1870, 1, 1), (2016, 2, 29), (2148, 12, 31), (9990, 1, 30))
    days = [date(*year) for year in years]
    numbers = np.array([*map(number_of_day, days), NONE], np.int32)
    assert numbers.min() < FIRST and numbers.max() >= LAST
    later = of_days(months_later(months), numbers)
    assert later.tolist() == [*(number_of_day(add_months(day, months)) for day in days), NONE]
    assert of_days(year_month_day, numbers).tolist()[:6] == [int(day.strftime("%Y%m%d")) for day in days]
    assert of_days(return_year, numbers).tolist()[:6] == [day.year + (day.month >= 4) for day in days]


def test_text_of_two_columns_is_put_in_one_order() -> None:
    one, two = same_terms([Values(np.array([0, 1, NONE]), ("a", "c")), Values(np.array([0, 0, 0]), ("b",))])
    assert (one.data < two.data).tolist() == [True, False, True] and one.known.tolist() == [True, True, False]
    assert one.labels == two.labels == ("a", "b", "c")
