"""The shell of every page: its head, its title, how sure it is, and at its foot what it was made from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup, escape

from purplebook import __version__

FOLDER = Path(__file__).parent
EVERY_PAGE = "page"
BETWEEN = " · "
COLOUR = re.compile("#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class Page:
    """A page to be written.  Text is escaped, `Markup` is not.

    `owner` and `byline` stand above the title; `status` says below it how sure the page is; `made_from` are the facts
    of the foot, such as the snapshot; `style` names the stylesheet that the page has beside that of every page;
    `heading_colour` is the council's own in place of ours.
    """

    title: str
    body: Sequence[str | Markup]
    style: str
    skip: str
    status: str | Markup
    owner: str = ""
    byline: str = ""
    description: str = ""
    made_from: tuple[str, ...] = ()
    heading_colour: str = ""

    def __post_init__(self) -> None:
        if self.heading_colour and not COLOUR.fullmatch(self.heading_colour):
            raise ValueError("A colour of headings is written as #3d2c6b.")


def page_bytes(page: Page) -> bytes:
    """The page as HTML in UTF-8; the same page gives the same bytes."""
    head = [
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        Markup("<title>{}</title>").format(f"{page.title} – {page.owner}" if page.owner else page.title),
    ]
    if page.description:
        head.append(Markup('<meta name="description" content="{}">').format(page.description))
    # Our own rules, with nothing of a reader's or a council's in them.
    head.append(f"<style>\n{_style(EVERY_PAGE)}{_style(page.style)}{_own(page.heading_colour)}</style>\n</head>")
    above = [
        Markup('<p class="council">{}</p>').format(page.owner) if page.owner else "",
        Markup("<p>{}</p>").format(page.byline) if page.byline else "",
    ]
    foot = BETWEEN.join((page.title, *page.made_from, f"purplebook {__version__}"))
    parts = [
        *head,
        Markup('<body class="{}">').format(page.style),
        Markup('<a class="skip" href="#main">{}</a>').format(page.skip),
        *(("<header>", *filter(None, above), "</header>") if any(above) else ()),
        '<main id="main">',
        Markup("<h1>{}</h1>").format(page.title),
        Markup('<p class="status">{}</p>').format(page.status),
        *(part if isinstance(part, Markup) else escape(part) for part in page.body),
        "</main>",
        Markup("<footer><p>{}</p></footer>").format(foot),
        "</body>\n</html>\n",
    ]
    return "\n".join(str(part) for part in parts).encode()


def _own(heading: str) -> str:
    return f":root {{ --purple: {heading}; }}\n" if heading else ""


def _style(name: str) -> str:
    return (FOLDER / f"{name}.css").read_text(encoding="utf-8")
