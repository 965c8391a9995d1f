"""The key of a chart of months: each mark that occurs in it, with what it means."""

from __future__ import annotations

from collections.abc import Sequence

from purplebook.outputs.charts import marks, svg
from purplebook.outputs.charts.month_point import Mark, MonthPoint

WIDTH, HEIGHT = 26, 18
MARKED = {
    Mark.WORSE: "worse than usual",
    Mark.BETTER: "better than usual",
    Mark.HIGHER: "higher than usual",
    Mark.LOWER: "lower than usual",
}


def chart_key(points: Sequence[MonthPoint], *, key: str) -> list[tuple[str, str]]:
    """Each mark that occurs as a small drawing, and its words, in the order in which a reader needs them."""
    entries = [(_line(), "a complete month")]
    if any(point.has_range for point in points):
        entries.append((_band(), "what is usual for one month, and its middle"))
    present = {point.mark for point in points if point.value is not None}
    entries += [(marks.mark(13, 9, kind), words) for kind, words in MARKED.items() if kind in present]
    if any(point.is_filling and point.value is not None for point in points):
        name = f"{key}-key"
        drawn = marks.hatch(name) + marks.hatched(0, 0, WIDTH, HEIGHT, key=name) + marks.hollow(13, 9)
        entries.append((drawn, "still filling up: so far"))
    if any(point.may_end is not None for point in points):
        whisker = marks.stroke(13, 2, 13, 16, colour=marks.FILLING, width=1.5)
        ends = "".join(marks.stroke(9, y, 17, y, colour=marks.FILLING, width=1.5) for y in (2, 16))
        entries.append((whisker + ends, "where it may end"))
    if any(point.is_new for point in points[1:]):
        entries.append((svg.rule(13, 0, 13, HEIGHT, colour=svg.INK, width=2), "a new start, with its reason below"))
    if any(point.is_offered for point in points[1:]):
        entries.append((marks.stroke(13, 0, 13, HEIGHT, colour=svg.INK, width=2, dash="6 4"), "a new level, offered"))
    if any(point.came is not None for point in points):
        entries += [
            (svg.rectangle(8, 2, 10, 14, colour=marks.CAME), "came since the month before (upwards)"),
            (svg.rectangle(8, 2, 10, 14, colour=marks.LEFT), "left since then (downwards)"),
            (svg.rule(5, 9, 21, 9, colour=svg.INK, width=3), "what that leaves"),
        ]
    return [(_small(drawn), words) for drawn, words in entries]


def _small(drawn: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'aria-hidden="true">{drawn}</svg>'
    )


def _line() -> str:
    return svg.path([(0, 12), (13, 9), (26, 6)], colour=marks.LINE) + marks.mark(13, 9, Mark.NONE)


def _band() -> str:
    return marks.field([(0, 2), (26, 2), (26, 16), (0, 16)]) + marks.stroke(0, 9, 26, 9, colour=marks.USUAL)
