"""What can be told of the parts of definitions before any record is read, each thing worked out once."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeVar

from purplebook.language import expressions as ex

Known = TypeVar("Known")


@cache
def _compared(kind: type[ex.Expression]) -> tuple[str, ...]:
    """The fields by which two parts of a kind are told apart."""
    return tuple(field.name for field in dataclasses.fields(kind) if field.compare)  # pyright: ignore[reportArgumentType]


class Parts:
    """Knows every part by a number: the same thing said twice is one part, and its tree is looked through once."""

    def __init__(self) -> None:
        self._by_id: dict[int, tuple[ex.Expression, int]] = {}
        self._numbers: dict[tuple[object, ...], int] = {}
        self._told: dict[tuple[str, int], object] = {}

    def number(self, node: ex.Expression) -> int:
        """The same number for every part that says the same."""
        known = self._by_id.get(id(node))
        if known is None:
            said = (type(node), *(self._said(getattr(node, name)) for name in _compared(type(node))))
            # The part is kept, so that no other one is ever found at its place in memory.
            known = self._by_id[id(node)] = node, self._numbers.setdefault(said, len(self._numbers))
        return known[1]

    def _said(self, value: object) -> object:
        """What stands in a field, with the numbers of the parts in their place: their trees are never compared."""
        if isinstance(value, tuple):
            return tuple(map(self._said, value))
        return (ex.Expression, self.number(value)) if isinstance(value, ex.Expression) else (type(value), value)

    def _once(self, what: str, node: ex.Expression, tell: Callable[[ex.Expression], Known]) -> Known:
        key = what, self.number(node)
        if key not in self._told:
            self._told[key] = tell(node)
        return self._told[key]  # type: ignore[return-value]

    def is_fixed(self, node: ex.Expression) -> bool:
        """Whether a row has one value of it, in every period and whichever row asks."""
        return not self._once("changes", node, self._changes) and not self._once("asks", node, self._asks)

    def _changes(self, node: ex.Expression) -> bool:
        return node.changes_by_itself or any(self._once("changes", one, self._changes) for one in ex.children_of(node))

    def _asks(self, node: ex.Expression) -> bool:
        is_this = isinstance(node, ex.ThisRow)
        return is_this or any(self._once("asks", one, self._asks) for one in node.said_here())

    def only_source(self, node: ex.Expression) -> ex.Expression | None:
        """The one fixed value of the row on which it hangs besides the period; None where there are several, or others.

        What hangs on nothing but the period has the period's day for its source: any one will do.
        """
        return self._once("source", node, self._only_source)

    def _only_source(self, node: ex.Expression) -> ex.Expression | None:
        for whole in (True, False):
            found = self._sources(node, whole=whole)
            if found is not None and len(found) <= 1:
                return next(iter(found.values()), ex.PERIOD.last_day)
        return None

    def _sources(self, node: ex.Expression, *, whole: bool) -> dict[int, ex.Expression] | None:
        """The fixed values that it reads: each as large as it can be, or with `whole` not, the columns in them."""
        is_leaf = isinstance(node, ex.Column | ex.Related | ex.Lookup)
        if isinstance(node, ex.Literal | ex.PeriodDay):
            return {}
        if isinstance(node, ex.ThisRow) or (is_leaf and not self.is_fixed(node)):
            return None
        if is_leaf or (whole and self.is_fixed(node)):
            return {self.number(node): node}
        found: dict[int, ex.Expression] = {}
        for part in ex.children_of(node):
            more = self._sources(part, whole=whole)
            if more is None:
                return None
            found |= more
        return found

    def is_decidable(self, node: ex.Expression) -> bool:
        """Whether the periods in which a condition holds can be told of a row by itself."""
        return self._once("decidable", node, self._is_decidable)

    def _is_decidable(self, node: ex.Expression) -> bool:
        if self.is_fixed(node):
            return True
        match node:
            case ex.Called(source) | ex.Not(source):
                return self.is_decidable(source)
            case ex.AllOf(terms) | ex.AnyOf(terms):
                return all(map(self.is_decidable, terms)) or self.only_source(node) is not None
            case ex.Related("exists", rows):
                return all(map(self.is_decidable, self.conditions(rows)))
        return self.only_source(node) is not None

    def conditions(self, rows: ex.RelatedRows) -> tuple[ex.Expression, ...]:
        """The conditions on related rows, one by one."""
        return self._once("conditions", rows, lambda part: self.one_by_one(part.conditions))  # type: ignore[attr-defined]

    def one_by_one(self, terms: Sequence[ex.Expression]) -> tuple[ex.Expression, ...]:
        """Every condition by itself and once: those joined by "and" are taken apart."""
        found: dict[int, ex.Expression] = {}
        for term in terms:
            match term:
                case ex.AllOf(inside):
                    parts = self.one_by_one(inside)
                case ex.Called(source):
                    parts = self.one_by_one((source,))
                case _:
                    parts = (term,)
            found |= {self.number(part): part for part in parts}
        return tuple(found.values())
