"""What every part of a definition can be asked, and the ways through its parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, TypeVar

from purplebook.language.hashed_once import HashedOnce
from purplebook.language.no_plain_value import NoPlainValue
from purplebook.tables.schema import YES_NO


class Node(HashedOnce, NoPlainValue):
    """One part of a definition, said about one row.

    `looks_elsewhere` is true of what reads other rows; `counted_in` is the unit of a length of time.
    """

    looks_elsewhere: ClassVar[bool] = False
    counted_in: ClassVar[str] = ""

    @property
    def is_condition(self) -> bool:
        """Whether it is true or false of a row."""
        return False

    @property
    def changes_by_itself(self) -> bool:
        """Whether it names the reporting period, apart from what stands inside it."""
        return False

    @property
    def gives(self) -> str:
        """The kind of its values, one of those of `purplebook.tables.schema`."""
        return YES_NO

    @property
    def written(self) -> str:
        """How it is written, for a message."""
        name = type(self).__name__
        return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_") + "(…)"

    @property
    def code_set(self) -> str | None:
        """The code set of its values, where they are codes of one."""
        return None

    @property
    def points_at(self) -> str | None:
        """The table whose rows its values name."""
        return None

    def said_here(self) -> Iterator[Any]:
        """The parts directly inside that are said about the same row."""
        return children_of(self)


Part = TypeVar("Part", bound=Node)
"""Parts of an expression are expressions."""


def children_of(node: Part) -> Iterator[Part]:
    """The expressions directly inside `node`."""
    for value in vars(node).values():
        if isinstance(value, Node):
            yield value  # type: ignore[misc]
        elif isinstance(value, tuple):
            yield from (item for item in value if isinstance(item, Node))  # type: ignore[misc]


def walk(node: Part) -> Iterator[Part]:
    """Every expression inside `node`, itself included."""
    yield node
    for child in children_of(node):
        yield from walk(child)


def walk_here(node: Part) -> Iterator[Part]:
    """Every expression said about the same row as `node`: it does not look inside look-ups, related or outer rows."""
    yield node
    for child in node.said_here():
        yield from walk_here(child)


def depends_on_period(node: Node) -> bool:
    """Whether the value can differ from one reporting period to another."""
    return any(part.changes_by_itself for part in walk(node))
