"""The chart of months says what it is told: gaps stay gaps, filling months are hollow, colour is never alone."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from datetime import date

import pytest

from purplebook.language.periods import PeriodKind, periods_up_to
from purplebook.outputs.charts.chart_key import chart_key
from purplebook.outputs.charts.marks import BAND, FILLING, LINE
from purplebook.outputs.charts.month_point import Mark, MonthPoint
from purplebook.outputs.charts.months_chart import NARROW, SIZES, WIDE, Size, Words, months_chart
from purplebook.outputs.charts.scale import scale_over

SVG = "{http://www.w3.org/2000/svg}"
MONTHS = periods_up_to(date(2015, 8, 31), PeriodKind.MONTH, since=date(2010, 9, 1))
"""Sixty months: September 2010 to August 2015."""


def points(values: Sequence[float | None], **more) -> list[MonthPoint]:
    """The last months, with these values."""
    return [MonthPoint(month, value, **more) for month, value in zip(MONTHS[-len(values) :], values, strict=True)]


def drawn(given: Sequence[MonthPoint], *, size: Size = WIDE, events: Sequence[tuple[float, str]] = ()):
    words = Words("Fish & <chips>", 'Said "so".', lambda value: f"{value:,.0f}")
    return ElementTree.fromstring(months_chart(given, words, key="c", size=size, events=events))


def lines(chart: ElementTree.Element) -> list[list[float]]:
    """Across which points each stroke of the series goes."""
    found = []
    for path in chart.iter(f"{SVG}path"):
        if path.get("stroke") == LINE and path.get("stroke-width") == "2.5":
            found.append([float(x) for x in path.attrib["d"].replace("M", " ").replace("L", " ").split()[::2]])
    return found


def upright(chart: ElementTree.Element) -> list[float]:
    """Where a thick upright line stands: a new baseline, or another definition."""
    return [
        float(line.attrib["x1"])
        for line in chart.iter(f"{SVG}line")
        if line.get("stroke-width") == "2" and line.get("x1") == line.get("x2")
    ]


def texts(chart: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in chart.iter(f"{SVG}text")]


def bands(chart: ElementTree.Element) -> list[ElementTree.Element]:
    return [each for each in chart.iter(f"{SVG}polygon") if each.get("fill") == BAND]


def test_one_line_joins_months_in_a_row_and_none_a_missing_one():
    (line,) = lines(drawn(points([1.0, 2.0, 3.0])))
    assert len(line) == 3 and line == sorted(line)
    assert [len(line) for line in lines(drawn(points([1.0, 2.0, None, 3.0, 4.0, 5.0])))] == [2, 3]
    assert lines(drawn(points([1.0, None, 3.0]))) == [], "single months are points alone"


def test_the_line_breaks_where_a_new_baseline_begins_and_the_break_stands_between_the_two():
    given = points([4.0, 5.0, 6.0, 1.0, 2.0])
    given[3] = MonthPoint(given[3].month, 1.0, is_new=True)
    chart = drawn(given)
    before, after = lines(chart)
    (at,) = upright(chart)
    assert (len(before), len(after)) == (3, 2) and before[-1] < at < after[0]
    given[0] = MonthPoint(given[0].month, 4.0, is_new=True)
    assert len(upright(drawn(given))) == 1, "nothing lies before the first month"


def test_a_level_that_is_only_offered_is_a_dashed_line_that_breaks_nothing():
    given = points([4.0, 5.0, 6.0, 1.0, 2.0])
    given[3] = MonthPoint(given[3].month, 1.0, is_offered=True)
    chart = drawn(given)
    assert [len(line) for line in lines(chart)] == [5] and not upright(chart)
    assert [path for path in chart.iter(f"{SVG}path") if path.get("stroke-dasharray") == "6 4"]


def test_the_expected_range_is_a_field_in_stretches_of_one_baseline():
    given = points([1.0, 2.0, 3.0, 4.0], low=0.0, high=5.0, usual=2.0)
    assert len(bands(drawn(given))) == 1
    given[2] = MonthPoint(given[2].month, 3.0, low=0.0, high=5.0, usual=2.0, is_new=True)
    assert len(bands(drawn(given))) == 2
    assert not bands(drawn(points([1.0, 2.0])))


def test_marks_differ_by_shape_as_well_as_colour_and_each_is_named_in_the_key():
    shapes = {}
    for mark in Mark:
        given = points([3.0], mark=mark)
        chart = drawn(given)
        (shape,) = [each for each in chart if each.tag[len(SVG) :] in ("circle", "polygon")]
        outline = shape.get("points", "")
        xs = [float(corner.split(",")[0]) for corner in outline.split()]
        ys = [float(corner.split(",")[1]) for corner in outline.split()]
        turned = "" if not xs else "".join("01"[y == max(ys)] for y in ys)
        shapes[mark] = (shape.tag, len(xs), turned)
        named = [words for _, words in chart_key(given, key="c")]
        assert any(words.startswith(str(mark)) for words in named)
    assert len(set(shapes.values())) == len(Mark), shapes


def test_a_month_still_filling_up_is_hollow_on_a_hatched_ground_with_where_it_may_end():
    given = [*points([9.0, 9.0, 9.0])[:2], MonthPoint(MONTHS[-1], 5.0, is_filling=True, may_end=(6.0, 8.0))]
    chart = drawn(given)
    (hollow,) = [each for each in chart.iter(f"{SVG}circle") if each.get("fill") == "#FFFFFF"]
    assert hollow.get("stroke") == FILLING
    assert [each for each in chart.iter(f"{SVG}rect") if each.get("fill") == "url(#c-wide-hatch)"]
    assert chart.find(f".//{SVG}pattern").attrib["id"] == "c-wide-hatch"
    (line,) = lines(chart)
    assert len(line) == 2, "the line of complete months does not go down to what is there so far"
    assert texts(chart)[-2:] == ["5", "so far"]
    words = [words for _, words in chart_key(given, key="c")]
    assert "still filling up: so far" in words and "where it may end" in words


def test_the_newest_value_stands_beside_its_point_with_its_month_in_both_sizes():
    for size in SIZES:
        assert texts(drawn(points([float(n) for n in range(60)]), size=size))[-2:] == ["59", "Aug 15"]


def test_the_narrow_drawing_has_the_last_thirteen_months_at_true_size():
    chart = drawn(points([float(n) for n in range(60)]), size=NARROW)
    (line,) = lines(chart)
    assert len(line) == 13 and float(chart.attrib["width"]) <= 375 - 32
    named = [text for text in texts(chart) if text[:3].isalpha()]
    assert named == ["Aug 14", "Nov 14", "Feb 15", "May 15", "Aug 15", "Aug 15"], "every third, and the newest value's"


def test_months_are_named_regularly_every_april_and_october_where_all_are_drawn():
    named = [text for text in texts(drawn(points([1.0] * 60))) if text[:3] in ("Apr", "Oct")]
    assert named == [f"{month} {year}" for year in range(10, 16) for month in ("Apr", "Oct")][1:-1]


def test_a_stock_has_its_arrivals_above_and_its_leavers_below_a_line_in_every_month():
    given = [MonthPoint(month, 100.0, came=8, left=3) for month in MONTHS[-3:]]
    chart = drawn(given)
    assert float(chart.attrib["height"]) > float(drawn(points([100.0] * 3)).attrib["height"])
    bars = [each for each in chart.iter(f"{SVG}rect") if each.get("fill") in ("#28A197", "#801650")]
    assert len(bars) == 6 and {"came", "left"} <= set(texts(chart))
    up, down = (float(bar.attrib["height"]) for bar in bars[:2])
    assert up / down == pytest.approx(8 / 3, rel=0.02)
    assert float(bars[0].attrib["y"]) < float(bars[1].attrib["y"])
    assert {"came since the month before (upwards)", "left since then (downwards)"} <= {
        words for _, words in chart_key(given, key="c")
    }


def test_what_lies_below_nought_is_drawn_below_nought():
    assert scale_over([-12.0, 7.0], at_most=4).ticks == (-15, -10, -5, 0, 5, 10)
    assert scale_over([0.0], at_most=4).ticks == (0, 1)
    assert scale_over([-3.0], at_most=4).ticks[-1] == 0
    chart = drawn(points([-12.0, 7.0]))
    low, high = (float(each.attrib["cy"]) for each in chart.iter(f"{SVG}circle"))
    (zero,) = [float(line.attrib["y1"]) for line in chart.iter(f"{SVG}line") if line.get("stroke") == "#0B0C0C"][:1]
    assert high < zero < low


@pytest.mark.parametrize("size", SIZES, ids=[size.name for size in SIZES])
@pytest.mark.parametrize(
    "given",
    [
        [],
        points([None, None]),
        points([0.0]),
        points([0.0, 0.0], low=0.0, high=0.0, usual=0.0),
        points([-5.0, 3.0], low=-9.0, high=7.0, usual=-1.0),
        points([1e7, 3.0]),
        points([100.0] * 60, low=90.0, high=120.0, usual=100.0, came=0, left=0),
        points([5.0] * 13, is_filling=True, may_end=(5.0, 90.0)),
    ],
    ids=["none", "no values", "one", "noughts", "negative", "large", "sixty of a stock", "all filling"],
)
def test_whatever_the_months_everything_is_drawn_within_the_picture(given: list[MonthPoint], size: Size):
    chart = drawn(given, size=size)
    width, height = (float(chart.attrib[side]) for side in ("width", "height"))
    for each in chart.iter():
        for name, most in (("x1", width), ("x2", width), ("cx", width), ("x", width), ("y1", height), ("cy", height)):
            if name in each.attrib:
                assert 0 <= float(each.attrib[name]) <= most, (each.tag, each.attrib)
    assert "nan" not in ElementTree.tostring(chart, encoding="unicode")


def test_every_chart_has_a_name_and_a_description_that_belong_to_it_and_the_two_sizes_do_not_share_them():
    ids = []
    for size in SIZES:
        chart = drawn(points([1.0]), size=size)
        assert chart.get("role") == "img"
        named = {
            each.attrib["id"]: each.text for each in chart.iter() if each.tag != f"{SVG}pattern" and "id" in each.attrib
        }
        assert list(named.values()) == ["Fish & <chips>", 'Said "so".']
        assert chart.attrib["aria-labelledby"].split() == list(named)
        ids += named
    assert len(set(ids)) == 4


def test_an_event_is_a_dotted_line_with_its_letter_and_letters_that_would_meet_stand_below_one_another():
    chart = drawn(points([1.0] * 60), events=[(9.0, "a"), (9.5, "b"), (40.0, "c")])
    dotted = [path for path in chart.iter(f"{SVG}path") if path.get("stroke-dasharray") == "1 3"]
    letters = [text for text in chart.iter(f"{SVG}text") if text.text in ("a", "b", "c")]
    heights = [float(text.attrib["y"]) for text in letters]
    assert len(dotted) == 3 and heights[0] == heights[2] and heights[1] > heights[0]
    assert [
        text.text
        for text in drawn(points([1.0] * 60), size=NARROW, events=[(9.0, "a"), (55.0, "b")]).iter(f"{SVG}text")
        if text.text in ("a", "b")
    ] == ["b"], "what lies before the narrow drawing begins is not in it"


def test_the_same_months_are_the_same_bytes():
    given = points([1.0, 2.5, None, 4.0], low=0.5, high=3.5, usual=2.0)
    words = Words("T", "D", str)
    assert len({months_chart(given, words, key="c", size=WIDE) for _ in range(2)}) == 1
