"""From what people write in a coded cell of Annex A to the bare code: "q) 6: Police", "6" and "police." are all 6.

    the code itself  →  the code, then its label  →  the label, or its beginning  →  what else people write

Capitals, punctuation, spaces, dashes and quotation marks of every kind make no difference.  The lettered prefix is
never trusted: the 2019 template gives the letter s to two different ethnicities.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from purplebook.sources.annex_a.aliases import IN_OR_OUT, PATTERNS
from purplebook.sources.annex_a.groups import CodeGroup, group_named
from purplebook.tables.codes import CODE_SETS

__all__ = ["IN_OR_OUT", "Patterns", "plain_words", "read_code", "read_group", "read_with"]

Patterns = Sequence[tuple[str, str]]

_LETTER = re.compile(r"^[a-z]{1,2}\d?\)\s*", re.IGNORECASE)
_Y_OR_N = re.compile(r"\(\s*y\s*/\s*n\s*\)", re.IGNORECASE)
_PLURAL = re.compile(r"\(s\)", re.IGNORECASE)
_APOSTROPHES = str.maketrans("", "", "'’‘`´“”\"?")
_AND = re.compile(r"[&+]")
_BREAK = re.compile(r"[^a-z0-9]+")
_BRACKETED_AT_END = re.compile(r"(?:^|\s)[\[(]\s*([A-Za-z0-9]{1,7})\s*[\])]$")
_WORDS_AS_CODES = ("in_touch", "care_plan_goal", "care_leaver_eligibility", "yes_no_unknown", "return_interview_answer")
"""Sets whose codes are words: 'No, gone abroad' must not be read by its first word."""
_LEAST_OF_A_LABEL = 12
"""So many letters a label that was cut short must still have."""


@lru_cache(maxsize=10_000)
def read_code(text: str, *, code_set: str) -> str | None:
    """Return the bare code that `text` means in the set called `code_set`, or None when it means none."""
    return read_with(text, code_set=code_set, patterns=PATTERNS.get(code_set, ()))


@lru_cache(maxsize=10_000)
def read_group(text: str, *, code_set: str) -> CodeGroup | None:
    """Return the group of codes that is all `text` names; None when it says more, or names no group."""
    group = group_named(plain_words(_without_letter(text)), code_set=code_set)
    code = read_code(text, code_set=code_set) if group else None
    return group if group and code == group.general_code else None


def read_with(text: str, *, code_set: str, patterns: Patterns) -> str | None:
    """`read_code` with other patterns of what people write: with none, only codes and labels are known."""
    stripped = text.strip()
    if _is_code(stripped, code_set):
        return stripped.upper()
    bare = _without_letter(stripped)
    if _is_code(bare, code_set):
        return bare.upper()
    words = plain_words(bare)
    first, _, rest = words.partition(" ")
    if code_set not in _WORDS_AS_CODES:
        at_end = _BRACKETED_AT_END.search(bare)
        if at_end and _is_code(at_end[1], code_set):
            return at_end[1].upper()
        if rest and _is_code(first, code_set) and not _starts_a_number(bare, rest):
            return first.upper()
    if _is_code(words, code_set):
        return words.upper()
    labels = _labels(code_set)
    if words in labels:
        return labels[words]
    for pattern, code in patterns:
        if _compiled(pattern).search(words):
            return code if code and (code_set not in CODE_SETS or _is_code(code, code_set)) else None
    if len(words) >= _LEAST_OF_A_LABEL:
        begun = {code for label, code in labels.items() if label.startswith(words)}
        if len(begun) == 1:
            return begun.pop()
    return None


def plain_words(text: str) -> str:
    """The words of `text` in small letters with single spaces, without punctuation; 'and' for '&' and '+'."""
    return _BREAK.sub(" ", _AND.sub(" and ", _PLURAL.sub("s", text).translate(_APOSTROPHES).casefold())).strip()


@lru_cache(maxsize=64)
def _codes(code_set: str) -> frozenset[str]:
    return frozenset(value.code for value in CODE_SETS[code_set].codes) if code_set in CODE_SETS else frozenset()


@lru_cache(maxsize=64)
def _labels(code_set: str) -> dict[str, str]:
    values = CODE_SETS[code_set].codes if code_set in CODE_SETS else ()
    return {plain_words(value.label): value.code for value in reversed(values)}


@lru_cache(maxsize=2_000)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _without_letter(text: str) -> str:
    """The text without Ofsted's lettered prefix and without "(Y/N)"."""
    return _Y_OR_N.sub(" ", _LETTER.sub("", text.strip())).strip() or text.strip()


def _is_code(word: str, code_set: str) -> bool:
    return word.upper() in _codes(code_set)


def _starts_a_number(bare: str, rest: str) -> bool:
    """Whether the first digits are no code: those of a list of our own council, "10) Housing", or of "16 17"."""
    return bare[:1].isdigit() and (rest[:1].isdigit() or bare.lstrip("0123456789").startswith(")"))
