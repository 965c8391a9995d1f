"""Codes and columns as a reader would say them: titles beside codes, and columns by their names.

It knows nothing of sections or formats.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

COLUMN = re.compile(r"\b([a-z]\w*)\.([a-z]\w*)\b(?: ([A-Z]\w*))?")


def in_plain_words(words: str) -> str:
    """Words in which columns are named as a reader would name them."""
    return COLUMN.sub(_column_words, words)


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
    return in_plain_words(words)


def _column_words(match: re.Match[str]) -> str:
    table, column, kind = (None if part is None else part.replace("_", " ") for part in match.groups())
    if kind is not None:
        return f"facts of the kind '{kind.lower()}' in the {table} records"
    return f"'{column}' in the {table} records"
