"""One choice after another: by Hypothesis, which makes a failing case small, or by a seed, which is fast and even."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Any, Protocol

from hypothesis import strategies as st


class Chance(Protocol):
    """Whatever decides."""

    def pick(self, options: Iterable[Any]) -> Any:
        """One of the options; the simplest stand first."""
        ...

    def number(self, lowest: int, highest: int) -> int:
        """A whole number between the two, both included."""
        ...


class Drawn:
    """Hypothesis decides."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def pick(self, options: Iterable[Any]) -> Any:
        return self._draw(st.sampled_from(tuple(options)))

    def number(self, lowest: int, highest: int) -> int:
        return self._draw(st.integers(lowest, highest))


class Seeded:
    """The same choices for the same seed, on every machine."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def pick(self, options: Iterable[Any]) -> Any:
        return self._random.choice(tuple(options))

    def number(self, lowest: int, highest: int) -> int:
        return self._random.randint(lowest, highest)
