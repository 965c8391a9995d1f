"""The way from a figure to the records it counts: the rows of one child in it, and the file each came from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from purplebook.engine.records.open import open_engine
from purplebook.engine.records.traced import SourceRow, traced_rows
from purplebook.errors import NoDataError
from purplebook.language.indicators import Indicator
from purplebook.language.measures import WORKED_OUT_OVER_ROWS
from purplebook.language.periods import Period
from purplebook.results.child import Child
from purplebook.results.counted import counted_in
from purplebook.results.snapshots import compute_figures
from purplebook.store import Snapshot

__all__ = ["SourceRow", "Trace", "trace"]


@dataclass(frozen=True)
class Trace:
    """A figure and the rows of one child in it; `part` says how they are counted, "" when they are not."""

    indicator: Indicator
    period: Period
    value: Decimal | None
    part: str
    rows: tuple[SourceRow, ...]


def trace(snapshot: Snapshot, item: Indicator, *, child: Child, period: Period) -> Trace:
    """Walk from a figure to the rows of one child; NoDataError when the figure cannot be worked out."""
    counts = counted_in(snapshot, [item], child=child, period=period)
    if item.id in counts.not_asked:
        raise NoDataError(f"{item.id} cannot be traced for {period.label}: {counts.not_asked[item.id]}.")
    figures = compute_figures(
        snapshot, [item], periods=[period], breakdowns=False, authorities=(child.authority_code,)
    ).table.to_pylist()
    value = figures[0]["value"] if figures else None
    if not counts.table.num_rows:
        return Trace(item, period, value, "", ())
    count = counts.table.to_pylist()[0]
    is_among = not count["counted"] or item.measure.shape in WORKED_OUT_OVER_ROWS
    with open_engine(snapshot, [period], authorities=(child.authority_code,)) as engine:
        rows = traced_rows(engine, item, authority_code=child.authority_code, person_id=child.person_id, among=is_among)
        return Trace(item, period, value, count["part"], tuple(rows))
