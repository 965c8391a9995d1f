"""The page for a paper's author: what was left out of it, where, and what would fill it."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from purplebook.language.periods import long_day
from purplebook.outputs.pages import Page, page_bytes, table
from purplebook.outputs.paper.gaps import Gap
from purplebook.outputs.paper.model import Document


def gaps_page(document: Document) -> bytes:
    """The list of gaps as a page that stands alone, by section."""
    sections: dict[str, list[Gap]] = {}
    for gap in document.gaps:
        sections.setdefault(gap.section, []).append(gap)
    count = len(document.gaps)
    summary = (
        f"{count} sentence{'' if count == 1 else 's'}, tables and rows are not in the paper, because nothing recorded "
        "bears them out."
        if count
        else "Nothing was left out: everything that the paper can say is borne out."
    )
    return page_bytes(
        Page(
            title=f"What the paper of {long_day(document.as_at)} leaves out",
            owner=document.council,
            status="For the author; no part of the paper.",
            body=(
                Markup("<p>{}</p>").format(summary),
                *(part for item in sections.items() for part in _section(*item)),
            ),
            style="gaps",
            skip="Skip to the list",
            made_from=(f"snapshot {document.snapshot_id}",) if document.snapshot_id else (),
        )
    )


def _section(name: str, gaps: list[Gap]) -> Iterator[Markup]:
    yield Markup("<h2>{}</h2>").format(name)
    rows = [(gap.what, Markup("<ul>{}</ul>").format(_needs(gap))) for gap in gaps]
    yield table(f"Left out of: {name}", ("Left out", "It would need"), rows, words=(0, 1))


def _needs(gap: Gap) -> Markup:
    return Markup("").join(Markup("<li>{}</li>").format(need.words) for need in gap.needs)
