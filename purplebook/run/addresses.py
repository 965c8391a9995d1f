"""Addresses of databases among the words that a person types, well written or not: they may hold a password.

Whatever looks like one is never repeated in a message, whatever is wrong with it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote, unquote_plus

from purplebook.errors import BadInputError

ADDRESS = "://"
"""What the address of a database has and the path of a file has not."""
KINDS = "postgresql|postgres|mssql|sqlserver|mysql|mariadb|oracle|sqlite|snowflake|redshift|db2|sybase|odbc|jdbc"
LIKE_AN_ADDRESS = re.compile(rf"\s*({KINDS})\b[\w+.\s-]*[:;/\\]", re.IGNORECASE)
WITH_A_PASSWORD = re.compile(r":.*@|(pwd|password|passwd)\s*=", re.IGNORECASE | re.DOTALL)
SHOWN_FOR_ONE = "…"


def is_address(word: str) -> bool:
    """Whether a word is written as the address of a database is."""
    return ADDRESS in word


def may_hold_a_password(word: str) -> bool:
    """Whether a word could be an address of a database, however it is mistyped."""
    plain = unquote(word)
    return bool(WITH_A_PASSWORD.search(plain) or LIKE_AN_ADDRESS.match(plain))


def check_words(words: Sequence[str]) -> None:
    """Refuse what was meant as the address of a database and is none; BadInputError, which does not repeat it."""
    for word in words:
        if not is_address(word) and may_hold_a_password(word) and not os.path.lexists(word):
            raise BadInputError(
                "One of the names is neither a file that is there nor the address of a database, though it looks like "
                "one. It is not repeated here, for it may hold a password. Write an address as "
                "dialect+driver://user:password@host/database, with :// and without spaces, between quotation marks; "
                "a sign such as @ or / in the password as %40 or %2F."
            )


def without_passwords(message: str, words: Sequence[str]) -> str:
    """The message without any word typed that may hold a password, and without the password itself."""
    for word in words:
        if may_hold_a_password(word):
            for secret in sorted(set(_forms(word)), key=len, reverse=True):
                message = message.replace(secret, SHOWN_FOR_ONE)
    return message


def _forms(word: str) -> Iterator[str]:
    """The word as a message may have it, and the passwords that it may hold."""
    option, _, value = word.partition("=")
    for text in (word, value) if option.startswith("--") and value else (word,):
        for form in (text, unquote(text), unquote_plus(text)):
            yield from (form, str(Path(form)), os.path.abspath(form))
            for password in re.finditer(r"(?=:(.+)@)", form, re.DOTALL):
                if len(password[1].strip("/")) > 2:
                    yield password[1].strip("/")
            yield from (named[2] for named in re.finditer(r"(?i)(pwd|password|passwd)\s*=\s*([^;&\s]{3,})", form))
