"""A part of a definition is asked for its hash hundreds of thousands of times, and never changes: it is hashed once."""

from __future__ import annotations

import dataclasses
from typing import Any

_KEPT = "_hash"


class HashedOnce:
    """A frozen dataclass that works its hash out when it is first asked, from what it is compared by, and keeps it.

    The hash of text differs from process to process, so it is not taken along to another.
    """

    def __init_subclass__(cls, **words: Any) -> None:
        super().__init_subclass__(**words)
        # `dataclass` leaves a class its own hash, and an inherited one it does not.
        cls.__hash__ = HashedOnce.__hash__

    def __hash__(self) -> int:
        kept = self.__dict__.get(_KEPT)
        if kept is None:
            # Past `frozen`, which forbids to set an attribute.
            kept = self.__dict__[_KEPT] = hash((type(self), *self._compared_by()))
        return kept

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != _KEPT}

    def _compared_by(self) -> list[Any]:
        if not dataclasses.is_dataclass(self):
            return [id(self)]
        return [getattr(self, field.name) for field in dataclasses.fields(self) if field.compare]
