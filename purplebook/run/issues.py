"""What was wrong with the rows of a load."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from purplebook.errors import NoDataError
from purplebook.results.answer import Answer, AnswerOfChildren
from purplebook.run.place import Place
from purplebook.run.words import read_day
from purplebook.store import Snapshot

KINDS_OF_ISSUE = ["file_name", "sheet", "column", "reason", "what_to_do", "is_rejected"]


@dataclass(frozen=True, repr=False)
class Issues(Answer):
    """How often each thing was wrong, where, and what to do: nothing about a child."""

    table: pa.Table
    snapshot_id: str

    @property
    def title(self) -> str:
        """Which load had them."""
        return f"Issues of {self.snapshot_id}"


@dataclass(frozen=True, repr=False)
class IssueRows(AnswerOfChildren, Issues):
    """Every row that had an issue, with the value that is wrong, which may be a child's data."""


def _loaded_for(place: Place, day: date | None) -> Snapshot:
    """The snapshot loaded last, or that of the day; NoDataError names the days there are."""
    if day is None:
        return place.snapshot()
    loads = [snapshot for snapshot in place.store.snapshots() if snapshot.as_at == day]
    if loads:
        return place.store.snapshot(loads[-1].id)
    days = sorted({snapshot.as_at for snapshot in place.store.snapshots()})
    shown = ", ".join(f"{one:%d/%m/%Y}" for one in days) or "none"
    raise NoDataError(
        f"Nothing was loaded for {day:%d/%m/%Y}, so nothing was wrong with it. The days that were loaded: {shown}."
    )


def issues(place: Place, *, as_at: str | date | None = None, each_row: bool = False) -> Issues:
    """What was wrong with the rows of the latest load, counted; or with `each_row` every one of them.

    With a day, of the last load of that day and no other: a figure can be asked of a later load, a fault cannot.
    """
    snapshot = _loaded_for(place, read_day(as_at))
    listed = snapshot.issues()
    if each_row:
        return IssueRows(listed, snapshot.id)
    counted = (
        listed.group_by(KINDS_OF_ISSUE)
        .aggregate([([], "count_all")])
        .rename_columns({"count_all": "rows"})
        .sort_by([("rows", "descending"), ("file_name", "ascending")])
    )
    return Issues(counted, snapshot.id)
