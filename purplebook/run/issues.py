"""What was wrong with the rows of a load."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from purplebook.results.answer import Answer, AnswerOfChildren
from purplebook.run.place import Place
from purplebook.run.words import read_day

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


def issues(place: Place, *, as_at: str | date | None = None, each_row: bool = False) -> Issues:
    """What was wrong with the rows of the latest load, counted; or with `each_row` every one of them."""
    snapshot = place.snapshot(read_day(as_at))
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
