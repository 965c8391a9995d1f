"""Columns that stand on a row of periods, each with its value above it."""

from __future__ import annotations

from purplebook.outputs.charts import svg
from purplebook.outputs.charts.drawing import Drawing
from purplebook.outputs.charts.scale import ticks

WIDTH, HEIGHT = 600, 210
LEFT, TOP = 6, 26
LINE = 17
WIDEST_COLUMN = 64


def parts(drawing: Drawing) -> tuple[list[str], int, int]:
    """The elements of the drawing, its width and its height. Columns show one series: the first."""
    values = drawing.lines[0].values
    top_tick = ticks(drawing.largest)[-1]
    slot = (WIDTH - 2 * LEFT) / len(values)
    column = min(slot * 0.62, WIDEST_COLUMN)
    names = [wrapped(name, width=slot - 6) for name in drawing.names]
    floor = HEIGHT - 10 - LINE * max(map(len, names))
    drawn = []
    for index, (name, value) in enumerate(zip(names, values, strict=True)):
        middle = LEFT + slot * (index + 0.5)
        height = 0.0 if value is None else float(value) / top_tick * (floor - TOP)
        drawn.append(svg.rectangle(middle - column / 2, floor - height, column, height, colour=svg.PALETTE[0]))
        drawn.append(svg.label(middle, floor - height - 7, drawing.point_words(value), bold=value is not None))
        for line, words in enumerate(name):
            drawn.append(svg.label(middle, floor + 18 + LINE * line, words))
    drawn.append(svg.rule(LEFT, floor, WIDTH - LEFT, floor, colour=svg.INK, width=1.5))
    return drawn, WIDTH, HEIGHT


def wrapped(words: str, *, width: float) -> list[str]:
    """Words broken into lines that fit a width; a single word is never broken."""
    lines: list[str] = []
    for word in words.split():
        if lines and svg.text_width(f"{lines[-1]} {word}") <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines
