"""An indicator's months beside the range that is usual for it, and under a stock what came to it and what left it.

It is drawn twice, wide with every month and narrow with the last thirteen: a drawing that is scaled or cut to the width
of a phone hides its newest month, which is what the reader came for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from purplebook.outputs.charts import marks, svg
from purplebook.outputs.charts.flows_panel import flows_panel
from purplebook.outputs.charts.month_point import MonthPoint
from purplebook.outputs.charts.scale import Scale, scale_over

TOP, BOTTOM, FLOWS = 22, 28, 110
LETTER_WIDTH, LETTER_HEIGHT = 14.0, 14.0
APART = 17.0


@dataclass(frozen=True)
class Size:
    """How large a drawing is, how many of the last months it has, and which of them are named under it."""

    width: int
    height: int
    most: int
    every: int
    name: str


WIDE = Size(width=760, height=230, most=60, every=6, name="wide")
NARROW = Size(width=343, height=260, most=13, every=3, name="narrow")
SIZES = (WIDE, NARROW)


@dataclass(frozen=True)
class Words:
    """What a chart is called, what all of it says, and how a value of it is written."""

    title: str
    description: str
    of_value: Callable[[float], str]
    unit: str = ""


def months_chart(
    points: Sequence[MonthPoint], words: Words, *, key: str, size: Size, events: Sequence[tuple[float, str]] = ()
) -> str:
    """The chart as SVG; `key` sets its ids apart from those of other charts on a page.

    `events` are letters, each at a place among the points: 3.5 is half way from the fourth to the fifth.  What a letter
    stands for is told below the chart.
    """
    first = max(len(points) - size.most, 0)
    kept = list(points[first:])
    key = f"{key}-{size.name}"
    scale = scale_over(_heights(kept), at_most=4)
    names = [f"{tick:,}{'%' if words.unit == '%' else ''}" for tick in scale.ticks]
    left = max(svg.text_width(name) for name in names) + 14
    right = size.width - _room_at_the_end(kept, words)
    floor = size.height - BOTTOM
    field = _Field(left, right, floor, len(kept), scale)
    drawn = ["<defs>", marks.hatch(key), "</defs>"]
    drawn += _axes(field, names, kept, size)
    drawn += _range(kept, field)
    drawn += _filling(kept, field, key)
    drawn += _line(kept, field)
    drawn += _starts(kept, field)
    drawn += _events([(place - first, letter) for place, letter in events if place >= first - 0.5], field)
    drawn += [_point(field.x(number), field.y(value), point) for number, value, point in _known(kept)]
    drawn += _last(kept, field, words)
    height = size.height
    if any(point.came is not None for point in kept):
        drawn += flows_panel(kept, across=field.x, apart=field.apart, top=size.height + 12, key=key, right=right)
        height += FLOWS
    return svg.whole(drawn, key=key, title=words.title, description=words.description, width=size.width, height=height)


@dataclass(frozen=True)
class _Field:
    """Where months and values lie."""

    left: float
    right: float
    floor: float
    count: int
    scale: Scale

    @property
    def apart(self) -> float:
        return (self.right - self.left - 14) / max(self.count - 1, 1)

    def x(self, number: float) -> float:
        return self.left + 7 + self.apart * number

    def y(self, value: float) -> float:
        share = self.scale.share_of(value)
        return self.floor - share * (self.floor - TOP)


def _heights(points: Sequence[MonthPoint]) -> list[float]:
    known = [
        number
        for point in points
        for number in (point.value, point.low, point.high, *(point.may_end or ()))
        if number is not None
    ]
    return known or [1.0]


def _known(points: Sequence[MonthPoint]) -> list[tuple[int, float, MonthPoint]]:
    return [(number, point.value, point) for number, point in enumerate(points) if point.value is not None]


def _room_at_the_end(points: Sequence[MonthPoint], words: Words) -> float:
    labels = _end_labels(points, words)
    return max((svg.text_width(label) for label in labels), default=0.0) * 1.06 + 14


def _end_labels(points: Sequence[MonthPoint], words: Words) -> list[str]:
    known = _known(points)
    if not known:
        return []
    _, value, last = known[-1]
    return [words.of_value(value), "so far" if last.is_filling else short_name(last)]


def _axes(field: _Field, names: Sequence[str], points: Sequence[MonthPoint], size: Size) -> list[str]:
    drawn = []
    for tick, name in zip(field.scale.ticks, names, strict=True):
        y = field.y(tick)
        drawn.append(svg.rule(field.left, y, field.right, y, colour=svg.INK if tick == 0 else "#DEE0E2"))
        drawn.append(svg.label(field.left - 7, y + 5, name, anchor="end"))
    for number, point in enumerate(points):
        if not is_named(points, number, size):
            continue
        x = field.x(number)
        drawn.append(svg.rule(x, field.floor, x, field.floor + 5, colour=svg.INK))
        name = short_name(point)
        half = svg.text_width(name) / 2
        drawn.append(svg.label(max(min(x, size.width - half), half), field.floor + 21, name))
    return drawn


def is_named(points: Sequence[MonthPoint], number: int, size: Size) -> bool:
    """Whether a month has its name under the axis.

    Where all months are drawn it is every April and October, the halves of a financial year; where few are, the last
    and every third before it, so that the same month a year before is named too.
    """
    if size.most <= NARROW.most:
        return (len(points) - 1 - number) % size.every == 0
    return points[number].month.first_day.month in (4, 10)


def short_name(point: MonthPoint) -> str:
    """A month on an axis: Aug 15."""
    return f"{point.month.last_day:%b %y}"


def _range(points: Sequence[MonthPoint], field: _Field) -> list[str]:
    """The expected range as a field, and the usual level as a thin line, in stretches of one baseline."""
    drawn: list[str] = []
    for run in _stretches(points):
        edges = [(field.x(number - 0.5), field.x(number + 0.5), point) for number, point in run]
        above = [(x, field.y(point.high or 0.0)) for start, end, point in edges for x in (start, end)]
        below = [(x, field.y(point.low or 0.0)) for start, end, point in reversed(edges) for x in (end, start)]
        drawn.append(marks.field(_inside(above + below, field)))
        levels = [
            (x, field.y(point.usual)) for start, end, point in edges if point.usual is not None for x in (start, end)
        ]
        if levels:
            drawn.append(svg.path(_inside(levels, field), colour=marks.USUAL, width=1.0))
    return drawn


def _inside(corners: list[tuple[float, float]], field: _Field) -> list[tuple[float, float]]:
    return [(min(max(x, field.left), field.right), y) for x, y in corners]


def _stretches(points: Sequence[MonthPoint]) -> list[list[tuple[int, MonthPoint]]]:
    runs: list[list[tuple[int, MonthPoint]]] = []
    for number, point in enumerate(points):
        if not point.has_range:
            continue
        follows = runs and runs[-1][-1][0] == number - 1 and not point.is_new
        if follows:
            runs[-1].append((number, point))
        else:
            runs.append([(number, point)])
    return runs


def _filling(points: Sequence[MonthPoint], field: _Field, key: str) -> list[str]:
    """Months still filling up lie on a hatched ground, with a whisker to where they may end."""
    drawn = []
    for number, point in enumerate(points):
        if not point.is_filling:
            continue
        x = max(field.x(number - 0.5), field.left)
        drawn.append(marks.hatched(x, TOP, min(field.x(number + 0.5), field.right) - x, field.floor - TOP, key=key))
        if point.may_end is not None:
            low, high = map(field.y, point.may_end)
            at = field.x(number)
            drawn.append(marks.stroke(at, low, at, high, colour=marks.FILLING, width=1.5))
            drawn += [marks.stroke(at - 4, y, at + 4, y, colour=marks.FILLING, width=1.5) for y in (low, high)]
    return drawn


def _line(points: Sequence[MonthPoint], field: _Field) -> list[str]:
    """One line for months in a row; it breaks where a month has no figure or another definition begins."""
    drawn: list[str] = []
    run: list[tuple[float, float]] = []
    before: MonthPoint | None = None
    for number, point in enumerate(points):
        if point.value is None or (point.is_new and run) or (point.is_filling and before and not before.is_filling):
            drawn += [svg.path(run, colour=marks.LINE)] if len(run) > 1 else []
            run = []
        if point.value is not None:
            at = field.x(number), field.y(point.value)
            if point.is_filling and before is not None and before.value is not None and not point.is_new:
                earlier = field.x(number - 1), field.y(before.value)
                drawn.append(marks.stroke(*earlier, *at, colour=marks.FILLING, width=1.5, dash="4 3"))
            elif not point.is_filling:
                run.append(at)
        before = point
    return drawn + ([svg.path(run, colour=marks.LINE)] if len(run) > 1 else [])


def _starts(points: Sequence[MonthPoint], field: _Field) -> list[str]:
    drawn = []
    for number, point in enumerate(points):
        if number and (point.is_new or point.is_offered):
            x = field.x(number - 0.5)
            if point.is_new:
                drawn.append(svg.rule(x, TOP, x, field.floor, colour=svg.INK, width=2))
            else:
                drawn.append(marks.stroke(x, TOP, x, field.floor, colour=svg.INK, width=2, dash="6 4"))
    return drawn


def _events(events: Sequence[tuple[float, str]], field: _Field) -> list[str]:
    """A dotted line and a letter for each event; letters that would meet stand below one another."""
    drawn: list[str] = []
    taken: list[tuple[float, float]] = []
    for place, letter in events:
        x = max(field.left + 1.0, min(field.x(place), field.right))
        y = TOP - 8.0
        while any(abs(x - other) < LETTER_WIDTH and y == height for other, height in taken):
            y += LETTER_HEIGHT
        taken.append((x, y))
        drawn.append(marks.stroke(x, TOP, x, field.floor, colour=svg.INK, dash="1 3"))
        drawn.append(svg.label(x + 3, y, letter, anchor="start", bold=True))
    return drawn


def _point(x: float, y: float, point: MonthPoint) -> str:
    return marks.hollow(x, y) if point.is_filling and not point.mark else marks.mark(x, y, point.mark)


def _last(points: Sequence[MonthPoint], field: _Field, words: Words) -> list[str]:
    """The newest value in words beside its point, with its month, or that it is so far."""
    labels = _end_labels(points, words)
    if not labels:
        return []
    number, value, _ = _known(points)[-1]
    y = min(max(field.y(value) + 5, TOP + 10), field.floor - APART)
    x = max(field.x(number) + 10, field.right + 4) if number == len(points) - 1 else field.right + 4
    return [
        svg.label(x, y, labels[0], anchor="start", bold=True),
        svg.label(x, y + APART, labels[1], anchor="start"),
    ]
