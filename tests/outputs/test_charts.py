"""Charts: everything they show is in words too, nothing relies on colour, and no label touches another."""

from __future__ import annotations

from decimal import Decimal
from xml.etree import ElementTree

import pytest

from purplebook.language.papers import ChartKind
from purplebook.outputs.charts.column_chart import wrapped
from purplebook.outputs.charts.draw import draw
from purplebook.outputs.charts.drawing import Drawing, Line
from purplebook.outputs.charts.line_chart import labelled, spread
from purplebook.outputs.charts.scale import ticks

SVG = "{http://www.w3.org/2000/svg}"


def drawing(kind: ChartKind, *lines: Line, labels: tuple[str, ...] = ("Jun 2015", "Jul 2015", "Aug 2015")) -> Drawing:
    return Drawing(
        kind=kind,
        title="Referrals <each> month & more",
        unit="referrals",
        labels=labels,
        lines=lines,
        is_percentage=False,
        key="figure-1",
    )


POINTS = Line("Referrals", (Decimal(240), None, Decimal(146)))


@pytest.mark.parametrize("kind", list(ChartKind))
def test_a_chart_has_a_title_a_description_of_every_point_and_no_inline_style(kind):
    drawn = draw(drawing(kind, POINTS))
    root = ElementTree.fromstring(drawn.svg)
    assert root.findtext(f"{SVG}title") == "Referrals <each> month & more"
    assert root.findtext(f"{SVG}desc") == drawn.description
    assert "Jun 2015 240; Jul 2015 not available; Aug 2015 146." in drawn.description
    assert "style" not in {name for element in root.iter() for name in element.attrib}
    assert root.get("aria-labelledby") == "figure-1-title figure-1-description"


@pytest.mark.parametrize("kind", list(ChartKind))
def test_a_chart_of_nothing_but_noughts_or_of_nothing_at_all_is_still_drawn(kind):
    for value in (Decimal(0), None):
        ElementTree.fromstring(draw(drawing(kind, Line("Referrals", (value, value, value)))).svg)


def test_each_of_two_lines_is_named_at_its_end_and_differs_in_more_than_colour():
    root = ElementTree.fromstring(draw(drawing(ChartKind.LINES, POINTS, Line("Assessments", (Decimal(1),) * 3))).svg)
    texts = [element.text for element in root.iter(f"{SVG}text")]
    assert "Referrals 146" in texts and "Assessments 1" in texts
    dashes = {element.get("stroke-dasharray") for element in root.iter(f"{SVG}path")}
    assert len(dashes) == 2


def test_a_missing_month_leaves_a_gap_in_the_line():
    root = ElementTree.fromstring(draw(drawing(ChartKind.LINES, POINTS)).svg)
    assert len(list(root.iter(f"{SVG}path"))) == 2


@pytest.mark.parametrize(
    ("largest", "expected"),
    [
        (0, (0, 1)),
        (1, (0, 1)),
        (5, (0, 1, 2, 3, 4, 5)),
        (6, (0, 2, 4, 6)),
        (250, (0, 50, 100, 150, 200, 250)),
        (251, (0, 100, 200, 300)),
        (Decimal("99.9"), (0, 20, 40, 60, 80, 100)),
    ],
)
def test_an_axis_starts_at_nought_and_ends_at_or_above_the_largest_point(largest, expected):
    assert ticks(Decimal(largest)) == expected


def test_labels_of_lines_that_end_together_are_moved_apart():
    assert spread([100, 101, 50], apart=18) == [100, 118, 50]


def test_the_last_month_always_has_its_name():
    assert labelled(17) == [1, 4, 7, 10, 13, 16]
    assert labelled(3) == [0, 1, 2]


def test_a_long_name_is_broken_between_words_only():
    assert wrapped("April to August 2015", width=70) == ["April to", "August", "2015"]
