"""What a person typed and no message repeats: what could be a child's number, or the password of a database."""

from __future__ import annotations

import re
from collections.abc import Sequence

CHILDS_NUMBER = re.compile(r"[A-Za-z]{0,3}\d{6,}[A-Za-z]?")
"""What councils' numbers of children and our own keys look like; no date or code of an indicator does."""


def without_secrets(message: str, words: Sequence[str]) -> str:
    """The message without a password or a child's number among the words typed, put where it does not belong."""
    from purplebook.run.addresses import without_passwords

    message = without_passwords(message, words)
    for word in words:
        for part in word.split("="):
            if CHILDS_NUMBER.fullmatch(part):
                message = message.replace(part, "…")
    return message
