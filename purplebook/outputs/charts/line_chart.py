"""Lines that join months, each named and valued at its end."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from purplebook.outputs.charts import marks, svg
from purplebook.outputs.charts.drawing import Drawing
from purplebook.outputs.charts.scale import ticks

WIDTH, HEIGHT = 600, 215
TOP, BOTTOM = 16, 34
LABEL_APART = 18
MOST_LABELS = 6
DASHES = ("", "7 4", "2 4", "10 4 2 4")


def parts(drawing: Drawing) -> tuple[list[str], int, int]:
    """The elements of the drawing, its width and its height."""
    marks = ticks(drawing.largest)
    half_a_label = svg.text_width(drawing.labels[-1]) / 2
    left = max(max(svg.text_width(drawing.point_words(mark)) for mark in marks) + 10, half_a_label)
    ends = max(svg.text_width(_end_words(drawing, index)) for index in range(len(drawing.lines)))
    right = WIDTH - max(ends + 14, half_a_label)
    floor = HEIGHT - BOTTOM

    def y_of(value: Decimal | int) -> float:
        return floor - float(value) / marks[-1] * (floor - TOP)

    apart = (right - left - 12) / max(len(drawing.labels) - 1, 1)
    across = [left + 6 + apart * index for index in range(len(drawing.labels))]
    drawn = []
    for mark in marks:
        drawn.append(svg.rule(left, y_of(mark), right, y_of(mark), colour=svg.INK if mark == 0 else svg.GRID))
        drawn.append(svg.label(left - 7, y_of(mark) + 5, drawing.point_words(mark), anchor="end"))
    for index in labelled(len(drawing.labels)):
        drawn.append(svg.rule(across[index], floor, across[index], floor + 5, colour=svg.INK))
        drawn.append(svg.label(across[index], floor + 21, drawing.labels[index]))
    for index, line in enumerate(drawing.lines):
        drawn.extend(_line(index, line.values, across, y_of, so_far=drawing.so_far))
    lasts = [_last(line.values) for line in drawing.lines]
    heights = spread([y_of(value) + 5 for value in lasts], apart=LABEL_APART)
    for index, height in enumerate(heights):
        drawn.append(svg.label(right + 8, height, _end_words(drawing, index), anchor="start", bold=True))
    return drawn, WIDTH, HEIGHT


def labelled(count: int) -> list[int]:
    """Which of the points have their month written below: the last, and every so many before it."""
    step = -(-count // MOST_LABELS)
    return sorted(range(count - 1, -1, -step))


def spread(heights: list[float], *, apart: float) -> list[float]:
    """The same heights moved down just enough that no two labels touch, in the order they were given."""
    moved = list(heights)
    order = sorted(range(len(heights)), key=lambda index: heights[index])
    for upper, lower in pairwise(order):
        moved[lower] = max(moved[lower], moved[upper] + apart)
    return moved


def _line(
    index: int, values: tuple[Decimal | None, ...], across: list[float], y_of, *, so_far: frozenset[int]
) -> list[str]:
    colour = svg.PALETTE[index]
    drawn = []
    run: list[tuple[float, float]] = []
    hollow = [(across[at], y_of(value)) for at, value in enumerate(values) if at in so_far and value is not None]
    complete = [None if at in so_far else value for at, value in enumerate(values)]
    for x, value in [*zip(across, complete, strict=True), (0.0, None)]:
        if value is not None:
            run.append((x, y_of(value)))
        elif run:
            drawn.append(svg.path(run, colour=colour, dash=DASHES[index]))
            drawn.extend(svg.marker(px, py, colour=colour, shape=index) for px, py in run)
            run = []
    return drawn + [marks.hollow(x, y) for x, y in hollow]


def _end_words(drawing: Drawing, index: int) -> str:
    line = drawing.lines[index]
    last = max((at for at, value in enumerate(line.values) if value is not None), default=-1)
    value = f"{drawing.point_words(_last(line.values))}{' so far' if last in drawing.so_far else ''}"
    return f"{line.name} {value}" if len(drawing.lines) > 1 else value


def _last(values: tuple[Decimal | None, ...]) -> Decimal:
    return next((value for value in reversed(values) if value is not None), Decimal(0))
