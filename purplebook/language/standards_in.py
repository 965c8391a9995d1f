"""The practice standards that a declaration reads, and the same declaration with other values of them.

A council's own standards go into every indicator that measures against them, wherever in it they stand.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

from purplebook.language.expressions import Standard

Values = tuple[tuple[date, int], ...]
Declared = TypeVar("Declared")


def standards_in(declared: object) -> frozenset[str]:
    """The names of the standards that something declared reads."""
    return frozenset(_names(declared))


def with_standards(declared: Declared, values: Mapping[str, Values]) -> Declared:
    """The same declaration, in which each standard named has these values; untouched parts are the same objects."""
    return _with(declared, values)


def _names(part: object) -> Iterator[str]:
    if isinstance(part, Standard):
        yield part.name
    if isinstance(part, tuple):
        for item in part:
            yield from _names(item)
    elif dataclasses.is_dataclass(part) and not isinstance(part, type):
        for field in dataclasses.fields(part):
            yield from _names(getattr(part, field.name))


def _with(part: Any, values: Mapping[str, Values]) -> Any:
    if isinstance(part, tuple):
        items = tuple(_with(item, values) for item in part)
        return part if all(new is old for new, old in zip(items, part, strict=True)) else items
    if not dataclasses.is_dataclass(part) or isinstance(part, type):
        return part
    changes = {
        field.name: new
        for field in dataclasses.fields(part)
        if field.init and (new := _with(old := getattr(part, field.name), values)) is not old
    }
    if isinstance(part, Standard) and part.name in values:
        changes["values"] = values[part.name]
    return dataclasses.replace(part, **changes) if changes else part
