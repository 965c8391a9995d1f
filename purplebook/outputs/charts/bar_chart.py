"""Bars that lie beside their names, each with its value at its end."""

from __future__ import annotations

from purplebook.outputs.charts import svg
from purplebook.outputs.charts.drawing import Drawing

WIDTH = 600
ROW, BAR, TOP = 27, 17, 4
GAP = 8
VALUE_ROOM = 60


def parts(drawing: Drawing) -> tuple[list[str], int, int]:
    """The elements of the drawing, its width and its height. Bars show one series: the first."""
    values = drawing.lines[0].values
    name_room = max(svg.text_width(name) for name in drawing.names) + GAP
    longest = WIDTH - name_room - VALUE_ROOM
    height = TOP * 2 + ROW * len(values)
    drawn = []
    for index, (name, value) in enumerate(zip(drawing.names, values, strict=True)):
        top = TOP + ROW * index + (ROW - BAR) / 2
        length = 0.0 if not value or not drawing.largest else float(value / drawing.largest) * longest
        drawn.append(svg.label(name_room - GAP, top + BAR - 4, name, anchor="end"))
        drawn.append(svg.rectangle(name_room, top, length, BAR, colour=svg.PALETTE[0]))
        words = drawing.point_words(value)
        drawn.append(svg.label(name_room + length + 6, top + BAR - 4, words, anchor="start", bold=value is not None))
    drawn.append(svg.rule(name_room, TOP, name_room, height - TOP, colour=svg.INK, width=1.5))
    return drawn, WIDTH, height
