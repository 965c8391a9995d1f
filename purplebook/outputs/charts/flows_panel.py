"""Under a stock: how many came in each month, how many left, and what that leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from purplebook.outputs.charts import marks, svg
from purplebook.outputs.charts.month_point import MonthPoint
from purplebook.outputs.charts.scale import ticks

HEIGHT = 92
WIDEST = 14.0


def flows_panel(
    points: Sequence[MonthPoint],
    *,
    across: Callable[[float], float],
    apart: float,
    top: float,
    key: str,
    right: float,
) -> list[str]:
    """Bars up for arrivals and down for leavers with a black bar for the difference, each named at the right."""
    largest = max(max(point.came or 0, point.left or 0) for point in points)
    most = ticks(Decimal(max(largest, 1)), at_most=2)[-1]
    middle, reach = top + HEIGHT / 2, HEIGHT / 2
    width = min(apart * 0.66, WIDEST)
    start = across(0) - 7

    def y(count: float) -> float:
        return middle - count / most * reach

    drawn = [svg.label(start - 7, y(sign * most) + 5, f"{most:,}", anchor="end") for sign in (1, -1)]
    drawn.append(svg.label(start - 7, middle + 5, "0", anchor="end"))
    drawn += [svg.rule(start, y(sign * most), right, y(sign * most), colour="#DEE0E2") for sign in (1, -1)]
    for number, point in enumerate(points):
        if point.came is None or point.left is None:
            continue
        x = across(number) - width / 2
        for count, up, colour in ((point.came, True, marks.CAME), (point.left, False, marks.LEFT)):
            edge, tall = (y(count) if up else middle), count / most * reach
            if point.is_filling:
                drawn.append(marks.hatched(x, edge, width, tall, key=key, outline=colour))
            else:
                drawn.append(svg.rectangle(x, edge, width, tall, colour=colour))
        net = y(point.came - point.left)
        drawn.append(svg.rule(x - 1, net, x + width + 1, net, colour=svg.INK, width=3))
    drawn.append(svg.rule(start, middle, right, middle, colour=svg.INK))
    drawn += [
        svg.label(right + 4, middle - reach / 2 + 5, "came", anchor="start"),
        svg.label(right + 4, middle + reach / 2 + 5, "left", anchor="start"),
    ]
    return drawn
