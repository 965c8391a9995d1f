"""The one way to a terminal: what is printed passes through here, and no sign in it can be an order to the terminal.

A cell of a file, or a file's name, may hold an escape that clears the screen, colours what follows or turns a line
round.  Such a sign is printed as JSON writes it, \\u001b; so JSON stays the same JSON.  Lines and tabs stay.
"""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

ORDERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Control characters, and those that turn the direction of what follows or end a line; not the joiners of scripts."""


def plain_signs(text: str) -> str:
    """The text with every sign that a terminal could take for an order written out."""
    return ORDERS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


class Harmless:
    """Standard output or standard error, through which no order passes; `direct` is the stream itself."""

    def __init__(self, stream: TextIO) -> None:
        self.direct = stream

    def write(self, text: str) -> int:
        """Write the text in plain signs."""
        self.direct.write(plain_signs(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write each in plain signs."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.direct, name)


def direct(stream: TextIO) -> TextIO:
    """The stream itself, for what draws with orders of our own: it must make plain what it is given."""
    return stream.direct if isinstance(stream, Harmless) else stream


@contextlib.contextmanager
def harmless_output() -> Iterator[None]:
    """Let nothing that is printed inside be an order to a terminal."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (stream if isinstance(stream, Harmless) else Harmless(stream) for stream in before)  # pyright: ignore[reportAttributeAccessIssue]
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before
