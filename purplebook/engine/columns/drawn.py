"""One value drawn from related rows, for many rows at once.

What hangs on the link alone is worked out once for each link.  Where a day bounds the look, "the latest by then" is one
search; conditions that are left over are tried on what was found, and where they fail, on the next row back.  What
cannot be searched for is looked at row by row.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from purplebook.engine.columns.bounds import bound_of, bounds_on, stops
from purplebook.engine.columns.in_periods import exists_in
from purplebook.engine.columns.kin import Kin, kin_of, ours_of
from purplebook.engine.columns.row_by_row import row_by_row
from purplebook.engine.columns.values import NONE, Values
from purplebook.engine.columns.view import View
from purplebook.language import expressions as ex

COUNTS = ("exists", "count", "different")


def exists(view: View, node: ex.Related) -> np.ndarray:
    """For each row, whether there are such related rows."""
    is_fixed = view.run.parts.is_fixed(node)
    if view.period is not None and not is_fixed and view.run.parts.is_decidable(node):
        return exists_in(view, node)
    return drawn(view, node).data > 0


def drawn(view: View, node: ex.Related) -> Values:
    """The value of a look at related rows for every row."""
    parts = view.run.parts
    terms = parts.conditions(node.rows)
    settled = [term for term in terms if parts.is_fixed(term)]
    loose = [term for term in terms if not parts.is_fixed(term)]
    if not all(parts.is_fixed(each) for each in (node.value, node.by) if each is not None):
        return row_by_row(view, node, kin_of(view, node, settled=settled, key=None), loose)
    if not loose:
        return _of_link(view, node, settled)
    key = node.by if node.kind == "last" else node.value
    if node.kind in ("exists", "count"):
        key = next((bound.day for term in loose if (bound := bound_of(term)) is not None), None)
    kin = kin_of(view, node, settled=settled, key=key)
    if node.kind in ("count", "different"):
        bounds = [] if key is None else [*bounds_on(key, loose)]
        if len(bounds) < len(loose):
            return row_by_row(view, node, kin, loose)
        return _between(view, node, kin, loose, key)
    place = _last_that_fits(view, node, kin, loose, key)
    if node.value is None:
        return Values((place >= 0).astype(np.int32))
    value = kin.value(node.value)
    return value.like(np.append(value.data, np.array([NONE], value.data.dtype))[place])


def _of_link(view: View, node: ex.Related, settled: Sequence[ex.Expression]) -> Values:
    """The same for all rows with the same link: worked out once for each link."""
    run = view.run
    _, theirs = run.records.alike(view.table, node.rows.ours, node.rows.table, node.rows.theirs)
    name = "of link", run.parts.number(node), id(theirs)
    if name not in run.kept:
        kin = kin_of(view, node, settled=settled, key=node.by if node.kind == "last" else node.value)
        size = int(kin.link.max(initial=-1)) + 2
        if node.kind in COUNTS:
            each = kin.link if node.kind != "different" else kin.link[np.diff(kin.order, prepend=-1) != 0]
            run.kept[name] = Values(np.bincount(each, minlength=size).astype(np.int32))
        else:
            assert node.value is not None
            value = kin.value(node.value)
            at = np.flatnonzero(np.diff(kin.link, prepend=-1))
            if node.kind != "earliest":
                at = np.append(at[1:], len(kin.link))[: len(at)] - 1
            data = np.full(size, NONE, value.data.dtype)
            data[kin.link[at]] = value.data[at]
            run.kept[name] = value.like(data)
    made, ours = run.kept[name], ours_of(view, node)
    return made.take(np.where(ours < len(made.data) - 1, ours, -1))


def _asking(view: View, table: str) -> View:
    """The rows that ask, for what a condition on related rows says of them alone."""
    return View(view.run, table, np.zeros(view.count, np.int64), period=view.period, asker=view, apart=True)


def _between(
    view: View, node: ex.Related, kin: Kin, loose: Sequence[ex.Expression], key: ex.Expression | None
) -> Values:
    """How many related rows, or different days of theirs, lie between the bounds: two searches for each row."""
    assert key is not None
    ours, asking = ours_of(view, node), _asking(view, node.rows.table)
    known, link = ours >= 0, np.maximum(ours, 0)
    low, high = kin.search(link, None, after=False), kin.search(link, None, after=True)
    for bound in bounds_on(key, loose):
        day = bound.day_of(asking)
        known = known & day.known
        place = kin.search(link, day.data, after=bound.is_upper == bound.is_within)
        low, high = (low, np.minimum(high, place)) if bound.is_upper else (np.maximum(low, place), high)
    if node.kind == "different":
        before = np.concatenate([[0], np.cumsum(np.diff(kin.order, prepend=-1) != 0)])
        low, high = before[low], before[high]
    return Values(np.where(known, np.maximum(high - low, 0), 0).astype(np.int32))


def _last_that_fits(
    view: View, node: ex.Related, kin: Kin, loose: Sequence[ex.Expression], key: ex.Expression | None
) -> np.ndarray:
    """The place of the last related row (the first, for the earliest) of which every condition is true; -1 for none."""
    backwards = node.kind != "earliest"
    ours = ours_of(view, node)
    is_open = ours >= 0
    start = None
    if key is not None:
        start = next((bound for bound in bounds_on(key, loose) if bound.is_upper == backwards), None)
    if start is None:
        place = kin.search(np.maximum(ours, 0), None, after=backwards)
    else:
        day = start.day_of(_asking(view, node.rows.table))
        is_open = is_open & day.known
        place = kin.search(np.maximum(ours, 0), day.data, after=backwards == start.is_within)
    step = -1 if backwards else 1
    rest = [term for term in loose if start is None or term is not start.term]
    ends = [term for term in rest if key is not None and stops(term, key, backwards=backwards)]
    found = np.full(view.count, -1, np.int64)
    asking = np.flatnonzero(is_open)
    at = place[asking] - 1 if backwards else place[asking]
    while len(asking):
        inside = kin.is_of(at, ours[asking])
        asking, at = asking[inside], at[inside]
        seen = kin.seen_by(view, asking, at)
        fits = seen.all_hold(rest)
        found[asking[fits]] = at[fits]
        left = ~fits
        for term in ends:
            left &= ~seen.holds(term, want=False)
        asking, at = asking[left], at[left] + step
    return found
