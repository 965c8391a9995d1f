"""The few SVG elements that our charts are made of. Everything is an attribute: a page may forbid inline styles."""

from __future__ import annotations

from decimal import Decimal
from html import escape

from purplebook.outputs.fonts import FONT_FAMILY

PALETTE = ("#12436D", "#28A197", "#801650", "#F46A25")
INK = "#0B0C0C"
GRID = "#B1B4B6"
TEXT_SIZE = 14
FONTS = f"{FONT_FAMILY}, Arial, Helvetica, sans-serif"
# The widths of Liberation Sans (and Arial) in thousandths of the text size, near enough to place labels by.
NARROW, WIDE = "fijlrt.,:;'!|I() \N{NO-BREAK SPACE}-", "mwMW%@"


def number(value: float | Decimal) -> str:
    """A coordinate with at most one decimal place, always written the same way."""
    text = f"{float(value):.1f}"
    return text.removesuffix(".0")


def text_width(text: str, *, size: float = TEXT_SIZE) -> float:
    """About how wide a label is when it is printed."""
    return sum(map(_character_width, text)) * size / 1000


def _character_width(char: str) -> int:
    if char in NARROW:
        return 280
    if char in WIDE:
        return 850
    return 690 if char.isupper() else 556


def label(x: float, y: float, words: str, *, anchor: str = "middle", bold: bool = False) -> str:
    """Words at a point; `anchor` is start, middle or end."""
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{number(x)}" y="{number(y)}" text-anchor="{anchor}"{weight}>{escape(words, quote=False)}</text>'


def rectangle(x: float, y: float, width: float, height: float, *, colour: str) -> str:
    """A filled rectangle."""
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(max(height, 0))}" '
        f'fill="{colour}"/>'
    )


def rule(x1: float, y1: float, x2: float, y2: float, *, colour: str = GRID, width: float = 1) -> str:
    """A straight line."""
    return (
        f'<line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}" '
        f'stroke="{colour}" stroke-width="{number(width)}"/>'
    )


def path(points: list[tuple[float, float]], *, colour: str, dash: str = "", width: float = 2.5) -> str:
    """A line through points."""
    joined = " ".join(f"{'M' if index == 0 else 'L'}{number(x)} {number(y)}" for index, (x, y) in enumerate(points))
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="{joined}" fill="none" stroke="{colour}" stroke-width="{number(width)}" '
        f'stroke-linejoin="round"{dashes}/>'
    )


def marker(x: float, y: float, *, colour: str, shape: int) -> str:
    """A point of a line: a circle, square, diamond or triangle, so that lines differ in more than colour."""
    match shape % 4:
        case 0:
            return f'<circle cx="{number(x)}" cy="{number(y)}" r="3.5" fill="{colour}"/>'
        case 1:
            return rectangle(x - 3.5, y - 3.5, 7, 7, colour=colour)
        case 2:
            corners = ((x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y))
        case _:
            corners = ((x, y - 5), (x + 5, y + 4), (x - 5, y + 4))
    joined = " ".join(f"{number(px)},{number(py)}" for px, py in corners)
    return f'<polygon points="{joined}" fill="{colour}"/>'


def whole(parts: list[str], *, key: str, title: str, description: str, width: int, height: int) -> str:
    """The finished drawing, with the title and description that a screen reader reads out."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-labelledby="{key}-title {key}-description" font-family="{FONTS}" '
        f'font-size="{TEXT_SIZE}" fill="{INK}">'
        f'<title id="{key}-title">{escape(title, quote=False)}</title>'
        f'<desc id="{key}-description">{escape(description, quote=False)}</desc>' + "".join(parts) + "</svg>"
    )
