"""In which periods a condition is true of a row, a bit for each period: one look at a row serves all periods at once.

A condition that hangs on one value of the row is decided once for each different value, beside every period.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from purplebook.engine.columns.bits import beside, words
from purplebook.engine.columns.grid import Grid, every_period
from purplebook.engine.columns.kin import kin_of, ours_of
from purplebook.engine.columns.values import NONE, Values, no_values
from purplebook.engine.columns.view import View
from purplebook.language import expressions as ex

FEW = 1 << 17
"""Numbers among which a table may always have a place for each, however few of them occur."""


@dataclass(frozen=True)
class Different:
    """The different values of something on all rows of a table, in order, NONE among them."""

    values: np.ndarray
    place: np.ndarray | None
    """The place of every number from the smallest on, where there are not too many of them; at first that of NONE."""

    def places(self, data: np.ndarray) -> np.ndarray:
        """Where each value stands among them."""
        if self.place is None:
            return np.searchsorted(self.values, data)
        low = int(self.values[1]) if len(self.values) > 1 else 0
        return self.place[np.where(data == NONE, 0, data - (low - 1))]


def different(data: np.ndarray) -> Different:
    """The different values of a column."""
    known = data[data != NONE]
    if known.size and (low := int(known.min())) > NONE:
        span = int(known.max()) - low + 1
        if span < 4 * len(known) + FEW:
            is_there = np.zeros(span + 1, bool)
            is_there[known - (low - 1)] = True
            is_there[0] = True
            at = np.flatnonzero(is_there)
            place = np.cumsum(is_there, dtype=np.int64) - 1
            return Different(np.concatenate([[NONE], at[1:] + (low - 1)]), place)
    return Different(np.unique(np.append(known, NONE)), None)


def periods_of(view: View, terms: Sequence[ex.Expression]) -> np.ndarray:
    """For each row the periods in which every condition is true; all of them must be decidable."""
    return _joined(view, [*_by_source(view, terms, want=True)], np.bitwise_and)


def _periods_of(view: View, node: ex.Expression, *, want: bool) -> np.ndarray:
    parts = view.run.parts
    if parts.is_fixed(node):
        return np.where(view.holds(node, want=want)[:, None], every_period(view.run), np.uint64(0))
    match node:
        case ex.Called(source):
            return _periods_of(view, source, want=want)
        case ex.Not(source):
            return _periods_of(view, source, want=not want)
        case ex.Related("exists"):
            made, ours = _by_link(view, node), ours_of(view, node)
            found = made[np.where(ours < len(made) - 1, ours, -1)]
            return found if want else ~found & every_period(view.run)
    source = parts.only_source(node)
    if source is not None:
        return _decided(view, [node], source, want=want)
    assert isinstance(node, ex.AllOf | ex.AnyOf)
    if isinstance(node, ex.AllOf) == want:
        return _joined(view, [*_by_source(view, node.terms, want=want)], np.bitwise_and)
    return _joined(view, [_periods_of(view, term, want=want) for term in node.terms], np.bitwise_or)


def _by_source(view: View, terms: Sequence[ex.Expression], *, want: bool) -> list[np.ndarray]:
    """The periods of each condition; those that read the same value are decided together."""
    together: dict[int, tuple[ex.Expression, list[ex.Expression]]] = {}
    found = []
    for term in terms:
        parts = view.run.parts
        source = None if parts.is_fixed(term) or isinstance(term, ex.Related) else parts.only_source(term)
        if source is None:
            found.append(_periods_of(view, term, want=want))
        else:
            together.setdefault(parts.number(source), (source, []))[1].append(term)
    return found + [_decided(view, some, source, want=want) for source, some in together.values()]


def _joined(view: View, found: Sequence[np.ndarray], join: np.ufunc) -> np.ndarray:
    made = np.broadcast_to(every_period(view.run), (view.count, words(view.run.periods.count)))
    for place, part in enumerate(found):
        made = join(made, part) if place else part
    return made


def _decided(view: View, nodes: Sequence[ex.Expression], source: ex.Expression, *, want: bool) -> np.ndarray:
    """What is decided for each different value of a source, taken for each row."""
    run = view.run
    key = "decided", view.table, *map(run.parts.number, nodes), want
    if key not in run.kept:
        grid = _grid(view, source)
        held = np.broadcast_to(every_period(run), (len(grid.values.data), words(run.periods.count)))
        for node in nodes:
            held = held & grid.sets(node, want=want)
        run.kept[key] = held
    return run.kept[key][_places(view, source)]


def _different(view: View, source: ex.Expression) -> Different:
    run = view.run
    key = "different", view.table, run.parts.number(source)
    if key not in run.kept:
        run.kept[key] = different(run.table(view.table).value(source).data)
    return run.kept[key]


def _places(view: View, source: ex.Expression) -> np.ndarray:
    if isinstance(source, ex.PeriodDay):
        return np.zeros(view.count, np.int64)
    return _different(view, source).places(view.value(source).data)


def _grid(view: View, source: ex.Expression) -> Grid:
    """Every different value of a source beside every period.  Not kept: it may be larger than the table."""
    run = view.run
    if isinstance(source, ex.PeriodDay):
        return Grid(run, view.table, source, no_values(1))
    whole = run.table(view.table).value(source)
    return Grid(run, view.table, source, whole.like(_different(view, source).values.astype(whole.data.dtype)))


def value_of_period(view: View, node: ex.Expression) -> Values | None:
    """The value for each row where it hangs on nothing but its period, worked out for each period; None elsewhere."""
    run = view.run
    assert view.period is not None
    is_of_period = isinstance(run.parts.only_source(node), ex.PeriodDay) and not isinstance(node, ex.PeriodDay)
    if not is_of_period or view.count <= run.periods.count:
        return None
    key = "of period", run.parts.number(node)
    if key not in run.kept:
        run.kept[key] = _grid(view, ex.PERIOD.last_day).periods.value(node)
    return run.kept[key].take(view.period)


def value_on_grid(view: View, node: ex.Expression) -> Values | None:
    """The value for each row in its period, worked out for each different value of its source; None where it would not
    pay, or where it hangs on more than one."""
    run = view.run
    source = run.parts.only_source(node)
    if source is None or isinstance(source, ex.PeriodDay):
        return None
    if len(_different(view, source).values) * run.periods.count > view.count:
        return None
    key = "value", view.table, run.parts.number(node)
    if key not in run.kept:
        run.kept[key] = _grid(view, source).both.value(node)
    return run.kept[key].take(_places(view, source) * run.periods.count + view.period)


def exists_in(view: View, node: ex.Related) -> np.ndarray:
    """For each row in its period, whether related rows exist in it."""
    made, ours = _by_link(view, node), ours_of(view, node)
    assert view.period is not None
    places = np.where((ours >= 0) & (ours < len(made) - 1), ours, len(made) - 1)
    return beside(places, view.period, view.run.periods.count).has(made)


def _by_link(view: View, node: ex.Related) -> np.ndarray:
    """The periods in which related rows exist for each link, and at last for none."""
    run = view.run
    _, theirs = run.records.alike(view.table, node.rows.ours, node.rows.table, node.rows.theirs)
    key = "linked", run.parts.number(node), id(theirs)
    if key not in run.kept:
        terms = run.parts.conditions(node.rows)
        kin = kin_of(view, node, settled=[term for term in terms if run.parts.is_fixed(term)], key=None)
        held = periods_of(kin.view, [term for term in terms if not run.parts.is_fixed(term)])
        starts = np.flatnonzero(np.diff(kin.link, prepend=-1))
        made = np.zeros((int(kin.link.max(initial=-1)) + 2, words(run.periods.count)), np.uint64)
        if len(starts):
            made[kin.link[starts]] = np.bitwise_or.reduceat(held, starts, axis=0)
        run.kept[key] = made
    return run.kept[key]
