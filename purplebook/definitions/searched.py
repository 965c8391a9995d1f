"""Finding an indicator: by an id that is nearly right, or by words of its title and its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from purplebook.language.describe import describe
from purplebook.language.indicators import Indicator

NEAR = 3
LEAST_LIKE = 0.5


def _text(item: Indicator) -> str:
    return " ".join((item.id, item.title, item.theme, item.counts, item.note, describe(item)))


def nearest(identifier: str, indicators: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """The three indicators whose ids are most like one that there is not; none where nothing is like it."""
    asked = identifier.casefold().strip()
    ranked = sorted(indicators, key=lambda item: (-_likeness(asked, item.id.casefold()), item.id))
    return tuple(item for item in ranked[:NEAR] if _likeness(asked, item.id.casefold()) >= LEAST_LIKE)


def _likeness(asked: str, known: str) -> float:
    """How like two ids are: the same letters and number, whatever noughts or marks stand between, are most alike."""
    bare = [re.sub(r"\b0+|(?<=[a-z])0+(?=\d)|[^a-z0-9]", "", text) for text in (asked, known)]
    if bare[0] == bare[1]:
        return 3.0
    begins = bare[0] != "" and (known.startswith(asked) or bare[1].startswith(bare[0]))
    return SequenceMatcher(None, asked, known).ratio() + (1.0 if begins else 0.0)


def with_words(words: Sequence[str], indicators: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """The indicators that have every word in their id, title, theme or text; those with all in the title come first."""
    wanted = [word.casefold() for text in words for word in text.split()]

    def has_all(text: str) -> bool:
        folded = text.casefold()
        return all(re.search(rf"\b{re.escape(word)}", folded) for word in wanted)

    by_title = [item for item in indicators if has_all(f"{item.id} {item.title}")]
    rest = [item for item in indicators if item not in by_title]
    by_text = [
        item
        for item in rest
        if has_all(" ".join((item.id, item.title, item.theme, item.counts, item.note, describe(item))))
    ]
    return (*by_title, *by_text)
