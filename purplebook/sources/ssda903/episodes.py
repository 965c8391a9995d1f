"""Episodes of several returns as one history of each child: repeated ones told once, faults between them listed.

return of 2019   S 1 May 2018, open
return of 2020   S 1 May 2018 to 3 June 2019, X1;  P 3 June 2019, open     →  two episodes, the first closed
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from purplebook.sources.days import iso_day
from purplebook.sources.identifiers import event_id, person_id
from purplebook.sources.ssda903 import headers
from purplebook.sources.ssda903.gathered import LATER_KEPT, OTHERWISE, Gathered
from purplebook.sources.ssda903.given import GivenRow
from purplebook.store.loaded import RowIssue

STARTS, CONTINUES = "S", "X1"
_ENDING = ("DEC", "REC", "REASON_PLACE_CHANGE")

STARTS_AGAIN = (
    "the episode starts a period though the one before it says that the period goes on",
    "Correct RNE here or REC there. A new period was taken to start, and the earlier to end on its last day.",
)
WITHOUT_REASON = ("the episode has an end and no reason", "Give REC. The child was taken to be looked after still.")
NOTHING_NEXT = (
    "the reason says that another episode began, and none did on that day",
    "Give the next episode, or the reason why the child ceased to be looked after.",
)


@dataclass(frozen=True)
class Episode:
    """One episode of one child, told by one or several rows; `given` is the row that it is credited to."""

    given: GivenRow
    cells: dict[str, str]

    @property
    def child(self) -> str:
        """The authority's number for the child."""
        return self.given.child

    @property
    def start(self) -> str:
        """First day, YYYY-MM-DD."""
        return iso_day(self.cells["DECOM"])

    @property
    def end(self) -> str:
        """Last day; empty while the episode is open."""
        return iso_day(self.cell("DEC"))

    @property
    def end_reason(self) -> str:
        """Why it ended; a reason on an open episode means nothing."""
        return self.cell("REC").upper() if self.end else ""

    def cell(self, name: str) -> str:
        """The cell's text; empty when there is none."""
        return self.cells.get(name, "")

    def code(self, name: str) -> str:
        """The cell as a code, in capitals."""
        return self.cell(name).upper()


def histories(rows: Iterable[GivenRow], *, issues: list[RowIssue]) -> tuple[dict[str, list[Episode]], list[GivenRow]]:
    """Each child's episodes by their start, and the rows whose start is no date.

    Rows must come in the order of their returns, the earliest first; what is amiss is added to `issues`.
    """
    merged: dict[tuple[str, str], Episode] = {}
    undated = []
    for row in rows:
        start = iso_day(row.cell("DECOM"))
        if not start:
            undated.append(row)
            continue
        old = merged.get((row.child, start))
        merged[row.child, start] = _merge(old, row, issues=issues) if old else Episode(row, dict(row.cells))
    by_child: dict[str, list[Episode]] = {}
    for _, episode in sorted(merged.items()):
        by_child.setdefault(episode.child, []).append(episode)
    for episodes in by_child.values():
        _check(episodes, issues=issues)
    return by_child, undated


def _merge(old: Episode, row: GivenRow, *, issues: list[RowIssue]) -> Episode:
    """The episode as the later row tells it; how it ended is taken whole from the latest row that says so."""
    ended_before = bool(old.end)
    ends_now = bool(iso_day(row.cell("DEC")))
    # An end that was known stays known: a repeated open row tells nothing new.
    kept_ending = old.cells if ended_before and not ends_now else row.cells
    cells = {**old.cells, **row.cells}
    for name in _ENDING:
        cells.pop(name, None)
        if name in kept_ending:
            cells[name] = kept_ending[name]
    for name in sorted(old.cells.keys() & row.cells.keys()):
        ignored = ("CHILD", "DECOM") if ended_before and ends_now else ("CHILD", "DECOM", *_ENDING)
        if name not in ignored and old.cells[name] != row.cells[name]:
            issues.append(old.given.issue(name, OTHERWISE, LATER_KEPT))
    return Episode(row, cells)


def _check(episodes: list[Episode], *, issues: list[RowIssue]) -> None:
    """List reasons that do not fit what follows; days that do not fit are looked at later, for all formats alike."""
    for at, episode in enumerate(episodes):
        following = episodes[at + 1 :]
        if episode.end and not episode.end_reason:
            issues.append(episode.given.issue("REC", *WITHOUT_REASON))
        if episode.end_reason == CONTINUES:
            if all(successor.start != episode.end for successor in following):
                issues.append(episode.given.issue("REC", *NOTHING_NEXT))
            elif following[0].code("RNE") == STARTS:
                issues.append(following[0].given.issue("RNE", *STARTS_AGAIN))


def add_episode(episode: Episode, *, period_id: str, placement_id: str, to: Gathered) -> None:
    """Add the canonical row of an episode."""
    key = event_id(episode.child, "looked_after_episode", day=episode.start)
    cells = {name: episode.cell(column) for name, column in headers.TAKEN_OVER.items()}
    cells |= {
        "episode_id": key,
        "person_id": person_id(episode.child),
        "started_on": episode.start,
        # A text that is no date goes on as it is, so that it is listed.
        "ended_on": episode.end or episode.cell("DEC"),
        "end_reason_code": episode.cell("REC") if episode.cell("DEC") else "",
        "return_year": str(episode.given.year or ""),
        "looked_after_period_id": period_id,
        "placement_id": placement_id,
    }
    to.add("looked_after_episode", key, given=episode.given, cells=cells, headers=headers.EPISODE)


def add_undated(given: GivenRow, *, at: int, to: Gathered) -> None:
    """An episode whose start is no date: `conform` lists it and leaves it out, since its key is missing."""
    cells = {name: given.cell(column) for name, column in headers.TAKEN_OVER.items()}
    cells |= {"person_id": person_id(given.child), "started_on": given.cell("DECOM"), "ended_on": given.day("DEC")}
    to.add("looked_after_episode", f"undated {at}", given=given, cells=cells, headers=headers.EPISODE)
