"""What a chart is drawn from: labels, lines of points, and how a point is written."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from purplebook.language.papers import ChartKind


@dataclass(frozen=True)
class Line:
    """One series of points; None where a figure is not available."""

    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Drawing:
    """One chart before it is drawn; `key` sets it apart from the other charts of a page.

    `so_far` are the places of the labels whose points are still filling up.
    """

    kind: ChartKind
    title: str
    unit: str
    labels: tuple[str, ...]
    lines: tuple[Line, ...]
    is_percentage: bool
    key: str
    so_far: frozenset[int] = frozenset()

    @property
    def names(self) -> tuple[str, ...]:
        """The labels, each with the words that its point is so far."""
        return tuple(f"{label}, so far" if at in self.so_far else label for at, label in enumerate(self.labels))

    @property
    def hollow(self) -> bool:
        """Whether some points of its lines are drawn hollow."""
        return self.kind is ChartKind.LINES and bool(self.so_far)

    @property
    def largest(self) -> Decimal:
        """The largest point, or 0 when there is none."""
        return max((value for line in self.lines for value in line.values if value is not None), default=Decimal(0))

    def point_words(self, value: Decimal | int | None) -> str:
        """A point as it is written beside its mark and on the axis."""
        if value is None:
            return "not available"
        return f"{value:,}{'%' if self.is_percentage else ''}"
