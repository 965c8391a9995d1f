"""A table of a page: one that a screen reader can read, and that scrolls in its own box where it is too wide."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

NAME_PARTS = re.compile(r"[^._]+|[._]")


def table(
    caption: str, heads: Sequence[str], rows: Sequence[Sequence[object]], *, words: Sequence[int] = (), label: str = ""
) -> Markup:
    """The table under its caption.  The first cell of a row names it; the columns at `words` are set as text is.

    `label` sets it apart from other tables of the page for those who hear it, where its caption does not.
    """
    head = Markup("").join(
        Markup('<th scope="col"{}>{}</th>').format(_is_words(place, words), text) for place, text in enumerate(heads)
    )
    classes = [_is_words(place, words) for place in range(len(heads))]
    lines = []
    for row in rows:
        cells = "".join(f"<td{classes[place]}>{escape(cell)}</td>" for place, cell in enumerate(row[1:], start=1))
        lines.append(Markup(f'<tr><th scope="row">{escape(row[0])}</th>{cells}</tr>'))
    return Markup(
        '<div class="scrolls" tabindex="0" role="region" aria-label="{1}">\n<table><caption>{0}</caption>\n'
        "<thead><tr>{2}</tr></thead>\n<tbody>\n{3}\n</tbody></table>\n</div>"
    ).format(caption, label or caption, head, Markup("\n").join(lines))


def breakable(name: str) -> Markup:
    """A long name that may break after a dot or an underline, so that a phone shows more than the name."""
    return Markup("").join(
        Markup("{}<wbr>" if part in "._" else "{}").format(part) for part in NAME_PARTS.findall(name)
    )


def _is_words(place: int, words: Sequence[int]) -> Markup:
    return Markup(' class="words"') if place in words else Markup("")
