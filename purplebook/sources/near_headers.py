"""Which header was meant by one that is not known: "Date of Refferal" is Date of Referral, and no column of its own.

A header that is nearly a known one loses its whole column when it is only kept aside, so the load stops and says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher

LEAST_ALIKE, LEAST_ALIKE_WORD = 0.85, 0.65
"""Of two headers, and of each two words of theirs, how much of the letters is alike: below it they are two things."""
LEAST_LETTERS = 3


def near_misses(
    missing: Iterable[str], extra: Iterable[str], *, plain: Callable[[str], str] = str.casefold
) -> tuple[tuple[str, str], ...]:
    """Pairs of a header that is there and is not known, and the missing one that it nearly is; each at most once.

    `plain` leaves out the differences that mean nothing.
    """
    left = list(dict.fromkeys(missing))
    pairs: list[tuple[str, str]] = []
    for header in dict.fromkeys(extra):
        likely = [(alike(plain(header), plain(known)), known) for known in left]
        score, known = max(likely, default=(0.0, ""))
        if score >= LEAST_ALIKE:
            pairs.append((header, known))
            left.remove(known)
    return tuple(pairs)


def alike(one: str, other: str) -> float:
    """How much two headers are alike, from 0 to 1: not at all where a number or a word is another, as start and end."""
    if min(len(one), len(other)) < LEAST_LETTERS or _digits(one) != _digits(other):
        return 0.0
    words, others = _WORDS.findall(one), _WORDS.findall(other)
    if len(words) != len(others):
        # A space too many or too few, and nothing else.
        return 1.0 if "".join(words) == "".join(others) else 0.0
    if any(_ratio(*pair) < LEAST_ALIKE_WORD for pair in zip(words, others, strict=True)):
        return 0.0
    return _ratio(one, other)


_WORDS = re.compile(r"[^\W_]+")


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())


def did_you_mean(place: str, pairs: Sequence[tuple[str, str]]) -> str:
    """The fault of headers that are nearly known ones."""
    shown = "; ".join(f"'{header}': did you mean '{known}'?" for header, known in pairs)
    return (
        f"{place}: {'a header is' if len(pairs) == 1 else 'headers are'} not known. {shown} Correct the row of headers."
    )
