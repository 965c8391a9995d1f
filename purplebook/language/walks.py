"""Ways through an expression: everything inside it, or only what is said about the same row."""

from __future__ import annotations

from collections.abc import Iterator

from purplebook.language.nodes import Expression, children_of


def walk(node: Expression) -> Iterator[Expression]:
    """Every expression inside `node`, itself included."""
    yield node
    for child in children_of(node):
        yield from walk(child)


def walk_here(node: Expression) -> Iterator[Expression]:
    """Every expression said about the same row as `node`: it does not look inside look-ups, related or outer rows."""
    yield node
    for child in node.said_here():
        yield from walk_here(child)


def depends_on_period(node: Expression) -> bool:
    """Whether the value can differ from one reporting period to another."""
    return any(part.changes_by_itself for part in walk(node))
