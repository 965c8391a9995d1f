"""Which layout a file has, judged by its columns; one with a column that nobody knows is refused."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from purplebook.errors import BadInputError
from purplebook.sources.published.children_in_need import CHILDREN_IN_NEED
from purplebook.sources.published.layouts import PLACES, Layout, spelled
from purplebook.sources.published.looked_after import LOOKED_AFTER
from purplebook.sources.published.workforce import POPULATION, WORKFORCE

LAYOUTS: tuple[Layout, ...] = (*CHILDREN_IN_NEED, *LOOKED_AFTER, WORKFORCE, POPULATION)
NEEDED = ("time_period", "geographic_level")
MOST_NAMED = 6
NEAREST = 2


def layout_of(name: str, headers: Sequence[str]) -> Layout:
    """The layout of a file with these headers; BadInputError names what is not known and what is nearest to it."""
    columns = [spelled(header) for header in headers]
    twice = sorted({header for header, text in zip(headers, columns, strict=True) if columns.count(text) > 1})
    if twice:
        raise BadInputError(f"{name}: these columns say the same: {', '.join(twice)}. Leave one of them out.")
    fitting = [layout for layout in LAYOUTS if set(layout.marks) <= set(columns)]
    # Of several, the one with the fewest columns that it does not know.
    layout = min(fitting, key=lambda layout: len(set(columns) - layout.columns), default=None)
    if layout is None:
        allowed = frozenset(column for layout in LAYOUTS for column in layout.columns)
        odd = [header for header, text in zip(headers, columns, strict=True) if text not in allowed]
        what = nearest(odd or headers, allowed)
        raise BadInputError(
            f"{name}: this is no published file that purplebook knows, so nothing was taken from it. {what} The files "
            "known are: " + "; ".join(layout.title for layout in LAYOUTS) + "."
        )
    odd = [header for header, text in zip(headers, columns, strict=True) if text not in layout.columns]
    if odd:
        raise BadInputError(
            f"{name} looks like {layout.title}, but has columns that are not known, so nothing was taken from it. "
            f"{nearest(odd, layout.columns)} Rename a column that means the same, or take it out."
        )
    missing = [column for column in NEEDED if column not in columns]
    if missing:
        raise BadInputError(f"{name} lacks the column {' and '.join(missing)}. Download the whole file again.")
    return layout


def nearest(headers: Sequence[str], known: frozenset[str]) -> str:
    """For each header that is not known, the known ones most like it, in words."""
    phrases = []
    for header in headers[:MOST_NAMED]:
        near = get_close_matches(spelled(header), sorted(known - set(PLACES)) + PLACES, n=NEAREST, cutoff=0.5)
        phrases.append(f"'{header}' (nearest: {' or '.join(near)})" if near else f"'{header}' (nothing is like it)")
    more = f" and {len(headers) - MOST_NAMED} more" if len(headers) > MOST_NAMED else ""
    return f"Not known: {', '.join(phrases)}{more}."
