"""A second, plain way to make an XmR chart: one series, exact fractions, one point after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

LIMIT, LARGE = Fraction("2.66"), Fraction("3.267")


@dataclass
class PlainChart:
    """Mean and limits for each month (None: no limits), and the months that each rule marks, up and down."""

    limits: list[tuple[Fraction, Fraction, Fraction] | None]
    marks: dict[tuple[str, int], set[int]] = field(default_factory=dict)

    def mark(self, rule: str, way: int, months: Sequence[int]) -> None:
        self.marks.setdefault((rule, way), set()).update(months)


def plain_chart(
    values: Sequence[str | None],
    *,
    phases: Sequence[int],
    immature: Sequence[bool],
    may_fall: bool = False,
    first_points: int | None = None,
    leaves_out: bool = True,
    length: int = 7,
) -> PlainChart:
    """As `control_charts` promises, in the plainest words."""
    held = [None if value is None else Fraction(value) for value in values]
    chart = PlainChart([None] * len(held))
    for phase in sorted(set(phases)):
        months = [t for t, p in enumerate(phases) if p == phase]
        _one_baseline(chart, held, months, immature, may_fall, first_points, leaves_out, length)
    return chart


def _one_baseline(chart, held, months, immature, may_fall, first_points, leaves_out, length) -> None:
    used = [t for t in months if held[t] is not None and not immature[t]][: first_points or len(held)]
    if len(used) < 12:
        return
    ranges = [abs(held[t] - held[t - 1]) for t in used if t - 1 in used]
    if len(ranges) < 11:
        return
    if leaves_out:
        average = sum(ranges) / len(ranges)
        ranges = [r for r in ranges if r <= LARGE * average]
    average = sum(ranges) / len(ranges)
    if average == 0:
        return
    mean = sum(held[t] for t in used) / len(used)
    for t in months:
        chart.limits[t] = (mean - LIMIT * average, mean, mean + LIMIT * average)
    for way in (1, -1):
        _rules(chart, held, months, immature, may_fall, mean, average, length, way)


def _rules(chart, held, months, immature, may_fall, mean, average, length, way) -> None:
    def counts(t: int) -> bool:
        return held[t] is not None and (not immature[t] or (way == 1 and not may_fall))

    def off(t: int) -> Fraction:
        return way * (held[t] - mean)

    def side(t: int) -> bool:
        return counts(t) and off(t) > 0

    for t in months:
        if side(t) and off(t) > LIMIT * average:
            chart.mark("astronomical point", way, [t])
    for start in months:
        window = list(range(start, start + length))
        if window[-1] in months and all(side(t) for t in window):
            chart.mark("shift", way, window)
        if window[-1] in months and all(_stepped(held, immature, may_fall, t, way) for t in window[1:]):
            chart.mark("trend", way, window)
        three = list(range(start, start + 3))
        if three[-1] in months and all(side(t) for t in three):
            near = [t for t in three if off(t) > LIMIT * average * 2 / 3]
            if len(near) >= 2:
                chart.mark("two out of three near a limit", way, near)


def _stepped(held, immature, may_fall, t: int, way: int) -> bool:
    if held[t] is None or held[t - 1] is None or way * (held[t] - held[t - 1]) <= 0:
        return False
    if may_fall:
        return not immature[t] and not immature[t - 1]
    return not immature[t - 1] if way == 1 else not immature[t]
