"""The marks of a chart of months: each says by its shape what its colour says too."""

from __future__ import annotations

from purplebook.outputs.charts import svg
from purplebook.outputs.charts.month_point import Mark

LINE, BAND, USUAL, FILLING = "#12436D", "#D9DEE3", "#505A5F", "#1D70B8"
BETTER, WORSE, EITHER = "#28A197", "#F46A25", "#801650"
CAME, LEFT = "#28A197", "#801650"
DOT, RING = 2.5, 4.5


def mark(x: float, y: float, kind: Mark) -> str:
    """The mark of one month; a plain dot where nothing is said of it."""
    match kind:
        case Mark.WORSE:
            return _shape([(x, y - 6.5), (x + 6.5, y), (x, y + 6.5), (x - 6.5, y)], WORSE)
        case Mark.BETTER:
            return _shape([(x - 5, y - 5), (x + 5, y - 5), (x + 5, y + 5), (x - 5, y + 5)], BETTER)
        case Mark.HIGHER:
            return _shape([(x, y - 6), (x + 6, y + 5), (x - 6, y + 5)], EITHER)
        case Mark.LOWER:
            return _shape([(x, y + 6), (x + 6, y - 5), (x - 6, y - 5)], EITHER)
        case Mark.NONE:
            return f'<circle cx="{svg.number(x)}" cy="{svg.number(y)}" r="{svg.number(DOT)}" fill="{LINE}"/>'


def hollow(x: float, y: float) -> str:
    """A month that is still filling up."""
    return (
        f'<circle cx="{svg.number(x)}" cy="{svg.number(y)}" r="{svg.number(RING)}" fill="#FFFFFF" '
        f'stroke="{FILLING}" stroke-width="2"/>'
    )


def hatch(key: str) -> str:
    """The pattern that lies behind months still filling up, by the name `{key}-hatch`."""
    return (
        f'<pattern id="{key}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><path d="M0 0 L0 6" stroke="{FILLING}" stroke-width="1.5" '
        'stroke-opacity="0.45"/></pattern>'
    )


def hatched(x: float, y: float, width: float, height: float, *, key: str, outline: str = "") -> str:
    """A hatched field."""
    edge = f' stroke="{outline}" stroke-width="1"' if outline else ""
    return (
        f'<rect x="{svg.number(x)}" y="{svg.number(y)}" width="{svg.number(max(width, 0))}" '
        f'height="{svg.number(max(height, 0))}" fill="url(#{key}-hatch)"{edge}/>'
    )


def field(points: list[tuple[float, float]]) -> str:
    """The expected range: a pale field with a thin edge, so that it is seen without colours too."""
    joined = " ".join(f"{svg.number(x)},{svg.number(y)}" for x, y in points)
    return f'<polygon points="{joined}" fill="{BAND}" stroke="#8A9299" stroke-width="0.5"/>'


def stroke(x1: float, y1: float, x2: float, y2: float, *, colour: str, width: float = 1.0, dash: str = "") -> str:
    """A straight stroke, dashed or not."""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="M{svg.number(x1)} {svg.number(y1)} L{svg.number(x2)} {svg.number(y2)}" fill="none" '
        f'stroke="{colour}" stroke-width="{svg.number(width)}"{dashes}/>'
    )


def _shape(corners: list[tuple[float, float]], colour: str) -> str:
    joined = " ".join(f"{svg.number(x)},{svg.number(y)}" for x, y in corners)
    return f'<polygon points="{joined}" fill="{colour}" stroke="{svg.INK}" stroke-width="1"/>'


def small_mark(kind: Mark) -> str:
    """A mark as a small drawing among words, which say the same."""
    if not kind:
        return ""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 18 18" width="18" height="18" class="mark" '
        f'aria-hidden="true">{mark(9, 9, kind)}</svg>'
    )
