"""Whole numbers behind printed percentages, held against arithmetic done by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from purplebook_demo.paper_2015.margins import CannotBeMet, Part, nearest_part, percentage, spread_like, tops_for


def test_a_percentage_is_rounded_half_up():
    assert percentage(1, 8, places=0) == Decimal("13")  # 12.5
    assert percentage(1, 200, places=0) == Decimal("1")  # 0.5
    assert percentage(21, 86, places=2) == Decimal("24.42")  # 24.4186
    assert percentage(947, 1598, places=2) == Decimal("59.26")


@pytest.mark.parametrize(
    ("printed", "bottom", "tops"),
    [
        ("67.9", 292, ()),  # 198 is 67.81, 199 is 68.15
        ("67.9", 290, (197,)),  # 67.93
        ("57.3", 75, (43,)),
        ("57.3", 68, ()),  # 39 is 57.35, which rounds up
        ("79.9", 146, ()),
        ("79.9", 144, (115,)),
        ("27", 65, ()),  # 17 is 26.15, 18 is 27.69
        ("27", 66, (18,)),
        ("95", 192, (182, 183)),  # 94.79 and 95.31; 181 is 94.27
        ("0", 10, (0,)),
        ("100", 10, (10,)),
    ],
)
def test_the_numbers_that_are_printed_so(printed: str, bottom: int, tops: tuple[int, ...]):
    assert tops_for(printed, bottom) == tops


def test_the_numbers_found_are_all_there_are():
    for bottom in range(1, 130):
        for printed in ("8.2", "66.7", "39.9", "50", "1"):
            places = max(0, -int(Decimal(printed).as_tuple().exponent))
            every = [top for top in range(bottom + 1) if percentage(top, bottom, places=places) == Decimal(printed)]
            assert list(tops_for(printed, bottom)) == every, (printed, bottom)


def test_the_nearest_part_moves_the_bottom_only_as_far_as_it_must():
    # 199 of 293 is as near: one more below the line and four above it.  Ties go to the smaller number.
    assert nearest_part("67.9", near=Part(195, 292)) == Part(197, 290)
    assert nearest_part("95", near=Part(178, 192), bottom_is_fixed=True) == Part(182, 192)
    assert nearest_part("57.3", near=Part(43, 75)) == Part(43, 75)


def test_a_percentage_out_of_reach_is_refused():
    with pytest.raises(CannotBeMet, match=r"27%"):
        nearest_part("27", near=Part(18, 65), bottom_is_fixed=True)


def test_those_who_must_leave_leave_first_and_the_others_by_their_shares():
    before = {"NEG": 118, "PHY": 17, "SAB": 35, "EMO": 67}
    change = {"NEG": 1, "PHY": 3, "SAB": -7, "EMO": 31}
    leaving = spread_like(21, before=before, change=change, shares=before)
    assert sum(leaving.values()) == 21
    assert leaving["SAB"] >= 7
    assert all(leaving[name] + change[name] >= 0 for name in before)
    assert leaving["NEG"] > leaving["PHY"]


def test_fewer_leavers_than_must_leave_are_refused():
    with pytest.raises(CannotBeMet, match="at least 7"):
        spread_like(6, before={"SAB": 35}, change={"SAB": -7}, shares={"SAB": 35})
