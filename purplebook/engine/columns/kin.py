"""Related rows in the order of what links them and then of a day, so that "the latest by then" is one search."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from purplebook.engine.columns.kernels import in_order
from purplebook.engine.columns.values import CannotCountError, Values
from purplebook.engine.columns.view import View
from purplebook.language import expressions as ex

MOST = 1 << 62


class Kin:
    """Related rows that pass every settled condition, sorted by their link and then by `key`.

    Rows that lack what is to be drawn of them are left out, and those without a key.
    """

    def __init__(
        self,
        theirs: np.ndarray,
        part: View,
        *,
        key: ex.Expression | None,
        ties: ex.Expression | None,
        wanted: Sequence[ex.Expression],
    ) -> None:
        """`part` are rows with a link that pass; of those with one key the greater of `ties` comes last."""
        assert part.rows is not None
        link = theirs[part.rows].astype(np.int64)
        known = np.ones(part.count, bool)
        for each in wanted:
            known &= part.value(each).known
        days = np.zeros(part.count, np.int64) if key is None else part.value(key).data.astype(np.int64)
        at = np.flatnonzero(known)
        link, days = link[at], days[at]
        self.low = int(days.min()) if len(days) else 0
        self.span = (int(days.max()) if len(days) else 0) - self.low + 3
        if (int(link.max(initial=0)) + 1) * self.span > MOST:
            raise CannotCountError("numbers of related rows are too far apart to be put in order")
        order = link * self.span + (days - self.low + 1)
        if ties is not None:
            sort = in_order(order, part.value(ties).data[at])
        elif (order[1:] < order[:-1]).any():
            sort = in_order(order)
        else:
            sort = np.arange(len(order))
        self.link, self.order = link[sort], order[sort]
        self._starts = np.concatenate([[0], np.cumsum(np.bincount(self.link))])
        self.view = View(part.run, part.table, part.rows[at[sort]])

    def search(self, link: np.ndarray, bound: np.ndarray | None, *, after: bool) -> np.ndarray:
        """Where a day would stand among the rows of a link, before or after those of the same day.

        Where no day is given, at the start or at the end of them all.
        """
        if bound is None:
            return self._starts[np.minimum(link + int(after), len(self._starts) - 1)]
        wanted = link.astype(np.int64) * self.span
        wanted += np.clip(bound.astype(np.int64) - (self.low - 1), 0, self.span - 1)
        return np.searchsorted(self.order, wanted, side="right" if after else "left")

    def is_of(self, places: np.ndarray, link: np.ndarray) -> np.ndarray:
        """Whether there is a row at each place, and it is one of the link."""
        inside = (places >= 0) & (places < len(self.link))
        inside[inside] = self.link[places[inside]] == link[inside]
        return inside

    def seen_by(self, asker: View, asking: np.ndarray, places: np.ndarray) -> View:
        """The rows at some places, each seen by the row of the asker that asks for it."""
        assert self.view.rows is not None
        period = None if asker.period is None else asker.period[asking]
        return View(asker.run, self.view.table, self.view.rows[places], period=period, asker=asker.at(asking))

    def value(self, node: ex.Expression) -> Values:
        """A value of each of the rows."""
        return self.view.value(node)


def ours_of(view: View, node: ex.Related) -> np.ndarray:
    """For each row the number by which its related rows are found, as it stands in the link of their kin."""
    ours, _ = view.run.records.alike(view.table, node.rows.ours, node.rows.table, node.rows.theirs)
    return view.taken(ours)


def kin_of(view: View, node: ex.Related, *, settled: Sequence[ex.Expression], key: ex.Expression | None) -> Kin:
    """The related rows of a look that pass the settled conditions; the same for all looks that want them alike.

    What the look draws of each row stands among what a row must have, where it is fixed.
    """
    run, rows = view.run, node.rows
    number = run.parts.number
    _, theirs = run.records.alike(view.table, rows.ours, rows.table, rows.theirs)
    wanted = [each for each in (node.value, node.by, key) if each is not None and run.parts.is_fixed(each)]
    ties = node.value if node.kind == "last" and node.value in wanted else None
    name = (
        *("kin", rows.table, id(theirs)),
        tuple(sorted(map(number, settled))),
        *(-1 if part is None else number(part) for part in (key, ties)),
        tuple(sorted(set(map(number, wanted)))),
    )
    if name not in run.kept:
        part = _passed(view, rows.table, np.flatnonzero(theirs >= 0), settled)
        run.kept[name] = Kin(theirs, part, key=key, ties=ties, wanted=wanted)
    return run.kept[name]


def _passed(view: View, table: str, rows: np.ndarray, settled: Sequence[ex.Expression]) -> View:
    """The rows that pass; what looks at other rows in turn is asked only of those that pass the rest."""
    costly = [term for term in settled if any(isinstance(part, ex.Related) for part in ex.walk(term))]
    for term in settled:
        if term not in costly:
            rows = rows[view.run.table(table).holds(term)[rows]]
    part = View(view.run, table, rows, apart=True)
    if costly:
        part = View(view.run, table, rows[part.all_hold(costly)], apart=True)
    return part
