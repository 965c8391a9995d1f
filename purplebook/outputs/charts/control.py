"""A control chart: a line of months, the mean and the limits that chance keeps it between, and what stands out.

Points that a rule marks differ in shape as well as colour; months still filling up are hollow; where what is counted
changed, the line breaks.  What happened on a day, and may explain a figure, is a dotted line with a letter.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from purplebook.outputs.charts import svg
from purplebook.outputs.charts.scale import ticks

WIDTH, HEIGHT = 600, 190
TOP, BOTTOM, LEFT, RIGHT = 12, 30, 58, 74
BETTER, WORSE, EITHER, PLAIN = "#1D70B8", "#B8500F", "#5B3F8C", "#505A5F"
"""Blue for better, orange for worse, as NHS England has it; purple where neither way is good; grey for chance."""
MOST_LABELS = 6
LETTER_WIDTH, LETTER_HEIGHT = 14.0, 14.0


@dataclass(frozen=True)
class ControlPoint:
    """One month: its value, the line and limits it is measured by, and what it is.

    `mark` is "better", "worse", "either" or "" for a month that nothing marks; `is_open` tells that it is still filling
    up; `is_new` that a new baseline or another definition begins with it.
    """

    label: str
    value: float | None
    mean: float | None = None
    lower: float | None = None
    upper: float | None = None
    mark: str = ""
    is_open: bool = False
    is_new: bool = False


def control_chart(
    points: Sequence[ControlPoint],
    *,
    key: str,
    title: str,
    description: str,
    unit: str = "",
    events: Sequence[tuple[float, str]] = (),
) -> str:
    """The chart as SVG; `key` sets its ids apart from those of other charts on a page.

    `events` are marks with their letters, each at a place among the points: 3.5 is half way from the fourth to the
    fifth.  What a letter stands for is told below the chart.
    """
    numbers = [number for point in points for number in (point.value, point.upper, point.mean) if number is not None]
    marks = ticks(Decimal(str(max(max(numbers, default=1.0), 1.0))), at_most=4)
    floor, right = HEIGHT - BOTTOM, WIDTH - RIGHT
    apart = (right - LEFT - 12) / max(len(points) - 1, 1)
    across = [LEFT + 6 + apart * number for number in range(len(points))]

    def y_of(value: float) -> float:
        return floor - max(value, 0.0) / marks[-1] * (floor - TOP)

    drawn = []
    for mark in marks:
        drawn.append(svg.rule(LEFT, y_of(mark), right, y_of(mark), colour=svg.INK if mark == 0 else "#DEE0E2"))
        drawn.append(svg.label(LEFT - 7, y_of(mark) + 5, f"{mark:,}{unit}", anchor="end"))
    step = -(-len(points) // MOST_LABELS) or 1
    for number in range(len(points) - 1, -1, -step):
        drawn.append(svg.rule(across[number], floor, across[number], floor + 5, colour=svg.INK))
        drawn.append(svg.label(across[number], floor + 21, points[number].label))
    for name, dash in (("upper", "6 4"), ("mean", ""), ("lower", "6 4")):
        drawn += _levels(points, across, y_of, name=name, dash=dash)
    drawn += _line(points, across, y_of)
    for number, point in enumerate(points):
        if point.is_new and number:
            x = across[number] - apart / 2
            drawn.append(svg.rule(x, TOP, x, floor, colour=svg.INK, width=2))
    drawn += _events(events, across, apart)
    for x, point in zip(across, points, strict=True):
        if point.value is not None:
            drawn.append(_point(x, y_of(point.value), point))
    drawn += _named(points, right, y_of)
    return svg.whole(drawn, key=key, title=title, description=description, width=WIDTH, height=HEIGHT)


def _events(events: Sequence[tuple[float, str]], across: Sequence[float], apart: float) -> list[str]:
    """A dotted line and a letter for each event; letters that would meet stand below one another."""
    drawn: list[str] = []
    taken: list[tuple[float, float]] = []
    for place, letter in events:
        x = max(LEFT + 1.0, min(across[0] + apart * place, float(WIDTH - RIGHT)))
        y = TOP + 4.0
        while any(abs(x - other) < LETTER_WIDTH and y == height for other, height in taken):
            y += LETTER_HEIGHT
        taken.append((x, y))
        drawn.append(
            f'<path d="M{svg.number(x)} {TOP} L{svg.number(x)} {HEIGHT - BOTTOM}" fill="none" stroke="{svg.INK}" '
            'stroke-width="1" stroke-dasharray="1 3"/>'
        )
        drawn.append(svg.label(x + 3, y, letter, anchor="start", bold=True))
    return drawn


def _levels(
    points: Sequence[ControlPoint], across: Sequence[float], y_of: Callable[[float], float], *, name: str, dash: str
) -> list[str]:
    """One level of the chart, in stretches of one height: a new baseline begins a new stretch."""
    drawn, start = [], 0
    levels = [getattr(point, name) for point in points]
    half = (across[1] - across[0]) / 2 if len(across) > 1 else 5.0
    for number in range(1, len(points) + 1):
        ends = number == len(points) or levels[number] != levels[start] or points[number].is_new
        if not ends:
            continue
        if levels[start] is not None:
            y = y_of(levels[start])
            ends_at = [(across[start] - half, y), (across[number - 1] + half, y)]
            dashes = f' stroke-dasharray="{dash}"' if dash else ""
            joined = " ".join(f"{'ML'[i]}{svg.number(x)} {svg.number(y)}" for i, (x, y) in enumerate(ends_at))
            drawn.append(f'<path d="{joined}" fill="none" stroke="{PLAIN}" stroke-width="1.2"{dashes}/>')
        start = number
    return drawn


def _line(points: Sequence[ControlPoint], across: Sequence[float], y_of: Callable[[float], float]) -> list[str]:
    drawn: list[str] = []
    run: list[tuple[float, float]] = []
    for x, point in zip(across, points, strict=True):
        if point.value is None or (point.is_new and run):
            drawn += [svg.path(run, colour=PLAIN)] if len(run) > 1 else []
            run = []
        if point.value is not None:
            run.append((x, y_of(point.value)))
    return drawn + ([svg.path(run, colour=PLAIN)] if len(run) > 1 else [])


def _point(x: float, y: float, point: ControlPoint) -> str:
    if point.is_open:
        return (
            f'<circle cx="{svg.number(x)}" cy="{svg.number(y)}" r="4" fill="#FFFFFF" stroke="{PLAIN}" '
            'stroke-width="2"/>'
        )
    match point.mark:
        case "better":
            return svg.marker(x, y, colour=BETTER, shape=1)
        case "worse":
            return svg.marker(x, y, colour=WORSE, shape=3)
        case "either":
            return svg.marker(x, y, colour=EITHER, shape=2)
    return f'<circle cx="{svg.number(x)}" cy="{svg.number(y)}" r="2.5" fill="{PLAIN}"/>'


def _named(points: Sequence[ControlPoint], right: float, y_of: Callable[[float], float]) -> list[str]:
    """The names of the limits at the right, apart from each other."""
    last = points[-1] if points else None
    if last is None or last.mean is None or last.lower is None or last.upper is None:
        return []
    heights = [y_of(last.upper) + 5, y_of(last.mean) + 5, y_of(last.lower) + 5]
    for above in (0, 1):
        heights[above + 1] = max(heights[above + 1], heights[above] + 16)
    if not all(map(math.isfinite, heights)):
        return []
    names = ("upper", "mean", "lower")
    return [svg.label(right + 8, height, name, anchor="start") for name, height in zip(names, heights, strict=True)]
