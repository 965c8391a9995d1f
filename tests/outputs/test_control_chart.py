"""The control chart says what it is told: no line across a gap or a break, hollow months, marks by shape and colour."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from purplebook.outputs.charts.control import BETTER, EITHER, WORSE, ControlPoint, control_chart

SVG = "{http://www.w3.org/2000/svg}"


def points(values: list[float | None], **more) -> list[ControlPoint]:
    return [ControlPoint(f"M{n}", value, **more) for n, value in enumerate(values)]


def drawn(
    given: list[ControlPoint], *, title: str = "Referrals", description: str = "Two years."
) -> ElementTree.Element:
    return ElementTree.fromstring(control_chart(given, key="c", title=title, description=description))


def lines(chart: ElementTree.Element) -> list[list[float]]:
    """Across which points each stroke of the series goes: the x of each of its points; levels are thinner."""
    found = []
    for path in chart.iter(f"{SVG}path"):
        if path.get("fill") == "none" and path.get("stroke-width") != "1.2":
            words = path.attrib["d"].replace("M", " ").replace("L", " ").split()
            found.append([float(x) for x in words[::2]])
    return found


def levels(chart: ElementTree.Element) -> list[ElementTree.Element]:
    return [path for path in chart.iter(f"{SVG}path") if path.get("stroke-width") == "1.2"]


def breaks(chart: ElementTree.Element) -> list[float]:
    """Where an upright line stands for a break."""
    return [
        float(line.attrib["x1"])
        for line in chart.iter(f"{SVG}line")
        if line.get("stroke-width") == "2" and line.get("x1") == line.get("x2")
    ]


def test_one_line_joins_months_in_a_row():
    (line,) = lines(drawn(points([1.0, 2.0, 3.0])))
    assert len(line) == 3 and line == sorted(line)


def test_no_line_joins_across_a_missing_month():
    assert [len(line) for line in lines(drawn(points([1.0, 2.0, None, 3.0, 4.0, 5.0])))] == [2, 3]
    assert lines(drawn(points([1.0, None, 3.0]))) == [], "single months are points alone"


def test_no_line_joins_across_a_break_which_stands_between_the_two():
    given = points([4.0, 5.0, 6.0, 1.0, 2.0])
    given[3] = ControlPoint("M3", 1.0, is_new=True)
    chart = drawn(given)
    before, after = lines(chart)
    assert (len(before), len(after)) == (3, 2)
    (at,) = breaks(chart)
    assert before[-1] < at < after[0]


def test_a_break_at_a_missing_month_is_drawn_and_nothing_joins_over_it():
    given = [*points([4.0, 5.0]), ControlPoint("M2", None, is_new=True), *points([1.0, 2.0])]
    chart = drawn(given)
    assert [len(line) for line in lines(chart)] == [2, 2] and len(breaks(chart)) == 1


def test_a_first_point_that_is_new_has_no_break_before_it():
    assert breaks(drawn([ControlPoint("M0", 1.0, is_new=True), *points([2.0])])) == []


def test_limits_of_two_baselines_are_two_stretches_even_where_they_are_equal():
    given = points([1.0, 2.0, 3.0, 4.0], mean=2.0, lower=0.0, upper=5.0)
    assert len(levels(drawn(given))) == 3
    given[2] = ControlPoint("M2", 3.0, mean=2.0, lower=0.0, upper=5.0, is_new=True)
    assert len(levels(drawn(given))) == 6
    assert not levels(drawn(points([1.0, 2.0]))), "no limits, no levels"


def test_marks_differ_by_shape_as_well_as_colour_and_a_month_still_filling_up_is_hollow():
    shapes = {}
    for mark in ("", "better", "worse", "either"):
        chart = drawn(points([3.0], mark=mark))
        (shape,) = [each for each in chart if each.tag[len(SVG) :] in ("circle", "rect", "polygon", "path")]
        outline = shape.get("points") or shape.get("d") or ""
        shapes[mark] = (shape.tag, outline.count(" "), shape.get("fill"), shape.get("r"))
    assert [shapes[mark][2] for mark in ("better", "worse", "either")] == [BETTER, WORSE, EITHER]
    assert len({each[:2] + each[3:] for each in shapes.values()}) == 4, shapes
    (hollow,) = drawn(points([3.0], is_open=True, mark="worse")).iter(f"{SVG}circle")
    assert hollow.get("fill") == "#FFFFFF" and hollow.get("stroke")


def test_every_chart_has_a_name_and_a_description_that_belong_to_it():
    chart = drawn(points([1.0]), title="Fish & <chips>", description='Said "so".')
    assert chart.get("role") == "img"
    ids = {each.attrib["id"]: each.text for each in chart.iter() if "id" in each.attrib}
    assert ids == {"c-title": "Fish & <chips>", "c-description": 'Said "so".'}
    assert chart.attrib["aria-labelledby"].split() == ["c-title", "c-description"]


@pytest.mark.parametrize(
    "given",
    [
        [],
        points([None, None]),
        points([0.0]),
        points([0.0, 0.0], mean=0.0, lower=0.0, upper=0.0),
        points([-5.0, 3.0], mean=-1.0, lower=-9.0, upper=7.0),
        points([1e7, 3.0]),
        points([float(n) for n in range(60)], mean=30.0, lower=10.0, upper=50.0),
    ],
    ids=["none", "no values", "one", "noughts", "negative", "large", "sixty"],
)
def test_whatever_the_months_everything_is_drawn_within_the_picture(given: list[ControlPoint]):
    chart = drawn(given)
    width, height = (float(chart.attrib[side]) for side in ("width", "height"))
    for each in chart.iter():
        for name, most in (("x1", width), ("x2", width), ("cx", width), ("x", width), ("y1", height), ("cy", height)):
            if name in each.attrib:
                assert 0 <= float(each.attrib[name]) <= most, (each.tag, each.attrib)
    assert "nan" not in ElementTree.tostring(chart, encoding="unicode")


def test_the_same_months_are_the_same_bytes():
    given = points([1.0, 2.5, None, 4.0], mean=2.0, lower=0.5, upper=3.5)
    made = {control_chart(given, key="c", title="T", description="D") for _ in range(2)}
    assert len(made) == 1


def events(chart: ElementTree.Element) -> list[tuple[float, str, float]]:
    """Where each dotted line stands, with the letter beside it and its height."""
    dotted = [path for path in chart.iter(f"{SVG}path") if path.get("stroke-dasharray") == "1 3"]
    at = [float(path.attrib["d"].split()[0].removeprefix("M")) for path in dotted]
    letters = [text for text in chart.iter(f"{SVG}text") if text.get("font-weight") == "bold"]
    return [(x, text.text or "", float(text.attrib["y"])) for x, text in zip(at, letters, strict=True)]


def test_an_event_is_a_dotted_line_with_its_letter_among_the_months():
    chart = ElementTree.fromstring(
        control_chart(points([1.0, 2.0, 3.0]), key="c", title="T", description="D", events=[(0.5, "a"), (2.0, "b")])
    )
    (line,) = [each for each in lines(chart) if len(each) == 3]
    (first, one, _), (second, two, _) = events(chart)
    assert (one, two) == ("a", "b")
    assert line[0] < first < line[1] and second == line[2]


def test_letters_that_would_meet_stand_below_one_another():
    chart = ElementTree.fromstring(
        control_chart(
            points([1.0] * 60), key="c", title="T", description="D", events=[(9.0, "a"), (9.5, "b"), (40.0, "c")]
        )
    )
    heights = [height for _, _, height in events(chart)]
    assert heights[0] == heights[2] and heights[1] > heights[0]


def test_a_chart_without_events_has_no_such_mark():
    assert events(drawn(points([1.0, 2.0]))) == []
