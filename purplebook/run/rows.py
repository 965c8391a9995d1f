"""A figure → the children behind it, with the row of the source file that each came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period
from purplebook.results.answer import AnswerOfChildren
from purplebook.results.snapshots import list_rows
from purplebook.run.place import Place
from purplebook.run.words import periods_wanted, read_day, several

MOST_NAMED = 3
"""How many periods a title names; of more it says the first and the last."""


@dataclass(frozen=True, repr=False)
class Rows(AnswerOfChildren):
    """Exactly as many rows as the figure counts, or with `is_among` as it is a part of."""

    table: pa.Table
    indicator: Indicator
    periods: tuple[Period, ...]
    is_among: bool = False

    @property
    def title(self) -> str:
        """Which figure these are behind."""
        return f"{'among whom' if self.is_among else 'behind'} {self.indicator.id}, {_named(self.periods)}"

    @property
    def headline(self) -> str:
        """The figure in words: how many rows are behind it."""
        return f"{len(self):,} {self.title}"


def rows(
    place: Place,
    indicator: str,
    *,
    period: str | Period | Iterable[str | Period] | None = None,
    among: bool = False,
    as_at: str | date | None = None,
    authority: str | Iterable[str] = (),
) -> Rows:
    """The rows behind one figure, of the year to date unless a period is named; with `among`, its denominator's.

    Several periods, or the name of a kind of period such as "month", give the list of each, one after another; a column
    says of which it is, and a record that counts in two of them is listed twice.
    """
    item = place.indicator(indicator)
    day = read_day(as_at)
    snapshot = place.snapshot(day)
    wanted = periods_wanted(several(period), as_at=day or snapshot.as_at)
    listed = list_rows(snapshot, item, periods=wanted, among=among, authorities=several(authority))
    return Rows(listed, indicator=item, periods=wanted, is_among=among)


def _named(periods: Sequence[Period]) -> str:
    """Which periods these are: each by its name, or the first and the last of many."""
    labels = [period.label for period in periods]
    if len(labels) > MOST_NAMED:
        return f"{len(labels)} periods from {labels[0]} to {labels[-1]}"
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} and {labels[-1]}"
