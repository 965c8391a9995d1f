"""Writes the printed document as one HTML file that stands alone: no script, no font and no picture from elsewhere."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from purplebook.language.periods import long_day
from purplebook.outputs.pages import Page, page_bytes
from purplebook.outputs.paper.model import HEADING_COLOUR, Document, Picture

FOLDER = Path(__file__).parent


def html_bytes(document: Document) -> bytes:
    """The document as HTML in UTF-8."""
    environment = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined)
    environment.filters["kind"] = lambda block: type(block).__name__
    environment.filters["drawing"] = _drawing
    # The template escapes what it fills in.
    body = Markup(environment.get_template("paper.html.jinja").render(document=document).rstrip())
    as_at = long_day(document.as_at)
    return page_bytes(
        Page(
            title=document.title,
            owner=document.council,
            byline=document.author_line,
            description=f"{document.title}. {document.status} figures as at {as_at}.",
            status=Markup("<strong>{} figures</strong> as at {}").format(document.status, as_at),
            body=(body,),
            style="paper",
            skip="Skip to the paper",
            heading_colour="" if document.heading_colour == HEADING_COLOUR else document.heading_colour,
            made_from=(
                f"{document.status} figures",
                *((f"snapshot {document.snapshot_id}",) if document.snapshot_id else ()),
            ),
        )
    )


def _drawing(picture: Picture) -> Markup:
    """Our own drawing, whose words were escaped when it was drawn."""
    return Markup(picture.svg)
