"""A figure → the children behind it, with the row of the source file that each came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period
from purplebook.results.answer import AnswerOfChildren
from purplebook.results.snapshots import list_rows
from purplebook.run.place import Place
from purplebook.run.words import one_period, read_day, several


@dataclass(frozen=True, repr=False)
class Rows(AnswerOfChildren):
    """Exactly as many rows as the figure counts, or with `is_among` as it is a part of."""

    table: pa.Table
    indicator: Indicator
    period: Period
    is_among: bool = False

    @property
    def title(self) -> str:
        """Which figure these are behind."""
        return f"{'among whom' if self.is_among else 'behind'} {self.indicator.id}, {self.period.label}"

    @property
    def headline(self) -> str:
        """The figure in words: how many rows are behind it."""
        return f"{len(self):,} {self.title}"


def rows(
    place: Place,
    indicator: str,
    *,
    period: str | Period | None = None,
    among: bool = False,
    as_at: str | date | None = None,
    authority: str | Iterable[str] = (),
) -> Rows:
    """The rows behind one figure, of the year to date unless a period is named; with `among`, its denominator's."""
    item = place.indicator(indicator)
    day = read_day(as_at)
    snapshot = place.snapshot(day)
    wanted = one_period(period, as_at=day or snapshot.as_at)
    listed = list_rows(snapshot, item, period=wanted, among=among, authorities=several(authority))
    return Rows(listed, indicator=item, period=wanted, is_among=among)
