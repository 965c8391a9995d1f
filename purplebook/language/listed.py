"""Several words in a sentence: "a, b and c"."""

from __future__ import annotations

from collections.abc import Sequence


def listed(words: Sequence[str], *, between: str = ", ", last: str = "and") -> str:
    """The words with commas between them and `last` before the last one; one word as it stands.  At least one."""
    return words[0] if len(words) == 1 else f"{between.join(words[:-1])} {last} {words[-1]}"
