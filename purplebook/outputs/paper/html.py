"""Writes the printed document as one HTML file that stands alone: no script, no font and no picture from elsewhere."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from purplebook.language.periods import long_day
from purplebook.outputs.paper.model import Document, Picture

FOLDER = Path(__file__).parent


def html_bytes(document: Document) -> bytes:
    """The document as HTML in UTF-8."""
    environment = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined)
    environment.filters["kind"] = lambda block: type(block).__name__
    environment.filters["drawing"] = _drawing
    page = environment.get_template("paper.html.jinja").render(
        document=document,
        as_at=long_day(document.as_at),
        css=Markup((FOLDER / "paper.css").read_text(encoding="utf-8")),
    )
    return (page.rstrip() + "\n").encode()


def _drawing(picture: Picture) -> Markup:
    """Our own drawing, whose words were escaped when it was drawn."""
    return Markup(picture.svg)
