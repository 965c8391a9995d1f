"""Draws a chart from its points: columns by period, bars by name, lines by month, each with its words beside it."""

from __future__ import annotations

from dataclasses import dataclass

from purplebook.language.papers import ChartKind
from purplebook.outputs.charts import bar_chart, column_chart, line_chart, svg
from purplebook.outputs.charts.drawing import Drawing


@dataclass(frozen=True)
class Drawn:
    """A finished drawing, its size, and all that it shows in words."""

    svg: str
    width: int
    height: int
    description: str


KIND_WORDS = {
    ChartKind.COLUMNS: "Column chart",
    ChartKind.BARS: "Bar chart",
    ChartKind.LINES: "Line chart",
}


def draw(drawing: Drawing) -> Drawn:
    """Draw a chart. A point that is not available is left out and named in the description."""
    description = describe(drawing)
    match drawing.kind:
        case ChartKind.COLUMNS:
            parts, width, height = column_chart.parts(drawing)
        case ChartKind.BARS:
            parts, width, height = bar_chart.parts(drawing)
        case ChartKind.LINES:
            parts, width, height = line_chart.parts(drawing)
    picture = svg.whole(
        parts, key=drawing.key, title=drawing.title, description=description, width=width, height=height
    )
    return Drawn(picture, width, height, description)


def describe(drawing: Drawing) -> str:
    """Every point of the chart in words, for those who cannot see it."""
    sentences = []
    for line in drawing.lines:
        points = "; ".join(
            f"{label} {drawing.point_words(value)}{' so far' if at in drawing.so_far and value is not None else ''}"
            for at, (label, value) in enumerate(zip(drawing.labels, line.values, strict=True))
        )
        sentences.append(f"{line.name}: {points}." if len(drawing.lines) > 1 else f"{points}.")
    return f"{KIND_WORDS[drawing.kind]} of {drawing.unit}. {' '.join(sentences)}"
