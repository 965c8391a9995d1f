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
    """One chart before it is drawn; `key` sets it apart from the other charts of a page."""

    kind: ChartKind
    title: str
    unit: str
    labels: tuple[str, ...]
    lines: tuple[Line, ...]
    is_percentage: bool
    key: str

    @property
    def largest(self) -> Decimal:
        """The largest point, or 0 when there is none."""
        return max((value for line in self.lines for value in line.values if value is not None), default=Decimal(0))

    def point_words(self, value: Decimal | int | None) -> str:
        """A point as it is written beside its mark and on the axis."""
        if value is None:
            return "not available"
        return f"{value:,}{'%' if self.is_percentage else ''}"
