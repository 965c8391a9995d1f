"""What runs from a day to a day beside the episodes, and the next return lacks although it was open: it ended.

A child missing on 31 March, a social worker's time and a deprivation of liberty order are told again by each return
until they end.  One that the next return gives another first day is that one, told once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from purplebook.sources.next_return import Span, fates
from purplebook.sources.ssda903 import layout
from purplebook.sources.ssda903.gathered import CanonicalRow, Gathered
from purplebook.sources.ssda903.given import GivenRow, iso_day
from purplebook.sources.ssda903.layout import Layout

NOT_TOLD_AGAIN = (
    "it was open and the next return does not tell of it",
    "It was taken to end on the day after the return that left it open, or on the day on which another that only the "
    "next return gives begins. Give it with its end in the next return.",
)
OTHER_START = (
    "the next return gives this another first day",
    "The day of the next return was kept, and it was counted once. Correct the one that is wrong.",
)


@dataclass(frozen=True)
class _Kind:
    """The rows of one file of the return: their table, the column of their start, the cell that makes two alike."""

    layout: Layout
    table: str
    start: str
    alike: str


_KINDS = (
    _Kind(layout.MISSING, "missing_episode", "MIS_START", "missing_type"),
    _Kind(layout.SOCIAL_WORKER, "involvement", "SW_DECOM", "worker_id"),
    _Kind(layout.DOLO, "legal_status", "DOLO_START", "status_code"),
)


def end_what_is_gone(rows: Sequence[GivenRow], *, to: Gathered) -> None:
    """End, or join with its other telling, each row that was open in a return and is not in the next; list them all."""
    for kind in _KINDS:
        years: dict[str, set[int]] = {}
        for row in rows:
            if row.layout is kind.layout and row.year is not None:
                years.setdefault(row.authority, set()).add(row.year)
        if all(len(own) < 2 for own in years.values()):
            continue
        by_child: dict[tuple[str, str], dict[tuple[str, str], CanonicalRow]] = {}
        for key, row in to.rows.items():
            if key[0] == kind.table and row.given.layout is kind.layout and row.years:
                by_child.setdefault((row.given.authority, row.given.child), {})[key] = row
        for (authority, _), own in by_child.items():
            _end_one_childs(own, kind=kind, years=sorted(years[authority]), to=to)


def _end_one_childs(
    own: dict[tuple[str, str], CanonicalRow], *, kind: _Kind, years: Sequence[int], to: Gathered
) -> None:
    spans = [
        Span(key, iso_day(row.cells.get("started_on", "")), row.cells.get("ended_on", ""), _last_days(row.years))
        for key, row in own.items()
    ]

    def is_alike(old: Span, new: Span) -> bool:
        return own[old.key].cells.get(kind.alike) == own[new.key].cells.get(kind.alike)

    for key, fate in fates(spans, returns=_last_days(years), is_alike=is_alike).items():
        row = own[key]
        if fate.ended_on:
            row.cells["ended_on"] = fate.ended_on
            to.issues.append(row.given.issue(kind.start, *NOT_TOLD_AGAIN))
        else:
            del to.rows[key]
            to.issues.append(row.given.issue(kind.start, *OTHER_START))


def _last_days(years: Sequence[int]) -> tuple[str, ...]:
    return tuple(f"{year}-03-31" for year in years)
