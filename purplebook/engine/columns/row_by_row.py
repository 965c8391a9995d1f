"""Looks at related rows that no search can answer: every row beside each of its related rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from purplebook.engine.columns.kin import Kin, ours_of
from purplebook.engine.columns.values import NONE, Values
from purplebook.engine.columns.view import View
from purplebook.language import expressions as ex

AT_ONCE = 1 << 20
"""Pairs of rows that are looked at together, so that memory does not grow with them."""


def row_by_row(view: View, node: ex.Related, kin: Kin, loose: Sequence[ex.Expression]) -> Values:
    """The value of a look at related rows for every row, whatever its conditions and values hang on."""
    ours = ours_of(view, node)
    first, end = (kin.search(np.maximum(ours, 0), None, after=after) for after in (False, True))
    made = np.full(view.count, 0 if node.kind in ("exists", "count", "different") else NONE, np.int64)
    terms: Values | None = None
    for asking, places in _beside(first, np.where(ours >= 0, end, first)):
        seen = kin.seen_by(view, asking, places)
        held = np.flatnonzero(seen.all_hold(loose))
        asking, seen = asking[held], seen.at(held)
        if node.value is None:
            made += np.bincount(asking, minlength=view.count)
            continue
        terms = seen.value(node.value)
        known = terms.known if node.by is None else terms.known & seen.value(node.by).known
        at = np.flatnonzero(known)
        keys = [terms.data[at]] if node.by is None else [terms.data[at], seen.value(node.by).data[at]]
        order = at[np.lexsort((*keys, asking[at]))]
        asking, value = asking[order], terms.data[order]
        is_first = np.diff(asking, prepend=-1) != 0
        if node.kind == "different":
            is_new = is_first | (np.diff(value, prepend=0) != 0)
            made += np.bincount(asking[is_new], minlength=view.count)
        else:
            chosen = is_first if node.kind == "earliest" else np.append(is_first[1:], True)[: len(is_first)]
            made[asking[chosen]] = value[chosen]
    if node.value is None or node.kind == "different":
        return Values(made.astype(np.int32))
    if terms is None:
        terms = kin.seen_by(view, np.zeros(0, np.int64), np.zeros(0, np.int64)).value(node.value)
    return terms.like(made.astype(terms.data.dtype))


def _beside(first: np.ndarray, end: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Every asking row with the places from its first to its end, some rows at a time; a row is never divided."""
    sizes = end - first
    upto = np.concatenate([[0], np.cumsum(sizes)])
    start = 0
    while start < len(first):
        stop = max(start + 1, int(np.searchsorted(upto, upto[start] + AT_ONCE, side="right")) - 1)
        size = sizes[start:stop]
        asking = np.repeat(np.arange(start, stop), size)
        into = np.arange(len(asking)) - np.repeat(np.cumsum(size) - size, size)
        yield asking, into + np.repeat(first[start:stop], size)
        start = stop
