"""The page for a paper's author: what was left out of it, where, and what would fill it."""

from __future__ import annotations

from html import escape

from purplebook.language.periods import long_day
from purplebook.outputs.paper.gaps import Gap
from purplebook.outputs.paper.model import Document

CSS = (
    "body{font:16px/1.5 'Liberation Sans',Arial,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;"
    "color:#1d2125}h1,h2{color:#3d2c6b;line-height:1.25}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #b1b4b6}"
    "thead th{background:#ece8f4;border-bottom:2px solid #3d2c6b}td:first-child{width:52%}"
    "ul{margin:0;padding-left:1rem}"
)


def gaps_page(document: Document) -> bytes:
    """The list of gaps as a page that stands alone, by section."""
    sections: dict[str, list[Gap]] = {}
    for gap in document.gaps:
        sections.setdefault(gap.section, []).append(gap)
    count = len(document.gaps)
    said = (
        f"{count} sentence{'' if count == 1 else 's'}, tables and rows are not in the paper, because nothing recorded "
        "bears them out."
        if count
        else "Nothing was left out: everything that the paper can say is borne out."
    )
    parts = "".join(_section(name, gaps) for name, gaps in sections.items())
    title = f"What the paper of {long_day(document.as_at)} leaves out"
    page = (
        f'<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f"<style>{CSS}</style>\n</head>\n<body>\n<main>\n<h1>{escape(title)}</h1>\n"
        f"<p>{escape(document.council)}. For the author; no part of the paper.</p>\n<p>{escape(said)}</p>\n{parts}"
        "</main>\n</body>\n</html>\n"
    )
    return page.encode()


def _section(name: str, gaps: list[Gap]) -> str:
    rows = "".join(
        f"<tr><td>{escape(gap.what)}</td><td><ul>"
        f"{''.join(f'<li>{escape(need.words)}</li>' for need in gap.needs)}</ul></td></tr>\n"
        for gap in gaps
    )
    return (
        f'<h2>{escape(name)}</h2>\n<table>\n<thead><tr><th scope="col">Left out</th>'
        f'<th scope="col">It would need</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n'
    )
