"""What the paper says where figures are not available: one plain sentence, and codes with their titles beside them.

It knows nothing of sections or formats.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from purplebook.language.papers import Ref
from purplebook.outputs.paper.binding import Found, is_missing
from purplebook.results.printed import is_known

NOT_IN_RECORDS = "Not available from the records that were loaded"
NOTHING_TO_COUNT = "There was nothing to work out a figure from"
COLUMN = re.compile(r"\b([a-z]\w*)\.([a-z]\w*)\b(?: ([A-Z]\w*))?")


def in_place_of(refs: Iterable[Ref], *, found: Found, titles: Mapping[str, str]) -> str:
    """One sentence in place of a paragraph or table: which of its figures are missing, by their titles."""
    asked = tuple(refs)
    missing = tuple(ref for ref in asked if is_missing(found, ref)) or asked
    reason = NOTHING_TO_COUNT if all(_is_of_nobody(found, ref) for ref in missing) else NOT_IN_RECORDS
    names = dict.fromkeys(titles.get(ref.indicator, ref.indicator) for ref in missing)
    return f"{reason}: {'; '.join(name[:1].lower() + name[1:] for name in names)}."


def with_titles(words: str, titles: Mapping[str, str]) -> str:
    """Words in which each indicator's code is followed by its title once, and columns are named as a reader would."""
    codes = "|".join(re.escape(code) for code in sorted(titles, key=len, reverse=True))
    if codes:
        parts = re.split(rf"(?<![\w-])({codes})(?![\w-])", words)
        # Every second part is a code, because it is the pattern that the words were divided by.
        is_first = [place % 2 == 1 and part not in parts[1:place:2] for place, part in enumerate(parts)]
        words = "".join(
            f"{part} ({titles[part]})" if first else part for part, first in zip(parts, is_first, strict=True)
        )
    return COLUMN.sub(_column_words, words)


def _column_words(found: re.Match[str]) -> str:
    table, column, kind = (None if part is None else part.replace("_", " ") for part in found.groups())
    if kind is not None:
        return f"facts of the kind '{kind.lower()}' in the {table} records"
    return f"'{column}' in the {table} records"


def _is_of_nobody(found: Found, ref: Ref) -> bool:
    figure = found.find(ref)
    return figure is not None and is_known(figure) and figure.denominator == 0
