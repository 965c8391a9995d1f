"""Values are exact quotients of whole numbers, rounded half away from zero, in columns and one at a time alike."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from purplebook.language import referral
from purplebook.language.measures import WORKED_OUT_OVER_ROWS, Measure, Shape, Total, TotalKind
from purplebook.results.values import one_value, values

TOTAL = Total(TotalKind.ROWS, referral.dated(referral.referred_on))


def measure(shape: Shape, *, per: int = 1, unit_days: str = "1") -> Measure:
    """A measure of one shape; its totals are never looked at."""
    bottom = None if shape in (Shape.COUNT, Shape.SUM, Shape.RATE) else TOTAL
    return Measure(shape, TOTAL, bottom, per=per, unit_days=unit_days)


def exact(kind: Measure, top: int, bottom: int) -> Fraction | None:
    """The value as a fraction, straight from what the measure says it is."""
    match kind.shape:
        case Shape.COUNT | Shape.SUM:
            return Fraction(top)
        case Shape.DIFFERENCE:
            return Fraction(top - bottom)
    if bottom == 0:
        return None
    match kind.shape:
        case Shape.PERCENTAGE | Shape.SHARE:
            return Fraction(top * 100, bottom)
        case Shape.MEAN | Shape.REPORTED:
            return Fraction(top, bottom) / Fraction(kind.unit_days)
        case Shape.MEDIAN:
            return Fraction(top, 2) / Fraction(kind.unit_days)
    return Fraction(top * kind.per, bottom)


def half_up(value: Fraction | None, places: int) -> Decimal | None:
    """Rounded half away from zero."""
    if value is None:
        return None
    scaled = abs(value) * 10**places
    whole = scaled.numerator // scaled.denominator + (2 * (scaled % 1) >= 1)
    return Decimal(whole if value >= 0 else -whole).scaleb(-places)


def column(kind: Measure, top: list[int], bottom: list[int]) -> list[Decimal | None]:
    """What the column arithmetic makes of whole numbers."""
    below = None if kind.shape in (Shape.COUNT, Shape.SUM) else np.array(bottom, dtype=np.int64)
    return values(kind, np.array(top, dtype=np.int64), below).to_pylist()


KINDS = tuple(
    measure(shape, per=10_000 if shape is Shape.RATE else 1, unit_days=unit)
    for shape in Shape
    for unit in (("1", "30.4375", "7") if shape in WORKED_OUT_OVER_ROWS else ("1",))
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.shape} {kind.unit_days}")
@given(pairs=st.lists(st.tuples(st.integers(-10_000_000, 10_000_000), st.integers(0, 3_000)), max_size=20))
def test_columns_and_single_values_are_the_rounded_fraction(kind: Measure, pairs: list[tuple[int, int]]) -> None:
    expected = [half_up(exact(kind, top, bottom), 2) for top, bottom in pairs]
    assert column(kind, [top for top, _ in pairs], [bottom for _, bottom in pairs]) == expected
    assert [one_value(kind, top, bottom, places=2) for top, bottom in pairs] == expected


@pytest.mark.parametrize("places", [0, 1, 2, 4])
@given(top=st.integers(-1_000_000, 1_000_000), bottom=st.integers(0, 999))
def test_one_value_is_divided_once_for_any_number_of_places(places: int, top: int, bottom: int) -> None:
    kind = measure(Shape.PERCENTAGE)
    assert one_value(kind, top, bottom, places=places) == half_up(exact(kind, top, bottom), places)


@pytest.mark.parametrize(
    ("top", "bottom", "places", "shown"),
    [
        (1, 200, 0, "1"),  # 0.5 %
        (1, 20_000, 2, "0.01"),  # 0.005 %
        (1, 20_001, 2, "0.00"),
        (1, 40, 0, "3"),  # 2.5 %
        (-1, 40, 0, "-3"),
        (1, 40, 1, "2.5"),
        (1, 3, 1, "33.3"),
        (2, 3, 1, "66.7"),
        (1, 800, 2, "0.13"),  # 0.125 %
        (0, 7, 1, "0.0"),
        (7, 7, 1, "100.0"),
    ],
)
def test_halves_are_rounded_away_from_nought(top: int, bottom: int, places: int, shown: str) -> None:
    assert str(one_value(measure(Shape.PERCENTAGE), top, bottom, places=places)) == shown


@pytest.mark.parametrize(
    ("twice", "shown"), [(5, "2.50"), (-5, "-2.50"), (4, "2.00"), (1, "0.50"), (-1, "-0.50"), (0, "0.00")]
)
def test_a_median_comes_from_twice_itself(twice: int, shown: str) -> None:
    kind = measure(Shape.MEDIAN)
    assert str(one_value(kind, twice, 9, places=2)) == shown
    assert [str(value) for value in column(kind, [twice], [9])] == [shown]


@pytest.mark.parametrize("twice, shown", [(5, "3"), (-5, "-3"), (3, "2"), (-3, "-2")])
def test_a_median_half_way_is_shown_rounded_away_from_nought(twice: int, shown: str) -> None:
    assert str(one_value(measure(Shape.MEDIAN), twice, 2, places=0)) == shown


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.shape} {kind.unit_days}")
def test_nothing_to_divide_by_gives_no_value_and_never_nought(kind: Measure) -> None:
    divides = kind.shape not in (Shape.COUNT, Shape.SUM, Shape.DIFFERENCE)
    expected = None if divides else Decimal("3.00")
    assert column(kind, [3, 3], [0, 0]) == [expected, expected]
    assert one_value(kind, 3, 0, places=2) == expected


def test_a_difference_can_be_below_nought() -> None:
    kind = measure(Shape.DIFFERENCE)
    assert column(kind, [3], [5]) == [Decimal("-2.00")]
    assert one_value(kind, 3, 5, places=0) == Decimal("-2")


def test_no_rows_give_an_empty_column_of_the_stored_type() -> None:
    empty = np.array([], dtype=np.int64)
    found = values(measure(Shape.PERCENTAGE), empty, empty)
    assert found.type == pa.decimal128(18, 2)
    assert len(found) == 0
