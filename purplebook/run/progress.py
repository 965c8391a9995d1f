"""How far a piece of work has come, in words, for whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str], None]


def silent(message: str) -> None:
    """Progress for a program that shows none."""
